"""Tolls: which accounts give figures of one thing, at one event, that can't both be true.

Counts of other things, of other days or places, of parts and of wholes, and counts by one voice
are no contradiction; nor is a count that has had days to grow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Act, Row, Stance, joined_text
from sayso.weigh.figures import Figure, bare_figure, figures_in
from sayso.weigh.numbers import words as figure_words
from sayso.weigh.positions import day_of
from sayso.weigh.scenes import Scene, common_of, event_of, scattered, scene_of
from sayso.weigh.stance import stance_of
from sayso.weigh.things import is_thing, stresses, things_in
from sayso.weigh.topics import topics_in
from sayso.weigh.voices import are_two

_LONG_AFTER = timedelta(days=30)
"""What is told so much later is likelier of another event."""
_GROWS_AFTER = timedelta(days=7)
"""A higher count that appears so much later may be of those who were found since."""


_SAME_NEWS = timedelta(days=2)
"""What is told within so few days in the same telling words is likelier of one event."""

_DENYING = {Act.DENY, Act.REJECT, Act.DOUBT, Act.EVADE}

_FEW = 20
"""So many counts of one thing are looked through for one by somebody else."""

_FARTHEST = 10
"""How many times a count with a place may be exceeded by one that names none, of the same."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure that somebody stands by, with its row; ``camp`` is what a conflict calls them.

    ``scattered`` when the matter's accounts name several places; ``bare`` when the row gives the
    number alone.
    """

    camp: str
    figure: Figure
    scene: Scene
    row: Row
    scattered: bool
    bare: bool = False

    @property
    def thing(self) -> tuple[str, str | None]:
        return self.figure.kind, self.figure.of

    def contradicts(self, other: _Given) -> bool:
        """Whether both can't be true, and are by two voices of two camps."""
        if self.camp == other.camp or not self.figure.excludes(other.figure):
            return False
        if is_thing(self.figure.kind) and not self._of_same_things(other):
            return False
        if self.has_grown(other) or other.has_grown(self) or self._is_wider(other):
            return False
        if self.scattered and not self._at_one_event(other):
            return False
        return are_two(self.row, other.row)

    def _of_same_things(self, other: _Given) -> bool:
        """Whether counts of what may be anything are put against each other."""
        contents = (joined_text(one.row.statement.content) for one in (self, other))
        return self.bare or other.bare or any(map(stresses, contents))

    def _at_one_event(self, other: _Given) -> bool:
        """Whether something tells that both count at one event, in a matter of several places."""
        if self.row.article.id == other.row.article.id:
            return True
        places = self.scene.places & other.scene.places
        day, before = day_of(self.row), day_of(other.row)
        near = day is not None and before is not None and abs(day - before) <= _SAME_NEWS
        return bool(places) or (near and bool(_telling(self.row) & _telling(other.row)))

    def _is_wider(self, other: _Given) -> bool:
        """Whether one count is so far from the other that it is of more than the place named."""
        low, high = sorted((self.figure, other.figure), key=lambda f: f.low)
        far = high.low > _FARTHEST * max(low.high, 1)
        of_low, of_high = (one.scene.places for one in (self, other))
        if low is other.figure:
            of_low, of_high = of_high, of_low
        return far and bool(of_low) and not of_high

    def has_grown(self, other: _Given) -> bool:
        """Whether this may be the other count, some days on, or that of a later event."""
        day, before = day_of(self.row), day_of(other.row)
        if day is None or before is None:
            return False
        higher = self.figure.low > other.figure.high
        return day - before >= (_GROWS_AFTER if higher else _LONG_AFTER)


def _stands_by(row: Row) -> bool:
    """Whether a row's figures are its speaker's: a denier may count in a story of their own."""
    if row.stance is not Stance.DENIES:
        return True
    denies = row.statement.act in _DENYING
    return not denies and stance_of(row.statement) is Stance.AFFIRMS


def _asks(row: Row) -> bool:
    """Whether a content is a question put as a clause: what it counts is its article's word."""
    first = plain(joined_text(row.statement.content)).split()[:2]
    asking = load_table("weighing")["grammar"]["asking"]
    return first[:1] == ["about"] and first[1:] != [] and first[1] in asking


def _telling(row: Row) -> frozenset[str]:
    content = joined_text(row.statement.content)
    words = tuple(plain(content).split())
    counted = figure_words()
    told = (t for t in topics_in(content, words) if words[t.at] not in counted.kinds)
    return frozenset(t.kind for t in told if words[t.at] not in counted.counted)


def contrary_figures(rows: Iterable[Row], camps: Mapping[str, str]) -> Iterator[list[Row]]:
    """Yield, for each kind of figure, the rows whose figures others exclude.

    ``camps`` tell, by statement id, what a conflict calls who says it.
    """
    by_kind: dict[str, list[_Given]] = defaultdict(list)
    told = list(rows)
    several = scattered(told)
    beside = _beside(told)
    for row in told:
        if _stands_by(row) and not _asks(row):
            scene, bare = scene_of(row), beside.get(row.statement.id)
            for figure in (bare,) if bare else _counted(row):
                camp = camps[row.statement.id]
                given = _Given(camp, figure, scene, row, several, bare=bare is not None)
                by_kind[figure.kind].append(given)
    for of_kind in by_kind.values():
        found: dict[str, Row] = {}
        for one_event in _by_event(of_kind):
            found |= {row.statement.id: row for row in _contrary(_latest(one_event))}
        if found:
            yield list(found.values())


def _counted(row: Row) -> tuple[Figure, ...]:
    content = joined_text(row.statement.content)
    return figures_in(content) + things_in(content)


def _beside(rows: Sequence[Row]) -> Mapping[str, Figure]:
    """Return by statement id what each bare number counts: what others count just beside it.

    "At least 27 had been killed, she said; the army put the number at eight." Where nobody does,
    it counts the one thing that the matter counts, if another counts it.
    """
    placed = sorted(rows, key=lambda r: (r.article.id, r.statement.start))
    bare = [bare_figure(joined_text(row.statement.content)) for row in placed]
    if not any(bare):
        return {}
    told = [(row, figure) for row in placed for figure in _counted(row) if not figure.part]
    only = told if len({figure.kind for _, figure in told}) == 1 else []
    found: dict[str, Figure] = {}
    for i, (row, value) in enumerate(zip(placed, bare, strict=True)):
        if value is None:
            continue
        near = [placed[k] for k in (i - 1, i + 1) if 0 <= k < len(placed)]
        beside = [r for r in near if r.article.id == row.article.id]
        close = [(r, f) for r in beside for f in _counted(r) if not f.part]
        of_others = (f for r, f in (*close, *only[:_FEW]) if not _same_party(r, row))
        counted = next(of_others, None)
        if counted is not None:
            found[row.statement.id] = replace(counted, low=value[0], high=value[1])
    return found


def _same_party(one: Row, other: Row) -> bool:
    first, second = one.statement.party, other.statement.party
    return first is not None and second is not None and first.id == second.id


def _by_event(given: Sequence[_Given]) -> Iterator[list[_Given]]:
    common = common_of(one.scene for one in given)
    events: dict[Scene, list[_Given]] = defaultdict(list)
    for one in given:
        event = event_of(one.scene, common)
        if event is not None:
            events[event].append(one)
    yield from events.values()


def _latest(given: Sequence[_Given]) -> list[_Given]:
    """Return each voice's last word on each thing; who counts twice at once counts two things."""
    last: dict[tuple[str, tuple[str, str | None]], list[_Given]] = {}
    for one in sorted(given, key=_order):
        key = one.row.statement.party.id if one.row.statement.party else "", one.thing
        before = last.get(key)
        together = before is not None and before[0].row.article.id == one.row.article.id
        last[key] = [*before, one] if together and before else [one]
    # "25 killed", and again "at least 25".
    return [
        max(same, key=lambda one: one.figure.high)
        for same in last.values()
        if len({(one.figure.low, one.figure.part) for one in same}) == 1
    ]


def _order(one: _Given) -> tuple[date, str]:
    return day_of(one.row) or date.min, one.row.statement.id


def _contrary(given: Sequence[_Given]) -> list[Row]:
    """Return the rows of figures that another one excludes.

    Only the extremes are compared: whatever is excluded at all is excluded by the lowest or the
    highest figure of its thing, or by the next such of another camp.
    """
    of_thing: dict[str | None, list[_Given]] = defaultdict(list)
    for one in given:
        of_thing[one.figure.of].append(one)
    extremes: list[_Given] = []
    for same in of_thing.values():
        extremes += _first_two(sorted(same, key=lambda g: g.figure.high))
        extremes += _first_two(sorted(same, key=lambda g: -g.figure.low))
    pairs = [(one, e) for one in given for e in extremes if e.contradicts(one)]
    return [one.row for pair in pairs for one in pair]


def _first_two(given: Sequence[_Given]) -> list[_Given]:
    """Return the first, and the first by another camp."""
    other = next((g for g in given if g.camp != given[0].camp), None)
    return [given[0]] if other is None else [given[0], other]
