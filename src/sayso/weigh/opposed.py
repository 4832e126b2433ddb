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
from sayso.weigh.numbers import words as figure_words
from sayso.weigh.reading import Reading
from sayso.weigh.scenes import common_of, scene_of
from sayso.weigh.voices import are_two, repeats

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
    accused = any(a.act is Act.ACCUSE for a in affirming)
    if not sure and accused and not common.places_differ:
        # An accusation is answered by another story: "he has gone on leave".
        sure = [d for d in denying if _is_named(d)]
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


def _is_named(denial: Reading) -> bool:
    party = denial.row.statement.party
    return party is not None and party.kind is not PartyKind.GROUP


def _is_sure(denial: Reading) -> bool:
    """Whether it denies by its act or its words, lays it to others, or claims it alone."""
    named = _is_named(denial)
    rival = any(deed.kind in kinds_of("exclusive") for deed in denial.deeds)
    counters = named and (denial.act is Act.ACCUSE or rival)
    if counters or denial.act in _ANSWERS or denial.own is Stance.DENIES:
        return True
    if named and denial.denies_in_part:
        return True
    # "Force was used, and nobody was beaten."
    kinds = {deed.kind for deed in denial.deeds} - kinds_of("consequences")
    return any(denial.own_of(frozenset((kind,))) is Stance.DENIES for kind in kinds)


@dataclass(frozen=True, slots=True)
class _Account:
    """A reading with who says it, the deeds and other matters it tells, and where it puts them."""

    reading: Reading
    who: str
    deeds: frozenset[str]
    told: frozenset[str]
    telling: frozenset[str]
    places: frozenset[str]


def _account(reading: Reading, labels: Mapping[str, str]) -> _Account:
    row = reading.row
    at = {deed.at for deed in reading.deeds}
    return _Account(
        reading=reading,
        who=labels[row.statement.id],
        deeds=frozenset(deed.kind for deed in reading.deeds),
        told=_told(reading),
        telling=frozenset(t.kind for t in reading.topics if t.at not in at),
        places=scene_of(row).places,
    )


def _met_by(denying: _Account, affirming: Sequence[_Account], *, one_event: bool) -> list[Reading]:
    """Return the accounts that a denial contradicts.

    Where a matter holds several events, it must be told what is denied: by the words that both
    share at one place, or by whoever lays it to the denier.
    """
    denial = denying.reading
    others = [a for a in affirming if a.who != denying.who and are_two(denial.row, a.reading.row)]
    if denial.act not in _ANSWERS:
        # "The minister accuses them of it", and the same within the words of who tells of it.
        others = [a for a in others if not repeats(denial.row, a.reading.row)]
    return [a.reading for a in _answered(denying, others, one_event=one_event)]


def _answered(
    denying: _Account, others: Sequence[_Account], *, one_event: bool
) -> Sequence[_Account]:
    denial = denying.reading
    # An accusation of somebody who says nothing here answers nobody whom it names besides.
    camps = set() if denial.others else {camp for _, camp in denial.named}
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
    if not one_event:
        # Of all who tell of such a deed, those who tell it of the denier or in the denier's words.
        found = [a for a in found if a in naming or _share_more(denying, a)] or found
    if denial.act is Act.ACCUSE:
        # A counter-accusation answers those whom it names, or lays the same deed to others; who
        # merely names the speaker has laid nothing to them.
        found = [a for a in found if a.reading.camp in camps or denying.deeds & a.deeds]
        return found or [a for a in naming if _lays_to(denial.camp, a)]
    if not one_event and denial.act not in _ANSWERS:
        # A negative sentence answers for a deed only where it tells one.
        found = [a for a in found if denying.deeds & a.deeds]
        return found or [a for a in naming if a.reading.act is Act.ACCUSE]
    # "Nobody set foot there" answers whoever says that the speaker's own did.
    harmed_alike = [a for a in naming if not _of_others(denial, a.reading)]
    answers = one_event and denial.act in _ANSWERS
    return found or harmed_alike or accusing or (others if answers else [])


def _lays_to(camp: str | None, account: _Account) -> bool:
    """Whether an account says that a camp did a deed."""
    reading = account.reading
    return reading.act is Act.ACCUSE or (camp is not None and reading.actor(account.deeds) == camp)


def _share_more(one: _Account, other: _Account) -> bool:
    """Whether two accounts share words that tell more than the kind of deed."""
    return not one.telling.isdisjoint(other.telling)


def _of_others(one: Reading, other: Reading) -> bool:
    """Whether two accounts count other victims: civilians here, fighters there."""
    victims, others = _victims(one), _victims(other)
    return bool(victims and others) and victims.isdisjoint(others)


def _victims(reading: Reading) -> frozenset[str]:
    counted = figure_words().counted
    return frozenset(counted[word] for word in reading.words if word in counted)


def _at_one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    return not (one and other) or not one.isdisjoint(other)


def _told(reading: Reading) -> frozenset[str]:
    """Return the deeds and telling words of a reading; what came of a deed tells little."""
    kinds = (mark.kind for mark in (*reading.deeds, *reading.topics))
    own = frozenset(kinds) - kinds_of("consequences")
    told_as: dict[str, list[str]] = load_table("weighing")["told_as"]
    return own.union(*(told_as.get(kind, ()) for kind in own))
