"""Opposed accounts: denials that surely deny what others tell, and those whom they contradict.

A stance is taken towards a whole matter, by a speaker's camp as well as by the words. A conflict
needs more: somebody who denies in so many words what somebody else says in theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.language.en.tables import load_table
from sayso.model import Act, PartyKind, Row, Stance
from sayso.weigh.deeds import kinds_of
from sayso.weigh.reading import Reading
from sayso.weigh.scenes import common_of, scene_of
from sayso.weigh.voices import are_two

_ANSWERS = {Act.DENY, Act.REJECT}


def opposed(readings: Sequence[Reading], labels: Mapping[str, str]) -> tuple[list[Row], list[Row]]:
    """Return the accounts that affirm and those that deny; none where nobody surely denies.

    ``readings`` are those of rows with a party and a stance; ``labels`` tell, by statement id,
    what a conflict calls who says it. Where a matter's accounts name one place and day at most,
    all that take a stance are returned; else only those who contradict each other in their words.
    """
    affirming = [r for r in readings if r.row.stance is Stance.AFFIRMS]
    denying = [r for r in readings if r.row.stance is Stance.DENIES]
    common = common_of(scene_of(r.row) for r in (*affirming, *denying))
    one_event = not (common.places_differ or common.days_differ)
    sure = [d for d in denying if _is_sure(d)]
    # What each tells is made once: every denial is compared with all of them.
    accounts = [_account(a, labels) for a in affirming] if sure else []
    met = {
        d.row.statement.id: _met_by(_account(d, labels), accounts, one_event=one_event)
        for d in sure
    }
    contradicted = {a.row.statement.id for found in met.values() for a in found}
    if not contradicted:
        return [], []
    if one_event:
        return [a.row for a in affirming], [d.row for d in denying]
    return (
        [a.row for a in affirming if a.row.statement.id in contradicted],
        [d.row for d in denying if met.get(d.row.statement.id)],
    )


def _is_sure(denial: Reading) -> bool:
    """Whether it denies by its act or its words, lays it to others, or claims it alone."""
    party = denial.row.statement.party
    named = party is not None and party.kind is not PartyKind.GROUP
    rival = any(deed.kind in kinds_of("exclusive") for deed in denial.deeds)
    counters = named and (denial.act is Act.ACCUSE or rival)
    return counters or denial.act in _ANSWERS or denial.own is Stance.DENIES


@dataclass(frozen=True, slots=True)
class _Account:
    """A reading with who says it, the deeds and other matters it tells, and where it puts them."""

    reading: Reading
    who: str
    deeds: frozenset[str]
    told: frozenset[str]
    places: frozenset[str]


def _account(reading: Reading, labels: Mapping[str, str]) -> _Account:
    row = reading.row
    return _Account(
        reading=reading,
        who=labels[row.statement.id],
        deeds=frozenset(deed.kind for deed in reading.deeds),
        told=_told(reading),
        places=scene_of(row).places,
    )


def _met_by(denying: _Account, affirming: Sequence[_Account], *, one_event: bool) -> list[Reading]:
    """Return the accounts that a denial contradicts.

    Where a matter holds several events, it must be told what is denied: by the words that both
    share at one place, or by whoever lays it to the denier.
    """
    denial = denying.reading
    others = [a for a in affirming if a.who != denying.who and are_two(denial.row, a.reading.row)]
    return [a.reading for a in _answered(denying, others, one_event=one_event)]


def _answered(
    denying: _Account, others: Sequence[_Account], *, one_event: bool
) -> Sequence[_Account]:
    denial = denying.reading
    camps = {camp for _, camp in denial.named}
    naming = [
        a
        for a in others
        if a.reading.camp in camps or any(camp == denial.camp for _, camp in a.reading.named)
    ]
    accusing = [a for a in others if a.reading.act is Act.ACCUSE]
    if denial.only_points:
        # "Denied the charges": first of all those of whoever names the denier.
        return naming or accusing or (others if one_event or not denial.charged else [])
    found = [
        a
        for a in others
        if not denying.told.isdisjoint(a.told) and _at_one_place(denying.places, a.places)
    ]
    if denial.act is Act.ACCUSE:
        # A counter-accusation answers those whom it names, or lays the same deed to others.
        found = [a for a in found if a.reading.camp in camps or denying.deeds & a.deeds]
    if not one_event and denial.act not in _ANSWERS:
        # A negative sentence answers for a deed only where it tells one.
        found = [a for a in found if denying.deeds & a.deeds]
        return found or [a for a in naming if a.reading.act is Act.ACCUSE]
    # "Nobody set foot there" answers whoever says that the speaker's own did.
    return found or naming or accusing


def _at_one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return not (one and other) or not one.isdisjoint(other)


def _told(reading: Reading) -> frozenset[str]:
    """Return the deeds and telling words of a reading; what came of a deed tells little."""
    kinds = (mark.kind for mark in (*reading.deeds, *reading.topics))
    own = frozenset(kinds) - kinds_of("consequences")
    told_as: dict[str, list[str]] = load_table("weighing")["told_as"]
    return own.union(*(told_as.get(kind, ()) for kind in own))
