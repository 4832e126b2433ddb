"""Text set in lines: broken at spaces, measured, and put in the order in which it is read.

Lengths are in units of the drawing. Of the Unicode bidirectional algorithm this is as much as whole
words need: which way a paragraph runs, and which words of it run the other way. The letters of a
word are put in order by whoever draws them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.views.direction import runs_backwards
from sayso.web.pictures.faces import Face, joins_pictures

MORE = "…"
_LONGEST = 6_000
"""Code points of a text that are looked at: no drawing holds more of one."""
_BACKWARDS = {"R", "AL"}


@dataclass(frozen=True, slots=True)
class Ink:
    """A stretch of text with the names of the marks that it stands under."""

    text: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line that stand together: ``x`` from the line's left, under the same marks.

    ``backwards`` are those that run from right to left.
    """

    x: float
    width: float
    text: str
    marks: tuple[str, ...]
    backwards: bool


Line = tuple[Run, ...]
_Part = tuple[str, tuple[str, ...]]
_Word = list[_Part]


def lines_of(
    inks: Iterable[Ink], face: Face, size: float, width: float, *, most: int | None = None
) -> tuple[Line, ...]:
    """Return a text in lines no wider than ``width``; of more than ``most`` the last ends in "…".

    A word that is wider than a line is broken. Every kind of white space is one space.
    """
    words = [w for word in _words(inks) for w in _broken(word, face, size, width)]
    space = face.width(" ", size)
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for word in words:
        needed = _width(word, face, size)
        if lines[-1] and used + space + needed > width:
            lines.append([])
            used = 0.0
        used += needed + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    if most is not None and len(lines) > most:
        lines = lines[:most]
        _cut(lines[-1], face, size, width)
    backwards = runs_backwards("".join(text for word in words for text, _ in word))
    return tuple(_set(line, face, size, width, backwards=backwards) for line in lines if line)


def width_of(line: Line) -> float:
    """Return how wide a line is, from its first letter to its last one."""
    ends = [run.x + run.width for run in line]
    return max(ends, default=0.0) - min((run.x for run in line), default=0.0)


def _words(inks: Iterable[Ink]) -> Iterator[_Word]:
    word: _Word = []
    left = _LONGEST
    for ink in inks:
        text = ink.text[:left]
        left -= len(text)
        for is_space, chars in groupby(text, str.isspace):
            if not is_space:
                word.append(("".join(chars), ink.marks))
            elif word:
                yield word
                word = []
        if left <= 0:
            word.append((MORE, ()))
            break
    if word:
        yield word


def _width(word: _Word, face: Face, size: float) -> float:
    return sum(face.width(text, size) for text, _ in word)


def _broken(word: _Word, face: Face, size: float, width: float) -> Iterator[_Word]:
    """Yield a word, or the pieces of one that is too wide for a line."""
    if _width(word, face, size) <= width:
        yield word
        return
    piece: _Word = []
    used = 0.0
    for text, marks in word:
        for letter in _letters(text):
            needed = face.width(letter, size)
            if piece and used + needed > width:
                yield piece
                piece, used = [], 0.0
            if piece and piece[-1][1] == marks:
                piece[-1] = (piece[-1][0] + letter, marks)
            else:
                piece.append((letter, marks))
            used += needed
    yield piece


def _letters(text: str) -> Iterator[str]:
    """Yield letters with all that belongs on them: accents, and what joins two pictures to one."""
    letter = ""
    for char in text:
        joins = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf")
        joins = joins or joins_pictures(letter[-1:], char)
        if letter and not joins:
            yield letter
            letter = ""
        letter += char
    if letter:
        yield letter


def _cut(line: list[_Word], face: Face, size: float, width: float) -> None:
    """End a line in "…", and take away words until that fits."""
    space, more = face.width(" ", size), face.width(MORE, size)
    while len(line) > 1 and _line_width(line, face, size, space) + more > width:
        line.pop()
    text, marks = line[-1][-1]
    while len(text) > 1 and _line_width(line, face, size, space) + more > width:
        text = text[:-1]
        line[-1][-1] = (text, marks)
    line[-1].append((MORE, ()))


def _line_width(line: Sequence[_Word], face: Face, size: float, space: float) -> float:
    return sum(_width(word, face, size) for word in line) + space * (len(line) - 1)


def _word_runs_backwards(chars: Iterable[str], otherwise: bool) -> bool:
    """Whether a word's first letter that has a direction runs from right to left."""
    for char in chars:
        kind = unicodedata.bidirectional(char)
        if kind in _BACKWARDS or kind == "L":
            return kind in _BACKWARDS
    return otherwise


def _set(line: Sequence[_Word], face: Face, size: float, width: float, *, backwards: bool) -> Line:
    """Return a line's words as runs at their places; one that runs backwards ends at ``width``."""
    ways = [_word_runs_backwards((c for text, _ in w for c in text), backwards) for w in line]
    groups = [
        (way, [word for _, word in group])
        for way, group in groupby(zip(ways, line, strict=True), key=lambda pair: pair[0])
    ]
    space = face.width(" ", size)
    x = width - _line_width(line, face, size, space) if backwards else 0.0
    runs: list[Run] = []
    for way, words in reversed(groups) if backwards else groups:
        parts = _joined(words)
        for text, marks in reversed(parts) if way else parts:
            wide = face.width(text, size)
            runs.append(Run(x, wide, text, marks, way))
            x += wide
        x += space
    return tuple(runs)


def _joined(words: Iterable[_Word]) -> list[_Part]:
    """Return words with spaces between them, parts under the same marks in one."""
    parts: list[_Part] = []
    for i, word in enumerate(words):
        for j, (text, marks) in enumerate(word):
            gap = " " if i and not j else ""
            if parts and parts[-1][1] == marks:
                parts[-1] = (parts[-1][0] + gap + text, marks)
                continue
            if gap:
                # The space between two marks is under neither.
                parts.append((gap, ()))
            parts.append((text, marks))
    return parts
