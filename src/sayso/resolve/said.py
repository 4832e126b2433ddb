"""When a statement was made: from its own sentence, the sentence before, or the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from sayso.language.en.tables import load_table
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Said, SaidBasis, Span, When, block_at

LONGEST_DAYS: Final = 31
"""A longer interval ("said in 2014") says no more of a statement than the article's date does."""
_MAX_CLIMB: Final = 8
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
_NAMING: Final = frozenset({"compound", "nummod", "nmod", "amod"})
_VERBAL: Final = frozenset({"VERB", "AUX"})


def said_when(
    parsed: ParsedText, attribution: Attribution, dates: Sequence[When], *, published: date | None
) -> Said | None:
    """Return the day, or the few days, on which a statement was made.

    A date counts when it stands in a sentence of the source or cue, outside the content, and
    hangs on the saying (or on its occasion: "asked on Wednesday"); basis ``sentence``. Else one
    that hangs on the saying of the sentence before counts when the same speaker goes on there;
    basis ``before``. Else the statement was made by the day of publication, whenever before;
    basis ``article``. None when nothing is known, as of a noun ("his claim that") and of what "has
    been said in the past". A date after the publication never counts.
    """
    usable = [when for when in dates if _is_day_like(when, published)]
    if usable:
        doc = parsed.doc
        own = _own_sentences(doc, attribution)
        when = _from_own(doc, own, attribution, usable)
        if when is not None:
            return _said(when, published, SaidBasis.SENTENCE)
        when = _from_before(parsed, own, attribution, usable)
        if when is not None:
            return _said(when, published, SaidBasis.BEFORE)
    if published is None or _is_of_any_time(parsed.doc, attribution):
        return None
    return Said(None, None, published, SaidBasis.ARTICLE)


def _is_of_any_time(doc: Doc, attribution: Attribution) -> bool:
    """Whether the cue names a saying without telling it, or tells of "the past" as a whole."""
    words = [token for span in attribution.cue for token in _tokens(doc, span)]
    if words and not any(token.pos_ in _VERBAL or token.lower_ == "according" for token in words):
        return all(token.pos_ in {"NOUN", "ADP"} for token in words)
    perfect = any(t.lower_ in {"has", "have"} for t in words)
    after = doc[words[-1].i + 1 : words[-1].i + 4].text.lower() if words else ""
    return perfect and any(after.startswith(past) for past in _words()["past"])


def _said(when: When, published: date | None, basis: SaidBasis) -> Said:
    end = when.end
    if end is not None and published is not None and end > published:
        end = published
    return Said(when.span.text, when.start, end, basis)


def _is_day_like(when: When, published: date | None) -> bool:
    if when.start is None or when.end is None or when.value.startswith("P"):
        return False
    if published is not None and when.start > published:
        return False
    return (when.end - when.start).days < LONGEST_DAYS


def _own_sentences(doc: Doc, attribution: Attribution) -> list[DocSpan]:
    pieces = (*attribution.cue, *attribution.source) or attribution.content[:1]
    starts = sorted({_sentence_at(doc, piece).start for piece in pieces})
    return [doc[start].sent for start in starts]


def _sentence_at(doc: Doc, span: Span) -> DocSpan:
    return _tokens(doc, span)[0].sent


def _tokens(doc: Doc, span: Span) -> DocSpan:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    # Only white space has no token of its own, and no span of ours is white space alone.
    return found if found is not None and len(found) else doc[:1]


def _from_own(
    doc: Doc, sentences: Sequence[DocSpan], attribution: Attribution, dates: Sequence[When]
) -> When | None:
    cue = {token.i for span in attribution.cue for token in _tokens(doc, span)}
    content = {token.i for span in attribution.content for token in _tokens(doc, span)}
    possible = [
        when
        for when in dates
        if any(s.start_char <= when.span.start < s.end_char for s in sentences)
        and not any(when.span.overlaps(piece) for piece in attribution.content)
        and _hangs_on_saying(_tokens(doc, when.span), cue, content)
    ]
    if not cue:
        return possible[0] if possible else None
    return min(possible, key=lambda when: _distance(doc, when, cue), default=None)


def _distance(doc: Doc, when: When, cue: set[int]) -> int:
    here = _tokens(doc, when.span)
    return min(abs(here.start - i) for i in cue)


def _hangs_on_saying(when: DocSpan, cue: set[int], content: set[int]) -> bool:
    if _owns_what_follows(when):
        return False
    if _beside_cue(when, cue) or _opens_sentence(when, cue, content):
        return True
    for head in _heads(when.root):
        if head.i in cue:
            return True
        if head.i in content:
            return False
        if head.pos_ in _VERBAL and head.dep_ != "xcomp":
            return _leads_to(head, cue) if _is_occasion(head) else _shares(when, head, cue)
    return False


def _owns_what_follows(when: DocSpan) -> bool:
    """Whether the date only names a thing: "Monday's attack", "the 3 May committee"."""
    doc = when.doc
    if when.end < len(doc) and doc[when.end].tag_ == "POS":
        return True
    if when.start > 0 and _stands_bare(doc[when.start - 1]):
        return False  # "On Friday Health Minister Koray": the parser takes the day for a name.
    named = (token for token in when if token.dep_ in _NAMING and token.head.i >= when.end)
    return any(token.head.pos_ in {"NOUN", "PROPN"} for token in named)


def _stands_bare(token: Token) -> bool:
    """Whether this is a preposition that the parser gave no object."""
    return token.dep_ == "prep" and not any(token.children)


def _beside_cue(when: DocSpan, cue: set[int]) -> bool:
    """Whether nothing but "on", "late" or the like parts the date from the cue before it."""
    index = when.start - 1
    while index >= 0 and when.doc[index].lower_ in _words()["between"]:
        index -= 1
    return index in cue


def _opens_sentence(when: DocSpan, cue: set[int], content: set[int]) -> bool:
    """Whether the date opens the sentence whose main verb is the cue: "On Monday, Vrel said"."""
    sentence = when.root.sent
    opening = when.doc[sentence.start : when.start]
    if any(token.lower_ not in _words()["between"] for token in opening):
        return False
    return sentence.root.i in cue and not any(i in content for i in range(when.start, when.end))


def _heads(token: Token) -> Iterator[Token]:
    for _ in range(_MAX_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def _is_occasion(verb: Token) -> bool:
    """Whether a date of the verb dates what was said: "Asked on Monday", "Shown it on Sunday"."""
    if verb.lemma_.lower() in _words()["occasions"]:
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not _has_subject(verb)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _shares(when: DocSpan, verb: Token, cue: set[int]) -> bool:
    """Whether the saying goes on from the dated verb: "said on Monday …, warning", "… and denied".

    The cue's verb then has no subject of its own, and comes after the date.
    """
    for index in cue:
        token = when.doc[index]
        if token.pos_ != "VERB" or index < when.start or _has_subject(token):
            continue
        for head in _heads(token):
            if head.i == verb.i:
                return True
            # Past a reported clause the speaker goes on: "said it held, warning …".
            if head.dep_ == "relcl" or (head.dep_ != "ccomp" and _has_subject(head)):
                break
    return False


def _leads_to(verb: Token, cue: set[int]) -> bool:
    """Whether the occasion's verb belongs to the saying: "Asked on Wednesday, Marr declined"."""
    return not cue or any(head.i in cue for head in _heads(verb))


def _from_before(
    parsed: ParsedText, own: Sequence[DocSpan], attribution: Attribution, dates: Sequence[When]
) -> When | None:
    first = own[0]
    if first.start == 0:
        return None
    before = parsed.doc[first.start - 1].sent
    here = block_at(parsed.blocks, first.start_char)
    if parsed.blocks and here != block_at(parsed.blocks, before.start_char):
        return None
    verb = before.root
    if verb.lemma_.lower() not in load_table("cues")["verbs"] and not _is_occasion(verb):
        return None
    if not _same_speaker(parsed.doc, attribution, verb):
        return None
    said = {verb.i}
    possible = [
        when
        for when in dates
        if before.start_char <= when.span.start < before.end_char
        and _hangs_on_saying(_tokens(parsed.doc, when.span), said, set())
    ]
    return possible[0] if len(possible) == 1 else None


def _same_speaker(doc: Doc, attribution: Attribution, verb: Token) -> bool:
    """Whether a source is a pronoun, or named as the subject of the saying before."""
    if not attribution.source:
        return False
    source = _tokens(doc, attribution.source[0])
    if len(source) == 1 and source[0].lower_ in _words()["pronouns"]:
        return True
    names = {token.lower_ for token in source if token.pos_ == "PROPN"}
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    spoken = {t.lower_ for subject in subjects for t in subject.subtree if t.pos_ == "PROPN"}
    return bool(names) and source.root.lower_ in spoken


def _words() -> dict[str, Any]:
    said: dict[str, Any] = load_table("dates")["said"]
    return said
