"""Spans: half-open ranges of Unicode code points in an article's canonical text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of code points, with the string quoted from there."""

    start: int
    end: int
    text: str

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def quotes(self, text: str) -> bool:
        """Whether ``text`` really holds the quoted string at this place."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.text


def span_of(text: str, start: int, end: int) -> Span:
    """Return the span of ``text[start:end]`` less white space at its ends.

    Raises ValueError when nothing but white space lies there.
    """
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped or start < 0 or end > len(text):
        raise ValueError(f"no text at {start}:{end}")
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(stripped), stripped)


def joined_text(spans: Iterable[Span]) -> str:
    """Return the quoted strings of the pieces of one role, in order, parted by " … "."""
    return " … ".join(span.text for span in spans)
