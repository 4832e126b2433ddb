"""Offices and bodies by their full names, with the country that the article leaves out."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.at_home import (
    department_at,
    governs,
    is_of_home,
    is_post_of_state,
    is_public,
    is_regional,
    of_state,
    of_state_here,
    state_department,
)
from sayso.resolve.parties.cast import Cast
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.words import fold

_POLICE = ("police",)
_SECRETARY = "secretary"
_ORGANS = frozenset({"office", "department"})
_TOLD = frozenset({PartyKind.ORGANISATION, PartyKind.PERSON, PartyKind.OFFICE})


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
        whole = whole or reading.role in lexicon().local
        office = cast.people[next(iter(person))].name if len(person) == 1 else office
        office = office if whole or len(person) == 1 else _fuller(office, cast, at)
    nation = cast.told.get(name if reading.kind is PartyKind.ORGANISATION else office or "")
    if country is None and nation and reading.kind in _TOLD and not reading.past:
        own = reading.kind is PartyKind.ORGANISATION
        reading = replace(reading, fixed=reading.fixed or own)
        country = nation
    if country is None and not reading.opposed:
        body = name if reading.kind in BODIES else office
        unknown = is_regional(reading) or reading.owner is not None
        home = None if unknown else cast.home.at(at)
        if body and fold(body)[-1] in lexicon().soldiery and not unknown:
            home = cast.home.fighting(at) or home
        owner, _, part = name.partition("'s ")
        if part and home and reading.kind is PartyKind.ORGANISATION:
            if part in _ORGANS and is_post_of_state(owner):
                return replace(reading, country=home)  # "the ombudsman's office"
            if is_state_office(owner):
                return replace(reading, name=f"{owner} {part}", country=home)  # "the army's staff"
        if body and is_state_office(body) and of_state_here(reading, body):
            codes = cast.countries.get(fold(body), frozenset())
            country = next(iter(codes)) if len(codes) == 1 else None
            # Federal states have departments, and leave policing to towns.
            federal = body.endswith("Ministry") or fold(body)[-1:] == _POLICE
            apart = federal and home in lexicon().departments and home not in codes
            if (home in codes or not codes) and not apart:
                country = home
        elif (
            home
            and office
            and reading.role == _SECRETARY
            and (headed := department_at(office, home))
        ):
            office, country = headed, home
        elif home and (fold(body or "") in lexicon().seats or governs(reading, home, cast)):
            return of_state(reading, home)
        elif (
            home
            and reading.kind is PartyKind.ORGANISATION
            and (called := state_department(name, home))
        ):
            name, country = called, home
        elif home and body and is_public(body, home) and (reading.definite or body != name):
            country = home
        elif home and reading.kind is PartyKind.ORGANISATION and is_of_home(reading, name, home):
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


def _fuller(name: str, cast: Cast, at: int | None = None) -> str:
    """Return the full name of a body; a hospital's, say, if it is named before the token ``at``."""
    key = fold(name)
    if at is not None and name.islower() and key in lexicon().seated:
        named = {m.reading.name for m in cast.asides if m.start < at}
        if named.isdisjoint(cast.bodies.get(key, frozenset())):
            return name
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
