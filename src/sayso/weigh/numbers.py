"""Numbers in a content: their values as ranges, and the words that bound them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.language.en.tables import load_table

UNBOUNDED = 10**12
"""Stands for the upper end of a range that has none."""
Range = tuple[int, int]

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:[.:]\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[,%]"
)
_APOSTROPHE = str.maketrans("’", "'")
_ABOUT = 0.15
_LONGEST_NUMBER = 9
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LAST_DAY = 31
_BOUND_REACH = 4


def tokens_of(content: str) -> list[str]:
    """Return a content's words, numbers, commas and percent signs in lower case."""
    for said, digits in words().written.items():
        content = content.replace(said, digits)
    return [m.group().lower().translate(_APOSTROPHE) for m in _TOKEN.finditer(content)]


def value_of(token: str) -> Range | None:
    """Return what a number, in digits or in words, stands for; None for any other word."""
    numbers = words().numbers
    if token in numbers:
        return numbers[token]
    tens, hyphen, ones = token.partition("-")
    if hyphen and tens in numbers and ones in numbers:
        # "Twenty-three".
        return numbers[tens][0] + numbers[ones][0], numbers[tens][1] + numbers[ones][1]
    digits = token.replace(",", "")
    if digits.isdecimal() and digits.isascii() and len(digits) <= _LONGEST_NUMBER:
        return int(digits), int(digits)
    return None


def multiplied(tokens: Sequence[str], i: int, value: Range) -> tuple[Range, int]:
    """Return a number with the multipliers after it, and the index of the word that follows."""
    low, high = value
    end = i + 1
    while end < len(tokens):
        step = 2 if tokens[end] == "of" and end + 1 < len(tokens) else 1
        by = words().multipliers.get(tokens[end + step - 1])
        if by is None or high * by > UNBOUNDED:
            break
        low, high, end = low * by, high * by, end + step
    return (low, high), end


def is_year(tokens: Sequence[str], i: int) -> bool:
    """Whether a number is the year of a date: "May 18 2017", "21 Apr 2014", "in 2026"."""
    value = value_of(tokens[i])
    if value is None or not (tokens[i].isdecimal() and _FIRST_YEAR <= value[0] <= _LAST_YEAR):
        return False
    before = tokens[max(0, i - 2) : i]
    day = value_of(before[-1]) if before else None
    months = words().months
    is_day = day is not None and 0 < day[0] <= _LAST_DAY and bool(months.intersection(before))
    return is_day or bool(months.intersection(before[-1:]))


def bounded(value: Range, before: Sequence[str]) -> Range:
    """Return a number as the words before it bound it: "at least", "up to", "about"."""
    low, high = value
    phrase = " ".join(before[-_BOUND_REACH:])
    bound = next((name for said, name in words().bounds if f" {phrase}".endswith(f" {said}")), None)
    match bound:
        case "at_least":
            return low, UNBOUNDED
        case "at_most":
            return 0, high
        case "about":
            return int(low * (1 - _ABOUT)), int(high * (1 + _ABOUT)) + 1
        case _:
            return low, high


def open_upward(value: Range) -> Range:
    """Return a number that may have grown since."""
    return value[0], UNBOUNDED


@dataclass(frozen=True, slots=True)
class Words:
    """The table of figures, by word."""

    numbers: dict[str, tuple[int, int]]
    kinds: dict[str, str]
    counted: dict[str, str]
    needs: dict[str, frozenset[str]]
    bounds: tuple[tuple[str, str], ...]
    bounding: tuple[tuple[str, ...], ...]
    months: frozenset[str]
    multipliers: dict[str, int]
    written: dict[str, str]
    lists: dict[str, frozenset[str]]


@cache
def words() -> Words:
    """Return the words of figures."""
    table = load_table("figures")
    bounds = [(phrase, name) for name, phrases in table["bounds"].items() for phrase in phrases]
    lists = {**table["not_counts"], **table["parts"], **table["whom"]}
    return Words(
        numbers={word: (low, high) for word, (low, high) in table["numbers"].items()},
        kinds={form: kind for kind, forms in table["kinds"].items() for form in forms},
        counted={form: name for name, forms in table["counted"].items() for form in forms},
        needs={kind: frozenset(forms) for kind, forms in table["needs"].items()},
        # "No more than" before "more than", which it ends in.
        bounds=tuple(sorted(bounds, key=lambda b: (-len(b[0]), b))),
        bounding=tuple(tuple(phrase.split()) for phrase, _ in bounds),
        months=frozenset(table["not_counts"]["months"]),
        multipliers=table["multipliers"],
        written=table["written"],
        lists={name: frozenset(forms) for name, forms in lists.items()},
    )
