"""Attributions as sets of word tokens: what the scorer compares.

The text is cut into tokens here, by one pattern for all taggers, so that no tagger's own tokens
are favoured. Punctuation is left out unless asked for: whether the last comma or the quotation
marks belong to a span is not what is measured.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

JsonAttribution = Mapping[str, Any]
"""``{"source": [[start, end], ...], "cue": [...], "content": [...]}``; a role may be left out."""

Ranges = Sequence[Sequence[int]]
"""Half-open ranges of code points."""

TokenSet = frozenset[int]
"""Tokens of one text, each by its index among that text's tokens."""

ROLES = ("source", "cue", "content")
_WORD = r"\w+(?:[.,'’\-&/]\w+)*"
_WORDS = re.compile(_WORD)
_WORDS_AND_MARKS = re.compile(_WORD + r"|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Unit:
    """One attribution; however many pieces a role has, it is one set of tokens."""

    source: TokenSet
    cue: TokenSet
    content: TokenSet

    def role(self, name: str) -> TokenSet:
        """Return the tokens of the role of this name, one of ROLES."""
        tokens: TokenSet = getattr(self, name)
        return tokens

    @property
    def whole(self) -> TokenSet:
        """The tokens of all roles."""
        return self.source | self.cue | self.content


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: where each starts and ends, in text order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, ranges: Ranges) -> TokenSet:
        """Return the tokens that share at least one code point with the ranges."""
        found: set[int] = set()
        for start, end in ranges:
            # An empty range inside a word shares nothing with it.
            if start >= end:
                continue
            index = bisect_right(self.ends, start)
            while index < len(self.starts) and self.starts[index] < end:
                found.add(index)
                index += 1
        return frozenset(found)


def cut(text: str, *, punctuation: bool) -> Tokens:
    """Return a text's words, and with ``punctuation`` its marks, each one a token."""
    pattern = _WORDS_AND_MARKS if punctuation else _WORDS
    spans = [match.span() for match in pattern.finditer(text)]
    return Tokens(tuple(start for start, _ in spans), tuple(end for _, end in spans))


def units(
    attributions: Iterable[JsonAttribution], tokens: Tokens, *, discarded: TokenSet
) -> tuple[Unit, ...]:
    """Return the attributions that have content left once ``discarded`` tokens are taken away."""
    made = (
        Unit(*(tokens.within(entry.get(role) or ()) - discarded for role in ROLES))
        for entry in attributions
    )
    return tuple(unit for unit in made if unit.content)


def without_nested(given: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the units that don't lie whole inside another one's content.

    Of units with the very same tokens, none counts as inside the other.
    """
    wholes = [unit.whole for unit in given]
    return tuple(
        unit
        for unit, whole in zip(given, wholes, strict=True)
        if not any(
            whole <= other.content and whole != others
            for other, others in zip(given, wholes, strict=True)
        )
    )
