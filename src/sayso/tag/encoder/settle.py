"""From ranges of words to an attribution's spans: trimmed, merged, quotation marks taken along."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import category

from sayso.language.en.inflect import verb_forms
from sayso.language.quotes import CLOSING_MARKS, OPENING_MARKS
from sayso.model import Attribution, Manner, Span
from sayso.tag.encoder.links import Linked, WordSpan
from sayso.tag.encoder.words import Words, without_marks
from sayso.tag.layout import Layout, has_words
from sayso.tag.rules.lexicon import lexicon

_BEFORE_CLOSING = ".,!?…;:"
"""What may stand between a content's last word and the mark that closes it."""


def settle(layout: Layout, words: Words, linked: Linked) -> Attribution | None:
    """Return the attribution as spans, or None when nothing is left of its content or cue."""
    text = layout.text
    pieces = [quoted(text, *_place(text, words, piece)) for piece in _merged(words, linked.content)]
    content = tuple(span for span in pieces if has_words(text, span.start, span.end))
    cues = _spans(text, words, linked.cue)
    if not content or not cues:
        return None
    return Attribution(
        source=_spans(text, words, linked.source) if linked.source else (),
        cue=cues,
        content=content,
        manner=_manner(layout, cues, content),
        confidence=round(min(max(linked.probability, 0.01), 0.99), 2),
    )


def _manner(layout: Layout, cue: Sequence[Span], content: Sequence[Span]) -> Manner:
    manner = Manner.INDIRECT
    if layout.quote_at(cue[0].start) is None:
        # Within a quotation the marks are those of whoever is quoted, not this speaker's.
        manner = layout.manner_of(tuple((span.start, span.end) for span in content))
    if manner is Manner.INDIRECT and _shows_a_mind(cue[0].text):
        return Manner.ATTITUDE
    return manner


def _shows_a_mind(cue: str) -> bool:
    return not _attitudes().isdisjoint(cue.lower().split())


@lru_cache(maxsize=1)
def _attitudes() -> frozenset[str]:
    return frozenset(form for word in lexicon().attitude for form in verb_forms(word))


def _merged(words: Words, pieces: Sequence[WordSpan]) -> list[WordSpan]:
    """Join the pieces of one content that only marks within a line part."""
    merged: list[WordSpan] = []
    for low, high in sorted(pieces):
        if merged and words.is_mark[merged[-1][1] : low].all():
            gap = words.is_break[merged[-1][1] : low]
            if not gap.any():
                merged[-1] = (merged[-1][0], high)
                continue
        merged.append((low, high))
    return merged


def _place(text: str, words: Words, span: WordSpan) -> tuple[int, int]:
    """Return a range of words as code points, empty when it holds breaks alone."""
    low, high = without_marks(words, span)
    # Where there are marks alone, those at the ends may be breaks, which have no characters.
    while low < high and words.is_break[low]:
        low += 1
    while low < high and words.is_break[high - 1]:
        high -= 1
    if low == high:
        return 0, 0
    end = int(words.end[high - 1])
    # The tokenizer drops combining marks, those at a word's end from its place, too.
    while end < len(text) and category(text[end]) == "Mn":
        end += 1
    return int(words.start[low]), end


def _spans(text: str, words: Words, span: WordSpan) -> tuple[Span, ...]:
    start, end = _place(text, words, span)
    return (Span(start, end, text[start:end]),) if start < end else ()


def quoted(text: str, start: int, end: int) -> Span:
    """Return the span with the quotation marks that stand at its ends."""
    if start and text[start - 1] in OPENING_MARKS:
        start -= 1
    after = end
    while after < len(text) and text[after] in _BEFORE_CLOSING:
        after += 1
    if after < len(text) and text[after] in CLOSING_MARKS:
        end = after + 1
    return Span(start, end, text[start:end])
