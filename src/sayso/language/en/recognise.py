"""Whether a text is English at all: rows from another language would be few and wrong."""

from __future__ import annotations

import re
from itertools import islice

from sayso.language.en.tables import load_table

_WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 2000
"""Words from the beginning that are counted."""


def is_english(text: str) -> bool:
    """Return whether a text reads like English; one too short to tell counts as English."""
    known = load_table("common")
    words = [match[0].lower() for match in islice(_WORD.finditer(text), LOOKED_AT)]
    if len(words) < known["fewest"]:
        return True
    common = frozenset(known["words"])
    return sum(word in common for word in words) >= float(known["share"]) * len(words)
