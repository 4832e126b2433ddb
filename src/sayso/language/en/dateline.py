"""Datelines: the place, day and agency before a dispatch's first sentence ("ORLITSA, May 5 —").

A dateline belongs to no sentence. Read as part of one it becomes the subject of whatever follows.
"""

from __future__ import annotations

import re

LONGEST = 90
"""Datelines are short; what is longer is a sentence with a dash in it."""

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_PLACE = rf"{_CAPITAL}(?:{_CAPITAL}|[.'’ /-]){{2,40}}"
_WORDS = rf"(?:\s(?:of\s)?(?:the\s)?{_CAPITAL}[^\W\d_]+){{0,2}}"
_MORE = rf"(?:,\s(?:(?:{_CAPITAL}\.){{2}}|[^\W\d_]\w*\.?{_WORDS})){{0,2}}"
_DAY = (
    r"(?:,?\s(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?:\s\d{1,2}\b)?"
    r"(?:,?\s\d{4}\b)?)?"
)
_AGENCY = r"(?:\s?\([^()\n]{2,40}\))?"
_DASH = r"\s?(?:[–—]|--?(?=\s)|(?<=\)):)\s?"
_CITY = re.compile(rf"{_PLACE}{_MORE}{_DAY}{_AGENCY}{_DASH}")
_CITY_STOP = re.compile(rf"{_PLACE}{_MORE},\s\d{{1,2}}\s[A-Z][a-z]{{2,8}}\.\s")
_AGENCY_ALONE = re.compile(r"\([A-Z][\w .&-]{1,30}\)(?:\s?[–—-])?\s")


def dateline_end(text: str, start: int) -> int:
    """Return where the dateline that begins at ``start`` ends, ``start`` itself if none does."""
    head = text[start : start + LONGEST]
    for pattern in (_CITY, _CITY_STOP, _AGENCY_ALONE):
        match = pattern.match(head)
        if match:
            return start + match.end()
    return start
