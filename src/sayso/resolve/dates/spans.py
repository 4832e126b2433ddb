"""Readers of lengths of time and of repeated times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import Found, Reader, quantity, words
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain, Period, shift_days
from sayso.resolve.dates.story import Story

_SECONDS: Final = {"TH": "H", "TM": "M", "TS": "S"}
_GRAINS: Final = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


def span_unit(unit: str) -> Grain:
    """Return the grain of a unit, as far as it has one."""
    return _GRAINS.get(unit, Grain.SPAN)


def duration_value(count: int | float | None, unit: str) -> str:
    """Return the TIMEX3 value of a duration: P3D, PT2H, PXM for an unknown number."""
    if unit == "F":
        unit, count = "W", None if count is None else 2 * count
    if unit == "Q":
        unit, count = "M", None if count is None else 3 * count
    if unit == "ML":
        unit, count = "CE", None if count is None else 10 * count
    number = "X" if count is None else f"{count:g}" if isinstance(count, float) else str(count)
    return f"PT{number}{_SECONDS[unit]}" if unit in _SECONDS else f"P{number}{unit}"


def spread(
    anchor: date | None, count: int | None, unit: str, *, back: bool, inclusive: bool = False
) -> Period:
    """Return a duration that ends (``back``) or begins at a day: "the last two weeks".

    The far end is None for an unknown number of units. An ``inclusive`` length counts the
    anchor as its first day: "the last two weeks of August" are fourteen days.
    """
    value = duration_value(count, unit)
    if anchor is None:
        return periods.vague(value, Grain.SPAN)
    far = _far_end(anchor, -count if back else count, unit) if count else None
    if inclusive and far is not None:
        far = shift_days(far, 1 if back else -1)
    start, end = (far, anchor) if back else (anchor, far)
    return Period(value, start, end, Grain.SPAN)


def _far_end(anchor: date, count: int, unit: str) -> date | None:
    per_unit = {"D": 1, "W": 7, "F": 14, "WE": 7}.get(unit)
    if per_unit:
        return shift_days(anchor, per_unit * count)
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}.get(unit)
    if months is None:
        return shift_days(anchor, -1 if count < 0 else 1)
    year, month = periods.shift_months(anchor, months * count)
    last = periods.months(year, month)[1]
    return periods.day_of(year, month, min(anchor.day, last.day)) if last else None


def _duration(hit: Hit, _story: Story) -> Sequence[Found]:
    if _is_age(hit):
        return ()
    if hit.has("whole_unit"):
        return _lasting(hit, duration_value(1.5, words()["units"][hit.last_word("whole_unit")]))
    if hit.has("only_half"):
        unit = words()["units"][hit.last_word("half_unit")]
        if unit == "TH":
            return _lasting(hit, "PT30M")
        return _lasting(hit, duration_value(0.5, unit)) if unit in {"Y", "CE", "DE"} else ()
    if hit.tokens.kind(hit.end) == "-" and hit.tokens.word(hit.end + 1) in {"on", "over", "to"}:
        return ()  # "a year-on-year rise"
    unit = words()["units"].get(hit.last_word("unit"), "D")  # "one night"
    counted = hit.words("count")
    single = counted[0] in {"a", "an"} and len(counted) == 1
    if unit == "Q" or (single and hit.tokens.kind(hit.end - 1) == "V"):
        return ()
    if counted[0] == "many" and hit.before in {"as", "so", "how", "too"}:
        return ()
    if (
        counted[-1] in {"few", "couple", "of", "some", "many", "several"}
        and hit.tokens.kind(hit.end - 1) == "U"
    ):
        return ()
    count: float | int | None = quantity(counted)
    if hit.has("half") and count is not None:
        count += 0.5
    if hit.has("finer"):
        return _lasting_both(hit, count, unit)
    return _lasting(hit, duration_value(count, unit))


def _lasting_both(hit: Hit, count: float | None, unit: str) -> Sequence[Found]:
    """'two hours and 58 minutes', 'three years and two months': a length in two units."""
    finer, rest = words()["units"][hit.last_word("finer")], quantity(hit.words("rest"))
    coarse, both_clock = duration_value(count, unit), unit in _SECONDS and finer in _SECONDS
    mixed = not both_clock and (unit in _SECONDS or finer in _SECONDS or finer in {"F", "Q", "ML"})
    if rest is None or mixed:
        return (Found(hit.start, hit.found.end("unit"), periods.vague(coarse, Grain.SPAN)),)
    fine = duration_value(rest, finer)
    return _lasting(hit, coarse + fine.removeprefix("PT" if both_clock else "P"))


def _lasting(hit: Hit, value: str) -> Sequence[Found]:
    return (Found(hit.start, hit.end, periods.vague(value, Grain.SPAN)),)


def _is_age(hit: Hit) -> bool:
    """'40 years old', 'a two-year-old', 'aged five years', '26 years of age'."""
    tokens = hit.tokens
    following = [tokens.word(hit.end + i) for i in range(2)]
    return (
        following[0] == "old"
        or following in (["-", "old"], ["-", "olds"], ["of", "age"])
        or hit.before in {"aged", "age"}
    )


def _units(hit: Hit, _story: Story) -> Sequence[Found]:
    """'for years', 'days of talks', 'hours after the raid', 'decades-long': bare plurals."""
    if hit.has("long"):
        return _long(hit)
    asked = hit.before in words()["length_before"]["words"]
    filled = hit.after == "of" and hit.tokens.word(hit.end + 1) != "age"
    beside = hit.after in {"after", "before"}
    as_many = hit.before == "many" and hit.tokens.word(hit.start - 2) in {"as", "so", "how", "too"}
    if as_many or not (asked or filled or beside) or not hit.last_word("unit").endswith(("s", "a")):
        return ()
    if (
        hit.before in words()["length_before"]["never"] and not (beside and hit.before == "the")
    ) or words()["units"][hit.last_word("unit")] == "Q":
        return ()
    return _lasting(hit, duration_value(None, words()["units"][hit.last_word("unit")]))


def _long(hit: Hit) -> Sequence[Found]:
    if hit.tokens.word(hit.end - 1) != "long":
        return ()
    unit = words()["units"][hit.last_word("unit")]
    return _lasting(hit, duration_value(1 if hit.found["unit"] == "U" else None, unit))


def _all_unit(hit: Hit, _story: Story) -> Sequence[Found]:
    """'all day', 'all week'."""
    unit = words()["units"][hit.last_word("unit")]
    return _lasting(hit, duration_value(1, unit)) if unit in {"D", "W", "M", "Y"} else ()


def _per(hit: Hit, _story: Story) -> Sequence[Found]:
    return _lasting(hit, duration_value(1, words()["units"][hit.last_word("unit")]))


def _every(hit: Hit, _story: Story) -> Sequence[Found]:
    word, kind = hit.last_word("every"), hit.found["every"]
    table = words()
    if hit.has("other") and (hit.last_word("other") != "other" or kind not in "UH"):
        return ()
    if kind in "UVH":
        alternate = 2 if hit.has("other") else 1
        counted = quantity(hit.words("count")) if hit.has("count") else alternate
        return _lasting(hit, duration_value(counted, table["units"][word]))
    if hit.has("count"):
        return ()
    if kind == "W":
        return _lasting(hit, f"XXXX-WXX-{table['weekdays'][word]}")
    if kind in "Mm":
        return _lasting(hit, f"XXXX-{table['months'][word]:02}")
    if kind == "S":
        return _lasting(hit, f"XXXX-{table['seasons'][word]}")
    return _lasting(hit, f"XXXX-XX-XX{table['day_parts'][word]}")


def _set(hit: Hit, _story: Story) -> Sequence[Found]:
    """'daily', 'weeklong', not 'Coast Daily'."""
    word = hit.tokens.raw(hit.start)
    if not word.islower():
        return ()
    table = words()
    return _lasting(hit, table["sets"].get(word) or table["lengths"][word])


READERS: Final[dict[str, Reader]] = {
    "duration": _duration,
    "units": _units,
    "all_unit": _all_unit,
    "per": _per,
    "every": _every,
    "set": _set,
}
