"""What "the company", "the militia" point back to, where only one may be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_armed_group, is_public_body, is_state_office
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.stage import Memory, Stage, recent
from sayso.resolve.parties.words import fold

_MOST_WORDS = 2
_SENTENCES = 3
_MOST_BODIES = 200
_MAKER = "maker"
_BANKS = frozenset({("bank",)})
"""What has governors and is no place."""
_PARTY = "party"
_MINISTRY = ("ministry",)


def described(reading: Reading, position: int, memory: Memory, stage: Stage) -> Reading | None:
    """Return the body before that a bare "the company", "the militia" stands for, or None.

    One whose name or description holds the noun goes before one that merely may be such a body.
    """
    noun = fold(reading.name)[-1:]
    if (
        reading.country
        and reading.definite
        and noun in lexicon().companies
        and reading.name.islower()
    ):
        bare = replace(reading, name=noun[0], country=None, fixed=False)
        body = described(bare, position, memory, stage)  # "the Irish budget airline"
        fits = body is not None and body.country in (None, reading.country)
        return replace(body, country=reading.country, fixed=True) if body and fits else None
    if _points(reading) and noun == _MINISTRY:
        spoke = bodies_near(position, memory, stage, aside=False, back=1)
        last = _told(noun[0], {body.name.casefold(): body for body in spoke}.values())
        return last[0] if len(last) == 1 else None
    if not _points(reading) or fold(reading.name) in lexicon().lower:
        return _shortened(reading, memory)
    near = [
        {body.name.casefold(): body for body in bodies_near(position, memory, stage, aside=aside)}
        for aside in (False, True)
    ]
    named = {
        c.reading.name.casefold(): c.reading
        for c in islice(reversed(memory.seen), _MOST_BODIES)
        if c.reading.kind is PartyKind.ORGANISATION and not c.reading.name.islower()
    }
    for bodies in (*near, named):
        told = _told(noun[0], bodies.values(), fold(reading.name))
        if len(told) > 1:
            spoke = bodies_near(position, memory, stage, aside=False, back=1)
            told = _told(noun[0], {body.name.casefold(): body for body in spoke}.values())
        if told:
            return told[0] if len(told) == 1 else None
    near_by = {
        body.name.casefold(): body
        for body in bodies_near(position, memory, stage, aside=False, back=1)
    }
    if noun not in lexicon().gatherings:
        near_by = {}
    for bodies in (near_by, *near):
        fitting = [body for body in bodies.values() if may_be(noun, body)]
        if len(fitting) == 1 or (fitting and bodies is not near_by):
            return fitting[0] if len(fitting) == 1 else None
    far = [body for body in named.values() if may_be(noun, body) and body.country is None]
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


def _is_other(name: tuple[str, ...], body: Reading) -> bool:
    """Whether both are organs of a state by names of two words: a coast, a national guard."""
    key = fold(body.name)
    return (
        len(name) == _MOST_WORDS
        and name in lexicon().state
        and key[-1:] == name[-1:]
        and (key[-2:] != name)
    )


def _told(noun: str, bodies: Iterable[Reading], name: tuple[str, ...] = ()) -> list[Reading]:
    """Return the bodies that are called so, or else those whose name tells the kind."""
    words = [(body, frozenset(fold(f"{body.name} {body.basis}"))) for body in bodies]
    makes = noun.endswith(_MAKER)
    called = [body for body, key in words if noun in key or (makes and _MAKER in key)]
    called = [body for body in called if not _is_other(name, body)]
    kinds = lexicon().kinds.get(noun, frozenset())
    known = lexicon().bodies if noun == _PARTY else {}  # the European Union is no party
    return called or [b for b, key in words if kinds & key and fold(b.name) not in known]


def bodies_near(
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
        employs = employs or (office is not None and fold(office)[-1:] in _BANKS)
        told = office and (office[:1].isupper() or is_state_office(office))
        if office and told and employs and "'s " not in office:
            country = reading.country if is_public_body(office) else None
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


def may_be(noun: tuple[str, ...], reading: Reading) -> bool:
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
    nations = key in lex.bodies and any((word,) in lex.organisations for word in key)
    if noun == (_PARTY,) and nations:
        return False  # the European Union is none
    if noun in lex.gatherings:
        return key[-1:] not in lex.company_endings | lex.companies
    if noun not in lex.companies or key in lex.bodies:
        return False
    if not {(word,) for word in fold(reading.basis)}.isdisjoint(lex.gatherings):
        return False  # "the environmental group Green Elbe"
    told = key[-1:] in lex.company_endings | lex.companies
    if any((word,) in lex.companies for word in fold(reading.basis)):
        return True  # "the Israeli firm Orpaz Works"
    public = lex.organisations | lex.governments
    return told or not any((word,) in public for word in key)
