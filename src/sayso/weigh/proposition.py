"""What a matter's accounts are about: the one deed alleged, and who is said to have done it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Act, Row, Stance, joined_text
from sayso.weigh.camps import BOTH, is_unnamed
from sayso.weigh.deeds import holds, kinds_of
from sayso.weigh.figures import figures_in
from sayso.weigh.positions import day_of
from sayso.weigh.reading import Reading
from sayso.weigh.turns import before_turns

_NEARLY_AS_MUCH = 0.7
"""Share of the leading deed's support with which another is told of as the same event."""
_FEWEST_VOICES = 2
_AS_MANY = 0.6
"""Share of the most accused camp's votes with which another may be the one first accused."""
_POINTED = {Act.ACCUSE, Act.DENY, Act.CONFIRM, Act.ADMIT, Act.REJECT, Act.EVADE, Act.OFFER}
"""Acts that answer the question of a matter, where others may tell what stands about it."""
_TELLING = {Act.ASSERT, Act.BELIEVE, Act.ANNOUNCE, Act.THREATEN}
_BARGAINING = {Act.OFFER, Act.DEMAND, Act.WANT}
_DISPUTING = {Act.ACCUSE, Act.DENY, Act.DOUBT, Act.ADMIT}
_SAYING = {Act.ASSERT, Act.BELIEVE, Act.ANNOUNCE}
_MANY_COUNT = 0.4
"""Share of accounts that count, from which on a matter is about how many."""
_START = 4
_NO_DAY, _NEVER = "9999", "99999"
"""Of a row without a day; of what did not happen."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """The alleged deed, as kinds of deeds; empty when the accounts share none.

    ``topics`` are the telling words, of any kind, with the voices that use them where they answer
    the question. ``accused`` is the camp that is said to have done it, or None; ``accusers`` the
    camps that say so of another, ``deniers`` those that deny it; ``agreed`` is true for a deal
    that is offered and turned down rather than a deed, ``charged_else`` the camps accused only of
    what is not the deed, ``contested`` where anybody accuses or denies, ``negated`` when the claim
    is that something was not done. ``claim`` is the id of the statement that comes first of all,
    where it simply says something: what the others then answer; ``claimant`` is its camp
    and ``claiming_voice`` its voice.
    ``counting`` where the question is how many; ``before_turns`` are the statements of those who
    then owned up or fell silent.
    """

    deeds: frozenset[str]
    topics: Mapping[str, frozenset[str]]
    accused: str | None
    accusers: frozenset[str]
    deniers: frozenset[str]
    agreed: bool
    charged_else: frozenset[str]
    contested: bool
    stories: Mapping[str, frozenset[str]]
    claim: str | None = None
    claimant: str | None = None
    claiming_voice: str | None = None
    counting: bool = False
    before_turns: frozenset[str] = frozenset()
    negated: bool = False

    def is_claim(self, reading: Reading) -> bool:
        """Whether a reading is what the others answer, by others than those who answer for it."""
        first = reading.row.statement.id == self.claim
        return first and (reading.camp is None or reading.camp != self.accused)

    def claimed_beside(self, reading: Reading) -> bool:
        """Whether another voice of a reading's own camp has made the claim."""
        return reading.camp == self.claimant is not None and reading.voice != self.claiming_voice

    def tells(self, reading: Reading) -> bool:
        """Whether a reading tells of the deed, or only points at what is said of it."""
        if reading.tells(self.deeds):
            return True
        # "That is a lie" answers what is said; "the road is open" does not.
        simply_says = reading.act in _TELLING and reading.own is Stance.AFFIRMS
        return reading.only_points and not simply_says

    def lays_it(self, reading: Reading) -> bool:
        """Whether a reading tells at its start what the accused have done, whatever its words."""
        if self.accused in (None, reading.camp) or reading.own is not Stance.AFFIRMS:
            return False
        return any(camp == self.accused and at < _START for at, camp in reading.named)

    def points_at_accused(self, reading: Reading) -> bool:
        """Whether a reading of another camp names the accused, or those who deny."""
        meant = self.deniers | {self.accused}
        return any(camp in meant and camp != reading.camp for _, camp in reading.named)

    def counters_story(self, reading: Reading) -> bool:
        """Whether a reading says that it was not as those say who deny: "no siren was heard"."""
        if reading.own is not Stance.DENIES or reading.tells(self.deeds):
            return False
        told = (self.stories.get(mark.kind, frozenset()) for mark in reading.topics)
        return any(camps and reading.camp not in camps for camps in told)

    def touches(self, reading: Reading) -> bool:
        """Whether a reading uses any telling word with which another answers the question."""
        marks = {mark.kind for mark in (*reading.deeds, *reading.topics)} - kinds_of("consequences")
        return any(self.topics.get(kind, frozenset()) - {reading.voice} for kind in marks)

    def shares(self, reading: Reading) -> bool:
        """Whether a reading uses telling words with which others answer the question."""
        marks = {mark.kind for mark in (*reading.deeds, *reading.topics)} - kinds_of("consequences")
        others = [len(self.topics.get(kind, frozenset()) - {reading.voice}) for kind in marks]
        unnamed = is_unnamed(reading.row.statement.party)
        # Residents and drivers tell much of what stands about a deed, in the same words.
        return sum(others) >= _FEWEST_VOICES + unnamed


def proposition_of(readings: Sequence[Reading]) -> Proposition:
    """Return what a matter's rows are about; their order does not matter."""
    deeds = _leading(readings)
    about = [r for r in readings if r.tells(deeds) or r.act is Act.ACCUSE]
    answered = any(r.act in (Act.DENY, Act.REJECT) for r in readings)
    counters = _countering(readings, deeds)
    charging = [r for r in about if r.camp != counters]
    accused = _accused(charging, deeds, answered=answered) or counters or _answerable(readings)
    accusers = {
        r.camp
        for r in about
        if r.own is Stance.AFFIRMS
        and r.camp
        # Who confirms in the end may have denied before.
        and r.act is not Act.CONFIRM
        and r.camp != accused
        and (r.actor(deeds) or _blamed(r)) == accused
    }
    denials = (r for r in readings if r.act in (Act.DENY, Act.REJECT) and r.own is Stance.DENIES)
    deniers = {r.camp for r in denials if r.camp}
    telling = [r for r in readings if r.tells(deeds)]
    bargaining = sum(r.act in _BARGAINING for r in telling)
    # Talks that are laid to somebody, and doubted, have been held or not.
    agreed = deeds <= kinds_of("agreed") and bargaining > sum(r.act in _DISPUTING for r in telling)
    claim = _claim(readings)
    contested = any(r.act in (Act.ACCUSE, Act.DENY, Act.REJECT) for r in readings)
    return Proposition(
        deeds=deeds,
        topics=_topics(readings),
        accused=accused,
        accusers=frozenset(accusers) if accused else frozenset(),
        deniers=frozenset(deniers),
        agreed=bool(deeds) and agreed,
        charged_else=_charged_else(readings, deeds),
        stories=_stories(readings, accused),
        claim=claim,
        claimant=next((r.camp for r in readings if r.row.statement.id == claim), None),
        claiming_voice=next((r.voice for r in readings if r.row.statement.id == claim), None),
        before_turns=before_turns(readings, claim, contested=contested),
        counting=sum(map(_counts, readings)) >= _MANY_COUNT * len(readings),
        contested=contested,
    )


def _claim(readings: Sequence[Reading]) -> str | None:
    """Return the statement that comes before all others, where it simply says something.

    What those say first who deny later is their defence, unless they announce it.
    """
    if not any(r.act in _POINTED for r in readings):
        return None
    first = min(readings, key=lambda r: _place(r.row))
    says = first.act in _SAYING and first.own in (Stance.AFFIRMS, Stance.DENIES)
    of_deed = {r.camp for r in readings if r.act is Act.REJECT and holds("owning", r.words)}
    denying = {r.camp for r in readings if r.act is Act.DENY and r.own is Stance.DENIES}
    defends = first.act is not Act.ANNOUNCE and first.camp in denying
    defends = defends or first.camp in of_deed
    return first.row.statement.id if says and not defends else None


def _counts(reading: Reading) -> bool:
    content = joined_text(reading.row.statement.content)
    return reading.is_bare_number or bool(figures_in(content))


def _place(row: Row) -> tuple[str, str, int]:
    """Return where a row stands among all: by the day it appeared, then within its article."""
    return str(row.article.published or _NO_DAY), row.article.id, row.statement.start


def _answerable(readings: Sequence[Reading]) -> str | None:
    """Return the one camp that owns up to what another accuses of: nobody named it before."""
    accusing = {r.camp for r in readings if r.act is Act.ACCUSE and r.own is Stance.AFFIRMS}
    owning = {
        r.camp
        for r in readings
        if r.act is Act.ADMIT and r.camp and not is_unnamed(r.row.statement.party)
    } - accusing
    return next(iter(owning)) if accusing and len(owning) == 1 else None


def _countering(readings: Sequence[Reading], deeds: frozenset[str]) -> str | None:
    """Return the one camp that turned down what another accused of before it accused itself.

    An accusation may name nobody: "they put something in his tea". Who told of the other's deed
    before it denied its own was first, too.
    """
    charges: dict[str, str] = {}
    answers: dict[str, str] = {}
    for r in readings:
        if r.camp is None or is_unnamed(r.row.statement.party):
            continue
        day = str(day_of(r.row) or _NO_DAY)
        if _charges(r, deeds):
            charges[r.camp] = min(day, charges.get(r.camp, day))
        elif r.act in (Act.DENY, Act.REJECT) and r.own is Stance.DENIES:
            answers[r.camp] = min(day, answers.get(r.camp, day))
    firsts = {camp: day for camp, day in charges.items() if day < answers.get(camp, _NEVER)}
    counters = {
        camp
        for camp, day in charges.items()
        if camp in answers and any(first < day for first in firsts.values())
    }
    return next(iter(counters)) if len(counters) == 1 else None


def _charges(reading: Reading, deeds: frozenset[str]) -> bool:
    """Whether a reading lays a deed to another camp, and not to both of those who fight."""
    if reading.own is not Stance.AFFIRMS:
        return False
    if reading.act is Act.ACCUSE:
        return BOTH not in {camp for _, camp in reading.named}
    return reading.act in _SAYING and reading.actor(deeds) not in (None, BOTH, reading.camp)


def _stories(readings: Sequence[Reading], accused: str | None) -> Mapping[str, frozenset[str]]:
    """Return the telling words of those who deny by telling something else, with their camps.

    What others charge or confess in the same words is no story of their own.
    """
    charged: set[str] = set()
    told: dict[str, set[str]] = defaultdict(set)
    for r in readings:
        answers = r.act is Act.DENY and r.tells_positive
        if r.camp is not None and (answers or (r.camp == accused and r.act is Act.ACCUSE)):
            for mark in r.topics:
                told[mark.kind].add(r.camp)
        elif r.act in (Act.ACCUSE, Act.ADMIT, Act.CONFIRM, Act.EVADE):
            charged.update(mark.kind for mark in r.topics)
    return {kind: frozenset(camps) for kind, camps in told.items() if kind not in charged}


def _charged_else(readings: Sequence[Reading], deeds: frozenset[str]) -> frozenset[str]:
    charges = [(r.tells(deeds), _blamed(r)) for r in readings if r.act is Act.ACCUSE]
    of_it = {camp for tells, camp in charges if tells}
    return frozenset(camp for tells, camp in charges if camp and not tells and camp not in of_it)


def _topics(readings: Iterable[Reading]) -> Mapping[str, frozenset[str]]:
    voices: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        if reading.act in _POINTED:
            for mark in (*reading.deeds, *reading.topics):
                voices[mark.kind].add(reading.voice)
    return {kind: frozenset(of_voices) for kind, of_voices in voices.items()}


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
    support = {k: n for k, n in shared.items() if k not in kinds_of("consequences")}
    if not support:
        answers = [r for r in readings if r.act in _POINTED]
        telling = [r for r in answers if r.tells(kinds_of("consequences"))]
        # What came of it is what a matter is about where those who answer speak of that.
        support = shared if len(telling) * 2 >= len(answers) else {}
    most = max(support.values(), default=0)
    leading = {kind for kind, n in support.items() if n >= _NEARLY_AS_MUCH * most}
    told_as: dict[str, list[str]] = load_table("weighing")["told_as"]
    return frozenset(leading.union(*(told_as.get(kind, ()) for kind in leading)))


def _blamed(reading: Reading) -> str | None:
    """Return the one other camp that an accusation names, where it names but one.

    Of "marching Min to the gate" the accused stand outside the words, and Min is whom it befell.
    """
    if reading.words[:1] and reading.words[0].endswith("ing") and reading.act is Act.ACCUSE:
        return None
    named = {camp for _, camp in reading.named if camp != reading.camp}
    return next(iter(named)) if reading.act is Act.ACCUSE and len(named) == 1 else None


def _stands_alone(reading: Reading) -> bool:
    """Whether somebody without a name speaks for no camp but their own."""
    party = reading.row.statement.party
    return party is not None and is_unnamed(party) and reading.camp == plain(party.name).strip()


def _absent(reading: Reading) -> str | None:
    """Return whom an accusation is of, where that is no camp that speaks: "the army of gassing"."""
    return f"~{' '.join(reading.others)}" if reading.others else None


def _accused(about: Iterable[Reading], deeds: frozenset[str], *, answered: bool) -> str | None:
    """Return the camp of which many voices say that it did it, the first accused among such.

    Where nobody has ``answered``, it may be one that says nothing here.
    """
    votes: dict[str, dict[str, int]] = defaultdict(dict)
    first: dict[str, str] = {}
    for reading in about:
        actor = reading.actor(deeds)
        if actor == reading.camp and (reading.act is Act.ACCUSE or _stands_alone(reading)):
            # "We were told to hide it": nobody accuses themselves, and who was there tells of
            # others.
            actor = None
        actor = actor or _blamed(reading) or (None if answered else _absent(reading))
        if reading.own is Stance.DENIES:
            # Whoever denies a deed that is laid to nobody else has been accused of it.
            answers = reading.act in _POINTED
            actor, weight = actor or (reading.camp if answers else None), 1
            # "Rejected Aron's claim of victory": of rivals that one is meant whose claim is denied.
            disputes = actor not in (None, reading.camp) and deeds & kinds_of("exclusive")
            if not disputes and (actor != reading.camp or reading.undergone(deeds)):
                continue
        elif reading.own is Stance.AFFIRMS:
            weight = 3 if reading.act in (Act.ACCUSE, Act.ADMIT) else 2
            if holds("by_themselves", reading.words):
                # "The army shelled the dam itself" answers whoever said that others did.
                weight = 1
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
