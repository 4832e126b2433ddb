"""What is simply said: of the deed itself, or beside it for one's own camp."""

from __future__ import annotations

from sayso.model import Act, Stance
from sayso.weigh.answers import defends, denied
from sayso.weigh.camps import BOTH, is_unnamed
from sayso.weigh.deeds import holds, kinds_of
from sayso.weigh.proposition import Proposition
from sayso.weigh.reading import Reading
from sayso.weigh.speakers import is_bystander, is_crowd, is_witness
from sayso.weigh.victims import counts, counts_sufferers, counts_victims, is_bare
from sayso.weigh.vouching import (
    answers_for_self,
    blames_for_lack,
    did_nothing_else,
    disowns,
    puts_it_down,
    vouches,
)

_TURNED = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}


def told(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is simply said."""
    if reading.act is Act.ANNOUNCE and holds("inquiry", reading.words):
        return Stance.NEUTRAL
    if reading.act is Act.ANNOUNCE and holds("reaction", reading.words):
        # Unless it is what the matter is about.
        is_it = about.is_claim(reading) or (bool(about.deeds) and about.tells(reading))
        return reading.own if is_it else Stance.NEUTRAL
    if about.contested and defends(reading) and reading.camp not in about.accusers:
        return Stance.DENIES
    if puts_it_down(reading, about):
        return Stance.DENIES
    if reading.is_bare_number and about.contested and not about.counting:
        # A count of what the article names beside it.
        return Stance.NEUTRAL
    if about.is_claim(reading) and not counts_victims(reading):
        return Stance.AFFIRMS
    if did_nothing_else(reading, about):
        return Stance.DENIES
    if reading.row.statement.id in about.before_turns and reading.camp not in about.accusers:
        return Stance.NEUTRAL if _aside(reading, about, Stance.DENIES) else Stance.DENIES
    if about.tells(reading):
        return _of_deed(reading, about, pole)
    if reading.own is Stance.DOUBTS or about.lays_it(reading):
        return reading.own
    if pole is not Stance.DENIES and vouches(reading):
        return Stance.AFFIRMS
    if reading.act is Act.THREATEN:
        return _beside(reading, about, pole)
    if pole is None and answers_for_self(reading, about):
        return Stance.DENIES
    if pole is None and blames_for_lack(reading, about):
        return Stance.AFFIRMS
    if pole is None and disowns(reading, about):
        return Stance.DENIES
    if pole is None and reading.act is Act.ANNOUNCE:
        # Orders and plans of others stand beside the question.
        related = about.tells(reading) or about.shares(reading) or not about.contested
        return reading.own if related else Stance.NEUTRAL
    if pole is None:
        open_ = reading.own is Stance.EVADES and about.contested
        return reading.own if open_ or _concerns(reading, about) else Stance.NEUTRAL
    if reading.own is Stance.EVADES:
        return reading.own
    if reading.act is Act.ANNOUNCE or reading.own is Stance.NEUTRAL:
        return _beside(reading, about, pole)
    return Stance.NEUTRAL if _aside(reading, about, pole) else pole


def _concerns(reading: Reading, about: Proposition) -> bool:
    """Whether what an outsider says concerns the question: by its words, or by the accused."""
    if about.shares(reading) or holds("nothing_shows", reading.words):
        return True
    if is_crowd(reading.row.statement.party) and holds("senses", reading.words):
        return True
    if is_witness(reading.row.statement.party):
        return not (counts_victims(reading) and is_bare(reading))
    if not about.deeds:
        # Who counts the dead of a disaster says nothing of whose fault it was.
        if counts_victims(reading):
            return not is_bare(reading)
        bystander = is_bystander(reading.row.statement.party) and about.contested
        related = about.touches(reading) or about.points_at_accused(reading)
        if about.contested and not related and counts_sufferers(reading):
            return about.counting
        return not bystander or related or counts(reading)
    answered = about.deniers or about.before_turns
    unanswered = not answered and bool(about.deeds & kinds_of("harmful"))
    if unanswered and counts_victims(reading):
        # An outsider who counts the dead of a raid says that there was one; whose it was is
        # another question, where somebody denies it.
        return True
    return about.points_at_accused(reading)


def _beside(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is announced or threatened about something else, or asked."""
    if pole is Stance.DENIES:
        # Whoever denied announces it after all.
        done = reading.act is Act.ANNOUNCE and reading.own is Stance.AFFIRMS
        plans = holds("plans", reading.words) or holds("to_come", reading.words)
        done = done and about.touches(reading) and (about.tells(reading) or not plans)
        return Stance.AFFIRMS if done else Stance.NEUTRAL
    threatens = reading.act is Act.THREATEN and holds("reprisal", reading.words)
    answers = threatens or about.tells(reading) or about.shares(reading)
    return Stance.AFFIRMS if answers and not holds("plans", reading.words) else Stance.NEUTRAL


def _aside(reading: Reading, about: Proposition, pole: Stance) -> bool:
    """Whether what a camp says stands beside the question."""
    if holds("sympathy", reading.words) or holds("plans", reading.words):
        return True
    if about.deeds and about.deeds <= kinds_of("decisions"):
        return True
    of_victims = reading.tells(kinds_of("consequences"))
    if pole is Stance.DENIES:
        if holds("other_story", reading.words):
            # "Three had died, trampled in the panic" tells how, and not by the deed.
            return False
        return (bool(about.deeds) or of_victims) and counts(reading)
    if of_victims:
        harmful = bool(about.deeds & kinds_of("harmful"))
        return not ((harmful and reading.camp in about.accusers) or about.shares(reading))
    return reading.measures and not reading.speaks_of_self


def _of_deed(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of what is said of the deed itself."""
    own = reading.own_of(about.deeds)
    if about.negated:
        return _TURNED.get(own, own)
    if about.accused is None:
        merely_happens = about.deeds <= kinds_of("happenings")
        if own is Stance.AFFIRMS and pole is Stance.DENIES and not merely_happens:
            unmade = reading.denies_in_part or holds("forestalled", reading.words)
            return Stance.DENIES if unmade else Stance.NEUTRAL
        return own
    actor = reading.actor(about.deeds)
    if actor == BOTH:
        return Stance.NEUTRAL
    if own is Stance.AFFIRMS:
        return _laid_to(actor, reading, about)
    if own is Stance.DENIES and reading.camp is not None:
        return denied(reading, about, pole, own)
    return own


def _laid_to(actor: str | None, reading: Reading, about: Proposition) -> Stance:
    """Return the stance of an account that affirms the deed of this camp."""
    if actor == about.accused:
        return Stance.AFFIRMS
    rival = actor == reading.camp and about.deeds & kinds_of("exclusive")
    if rival and actor is not None:
        # "Victory is ours" denies that of the rival who claimed it first.
        return Stance.DENIES
    if reading.camp == about.accused:
        if reading.blames_strangers(about.deeds) or actor not in (None, reading.camp):
            return Stance.DENIES
        if holds("other_story", reading.words):
            return Stance.DENIES
        if is_unnamed(reading.row.statement.party):
            return Stance.AFFIRMS
        denies = about.accused in about.deniers and reading.act is not Act.ANNOUNCE
        return Stance.NEUTRAL if denies else Stance.AFFIRMS
    if actor is not None and actor == reading.camp and reading.testifies:
        return Stance.AFFIRMS
    unclear = actor is not None or reading.blames_strangers(about.deeds)
    return Stance.NEUTRAL if unclear else Stance.AFFIRMS
