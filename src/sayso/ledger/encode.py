"""Model types into rows of tables."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.errors import LedgerError
from sayso.ledger.words import key_of
from sayso.model import Article, Gist, Matter, Party, Place, Run, Span, Statement, name_key

Values = dict[str, Any]


def check_storable(rows: Iterable[Mapping[str, Any]], what: str) -> None:
    """Raise LedgerError for a string that a store can't hold; ``what`` names whose it is."""
    for row in rows:
        for column, value in row.items():
            if isinstance(value, str) and not value.isascii() and not _encodable(value):
                raise _unstorable(what, column, "half of a surrogate pair")
            if isinstance(value, str) and "\0" in value:
                raise _unstorable(what, column, "a NUL character")


def _encodable(value: str) -> bool:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _unstorable(what: str, column: str, found: str) -> LedgerError:
    return LedgerError(
        f"{what} can't be stored: its {column.replace('_', ' ')} holds {found}",
        remedy="Clean the input of such characters and read it again",
    )


def article_values(article: Article, number: int) -> Values:
    """Return an article's row; raw bytes are compressed with zlib."""
    return {
        "number": number,
        "id": article.id,
        "given_id": article.given_id,
        "name": article.name,
        "outlet": article.outlet,
        "outlet_key": None if article.outlet is None else key_of(article.outlet),
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "raw_sha256": article.raw_sha256,
        "blocks": [[b.kind.value, b.start, b.end] for b in article.blocks],
        "text": article.text,
        "raw": zlib.compress(article.raw),
    }


def run_values(run: Run) -> Values:
    """Return a run's row."""
    return {
        "id": run.id,
        "version": run.version,
        "tagger": run.tagger,
        "model_digest": run.model_digest,
        "settings": run.settings,
    }


def party_row(party: Party) -> Values:
    """Return what is the same of a party in all its rows."""
    return {
        "id": party.id,
        "name": party.name,
        "name_key": name_key(party.name),
        "kind": party.kind.value,
    }


def party_values(party: Party | None) -> Values:
    """Return the columns of a party as one statement, position or shift has it."""
    return {
        "party_id": None if party is None else party.id,
        "party_name": None if party is None else party.name,
        "party_side": None if party is None else party.side,
        "party_role": None if party is None else party.role,
        "party_acts_for": None if party is None else party.acts_for,
    }


def statement_values(statement: Statement, *, article: int, numbers: Mapping[str, int]) -> Values:
    """Return a statement's row; ``numbers`` maps ids of the article's statements to numbers."""
    said = statement.said
    return {
        "number": numbers[statement.id],
        "id": statement.id,
        "article": article,
        "start": statement.start,
        "manner": statement.manner.value,
        "act": statement.act.value,
        **party_values(statement.party),
        "said_text": None if said is None else said.text,
        "said_since": None if said is None else said.start,
        "said_until": None if said is None else said.end,
        "said_basis": None if said is None else said.basis.value,
        "inside": None if statement.inside is None else numbers[statement.inside],
        "confidence": statement.confidence,
        "run_id": statement.run,
        "source": [_piece(span) for span in statement.source],
        "cue": [_piece(span) for span in statement.cue],
        "content": [_piece(span) for span in statement.content],
    }


def _piece(span: Span) -> list[int | str]:
    return [span.start, span.end, span.text]


def _span_values(span: Span) -> Values:
    return {"start": span.start, "stop": span.end, "text": span.text}


def place_rows(statement: Statement, number: int) -> Iterable[Values]:
    """Yield the rows of a statement's places."""
    for ordinal, place in enumerate(statement.places):
        yield {
            "statement": number,
            "ordinal": ordinal,
            **_span_values(place.span),
            "name": place.name,
            "name_key": key_of(place.name),
            "geonameid": place.geonameid,
            "country": place.country,
            "lat": place.lat,
            "lon": place.lon,
            "precision": place.precision.value,
        }


def date_rows(statement: Statement, number: int) -> Iterable[Values]:
    """Yield the rows of a statement's dates."""
    for ordinal, when in enumerate(statement.dates):
        yield {
            "statement": number,
            "ordinal": ordinal,
            **_span_values(when.span),
            "value": when.value,
            "since": when.start,
            "until": when.end,
        }


def channel_rows(statement: Statement, number: int) -> Iterable[Values]:
    """Yield the rows of a statement's channels."""
    for ordinal, channel in enumerate(statement.channel):
        yield {
            "statement": number,
            "ordinal": ordinal,
            **_span_values(channel.span),
            "kind": channel.kind.value,
        }


def matter_values(matter: Matter) -> Values:
    """Return a matter's row less its summary numbers."""
    return {
        "id": matter.id,
        "title": matter.title,
        "title_key": key_of(matter.title),
        "since": matter.start,
        "until": matter.end,
        **_matter_place(matter.place),
    }


def _matter_place(place: Place | None) -> Values:
    return {
        "place_start": None if place is None else place.span.start,
        "place_stop": None if place is None else place.span.end,
        "place_text": None if place is None else place.span.text,
        "place_name": None if place is None else place.name,
        "place_key": None if place is None else key_of(place.name),
        "place_geonameid": None if place is None else place.geonameid,
        "place_country": None if place is None else place.country,
        "place_lat": None if place is None else place.lat,
        "place_lon": None if place is None else place.lon,
        "place_precision": None if place is None else place.precision.value,
    }


def gist_values(gist: Gist, number: int) -> Values:
    """Return a gist's row."""
    return {
        "statement": number,
        "matter_id": gist.matter_id,
        "since": gist.start,
        "until": gist.end,
        "phrase": gist.phrase,
        "detail": {
            "keys": list(gist.keys),
            "places": list(gist.places),
            "terms": dict(gist.terms),
            "around": dict(gist.around),
            "context": dict(gist.context),
        },
    }
