"""From the source spans of an attribution to one reading: appositions and coordinations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import coordinates, is_word, segments, trimmed, without_brackets
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.words import Word, fold, text_of

_RELATIVE = frozenset({"who", "whom", "which", "whose", "where", "speaking", "aged"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_MOST_PARTS = 12
_MOST_WORDS = 80


def read_source(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return what a source phrase says, or None when it names nobody.

    A name and a description beside it ("Ivo Marr, a spokesman for the Front") make one reading;
    several speakers ("Iran and Oman") make a group.
    """
    parts = segments(without_brackets(trimmed(words[:_MOST_WORDS])))[:_MOST_PARTS]
    if not parts:
        return None
    several = _coordination(parts, sides)
    if several is not None:
        return several
    if len(parts[0]) > 1 and is_word(parts[0][-1], _REFLEXIVE):
        parts[0] = parts[0][:-1]
    first = read_phrase(parts[0], sides)
    if first is None:
        return None
    for part in parts[1:]:
        if is_word(part[0], _RELATIVE):
            break
        other = read_phrase(part, sides)
        if other is not None:
            first = _joined(first, other)
    return first


def _joined(first: Reading, other: Reading) -> Reading:
    """Return a name with what the apposition says of it, or a post with its holder's name."""
    described = other.role is not None and other.kind in (PartyKind.OFFICE, PartyKind.GROUP)
    if described and first.kind in (None, PartyKind.PERSON) and first.role is None:
        return replace(
            first,
            kind=PartyKind.PERSON,
            role=other.role,
            office=other.office or first.office,
            country=other.country or first.country,
            gender=other.gender or first.gender,
            opposed=other.opposed,
            past=other.past,
            basis=f"{first.basis}, {other.basis}",
        )
    unnamed = first.kind is PartyKind.ORGANISATION or (
        first.kind is None and first.gender is None and first.office is None
    )
    if unnamed and _describes_company(other):
        # "Sunna Marine, the Norwegian company": the name is whole without the adjective.
        return replace(
            first,
            kind=PartyKind.ORGANISATION,
            country=first.country or other.country,
            opposed=first.opposed or other.opposed,
            fixed=first.fixed or first.country is None,
            basis=f"{first.basis}, {other.basis}",
        )
    holder = first.kind is PartyKind.GROUP and first.role is None and not first.plural
    company = _describes_company(first)
    if (holder or company) and first.definite and other.kind in (None, PartyKind.PERSON):
        # "The skipper of the boat, Ivo Marr", "the Norwegian company, Sunna Marine".
        return replace(
            other,
            kind=PartyKind.ORGANISATION if company else other.kind,
            country=other.country or first.country,
            opposed=first.opposed or other.opposed,
            definite=False,
            fixed=True,
            basis=f"{other.basis}, {first.basis}",
        )
    post = first.kind in (PartyKind.OFFICE, PartyKind.GROUP) and first.role and not first.plural
    if post and other.kind in (None, PartyKind.PERSON) and other.name:
        return replace(
            first,
            name=other.name,
            kind=PartyKind.PERSON,
            gender=first.gender or other.gender,
            definite=False,
            basis=f"{other.basis}, {first.basis}",
        )
    return first


def _describes_company(reading: Reading) -> bool:
    """Whether a phrase tells what a body is ("the Norwegian company"), not where somebody works."""
    head = fold(reading.name)[-1:]
    return (
        reading.kind is PartyKind.ORGANISATION
        and reading.name.split()[-1].islower()
        and head not in lexicon().state
    )


def _coordination(parts: Sequence[Sequence[Word]], sides: SideTable) -> Reading | None:
    pieces = [piece for part in parts for piece in coordinates(part, sides)]
    if len(pieces) == len(parts) or not all(pieces):
        return None
    readings = [read_phrase(piece, sides) for piece in pieces]
    if not all(
        r is not None and _stands_alone(r, piece) for r, piece in zip(readings, pieces, strict=True)
    ):
        return None
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
