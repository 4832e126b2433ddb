"""Readers of times of day: "at 5 pm", "1300 GMT", "the evening"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import Found, Reader, words
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain, Period
from sayso.resolve.dates.story import Story


def _clock(hit: Hit, story: Story) -> Sequence[Found]:
    text = hit.last_word("clock") if hit.found["clock"] == "C" else hit.words("clock")[0]
    clock = hit.words("clock")
    mark = (hit.last_word("mark") or clock[-1]).replace(".", "")[-2:]
    clean = text.removesuffix("am").removesuffix("pm")
    if hit.found["clock"] in {"y", "i"}:  # "1300 GMT"
        zone = hit.tokens.word(hit.found.end("clock"))
        local = zone == "local" and hit.tokens.kind(hit.end - 1) != "@"  # "the 2012 local polls"
        if len(clean) != 4 or local:
            return ()
        clean = f"{clean[:2]}:{clean[2:]}"
    hour, _, rest = clean.partition(":")
    minute = rest.split(":")[0] or "00"
    hours = int(hour)
    if mark in {"am", "pm"} and hours <= 12:
        hours = hours % 12 + (12 if mark == "pm" else 0)
    if hours > 24 or int(minute) > 59 or (hit.end - hit.start == 1 and not _asks_for_clock(hit)):
        return ()
    time = f"T{hours:02}:{minute}"
    return (_at_time(hit, story, time, alone=True),)


def _asks_for_clock(hit: Hit) -> bool:
    text = hit.last_word("clock")
    between = hit.tokens.kind(hit.start - 1) == "&" and hit.tokens.kind(hit.start - 2) == "C"
    return text.endswith("m") or hit.tokens.kind(hit.start - 1) in "KFu<s" or between


def _day_part(hit: Hit, story: Story) -> Sequence[Found]:
    time: str = words()["day_parts"][hit.last_word("day_part")]
    return (_at_time(hit, story, time, alone=False),)


def _at_time(hit: Hit, story: Story, time: str, *, alone: bool) -> Found:
    told_a_day = story.told is not None and story.told.grain is Grain.DAY
    in_news = story.published is not None and not story.history
    day = periods.days(story.told_day if told_a_day or not in_news else story.published)
    period = Period(f"{day.value}{time}", day.start, day.end, Grain.DAY)
    return Found(hit.start, hit.end, period, time=time, alone=alone)


READERS: Final[dict[str, Reader]] = {
    "clock": _clock,
    "day_part": _day_part,
}
