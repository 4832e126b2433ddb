"""Turns: what those told before who later owned up, or would say no more.

Nobody admits what they had affirmed, and whoever affirms has no reason to fall silent: what such
people told before was their denial, whatever its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.model import SPOKESPERSON, Act, Stance
from sayso.weigh.camps import is_unnamed
from sayso.weigh.positions import day_of
from sayso.weigh.reading import Reading

_NO_DAY = "9999"
_TELLING = {Act.ASSERT, Act.BELIEVE}


def before_turns(
    readings: Sequence[Reading], claim: str | None, *, contested: bool
) -> frozenset[str]:
    """Return the ids of statements told, by those who speak for a camp, before it turned.

    A camp turns when one of it who bears a name admits; a voice, when it evades, and who speaks
    for others also when those confirm. Who makes the ``claim``, by its id, or accuses, has
    something else to take back; where nothing is ``contested``, silence is about something else.
    """
    named = [r for r in readings if r.camp and not is_unnamed(r.row.statement.party)]
    of_camp = _last(((r.camp or "", r) for r in named), Act.ADMIT)
    of_voice = _last(((r.voice, r) for r in named if contested), Act.EVADE)
    confirmed = _last(((r.voice, r) for r in named), Act.CONFIRM)
    admitting = {r.voice for r in named if r.act is Act.ADMIT}
    accusing = {r.camp for r in named if r.act is Act.ACCUSE and r.own is Stance.AFFIRMS}
    claiming = {r.camp for r in named if r.row.statement.id == claim}
    found: list[str] = []
    for r in named:
        if r.act not in _TELLING or r.own is not Stance.AFFIRMS or r.camp in claiming:
            continue
        if r.camp in accusing and r.voice not in admitting:
            continue
        speaks = r.row.statement.party is not None and r.row.statement.party.role == SPOKESPERSON
        turned = [of_camp.get(r.camp or "", ""), of_voice.get(r.voice, "")]
        turned += [confirmed.get(r.voice, "")] if speaks else []
        if _day(r) < max(turned):
            found.append(r.row.statement.id)
    return frozenset(found)


def _last(told: Iterable[tuple[str, Reading]], act: Act) -> Mapping[str, str]:
    """Return by who says it the last day on which such an act is told."""
    days: dict[str, str] = {}
    for who, reading in told:
        if reading.act is act and _day(reading) != _NO_DAY:
            days[who] = max(_day(reading), days.get(who, ""))
    return days


def _day(reading: Reading) -> str:
    return str(day_of(reading.row) or _NO_DAY)
