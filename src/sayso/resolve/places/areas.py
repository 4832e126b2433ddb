"""The regions of countries: states, provinces and counties, with the points of their towns.

Standard library and the data packages only: the build hook loads this module before sayso is
installed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.resolve.places.fold import fold
from sayso.resolve.places.packages import Area, data, own_table
from sayso.resolve.places.record import Record

UNITED_STATES = "USA"
COUNTY_WORDS = ("County", "Parish", "Borough", "Census Area", "Municipality")
"""Last words in the names of the second-order regions of the United States."""
AREA_WORDS = ("province", "region")
"""Words with which English news call a first-order region of any kind."""


def states(towns: Iterable[Record]) -> Iterator[Record]:
    """Yield the states of the United States."""
    own = own_table("states")
    people: defaultdict[str, int] = defaultdict(int)
    for town in towns:
        if town.country == UNITED_STATES:
            people[town.admin1] += town.population
    for code, state in data("us_states.json").items():
        yield Record(
            name=state["name"],
            kind="state" if own[code].get("bare", True) else "province",
            precision="region",
            country=UNITED_STATES,
            admin1=code,
            point=tuple(own[code]["point"]),
            geonameid=state["geonameid"],
            population=people[code],
            also=(code, *own[code].get("also", ())),
            people=tuple(own[code].get("people", ())),
        )


def provinces(towns: Iterable[Record], regions: Mapping[tuple[str, str], Area]) -> Iterator[Record]:
    """Yield the first-order regions of sayso's own table, by the seat that each is known by.

    ``regions`` are those of GeoNames by country and first-order code.
    """
    own = own_table("provinces")
    by_name: defaultdict[tuple[str | None, str], list[Record]] = defaultdict(list)
    members: defaultdict[tuple[str | None, str], list[Record]] = defaultdict(list)
    for town in towns:
        if town.country in own:
            members[town.country, town.admin1].append(town)
            for key in {fold(n) for n in (town.name, *town.also)}:
                by_name[town.country, key].append(town)
    for country, rows in own.items():
        for name, province in rows.items():
            seats = by_name[country, fold(province["seat"])]
            if not seats:
                raise ValueError(f"provinces.toml: {country} has no town {province['seat']!r}")
            seat = max(seats, key=lambda town: town.population)
            within = members[country, seat.admin1]
            known = regions.get((country, seat.admin1))
            yield Record(
                name=name,
                kind="state",
                precision="region",
                country=country,
                admin1=seat.admin1,
                point=tuple(province.get("point", ())) or middle(within),
                geonameid=province.get("geonameid", known.geonameid if known else None),
                population=sum(town.population for town in within),
                also=tuple(province.get("also", ())),
            )


def divisions(
    towns: Sequence[Record], areas: Iterable[Area], iso3: Mapping[str, str], taken: set[int | None]
) -> Iterator[Record]:
    """Yield the regions that hold towns, but for those whose GeoNames ids are ``taken``.

    ``iso3`` gives ISO 3166-1 alpha-3 codes by alpha-2. A region called after a town in it has no
    bare name: "Idlib" is the town, "Idlib province" the region.
    """
    members: defaultdict[str, list[Record]] = defaultdict(list)
    for town in towns:
        members[f"{town.country} {town.admin1}"].append(town)
        if town.admin2:
            members[town.admin2].append(town)
    for area in areas:
        country_code, admin1, *deeper = area.code.split(".")
        country = iso3.get(country_code)
        first_order = f"{country} {admin1}"
        within = members[area.code if deeper else first_order]
        if not within or country is None or area.geonameid in taken:
            continue
        homonyms = {fold(n) for town in members[first_order] for n in (town.name, *town.also)}
        bare, full = _named(area, homonyms, deep=bool(deeper))
        names = (*bare, *full)
        if names:
            yield Record(
                name=names[0],
                kind="county" if deeper else "province",
                precision="region",
                country=country,
                admin1=admin1,
                point=middle(within),
                geonameid=area.geonameid,
                population=sum(town.population for town in within),
                fame=len(area.also),
                also=names[1:],
                admin2=area.code if deeper else "",
            )


def _named(area: Area, homonyms: set[str], *, deep: bool) -> tuple[list[str], list[str]]:
    """Return the names of a region that no town in it has, and those with the word for it."""
    names = [area.name, *area.also]
    bare = [name for name in names if fold(name) not in homonyms]
    if deep:
        shorter = [area.name.removesuffix(f" {word}") for word in COUNTY_WORDS]
        full = [f"{area.name} County"] if "county" in area.kind else []
        return bare, [*full, *(n for n in shorter if n not in names and fold(n) not in homonyms)]
    words = dict.fromkeys((*([area.kind] if area.kind else []), *AREA_WORDS))
    return bare, [f"{name} {word}" for name in names for word in words if word not in fold(name)]


def middle(towns: Iterable[Record]) -> tuple[float, float] | None:
    """Return the mean point of the towns: good for lands that don't straddle the date line."""
    points = [town.point for town in towns if town.point]
    if not points:
        return None
    return (
        round(sum(latitude for latitude, _ in points) / len(points), 4),
        round(sum(longitude for _, longitude in points) / len(points), 4),
    )
