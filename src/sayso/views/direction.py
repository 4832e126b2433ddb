"""Which way a text runs."""

from __future__ import annotations

import re
import unicodedata

# Hebrew, Arabic and their neighbours: without one of these no letter needs to be looked at.
_MAY_RUN_BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001efff]")


def runs_backwards(text: str) -> bool:
    """Whether most letters of a text run from right to left.

    The first one alone does not tell: an English sentence may begin with a word quoted in Arabic.
    It does where there are as many of either way.
    """
    if not _MAY_RUN_BACKWARDS.search(text):
        return False
    kinds = (unicodedata.bidirectional(char) for char in text)
    ways = [kind != "L" for kind in kinds if kind in ("L", "R", "AL")]
    return sum(ways) * 2 > len(ways) or (sum(ways) * 2 == len(ways) and any(ways[:1]))


def direction(text: str) -> str:
    """Return the direction of a text as HTML names it: "ltr" or "rtl"."""
    return "rtl" if runs_backwards(text) else "ltr"
