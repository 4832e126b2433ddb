"""What two sketches share: passages that stand in both texts, and whether one copies the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sayso.link.copies import HASH_BITS, MOST_MARKS, MOST_NAMES, ONE_IN_TWO
from sayso.model import Mark, MarkKind, Sketch

LEAST_WORDS = 12
"""Shared sequences that make a passage: about a sentence, word for word."""
WIDEST_GAP = 24
"""Sequences in a row that may differ inside a passage: an edited clause, not a new sentence."""
COST_OF_EDIT = 0.6
"""What a sequence that differs takes from a passage, where one that is the same adds 1: one edited
word changes five sequences, so that a passage goes on with every seventh word or so edited."""
MOST_OF_ONE = 0.55
"""Least part of either text that stands in the other, for one origin: a follow-up repeats less."""
SOME_OF_OTHER = 0.3
"""Least part of the longer text: below, it is a story of its own with a passage taken over, ..."""
ALL_OF_ONE = 0.75
"""... unless it begins with nearly all of the shorter one: wires are cut from the end."""
OTHER_NAMES = 0.3
"""Most of a passage's names and numbers that may be others: an editor leaves them, but a form that
is filled in anew (a forecast, a market report) has its own."""
NAMES_FOR_SHARE = 0.75
"""Least part of the names of two texts that is the same, by the part of their words that is."""
FEWEST_NAMES = 4
"""With fewer, names don't tell a form."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What of one text stands in another: half-open ranges of its code points in text order.

    ``share`` is the part of the text that they make up, 0 to 1; ``begins`` says whether the text
    begins with one.
    """

    passages: tuple[tuple[int, int], ...]
    share: float
    begins: bool

    def holds(self, *ranges: tuple[int, int]) -> bool:
        """Whether ranges lie in the passages, by more than half: their edges are blurred."""
        inside = sum(
            max(0, min(end, stop) - max(start, begin))
            for start, end in ranges
            for begin, stop in self.passages
        )
        return inside * 2 > sum(end - start for start, end in ranges)


def shared(one: Sketch, other: Sketch) -> Shared:
    """Return the passages of ``one`` that stand in ``other`` too, word for word or edited."""
    every, limit = _of(one, MarkKind.TOLD), min(_limit(one), _limit(other))
    told = [mark for mark in every if mark.hash <= limit]
    known = {mark.hash for mark in _of(other, MarkKind.TOLD)}
    density = (limit + 1) / 2**HASH_BITS
    least = min(LEAST_WORDS * density, len(every))
    ranges = _runs([mark.hash in known for mark in told], widest=WIDEST_GAP * density)
    runs = [told[first:last] for first, last in ranges if _same(told[first:last], known) >= least]
    kept = [run for run in runs if _keeps_names(run, one, other)]
    share = sum(map(len, kept)) / len(told) if told else 0.0
    if not kept or (share >= MOST_OF_ONE and _is_form(one, other, share)):
        return Shared((), 0.0, begins=False)
    said = [mark for mark in one.signature if mark.kind is not MarkKind.NAME and mark.hash <= limit]
    known.update(mark.hash for mark in _of(other, MarkKind.QUOTED))
    return Shared(
        passages=tuple(_around(run, said, known) for run in kept),
        share=share,
        begins=told.index(kept[0][0]) < max(1, LEAST_WORDS * density),
    )


def one_origin(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are one, edited, cut or run together with another; symmetric."""
    if not _may_be_one(one, other):
        return False
    here, there = shared(one, other), shared(other, one)
    less, more = (here, there) if here.share < there.share else (there, here)
    if less.share >= SOME_OF_OTHER:
        return more.share >= MOST_OF_ONE
    return more.share >= ALL_OF_ONE and less.begins


def _may_be_one(one: Sketch, other: Sketch) -> bool:
    """Whether so many sequences are the same that their passages may be MOST_OF_ONE of a text.

    In a passage at least ``COST_OF_EDIT`` sequences are the same to every one that differs.
    """
    limit = min(_limit(one), _limit(other))
    here, there = (
        [mark.hash for mark in _of(sketch, MarkKind.TOLD) if mark.hash <= limit]
        for sketch in (one, other)
    )
    return _may_stand_in(here, set(there)) or _may_stand_in(there, set(here))


def _may_stand_in(told: Sequence[int], known: set[int]) -> bool:
    most = sum(hash_ in known for hash_ in told) * (1 + 1 / COST_OF_EDIT)
    return most >= MOST_OF_ONE * len(told)


def _of(sketch: Sketch, kind: MarkKind) -> list[Mark]:
    return [mark for mark in sketch.signature if mark.kind is kind]


def _limit(sketch: Sketch) -> int:
    """Return the hash up to which a sketch keeps every sequence that its text tells."""
    told = _of(sketch, MarkKind.TOLD)
    largest = max((mark.hash for mark in told), default=0)
    return largest if len(told) >= MOST_MARKS else max(largest, ONE_IN_TWO - 1)


def _runs(same: Sequence[bool], *, widest: float) -> list[tuple[int, int]]:
    """Return the ranges from one same mark to another in which the same ones prevail."""
    runs: list[tuple[int, int]] = []
    start = end = -1
    score = best = 0.0
    for i, hit in enumerate(same):
        if start < 0 and hit:
            start, score, best = i, 0.0, 0.0
        if start < 0:
            continue
        score += 1.0 if hit else -COST_OF_EDIT
        if score > best:
            best, end = score, i + 1
        elif score <= 0 or best - score > widest * COST_OF_EDIT:
            runs.append((start, end))
            start = -1
    return runs if start < 0 else [*runs, (start, end)]


def _same(marks: Iterable[Mark], known: set[int]) -> int:
    return sum(mark.hash in known for mark in marks)


def _keeps_names(run: Sequence[Mark], one: Sketch, other: Sketch) -> bool:
    """Whether the names in a passage are the other's, too, or at least no others stand for them."""
    names, known = _names(one, other)
    inside = {mark.hash for mark in names if run[0].start <= mark.start <= run[-1].start}
    replaced = min(len(inside - known), len(known - {mark.hash for mark in names}))
    return len(inside) < FEWEST_NAMES or replaced <= OTHER_NAMES * len(inside)


def _is_form(one: Sketch, other: Sketch, share: float) -> bool:
    """Whether two texts have this share of words in common, but names of their own."""
    names, known = _names(one, other)
    here = {mark.hash for mark in names}
    fewer = min(len(here), len(known))
    return fewer >= FEWEST_NAMES and len(here & known) < NAMES_FOR_SHARE * share * fewer


def _names(one: Sketch, other: Sketch) -> tuple[list[Mark], set[int]]:
    """Return the names of both that either would have kept."""
    here, there = _of(one, MarkKind.NAME), _of(other, MarkKind.NAME)
    full = [max(m.hash for m in names) for names in (here, there) if len(names) >= MOST_NAMES]
    limit = min(full, default=2**HASH_BITS)
    return [m for m in here if m.hash <= limit], {m.hash for m in there if m.hash <= limit}


def _around(run: Sequence[Mark], marks: Sequence[Mark], known: set[int]) -> tuple[int, int]:
    """Return the range of a run with the quotations beside it that are shared, too."""
    after = [mark for mark in marks if mark.start > run[-1].start]
    kept = list(takewhile(lambda mark: mark.hash in known, after))
    end = after[len(kept)].start if len(kept) < len(after) else _END
    before = [mark for mark in reversed(marks) if mark.start < run[0].start]
    start = [run[0], *takewhile(lambda mark: mark.hash in known, before)][-1].start
    return start, end


_END = 2**31
"""After the last mark nothing is known to differ."""
