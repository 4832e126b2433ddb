"""Looking words up: the longest entry of a table from a word on, the class of a pronoun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.resolve.parties.entries import (
    Key,
)
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.words import Word

_LONGEST_ENTRY = 5


def pronoun_kind(word: Word) -> str | None:
    """Return the class of a pronoun ("male", "thing", …), None for any other word.

    "US" and "IT" are names where they are written so.
    """
    lex = lexicon()
    return None if word.text in lex.spelt_alike else lex.pronouns.get(word.text.casefold())


def longest_at(
    table: Mapping[Key, Any] | frozenset[Key], words: Sequence[Word], start: int
) -> int | None:
    """Return the index after the longest table key of up to 5 words that begins at ``start``."""
    best: int | None = None
    key: Key = ()
    for end in range(start, min(start + _LONGEST_ENTRY, len(words))):
        if not words[end].key:
            break
        key += words[end].key
        if key in table:
            best = end + 1
    return best


def key_between(words: Sequence[Word], start: int, end: int) -> Key:
    """Return the folded words of ``words[start:end]``."""
    return tuple(key for word in words[start:end] for key in word.key)
