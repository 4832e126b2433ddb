"""From the words of a mention to the places it can mean: variants of a name, and its parents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.model import Place, Precision, Span
from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.wording import wording

KINDS = {
    "city": ("town", "capital"),
    "town": ("town", "capital"),
    "village": ("town",),
    "state": ("state", "province"),
    "province": ("state", "province"),
    "county": ("county", "province"),
    "republic": ("country",),
}
"""What a name can only be after such a word and "of": "the state of Georgia"."""
LARGE_AREAS = ("country", "state", "province", "region", "county")
MAX_MENTION = 120
"""Code points; a longer mention is not a name."""
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")
_WORD = r"[^\W\d_][\w.'’-]*"
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_BLANK = r"[ \u00a0]"
_SMALL = rf"(?:of{_BLANK}the{_BLANK}|(?:of|and|the){_BLANK})"
_PARENT = re.compile(
    rf"(?:,{_BLANK}|{_BLANK}?\(|{_BLANK}in{_BLANK}(?:the{_BLANK})?)"
    rf"(?P<name>{_WORD}(?:{_BLANK}{_SMALL}?{_CAPITAL}){{0,3}})"
)
_OWNER = re.compile(
    rf"(?P<name>{_WORD}(?:{_BLANK}{_CAPITAL}){{0,2}})(?:['’]s)?{_BLANK}(?:[a-z-]+{_BLANK}){{0,2}}"
    rf"(?:(?:city|town|village|province|region|district|port|state|governorate){_BLANK}of{_BLANK})?$"
)
_KIND = re.compile(rf"(?P<word>[^\W\d_]+){_BLANK}of{_BLANK}$")
_WINDOW = 70
"""Code points looked at on either side of a mention."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a mention can mean.

    ``entries`` are candidates; ``parents`` are places that the text says hold it, ``feature`` the
    word that says what it is ("province", "dam"), lower case, or None.
    """

    entries: tuple[Entry, ...]
    parents: tuple[Entry, ...] = ()
    feature: str | None = None


def read_name(name: str, gazetteer: Gazetteer) -> Reading:
    """Return what a name can mean, less the words around it that the gazetteer does not know."""
    name = " ".join(name[:MAX_MENTION].split())
    entries = _known(name, gazetteer)
    if entries:
        return Reading(entries)
    head, comma, rest = name.partition(", ")
    if comma:
        outer = read_name(head, gazetteer)
        return replace(outer, parents=(*outer.parents, *_areas(rest, gazetteer)))
    words = wording()
    feature = None
    for match in words.feature.finditer(name):
        if match.end() == len(name):
            feature = match["word"].lower()
            name = name[: match.start()]
            break
    while feature is None or not (entries := _known(name, gazetteer)):
        lead = words.lead.match(name)
        if lead is None:
            break
        name = name[lead.end() :]
        feature = feature or ""
    return Reading(entries or _known(name, gazetteer), feature=feature or None)


def _known(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    bare = _POSSESSIVE.sub("", name)
    entries = gazetteer.lookup(bare) or (gazetteer.lookup(name) if bare != name else ())
    if len(bare) == 2:
        # "ME" and "IN" are postal codes only in capitals, and "EU" is not the town of Eu.
        entries = tuple(e for e in entries if e.is_town != bare.isupper())
    return entries


def _areas(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return tuple(e for e in _known(name, gazetteer) if e.kind in LARGE_AREAS and not e.people)


def narrowed(entries: tuple[Entry, ...], word: str | None) -> tuple[Entry, ...]:
    """Return the entries that are what the word says, or all where none is."""
    kinds = KINDS.get(word or "", ())
    return tuple(e for e in entries if e.kind in kinds) or entries


def kind_before(text: str, start: int) -> str | None:
    """Return the word before "of" and a mention: "state" of "the state of Georgia"."""
    match = _KIND.search(text, max(0, start - _WINDOW), start)
    return match["word"].lower() if match else None


def parents_after(text: str, end: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Return the areas named right after a mention: "Paris, Texas", "Homs (Syria)"."""
    match = _PARENT.match(text, end, end + _WINDOW)
    if match is None:
        return ()
    words = match["name"].split()
    for count in range(len(words), 0, -1):
        found = _areas(" ".join(words[:count]).rstrip(","), gazetteer)
        if found:
            return found
    return ()


def parents_before(text: str, start: int, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Return the areas that own a mention: "Syria's Idlib", "the Syrian city of Idlib"."""
    before = text[max(0, start - _WINDOW) : start]
    match = _OWNER.search(before)
    if match is None:
        return ()
    words = match["name"].split()
    for skip in range(len(words)):
        found = _known(" ".join(words[skip:]), gazetteer)
        owners = tuple(e for e in found if e.kind in LARGE_AREAS)
        if owners:
            return owners
    return ()


def feature_after(text: str, end: int) -> tuple[str, int] | None:
    """Return the word that says what a name just ended is ("province"), and where it ends.

    In capitals only areas and works are taken: "Boston Market" is a firm.
    """
    match = wording().feature.match(text, end)
    if match is None:
        return None
    word = match["word"].lower()
    words = wording()
    if match["word"][0].isupper() and (
        word not in words.areas | words.works or word in words.not_places_after
    ):
        return None
    return word, match.end()


def precision_of(feature: str | None, entry: Entry) -> Precision:
    """Return how exactly a place is known, given the word that follows its name."""
    words = wording()
    if feature in words.areas and entry.precision is Precision.TOWN:
        return Precision.REGION
    if feature in words.sites:
        return Precision.POINT
    return entry.precision


def place_of(span: Span, feature: str | None, entry: Entry) -> Place:
    """Return the place that a mention names.

    Land called after its town, and a site in one, are other places than the town: they have its
    point, but not its GeoNames id.
    """
    precision = precision_of(feature, entry)
    own = precision is entry.precision
    return Place(
        span=span,
        name=entry.name if own else span.text,
        geonameid=entry.geonameid if own else None,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
    )
