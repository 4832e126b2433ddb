"""Several speakers in one source: "Iran and Oman", "diplomats and a Gulf official"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import (
    complement,
    coordinates,
    is_word,
    undetermined,
)
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable, country_at
from sayso.resolve.parties.words import Word, fold, keys_of, text_of


def coordination(parts: Sequence[Sequence[Word]], sides: SideTable) -> Reading | None:
    """Return several speakers as a group, None where the parts are one speaker."""
    pieces = [piece for part in parts for piece in coordinates(part, sides)]
    if len(pieces) == len(parts) or not all(pieces):
        return None
    readings = [read_phrase(piece, sides) for piece in pieces]
    if len(parts) == 1 and all(
        r is not None and _is_unnamed(r, piece) for r, piece in zip(readings, pieces, strict=True)
    ):
        return _crowd(parts[0], pieces[-1], [r for r in readings if r is not None], sides)
    if not all(
        r is not None and _stands_alone(r, piece) for r, piece in zip(readings, pieces, strict=True)
    ):
        return None
    first = readings[0]
    if first is not None and first.kind is PartyKind.PERSON and len(parts) == 1:
        parts = [_from_name(parts[0], pieces[0], first)]
    countries = {r.country for r in readings if r is not None}
    name = text_of([word for part in parts for word in part]) if len(parts) == 1 else None
    joined = name or ", ".join(text_of(part) for part in parts)
    return Reading(
        joined,
        PartyKind.GROUP,
        country=countries.pop() if len(countries) == 1 else None,
        plural=True,
        opposed=any(r is not None and r.opposed for r in readings),
        fixed=True,
    )


def _is_unnamed(reading: Reading, piece: Sequence[Word]) -> bool:
    """Whether a part is somebody unnamed by itself: "two diplomats", "a doctor at the hospital"."""
    plain = reading.kind is PartyKind.GROUP and reading.owner is None
    return plain and (reading.plural or is_word(piece[0], lexicon().determiners))


def _crowd(
    words: Sequence[Word], last: Sequence[Word], readings: Sequence[Reading], sides: SideTable
) -> Reading | None:
    """Return "diplomats and a Gulf official"; None where the parts are of one kind of people."""
    roles = {reading.role for reading in readings}
    countries = {reading.country for reading in readings}
    if len(roles) == 1 and not is_word(last[0], lexicon().determiners):
        return None
    named, _ = undetermined(words[: len(words) - len(last)])
    name = text_of([*named, *complement(last)])
    proper = named[0].proper or country_at(sides, named, 0) is not None
    if not proper and not is_word(named[0], lexicon().directional):
        name = name[:1].lower() + name[1:]
    return Reading(
        name,
        PartyKind.GROUP,
        country=countries.pop() if len(countries) == 1 else None,
        plural=True,
        opposed=any(reading.opposed for reading in readings),
        fixed=True,
    )


def _from_name(words: Sequence[Word], piece: Sequence[Word], reading: Reading) -> Sequence[Word]:
    """Return the words without the title before the first name."""
    count = len(fold(reading.name))
    tail = [i for i in range(len(piece)) if keys_of(piece[i:]) == fold(reading.name)]
    return words[tail[0] :] if tail and count else words


def _stands_alone(reading: Reading, piece: Sequence[Word]) -> bool:
    if reading.kind in (PartyKind.GOVERNMENT, PartyKind.PERSON):
        return True
    if reading.kind is None:
        return piece[-1].proper
    if reading.kind is PartyKind.GROUP:
        return reading.plural
    return reading.kind is PartyKind.ORGANISATION and (
        piece[0].text.casefold() == "the" or reading.fixed
    )
