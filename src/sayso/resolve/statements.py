"""All of resolving in one call: attributions of one article to statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sayso.language.parsed import ParsedText
from sayso.model import Act, Attribution, Manner, Place, Span, Statement, When, statement_id
from sayso.resolve.acts import classify_act
from sayso.resolve.carried import carry_days
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

    A statement's places and dates are those in its content alone: what its sentence names outside
    belongs to the saying.
    """
    if not attributions:
        return ()
    dates = find_dates(parsed.text, published=published, blocks=parsed.blocks)
    places = find_places(parsed, resources.gazetteer)
    parties = find_parties(parsed, attributions, resources.sides)
    channels = find_channels(parsed, attributions)
    saids = carry_days(
        parsed,
        attributions,
        parties,
        [said_when(parsed, a, dates, published=published) for a in attributions],
    )
    acts = _outer_acts(attributions, [classify_act(parsed, a) for a in attributions])
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
            act=acts[i],
            said=saids[i],
            channel=channels[i],
            places=_within(places, attribution.content),
            dates=_within(dates, attribution.content),
            inside=None if attribution.inside is None else ids[attribution.inside],
            confidence=attribution.confidence,
            run=run,
        )
        for i, attribution in enumerate(attributions)
    )


_MINDS = frozenset({Act.DOUBT, Act.BELIEVE, Act.WANT})


def _outer_acts(attributions: Sequence[Attribution], acts: Sequence[Act]) -> list[Act]:
    """Return the acts, "said that he doubted it" asserting: the doubt is the statement inside."""
    minds = {
        (a.inside, acts[i])
        for i, a in enumerate(attributions)
        if a.inside is not None and a.manner is Manner.ATTITUDE and acts[i] in _MINDS
    }
    return [
        Act.ASSERT if (i, act) in minds and attributions[i].manner is not Manner.DIRECT else act
        for i, act in enumerate(acts)
    ]


def _within(found: Sequence[Located], content: Sequence[Span]) -> tuple[Located, ...]:
    """Return those of ``found``, which are in text order, that lie in a piece of the content."""
    starts = [f.span.start for f in found]
    return tuple(
        f
        for span in content
        for f in found[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if span.contains(f.span)
    )
