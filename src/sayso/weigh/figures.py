"""Figures: counts in a statement's content, as ranges of what they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sayso.weigh.counted import counted_by
from sayso.weigh.numbers import (
    UNBOUNDED,
    bounded,
    is_year,
    multiplied,
    open_upward,
    tokens_of,
    value_of,
    words,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A closed range of whole numbers of one thing.

    ``kind`` is a key of the table of figures ("killed", "wounded"); ``of`` is whom or what is
    counted ("civilians"), or None when it is not said. ``part`` marks those counted beside or
    among others: "another eight", "five more", "29 of them in one street".
    """

    kind: str
    of: str | None
    low: int
    high: int
    part: bool = False

    @property
    def most(self) -> int | None:
        """The greatest number it can be; None where it has no end ("at least 40")."""
        return None if self.high >= UNBOUNDED else self.high

    @property
    def whom(self) -> str | None:
        """Whom or what is counted, in words."""
        return self.of.removeprefix("~") if self.of else None

    def excludes(self, other: Figure) -> bool:
        """Whether both figures count the same and can't both be true.

        "12 children" are part of "31 dead", and excluded only by a whole that is smaller.
        """
        if self.kind != other.kind or self.part or other.part:
            return False
        if self.of == other.of:
            return self.high < other.low or other.high < self.low
        if self.of is None:
            return self.high < other.low
        return other.of is None and other.high < self.low


_REACH = 7
"""How many words after a number the word may stand that says what happened to those counted."""
_BEFORE = 4
_PART_BEFORE = 3
_PART_AFTER = 3
_FEWEST_PRESENT = 20
"""Fewer make no crowd: "the two had come to terms"."""
_MANY = 1000
"""Thousands and years have no multiple: "2014 Dozens of people"."""


@lru_cache(maxsize=20_000)
def figures_in(content: str) -> tuple[Figure, ...]:
    """Return the figures of a content, in text order.

    Numbers of nothing known are left out, and so are ages, dates, times, distances and parts of
    another number ("nine of the 23").
    """
    marked = tokens_of(content)
    tokens = [token for token in marked if token != ","]
    ages = _ages(marked)
    found: list[Figure] = []
    past, told = 0, -1
    for i, token in enumerate(tokens):
        value = value_of(token)
        if value is None or i < past or i in ages or is_year(tokens, i) or _bounds(tokens, i):
            continue
        value, past = (value, i + 1) if value[0] >= _MANY else multiplied(tokens, i, value)
        if not counts_nobody(tokens, i, past):
            at = _kind_at(tokens, i, past, told)
            if at is not None:
                told = max(told, at)
                kind = _kind_of(tokens, at) or ""
                figure = _figure(tokens, (i, past), kind, at, value)
                found += [] if figure is None else [figure]
    return tuple(found)


@lru_cache(maxsize=20_000)
def bare_figure(content: str) -> tuple[int, int] | None:
    """Return the range of a content that is a number and no more: "no more than eight", "74"."""
    marked = tokens_of(content)
    if not marked or "%" in marked:
        return None
    tokens = [token for token in marked if token != ","]
    at = next((i for i, t in enumerate(tokens) if value_of(t) and not _bounds(tokens, i)), None)
    if at is None:
        return None
    value = value_of(tokens[at]) or (0, 0)
    value, end = (value, at + 1) if value[0] >= _MANY else multiplied(tokens, at, value)
    phrase = tuple(tokens[:at])
    alone = end == len(tokens) and (not phrase or phrase in words().bounding)
    return bounded(value, phrase) if alone else None


def _bounds(tokens: Sequence[str], i: int) -> bool:
    """Whether words that bound a number begin here: the "no" of "no fewer than 230"."""
    return any(tuple(tokens[i : i + len(said)]) == said for said in words().bounding)


def _kind_at(tokens: Sequence[str], i: int, end: int, told: int) -> int | None:
    """Return where the word stands that says what became of those counted by ``[i, end)``.

    ``told`` is the last such word that belongs to a number before: "40 killed, 12 wounded".
    """
    if i - 1 > told and _kind_of(tokens, i - 1):
        # "Killed 14 and wounded 20".
        return i - 1
    _, stop = _reach(tokens, end)
    found = [j for j in range(end, stop) if _kind_of(tokens, j) and not _leads(tokens, j)]
    if found:
        # "26 marchers were shot dead" counts the dead.
        fates = (j for j in found if _kind_of(tokens, j) != "attendance")
        return next(fates, found[0])
    reach = i if _is_put_at(tokens, i) else _BEFORE
    before = (j for j in range(i - 1, max(0, i - reach) - 1, -1) if j > told)
    return next((j for j in before if _kind_of(tokens, j)), None)


def _is_put_at(tokens: Sequence[str], i: int) -> bool:
    """Whether a number is what something named before was put at: "at no fewer than 9"."""
    before = " ".join(tokens[max(0, i - _BEFORE) : i])
    bound = next((name for name, _ in words().bounds if f" {before}".endswith(f" {name}")), "")
    return before.removesuffix(bound).split()[-1:] == ["at"]


def _leads(tokens: Sequence[str], j: int) -> bool:
    """Whether the word at ``j`` is that of the next number: "two villages, killing 9"."""
    after = tokens[j + 1 : j + 2 + _BEFORE]
    number = next((k for k, token in enumerate(after) if value_of(token)), None)
    if number is None:
        return False
    between = " ".join(after[:number])
    bounds = not between or any(between == phrase for phrase, _ in words().bounds)
    follows = tokens[j + 2 + number : j + 2 + number + _PART_AFTER]
    return bounds and not any(words().kinds.get(token) for token in follows)


def _kind_of(tokens: Sequence[str], j: int) -> str | None:
    """Return what the word at ``j``, or the two that end there ("took part"), says of a count."""
    pair = f"{tokens[j - 1]} {tokens[j]}" if j else ""
    return words().kinds.get(pair) or words().kinds.get(tokens[j])


def _reach(tokens: Sequence[str], end: int) -> tuple[int, int]:
    """Return how far the words go that tell of whom a number counts, and of what became of them.

    What follows the next number belongs to that one, unless it is only a part of this one: "31,
    including 12 children, were killed".
    """
    last = min(len(tokens), end + _REACH)
    including = words().lists["including"]
    whole = next((j for j in range(end, last) if tokens[j] in including), last)
    other = next((j for j in range(end, whole) if value_of(tokens[j]) is not None), None)
    return (whole, last) if other is None else (other, other)


def _figure(
    tokens: Sequence[str], at: tuple[int, int], kind: str, kind_at: int, value: tuple[int, int]
) -> Figure | None:
    """Return the figure of a number, or None when nothing tells that it counts."""
    start, end = at
    before, after = tokens[max(0, start - _BEFORE) : start], tokens[end : end + _REACH]
    low, high = bounded(value, before)
    needed = words().needs.get(kind)
    if needed is not None and low == high and not needed.intersection([*before, *after]):
        return None
    if _of_two_fates(tokens, kind_at, kind) or (kind == "attendance" and high < _FEWEST_PRESENT):
        return None
    of = counted_by(tokens, at, kind)
    # Bodies are counted as they are found, and a toll that grows does not end.
    if tokens[kind_at] in words().lists["found"] or words().lists["growing"].intersection(before):
        low, high = open_upward((low, high))
    return Figure(kind, of, low, high, part=is_part(tokens, at, of))


def _of_two_fates(tokens: Sequence[str], kind_at: int, kind: str) -> bool:
    """Whether one number counts two kinds together: "hundreds of dead and wounded"."""
    joined, other = tokens[kind_at + 1 : kind_at + 2], tokens[kind_at + 2 : kind_at + 3]
    known = words().kinds.get(other[0]) if other else None
    return (
        joined in (["and"], ["or"])
        and known not in (None, kind)
        and not _leads(tokens, kind_at + 2)
    )


def is_part(tokens: Sequence[str], at: tuple[int, int], of: str | None) -> bool:
    """Whether the number ``[start, end)`` counts some of those counted elsewhere, or others."""
    start, end = at
    before, after = tokens[max(0, start - _PART_BEFORE) : start], tokens[end : end + _REACH]
    lists = words().lists
    beside = set(before) & (lists["some_before"] - lists["including"])
    if beside or lists["some_after"].intersection(after[:_PART_AFTER]):
        return True
    if not lists["overall"].isdisjoint(after):
        # "In the war so far": of more than any one event.
        return True
    # "30 children were among 39 people killed": the latter are the whole.
    led = before[:-1] if before[-1:] == ["among"] else before
    some = bool(lists["including"].intersection(led)) and of is None
    # "Five were among the dead", but "62 villagers, among them 19 children".
    return some or any(a == "among" and b in ("the", "those") for a, b in pairwise(after))


def _ages(marked: Sequence[str]) -> set[int]:
    """Return which words, commas not counted, are ages between commas: "Jana Bell, 24, had"."""
    ages: set[int] = set()
    position = 0
    for j, token in enumerate(marked):
        if token == ",":
            continue
        if 0 < j < len(marked) - 1 and marked[j - 1] == marked[j + 1] == ",":
            ages.add(position)
        position += 1
    return ages


def counts_nobody(tokens: Sequence[str], i: int, end: int) -> bool:
    """Whether a number is a date, a length, an age, or a part of what is counted."""
    lists = words().lists
    if i and tokens[i - 1] in lists["before"]:
        return True
    if "aged" in tokens[max(0, i - _BEFORE) : i]:
        # "Aged from four to ten".
        return True
    after = tokens[end : end + 2]
    if after and (after[0] in lists["units"] or after[0] == "%" or _tells_age(after[0])):
        return True
    # "Nine of the 23 shells", "eleven of them", but not "dozens of people".
    is_part = len(after) > 1 and after[0] in lists["part"]
    return is_part and (after[1] in lists["parted"] or value_of(after[1]) is not None)


def _tells_age(word: str) -> bool:
    return word.startswith(("year-", "years-"))
