"""What the gazetteer stores of a place. Standard library only: the build hook loads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """A place as the gazetteer stores it; ``point`` is (latitude, longitude) in degrees WGS 84.

    ``admin1`` is GeoNames' code of the first-order region, empty where there is none, and
    ``admin2`` that of the second order within it. ``kind`` is continent, country, state (a
    first-order region that English texts name bare), province (another one), county (of the second
    order), region, capital or town; ``also`` are names beside ``name``, and ``people`` words for
    those who live there. ``fame`` is how many names GeoNames has for it in all languages: towns
    that the world knows have hundreds.
    """

    name: str
    kind: str
    precision: str
    country: str | None
    admin1: str
    point: tuple[float, float] | None
    geonameid: int | None
    population: int
    fame: int = 0
    also: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    admin2: str = ""
