"""Bodies that are called like people: staffs, brotherhoods, "the Emergency Lawyers"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.modifiers import read_modifiers
from sayso.resolve.parties.name_phrase import NAME_WORDS
from sayso.resolve.parties.phrase import is_name_run, is_word
from sayso.resolve.parties.reading import Parts, Reading
from sayso.resolve.parties.sides import SideTable, country_at
from sayso.resolve.parties.titles import Titles
from sayso.resolve.parties.words import Word, keys_of, text_of

_FOR = "for"
_WITHIN_NAME = frozenset({"for", "of", "the", "and", "in"})


def is_brotherhood(words: Sequence[Word]) -> bool:
    """Whether a body is called like people of something: "the Sons of Karbala"."""
    return (
        len(words) > NAME_WORDS
        and words[0].capital
        and words[0].text.endswith("s")
        and words[0].key in lexicon().roles
        and words[1].text == "of"
        and is_name_run(words[2:])
    )


def is_of_members(words: Sequence[Word]) -> bool:
    """Whether a body is named for its members: "Federation of Artisanal Miners"."""
    lex = lexicon()
    roles = len(words) > NAME_WORDS and words[-1].key in lex.roles
    at = next((i for i, word in enumerate(words) if word.text == "of"), 0) if roles else 0
    return (
        at > 0
        and words[at - 1].key in lex.organisations
        and words[-1].text.endswith("s")
        and all(word.capital or word.text in ("of", "and") for word in words)
    )


def named_for(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return a body told with its kind and named for what it is for: "group Justice for Miners"."""
    if not any(word.text == _FOR for word in words):
        return None
    lex = lexicon()
    for i, word in enumerate(words[:-NAME_WORDS]):
        if word.capital or word.key not in lex.gatherings | lex.companies:
            continue
        name = words[i + 1 :]
        whole = name[0].capital and any(w.text == _FOR for w in name)
        if not whole or not all(w.capital or w.text in _WITHIN_NAME for w in name):
            return None
        country = read_modifiers(words[:i], sides).country
        fixed, basis = country is not None, text_of(words)
        body = Reading(text_of(name), PartyKind.ORGANISATION, country=country, definite=True)
        return replace(body, fixed=fixed, basis=basis)
    return None


def read_staff(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return an armed forces' staff, which is named like a chief ("South Korea's Joint Chiefs")."""
    found = country_at(sides, words, 0)
    start = found[1] if found else 0
    owner = next((i + 1 for i, word in enumerate(words) if word.possessive), 0)
    start = max(start, owner)
    name = lexicon().staffs.get(keys_of(words[start:]))
    whole = len(words) - start > NAME_WORDS  # "the joint chiefs of staff", but not "joint chiefs"
    if name is None or not (words[start].capital or whole):
        return None
    name = name if words[start].capital else name.casefold()
    country = found[0].code if found else None
    basis = text_of(words)
    return Reading(name, PartyKind.ORGANISATION, country=country, definite=True, basis=basis)


def _are_bodies(zone: Sequence[Word]) -> bool:
    """Whether a name ends in the plural of a body's noun ("Local Coordination Committees")."""
    key = zone[-1].key
    return bool(key) and (*key[:-1], key[-1].removesuffix("s")) in lexicon().organisations


def is_called_crowd(parts: Parts, titles: Titles, sides: SideTable) -> bool:
    """Whether a body is called like its members: "the Emergency Lawyers", not "House aides"."""
    zone = parts.zone
    lex = lexicon()
    return (
        parts.definite
        and len(zone) > 1
        and (
            (titles.role.plural and titles.end == len(zone) == titles.start + 1)
            or _are_bodies(zone)
        )
        and all(word.capital and not word.text.isupper() for word in zone)
        and not any(word.possessive or is_word(word, lex.directional) for word in zone)
        and not any(country_at(sides, zone, i) for i in range(len(zone)))
        and not any(word.key in lex.organisations for word in zone)
        and keys_of(zone[:-1]) not in lex.bodies
    )


def is_member(zone: Sequence[Word]) -> bool:
    """Whether it is one of a group that a table holds: "one Democrat", "a Kansas Republican"."""
    key = zone[-1].key
    lex = lexicon()
    return bool(key) and (*key[:-1], f"{key[-1]}s") in lex.groups and key[-1] not in lex.opposed
