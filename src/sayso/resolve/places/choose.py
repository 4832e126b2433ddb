"""Choosing among the places that share a name, all names of a text at once.

Each name's candidates are scored by how prominent they are and by how well they fit the likely
candidates of the other names: same country, same region, one inside the other, near by. The
scores become probabilities and support each other for a few rounds (mean-field inference in a
log-linear model; compare Santos et al. 2015 and Speriosu & Baldridge 2013 on context in toponym
resolution). The weights were fitted on two development corpora, then ``fame`` and ``parent`` set
higher than local news asks for: news of conflicts names the places that the world knows, and
"Paris, Texas" must never be the other one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.resolve.places.gazetteer import Entry

EARTH_RADIUS_KM = 6371.0
MAX_NAMES = 300
"""Names weighed against each other at a time: the cost grows with their square."""
MAX_CANDIDATES = 1200
"""Of the names weighed together; with more names, fewer candidates of each are kept."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the log-linear model; distances in kilometres."""

    population: float = 0.7
    country: float = 14.0
    continent: float = 18.0
    state: float = 11.3
    county: float = 3.0
    region: float = 5.5
    fame: float = 0.6
    capital: float = 0.7
    alias: float = -3.0
    alias_fame: float = 50.0
    people: float = -1.0
    parent: float = 5.0
    same_country: float = 1.2
    same_admin1: float = 3.0
    same_admin2: float = 3.0
    holds: float = 1.7
    near: float = 5.0
    near_km: float = 100.0
    rounds: int = 4


WEIGHTS = Weights()
SEEN_WEIGHT = 0.25
"""Weight as context of a name that may be no place here, beside 1 of a place."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a text: the places it can mean and those that the text says hold it.

    ``weight`` is how much the name counts as context for others.
    """

    entries: tuple[Entry, ...]
    parents: tuple[Entry, ...] = ()
    weight: float = 1.0


def choose(names: Sequence[Name], weights: Weights = WEIGHTS) -> tuple[Entry | None, ...]:
    """Return the place that each name most likely means; None for a name with no candidates."""
    return tuple(
        entry
        for start in range(0, len(names), MAX_NAMES)
        for entry in _choose_together(names[start : start + MAX_NAMES], weights)
    )


def _choose_together(names: Sequence[Name], weights: Weights) -> list[Entry | None]:
    room = MAX_CANDIDATES // len(names)
    kept = [name.entries[:room] for name in names]
    entries = [entry for group in kept for entry in group]
    if not entries:
        return [None] * len(names)
    owner = np.repeat(np.arange(len(names)), [len(group) for group in kept])
    base = np.array(
        [
            _prior(e, weights) + _parental(e, names[int(o)], weights)
            for e, o in zip(entries, owner, strict=True)
        ],
        dtype=np.float32,
    )
    score = base
    if len(names) > 1:
        links = _links(entries, owner, weights)
        counts = np.array([name.weight for name in names], dtype=np.float32)[owner]
        for _ in range(weights.rounds):
            likely = _softmax(score, owner, len(names)) * counts
            score = base + _support(links, likely)
    best: list[Entry | None] = []
    position = 0
    for group in kept:
        if group:
            best.append(group[int(np.argmax(score[position : position + len(group)]))])
        else:
            best.append(None)
        position += len(group)
    return best


def contains(outer: Entry, inner: Entry) -> bool:
    """Whether one place lies in the other, by country and first-order region."""
    if outer.id == inner.id or outer.country is None or outer.country != inner.country:
        return False
    if outer.kind == "country":
        return inner.kind != "country"
    if not outer.is_division or not (inner.is_town or inner.kind == "county"):
        return False
    return outer.admin1 == inner.admin1 and outer.admin2 in ("", inner.admin2)


def distance_km(a: Entry, b: Entry) -> float:
    """Return the great-circle distance; infinite where either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = (
        math.sin((q - p) / 2) ** 2
        + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def _prior(entry: Entry, weights: Weights) -> float:
    kinds = {
        "country": weights.country,
        "continent": weights.continent,
        "state": weights.state,
        "county": weights.county,
        "region": weights.region,
    }
    size = kinds.get(entry.kind)
    if size is None:  # a town, or a region that few texts name
        size = weights.population * math.log10(entry.population + 10)
        size += weights.fame * math.log(entry.fame + 1)
        size += weights.capital if entry.kind == "capital" else 0.0
    if entry.people:
        return size + weights.people
    if entry.main or not (entry.is_town or entry.kind in ("province", "county")):
        return size
    # Of a town that the world knows, other names are exonyms ("Odessa"); of a hamlet, oddities.
    return size + weights.alias / (1 + entry.fame / weights.alias_fame)


def _parental(entry: Entry, name: Name, weights: Weights) -> float:
    if any(contains(parent, entry) for parent in name.parents):
        return weights.parent
    near = 300.0  # a named region has no border here: "near its middle" stands for "in it"
    if any(p.kind == "region" and distance_km(p, entry) < near for p in name.parents):
        return weights.parent / 2
    return 0.0


def _links(
    entries: Sequence[Entry], owner: NDArray[np.intp], weights: Weights
) -> list[tuple[float, Matrix]]:
    """Return the ways in which candidates (rows) fit other ones (columns), with their weights."""
    countries = _codes([e.country for e in entries])
    regions = _codes(
        [f"{e.country} {e.admin1}" if e.country and e.admin1 else None for e in entries]
    )
    counties = _codes([e.admin2 or None for e in entries])
    # A country named in passing holds too many namesakes to count beyond "same country".
    areas = np.array([e.is_division for e in entries])
    countrywide = np.array([e.kind == "country" for e in entries])
    same_country = _same(countries)
    same_region = _same(regions)
    holds = areas[None, :] & same_region
    same_county = _same(counties)
    others = owner[:, None] != owner[None, :]
    ways = (
        (weights.same_country, same_country & others),
        (weights.same_admin1, same_region & others),
        (weights.same_admin2, same_county & others),
        (weights.holds, holds & ~countrywide[:, None] & others),
    )
    return [
        *((weight, way.astype(np.float32)) for weight, way in ways),
        (weights.near, _nearness(entries, weights.near_km) * others),
    ]


def _codes(values: Sequence[str | None]) -> NDArray[np.int32]:
    numbers: dict[str, int] = {}
    return np.array(
        [-1 if value is None else numbers.setdefault(value, len(numbers)) for value in values],
        dtype=np.int32,
    )


def _same(codes: NDArray[np.int32]) -> NDArray[np.bool_]:
    known = codes >= 0
    same: NDArray[np.bool_] = (codes[:, None] == codes[None, :]) & known[:, None] & known[None, :]
    return same


def _nearness(entries: Sequence[Entry], scale_km: float) -> Matrix:
    """Return exp(-distance / scale), zero where a point is missing."""
    known = np.array([e.lat is not None for e in entries], dtype=np.float32)
    lat = np.radians(np.array([e.lat or 0.0 for e in entries], dtype=np.float32))
    lon = np.radians(np.array([e.lon or 0.0 for e in entries], dtype=np.float32))
    points = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    chord = np.sqrt(np.maximum(0.0, 2.0 - 2.0 * (points @ points.T)))
    near: Matrix = np.exp(-EARTH_RADIUS_KM / scale_km * chord) * known[:, None] * known[None, :]
    return near


def _softmax(score: Matrix, owner: NDArray[np.intp], names: int) -> Matrix:
    top = np.full(names, -np.inf, dtype=np.float32)
    np.maximum.at(top, owner, score)
    raised = np.exp(score - top[owner])
    total = np.zeros(names, dtype=np.float32)
    np.add.at(total, owner, raised)
    likely: Matrix = raised / total[owner]
    return likely


def _support(links: Sequence[tuple[float, Matrix]], likely: Matrix) -> Matrix:
    """Return each candidate's gain: of many names that fit, each further one counts for less."""
    support: Matrix = sum(
        (weight * np.log1p(way @ likely) for weight, way in links), np.zeros_like(likely)
    )
    return support
