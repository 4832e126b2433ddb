"""Figures: counts in a statement's content, as ranges of what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table

_UNBOUNDED = 10**12


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
        """Whether both figures count the same and can't both be true."""
        same = self.kind == other.kind and (self.of == other.of or None in (self.of, other.of))
        return same and (self.high < other.low or other.high < self.low)


@dataclass(frozen=True, slots=True)
class _Words:
    numbers: dict[str, tuple[int, int]]
    kinds: dict[str, str]
    counted: dict[str, str]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    table = load_table("figures")
    return _Words(
        numbers={word: (low, high) for word, (low, high) in table["numbers"].items()},
        kinds={form: kind for kind, forms in table["kinds"].items() for form in forms},
        counted={form: name for name, forms in table["counted"].items() for form in forms},
        at_least=tuple(table["bounds"]["at_least"]),
        at_most=tuple(table["bounds"]["at_most"]),
        about=tuple(table["bounds"]["about"]),
    )


_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*")
_REACH = 7
"""How many words after a number the word may stand that says what happened to those counted."""
_ABOUT = 0.15
_LONGEST_NUMBER = 9


def figures_in(content: str) -> tuple[Figure, ...]:
    """Return the figures of a content, in text order; numbers of nothing known are left out."""
    words = _words()
    tokens = [m.group().lower() for m in _TOKEN.finditer(content)]
    found: list[Figure] = []
    for i, token in enumerate(tokens):
        value = _value(token, words)
        if value is None:
            continue
        after = tokens[i + 1 : i + 1 + _REACH]
        stop = next((j for j, t in enumerate(after) if _value(t, words) is not None), len(after))
        # "40 killed and 12 wounded": what follows the next number belongs to that one.
        kind = next((words.kinds[t] for t in after[:stop] if t in words.kinds), None)
        before = tokens[max(0, i - 4) : i]
        if kind is None:
            kind = next((words.kinds[t] for t in reversed(before) if t in words.kinds), None)
        if kind is None:
            continue
        of = next((words.counted[t] for t in after[:stop] if t in words.counted), None)
        low, high = _bounded(value, " ".join(before), words)
        found.append(Figure(kind, of, low, high))
    return tuple(found)


def _value(token: str, words: _Words) -> tuple[int, int] | None:
    if token in words.numbers:
        return words.numbers[token]
    digits = token.replace(",", "")
    if digits.isdecimal() and digits.isascii() and len(digits) <= _LONGEST_NUMBER:
        return int(digits), int(digits)
    return None


def _bounded(value: tuple[int, int], before: str, words: _Words) -> tuple[int, int]:
    low, high = value
    if any(before.endswith(phrase) for phrase in words.at_least):
        return low, _UNBOUNDED
    if any(before.endswith(phrase) for phrase in words.at_most):
        return 0, high
    if any(before.endswith(phrase) for phrase in words.about):
        return int(low * (1 - _ABOUT)), int(high * (1 + _ABOUT)) + 1
    return low, high
