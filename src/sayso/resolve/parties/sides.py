"""Sides: the country table and the user's ``[sides]``, asked by folded whole words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from sayso.language.en.tables import load_table
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.words import Word, fold, keys_of

Key = tuple[str, ...]
Value = TypeVar("Value")

_DEMONYM_ENDINGS = frozenset({"i", "n", "an", "ian", "ean", "ese", "ish", "ic", "is", "ns", "ians"})


class Form(StrEnum):
    """How a word stands for a country."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Country:
    """A word's country, ISO 3166-1 alpha-3, and how the word stands for it."""

    code: str
    form: Form


@dataclass(frozen=True, slots=True)
class SideTable:
    """Which words stand for which side; keys are folded words, ``longest`` counts them.

    ``user`` maps to the names of the user's sides and wins over ``countries``; ``adjectives``
    maps country codes to the word by which their offices are named ("Iranian"). ``places`` and
    ``demonyms`` are the user's entries that go together like "Velmar" and "Velmari". ``full``
    maps a last word to the only entry of several words that ends in it ("marr" to "Ivo Marr").
    """

    user: Mapping[Key, str]
    countries: Mapping[Key, Country]
    adjectives: Mapping[str, str]
    places: frozenset[Key]
    demonyms: frozenset[Key]
    longest: int
    full: Mapping[Key, str]


def make_sides(user: Mapping[str, Sequence[str]]) -> SideTable:
    """Return the table of all countries and of the user's sides.

    ``user`` maps a side's name to the names of parties, places and demonyms that stand for it.
    The side's own name does not ("Government" would claim every government). A name listed under
    two sides stands for neither.
    """
    countries, adjectives = _countries()
    own = _by_key(
        (fold(name), side, side) for side, names in user.items() for name in names if fold(name)
    )
    longest = max((len(key) for key in (*own, *countries)), default=0)
    pairs = [
        (place, demonym)
        for names in user.values()
        for place in map(fold, names)
        for demonym in map(fold, names)
        if _makes_demonym(place, demonym)
    ]
    return SideTable(
        own,
        countries,
        adjectives,
        frozenset(place for place, _ in pairs),
        frozenset(demonym for _, demonym in pairs),
        longest,
        _by_key(
            (fold(name)[-1:], name, name)
            for names in user.values()
            for name in names
            if len(fold(name)) > 1 and name[:1].isupper() and name.split()[-1][:1].isupper()
        ),
    )


def user_side(sides: SideTable, *names: str | None) -> str | None:
    """Return the user's side of the first of these names that holds one of its words.

    Within a name the longest entry wins; two equally long ones of two sides are no answer.
    """
    for name in names:
        key = fold(name) if name else ()
        for length in range(min(len(key), sides.longest), 0, -1):
            found = {
                sides.user[key[i : i + length]]
                for i in range(len(key) - length + 1)
                if key[i : i + length] in sides.user
            }
            if found:
                return found.pop() if len(found) == 1 else None
    return None


def country_at(sides: SideTable, words: Sequence[Word], start: int) -> tuple[Country, int] | None:
    """Return the country that the words from ``start`` name, and the index after it.

    Only capitalised words name countries ("US", not "us"); the longest name wins.
    """
    if not words[start].text[0].isupper():
        return None
    best: tuple[Country, int] | None = None
    key: Key = ()
    for end in range(start, len(words)):
        key += words[end].key
        if not words[end].key or len(key) > sides.longest:
            break
        found = sides.countries.get(key)
        # "Us" at the head of a sentence is the pronoun.
        if found is not None and not (key == ("us",) and words[start].text != "US"):
            best = found, end + 1
    following = words[best[1]] if best is not None and best[1] < len(words) else None
    if best is not None and following is not None and following.text == "state":
        return None  # "Georgia state senator"
    if best is not None and following is not None and following.capital:
        town = town_at(words, start)
        if town is not None and town[1] > best[1] and town[0] != best[0].code:
            return None  # "British Columbia"
    return best


def sole_country(sides: SideTable, words: Sequence[Word]) -> Country | None:
    """Return the country that all the words together name, or None."""
    found = country_at(sides, words, 0) if words else None
    return found[0] if found and not keys_of(words[found[1] :]) else None


def names_country(word: str) -> bool:
    """Whether a single word is a country's name, adjective or capital."""
    return fold(word) in _countries()[0]


def _makes_demonym(place: Key, demonym: Key) -> bool:
    """Whether one single word is another and an ending ("Velmar", "Velmari", "Velmarian")."""
    if len(place) != 1 or len(demonym) != 1:
        return False
    ending = demonym[0].removeprefix(place[0])
    return ending in _DEMONYM_ENDINGS and demonym[0] != place[0]


@lru_cache(maxsize=1)
def _countries() -> tuple[Mapping[Key, Country], Mapping[str, str]]:
    table: Mapping[str, Mapping[str, object]] = load_table("countries")
    adjectives = {code: str(row["adjective"]) for code, row in table.items()}
    words = (
        (fold(word), code, Country(code, form))
        for code, row in table.items()
        for form, word in _names(row)
    )
    return _by_key(words), adjectives


def _names(row: Mapping[str, object]) -> Iterable[tuple[Form, str]]:
    # A name goes before a demonym and both before a capital that is spelt alike ("Singapore").
    for column, form in (("capitals", Form.CAPITAL), ("seats", Form.SEAT)):
        for word in _listed(row, column):
            yield form, word
    for word in (str(row["adjective"]), *_listed(row, "people")):
        yield Form.DEMONYM, word
        if not word.endswith(("s", "ese", "ish", "ch")):
            yield Form.DEMONYM, word + "s"
    for word in (str(row["name"]), *_listed(row, "names")):
        yield Form.NAME, word


def _listed(row: Mapping[str, object], column: str) -> list[str]:
    values = row.get(column, [])
    return [str(value) for value in values] if isinstance(values, list) else []


def _by_key(pairs: Iterable[tuple[Key, str, Value]]) -> dict[Key, Value]:
    """Return the values by key, the last one winning; a key of two owners is left out."""
    owners: dict[Key, set[str]] = {}
    values: dict[Key, Value] = {}
    for key, owner, value in pairs:
        owners.setdefault(key, set()).add(owner)
        values[key] = value
    return {key: value for key, value in values.items() if len(owners[key]) == 1}
