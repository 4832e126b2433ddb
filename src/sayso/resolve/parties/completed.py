"""Offices and bodies by their full names, with the country that the article leaves out."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.bodies import department_of
from sayso.resolve.parties.cast import Cast
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.towns import towns
from sayso.resolve.parties.words import fold


_POLICE = ("police",)
_PUBLIC = frozenset({"national", "federal", "state"})
_SMALL = frozenset({"of", "for", "and", "the", "on"})
_MINISTER = "minister"
_SECRETARY = "secretary"
_OFFICE = ("department",)
_TOLD = frozenset({PartyKind.ORGANISATION, PartyKind.PERSON, PartyKind.OFFICE})
_PRESIDING = frozenset({"speaker", "president", "chair", SPOKESPERSON})


def completed(reading: Reading, cast: Cast, at: int) -> Reading:
    """Return a reading whose office or organisation bears its full name and its country.

    "Front" becomes "Southern Front" and "SDC" its long form where the article gives exactly one;
    a "Foreign Ministry" gets its country where the article speaks of one country's only. ``at``
    is the token where it stands.
    """
    name, office, country = reading.name, reading.office, reading.country
    if reading.kind is PartyKind.ORGANISATION and not reading.fixed and country is None:
        name = _fuller(name, cast)
    if office is not None:
        person = cast.by_ending.get(fold(office), frozenset())
        whole = reading.role == _SECRETARY and country is not None
        office = cast.people[next(iter(person))].name if len(person) == 1 else office
        office = office if whole or len(person) == 1 else _fuller(office, cast)
    nation = cast.told.get(name if reading.kind is PartyKind.ORGANISATION else office or "")
    if country is None and nation and reading.kind in _TOLD and not reading.past:
        own = reading.kind is PartyKind.ORGANISATION
        reading = replace(reading, fixed=reading.fixed or own)
        country = nation
    if country is None and not reading.opposed:
        body = name if reading.kind in BODIES else office
        home = None if _is_regional(reading) else cast.home.at(at)
        owner, _, part = name.partition("'s ")
        if part and home and reading.kind is PartyKind.ORGANISATION and is_state_office(owner):
            return replace(reading, name=f"{owner} {part}", country=home)  # "the army's staff"
        if body and is_state_office(body) and _of_state_here(reading, body):
            codes = cast.countries.get(fold(body), frozenset())
            country = next(iter(codes)) if len(codes) == 1 else None
            # Federal states have departments, and leave policing to towns.
            federal = body.endswith("Ministry") or fold(body)[-1:] == _POLICE
            apart = federal and home in lexicon().departments and home not in codes
            if (home in codes or not codes) and not apart:
                country = home
        elif home and office and reading.role == _SECRETARY and (
            own := _department(office, home)
        ):
            office, country = own, home
        elif home and (fold(body or "") in lexicon().seats or _governs(reading, home, cast)):
            return _of_state(reading, home)
        elif home and reading.kind is PartyKind.ORGANISATION and (
            own := _state_department(name, home)
        ):
            name, country = own, home
        elif home and body and _is_public(body, home) and (reading.definite or body != name):
            country = home
        elif home and reading.kind is PartyKind.ORGANISATION and _is_of_home(reading, name):
            # The name is whole: the "Serious Fraud Office" is British, but not called so.
            whole = home not in lexicon().departments or not name.endswith(" Department")
            return replace(reading, name=name, country=home, fixed=whole)
    if name == reading.name and office == reading.office and country == reading.country:
        return reading
    if reading.office and office and office != reading.office:
        if reading.kind is PartyKind.GROUP and name.startswith(reading.office):
            name = office + name.removeprefix(reading.office)
        elif reading.kind is PartyKind.GROUP:
            name = name.replace(f" to {reading.office}", f" to {office}")
        elif reading.kind is PartyKind.OFFICE and name.startswith(f"{reading.office}'s "):
            name = f"{office}{name.removeprefix(reading.office)}"
    return replace(reading, name=name, office=office, country=country)


def _department(office: str, home: str) -> str | None:
    """Return what a secretary of the article's country heads: "Health Ministry" in Britain."""
    portfolio, _, kind = office.rpartition(" ")
    if home not in lexicon().secretaries or kind not in ("Department", "Ministry"):
        return None
    if fold(portfolio) not in lexicon().portfolios:
        return None
    return department_of(portfolio, home)


def _state_department(name: str, home: str) -> str | None:
    """Return what "the justice department" is called where ministries are departments."""
    portfolio, _, kind = name.casefold().rpartition(" ")
    fits = name.islower() and kind == "department" and home in lexicon().departments
    return department_of(portfolio, home) if fits and fold(portfolio) in lexicon().portfolios else None


def _is_of_home(reading: Reading, name: str) -> bool:
    """Whether a body is an office of the article's country by its name, or told to be its state's.

    "The Serious Fraud Office", "state-run news agency Saba".
    """
    lex = lexicon()
    key = fold(name)
    if fold(reading.basis)[:1] == ("state",) and name[:1].isupper():
        return True
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


def _is_public(body: str, home: str) -> bool:
    """Whether a body named in lower case is a country's: "the nuclear regulator"."""
    lex = lexicon()
    key = fold(body)
    return (
        body.islower()
        and len(key) > 1
        and "'" not in body
        and (key[-1] in lex.offices or (key[-1:] == _OFFICE and home not in lex.departments))
        and lex.administrative.issuperset(key)
        and lex.subnational.isdisjoint(key)
    )


def _governs(reading: Reading, home: str, cast: Cast) -> bool:
    """Whether a president is that of the country that the article is about, by all that it says.

    Dispatches from abroad leave out whose president it is.
    """
    return _is_national(reading) and home in cast.home.heaviest


def _is_regional(reading: Reading) -> bool:
    """Whether a part of a country is meant: "the region's interior minister"."""
    lex = lexicon()
    words = fold(reading.basis.replace("’s", "").replace("'s", ""))
    return not lex.subnational.isdisjoint(words)


def _of_state_here(reading: Reading, body: str) -> bool:
    """Whether an office is some state's, and its holder speaks for it: no party's Senate leader."""
    portfolio, _, kind = body.rpartition(" ")
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


def _of_state(reading: Reading, country: str) -> Reading:
    if reading.kind is PartyKind.ORGANISATION:
        return replace(reading, name="government", kind=PartyKind.GOVERNMENT, country=country)
    lex = lexicon()
    governs = reading.office is not None or reading.role in lex.governing
    office = "government" if governs else None
    if reading.role is not None and reading.role in lex.untold and country in lex.departments:
        office = department_of(lex.untold[reading.role], country)
    return replace(reading, office=office, country=country)


def _fuller(name: str, cast: Cast) -> str:
    key = fold(name)
    if key in lexicon().bodies and not name.endswith("Ministry"):
        return name
    if name.isupper() and key in cast.short:
        return cast.short[key]
    names = cast.bodies.get(key) or (cast.begun.get(key) if name[:1].isupper() else None)
    state = key in lexicon().state
    longer = {fold(full): full for full in names or () if not state or is_state_office(full)}
    # "Velmar's Defence Ministry" and "the Defence Ministry" are one.
    whole = [
        full
        for key, full in longer.items()
        if not any(other != key and other[-len(key) :] == key for other in longer)
    ]
    return whole[0] if len(whole) == 1 else name
