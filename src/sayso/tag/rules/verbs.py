"""Attributions whose cue is a verb: its source, its cue and its content put together."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.rules.claims import claimed_quotes, whole_quotes
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
from sayso.tag.rules.sources import is_passive, source_range, speaker_of


def verb_draft(sheet: Sheet, verb: Token) -> Draft | None:
    """Return the attribution that this verb shows, or None."""
    words = sheet.words
    key = words.verb_key(verb)
    if key not in words.verbs and key not in words.prepositions:
        return None
    if not is_asserted(sheet, verb):
        return None
    first, last = carried_group(sheet, verb)
    if is_passive(verb):
        return _passive(sheet, verb, key, (first, last))
    speaker = speaker_of(verb)
    if speaker is not None and speaker.lower_ in words.nobody:
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
    if not content and not quotes:
        found = prepositional_content(sheet, verb, key)
        if found is not None:
            preposition, content = found
            cue_last = last + 1 if preposition.i == last else last
            confidence = 0.6
    if not content and not quotes:
        content = infinitive_content(sheet, verb, key) or object_content(sheet, verb, key)
        confidence = 0.6
    if not content and not quotes:
        content = fronted_content(sheet, verb, key, group[0])
        confidence = 0.5
    if not content and not quotes:
        return None
    if source is None:
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


def _passive(sheet: Sheet, verb: Token, key: str, group: tuple[int, int]) -> Draft | None:
    content = (
        clause_content(sheet, verb, key)
        or hearsay_content(sheet, verb, key)
        or passive_content(sheet, verb, key)
    )
    if not content or key in sheet.words.asked:
        return None
    speaker = speaker_of(verb)
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
