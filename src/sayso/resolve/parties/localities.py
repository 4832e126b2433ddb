"""Which town a bare mayor, which region a bare governor is of, by where the news happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.language.en.dateline import LONGEST, dateline_end
from sayso.language.en.tables import load_table
from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_public_body
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.sides import country_at, names_country
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.towns import towns as known_towns
from sayso.resolve.parties.whereabouts import region_told
from sayso.resolve.parties.words import Word, fold, text_of

_TOWNS = frozenset({"city", "town", "village"})
_REGIONS = frozenset({"state", "region", "province", "oblast", "governorate"})
_IN = frozenset({"in", "at", "near", "outside", "of", "over"})
_OBLASTS = frozenset({"UKR", "RUS", "BLR", "KAZ"})
_OBLAST = "oblast"
_PLACES = frozenset({"GPE", "LOC", "FAC", "PERSON", ""})
_SENT = frozenset({"installed", "military", "appointed", "backed", "exiled"})
_MAYOR, _GOVERNOR, _PREMIER = "mayor", "governor", "premier"
_OF_PROVINCES = frozenset({"AUS", "CAN", "ZAF"})
"""Where premiers are those of states and provinces."""
Key = tuple[str, ...]
_BARE = frozenset({PartyKind.PERSON, PartyKind.OFFICE})


def localised(reading: Reading, at: int, scene: Scene) -> Reading:
    """Return a mayor or governor with the place, "the city's police" with the city's name.

    ``at`` is the token where it stands. A place must be the only one that may be meant.
    """
    owner, mark, part = (
        (reading.office or "").removeprefix("the ").replace("’", "'").partition("'s ")
    )
    noun = fold(owner)[-1:]
    public = mark and noun and fold(part)[-1:] not in lexicon().seated
    if public and (noun[0] in _TOWNS or noun[0] in _REGIONS):
        place = _town(at, scene) if noun[0] in _TOWNS else _region(at, scene)
        if place is None and not is_public_body(part):
            return reading
        return replace(reading, office=f"{place} {part}" if place else part)
    if reading.office is not None or reading.kind not in _BARE or reading.past or reading.opposed:
        return reading
    if reading.kind is PartyKind.OFFICE and not reading.definite:
        return reading
    place = None
    told = frozenset(fold(reading.basis))
    if not told.isdisjoint(_SENT | _REGIONS):
        return reading  # the "Moscow-installed governor", "the region's governor": of nowhere known
    if reading.role == _MAYOR:
        place = _town(at, scene)
    elif (reading.role == _GOVERNOR and "bank" not in told) or (
        _PREMIER in told and scene.cast.home.at(at) in _OF_PROVINCES
    ):
        place = _region(at, scene)
    if place is None:
        return reading
    named = reading.kind is PartyKind.PERSON
    return replace(reading, office=place, name=reading.name if named else reading.role or "")


def _town(at: int, scene: Scene) -> str | None:
    """Return the only place told in the sentence, else in the first, else a dateline's."""
    sentence = scene.doc[at].sent
    end = _dateline(scene)
    opening = scene.doc[end].sent
    for start, stop in ((sentence.start, at), (end, min(opening.end, at))):
        words = scene.cast.words_between(start, stop)
        named = {fold(name): name for name in _places(words, scene)}
        if len(named) == 1:
            return next(iter(named.values()))
        if named:
            return None
    words = scene.cast.words_between(0, end)
    head = next((i for i, w in enumerate(words) if not w.capital), len(words))
    name = text_of(words[:head])
    return name.title() if head and country_at(scene.sides, words, 0) is None else None


def _dateline(scene: Scene) -> int:
    """Return the token at which the text begins after its dateline."""
    end = dateline_end(scene.text[:LONGEST], 0)
    return next((token.i for token in scene.doc if token.idx >= end), 0) if end else 0


def _places(words: Sequence[Word], scene: Scene) -> Iterator[str]:
    """Yield the names of places that stand after "in" and the like, no countries."""
    lex = lexicon()
    for i, end in _names(words, scene):
        if not i or not is_word(words[i - 1], _IN) or is_word(words[i], lex.days):
            continue
        label = scene.doc[words[i].token].ent_type_
        town = town_at(words, i)
        body = words[end - 1].key in lex.organisations
        region = end < len(words) and (words[end].key in lex.provinces or words[end].possessive)
        if region or (town is None and (body or label not in _PLACES)):
            continue
        yield text_of(words[i : town[1] if town and body else end])


def _region(at: int, scene: Scene) -> str | None:
    """Return the only region named before: "Velm region", a known one, or that of the only town."""
    words = scene.cast.words_between(0, at)
    called: dict[Key, str] = {}
    known: dict[Key, str] = {}
    towns: dict[Key, tuple[str, str]] = {}
    for i, end in _names(words, scene):
        name = text_of(words[i:end])
        region = end < len(words) and is_word(words[end], _REGIONS)
        titles = region and end + 1 < len(words) and words[end + 1].key in lexicon().nominal
        of = i > 1 and words[i - 1].text == "of" and is_word(words[i - 2], _REGIONS)
        town = town_at(words, i)
        if of or (region and not titles):
            called[fold(name)] = name if of else text_of(words[i : end + 1])
        elif fold(name) in _seats()[0]:
            known[fold(name)] = name
        elif town is not None and town[1] == end:
            towns[fold(name)] = name.title() if name.isupper() else name, town[0]
    for found in (called, known):
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    if (told := region_told(words, scene.doc)) is not None:
        return told[1]
    if len(towns) != 1:
        return None
    ((key, (name, code)),) = towns.items()
    if code in _OBLASTS:
        stem = key[0][:-1]
        oblast = any(region.startswith(stem) for region in _oblasts(code))
        return f"{name} region" if oblast and len(key) == 1 else None
    return _seats()[1].get(key, name)


def _names(words: Sequence[Word], scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield where capitalised names stand, less countries and articles."""
    i = 0
    while i < len(words):
        place = country_at(scene.sides, words, i) if words[i].capital else None
        nation = place is not None or names_country(words[i].text)
        if nation or not words[i].capital or is_word(words[i], lexicon().determiners):
            i = place[1] if place else i + 1
            continue
        end = i
        while end < len(words) and words[end].capital:
            end += 1
        yield i, end
        i = end


@lru_cache(maxsize=8)
def _oblasts(code: str) -> frozenset[str]:
    """Return the folded first words of a country's oblasts ("kharkivska")."""
    named = (key for key, of in known_towns().items() if of == code)
    return frozenset(key[0] for key in named if key[-1] == _OBLAST)


@lru_cache(maxsize=1)
def _seats() -> tuple[frozenset[Key], Mapping[Key, str]]:
    """Return the folded names of regions not called like their seats, and seats to them."""
    rows = [row for regions in load_table("provinces").values() for row in regions.items()]
    names = frozenset(
        fold(name) for region, told in rows for name in (region, *told.get("also", ()))
    )
    return names, {fold(told["seat"]): region for region, told in rows if "seat" in told}
