"""Words of a text, folded so that both stores find the same ones.

The stores' own tokenizers disagree on accents, hyphens, numbers and web addresses. So texts and
queries are cut and folded here, and the stores are only given words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from sayso.model import Block, BlockKind, Span, span_of

LONGEST_WORD = 64
"""Code points of a word that count; PostgreSQL indexes at most 2,046 bytes of one."""
INDEX_BYTES = 1_000_000
"""Room for the words of one article: PostgreSQL holds 1 MiB of them with their places."""
MOST_TERMS = 64
"""Terms of a query that count."""
PASSAGE = 320
"""Code points of a passage at most."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n+")
_QUOTES = re.compile(r"[\"“”„«»]")

Query = tuple[tuple[str, ...], ...]
"""Terms that must all occur; a term of several words is a phrase."""


class _Folding(dict[int, str]):
    """What each code point counts as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        folded = "".join(map(_kept, unicodedata.normalize("NFKD", plain)))
        self[code] = folded
        return folded


def _kept(char: str) -> str:
    category = unicodedata.category(char)
    # Accents and invisible marks belong to the word but do not tell words apart.
    if category in {"Mn", "Me", "Cf"}:
        return ""
    return char if category[0] in "LN" or category == "Mc" else " "


_FOLDING = _Folding()


def words_of(text: str) -> list[str]:
    """Return the words of a text in order: no case, accents, marks or punctuation."""
    return [word[:LONGEST_WORD] for word in text.translate(_FOLDING).split()]


def key_of(text: str) -> str:
    """Return a text folded for comparison: its words, parted by single spaces."""
    return " ".join(words_of(text))


def plain(text: str) -> str:
    """Return a user's text as a store can compare it: no NUL, no half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")


def within_index(words: Sequence[str], *, room: int = INDEX_BYTES) -> Sequence[str]:
    """Return as many words from the first on as an index has room for."""
    seen: set[str] = set()
    for place, word in enumerate(words):
        room -= 2
        if word not in seen:
            seen.add(word)
            room -= len(word.encode("utf-8")) + 8
        if room < 0:
            return words[:place]
    return words


def parse_query(text: str) -> Query:
    """Return what a query asks for: its words, and its phrases in double quotes.

    Any string is a query; one without words asks for nothing. A quote that is never closed counts
    for nothing.
    """
    parts = _QUOTES.split(text)
    terms: list[tuple[str, ...]] = []
    for number, part in enumerate(parts):
        words = words_of(part)
        quoted = number % 2 == 1 and number < len(parts) - 1
        if quoted and words:
            terms.append(tuple(words[:MOST_TERMS]))
        elif not quoted:
            terms.extend((word,) for word in words)
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def matches(query: Query, text: str) -> int:
    """Return how many of the query's terms occur in a text."""
    padded = f" {key_of(text)} "
    return sum(f" {' '.join(term)} " in padded for term in query)


def best_passage(text: str, blocks: Sequence[Block], query: Query) -> Span:
    """Return the passage that holds most of the query's terms: story before headline, then first.

    Passages are sentences, cut where they are long. The span of an empty text is empty.
    """
    best, most = Span(0, 0, ""), (-1, False)
    for block in blocks or (Block(BlockKind.BODY, 0, len(text)),):
        for start, end in _pieces(text, block):
            score = (matches(query, text[start:end]), block.kind is not BlockKind.TITLE)
            if score > most and text[start:end].strip():
                best, most = span_of(text, start, end), score
    return best


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        yield from _cut(text, start, match.end())
        start = match.end()
    yield from _cut(text, start, block.end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > PASSAGE:
        space = text.rfind(" ", start + 1, start + PASSAGE)
        cut = space if space > 0 else start + PASSAGE
        yield start, cut
        start = cut
    if start < end:
        yield start, end
