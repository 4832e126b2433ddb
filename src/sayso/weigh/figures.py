"""Figures: counts in a statement's content, as ranges of what they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.language.en.tables import load_table

_UNBOUNDED = 10**12
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A closed range of whole numbers of one thing.

    ``kind`` is a key of the table of figures ("killed", "wounded"); ``of`` is whom or what is
    counted ("civilians"), or None when it is not said.
    """

    kind: str
    of: str | None
    low: int
    high: int

    def excludes(self, other: Figure) -> bool:
        """Whether both figures count the same and can't both be true.

        "12 children" are part of "31 dead", and excluded only by a whole that is smaller.
        """
        if self.kind != other.kind:
            return False
        if self.of == other.of:
            return self.high < other.low or other.high < self.low
        if self.of is None:
            return self.high < other.low
        return other.of is None and other.high < self.low


@dataclass(frozen=True, slots=True)
class _Words:
    numbers: dict[str, tuple[int, int]]
    kinds: dict[str, str]
    counted: dict[str, str]
    needs: dict[str, frozenset[str]]
    bounds: tuple[tuple[str, str], ...]
    units: frozenset[str]
    before: frozenset[str]
    part: frozenset[str]
    parted: frozenset[str]
    including: frozenset[str]
    multipliers: dict[str, int]


@cache
def _words() -> _Words:
    table = load_table("figures")
    bounds = [(phrase, name) for name, phrases in table["bounds"].items() for phrase in phrases]
    return _Words(
        numbers={word: (low, high) for word, (low, high) in table["numbers"].items()},
        kinds={form: kind for kind, forms in table["kinds"].items() for form in forms},
        counted={form: name for name, forms in table["counted"].items() for form in forms},
        needs={kind: frozenset(forms) for kind, forms in table["needs"].items()},
        # "No more than" before "more than", which it ends in.
        bounds=tuple(sorted(bounds, key=lambda b: (-len(b[0]), b))),
        units=frozenset(table["not_counts"]["units"]),
        before=frozenset(table["not_counts"]["before"]),
        part=frozenset(table["not_counts"]["part"]),
        parted=frozenset(table["not_counts"]["parted"]),
        including=frozenset(table["not_counts"]["including"]),
        multipliers=table["multipliers"],
    )


_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:[.:]\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,%]"
)
_APOSTROPHE = str.maketrans("’", "'")
_REACH = 7
"""How many words after a number the word may stand that says what happened to those counted."""
_ABOUT = 0.15
_LONGEST_NUMBER = 9


@lru_cache(maxsize=20_000)
def figures_in(content: str) -> tuple[Figure, ...]:
    """Return the figures of a content, in text order.

    Numbers of nothing known are left out, and so are ages, dates, times, distances and parts of
    another number ("nine of the 23").
    """
    words = _words()
    marked = [m.group().lower().translate(_APOSTROPHE) for m in _TOKEN.finditer(content)]
    tokens = [token for token in marked if token != ","]
    ages = _ages(marked)
    found: list[Figure] = []
    past, told = 0, -1
    for i, token in enumerate(tokens):
        value = _value(token, words)
        if value is None or i < past or i in ages:
            continue
        value, past = _multiplied(tokens, i, value, words)
        if not _counts_nobody(tokens, i, past, words):
            at = _kind_at(tokens, i, past, told, words)
            if at is not None:
                told = max(told, at)
                kind = _kind_of(tokens, at, words) or ""
                figure = _figure(tokens, (i, past), kind, value, words)
                found += [] if figure is None else [figure]
    return tuple(found)


def _multiplied(tokens: Sequence[str], i: int, value: _Range, words: _Words) -> tuple[_Range, int]:
    """Return a number with the multipliers after it, and the index of the word that follows."""
    low, high = value
    end = i + 1
    while end < len(tokens):
        step = 2 if tokens[end] == "of" and end + 1 < len(tokens) else 1
        by = words.multipliers.get(tokens[end + step - 1])
        if by is None or high * by > _UNBOUNDED:
            break
        low, high, end = low * by, high * by, end + step
    return (low, high), end


def _kind_at(tokens: Sequence[str], i: int, end: int, told: int, words: _Words) -> int | None:
    """Return where the word stands that says what became of those counted by ``[i, end)``.

    ``told`` is the last such word that belongs to a number before: "40 killed, 12 wounded".
    """
    if i - 1 > told and _kind_of(tokens, i - 1, words):
        # "Killed 14 and wounded 20".
        return i - 1
    _, stop = _reach(tokens, end, words)
    found = (j for j in range(end, stop) if _kind_of(tokens, j, words))
    before = (j for j in range(i - 1, max(0, i - 4) - 1, -1) if j > told)
    return next(found, next((j for j in before if _kind_of(tokens, j, words)), None))


def _kind_of(tokens: Sequence[str], j: int, words: _Words) -> str | None:
    """Return what the word at ``j``, or the two that end there ("took part"), says of a count."""
    pair = f"{tokens[j - 1]} {tokens[j]}" if j else ""
    return words.kinds.get(pair) or words.kinds.get(tokens[j])


def _reach(tokens: Sequence[str], end: int, words: _Words) -> tuple[int, int]:
    """Return how far the words go that tell of whom a number counts, and of what became of them.

    What follows the next number belongs to that one, unless it is only a part of this one: "31,
    including 12 children, were killed".
    """
    last = min(len(tokens), end + _REACH)
    whole = next((j for j in range(end, last) if tokens[j] in words.including), last)
    other = next((j for j in range(end, whole) if _value(tokens[j], words) is not None), None)
    return (whole, last) if other is None else (other, other)


def _figure(
    tokens: Sequence[str], at: tuple[int, int], kind: str, value: _Range, words: _Words
) -> Figure | None:
    """Return the figure of a number, or None when nothing tells that it counts."""
    start, end = at
    before, after = tokens[max(0, start - 4) : start], tokens[end : end + _REACH]
    low, high = _bounded(value, " ".join(before), words)
    needed = words.needs.get(kind)
    if needed is not None and low == high and not needed.intersection([*before, *after]):
        return None
    counted = tokens[end : _reach(tokens, end, words)[0]]
    of = next((words.counted[t] for t in counted if t in words.counted), None)
    return Figure(kind, of, low, high)


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


def _counts_nobody(tokens: Sequence[str], i: int, end: int, words: _Words) -> bool:
    """Whether a number is a date, a length, an age, or a part of what is counted."""
    if i and tokens[i - 1] in words.before:
        return True
    after = tokens[end : end + 2]
    if after and (after[0] in words.units or after[0] == "%" or after[0].startswith("year-")):
        return True
    # "Nine of the 23 shells", "eleven of them", but not "dozens of people".
    is_part = len(after) > 1 and after[0] in words.part
    return is_part and (after[1] in words.parted or _value(after[1], words) is not None)


def _value(token: str, words: _Words) -> _Range | None:
    if token in words.numbers:
        return words.numbers[token]
    tens, hyphen, ones = token.partition("-")
    if hyphen and tens in words.numbers and ones in words.numbers:
        # "Twenty-three".
        return words.numbers[tens][0] + words.numbers[ones][0], (
            words.numbers[tens][1] + words.numbers[ones][1]
        )
    digits = token.replace(",", "")
    if digits.isdecimal() and digits.isascii() and len(digits) <= _LONGEST_NUMBER:
        return int(digits), int(digits)
    return None


def _bounded(value: _Range, before: str, words: _Words) -> _Range:
    low, high = value
    bound = next((name for phrase, name in words.bounds if before.endswith(phrase)), None)
    match bound:
        case "at_least":
            return low, _UNBOUNDED
        case "at_most":
            return 0, high
        case "about":
            return int(low * (1 - _ABOUT)), int(high * (1 + _ABOUT)) + 1
        case _:
            return low, high
