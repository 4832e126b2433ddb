"""What speaks for a deed or against it whatever its words: witnesses, other causes, own defence."""

from __future__ import annotations

from sayso.model import Act, Stance
from sayso.weigh.camps import is_unnamed
from sayso.weigh.deeds import holds
from sayso.weigh.proposition import Proposition
from sayso.weigh.reading import Reading
from sayso.weigh.speakers import is_aide
from sayso.weigh.stance import stance_of_clause, tells_made_up
from sayso.weigh.victims import counts_victims

_TELLING = {Act.ASSERT, Act.BELIEVE}


def puts_it_down(reading: Reading, about: Proposition) -> bool:
    """Whether an asserting account puts what came of it down to something else than the deed."""
    if reading.own is not Stance.AFFIRMS or not about.contested or reading.camp in about.accusers:
        return False
    concerns = about.tells(reading) or about.points_at_accused(reading)
    return not concerns and holds("otherwise", reading.words)


def did_nothing_else(reading: Reading, about: Proposition) -> bool:
    """Whether the accused say that nothing but something else was done."""
    if reading.own is not Stance.AFFIRMS or reading.camp is None or reading.act is Act.ANNOUNCE:
        return False
    if reading.camp != about.accused or not holds("nothing_else", reading.words):
        return False
    return reading.camp in about.deniers or not about.tells(reading)


def answers_for_self(reading: Reading, about: Proposition) -> bool:
    """Whether one with a name says of themselves what was not: "our doses never harmed a child"."""
    named = not is_unnamed(reading.row.statement.party) and reading.camp not in about.accusers
    says = reading.act in _TELLING and reading.own is Stance.AFFIRMS and about.contested
    return named and says and reading.speaks_of_self and reading.denies_in_part


def blames_for_lack(reading: Reading, about: Proposition) -> bool:
    """Whether something was not so because of what was done: "no sound, for they had cut it"."""
    if reading.own is not Stance.DENIES or reading.camp == about.accused or not about.contested:
        return False
    return (
        stance_of_clause(Act.ASSERT, reading.reason) is Stance.AFFIRMS if reading.reason else False
    )


def vouches(reading: Reading) -> bool:
    """Whether a witness tells what they went through, or a reckoning is held out for a deed."""
    if reading.own is not Stance.AFFIRMS:
        return False
    if reading.act in _TELLING:
        of_a_side = is_aide(reading.row.statement.party)
        was_there = of_a_side or reading.testifies or reading.is_insider
        return was_there and not counts_victims(reading)
    if reading.act is Act.THREATEN and reading.takes_for_granted(None):
        return True
    return holds("for_doing", reading.words) and not tells_made_up(reading.words)


def disowns(reading: Reading, about: Proposition) -> bool:
    """Whether the accused say that something of theirs was not so: "our forces were not there"."""
    negative = reading.own is Stance.DENIES and holds("disowning", reading.words)
    return negative and reading.camp is not None and reading.camp == about.accused
