"""Readers of weekdays, weekends, "today" and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import AHEAD, BEHIND, Found, Reader, direction_step, tense_of, words
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain, shift_days
from sayso.resolve.dates.story import Story
from sayso.resolve.dates.tense import Tense

_LIMITS: Final = frozenset({"until", "till", "by"})


def _weekday(hit: Hit, story: Story) -> Sequence[Found]:
    name = hit.last_word("weekday")
    number: int = words()["weekdays"][name]
    if _is_name(hit):
        return ()
    if name.endswith("ys"):
        return (Found(hit.start, hit.end, periods.vague(f"XXXX-WXX-{number}", Grain.SPAN)),)
    direction = hit.found["direction"] or ""
    told = direction.endswith(("f", "q")) or direction == "tn" or direction.endswith("j")
    anchor = story.told_day if told or story.history else story.published
    if anchor is None and not story.history:
        anchor = story.published
    if anchor is None:
        unknown = periods.vague(f"XXXX-WXX-{number}", Grain.DAY)
        return (Found(hit.start, hit.end, unknown),)
    own = not (told or story.history)
    if _closes_range(hit) and story.told_day:
        ends = shift_days(story.told_day, (number - story.told_day.isoweekday()) % 7 or 7)
        return (Found(hit.start, hit.end, periods.days(ends), own),)
    day = _weekday_near(anchor, number, direction[-1:], hit, story)
    return (Found(hit.start, hit.end, periods.days(day), own),)


def _weekday_near(anchor: date, number: int, direction: str, hit: Hit, story: Story) -> date | None:
    ahead = (number - anchor.isoweekday()) % 7
    behind = (anchor.isoweekday() - number) % 7
    if direction and direction in AHEAD:
        return shift_days(anchor, ahead or 7)
    if direction and direction in BEHIND:
        return shift_days(anchor, -(behind or 7))
    if direction == "h":
        return periods.weekday_in(anchor, number)
    tense = tense_of(hit)
    lies_ahead = tense is Tense.FUTURE or (tense is Tense.UNKNOWN and hit.before in _LIMITS)
    if story.history or lies_ahead:
        return shift_days(anchor, ahead)
    return shift_days(anchor, -behind)


def _closes_range(hit: Hit) -> bool:
    """Whether this is the second weekday of "Monday to Friday", "between Monday and Friday"."""
    tokens = hit.tokens
    joined = tokens.kind(hit.start - 2) == "W" and tokens.kind(hit.start - 1) in "&-u"
    return joined and (hit.before != "and" or tokens.kind(hit.start - 3) == "<")


def _is_name(hit: Hit) -> bool:
    names = words()["weekday_names"]
    following, preceding = hit.tokens.raw(hit.end), hit.tokens.raw(hit.start - 1)
    return (following[:1].isupper() and following.lower() in names["after"]) or (
        preceding[:1].isupper() and preceding.lower() in names["before"]
    )


def _weekday_of_week(hit: Hit, story: Story) -> Sequence[Found]:
    """'Monday last week', 'Friday of next week'."""
    if hit.last_word("unit") != "week" or story.anchor is None:
        return ()
    moved = shift_days(story.anchor, 7 * direction_step(hit.found["direction"]))
    number = words()["weekdays"][hit.last_word("weekday")]
    day = periods.weekday_in(moved, number) if moved else None
    return (Found(hit.start, hit.end, periods.days(day), own=True),)


def _day_word(hit: Hit, story: Story) -> Sequence[Found]:
    word = hit.last_word("word")
    if _ends_a_title(hit):
        return ()
    if story.published is None:
        unknown = periods.vague("XXXX-XX-XX", Grain.DAY)
        return (Found(hit.start, hit.end, unknown),)
    if story.history:
        value = "PRESENT_REF" if word == "today" else "XXXX-XX-XX"
        return (Found(hit.start, hit.end, periods.vague(value, Grain.SPAN)),)
    day = shift_days(story.published, words()["day_words"][word])
    period = periods.days(day)
    if word == "tonight":
        period = replace(period, value=f"{period.value}TNI")
    return (Found(hit.start, hit.end, period, own=True),)


def _ends_a_title(hit: Hit) -> bool:
    """Whether a capital makes the word part of a name: "Coast Today"."""
    word, preceding = hit.tokens.raw(hit.start), hit.tokens.raw(hit.start - 1)
    return word[0].isupper() and preceding[:1].isupper() and hit.tokens.kind(hit.start - 1) == "."


def _day_beside_word(hit: Hit, story: Story) -> Sequence[Found]:
    """'the day after tomorrow', 'the day before yesterday'."""
    if story.published is None or story.history or hit.tokens.word(hit.end - 3) != "day":
        return ()
    step = -1 if hit.found["direction"] == "c" else 1
    day = shift_days(story.published, words()["day_words"][hit.last_word("word")] + step)
    return (Found(hit.start, hit.end, periods.days(day), own=True),)


def _weekend(hit: Hit, story: Story) -> Sequence[Found]:
    """'at the weekend', 'over the weekend': the last one that has begun, or the coming one."""
    if hit.last_word("weekend") != "weekend" or story.anchor is None or hit.after == "of":
        return ()
    if story.history and hit.tokens.kind(hit.start - 1) != "K":
        return ()
    ahead = tense_of(hit) is Tense.FUTURE or story.anchor.isoweekday() >= 6
    day = shift_days(story.anchor, 0 if ahead else -7)
    return (Found(hit.start, hit.end, periods.weekend(day), own=True),)


READERS: Final[dict[str, Reader]] = {
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "day_word": _day_word,
    "day_beside_word": _day_beside_word,
    "weekend": _weekend,
}
