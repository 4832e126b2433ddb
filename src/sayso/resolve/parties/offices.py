"""Which names are those of organs of a state, and which of armed groups."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import names_country
from sayso.resolve.parties.towns import any_town_at, town_at
from sayso.resolve.parties.words import Word, fold

_NAMES = 1 << 13
"""How many names are remembered: an article's come again and again."""
_SMALL = frozenset({"of", "for", "and", "the", "in", "s"})


@lru_cache(maxsize=_NAMES)
def is_state_office(name: str) -> bool:
    """Whether a name is that of an organ of a state ("Foreign Ministry", "army", "state radio")."""
    lex = lexicon()
    key = fold(name)
    owner, _, part = name.replace("’", "'").partition("'s ")
    if part and key[: len(fold(owner))][-1:] in lex.gatherings:
        return False  # "the group's military"
    if key[:1] == ("state",):
        return key[-1:] in lex.state_media
    state = key[-1:] in lex.state or key[-2:] in lex.state or key in lex.houses_of_state
    if is_armed_group(name):
        return False
    governs = key[-1:] in lex.governments or key[-1:] == ("parliament",)
    other = lex.irregular | lex.subnational if governs else lex.irregular
    return state and not other.intersection(key)


def is_armed_group(name: str) -> bool:
    """Whether forces bear a name of their own: "Rapid Eagle Forces", not "Armed Forces"."""
    lex = lexicon()
    words = name.split()
    head = fold(words[-1]) if words else ()
    if len(words) < 2 or not words[-1][:1].isupper() or not lex.martial.intersection(head):
        return False
    return any(
        word[:1].isupper() and not lex.regular.issuperset(fold(word)) and not names_country(word)
        for word in words[:-1]
    )


@lru_cache(maxsize=_NAMES)
def is_public_body(name: str) -> bool:
    """Whether a name is that of an organ of a state or of a part of it: "Milan court"."""
    lex = lexicon()
    rest = tuple(less_places(name))
    if (
        is_state_office(name)
        or _is_agency_of(name)
        or rest in lex.civic
        or rest[-1:] in lex.civic
        or rest[-2:] in lex.civic
    ):
        return True
    public = lex.administrative | lex.subnational | lex.holders
    return (
        len(fold(name)) > 1
        and rest[-1:] != ()
        and rest[-1] in lex.public - lex.private
        and lex.enterprises.isdisjoint(rest)
        and public.issuperset(rest)
    )


def _is_agency_of(name: str) -> bool:
    """Whether a public matter stands before a country: "Statistics Finland"."""
    *matter, country = name.split()
    words = [part for word in matter for part in fold(word) if part not in _SMALL]
    public = lexicon().administrative | lexicon().public
    written = all(word[:1].isupper() for word in matter if word not in _SMALL)
    return bool(words) and written and names_country(country) and public.issuperset(words)


def less_places(name: str, *, small: bool = True) -> Iterator[str]:
    """Yield the folded words of a name that are of no town or region, nor of "El Dorado County".

    Small towns are not taken for towns where ``small`` is false.
    """
    at = any_town_at if small else town_at
    words = plain_words(name)
    lex = lexicon()
    area = next((i for i, w in enumerate(words) if i and w.key in lex.provinces), 0)
    i = area if all(word.capital for word in words[:area]) else 0
    while i < len(words):
        town = at(words, i) if words[i].capital else None
        if town is not None:
            i = town[1]
            continue
        yield from (part for part in words[i].key if part not in _SMALL)
        i += 1


def plain_words(text: str) -> list[Word]:
    """Return the words of a name, possessive marks left out."""
    plain = text.replace("’s", "").replace("'s", "").split()
    return [Word(part, 0, fold(part)) for part in plain if fold(part)]
