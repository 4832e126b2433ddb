"""Sketches of articles, found by the bands that they share, and the origins they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from sayso.ledger import decode, encode
from sayso.ledger.links import mark_changed
from sayso.ledger.lookup import chunks, numbers_of, oldest_in_bands
from sayso.ledger.schema import account, article, band, sketch, statement
from sayso.ledger.selects import SKETCHES
from sayso.ledger.upsert import insert_or_replace
from sayso.model import Sketch

MOST_SKETCHES = 100


def sketches(connection: Connection, bands: Sequence[str]) -> tuple[Sketch, ...]:
    """Return the sketches that share most bands, the oldest first among equals."""
    shared = oldest_in_bands(connection, bands, per_band=MOST_SKETCHES)
    numbers = sorted(shared, key=lambda number: (-shared[number], number))[:MOST_SKETCHES]
    found = connection.execute(SKETCHES.where(sketch.c.article.in_(numbers)))
    by_number = {row.article: decode.sketch_of(row) for row in found}
    return tuple(by_number[number] for number in numbers)


def sketches_of(connection: Connection, article_ids: Iterable[str]) -> tuple[Sketch, ...]:
    """Return the sketches of these articles, the oldest first."""
    found = {
        row.article: decode.sketch_of(row)
        for chunk in chunks(dict.fromkeys(article_ids))
        for row in connection.execute(SKETCHES.where(article.c.id.in_(chunk)))
    }
    return tuple(found[number] for number in sorted(found))


def save_sketch(connection: Connection, saved: Sketch) -> None:
    """Store an article's sketch in place of an older one."""
    numbers = numbers_of(connection, "article", [saved.article_id, saved.origin_id])
    number = numbers[saved.article_id]
    row = {
        "article": number,
        "origin": numbers[saved.origin_id],
        "bands": list(saved.bands),
        "signature": list(saved.signature),
    }
    bands = [{"key": key, "article": number} for key in dict.fromkeys(saved.bands)]
    encode.check_storable(bands, f"The sketch of article {saved.article_id}")
    connection.execute(delete(band).where(band.c.article == number))
    insert_or_replace(connection, sketch, [row], only=("origin", "bands", "signature"))
    if bands:
        connection.execute(insert(band), bands)


def join_origins(connection: Connection, origin_ids: Iterable[str]) -> tuple[str, ...]:
    """Make several origins one; return the matters told of by articles that changed theirs.

    The first published stands for all, so that the order in which they come in does not matter.
    """
    numbers = list(numbers_of(connection, "article", origin_ids).values())
    by_date = select(article.c.number).where(article.c.number.in_(numbers))
    by_date = by_date.order_by(article.c.published.asc().nulls_last(), article.c.id)
    first, *others = connection.scalars(by_date)
    moved = sketch.c.origin.in_(others)
    told = (
        select(account.c.matter_id)
        .join(statement, statement.c.number == account.c.statement)
        .join(sketch, sketch.c.article == statement.c.article)
        .where(moved)
        .distinct()
    )
    matters = tuple(sorted(connection.scalars(told)))
    connection.execute(update(sketch).where(moved).values(origin=first))
    mark_changed(connection, matters)
    return matters
