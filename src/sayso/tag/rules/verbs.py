"""Attributions whose cue is a verb: its source, its cue and its content put together."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.rules.claims import claimed_quotes, is_title, whole_quotes
from sayso.tag.rules.clauses import (
    clause_content,
    fronted_content,
    hearsay_content,
    infinitive_content,
    object_content,
    passive_content,
    prepositional_content,
)
from sayso.tag.rules.cues import carried_group, group_range, is_asserted
from sayso.tag.rules.sheet import Draft, Range, Sheet
from sayso.tag.rules.sources import is_passive, neighbour_of, source_range, speaker_of

_NICKNAME = 3
"""Words that a name in quotation marks has at most."""


def verb_draft(sheet: Sheet, verb: Token) -> Draft | None:
    """Return the attribution that this verb shows, or None."""
    words = sheet.words
    key = words.verb_key(verb)
    if key not in words.verbs and key not in words.prepositions:
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
    if not content:
        found = prepositional_content(sheet, verb, key)
        if found is not None and (not quotes or _meet(sheet, found[1], quotes)):
            preposition, content = found
            cue_last = last + 1 if preposition.i == last else last
            confidence = 0.6
    if not content:
        content = infinitive_content(sheet, verb, key) or object_content(sheet, verb, key)
        content = _untitled(sheet, content)
        confidence = 0.8 if quotes else 0.6
        if quotes and not _meet(sheet, content, quotes):
            content = ()
    if not content and not quotes:
        content = fronted_content(sheet, verb, key, group[0])
        confidence = 0.5
    if not content and not quotes:
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
        quote = sheet.quotes[home]
        if len(sheet.text[quote.start : quote.end].split()) <= _NICKNAME:
            return speaker
    elif not finite:
        return None
    return neighbour_of(sheet, *cue) if key in sheet.words.parenthetical else None


def _meet(sheet: Sheet, content: tuple[Range, ...], quotes: list[int]) -> bool:
    return any(i in quotes for start, end in content for i in sheet.quotes_in(start, end))


def _is_nobody(sheet: Sheet, speaker: Token) -> bool:
    nobody = sheet.words.nobody
    return speaker.lower_ in nobody or any(
        c.dep_ in ("det", "preconj") and c.lower_ in nobody for c in speaker.lefts
    )


def _was_asked(sheet: Sheet, verb: Token, key: str) -> bool:
    """Whether this is "Asked about …, she": a participle whose subject is not the asker."""
    return key in sheet.words.asked and verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD")


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
        or passive_content(sheet, verb, key)
    )
    speaker = speaker_of(sheet, verb)
    if not content or (speaker is None and key in sheet.words.asked):
        return None
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
