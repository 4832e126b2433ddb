"""Many word patterns looked for at once: only those whose words a text has are tried.

Every match of a pattern holds a word of each of its elements that may not be left out. A pattern
is kept under the words of the rarest such element, one that must open the text under its first
word, so that a text of twenty words tries a handful of patterns out of a thousand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from sayso.language.en.inflect import verb_forms
from sayso.language.en.plain import PART, Lists, entries, expression

Words = frozenset[str]


@dataclass(frozen=True)
class Wording:
    """One pattern: ``needs`` are sets of words of each of which its every match holds one.

    ``opens`` says that it stands at the start of the text. ``row`` is the row it belongs to.
    """

    pattern: str
    lists: Lists
    row: int
    opens: bool
    needs: tuple[Words, ...]

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        # Compiled when it is first tried: most patterns are not, in a run over a few articles.
        # The blank before it lets the search leap from word to word.
        return re.compile(f" (?:{expression(self.pattern, self.lists)})")

    def start(self, text: str) -> int | None:
        """Return where in a plain text the pattern is first found."""
        look = self._expression.match if self.opens else self._expression.search
        found = look(text)
        return None if found is None else found.start() + 1


@dataclass(frozen=True, slots=True)
class Finder:
    """Rows of patterns, kept under a word that each needs.

    ``openings`` are kept under the text's first word, ``inner`` under any, ``others`` under none.
    """

    wordings: tuple[Wording, ...]
    openings: Mapping[str, Sequence[int]]
    inner: Mapping[str, Sequence[int]]
    others: Sequence[int]

    def candidates(self, text: str) -> Iterator[tuple[int, list[Wording]]]:
        """Yield rows in order, each with those of its patterns that may be in a plain text."""
        words = text.split()
        there = frozenset(words)
        numbers = {*self.others, *self.openings.get(words[0] if words else "", ())}
        for word in there & self.inner.keys():
            numbers.update(self.inner[word])
        possible = (
            wording
            for wording in map(self.wordings.__getitem__, sorted(numbers))
            if not any(map(there.isdisjoint, wording.needs))
        )
        for row, wordings in groupby(possible, key=lambda wording: wording.row):
            yield row, list(wordings)

    def found(self, text: str) -> bool:
        """Whether any pattern is in a plain text."""
        return self.start(text) is not None

    def start(self, text: str) -> int | None:
        """Return where in a plain text a pattern is first found."""
        return first_start([w for _, wordings in self.candidates(text) for w in wordings], text)


def first_start(wordings: Sequence[Wording], text: str) -> int | None:
    """Return where in a plain text any of some patterns is first found."""
    starts = (wording.start(text) for wording in wordings)
    return min((start for start in starts if start is not None), default=None)


def make_finder(rows: Sequence[Sequence[str]], lists: Lists) -> Finder:
    """Return what finds rows of patterns. Raises KeyError when a pattern names an unknown list."""
    words = _WordsOf(lists)
    wordings: list[Wording] = []
    openings: dict[str, list[int]] = defaultdict(list)
    inner: dict[str, list[int]] = defaultdict(list)
    others: list[int] = []
    for row, patterns in enumerate(rows):
        for pattern in patterns:
            elements = pattern.split()
            opens = elements[:1] == ["^"]
            needs = sorted(words.needs(elements), key=_commonness)
            first = words.opening(elements[1:]) if opens else None
            for word in first or (needs[0] if needs else ()):
                (openings if first else inner)[word].append(len(wordings))
            if not first and not needs:
                others.append(len(wordings))
            wordings.append(Wording(pattern, lists, row, opens, tuple(needs)))
    return Finder(tuple(wordings), openings, inner, tuple(others))


def _commonness(words: Words) -> float:
    """Return about how often a text holds one of some words: short words are common ones."""
    return sum(3.0 ** -len(word) for word in words)


class _WordsOf:
    """The words that the elements of patterns name, each element read once."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._read: dict[tuple[str, bool], Words | None] = {}

    def needs(self, elements: Sequence[str]) -> set[Words]:
        """Return the sets of words of each of which a match of the elements holds one."""
        every = (self._element(element, first=False) for element in elements)
        return {words for words in every if words}

    def opening(self, elements: Sequence[str]) -> Words | None:
        """Return the words that a match of the elements can begin with; None where any word may."""
        begun: Words = frozenset()
        for element in elements:
            optional = element.startswith("(") and element.endswith(")")
            words = self._element(element[1:-1] if optional else element, first=True)
            if not words:
                return None
            begun |= words
            if not optional:
                return begun
        return None

    def _element(self, element: str, *, first: bool) -> Words | None:
        """Return words one of which stands in the element, or begins it; None where any may."""
        if element.startswith(("(", "..", "!")) or element == "^":
            return None
        key = (element, first)
        if key not in self._read:
            self._read[key] = self._any_of(element.split("|"), first=first)
        return self._read[key]

    def _any_of(self, choices: Sequence[str], *, first: bool) -> Words | None:
        every = [self._choice(choice, first=first) for choice in choices]
        told = [words for words in every if words]
        return frozenset().union(*told) if len(told) == len(every) else None

    def _choice(self, choice: str, *, first: bool) -> Words | None:
        parts = [self._part(part, first=first) for part in PART.findall(choice)]
        told = [words for words in (parts[:1] if first else parts) if words]
        return min(told, key=_commonness, default=None)

    def _part(self, part: str, *, first: bool) -> Words | None:
        if part.startswith("{"):
            return self._any_of(entries(part[1:-1], self._lists), first=first)
        if part == "$" or part.startswith("*"):
            return None
        is_verb = part.endswith("+") and len(part) > 1
        return frozenset(verb_forms(part[:-1]) if is_verb else (part,))
