"""What linking keeps of statements and articles so that new ones need not re-read old ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Gist:
    """A statement as linking sees it.

    ``terms`` maps word stems of the content to weights above zero; ``around`` those of the
    sentences about it and ``context`` those of its whole article, each scaled to unit length.
    ``keys`` are those by which later statements look for this one; ``places`` are keys of the
    places that its article is mostly about. ``start`` and ``end`` close the interval of days of
    what is said to have happened. ``phrase`` is the content put as a title for a matter, or None
    where it does not read as one. ``matter_id`` is the matter it was linked to, or None.
    """

    statement_id: str
    article_id: str
    matter_id: str | None
    terms: Mapping[str, float]
    around: Mapping[str, float]
    context: Mapping[str, float]
    keys: tuple[str, ...]
    places: tuple[str, ...]
    start: date | None
    end: date | None
    phrase: str | None


class MarkKind(IntEnum):
    """What is marked: a sequence of an article's own words, or of a quotation's; a name."""

    TOLD = 0
    QUOTED = 1
    NAME = 2


class Mark(NamedTuple):
    """A sequence of words, or a name or number: its hash and the code point where it starts."""

    hash: int
    start: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of an article's text to find copies and passages taken over (Broder 1997).

    ``bands`` are the keys under which copies are looked up, ``signature`` the marks compared, in
    the order of the text; ``origin_id`` is the id of the first published of its origin, its own
    for an original.
    """

    article_id: str
    origin_id: str
    bands: tuple[str, ...]
    signature: tuple[Mark, ...]
