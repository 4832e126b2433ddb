"""Days: when accounts say that a deed was done, and which of them can't both be right.

Precision comes first, since deeds of a war are done again the next day: only a day that stands
beside the one deed told counts, and only where both accounts share a place or words that tell
more than the kind of deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Act, Row, Stance, joined_text
from sayso.weigh.deeds import deeds_in, kinds_of
from sayso.weigh.scenes import Scene, scattered, scene_of
from sayso.weigh.topics import topics_in
from sayso.weigh.voices import are_two

_READ = 600
_AT_ISSUE = "the deed at issue"
_ANSWERING = {Act.ACCUSE, Act.ADMIT, Act.CONFIRM}
_GRANTING = {Act.ADMIT, Act.CONFIRM}
_FARTHEST = timedelta(days=7)
"""Days farther apart are likelier those of two events."""
_SAME_WORDS = 0.8
"""Share of the shorter one's words from which on two contents are one, printed twice."""
_BESIDE = 8
"""How many words may stand between a deed and its day."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A row that gives one deed one day; ``kinds`` of the deed, and the words that tell more."""

    row: Row
    camp: str
    day: date
    kinds: frozenset[str]
    telling: frozenset[str]
    scene: Scene
    said: str
    words: frozenset[str]

    @property
    def act(self) -> Act:
        """The statement's speech act."""
        return self.row.statement.act

    def contradicts(self, other: _Dated) -> bool:
        """Whether both give one event two days."""
        if self.camp == other.camp or not timedelta(0) < abs(self.day - other.day) <= _FARTHEST:
            return False
        shared = self.kinds & other.kinds
        if not shared or not are_two(self.row, other.row) or self._reprints(other):
            return False
        places, others = self.scene.places, other.scene.places
        if places and others and places != others:
            return False
        # Who confirms or admits it speaks of the one deed at issue.
        answers = _AT_ISSUE in shared or not _GRANTING.isdisjoint((self.act, other.act))
        return answers or bool(places & others or self.telling & other.telling)

    def _reprints(self, other: _Dated) -> bool:
        """Whether both are one sentence, whose "Saturday" was read by the day of each print."""
        shorter = min(len(self.words), len(other.words))
        return self.said == other.said and len(self.words & other.words) >= _SAME_WORDS * shorter


def contrary_days(rows: Iterable[Row], labels: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows that give one kind of deed another day than somebody else's do.

    ``labels`` tell, by statement id, who says it. Only those count who affirm and give the deed
    one day throughout: whoever gives two may speak of two deeds.
    """
    of_camp: dict[str, list[_Dated]] = defaultdict(list)
    told = list(rows)
    several = scattered(told)
    for row in told:
        dated = _dated(row, labels[row.statement.id]) if row.stance is Stance.AFFIRMS else None
        if dated is not None:
            of_camp[dated.camp].append(dated)
    steady = [one for given in of_camp.values() for one in _steady(given)]
    if several:
        # Where much is told of many places, a day is compared only at one that is named.
        steady = [one for one in steady if one.scene.places]
    contrary = [a for a in steady if any(a.contradicts(b) for b in steady)]
    return tuple({one.row.statement.id: one.row for one in contrary}.values())


def _steady(given: Sequence[_Dated]) -> Iterator[_Dated]:
    for one in given:
        if len({other.day for other in given if other.kinds & one.kinds}) == 1:
            yield one


def _dated(row: Row, camp: str) -> _Dated | None:
    """Return what a row dates; None when its content names no day, a period, or several."""
    days = {(when.start, when.end): when.span.text for when in row.statement.dates}
    if len(days) != 1:
        return None
    (((start, end), said),) = days.items()
    if start is None or start != end or not _names_a_day(plain(said)):
        return None
    content = joined_text(row.statement.content)[:_READ]
    words = tuple(plain(content, _READ).split())
    deeds = [d for d in deeds_in(words) if d.kind not in kinds_of("consequences")]
    beside = _beside(words, tuple(plain(said).split()))
    kinds = frozenset(d.kind for d in deeds if d.at in beside)
    if row.statement.act in _ANSWERING:
        kinds |= {_AT_ISSUE}
    if not kinds:
        return None
    at = {d.at for d in deeds_in(words)}
    telling = frozenset(t.kind for t in topics_in(content, words) if t.at not in at)
    scene = scene_of(row)
    return _Dated(row, camp, start, kinds, telling, scene, plain(said), frozenset(words))


def _names_a_day(said: str) -> bool:
    """Whether an expression of time names a day, rather than pointing at one: "at that time"."""
    days = load_table("weighing")["pointing"]["days"]
    return any(word in days or any(c.isdigit() for c in word) for word in said.split())


def _beside(words: Sequence[str], said: Sequence[str]) -> frozenset[int]:
    """Return which words stand beside a date, in its own clause: "shelled it on Monday"."""
    start = next((i for i in range(len(words)) if tuple(words[i : i + len(said)]) == said), None)
    if start is None:
        return frozenset()
    found: set[int] = set()
    for step, first in ((-1, start - 1), (1, start + len(said))):
        for at in range(first, first + step * _BESIDE, step):
            if not 0 <= at < len(words) or words[at] in _ends():
                # "Boarded the ship on Monday and took the crew": one who does both.
                goes_on = step > 0 and words[at : at + 1] == ("and",)
                if not goes_on or not deeds_in(tuple(words[at + 1 : at + 2])):
                    break
            found.add(at)
    return frozenset(found)


@cache
def _ends() -> frozenset[str]:
    """Words between which a date belongs to something else than the deed: "since", "statement"."""
    return frozenset(load_table("weighing")["scenes"]["other_clause"])
