"""Counts of what the table of figures does not name: "90 crates of rifles", "58 per cent".

Anything may be counted twice without two accounts being at odds: such counts are only compared
where one of them stresses that there were no more ("and not one more").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.language.en.plain import compile_patterns, plain
from sayso.language.en.tables import load_table
from sayso.weigh.figures import Figure, counts_nobody, is_part
from sayso.weigh.numbers import bounded, is_year, multiplied, tokens_of, value_of, words

_THING = "~"
_REACH = 4
_BEFORE = 4
_MANY = 1000
"""Thousands and years have no multiple."""
_SHORTEST = 4


def is_thing(kind: str) -> bool:
    """Whether a kind of figure is one of ``things_in``."""
    return kind.startswith(_THING)


@lru_cache(maxsize=20_000)
def things_in(content: str) -> tuple[Figure, ...]:
    """Return the counts of nouns that the table of figures does not know, in text order."""
    marked = tokens_of(content)
    found: list[Figure] = []
    past = 0
    for i, token in enumerate(marked):
        value = value_of(token)
        if value is None or i < past or is_year(marked, i):
            continue
        value, past = (value, i + 1) if value[0] >= _MANY else multiplied(marked, i, value)
        noun = _noun(marked, i, past)
        if noun is not None:
            low, high = bounded(value, marked[max(0, i - _BEFORE) : i])
            part = is_part(marked, (i, past), None)
            found.append(Figure(_THING + noun, None, low, high, part=part))
    return tuple(found)


@lru_cache(maxsize=20_000)
def stresses(content: str) -> bool:
    """Whether a content stresses its count: "no more than six", "90 and not one more"."""
    return bool(_stressing().search(plain(content)))


@cache
def _stressing() -> re.Pattern[str]:
    return compile_patterns(load_table("figures")["stress"]["patterns"], {})


def _noun(marked: Sequence[str], i: int, end: int) -> str | None:
    """Return the plural that a number counts; None for units, dates, and what is known better."""
    after = marked[end : end + _REACH]
    if after[:1] == ["%"] or after[:2] == ["per", "cent"] or after[:1] in (["percent"], ["pct"]):
        return "percent"
    if counts_nobody(marked, i, end):
        return None
    phrase: list[str] = []
    for token in after:
        if token == "," or token in words().lists["stops"] or value_of(token) is not None:
            break
        if words().kinds.get(token) or token in words().lists["units"]:
            return None
        phrase.append(token)
    plurals = [t for t in phrase if len(t) >= _SHORTEST and t.endswith("s") and t[-2] != "s"]
    return plurals[-1] if plurals and plurals[-1] not in words().counted else None
