"""The selects that several queries share; the functions of ``decode`` read their columns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from sayso.ledger.schema import account, article, gist, party, sketch, statement

HEAD = (
    article.c.id.label("head_id"),
    article.c.outlet.label("head_outlet"),
    article.c.title.label("head_title"),
    article.c.published.label("head_published"),
    article.c.url.label("head_url"),
)

_outer = statement.alias("outer_statement")

ROWS: Select[Any] = (
    select(
        *(c for c in statement.c if c.name not in {"article", "inside"}),
        party.c.kind.label("party_kind"),
        _outer.c.id.label("inside_id"),
        account.c.matter_id,
        account.c.stance,
        *HEAD,
    )
    .select_from(statement)
    .join(article, article.c.number == statement.c.article)
    .outerjoin(party, party.c.id == statement.c.party_id)
    .outerjoin(_outer, _outer.c.number == statement.c.inside)
    .outerjoin(account, account.c.statement == statement.c.number)
)

IN_TEXT_ORDER = (
    article.c.published.asc().nulls_first(),
    article.c.id,
    statement.c.start,
    statement.c.number,
)
"""By article date, article and place in the text; articles without a date come first."""

SAID: ColumnElement[Any] = func.coalesce(
    statement.c.said_until, statement.c.said_since, article.c.published
)
"""The day by which a statement was made."""

IN_SAYING_ORDER = (
    SAID.asc().nulls_last(),
    article.c.published.asc().nulls_last(),
    article.c.id,
    statement.c.start,
    statement.c.number,
)
"""By date of saying, then article date, then place in the text; what has no date comes last."""

LATEST_FIRST = (
    SAID.desc().nulls_last(),
    article.c.published.desc().nulls_last(),
    article.c.id.desc(),
    statement.c.start.desc(),
    statement.c.number.desc(),
)
"""By date of saying, article date and place in the text, all backwards; undated ones come last."""

GISTS: Select[Any] = (
    select(
        statement.c.id.label("statement_id"),
        article.c.id.label("article_id"),
        *gist.c,
    )
    .select_from(gist)
    .join(statement, statement.c.number == gist.c.statement)
    .join(article, article.c.number == statement.c.article)
)

_origin = article.alias("origin_article")

SKETCHES: Select[Any] = (
    select(
        article.c.id.label("article_id"),
        _origin.c.id.label("origin_id"),
        sketch.c.article,
        sketch.c.bands,
        sketch.c.signature,
    )
    .select_from(sketch)
    .join(article, article.c.number == sketch.c.article)
    .join(_origin, _origin.c.number == sketch.c.origin)
)
