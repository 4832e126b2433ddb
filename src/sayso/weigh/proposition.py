"""What a matter's accounts are about: the one deed alleged, and who is said to have done it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.language.en.tables import load_table
from sayso.model import Act, Stance
from sayso.weigh.camps import BOTH
from sayso.weigh.deeds import kinds_of
from sayso.weigh.positions import day_of
from sayso.weigh.reading import Reading

_NEARLY_AS_MUCH = 0.7
"""Share of the leading deed's support with which another is told of as the same event."""
_FEWEST_VOICES = 2
_AS_MANY = 0.6
"""Share of the most accused camp's votes with which another may be the one first accused."""
_POINTED = {Act.ACCUSE, Act.DENY, Act.CONFIRM, Act.ADMIT, Act.REJECT, Act.EVADE, Act.OFFER}
"""Acts that answer the question of a matter, where others may tell what stands about it."""
_NO_DAY = "9999"


@dataclass(frozen=True, slots=True)
class Proposition:
    """The alleged deed, as kinds of deeds; empty when the accounts share none.

    ``accused`` is the camp that is said to have done it, or None; ``accusers`` the camps that say
    so of another, ``deniers`` those that deny it; ``agreed`` is true for a deal that is offered
    and turned down rather than a deed.
    """

    deeds: frozenset[str]
    accused: str | None
    accusers: frozenset[str]
    deniers: frozenset[str]
    agreed: bool


def proposition_of(readings: Sequence[Reading]) -> Proposition:
    """Return what a matter's rows are about; their order does not matter."""
    deeds = _leading(readings)
    about = [r for r in readings if r.tells(deeds) or r.act is Act.ACCUSE]
    accused = _accused(about, deeds)
    accusers = {
        r.camp
        for r in about
        if r.own is Stance.AFFIRMS and r.camp and r.camp != accused and r.actor(deeds) == accused
    }
    denials = (r for r in readings if r.act in (Act.DENY, Act.REJECT) and r.own is Stance.DENIES)
    deniers = {r.camp for r in denials if r.camp}
    return Proposition(
        deeds=deeds,
        accused=accused,
        accusers=frozenset(accusers) if accused else frozenset(),
        deniers=frozenset(deniers),
        agreed=bool(deeds) and deeds <= kinds_of("agreed"),
    )


def _leading(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the kinds of deeds that most voices tell of; what came of a deed only for want of one.

    What fewer than two voices tell is nothing that accounts could be about.
    """
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    for reading in readings:
        weight = 2 if reading.act in _POINTED else 1
        for deed in reading.deeds:
            of_voice = weights[deed.kind]
            of_voice[reading.voice] = max(weight, of_voice.get(reading.voice, 0))
    shared = {k: sum(v.values()) for k, v in weights.items() if len(v) >= _FEWEST_VOICES}
    support = {k: n for k, n in shared.items() if k not in kinds_of("consequences")} or shared
    most = max(support.values(), default=0)
    leading = {kind for kind, n in support.items() if n >= _NEARLY_AS_MUCH * most}
    told_as: dict[str, list[str]] = load_table("weighing")["told_as"]
    return frozenset(leading.union(*(told_as.get(kind, ()) for kind in leading)))


def _accused(about: Iterable[Reading], deeds: frozenset[str]) -> str | None:
    """Return the camp of which many voices say that it did it, the first accused among such."""
    votes: dict[str, dict[str, int]] = defaultdict(dict)
    first: dict[str, str] = {}
    for reading in about:
        actor = reading.actor(deeds)
        if reading.own is Stance.DENIES:
            # Whoever denies a deed that is laid to nobody else has been accused of it.
            actor, weight = actor or reading.camp, 1
            if actor != reading.camp or reading.undergone(deeds):
                continue
        elif reading.own is Stance.AFFIRMS:
            weight = 3 if reading.act in (Act.ACCUSE, Act.ADMIT) else 2
        else:
            continue
        if actor is None or actor == BOTH:
            continue
        of_voice = votes[actor]
        of_voice[reading.voice] = max(weight, of_voice.get(reading.voice, 0))
        day = str(day_of(reading.row) or _NO_DAY)
        first[actor] = min(day, first.get(actor, day))
    counted = {camp: sum(of_voice.values()) for camp, of_voice in votes.items()}
    most = max(counted.values(), default=0)
    # A counter-accusation comes in answer: among those that many accuse, the first is meant.
    many = [camp for camp, n in counted.items() if n >= _AS_MANY * most]
    return min(many, key=lambda c: (first[c], -counted[c], c), default=None)
