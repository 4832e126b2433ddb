"""Which state the holder of a public post serves, where no country is told with it.

Everybody who speaks for a state at any level has its country as side: mayors, prosecutors, courts,
the police of a town. Their names stay as they are ("Manila police"), so this decides sides alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from sayso.model import PartyKind
from sayso.resolve.parties.at_home import is_regional, is_rival
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_public_body, less_places, plain_words
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.sides import SideTable, country_at
from sayso.resolve.parties.stage import MOST_CANDIDATES
from sayso.resolve.parties.towns import any_town_at
from sayso.resolve.parties.words import Word, fold, keys_of

_SMALL = frozenset({"of", "for", "and", "the", "in", "s"})
_OFFICIAL, _OFFICE = "official", "office"
_COUNTY, _COUNCIL = ("county",), ("council",)
_BRIGADES = frozenset({"fire", "police"})


def states_served(
    readings: Sequence[Reading | None], sources: Sequence[Sequence[Word]], scene: Scene
) -> list[str | None]:
    """Return the country (ISO 3166-1 alpha-3) that each public servant of no ``country`` serves.

    ``sources`` are the words of each in the text, aligned with ``readings``. What one statement
    shows of a person holds for all of that person's.
    """
    found = [
        _of_rank(reading, words, scene)
        or (_state_of(reading, words, scene) if _serves(reading) else None)
        if reading is not None
        else None
        for reading, words in zip(readings, sources, strict=True)
    ]
    told: dict[str, set[str]] = defaultdict(set)
    for reading, code in zip(readings, found, strict=True):
        if reading is not None and code is not None:
            told[reading.name].add(code)
    for i, reading in enumerate(readings):
        if reading is not None and reading.kind is PartyKind.PERSON and reading.name in told:
            codes = told[reading.name] if reading.country is None else set()
            found[i] = next(iter(codes)) if len(codes) == 1 else None
    return _of_helpers(readings, found)


def _of_helpers(
    readings: Sequence[Reading | None], found: Sequence[str | None]
) -> list[str | None]:
    """Return the countries with those of deputies and aides, who speak for whom they serve."""
    lex = lexicon()
    masters: dict[str, str] = {}
    for reading, code in zip(readings, found, strict=True):
        if reading is not None and reading.kind is PartyKind.PERSON and not reading.opposed:
            country = reading.country or code
            stately = reading.office is not None or reading.role in lex.serving
            if country is not None and stately and not reading.past:
                masters[reading.name] = country
    kept: list[str | None] = []
    for reading, code in zip(readings, found, strict=True):
        office = _master(reading) if reading is not None and not reading.country else ""
        kept.append(code or masters.get(office))
    return kept


def _master(reading: Reading) -> str:
    """Return whom somebody helps, whose office a body is: "Moss's office"; else nothing."""
    if reading.kind is PartyKind.ORGANISATION:
        owner, _, part = reading.name.replace("’", "'").partition("'s ")
        return owner if part == _OFFICE else ""
    return reading.office or "" if reading.role in lexicon().deputies else ""


def _state_of(reading: Reading, words: Sequence[Word], scene: Scene) -> str | None:
    codes = set(_seats(words, scene.sides)) or set(_countries_of(reading, scene.sides))
    if codes:
        return codes.pop() if len(codes) == 1 else None
    national = (reading.office or "").endswith(" Ministry") and not is_regional(reading)
    if national or (reading.owner is not None and reading.office is None):
        return None  # weighed before, by the office's own name, or somebody's who is unknown
    home = scene.cast.home.at(words[0].token) if words else None
    lacking = reading.office is None and home in lexicon().lacking.get(reading.role or "", ())
    return None if lacking else home


def _of_rank(reading: Reading, words: Sequence[Word], scene: Scene) -> str | None:
    """Return the country of the force named last before an officer: the navy's admiral."""
    lex = lexicon()
    if reading.role not in lex.officers or reading.office or reading.country:
        return None
    if reading.opposed or reading.past or not words:
        return None
    seen = scene.memory.seen
    after = bisect_left(seen, words[0].start, key=attrgetter("start"))
    for candidate in seen[max(after - MOST_CANDIDATES, 0) : after][::-1]:
        if not scene.stage.near(candidate.start, words[0].start):
            return None
        force = candidate.reading
        if lex.forces.intersection(fold(force.office or force.name)[-1:]):
            return None if force.opposed else force.country
    return None


def _seats(words: Sequence[Word], sides: SideTable) -> Iterator[str]:
    """Yield the country of a place after "in": "the prosecutor in Bangui"."""
    for i, word in enumerate(words[1:], start=1):
        if words[i - 1].text == "in" and word.capital and word.key:
            town, place = any_town_at(words, i), country_at(sides, words, i)
            if town or place:
                yield place[0].code if place else town[0] if town else ""


def _serves(reading: Reading) -> bool:
    """Whether a speaker whose country is left out is of a state at some level."""
    if reading.country is not None or reading.opposed or reading.past:
        return False
    lex, office = lexicon(), reading.office
    said = fold(f"{reading.name} {office or ''} {reading.basis}")
    pairs = {*pairwise(said), *((part,) for part in said)}
    if not lex.apart.isdisjoint(said) or not lex.disputed.isdisjoint(pairs):
        return False
    if is_rival(reading):
        return False
    if reading.kind in BODIES:
        area = reading.kind is PartyKind.GOVERNMENT and not lex.subnational.isdisjoint(said)
        return area or is_public_body(reading.name)
    if office is None:
        return reading.role in lex.serving or _has_public_field(reading)
    if is_public_body(office):
        return True
    head = lex.roles.get(fold(office)[-1:])
    speaks = reading.role in lex.leading | lex.helpers  # "the state governor's spokesman"
    return (
        reading.role in lex.local
        or (speaks and head is not None and head.word in lex.serving)
        or (reading.role in lex.leading and not _BRIGADES.isdisjoint(fold(reading.basis)))
        or (_is_area(office) and reading.role in lex.serving | lex.leading)
        or (office.endswith((" Department", " Ministry")) and reading.role in lex.leading)
    )


def _has_public_field(reading: Reading) -> bool:
    """Whether a chief or officials are told by a public matter: "fire chief", "local officials"."""
    lex = lexicon()
    if reading.role not in lex.leading and reading.role != _OFFICIAL:
        return False
    name = fold(reading.name) if reading.kind is PartyKind.PERSON else ()
    fields = [
        part
        for part in less_places(reading.basis, small=False)
        if part not in name
        and (part,) not in lex.roles
        and (part,) not in lex.titled | lex.qualifiers
        and part not in _SMALL
    ]
    public = lex.administrative | lex.subnational
    known = all(part in public or (part,) in lex.fields or (part,) in lex.areas for part in fields)
    return known and (bool(fields) or reading.role == _OFFICIAL)


def _is_area(name: str) -> bool:
    """Whether all of a name is a town or an area: "Ohio", "Kharkiv region", "Fulton County"."""
    lex = lexicon()
    rest = less_places(name, small=False)  # companies are called like villages
    return all((part,) in lex.provinces | lex.areas for part in rest)


def _countries_of(reading: Reading, sides: SideTable) -> Iterator[str]:
    """Yield the countries of the towns, regions and capitals that a speaker's post names."""
    said = reading.office or ""
    if reading.kind is not PartyKind.PERSON:
        said = f"{reading.name} {said} {reading.basis}"
    words = plain_words(said)
    i = 0
    while i < len(words):
        following = words[i + 1 : i + 2]
        town = any_town_at(words, i) if words[i].capital else None
        place = country_at(sides, words, i) if town is None else None
        county = bool(following) and following[0].key == _COUNTY
        if town is not None and not (county and keys_of(words[i + 2 : i + 3]) != _COUNCIL):
            yield town[0]
        elif place is not None:
            yield place[0].code
        i = town[1] if town else place[1] if place else i + 1
