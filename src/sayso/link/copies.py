"""Sketches of articles: what is kept of a text so that copies, and passages taken over, are found.

A sketch holds a fixed fraction of the hashes of a text's word sequences: those below a threshold
(Broder 1997, "mod m" sketches). Two texts that share a sequence thus keep it both or neither, so
that sketches tell what share of a short text stands in a long one, and where, which MinHash over
whole texts cannot. A smaller fraction of the same hashes are the keys under which the ledger files
the article: a new one is compared with those that share a key, never with all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from heapq import nsmallest
from operator import attrgetter, itemgetter

import numpy as np
from numpy.typing import NDArray

from sayso.model import Article, BlockKind, Mark, MarkKind, Sketch

SEQUENCE = 5
"""Words in a sequence: independent reports of one event share few of this length."""
FEWEST_WORDS = 20
"""Shorter texts share sequences by chance: only equal ones are copies."""

HASH_BITS = 40
ONE_IN_TWO = 2**HASH_BITS // 2
"""Sequences with a hash below are kept, one in two: a sentence of 25 words keeps about ten."""
_ONE_IN_EIGHT = 2**HASH_BITS // 8
_FEWEST_MARKS, MOST_MARKS = 64, 2000
_FEWEST_BANDS, _MOST_BANDS = 12, 200
MOST_NAMES = 250
"""Short texts keep more than their fraction, and books less: the cost of one text is bounded."""

# Writing without spaces is cut into characters, so that an edit does not change a whole clause.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]['’”\")\]]?\s+|\n)[“„«\"'‘(\[]?$")
_QUOTATION = re.compile(r"[“„«\"][^“”„«»\"]*(?:[”“»\"]|$)")

Hashes = NDArray[np.uint64]
_FACTOR = np.uint64(0x9E3779B97F4A7C15)

Word = tuple[int, int, bool]
"""A word: the hash of it without case, where it starts, and whether it is a name or a number."""


def sketch_of(article: Article) -> Sketch:
    """Return an article's sketch, as an original: its headline and credits do not count.

    Quotations are marked apart: whoever was at the press conference wrote down the same words, so
    they don't tell a copy. A text that is hardly more than quotations counts as it is.
    """
    told, quoted = _words(article)
    if len(told) < FEWEST_WORDS:
        told, quoted = sorted((*told, *quoted), key=itemgetter(1)), []
    marks = _marks(told, MarkKind.TOLD, least=_FEWEST_MARKS)
    keys = [mark.hash for mark in marks]
    rare = sum(key < _ONE_IN_EIGHT for key in keys)
    bands = tuple(f"{key:010x}" for key in keys[: max(_FEWEST_BANDS, min(rare, _MOST_BANDS))])
    marks += [*_marks(quoted, MarkKind.QUOTED, least=0), *_names(told)]
    signature = tuple(sorted(marks, key=attrgetter("start")))
    return Sketch(article.id, article.id, bands, signature)


def _words(article: Article) -> tuple[list[Word], list[Word]]:
    """Return the words of the body that are the article's own, and those in quotation marks."""
    told: list[Word] = []
    quoted: list[Word] = []
    hashes: dict[str, int] = {}
    blocks = [b for b in article.blocks if b.kind is BlockKind.BODY] or article.blocks
    for block in blocks:
        end = block.start
        for quotation in _QUOTATION.finditer(article.text, block.start, block.end):
            told.extend(_cut(article.text, end, quotation.start(), hashes))
            end = quotation.end()
            quoted.extend(_cut(article.text, quotation.start(), end, hashes))
        told.extend(_cut(article.text, end, block.end, hashes))
    return told, quoted


def _cut(text: str, start: int, end: int, hashes: dict[str, int]) -> Iterator[Word]:
    loud = False
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        was_loud, loud = loud, len(word) > 1 and word.isupper()
        if (key := hashes.get(word)) is None:
            spelt = word.casefold().encode("utf-8", "surrogatepass")
            key = hashes[word] = int.from_bytes(blake2b(spelt, digest_size=HASH_BITS // 8).digest())
        at = match.start()
        # Two words in capitals are text in capitals, which tells nothing of names.
        named = word[0].isupper() and not (loud and was_loud)
        named = named and not _SENTENCE_START.search(text, max(0, at - 6), at)
        yield key, at, named or not word.isalpha()


def _names(words: Sequence[Word]) -> list[Mark]:
    first = {key: at for key, at, named in reversed(words) if named}
    return [Mark(key, first[key], MarkKind.NAME) for key in nsmallest(MOST_NAMES, first)]


def _marks(words: Sequence[Word], kind: MarkKind, *, least: int) -> list[Mark]:
    """Return the marks that are kept, by hash: each sequence where it is first.

    A very short text is one sequence.
    """
    if not words:
        return []
    width = SEQUENCE if len(words) >= FEWEST_WORDS else len(words)
    hashes = np.array([key for key, _, _ in words], dtype=np.uint64)
    keys, first = np.unique(_sequences(hashes, width), return_index=True)
    below = int(np.searchsorted(keys, ONE_IN_TWO))
    kept = slice(min(max(below, least), MOST_MARKS))
    return [
        Mark(int(key), words[i][1], kind) for key, i in zip(keys[kept], first[kept], strict=True)
    ]


def _sequences(words: Hashes, width: int) -> Hashes:
    """Return the hash of each ``width`` words in a row: a polynomial modulo 2**64, mixed."""
    count = len(words) - width + 1
    found = np.zeros(count, dtype=np.uint64)
    for i in range(width):
        found = found * _FACTOR + words[i : i + count]
    # The last steps of SplitMix64 (Steele, Lea, Flood 2014): all bits count in those that stay.
    found = (found ^ (found >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (found ^ (found >> np.uint64(31))) >> np.uint64(64 - HASH_BITS)
