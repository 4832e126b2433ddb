"""What a content is about beyond the deeds of the table: the stems of its telling words.

No table knows every deed. Words that several parties use when they accuse, deny, admit or evade
are what a matter turns on, whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

import snowballstemmer
from wordfreq import zipf_frequency

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.weigh.deeds import Deed

_COMMON = 5.6
"""Words that are more frequent than this (Zipf) tell little: "people", "state", "made"."""
_SHORTEST = 3
_NAME = re.compile(r"(?<=[^\s.!?:;] )[\"'“‘(]?([A-Z][^\W\d_]+)")


def topics_in(content: str, words: Collection[str]) -> tuple[Deed, ...]:
    """Return the telling words of a content in text order, each as ``~`` and its stem.

    ``words`` are those of its plain text. Names are left out: they say who and where, not what.
    """
    names = {word for found in _NAME.findall(content) for word in plain(found).split()}
    return tuple(_found(words, names))


def _found(words: Collection[str], names: Collection[str]) -> Iterator[Deed]:
    for at, word in enumerate(words):
        if word not in names and _tells(word):
            yield Deed(f"~{_stem(word)}", at)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    # A stemmer of its own each time: one holds the word that it works on, and pages are made in
    # several threads.
    return str(snowballstemmer.stemmer("english").stemWord(word))


@lru_cache(maxsize=20_000)
def _tells(word: str) -> bool:
    if len(word) < _SHORTEST or not word.isalpha() or word in _light():
        return False
    return float(zipf_frequency(word, "en")) < _COMMON


@cache
def _light() -> frozenset[str]:
    """Words that point, count or date."""
    pointing, figures = load_table("weighing")["pointing"], load_table("figures")
    counts = (*figures["numbers"], *figures["multipliers"], *figures["not_counts"]["units"])
    return frozenset((*pointing["light"], *pointing["claims"], *pointing["days"], *counts))
