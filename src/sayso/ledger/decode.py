"""Rows of tables into model types.

A row has the columns of the select that names the function; see ``selects``.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row as SqlRow

from sayso.model import (
    Act,
    Article,
    ArticleHead,
    Block,
    BlockKind,
    Channel,
    ChannelKind,
    Gist,
    Manner,
    Mark,
    MarkKind,
    Matter,
    Party,
    PartyKind,
    Place,
    Precision,
    Row,
    Run,
    Said,
    SaidBasis,
    Sketch,
    Span,
    Stance,
    Statement,
    When,
)

Record = SqlRow[*tuple[Any, ...]]


def article_of(row: Record) -> Article:
    """Return the article of a row of the article table."""
    return Article(
        id=row.id,
        given_id=row.given_id,
        name=row.name,
        outlet=row.outlet,
        title=row.title,
        byline=row.byline,
        published=row.published,
        url=row.url,
        language=row.language,
        text=row.text,
        blocks=blocks_of(row.blocks),
        raw=zlib.decompress(row.raw),
        raw_sha256=row.raw_sha256,
    )


def blocks_of(stored: Sequence[Sequence[Any]]) -> tuple[Block, ...]:
    """Return the blocks of ``[[kind, start, end], …]``."""
    return tuple(Block(BlockKind(kind), start, end) for kind, start, end in stored)


def head_of(row: Record) -> ArticleHead:
    """Return the head in the columns of ``HEAD``."""
    return ArticleHead(
        row.head_id, row.head_outlet, row.head_title, row.head_published, row.head_url
    )


def party_of(row: Record) -> Party | None:
    """Return the party in a row's party columns, or None where they are null."""
    return None if row.party_id is None else known_party_of(row)


def known_party_of(row: Record) -> Party:
    """Return the party in a row's party columns, with ``party_kind`` from the party table."""
    return Party(
        id=row.party_id,
        name=row.party_name,
        kind=PartyKind(row.party_kind),
        side=row.party_side,
        role=row.party_role,
        acts_for=row.party_acts_for,
    )


def run_of(row: Record) -> Run:
    """Return the run of a row of the run table."""
    return Run(row.id, row.version, row.tagger, row.model_digest, row.settings)


def place_of(row: Record) -> Place:
    """Return the place of a row of the statement_place table."""
    return Place(
        span=Span(row.start, row.stop, row.text),
        name=row.name,
        geonameid=row.geonameid,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        precision=Precision(row.precision),
    )


def when_of(row: Record) -> When:
    """Return the date of a row of the statement_date table."""
    return When(Span(row.start, row.stop, row.text), row.value, row.since, row.until)


def channel_of(row: Record) -> Channel:
    """Return the channel of a row of the statement_channel table."""
    return Channel(Span(row.start, row.stop, row.text), ChannelKind(row.kind))


def spans_of(stored: Sequence[Sequence[Any]]) -> tuple[Span, ...]:
    """Return the spans of ``[[start, stop, text], …]``."""
    return tuple(Span(start, stop, text) for start, stop, text in stored)


def row_of(
    row: Record,
    *,
    places: Sequence[Place],
    dates: Sequence[When],
    channels: Sequence[Channel],
) -> Row:
    """Return the row in the columns of ``ROWS``, with what hangs on its statement."""
    said = (
        None
        if row.said_basis is None
        else Said(row.said_text, row.said_since, row.said_until, SaidBasis(row.said_basis))
    )
    return Row(
        statement=Statement(
            id=row.id,
            article_id=row.head_id,
            manner=Manner(row.manner),
            source=spans_of(row.source),
            cue=spans_of(row.cue),
            content=spans_of(row.content),
            party=party_of(row),
            act=Act(row.act),
            said=said,
            channel=tuple(channels),
            places=tuple(places),
            dates=tuple(dates),
            inside=row.inside_id,
            confidence=row.confidence,
            run=row.run_id,
        ),
        article=head_of(row),
        matter=row.matter_id,
        stance=None if row.stance is None else Stance(row.stance),
    )


def matter_of(row: Record) -> Matter:
    """Return the matter of a row of the matter table."""
    place = (
        None
        if row.place_name is None
        else Place(
            span=Span(row.place_start, row.place_stop, row.place_text),
            name=row.place_name,
            geonameid=row.place_geonameid,
            country=row.place_country,
            lat=row.place_lat,
            lon=row.place_lon,
            precision=Precision(row.place_precision),
        )
    )
    return Matter(row.id, row.title, place, row.since, row.until)


def gist_of(row: Record) -> Gist:
    """Return the gist in the columns of ``GISTS``."""
    detail = row.detail
    return Gist(
        statement_id=row.statement_id,
        article_id=row.article_id,
        matter_id=row.matter_id,
        terms=detail["terms"],
        around=detail["around"],
        context=detail["context"],
        keys=tuple(detail["keys"]),
        places=tuple(detail["places"]),
        start=row.since,
        end=row.until,
        phrase=row.phrase,
    )


# A look-up, since an article is compared with sketches of some hundred marks each.
_MARK_KINDS = {kind.value: kind for kind in MarkKind}


def sketch_of(row: Record) -> Sketch:
    """Return the sketch in the columns of ``SKETCHES``."""
    marks = tuple(Mark(hash_, start, _MARK_KINDS[kind]) for hash_, start, kind in row.signature)
    return Sketch(row.article_id, row.origin_id, tuple(row.bands), marks)
