"""One account's stance towards what its matter is about, by its words and by its camp's pole.

The pole is what a speaker's camp says at first: whoever accuses goes on accusing, and whoever
denies goes on denying, until they admit. So:

* Denials deny, but the denial of an accuser answers a counter-claim: it affirms.
* Accusations affirm, but those of the accused lay the deed to others: they deny.
* Whatever is admitted by those who denied is the deed.
* What tells of the deed says by itself where it stands; of other things a camp tells for its own
  pole, unless they stand aside: sympathies, plans, tolls told by those who deny.
* What a camp turns down is what the other one says, unless it is an offer or a demand.
* A pole ends when the camp owns up. Who says that the deniers' own story is not so affirms.
* Demands affirm where they ask for an end of it, or come from who affirms; not for calm or aid.
* Laying the deed to a third party denies where the accused do it; else it is neutral, and so is
  what is only supposed ("if it is cholera").
* A deal is affirmed by offering or asking for it and denied by turning it down or putting it off.
"""

from __future__ import annotations

from sayso.model import Act, Stance
from sayso.weigh.answers import accused, denied, granted
from sayso.weigh.deeds import holds, kinds_of
from sayso.weigh.proposition import Proposition
from sayso.weigh.reading import Reading
from sayso.weigh.stance import tells_made_up
from sayso.weigh.told import told

_SAYING = {Act.ASSERT, Act.BELIEVE, Act.CONFIRM, Act.DENY, Act.REJECT}
_WISHING = {Act.OFFER, Act.DEMAND, Act.WANT}


def stance_towards(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return a reading's stance; ``pole`` is that of its camp, None where none is known."""
    if about.agreed:
        return _towards_deal(reading, about)
    if reading.supposes(about.deeds):
        return Stance.NEUTRAL
    if reading.act in _SAYING and about.counters_story(reading):
        return Stance.AFFIRMS
    match reading.act:
        case Act.EVADE:
            answers = about.contested or about.tells(reading) or about.shares(reading)
            return reading.own if answers or not reading.asks else Stance.NEUTRAL
        case Act.DOUBT:
            return reading.own
        case Act.ACCUSE:
            return accused(reading, about, pole)
        case Act.ADMIT | Act.CONFIRM:
            return granted(reading, about, pole)
        case Act.REJECT if reading.own is Stance.NEUTRAL:
            return _turned_down(reading, about, pole)
        case Act.DENY | Act.REJECT:
            return denied(reading, about, pole, reading.own)
        case Act.DEMAND | Act.WANT | Act.OFFER:
            return _wished(reading, about, pole)
        case _:
            return told(reading, about, pole)


def _turned_down(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    """Return the stance of who turns down what is called no claim: "the tears of bad losers"."""
    if tells_made_up(reading.words):
        return pole or Stance.DENIES
    if holds("owning", reading.words):
        return Stance.DENIES
    if not scoffs(reading):
        return Stance.NEUTRAL
    if pole is None and about.points_at_accused(reading) and holds("telling", reading.words):
        # "The admiral's tale": that of those who deny.
        return Stance.AFFIRMS
    # What a camp scoffs at is what the other one says.
    return pole or (Stance.DENIES if holds("telling", reading.words) else Stance.NEUTRAL)


def scoffs(reading: Reading) -> bool:
    """Whether a rejection is of what others say, and of no offer or demand of theirs."""
    if reading.act is not Act.REJECT:
        return False
    return reading.only_points or not holds("proposal", reading.words)


def _towards_deal(reading: Reading, about: Proposition) -> Stance:
    if reading.act is Act.EVADE:
        return reading.own
    if not about.tells(reading):
        asks = reading.act in (Act.DEMAND, Act.WANT)
        return Stance.DENIES if asks and holds("put_off", reading.words) else Stance.NEUTRAL
    if reading.supposes(about.deeds):
        return Stance.NEUTRAL
    if reading.act in (Act.REJECT, Act.OFFER):
        return Stance.DENIES if reading.act is Act.REJECT else Stance.AFFIRMS
    if reading.act in _WISHING or reading.own is Stance.AFFIRMS:
        is_off = holds("put_off", reading.words) or holds("refused", reading.words)
        return Stance.DENIES if is_off else Stance.AFFIRMS
    return reading.own


def _wished(reading: Reading, about: Proposition, pole: Stance | None) -> Stance:
    if holds("inquiry", reading.words):
        return Stance.NEUTRAL
    if holds("innocent", reading.words):
        return Stance.DENIES
    if reading.own is Stance.AFFIRMS:
        return Stance.AFFIRMS if pole is not Stance.DENIES else Stance.NEUTRAL
    granted = reading.takes_for_granted(about.deeds)
    if granted and reading.actor(about.deeds) in (None, about.accused):
        return Stance.AFFIRMS
    if reading.act is not Act.DEMAND or pole is Stance.DENIES:
        asks = reading.act is Act.WANT and pole is Stance.AFFIRMS and about.deeds
        return Stance.AFFIRMS if asks and reading.tells(about.deeds) else Stance.NEUTRAL
    tells = reading.tells(about.deeds)
    related = tells or about.shares(reading)
    related = related or holds("reckoning", reading.words)
    if pole is Stance.AFFIRMS and (related or not holds("soothing", reading.words)):
        return Stance.AFFIRMS
    if reading.takes_for_granted(kinds_of("wrongs")) or reading.takes_for_granted(None):
        return Stance.AFFIRMS
    if (tells or not about.deeds) and _presumes(reading):
        return Stance.AFFIRMS
    # Whoever is told to stop it, or to undo it, has done it.
    if holds("undo_it", reading.words):
        return Stance.AFFIRMS
    others = any(camp not in (reading.camp, *about.accusers) for _, camp in reading.named)
    if about.contested and others and holds("stop_it", reading.words):
        return Stance.AFFIRMS
    undo = holds("stop_doing", reading.words) or holds("undo", reading.words)
    told = next((camp for _, camp in reading.named), None)
    meant = about.deniers | ({about.accused} if about.accused else set())
    # Where nobody is accused and nobody denies, whoever is told to undo it is meant.
    is_meant = told is not None and (told in meant or not meant)
    return Stance.AFFIRMS if undo and (is_meant or (told is None and related)) else Stance.NEUTRAL


def _presumes(reading: Reading) -> bool:
    """Whether an end of it is asked for, or why it was done."""
    return holds("ending", reading.words) or holds("answering", reading.words)
