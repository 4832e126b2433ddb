"""What "the company", "the militia" point back to, where only one may be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_armed_group, is_state_office
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.stage import Memory, Stage, recent
from sayso.resolve.parties.words import fold

_MOST_WORDS = 2
_SENTENCES = 3
_MOST_CAMPS = 40
_MOST_BODIES = 200
_BEFORE_ANSWER = 2
_COMPANY = ("company",)
_MAKER = "maker"


def described(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading | None:
    """Return the body before that a bare "the company", "the militia" stands for, or None.

    One whose name or description holds the noun goes before one that merely may be such a body.
    """
    noun = fold(reading.name)[-1:]
    if reading.country and reading.definite and noun in lexicon().companies and reading.name.islower():
        bare = replace(reading, name=noun[0], country=None, fixed=False)
        body = described(bare, position, memory, stage)  # "the Irish budget airline"
        fits = body is not None and body.country in (None, reading.country)
        return replace(body, country=reading.country, fixed=True) if body and fits else None
    if not _points(reading) or fold(reading.name) in lexicon().lower:
        return _shortened(reading, memory)
    near = [
        {body.name.casefold(): body for body in _bodies(position, memory, stage, aside=aside)}
        for aside in (False, True)
    ]
    named = {
        c.reading.name.casefold(): c.reading
        for c in islice(reversed(memory.seen), _MOST_BODIES)
        if c.reading.kind is PartyKind.ORGANISATION and not c.reading.name.islower()
    }
    for bodies in (*near, named):
        told = _told(noun[0], bodies.values())
        if told:
            return told[0] if len(told) == 1 else None
    last = {
        body.name.casefold(): body for body in _bodies(position, memory, stage, aside=False, back=1)
    }
    if noun not in lexicon().gatherings:
        last = {}
    for bodies in (last, *near):
        fitting = [body for body in bodies.values() if _may_be(noun, body)]
        if len(fitting) == 1 or (fitting and bodies is not last):
            return fitting[0] if len(fitting) == 1 else None
    far = [body for body in named.values() if _may_be(noun, body) and body.country is None]
    if noun not in lexicon().gatherings:
        return None
    return far[0] if len(far) == 1 else None


def _shortened(reading: Reading, memory: Memory) -> Reading | None:
    """Return the only body before whose name holds a capitalised noun ("the Observatory")."""
    key = fold(reading.name)
    short = (
        reading.kind is PartyKind.ORGANISATION and reading.definite and reading.name[:1].isupper()
    )
    if not short or len(key) != 1 or key not in lexicon().organisations or reading.country:
        return None
    fuller = {
        c.reading.name.casefold(): c.reading
        for c in islice(reversed(memory.seen), _MOST_BODIES)
        if c.reading.kind is PartyKind.ORGANISATION and " " in c.reading.name
    }
    named = [body for body in fuller.values() if key[0] in fold(body.name)]
    return named[0] if len(named) == 1 else None


def _told(noun: str, bodies: Iterable[Reading]) -> list[Reading]:
    """Return the bodies that are called so, or else those whose name tells the kind."""
    words = [(body, frozenset(fold(f"{body.name} {body.basis}"))) for body in bodies]
    makes = noun.endswith(_MAKER)
    called = [body for body, key in words if noun in key or (makes and _MAKER in key)]
    kinds = lexicon().kinds.get(noun, frozenset())
    return called or [body for body, key in words if kinds & key]


def staffed(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading:
    """Return "a spokesman for the movement" with the body that this stands for, if one."""
    office = reading.office
    if office is None or not (office.islower() or fold(office) in lexicon().organisations):
        return reading
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
    if reading.role not in lexicon().corporate:
        return reading
    companies = {
        body.name: body
        for body in _bodies(position, memory, stage, aside=False)
        if _may_be(_COMPANY, body)
    }
    if len(companies) != 1:
        return reading
    (company,) = companies.values()
    return replace(reading, office=company.name, country=reading.country or company.country)


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


def _bodies(
    position: int, memory: Memory, stage: Stage, *, aside: bool, back: int = _SENTENCES
) -> Iterator[Reading]:
    """Yield the organisations that spoke in the last sentences, and those that people speak for.

    With ``aside`` those that were only named.
    """
    lex = lexicon()
    for candidate in recent(memory, position, stage):
        reading = candidate.reading
        if candidate.aside is not aside or stage.back(candidate.start, position) > back:
            continue
        if reading.kind is PartyKind.ORGANISATION:
            if reading.country or not reading.name.islower():
                yield reading
            continue
        office = reading.office
        employs = reading.role == SPOKESPERSON or reading.role not in lex.governing | lex.local
        if office and office[:1].isupper() and employs and "'s " not in office:
            country = reading.country if is_state_office(office) else None
            yield Reading(office, PartyKind.ORGANISATION, country=country, definite=True)


def _points(reading: Reading) -> bool:
    return (
        reading.kind is PartyKind.ORGANISATION
        and reading.definite
        and reading.country is None
        and reading.owner is None
        and not reading.fixed
        and 1 <= len(fold(reading.name)) <= _MOST_WORDS
        and reading.name.islower()
    )


def _may_be(noun: tuple[str, ...], reading: Reading) -> bool:
    """Whether a body whose name does not say so may be a company, a group, a newspaper."""
    lex = lexicon()
    key = fold(reading.name)
    if noun in lex.papers:
        return key in lex.outlets or key[-1:] in lex.paper_endings
    if is_state_office(reading.name) or key in lex.outlets:
        return False
    own = is_armed_group(reading.name) or not lex.irregular.isdisjoint(key)
    if noun in lex.gatherings and not own and any((word,) in lex.state for word in key):
        return False
    if noun in lex.gatherings:
        return key[-1:] not in lex.company_endings | lex.companies
    if noun not in lex.companies or key in lex.bodies:
        return False
    if not {(word,) for word in fold(reading.basis)}.isdisjoint(lex.gatherings):
        return False  # "the environmental group Green Elbe"
    told = key[-1:] in lex.company_endings | lex.companies
    public = lex.organisations | lex.governments
    return told or not any((word,) in public for word in key)
