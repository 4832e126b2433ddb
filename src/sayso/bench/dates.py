"""Score date expressions against gold, as TempEval-3 does (UzZaman et al. 2013, section 4).

Names of the measures:

- ``span.relaxed``: an expression shares a code point with a gold one, one to one.
- ``span.exact``: an expression has just the gold one's code points.
- ``value``: an expression is paired so, and has the gold one's TIMEX3 value; its recall is over
  all gold expressions, its precision over all that were found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sayso.bench.attribution import Measure
from sayso.bench.spans import overlapping_pairs

JsonDate = Mapping[str, Any]
"""``{"start", "end", "value"}``, offsets in code points; other keys don't count."""

# Corpora write the 1990s as 199 (TIMEX2) or 199X (TimeML), and the 19th century as 18 or 18XX.
_OPEN_DIGITS: Final = re.compile(r"([0-9]{2,3})X{1,2}")


def score_dates(
    gold: Iterable[Mapping[str, Any]], predicted: Mapping[Any, Sequence[JsonDate]]
) -> tuple[Measure, ...]:
    """Score predictions, given by the id of their text, against gold lines.

    A gold line is ``{"id", "dates"}``. A text without predictions counts as one in which nothing
    was found.
    """
    totals = {measure.name: measure for measure in _measures((), ())}
    for line in gold:
        for measure in _measures(line["dates"], predicted.get(line["id"], ())):
            totals[measure.name] += measure
    return tuple(totals.values())


def same_value(one: str, other: str) -> bool:
    """Whether two TIMEX3 values are the same but for how decades and centuries are written."""
    return _plain(one) == _plain(other)


def _measures(gold: Sequence[JsonDate], found: Sequence[JsonDate]) -> tuple[Measure, ...]:
    wanted = [(date["start"], date["end"]) for date in gold]
    ranges = [(date["start"], date["end"]) for date in found]
    pairs = overlapping_pairs(wanted, ranges)
    right = {
        "span.relaxed": len(pairs),
        "span.exact": sum(wanted[i] == ranges[j] for i, j in pairs),
        "value": sum(same_value(gold[i]["value"], found[j]["value"]) for i, j in pairs),
    }
    return tuple(Measure(name, n, len(gold), len(found)) for name, n in right.items())


def _plain(value: str) -> str:
    written = _OPEN_DIGITS.fullmatch(value)
    return written[1] if written else value
