"""Score places against gold points: right is what lies within 161 km (100 miles) of them.

Names of the measures:

- ``given.within_161km``: of the gold mentions, given as spans, those resolved to a point that near
  the gold one. Its recall is Acc@161km over all gold mentions.
- ``found.span``: places found in the plain text that share a code point with a gold mention, one to
  one.
- ``found.within_161km``: those of them whose points are that near.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any, Final

from sayso.bench.attribution import Measure
from sayso.bench.spans import overlapping_pairs

JsonPlace = Mapping[str, Any]
"""``{"start", "end", "lat", "lon"}``: offsets in code points, degrees WGS 84 or null."""

NEAR_KM: Final = 161.0
_EARTH_KM: Final = 6371.0


def score_places(
    gold: Iterable[Mapping[str, Any]],
    *,
    given: Mapping[Any, Sequence[JsonPlace]],
    found: Mapping[Any, Sequence[JsonPlace]],
) -> tuple[Measure, ...]:
    """Score places by the id of their text: those of the ``given`` mentions, and those ``found``.

    A gold line is ``{"id", "places"}``. A mention left out of ``given`` counts as not resolved.
    """
    totals = {measure.name: measure for measure in _measures((), (), ())}
    for line in gold:
        for measure in _measures(
            line["places"], given.get(line["id"], ()), found.get(line["id"], ())
        ):
            totals[measure.name] += measure
    return tuple(totals.values())


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees, latitude first."""
    (lat, lon), (other_lat, other_lon) = map(_radians, (one, other))
    across = sin((other_lat - lat) / 2) ** 2
    along = cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(across + along)))


def is_near(one: JsonPlace, other: JsonPlace) -> bool:
    """Whether both places have points that lie at most 161 km apart."""
    points = [(place["lat"], place["lon"]) for place in (one, other)]
    if any(degree is None for point in points for degree in point):
        return False
    return distance_km(*points) <= NEAR_KM


def _measures(
    gold: Sequence[JsonPlace], given: Sequence[JsonPlace], found: Sequence[JsonPlace]
) -> tuple[Measure, ...]:
    at = {_range(place): place for place in given}
    resolved = sum(_range(g) in at and is_near(g, at[_range(g)]) for g in gold)
    pairs = overlapping_pairs([_range(g) for g in gold], [_range(f) for f in found])
    near = sum(is_near(gold[i], found[j]) for i, j in pairs)
    return (
        Measure("given.within_161km", resolved, len(gold), len(at)),
        Measure("found.span", len(pairs), len(gold), len(found)),
        Measure("found.within_161km", near, len(gold), len(found)),
    )


def _radians(point: tuple[float, float]) -> tuple[float, float]:
    return radians(point[0]), radians(point[1])


def _range(place: JsonPlace) -> tuple[int, int]:
    return place["start"], place["end"]
