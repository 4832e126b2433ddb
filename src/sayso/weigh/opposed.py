"""Opposed accounts: denials that surely deny what others tell, and those whom they contradict.

A stance is taken towards a whole matter, by a speaker's camp as well as by the words. A conflict
needs more: somebody who denies in so many words what somebody else says in theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    sure = [d for d in denying if _is_sure(d)]
    met = {d.row.statement.id: _met_by(d, affirming, labels) for d in sure}
    contradicted = {a.row.statement.id for found in met.values() for a in found}
    if not contradicted:
        return [], []
    common = common_of(scene_of(r.row) for r in (*affirming, *denying))
    if not (common.places_differ or common.days_differ):
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


def _met_by(
    denial: Reading, affirming: Sequence[Reading], labels: Mapping[str, str]
) -> list[Reading]:
    """Return the accounts that a denial contradicts."""
    who = labels[denial.row.statement.id]
    others = [
        a for a in affirming if labels[a.row.statement.id] != who and are_two(denial.row, a.row)
    ]
    answered = {camp for _, camp in denial.named}
    naming = [
        a for a in others if a.camp in answered or any(camp == denial.camp for _, camp in a.named)
    ]
    if denial.only_points:
        # "Denied the charges": first of all those of whoever names the denier.
        return naming or [a for a in others if a.act is Act.ACCUSE] or others
    told = _told(denial)
    found = [a for a in others if not told.isdisjoint(_told(a))]
    # "Nobody set foot there" answers whoever says that the speaker's own did.
    return found or naming or [a for a in others if a.act is Act.ACCUSE]


def _told(reading: Reading) -> frozenset[str]:
    """Return the deeds and telling words of a reading; what came of a deed tells little."""
    kinds = (mark.kind for mark in (*reading.deeds, *reading.topics))
    own = frozenset(kinds) - kinds_of("consequences")
    told_as: dict[str, list[str]] = load_table("weighing")["told_as"]
    return own.union(*(told_as.get(kind, ()) for kind in own))
