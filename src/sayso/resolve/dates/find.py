"""Finding the date expressions of a text and what days they come to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.model import Block, BlockKind, Span, When
from sayso.resolve.dates import (
    calendar_days,
    calendar_years,
    clock,
    named_days,
    pointers,
    relative,
    spans,
)
from sayso.resolve.dates.found import Found, Reader
from sayso.resolve.dates.hits import hits_at
from sayso.resolve.dates.periods import Grain, Period, opened
from sayso.resolve.dates.story import Story, is_history
from sayso.resolve.dates.tokens import BREAK, Tokens, tokens_of

READERS: Final[dict[str, Reader]] = {
    **calendar_days.READERS,
    **calendar_years.READERS,
    **named_days.READERS,
    **relative.READERS,
    **spans.READERS,
    **clock.READERS,
    **pointers.READERS,
}
# Tokens that may stand between a time of day and its day: "on Monday at 5 pm", "evening of".
_JOINTS: Final = ("", "K", ",", "r", "kt", "rt", "Kt", ",K")
_SINCE_FILLERS: Final = frozenset({"about", "around", "at", "least", "the"})


def find_dates(
    text: str, *, published: date | None, blocks: Sequence[Block] = (), timex3: bool = False
) -> tuple[When, ...]:
    """Return the date expressions of a text, in text order and without overlap.

    Each When has the TIMEX3 value (TimeML 1.2.1) and the closed interval of days that the
    expression comes to; both ends are None for lengths of time that hang on no day, for days
    that can't be known, and for years before the first. "since X" is one expression with the
    ISO 8601-2 value "X/.." and no end; "until X" has no start. What hangs on the day of
    publication (in news) or on the date told last (in histories, and "two days later"
    everywhere) is resolved from there. With ``timex3`` an interval that "since" opens keeps the
    value of the expression itself ("2026-04"), as TIMEX3 knows no open intervals. Captions and
    credits keep their dates to themselves. Time and memory are linear in the text.
    """
    tokens = tokens_of(text)
    story = Story(published, is_history(tokens, published))
    return tuple(_when(tokens, one, timex3=timex3) for one in _read(tokens, story, blocks))


def _read(tokens: Tokens, story: Story, blocks: Sequence[Block]) -> Iterator[Found]:
    """Yield the resolved expressions, times of day joined to their days."""
    position = 0
    pending: Found | None = None
    for one in _each(tokens, story, blocks):
        joined = _joined(tokens, pending, one) if pending else None
        if joined:
            pending = joined
            continue
        if pending and pending.alone:
            yield _bounded(tokens, pending, position)
            position = pending.end
        pending = one
    if pending and pending.alone:
        yield _bounded(tokens, pending, position)


def _each(tokens: Tokens, story: Story, blocks: Sequence[Block]) -> Iterator[Found]:
    position = paragraph = 0
    aside: Story | None = None
    aside_at = _aside_test(blocks)
    while hits := hits_at(tokens, position):
        start = hits[0].start
        if BREAK in tokens.classes[paragraph:start]:
            story.new_paragraph()
        paragraph = start
        inside = aside_at(tokens.starts[start])
        if inside and aside is None:
            aside = Story(story.published, story.history)
        current = aside if inside and aside else story
        for hit in hits:
            read = READERS[hit.rule](hit, current)
            if read:
                break
        else:
            position = start + 1
            continue
        for one in read:
            if not one.time and tokens.kind(one.start - 1) != "s":
                current.tell(one.period, own=one.own)
            yield one
        position = read[-1].end


_ASIDE: Final = frozenset({BlockKind.CAPTION, BlockKind.CREDIT})


def _aside_test(blocks: Sequence[Block]) -> Callable[[int], bool]:
    """Return the test whether a code point lies in a caption or credit."""
    kept = sorted((b.start, b.end) for b in blocks if b.kind in _ASIDE)
    starts = [start for start, _ in kept]

    def test(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < kept[index][1]

    return test


def _joined(tokens: Tokens, first: Found, second: Found) -> Found | None:
    """Return a day and a time of day beside it as one expression."""
    if tokens.classes[first.end : second.start] not in _JOINTS:
        return None
    day, time = (second, first) if first.time else (first, second)
    if day.time or not time.time or day.period.grain is not Grain.DAY or "T" in day.period.value:
        return None
    period = replace(day.period, value=f"{day.period.value}{time.time}")
    return Found(first.start, second.end, period, day.own)


def _bounded(tokens: Tokens, one: Found, floor: int) -> Found:
    """Open the interval of an expression after "since" or "until"."""
    before = one.start - 1
    while before > floor and tokens.word(before) in _SINCE_FILLERS:
        before -= 1
    if one.period.grain is Grain.SPAN or before < floor:
        return one
    if tokens.kind(before) == "s" and one.period.start:
        return replace(one, start=before, period=opened(one.period), plain=one.period.value)
    if tokens.kind(before) == "u" and one.period.end:
        return replace(one, period=Period(one.period.value, None, one.period.end, Grain.SPAN))
    return one


def _when(tokens: Tokens, one: Found, *, timex3: bool) -> When:
    start, end = tokens.starts[one.start], tokens.ends[one.end - 1]
    span = Span(start, end, tokens.text[start:end])
    value = one.plain if timex3 and one.plain else one.period.value
    return When(span, value, one.period.start, one.period.end)
