"""Attributions whose cue is a verb: its source, its cue and its content put together."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.claims import claimed_quotes, is_title, whole_quotes
from sayso.tag.rules.clauses import clause_content, fronted_content
from sayso.tag.rules.cues import (
    carried_group,
    group_range,
    has_negation,
    in_own_report,
    is_asserted,
    tells_nothing,
    was_put_to,
)
from sayso.tag.rules.figures import figure_content
from sayso.tag.rules.objects import (
    hearsay_content,
    infinitive_content,
    object_content,
    passive_content,
    prepositional_content,
)
from sayso.tag.rules.pleas import plea
from sayso.tag.rules.sheet import Draft, Sheet
from sayso.tag.rules.sources import (
    between_quote_and,
    is_passive,
    neighbour_of,
    source_range,
    speaker_of,
)

_NICKNAME = 3
"""Words that a name in quotation marks has at most."""


def verb_draft(sheet: Sheet, verb: Token) -> Draft | None:
    """Return the attribution that this verb shows, or None."""
    words = sheet.words
    key = words.verb_key(verb)
    if not (key in words.verbs or key in words.prepositions or key in words.figures):
        return None
    if verb.dep_ == "amod" or not is_asserted(sheet, verb):
        return None
    first, last = carried_group(sheet, verb)
    if is_passive(verb):
        return _passive(sheet, verb, key, (first, last))
    speaker = _speaker(sheet, verb, key, (first, last))
    if (speaker is not None and _is_nobody(sheet, speaker)) or _was_asked(sheet, verb, key):
        return None
    source = source_range(sheet, speaker, verb) if speaker is not None else None
    group = _group(sheet, (first, last), speaker, source)
    content = clause_content(sheet, verb, key)
    speaks = key in words.clause or key in words.quoting
    home = sheet.quote_at(verb.idx)
    quotes: list[int] = []
    if speaks and home is None:
        quotes = claimed_quotes(sheet, *group, verb)
    confidence = 0.8
    cue_last = last
    pleaded = plea(sheet, verb, key)
    if pleaded is not None:
        cue_last, content = pleaded[0], (pleaded[1],)
    if not content:
        found = prepositional_content(sheet, verb, key)
        if found is not None and (not quotes or _meet(sheet, found[1], quotes)):
            preposition, content = found
            cue_last = last + 1 if preposition.i == last else last
            confidence = 0.6
    if not content:
        content = (
            figure_content(sheet, verb, key)
            or infinitive_content(sheet, verb, key)
            or object_content(sheet, verb, key)
        )
        content = _untitled(sheet, content)
        confidence = 0.8 if quotes else 0.6
        if quotes and not _meet(sheet, content, quotes):
            content = ()
    if not content and not quotes:
        content = fronted_content(sheet, verb, key, group[0])
        confidence = 0.5
    if not content and not quotes:
        return None
    if tells_nothing(sheet, verb, content) or (has_negation(verb) and _own_words(sheet, verb, key)):
        return None
    if source is None:
        if confidence < 0.8:
            return None  # "denying the strike", by nobody: no more than a topic.
        confidence -= 0.2
    pieces = _with_quotes(sheet, content, quotes, home)
    return Draft(
        head=verb.i,
        source=(source,) if source else (),
        cue=(group_range(sheet, first, cue_last),),
        content=pieces,
        confidence=confidence,
        attitude=key in words.attitude,
        speech=speaks and key not in words.attitude,
    )


def _speaker(sheet: Sheet, verb: Token, key: str, cue: tuple[int, int]) -> Token | None:
    """Return the speaker's head, not one from inside a quotation that doesn't hold the verb."""
    speaker = speaker_of(sheet, verb)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ == "aux" for c in verb.lefts)
    if speaker is not None:
        home = sheet.quote_at(speaker.idx)
        if home is None or home == sheet.quote_at(verb.idx):
            return speaker
        outside = next(
            (c for c in verb.rights if c.dep_ == "nsubj" and sheet.quote_at(c.idx) is None), None
        )
        if outside is not None and sheet.quote_at(verb.idx) is None:
            return outside  # The parser gave "said" a subject from the quotation too.
        quote = sheet.quotes[home]
        if len(sheet.text[quote.start : quote.end].split()) <= _NICKNAME:
            return speaker
    elif not finite:
        return None
    words = sheet.words
    if key in words.parenthetical or (key in words.clause or key in words.quoting):
        named = between_quote_and(sheet, cue[0])
        if named is not None:
            return named
    inverted = key not in words.listening and _right_after_quote(sheet, cue[0])
    return neighbour_of(sheet, *cue) if key in words.parenthetical or inverted else None


def _right_after_quote(sheet: Sheet, first: int) -> bool:
    """Whether the cue stands right after a quotation: '"…?" asked a docker'."""
    before = sheet.doc[first - 1] if first > 0 else None
    return (
        before is not None
        and sheet.quote_at(before.idx) is not None
        and sheet.quote_at(sheet.doc[first].idx) is None
    )


def _own_words(sheet: Sheet, verb: Token, key: str) -> bool:
    """Whether the verb is the reported speaker's own: "Halden said it could not verify that"."""
    return key not in sheet.words.attitude and in_own_report(sheet, verb)


def _meet(sheet: Sheet, content: tuple[Range, ...], quotes: list[int]) -> bool:
    return any(i in quotes for start, end in content for i in sheet.quotes_in(start, end))


def _is_nobody(sheet: Sheet, speaker: Token) -> bool:
    nobody = sheet.words.nobody
    clause = speaker.head
    if speaker.lower_ == "who" and clause.dep_ == "relcl" and clause.head.lower_ == "those":
        return True  # "those who want war" may be anybody.
    if speaker.tag_ == "WP" and clause.dep_ in ("ccomp", "xcomp", "pcomp"):
        return True  # "did not say who had ordered it"
    return speaker.lower_ in nobody or any(
        (c.dep_ in ("det", "preconj") and c.lower_ in nobody) or c.dep_ == "neg"
        for c in speaker.lefts
    )


def _was_asked(sheet: Sheet, verb: Token, key: str) -> bool:
    """Whether this is "Asked about …, she": a participle whose subject is not the asker."""
    if key not in sheet.words.asked or verb.tag_ not in ("VBN", "VBD"):
        return False
    return verb.dep_ == "advcl" or was_put_to(sheet, verb)


def _untitled(sheet: Sheet, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """Return the content without pieces that are the title of a work in quotation marks."""
    return tuple(
        (start, end)
        for start, end in content
        if sheet.quote_at(start) is None or not is_title(sheet.text[start:end])
    )


def _passive(sheet: Sheet, verb: Token, key: str, group: tuple[int, int]) -> Draft | None:
    content = (
        clause_content(sheet, verb, key)
        or hearsay_content(sheet, verb, key)
        or figure_content(sheet, verb, key)
        or passive_content(sheet, verb, key)
    )
    speaker = speaker_of(sheet, verb)
    unsaid = sheet.words.asked | sheet.words.informing
    if not content or (speaker is None and key in unsaid):
        return None  # "was told that …": by whom is the point, and not said.
    source = source_range(sheet, speaker, verb) if speaker is not None else None
    return Draft(
        head=verb.i,
        source=(source,) if source else (),
        cue=(group_range(sheet, *group),),
        content=_with_quotes(sheet, content, [], sheet.quote_at(verb.idx)),
        confidence=0.6,
        attitude=key in sheet.words.attitude,
    )


def _group(
    sheet: Sheet, cue: tuple[int, int], speaker: Token | None, source: Range | None
) -> tuple[int, int]:
    """Return the tokens (half-open) of source and cue together where they stand side by side."""
    first, last = cue
    if speaker is None or source is None:
        return cue
    begin, end = speaker.left_edge.i, speaker.right_edge.i + 1
    while begin < speaker.i and sheet.doc[begin].idx < source[0]:
        begin += 1
    if end <= first + 1 and first - end <= 1:
        return begin, last
    if last <= begin and begin - last <= 1:
        while end - 1 > speaker.i and sheet.doc[end - 1].idx >= source[1]:
            end -= 1
        return first, end
    if begin < first < end:
        return begin, last
    return cue


def _with_quotes(
    sheet: Sheet, content: tuple[Range, ...], quotes: list[int], home: int | None
) -> tuple[Range, ...]:
    """Return the content with claimed quotations and those it cuts through taken whole."""
    indices = {*quotes, *whole_quotes(sheet, content, home)}
    return (*content, *((sheet.quotes[i].start, sheet.quotes[i].end) for i in indices))
