"""Attributions whose cue is a noun or an adjective: "his claim that", "was confident that"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.claims import whole_quotes
from sayso.tag.rules.clauses import hears_or_holds
from sayso.tag.rules.cues import group_range, is_asserted, verb_group
from sayso.tag.rules.narrated import before_narrated
from sayso.tag.rules.sheet import Draft, Sheet, token_range
from sayso.tag.rules.sources import source_range, speaker_of


def noun_draft(sheet: Sheet, noun: Token) -> Draft | None:
    """Return the attribution of a noun of saying with its content, or None."""
    words = sheet.words
    key = words.lemma(noun)
    if key not in words.nouns and key not in words.infinitive_nouns:
        return None
    found = _noun_content(sheet, noun, key)
    if found is None:
        return None
    last, content, that = found
    if that and noun.dep_ == "pobj" and _belongs_to_verb(sheet, noun):
        return None
    first = noun.i
    speaker = _holder(noun)
    source: Range | None = None
    if speaker is not None:
        source = _holder_range(sheet, speaker, noun, content)
    elif noun.dep_ in ("dobj", "nsubjpass") and words.lemma(noun.head) in words.noun_carriers:
        carrier = noun.head
        if noun.dep_ == "dobj":
            if not is_asserted(sheet, carrier):
                return None
            speaker = speaker_of(sheet, carrier)
            source = source_range(sheet, speaker, carrier) if speaker is not None else None
            first = verb_group(carrier)[0]
    if source is None and (key in words.held_nouns or not that):
        return None  # "criticism of the dam" is talk about talk, by nobody.
    if any(source is not None and p[0] < source[1] and source[0] < p[1] for p in content):
        return None
    quotes = whole_quotes(sheet, content, sheet.quote_at(noun.idx))
    return Draft(
        head=noun.i,
        source=(source,) if source else (),
        cue=(group_range(sheet, first, last),),
        content=(*content, *((sheet.quotes[i].start, sheet.quotes[i].end) for i in quotes)),
        confidence=0.6 if source else 0.4,
    )


def _belongs_to_verb(sheet: Sheet, noun: Token) -> bool:
    """Whether "that …" after the noun is the verb's: "said in a statement that …"."""
    verb = noun.head.head
    return (
        verb.pos_ == "VERB"
        and sheet.words.verb_key(verb) in sheet.words.clause
        and hears_or_holds(sheet, noun)
        and noun.head.i > verb.i
    )


def _noun_content(
    sheet: Sheet, noun: Token, key: str
) -> tuple[int, tuple[Range, ...], bool] | None:
    """Return where the cue ends (token, exclusive), the content, and whether that is a clause."""
    words = sheet.words
    for child in noun.rights:
        if child.dep_ in ("acl", "ccomp", "relcl"):
            that = any(c.lower_ == "that" and c.dep_ == "mark" for c in child.lefts)
            to = child.tag_ == "VB" and any(c.tag_ == "TO" for c in child.lefts)
            if (that and key in words.nouns) or (to and key in words.infinitive_nouns):
                end = before_narrated(sheet, noun, child.i, child.right_edge.i + 1)
                piece = token_range(sheet.doc, child.left_edge.i, end)
                return (noun.i + 1, (piece,), that) if piece else None
    for child in _prepositions(noun):
        if child.lower_ in words.nouns.get(key, ()):
            end = child.right_edge.i + 1
            piece = token_range(sheet.doc, child.i + 1, _before_by(child, end))
            if piece is None:
                return None
            return (child.i + 1 if child.i == noun.i + 1 else noun.i + 1), (piece,), False
    return None


def _prepositions(noun: Token) -> Iterator[Token]:
    """Yield the noun's prepositions, and those that the parser hung on its "by" phrase."""
    for child in noun.rights:
        if child.dep_ == "prep":
            yield child
        if child.dep_ in ("prep", "agent") and child.lower_ == "by":
            for by in child.rights:
                yield from (c for c in by.rights if c.dep_ == "prep")


def _before_by(preposition: Token, end: int) -> int:
    """Cut "the denial of the strike by the ministry" before its "by"."""
    by = _inner_by(preposition)
    return by.i if by is not None else end


def _inner_by(preposition: Token) -> Token | None:
    """Return the "by" that hangs on the preposition's object, or None."""
    for thing in preposition.rights:
        for child in thing.rights:
            if child.dep_ in ("prep", "agent") and child.lower_ == "by":
                return child
    return None


def _holder(noun: Token) -> Token | None:
    """Return whose statement the noun names: "Vrel's claim", "a denial by the ministry"."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
        if child.dep_ == "prep" and (by := _inner_by(child)) is not None:
            return next((c for c in by.rights if c.dep_ == "pobj"), None)
    return None


def _holder_range(
    sheet: Sheet, holder: Token, noun: Token, content: tuple[Range, ...]
) -> Range | None:
    """Return the holder's phrase without its "'s", and without the content hung on it."""
    found = source_range(sheet, holder, noun)
    if found is None:
        return None
    start, end = found
    last = sheet.doc[holder.right_edge.i]
    if last.tag_ == "POS":
        end = min(end, last.idx)
    if start < content[0][0] < end:
        span = sheet.doc.char_span(start, content[0][0], alignment_mode="contract")
        return token_range(sheet.doc, span.start, span.end - 1) if span is not None else None
    return (start, end) if start < end else None


def adjective_draft(sheet: Sheet, adjective: Token) -> Draft | None:
    """Return the attribution of a state of mind with its object, or None."""
    words = sheet.words
    prepositions = words.adjectives.get(words.lemma(adjective))
    copula = adjective.head
    if prepositions is None or adjective.dep_ not in ("acomp", "oprd"):
        return None
    if words.lemma(copula) not in words.copulas or not is_asserted(sheet, copula):
        return None
    speaker = speaker_of(sheet, copula)
    if speaker is None or speaker.lower_ in ("it", "that", "this", *words.nobody):
        return None
    last = adjective.i + 1
    content: Range | None = None
    for child in adjective.rights:
        if child.dep_ in ("ccomp", "xcomp"):
            content = token_range(sheet.doc, child.left_edge.i, child.right_edge.i + 1)
            break
        if child.dep_ == "prep" and child.lower_ in prepositions:
            content = token_range(sheet.doc, child.i + 1, child.right_edge.i + 1)
            last = child.i + 1 if child.i == last else last
            break
    source = source_range(sheet, speaker, copula)
    if content is None or source is None:
        return None
    return Draft(
        head=adjective.i,
        source=(source,),
        cue=(group_range(sheet, verb_group(copula)[0], last),),
        content=(content,),
        confidence=0.5,
        attitude=True,
    )
