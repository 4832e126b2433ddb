"""What resolving adds to spans: dates, places and channels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.span import Span
from sayso.model.words import ChannelKind, Precision, SaidBasis


@dataclass(frozen=True, slots=True)
class When:
    """A closed interval of days, with the TIMEX3 value it came from; either end may be open."""

    span: Span
    value: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """When a statement was made: a closed interval of days and where that was read from.

    ``text`` is None when the date is the article's own.
    """

    text: str | None
    start: date | None
    end: date | None
    basis: SaidBasis


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry as one mention names it; degrees WGS 84; ``country`` ISO alpha-3.

    ``geonameid`` is None where GeoNames has no entry.
    """

    span: Span
    name: str
    geonameid: int | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Channel:
    """What a statement passed through, outermost first where channels nest."""

    span: Span
    kind: ChannelKind
