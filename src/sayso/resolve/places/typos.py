"""Places spelt wrong: a name one letter off that of a place which the same text spells right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.model import Place
from sayso.resolve.places.fold import fold

MIN_LETTERS = 6
"""Shorter names differ by one letter from too many others."""


def corrected(unknown: Iterable[Place], known: Sequence[Place]) -> Iterator[Place]:
    """Yield the ``unknown`` places, those one letter off a known one as that place."""
    keys = {fold(place.span.text): place for place in known}
    for place in unknown:
        key = fold(place.span.text)
        meant = {found.geonameid: found for name, found in keys.items() if is_typo(key, name)}
        if len(meant) == 1:
            (found,) = meant.values()
            yield replace(found, span=place.span)
        else:
            yield place


def is_typo(one: str, other: str) -> bool:
    """Whether two keys differ by one letter added, left out or changed, or by two swapped.

    The first letter is the same: it is hardly ever wrong.
    """
    if one == other or min(len(one), len(other)) < MIN_LETTERS or one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start + 1 : start + 2] + short[start] + short[start + 2 :]
    return short[start + 1 :] == long[start + 1 :] or swapped == long[start:]
