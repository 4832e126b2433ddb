"""Regions named in a row, with the word for them at its end: "Idlib and Homs provinces"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.wording import wording

_WINDOW = 160
"""Code points looked at before the word; a longer row is read from its end."""
_BETWEEN = re.compile(r"(,? and |, )")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}$")


def listed_regions(text: str, gazetteer: Gazetteer) -> dict[tuple[int, int], tuple[Entry, ...]]:
    """Return the regions that names in such a row can mean, by the range of the name."""
    found = {}
    for match in wording().plural_areas.finditer(text):
        kind = wording().singular[match["word"].lower()]
        for start, end in _row(text, match.start()):
            entries = gazetteer.lookup(f"{text[start:end]} {kind}")
            regions = tuple(e for e in entries if e.is_division)
            if regions:
                found[start, end] = regions
    return found


def _row(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of two or more names that end at ``end``, the last one first."""
    begin = max(0, end - _WINDOW)
    pieces = _BETWEEN.split(text[begin:end])
    if len(pieces) < 3 or "and" not in pieces[-2]:
        return
    for number in range(len(pieces) - 1, -1, -2):
        piece = pieces[number]
        name = _NAME.search(piece)
        if name is None:
            return
        yield end - len(piece) + name.start(), end
        if name.start() > 0:
            return  # other words stand before: the row begins here
        end -= len(piece) + (len(pieces[number - 1]) if number else 0)
