"""Which bodies and posts are those of the country that an article is about."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.bodies import department_of
from sayso.resolve.parties.cast import Cast
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.towns import towns
from sayso.resolve.parties.words import fold

_PUBLIC = frozenset({"national", "federal", "state"})
_SMALL = frozenset({"of", "for", "and", "the", "on"})
_PARTS = frozenset({"eastern", "western", "northern", "southern", "rival", "parallel"})
_PARLIAMENT = ("parliament",)
_MINISTER = "minister"
_OFFICE = ("department",)
_INNER = "office"
_ORGANS = frozenset({"department", "ministry"})
_PRESIDING = frozenset({"speaker", "president", "chair", SPOKESPERSON})


def department_at(office: str, home: str) -> str | None:
    """Return what a secretary of the article's country heads: "Health Ministry" in Britain."""
    portfolio, _, kind = office.rpartition(" ")
    if home not in lexicon().secretaries or kind not in ("Department", "Ministry"):
        return None
    if fold(portfolio) not in lexicon().portfolios:
        return None
    return department_of(portfolio, home)


def state_department(name: str, home: str) -> str | None:
    """Return what "the justice department" is called where ministries are departments."""
    portfolio, _, kind = name.casefold().rpartition(" ")
    fits = name.islower() and kind == "department" and home in lexicon().departments
    return (
        department_of(portfolio, home) if fits and fold(portfolio) in lexicon().portfolios else None
    )


def is_of_home(reading: Reading, name: str, home: str) -> bool:
    """Whether a body is an office of the article's country by its name, or told to be its state's.

    "The Serious Fraud Office", "state-run news agency Saba".
    """
    lex = lexicon()
    key = fold(name)
    if fold(reading.basis)[:1] == ("state",) and name[:1].isupper():
        return True
    noun = reading.basis.removesuffix(name).strip().casefold()
    if noun != reading.basis.casefold() and noun and is_public(noun, home):
        return True  # "civil aviation authority ANAC"
    return (
        len(key) > 1
        and key not in lex.bodies
        and name[:1].isupper()
        and reading.definite
        and not reading.opposed
        and not lex.public.isdisjoint(key)
        and (lex.private.isdisjoint(key) or (key[0] in _PUBLIC and key[0] in lex.administrative))
        and lex.administrative.issuperset(part for part in key if part not in _SMALL)
    )


def is_public(body: str, home: str) -> bool:
    """Whether a body named in lower case is a country's: "the nuclear regulator"."""
    lex = lexicon()
    key = fold(body)
    return (
        body.islower()
        and len(key) > 1
        and "'" not in body
        and not (key[0] in lex.inner and key[-1] == _INNER)
        and (
            key[-1] in lex.offices
            or (key[-1:] == _OFFICE and home not in lex.departments)
            or (key[0] in _ORGANS and key[1] == "of")
        )
        and (lex.administrative.issuperset(key) or key[0] in _ORGANS)
        and (lex.subnational | lex.apart).isdisjoint(key)
    )


def is_post_of_state(owner: str) -> bool:
    """Whether a post in lower case is a state's, and no town's: "prosecutor general"."""
    lex = lexicon()
    role = lex.roles.get(fold(owner)[-1:]) or lex.roles.get(fold(owner)[-2:])
    general = fold(owner) == ("prosecutor", "general")
    local = lex.local | {"sheriff", "coroner"}
    held = role is not None and role.word in lex.serving | lex.national and role.word not in local
    return owner.islower() and (general or held)


def governs(reading: Reading, home: str, cast: Cast) -> bool:
    """Whether a president is that of the country that the article is about, by all that it says.

    Dispatches from abroad leave out whose president it is.
    """
    lacking = lexicon().lacking.get(reading.role or "", frozenset())
    return _is_national(reading) and home in cast.home.heaviest and home not in lacking


def is_regional(reading: Reading) -> bool:
    """Whether a part of a country is meant: "the region's interior minister"."""
    words = fold(reading.basis.replace("’s", "").replace("'s", ""))
    return not lexicon().subnational.isdisjoint(words) or is_rival(reading)


def is_rival(reading: Reading) -> bool:
    """Whether one of two governments of a country is meant: "the eastern government"."""
    said = f"{reading.basis} {reading.office or ''}".replace("’s", "").replace("'s", "")
    words = pairwise(fold(said))
    governing = lexicon().governments | {_PARLIAMENT}
    return any(first in _PARTS and (second,) in governing for first, second in words)


def of_state_here(reading: Reading, body: str) -> bool:
    """Whether an office is some state's, and its holder speaks for it: no party's Senate leader."""
    portfolio, _, kind = body.rpartition(" ")
    if fold(portfolio.partition(" ")[0]) in towns():
        return False  # "Bavaria Interior Ministry"
    told = fold(portfolio) in lexicon().portfolios or (
        reading.role == _MINISTER and fold(portfolio) not in towns()
    )
    if kind == "Ministry" and told:
        return True
    if fold(body) in lexicon().houses_of_state:
        return reading.kind is not PartyKind.PERSON or reading.role in _PRESIDING
    return not _is_elsewhere(body)


def _is_elsewhere(body: str) -> bool:
    """Whether an office bears a proper name besides its own nouns: "Amhara Health Ministry"."""
    lex = lexicon()
    return any(
        word[:1].isupper()
        and not lex.administrative.issuperset(fold(word))
        and not lex.regular.issuperset(fold(word))
        and fold(word) not in lex.portfolios
        and fold(word) not in lex.state
        and not word.isupper()
        for word in body.split()
    )


def _is_national(reading: Reading) -> bool:
    """Whether a post that a country has but once is named with no office: "President Moss"."""
    return (
        reading.kind in (PartyKind.PERSON, PartyKind.OFFICE)
        and reading.role in lexicon().national
        and reading.office is None
        and not reading.past
        and not reading.plural
    )


def of_state(reading: Reading, country: str) -> Reading:
    """Return a president, a seat of government as those of a country (ISO 3166-1 alpha-3)."""
    if reading.kind is PartyKind.ORGANISATION:
        return replace(reading, name="government", kind=PartyKind.GOVERNMENT, country=country)
    lex = lexicon()
    governs = reading.office is not None or reading.role in lex.governing
    office = "government" if governs else None
    if reading.role is not None and reading.role in lex.untold and country in lex.departments:
        office = department_of(lex.untold[reading.role], country)
    return replace(reading, office=office, country=country)
