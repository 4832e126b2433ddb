"""Accusations, admissions and denials: where those who answer the question of a matter stand."""

from __future__ import annotations

from sayso.model import Act, Stance
from sayso.weigh.camps import BOTH
from sayso.weigh.deeds import holds
from sayso.weigh.proposition import Proposition
from sayso.weigh.reading import Reading


def accused(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of an accusation."""
    actor = reading.actor(about.deeds)
    if BOTH in (actor, *(camp for _, camp in reading.named)):
        return Stance.NEUTRAL
    if actor is not None and actor == reading.camp == about.accused:
        return reading.own
    if reading.own is Stance.DENIES:
        return reading.own
    if defends(reading):
        return Stance.DENIES
    if actor is None and reading.condemns and not any(c != reading.camp for _, c in reading.named):
        # Who condemns a deed and lays it to nobody says that it was done.
        return reading.own
    if reading.camp is not None and reading.camp == about.accused and not _counters(reading, about):
        return Stance.NEUTRAL
    if pole is not None:
        return _charges_accused(reading, about) or pole
    if reading.camp is not None and reading.camp == about.accused and about.accusers:
        return Stance.DENIES
    return reading.own if actor in (None, about.accused) or not about.accused else Stance.NEUTRAL


def _charges_accused(reading: Reading, about: Proposition) -> Stance | None:
    """Return AFFIRMS for who lays the deed to the accused after all, or to nobody by name."""
    if about.accused in (None, reading.camp) or not reading.tells(about.deeds):
        return None
    named = {camp for _, camp in reading.named if camp != reading.camp}
    return Stance.AFFIRMS if named <= {about.accused} and not reading.others else None


def defends(reading: Reading) -> bool:
    """Whether somebody is said to be above the charge, or hunted by those who make it."""
    return reading.own is Stance.AFFIRMS and holds("defends", reading.words)


def _counters(reading: Reading, about: Proposition) -> bool:
    """Whether an accusation by the accused answers the one against them."""
    if about.tells(reading) or not about.deeds:
        return True
    if reading.others:
        # Of somebody who says nothing here, and of something else.
        return False
    return any(camp in about.accusers for _, camp in reading.named)


def granted(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is admitted or confirmed."""
    related = about.tells(reading) or about.touches(reading)
    if reading.act is Act.CONFIRM:
        to_come = pole is Stance.DENIES and not related and holds("to_come", reading.words)
        return Stance.NEUTRAL if to_come else reading.own
    if not related and holds("trifles", reading.words):
        return Stance.NEUTRAL
    claimed = reading.camp is not None and reading.camp == about.claimant
    if claimed and pole is Stance.AFFIRMS and reading.camp not in about.deniers:
        # Who claimed it takes it back, unless they own up to the deed itself.
        return reading.own if about.tells(reading) else Stance.DENIES
    return Stance.AFFIRMS if pole is Stance.DENIES else reading.own


def denied(reading: Reading, about: Proposition, pole: Stance | None, own: Stance) -> Stance:
    """Return the stance of a denial, or of saying that something is not so.

    ``own`` is the stance of the words that tell of the deed.
    """
    if own is not Stance.DENIES:
        return own
    if _denies_else(reading, about):
        return Stance.NEUTRAL
    if reading.act is Act.DENY and about.claimed_beside(reading):
        # The mayor denies what the government has announced.
        return own
    if reading.only_points and reading.charged and reading.camp not in about.accusers:
        # "Denied the charges": those against the speaker, whatever else the speaker tells.
        return own
    actor = reading.actor(about.deeds)
    if reading.camp is None or about.accused is None or about.accused in (actor, reading.camp):
        return pole if pole is Stance.AFFIRMS and _answers(reading, about, actor) else own
    if reading.camp in about.accusers:
        # What an accuser denies is what is said in answer; "that claim" may be anything.
        unclear = reading.act is Act.REJECT and reading.merely_points
        return Stance.NEUTRAL if unclear else Stance.AFFIRMS
    if actor is None:
        return pole or own
    return Stance.NEUTRAL


def _denies_else(reading: Reading, about: Proposition) -> bool:
    """Whether those who are accused of something else deny that."""
    charged = reading.camp in about.charged_else and reading.camp != about.accused
    return charged and not (reading.tells(about.deeds) or about.shares(reading))


def _answers(reading: Reading, about: Proposition, actor: str | None) -> bool:
    """Whether a denial by those who affirm is one of a counter-claim."""
    own_doing = actor == reading.camp and about.accused != reading.camp
    return own_doing or not reading.tells(about.deeds)
