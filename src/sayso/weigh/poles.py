"""Poles: what each camp of a matter says of the deed at first, and until it admits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.language.en.plain import plain
from sayso.model import Act, Party, PartyKind, Stance
from sayso.weigh.answers import granted
from sayso.weigh.camps import actor_words, is_unnamed
from sayso.weigh.positions import day_of
from sayso.weigh.proposition import Proposition
from sayso.weigh.reading import Reading
from sayso.weigh.towards import scoffs, stance_towards

_POINTED = {Act.ACCUSE, Act.DENY, Act.REJECT}
_POLES = {Stance.AFFIRMS, Stance.DENIES}
_ANSWERED, _NEGATED, _TOLD, _POINTED_AT, _HINTED = range(5)
"""What counts first: answers to the question, what is told of it, mere pointing, mere hints."""
_NO_DAY = "9999"
_NEVER = "~"
"""Sorts after every moment."""
_TELLING = {Act.ASSERT, Act.ANNOUNCE, Act.BELIEVE}
_WISHING = {Act.DEMAND, Act.WANT, Act.OFFER}
_Sure = Mapping[str, Sequence[tuple[int, str, Stance]]]


@dataclass(frozen=True, slots=True)
class Poles:
    """Poles by camp; ``negated`` when the claim is that it was not done: "nobody was paid".

    ``presumed`` is the camp that is accused and has not answered: only what it says of the deed is
    taken for its defence. ``since`` tells the day of a witness's first denial: what they
    told before they took it back stands. ``until`` tells when a camp owned up, ``unbending``
    are the voices that denied and never owned up themselves.
    """

    by_camp: Mapping[str, Stance]
    negated: bool
    presumed: str | None = None
    since: Mapping[str, str] = field(default_factory=dict)
    until: Mapping[str, str] = field(default_factory=dict)
    unbending: frozenset[str] = frozenset()

    def of(self, reading: Reading) -> Stance | None:
        """Return the pole that a speaker stands by: unnamed members may break ranks."""
        if reading.camp is None or is_unnamed(reading.row.statement.party):
            return None
        since = self.since.get(reading.camp, "")
        until = self.until.get(reading.camp, _NEVER)
        owned_up = _moment(reading) > until and reading.voice not in self.unbending
        if not _defends(reading) and (owned_up or _day(reading) < since):
            return None
        if reading.camp == self.presumed and not _defends(reading):
            return None
        return self.by_camp.get(reading.camp)


def poles_of(readings: Sequence[Reading], about: Proposition) -> Poles:
    """Return the poles of a matter's camps, by their first sure accounts."""
    sure = _sure(readings, about)
    poles = {camp: _first(given) for camp, given in sure.items()}
    poles |= dict.fromkeys(about.accusers, Stance.AFFIRMS)
    answers = sure.get(about.accused or "", ())
    presumed = None
    owned = bool(answers) and all(stance is Stance.AFFIRMS for _, _, stance in answers)
    if about.accusers and not owned and not any(rank == _ANSWERED for rank, _, _ in answers):
        # Whoever is accused and has not answered yet speaks in defence.
        presumed = about.accused
        poles[about.accused or ""] = Stance.DENIES
    for camp in _fellows(readings, about):
        poles.setdefault(camp, Stance.DENIES)
    witnesses = _witnesses(readings)
    since = {
        camp: min(day for _, day, _ in given)
        for camp, given in sure.items()
        if camp in witnesses and poles[camp] is Stance.DENIES
    }
    if Stance.AFFIRMS in poles.values():
        owned_up = _owned_up(readings, about, Act.ADMIT, Act.CONFIRM)
        until = {c: moment for c, moment in owned_up.items() if poles.get(c) is Stance.DENIES}
        unbending = _unbending(readings)
        return Poles(poles, False, presumed, since=since, until=until, unbending=unbending)
    # Where all deny, those who accuse deny what the others say for themselves.
    accusing = {r.camp for r in readings if r.act is Act.ACCUSE and r.own is Stance.AFFIRMS}
    claiming = _claiming(sure)
    turned = {camp for camp in poles if camp in accusing} or claiming
    if not turned.issuperset(poles):
        poles |= dict.fromkeys(turned, Stance.AFFIRMS)
    return Poles(poles, negated=turned == claiming != set(), since=since)


def _witnesses(readings: Sequence[Reading]) -> set[str]:
    """Return the camps of people who speak for nobody, and of whom nobody else speaks."""
    named = {camp for r in readings for _, camp in r.named if camp != r.camp}
    people = ((r.camp, r.row.statement.party) for r in readings)
    alone = {c for c, p in people if c and p and p.kind is PartyKind.PERSON and _for_nobody(p)}
    return alone - named


def _owned_up(readings: Sequence[Reading], about: Proposition, *acts: Act) -> Mapping[str, str]:
    """Return by camp the moment at which one of it who bears a name owned up, by these acts."""
    moments: dict[str, str] = {}
    for r in readings:
        owns = r.act in acts and granted(r, about, Stance.DENIES) is Stance.AFFIRMS
        if owns and r.camp and not is_unnamed(r.row.statement.party):
            moments[r.camp] = min(_moment(r), moments.get(r.camp, _NEVER))
    return moments


def _fellows(readings: Sequence[Reading], about: Proposition) -> Iterator[str]:
    """Yield the camps of unions of those who are accused: the Police Officers' Union."""
    accused = {word for r in readings if r.camp == about.accused for word in _name_words(r)}
    accused -= actor_words("common")
    for r in readings:
        words = _name_words(r)
        of_union = not words.isdisjoint(actor_words("unions"))
        if r.camp and r.camp != about.accused and of_union and not words.isdisjoint(accused):
            yield r.camp


def _name_words(reading: Reading) -> set[str]:
    party = reading.row.statement.party
    return set(plain(party.name).split()) if party else set()


def _unbending(readings: Sequence[Reading]) -> frozenset[str]:
    """Return the voices that denied or scoffed, and neither admitted nor confirmed."""
    denied = {r.voice for r in readings if r.act is Act.DENY and r.own is Stance.DENIES}
    scoffed = {r.voice for r in readings if scoffs(r)}
    owned = {r.voice for r in readings if r.act in (Act.ADMIT, Act.CONFIRM)}
    return frozenset((denied | scoffed) - owned)


def _for_nobody(party: Party) -> bool:
    return not (party.side or party.acts_for or party.role)


def _defends(reading: Reading) -> bool:
    if reading.act in _WISHING:
        return False
    return reading.own is not Stance.AFFIRMS or reading.act not in _TELLING


def _claiming(sure: _Sure) -> set[str]:
    """Return the camps that said by themselves that something is not so, before it was denied."""
    first = {camp: min(given)[:2] for camp, given in sure.items()}
    denials = [day for rank, day in first.values() if rank == _ANSWERED]
    last = max(denials, default="")
    return {
        camp for camp, (rank, day) in first.items() if rank in (_NEGATED, _TOLD) and day <= last
    }


def _sure(readings: Sequence[Reading], about: Proposition) -> _Sure:
    sure: dict[str, list[tuple[int, str, Stance]]] = defaultdict(list)
    for reading in readings:
        if reading.camp is None or not _is_sure(reading, about):
            continue
        stance, rank = stance_towards(reading, about, None), _rank(reading, about)
        if stance is Stance.NEUTRAL and scoffs(reading):
            stance, rank = Stance.DENIES, _HINTED
        if stance in _POLES:
            sure[reading.camp].append((rank, _day(reading), stance))
    for camp, day in _owned_up(readings, about, Act.ADMIT).items():
        # Whoever owned up had something to hide before.
        sure[camp].append((_HINTED, day, Stance.DENIES))
    return sure


def _is_sure(reading: Reading, about: Proposition) -> bool:
    if is_unnamed(reading.row.statement.party):
        return False
    if reading.act in _POINTED:
        return True
    telling = reading.act not in (Act.ADMIT, Act.EVADE, Act.DOUBT)
    related = about.tells(reading) or about.shares(reading) or about.lays_it(reading)
    related = related or about.is_claim(reading)
    related = related or reading.row.statement.id in about.before_turns
    related = related or (reading.own is Stance.DENIES and about.points_at_accused(reading))
    answers = reading.camp == about.accused and reading.own is Stance.DENIES
    return telling and (related or answers)


def _day(reading: Reading) -> str:
    return str(day_of(reading.row) or _NO_DAY)


def _moment(reading: Reading) -> str:
    """Return the day and, within an article, the place of what is said, in the order of time."""
    return f"{_day(reading)} {reading.row.statement.start:08d}"


def _rank(reading: Reading, about: Proposition) -> int:
    if about.is_claim(reading) or reading.row.statement.id in about.before_turns:
        return _ANSWERED
    if reading.act is Act.CONFIRM:
        # Who confirms may have denied before.
        return _HINTED
    if reading.act not in _POINTED:
        lays = reading.act is Act.ASSERT and about.lays_it(reading)
        if lays:
            return _ANSWERED
        negative = reading.act is Act.ASSERT and reading.own is Stance.DENIES
        return _NEGATED if negative and about.contested else _TOLD
    if reading.camp == about.accused:
        return _ANSWERED
    # Whoever disputes "that account" and is accused of nothing may dispute a denial.
    points = reading.answers_account or (reading.only_points and about.accused is not None)
    return _POINTED_AT if points else _ANSWERED


def _first(given: Sequence[tuple[int, str, Stance]]) -> Stance:
    first = min(order[:2] for order in given)
    counted = Counter(order[2] for order in given if order[:2] == first)
    return max(counted, key=lambda s: (counted[s], s.value))
