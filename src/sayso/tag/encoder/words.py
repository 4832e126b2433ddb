"""A text as the encoder sees it: words with their places, word pieces and marks of form.

The tokenizer is BERT's (Devlin et al. 2019): words end at white space and at punctuation, each
mark being a word of its own. It knows no line breaks, so each line is followed by a break, a word
without characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from sayso.tag.surface import split_sentences

Ints = NDArray[np.int64]

START_PIECE = "[CLS]"
BREAK_PIECE = "[unused1]"
MASK_PIECE = "[MASK]"


class Case(IntEnum):
    """How a word is written; the encoder's vocabulary holds lower case only."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    INITIAL = 3
    MIXED = 4
    NUMBER = 5
    MARK = 6
    HIDDEN = 7


class Quoting(IntEnum):
    """Whether a word stands within quotation marks of its line."""

    OUTSIDE = 0
    MARK = 1
    INSIDE = 2
    SINGLE = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order, breaks included; all arrays but ``pieces`` are by word.

    ``start`` and ``end`` are code points into the text (equal for a break). ``first`` is the index
    in ``pieces`` of each word's first piece and has one entry more, the number of all pieces.
    ``is_mark`` tells punctuation and breaks, which no label ends on; ``ends_sentence`` tells each
    sentence's last word or mark.
    """

    start: Ints
    end: Ints
    line: Ints
    first: Ints
    pieces: Ints
    case: Ints
    quoting: Ints
    is_break: NDArray[np.bool_]
    is_mark: NDArray[np.bool_]
    ends_sentence: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.start)


_OPENING = frozenset("“«„‟〝❝")
_CLOSING = frozenset("”»〞❞")
_EITHER = frozenset('"＂')
_OPENING_SINGLE = frozenset("‘‚‹❛")
_CLOSING_SINGLE = frozenset("’›❜")


def make_words(
    text: str, tokenizer: Tokenizer, ranges: Sequence[tuple[int, int]] | None = None
) -> Words:
    """Cut a text, or just these ranges of it, into words.

    Every character lies in one but spaces, controls, format characters, U+FFFD, and combining
    marks that the tokenizer drops at a word's beginning or end.
    """
    made = _Making(piece_id(tokenizer, BREAK_PIECE))
    for low, high in ranges if ranges is not None else [(0, len(text))]:
        position = low
        for line in text[low:high].splitlines(keepends=True):
            if not line.isspace():
                made.add_line(line, position, tokenizer.encode(line, add_special_tokens=False))
                sentences = split_sentences(text, position, position + len(line))
                made.sentence_ends.update(end for _, end in sentences)
            position += len(line)
    return made.words()


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """Return a piece's number in the vocabulary. Raises ValueError when it is not there."""
    found = tokenizer.token_to_id(piece)
    if found is None:
        raise ValueError(f"the vocabulary lacks {piece}")
    return int(found)


def without_marks(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    """Return a range of words less the marks at its ends; one of marks alone stays as it is."""
    low, high = span
    while low < high and words.is_mark[low]:
        low += 1
    while low < high and words.is_mark[high - 1]:
        high -= 1
    return (low, high) if low < high else span


class _Making:
    """The lists that become a text's Words, line by line."""

    def __init__(self, break_piece: int) -> None:
        self.break_piece = break_piece
        self.start: list[int] = []
        self.end: list[int] = []
        self.line: list[int] = []
        self.first: list[int] = []
        self.pieces: list[int] = []
        self.case: list[int] = []
        self.quoting: list[int] = []
        self.sentence_ends: set[int] = set()

    def add_line(self, line: str, offset: int, encoding: Encoding) -> None:
        number = self.line[-1] + 1 if self.line else 0
        base = len(self.pieces)
        begin = len(self.start)
        before = None
        places = zip(encoding.word_ids, encoding.offsets, strict=True)
        for index, (word, (start, end)) in enumerate(places):
            if word == before:
                self.end[-1] = offset + end
            else:
                self.first.append(base + index)
                self.start.append(offset + start)
                self.end.append(offset + end)
                before = word
        self.pieces.extend(encoding.ids)
        forms = [
            line[s - offset : e - offset]
            for s, e in zip(self.start[begin:], self.end[begin:], strict=True)
        ]
        self.case.extend(map(_case, forms))
        self.quoting.extend(_quoting(forms))
        self._add_break(offset)
        self.line.extend([number] * (len(forms) + 1))

    def _add_break(self, offset: int) -> None:
        tail = self.end[-1] if self.end else offset
        self.first.append(len(self.pieces))
        self.pieces.append(self.break_piece)
        self.start.append(tail)
        self.end.append(tail)
        self.case.append(Case.MARK)
        self.quoting.append(Quoting.OUTSIDE)

    def words(self) -> Words:
        start, end = np.array(self.start, np.int64), np.array(self.end, np.int64)
        case = np.array(self.case, np.int64)
        is_break = start == end
        return Words(
            start=start,
            end=end,
            line=np.array(self.line, np.int64),
            first=np.array([*self.first, len(self.pieces)], np.int64),
            pieces=np.array(self.pieces, np.int64),
            case=case,
            quoting=np.array(self.quoting, np.int64),
            is_break=is_break,
            is_mark=(case == Case.MARK) | is_break,
            ends_sentence=np.isin(end, list(self.sentence_ends)) & ~is_break,
        )


@lru_cache(maxsize=1 << 16)
def _case(form: str) -> int:
    if form.islower():
        return Case.LOWER
    first = form[:1]
    if not form[0].isalnum():
        return Case.MARK
    if first.isdigit():
        return Case.NUMBER
    if form.isupper():
        return Case.UPPER if len(form) > 1 else Case.INITIAL
    if form.istitle():
        return Case.TITLE
    return Case.MIXED if form != form.lower() else Case.LOWER


def _quoting(forms: list[str]) -> list[Quoting]:
    """Follow the double quotation marks of one line; an unclosed one holds to the line's end."""
    found: list[Quoting] = []
    inside = False
    for form in forms:
        if form in _OPENING or form in _CLOSING or form in _EITHER:
            inside = form in _OPENING or (form in _EITHER and not inside)
            found.append(Quoting.MARK)
        elif form in _OPENING_SINGLE or form in _CLOSING_SINGLE:
            found.append(Quoting.SINGLE)
        else:
            found.append(Quoting.INSIDE if inside else Quoting.OUTSIDE)
    return found
