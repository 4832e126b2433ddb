"""Words of a source phrase, with the folded keys by which tables are asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from sayso.language.en.tables import load_table
from sayso.model import Span, name_key

POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
_NATIONALITY = "NORP"
_STUCK = "-–—*•·\"'“‘"
_FOLDED = 1 << 14
"""How many texts are remembered folded: an article's words come again and again."""
PARTICLES = frozenset(load_table("roles")["phrases"]["particles"])


class Word(NamedTuple):
    """One word, hyphens included: its text, its place in the article, and its folded words.

    A named tuple, since every word of an article becomes one and tuples are made fastest.
    """

    text: str
    start: int
    key: tuple[str, ...]
    proper: bool = False
    """Whether the parse takes it for (part of) a proper name."""
    verb: bool = False
    """Whether the parse takes it for a verb."""
    token: int = -1
    """Index of its first token in the parse."""

    @property
    def end(self) -> int:
        """Where the token ends, exclusive."""
        return self.start + len(self.text)

    @property
    def capital(self) -> bool:
        """Whether it is written like (part of) a name."""
        return _is_capital(self.text)

    @property
    def possessive(self) -> bool:
        """Whether it is the ``'s`` of the word before."""
        return self.text in POSSESSIVE_MARKS

    @property
    def letters(self) -> bool:
        """Whether it holds at least one letter."""
        return _has_letters(self.text)


@lru_cache(maxsize=_FOLDED)
def _is_capital(text: str) -> bool:
    return text[0].isupper() or (
        "-" in text and text.split("-", maxsplit=1)[0].casefold() in PARTICLES
    )


@lru_cache(maxsize=_FOLDED)
def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)


def word_of(token: Token) -> Word:
    """Return the word that a token makes."""
    # List marks and opening quotation marks may stick to a token ("-David").
    whole = token.text
    mark = whole in POSSESSIVE_MARKS
    text = whole if mark else whole.lstrip(_STUCK) or whole
    start = token.idx + len(whole) - len(text)
    key = () if mark else fold(text)
    part = token.pos_
    proper = part == "PROPN" or token.ent_type_ == _NATIONALITY
    return Word(text, start, key, proper, part == "VERB", token.i)


@lru_cache(maxsize=_FOLDED)
def fold(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, by which names are compared."""
    return tuple(name_key(text.replace("’", "'")).split())


def words_in(doc: Doc, span: Span) -> tuple[Word, ...]:
    """Return the words of a span; tokens that it cuts through are left out."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="contract")
    if tokens is None:
        return ()
    start = tokens.start
    while start > 1 and _hyphened(doc[start - 1]) and not doc[start - 2].whitespace_:
        start -= 2  # a span that begins with "run" of "state-run"
    return words_of(doc[start : tokens.end])


def _hyphened(token: Token) -> bool:
    return token.text == "-" and not token.whitespace_


def words_of(tokens: Iterable[Token]) -> tuple[Word, ...]:
    """Return the words of tokens, hyphenated ones made one, white space left out."""
    words: list[Word] = []
    hyphened = False
    for token in tokens:
        if token.is_space:
            continue
        word = word_of(token)
        touches = bool(words) and words[-1].end == word.start and bool(words[-1].key)
        if hyphened and touches:
            first = words.pop()
            text = first.text + word.text
            proper = first.proper or word.proper
            word = Word(text, first.start, fold(text), proper, False, first.token)
        hyphened = touches and token.text == "-"
        if hyphened:
            first = words.pop()
            word = first._replace(text=first.text + "-")
        words.append(word)
    return tuple(words)


def text_of(words: Sequence[Word]) -> str:
    """Return the words as they were written, white space made single."""
    pieces: list[str] = []
    end: int | None = None
    for word in words:
        if end is not None and word.start > end:
            pieces.append(" ")
        pieces.append(word.text)
        end = word.end
    return "".join(pieces)


def keys_of(words: Iterable[Word]) -> tuple[str, ...]:
    """Return the folded words of several words, in order."""
    return tuple(key for word in words for key in word.key)
