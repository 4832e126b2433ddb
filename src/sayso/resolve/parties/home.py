"""Which country's offices an article leaves unmarked, from what it has said so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word, fold, keys_of

_ABROAD = frozenset({"embassy", "consulate", "ambassador", "consul", "envoy"})
_STATE, _PLACE, _CAPITAL = 2, 2, 1
_DOMINANT = 2
_LONGEST_COUNTRY = 5


@dataclass(frozen=True, slots=True)
class Home:
    """The country of unmarked offices, by the token from which it holds; empty when unknown."""

    since: tuple[int, ...]
    countries: tuple[str | None, ...]

    def at(self, token: int) -> str | None:
        """Return the country whose offices stand unmarked before a token, or None."""
        index = bisect_left(self.since, token) - 1
        return self.countries[index] if index >= 0 else None


def countries_in(words: Sequence[Word], sides: SideTable) -> list[tuple[int, str, Form]]:
    """Return the countries that a text names, in order: index of the word, code and form."""
    found: list[tuple[int, str, Form]] = []
    i = 0
    while i < len(words):
        country = country_at(sides, words, i) if words[i].key else None
        if country is None:
            i += 1
            continue
        found.append((i, country[0].code, country[0].form))
        i = country[1]
    return found


def home_of(
    readings: Iterable[tuple[int, Reading]],
    words: Sequence[Word],
    named: Sequence[tuple[int, str, Form]],
    sides: SideTable,
    *,
    opening: int,
) -> Home:
    """Return the country that an article's unmarked ministries belong to.

    It is one that speaks as a state or is where the news happens (named as a place before the
    token ``opening``), and that outweighs all others named so; the first of them leads. Papers
    leave out their own country and name the foreign one: with a place of the user's table, an
    embassy, or an unmarked office before any country, nobody can tell. ``readings`` are what was
    read of phrases, in order, with their tokens.
    """
    keys = set(keys_of(words))
    if keys & _ABROAD or any((key,) in sides.user for key in keys):
        return Home((), ())
    weights: Counter[str] = Counter()
    since: list[int] = []
    countries: list[str | None] = []
    first: str | None = None
    evidence = sorted([*_states(readings), *_places(words, named, opening)], key=lambda e: e[0])
    for token, code, weight in evidence:
        if code is None:
            if first is None:
                return Home((), ())
            continue
        first = first or code
        weights[code] += weight
        rival = max((n for other, n in weights.items() if other != first), default=0)
        since.append(token)
        countries.append(first if weights[first] >= _DOMINANT * rival else None)
    return Home(tuple(since), tuple(countries))


def is_state_office(name: str) -> bool:
    """Whether a name is that of an organ of a state ("Foreign Ministry", "army")."""
    lex = lexicon()
    key = fold(name)
    state = key[-1:] in lex.state or key[-2:] in lex.state
    governs = key[-1:] in lex.governments or key[-1:] == ("parliament",)
    other = lex.irregular | lex.subnational if governs else lex.irregular
    return state and not other.intersection(key)


def _states(readings: Iterable[tuple[int, Reading]]) -> Iterator[tuple[int, str | None, int]]:
    """Yield what speaks for a state; no code for an office whose country is left out."""
    for token, reading in readings:
        body = reading.office or reading.name
        if reading.country is None:
            if is_state_office(body) and reading.name != "police":
                yield token, None, 0
        elif _speaks_for_state(reading, body):
            yield token, reading.country, _STATE


def _speaks_for_state(reading: Reading, body: str) -> bool:
    lex = lexicon()
    if reading.opposed:
        return "opposition" in fold(reading.basis)
    if reading.kind is PartyKind.GOVERNMENT or is_state_office(body):
        return True
    if reading.office is not None:
        return bool(lex.public.intersection(fold(reading.office)))
    if reading.kind is not PartyKind.ORGANISATION or fold(reading.name)[-1:] in lex.companies:
        return False
    return reading.name.split()[-1].islower() or bool(lex.public.intersection(fold(reading.basis)))


def _owns_common(words: Sequence[Word], at: int) -> bool:
    """Whether a country has something: "Chad's water board", not "Chad's Nordvik Lines"."""
    for i in range(at + 1, min(at + _LONGEST_COUNTRY, len(words) - 1)):
        if words[i].possessive:
            return words[i + 1].text.islower()
        if not words[i].capital:
            return False
    return False


def _places(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], opening: int
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries where the news happens: "hit western Nepal", "marched through Tunis"."""
    where = lexicon().where
    for i, code, form in named:
        if words[i].token >= opening:
            return
        if form is Form.NAME and _owns_common(words, i):
            yield words[i].token, code, _PLACE
            continue
        before = i - 1
        while before > 0 and words[before].text.casefold() in lexicon().regions:
            before -= 1
        if (
            form in (Form.NAME, Form.CAPITAL)
            and before >= 0
            and words[before].text.casefold() in where
        ):
            yield words[i].token, code, _PLACE if form is Form.NAME else _CAPITAL
