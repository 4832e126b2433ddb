"""Stances of a matter's accounts towards what the matter is about.

A row alone tells only whether it affirms its own content (``stance_of``). The matter is about one
alleged deed, so:

* What tells nothing of the deed is neutral; words that only point ("denied it") are about it.
* Laying the deed to another camp denies it, when the accused do so; of a third party it is neutral.
* Denying that one's own camp did it denies nothing, when it is others who are accused.
* The accused deny until they admit: that shells fell, said by those accused, is neutral.
* What is only supposed ("if it is cholera") is neutral.
* A deal is affirmed by offering or asking for it and denied by turning it down or putting it off.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from sayso.language.en.plain import compile_patterns
from sayso.language.en.tables import load_table
from sayso.model import Act, Row, Stance
from sayso.weigh.camps import BOTH
from sayso.weigh.deeds import kinds_of
from sayso.weigh.proposition import Proposition, proposition_of
from sayso.weigh.reading import Reading, read_rows

_TELLING = {Act.ASSERT, Act.BELIEVE, Act.ANNOUNCE, Act.THREATEN}
_WISHING = {Act.OFFER, Act.DEMAND, Act.WANT}


def stances(rows: Sequence[Row]) -> Mapping[str, Stance]:
    """Return the stance of each of a matter's rows, by statement id; their order plays no part."""
    readings = read_rows(rows)
    proposition = proposition_of(readings)
    return {r.row.statement.id: _stance(r, proposition) for r in readings}


def _stance(reading: Reading, about: Proposition) -> Stance:
    if not about.deeds:
        return reading.own
    if reading.act is Act.EVADE:
        elsewhere = not _is_about(reading, about) and reading.asks
        return Stance.NEUTRAL if elsewhere else reading.own
    if not _is_about(reading, about):
        return _beside(reading, about)
    if reading.supposes(about.deeds):
        return Stance.NEUTRAL
    if about.agreed:
        return _towards_deal(reading)
    if about.accused is None:
        return _of_nobody(reading, about)
    return _towards_deed(reading, about)


def _of_nobody(reading: Reading, about: Proposition) -> Stance:
    """Return the stance towards a deed of which nobody in the matter is known to be accused.

    Whoever denies it and then tells of such a deed more likely lays it to somebody else than
    takes it back, unless it is something that merely happens.
    """
    taken_back = reading.act not in _TELLING or about.deeds <= kinds_of("happenings")
    if reading.own is Stance.AFFIRMS and reading.camp in about.deniers and not taken_back:
        return Stance.NEUTRAL
    return reading.own


def _beside(reading: Reading, about: Proposition) -> Stance:
    """Return the stance of an account that does not tell of the deed itself."""
    if about.agreed and reading.act in (Act.DEMAND, Act.WANT) and _finds("put_off", reading):
        return Stance.DENIES
    # Those who lay the deed to others and count its victims say that it was done.
    counts = reading.own is Stance.AFFIRMS and reading.act in (Act.ASSERT, Act.CONFIRM)
    accuses = reading.camp in about.accusers and reading.tells(kinds_of("consequences"))
    return Stance.AFFIRMS if counts and accuses else Stance.NEUTRAL


def _is_about(reading: Reading, about: Proposition) -> bool:
    if reading.tells(about.deeds):
        return True
    if reading.act is Act.ACCUSE and about.accused is not None:
        return reading.actor(about.deeds) == about.accused
    if reading.act in _TELLING:
        # "That is a lie" answers what is said; "the road is open" does not.
        return reading.only_points and reading.own is not Stance.AFFIRMS
    return reading.only_points


def _towards_deal(reading: Reading) -> Stance:
    if reading.act in (Act.REJECT, Act.OFFER):
        return Stance.DENIES if reading.act is Act.REJECT else Stance.AFFIRMS
    if reading.act in _WISHING or reading.own is Stance.AFFIRMS:
        is_off = _finds("put_off", reading) or _finds("refused", reading)
        return Stance.DENIES if is_off else Stance.AFFIRMS
    return reading.own


def _towards_deed(reading: Reading, about: Proposition) -> Stance:
    actor, own = reading.actor(about.deeds), reading.own
    if actor == BOTH:
        return Stance.NEUTRAL
    if own is Stance.AFFIRMS:
        return _laid_to(actor, reading, about)
    if reading.act in _WISHING and own is Stance.NEUTRAL:
        granted = reading.takes_for_granted(about.deeds) and actor in (None, about.accused)
        return Stance.AFFIRMS if granted else own
    if own is Stance.DENIES and reading.camp is not None:
        return _denied_of(actor, reading, about)
    return own


def _laid_to(actor: str | None, reading: Reading, about: Proposition) -> Stance:
    """Return the stance of an account that affirms the deed of this camp."""
    if reading.act in (Act.ADMIT, Act.CONFIRM) or actor == about.accused:
        return Stance.AFFIRMS
    if reading.camp == about.accused:
        if actor is not None and actor != reading.camp:
            return Stance.DENIES
        return Stance.NEUTRAL if about.accused in about.deniers else Stance.AFFIRMS
    return Stance.AFFIRMS if actor is None else Stance.NEUTRAL


def _denied_of(actor: str | None, reading: Reading, about: Proposition) -> Stance:
    """Return the stance of an account that denies the deed of this camp."""
    if about.accused in (actor, reading.camp):
        return Stance.DENIES
    if actor is None:
        # What an accuser denies by pointing at it is more likely what is said in answer.
        unclear = reading.only_points and reading.camp in about.accusers
        return Stance.NEUTRAL if unclear else Stance.DENIES
    if reading.camp not in about.accusers:
        return Stance.NEUTRAL
    # Those who lay it to others and deny it of themselves say again that the others did it.
    return Stance.AFFIRMS if actor == reading.camp else Stance.NEUTRAL


def _finds(name: str, reading: Reading) -> bool:
    return bool(_pattern(name).search(f" {' '.join(reading.words)} "))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table = load_table("weighing")
    return compile_patterns(table["patterns"][name], load_table("acts")["lists"])
