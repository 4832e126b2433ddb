"""Whom the holder of a post acts for, where the phrase leaves it out."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import islice

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.descriptions import bodies_near, described, may_be
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.stage import Memory, Stage, recent
from sayso.resolve.parties.words import fold

_MOST_CAMPS = 40
_BEFORE_ANSWER = 2
_COMPANY = ("company",)
_JUDGE, _COURT = "judge", "court"
_CENTRAL_BANK = ("central", "bank")


def staffed(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading:
    """Return "a spokesman for the movement" with the body that this stands for, if one."""
    office = reading.office
    if office is None or not (office.islower() or fold(office) in lexicon().organisations):
        return reading
    if reading.country is not None and fold(office) == _CENTRAL_BANK:
        return reading  # "Iraq's central bank" is no other bank
    noun = Reading(office, PartyKind.ORGANISATION, definite=True)
    body = described(noun, position, memory, stage)
    if body is None:
        return reading
    name = reading.name
    if reading.kind is PartyKind.GROUP and name.startswith(office):
        name = body.name + name.removeprefix(office)  # "a ministry official"
    return replace(reading, name=name, office=body.name, country=reading.country or body.country)


def employed(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading:
    """Return a chief executive or spokesperson with the only body that they may act for."""
    if reading.office is not None or reading.past or reading.kind is not PartyKind.PERSON:
        return reading
    if reading.role == SPOKESPERSON:
        return _of_last_body(reading, position, memory, stage)
    if reading.role == _JUDGE:
        return _of_last_court(reading, position, memory, stage)
    if reading.role not in lexicon().corporate:
        return reading
    companies = {
        body.name: body
        for body in bodies_near(position, memory, stage, aside=False)
        if may_be(_COMPANY, body)
    }
    if len(companies) != 1:
        return reading
    (company,) = companies.values()
    return replace(reading, office=company.name, country=reading.country or company.country)


def _of_last_court(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading:
    """Return "Justice Moss" with the only court that spoke in the sentences before."""
    courts = {
        body.name: body
        for body in bodies_near(position, memory, stage, aside=False)
        if _COURT in fold(body.name)
    }
    if len(courts) != 1:
        return reading
    (court,) = courts.values()
    return replace(reading, office=court.name, country=reading.country or court.country)


def _of_last_body(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading:
    """Return "spokeswoman Ada Moss" with the only body that spoke in the sentence before."""
    spoke = {
        c.reading.name: c.reading
        for c in recent(memory, position, stage)
        if c.speaks and stage.back(c.start, position) <= 1
    }
    if all(body.kind is PartyKind.GOVERNMENT for body in spoke.values()):
        # "Minsk" answers; the border guard that spoke before it has the spokeswoman.
        bodies = {
            c.reading.name: c.reading
            for c in recent(memory, position, stage)
            if c.speaks and stage.back(c.start, position) <= _BEFORE_ANSWER
        }
        organs = {n: b for n, b in bodies.items() if b.kind is PartyKind.ORGANISATION}
        spoke = organs if organs and len(bodies) == len(organs) + len(spoke) else spoke
    if len(spoke) != 1:
        return reading
    (body,) = spoke.values()
    if body.kind not in BODIES:
        return reading
    country = reading.country or body.country
    return replace(reading, office=body.name, country=country, opposed=body.opposed)


def arrayed(reading: Reading, armed: AbstractSet[str]) -> Reading:
    """Return "the rebels", and who speaks for them, with the only armed body that is named."""
    if len(armed) != 1 or reading.country is not None:
        return reading
    (body,) = armed
    if reading.kind is PartyKind.GROUP and reading.definite and reading.name in lexicon().armed:
        return Reading(body, PartyKind.ORGANISATION, definite=True, opposed=True, fixed=True)
    return replace(reading, office=body) if reading.office in lexicon().armed else reading


def encamped(reading: Reading, memory: Memory) -> Reading:
    """Return a "rebel spokesman" with the only rebels who were named, else with "rebels"."""
    key = fold(reading.office or "")
    if len(key) != 1 or key[0] not in lexicon().opposed or not _is_crowd(key[0]):
        return reading
    if reading.role in lexicon().families["lawmaker"]:
        return replace(reading, office=None)  # a "rebel lawmaker" left his party
    noun = key[0].removesuffix("s")
    seen = islice(reversed(memory.seen), _MOST_CAMPS)
    camps = {
        c.reading.name: c.reading
        for c in seen
        if c.reading.kind in (PartyKind.GROUP, PartyKind.ORGANISATION)
        and c.reading.role is None
        and {noun, noun + "s"}.intersection(fold(c.reading.name))
    }
    if len(camps) == 1:
        (camp,) = camps.values()
        return replace(reading, office=camp.name, opposed=reading.opposed or camp.opposed)
    return replace(reading, office=noun + "s")


def _is_crowd(word: str) -> bool:
    return (word.removesuffix("s") + "s",) in lexicon().groups
