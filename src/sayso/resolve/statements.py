"""All of resolving in one call: attributions of one article to statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Place, Span, Statement, When, statement_id
from sayso.resolve.acts import classify_act
from sayso.resolve.channels import find_channels
from sayso.resolve.dates import find_dates
from sayso.resolve.parties import SideTable, find_parties
from sayso.resolve.places import Gazetteer, find_places
from sayso.resolve.said import said_when

Located = TypeVar("Located", Place, When)


@dataclass(frozen=True, slots=True)
class Resources:
    """What resolving looks things up in: the gazetteer and the table of sides."""

    gazetteer: Gazetteer
    sides: SideTable


def resolve(
    parsed: ParsedText,
    attributions: Sequence[Attribution],
    resources: Resources,
    *,
    article_id: str,
    published: date | None,
    run: str,
) -> tuple[Statement, ...]:
    """Return one statement for each attribution, in the same order.

    A statement's places and dates are those in its content; where the content names none, and
    only then, those of its own sentence are left out all the same: they belong to the saying.
    """
    if not attributions:
        return ()
    dates = find_dates(parsed.text, published=published, blocks=parsed.blocks)
    places = find_places(parsed, resources.gazetteer)
    parties = find_parties(parsed, attributions, resources.sides)
    channels = find_channels(parsed, attributions)
    ids = [statement_id(article_id, attribution) for attribution in attributions]
    return tuple(
        Statement(
            id=ids[i],
            article_id=article_id,
            manner=attribution.manner,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            party=parties[i],
            act=classify_act(parsed, attribution),
            said=said_when(parsed, attribution, dates, published=published),
            channel=channels[i],
            places=_within(places, attribution.content),
            dates=_within(dates, attribution.content),
            inside=None if attribution.inside is None else ids[attribution.inside],
            confidence=attribution.confidence,
            run=run,
        )
        for i, attribution in enumerate(attributions)
    )


def _within(found: Sequence[Located], content: Sequence[Span]) -> tuple[Located, ...]:
    return tuple(f for f in found if any(span.contains(f.span) for span in content))
