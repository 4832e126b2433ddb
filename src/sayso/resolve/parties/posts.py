"""Holders of roles: "Iran's foreign minister", "Front spokesman Ivo Marr", "officials"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.bodies import department_of, ministry_of
from sayso.resolve.parties.groups import group_name
from sayso.resolve.parties.lexicon import Role, RoleClass, lexicon
from sayso.resolve.parties.modifiers import Modifiers, read_modifiers
from sayso.resolve.parties.phrase import (
    OWNER_PREPOSITIONS,
    complement,
    is_name_run,
    is_word,
    undetermined,
)
from sayso.resolve.parties.reading import BODIES, Parts, Reader, Reading
from sayso.resolve.parties.sides import Form, SideTable, sole_country
from sayso.resolve.parties.titles import Titles
from sayso.resolve.parties.words import Word, fold, keys_of, text_of


def read_role(parts: Parts, titles: Titles, sides: SideTable, read: Reader) -> Reading | None:
    """Return the holder of a role: a named person, an unnamed post, or an anonymous source."""
    zone, tail = parts.zone, parts.tail
    before = read_modifiers(zone[: titles.start], sides)
    name = list(zone[titles.end :])
    role = titles.role
    word = role.word
    named = is_name_run(name)
    if role.kind is RoleClass.HONORIFIC and not named:
        return None
    office, country = _office(before, titles, sides, read)
    if tail and is_word(tail[0], OWNER_PREPOSITIONS) and office is None:
        office, country = _complement_office(tail, role, country, sides, read)
    if office is None and country and word in lexicon().governing:
        office = "government"
    reading = Reading(
        text_of(name),
        PartyKind.PERSON,
        word,
        None if before.past else office,
        country,
        titles.gender,
        parts.definite,
        False,
        before.opposed,
        before.past,
    )
    if named:
        return reading
    owned = any(w.possessive for w in zone[: titles.start])
    reading = replace(reading, definite=parts.definite or owned, plural=role.plural)
    if role.kind is RoleClass.CROWD or role.plural:
        return replace(reading, kind=PartyKind.GROUP, name=group_name(zone, tail, office, sides))
    return replace(reading, kind=PartyKind.OFFICE, name=_post_name(zone, titles, before))


def _office(
    before: Modifiers, titles: Titles, sides: SideTable, read: Reader
) -> tuple[str | None, str | None]:
    """Return the office and country that the words before a role name."""
    if titles.portfolio is not None:
        return _headed(titles.portfolio, titles.role, before.country), before.country
    if before.seat:
        return "government", before.country
    untold = lexicon().untold.get(titles.role.word or "")
    if untold and not before.rest and before.country in lexicon().departments:
        return department_of(untold, before.country), before.country
    if not before.rest or keys_of(before.rest) in sides.demonyms:
        return None, before.country
    if titles.role.word == "minister":
        return _minister_office(before), before.country
    if titles.role.word == "secretary" and _is_portfolio(_owned_words(before)):
        return department_of(text_of(_owned_words(before)), before.country), before.country
    if _is_capital(before.rest, sides):
        return _of_city(before.rest, titles.role), before.country
    inner = read(before.rest, sides)
    if inner is None or (inner.kind is PartyKind.GROUP and not inner.opposed):
        return None, before.country
    if titles.role.kind is RoleClass.CROWD and (inner.kind not in BODIES or before.opposed):
        return None, before.country
    if inner.kind is None and not before.rest[0].capital:
        return None, before.country
    return inner.name, before.country or inner.country


def _is_capital(words: Sequence[Word], sides: SideTable) -> bool:
    place = sole_country(sides, words)
    return place is not None and place.form is Form.CAPITAL


def _of_city(words: Sequence[Word], role: Role) -> str | None:
    """Return the city that a mayor acts for; residents act for none."""
    return None if role.kind is RoleClass.CROWD else text_of(words)


def _minister_office(before: Modifiers) -> str | None:
    rest = _owned_words(before)
    known = lexicon().portfolios.get(keys_of(rest))
    if known is not None:
        return ministry_of(known)
    return ministry_of(text_of(rest)) if rest and rest[0].capital else None


def _headed(portfolio: str, role: Role, country: str | None) -> str:
    if role.word == "minister":
        return ministry_of(lexicon().portfolios[fold(portfolio)])
    return department_of(portfolio, country)


def _is_portfolio(words: Sequence[Word]) -> bool:
    return keys_of(words) in lexicon().portfolios or keys_of(words) in lexicon().houses


def _owned_words(before: Modifiers) -> Sequence[Word]:
    """Return the words after a possessor: one that is no known country is not the portfolio.

    "Velmar's interior minister" gives "interior".
    """
    owner = max((i + 1 for i, w in enumerate(before.rest) if w.possessive), default=0)
    return before.rest[owner:]


def _complement_office(
    tail: Sequence[Word], role: Role, country: str | None, sides: SideTable, read: Reader
) -> tuple[str | None, str | None]:
    """Return the office and country that "for the Southern Front", "of Iran" name."""
    lex = lexicon()
    noun, _ = undetermined(complement(tail[1:]))
    place = sole_country(sides, noun)
    if place is not None and place.form is Form.NAME:
        return None, country or place.code
    if _is_capital(noun, sides):
        return _of_city(noun, role), country
    if role.word == "minister" and keys_of(noun) in lex.portfolios:
        return ministry_of(lex.portfolios[keys_of(noun)]), country
    inner = read(noun, sides) if noun else None
    if inner is None:
        return None, country
    if role.kind is RoleClass.CROWD and inner.kind not in BODIES and tail[0].text != "for":
        return None, country
    return inner.name, country or inner.country


def _post_name(zone: Sequence[Word], titles: Titles, before: Modifiers) -> str:
    """Return what an unnamed post is called, less its country: "foreign minister"."""
    word = titles.role.word or ""
    if word == SPOKESPERSON or not before.rest:
        return word
    owner = max((i + 1 for i, w in enumerate(before.rest) if w.possessive), default=0)
    rest = text_of(before.rest[owner:])
    if word == "minister":
        rest = rest.casefold()
    if owner:
        rest = f"{text_of(before.rest[:owner])} {rest}".strip()
    elif titles.start and zone[titles.start - 1].possessive:
        rest += "'s"
    return f"{rest} {text_of(zone[titles.start : titles.end]).casefold()}".strip()
