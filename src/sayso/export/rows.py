"""The row contract: ledger rows as JSON objects, with the keys that docs/formats.md fixes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sayso.model import (
    Article,
    ArticleHead,
    Channel,
    Matter,
    Party,
    Place,
    Position,
    Row,
    Run,
    Said,
    Shift,
    Span,
    WeighedMatter,
    When,
)

Json = dict[str, Any]


def row_json(row: Row) -> Json:
    """Return a statement's row; ``party``, ``said`` and ``matter`` are None when unknown."""
    statement = row.statement
    return {
        "id": statement.id,
        "article": head_json(row.article),
        "manner": statement.manner.value,
        "source": _spans(statement.source),
        "cue": _spans(statement.cue),
        "content": _spans(statement.content),
        "party": party_json(statement.party),
        "act": statement.act.value,
        "said": said_json(statement.said),
        "channel": [channel_json(channel) for channel in statement.channel],
        "places": [place_json(place) for place in statement.places],
        "dates": [when_json(when) for when in statement.dates],
        "matter": row.matter,
        "stance": row.stance.value if row.stance else None,
        "run": statement.run,
    }


def run_json(run: Run, statements: int) -> Json:
    """Return a run with its settings, and how many statements it inferred."""
    return {
        "id": run.id,
        "version": run.version,
        "tagger": run.tagger,
        "models": run.model_digest,
        "settings": json.loads(run.settings),
        "statements": statements,
    }


def matter_json(weighed: WeighedMatter) -> Json:
    """Return a matter with its positions, conflicts and shifts."""
    matter, weighing = weighed.matter, weighed.weighing
    return {
        **_matter_head(matter),
        "statements": list(weighed.statements),
        "positions": [_position(position) for position in weighing.positions],
        "conflicts": [
            {"kind": c.kind.value, "sides": list(c.sides), "statements": list(c.statements)}
            for c in weighing.conflicts
        ],
        "shifts": [_shift(shift) for shift in weighing.shifts],
        "articles": weighing.articles,
        "origins": weighing.origins,
    }


def shift_json(matter: Matter, shift: Shift) -> Json:
    """Return a shift with the id and title of its matter."""
    return {"matter": matter.id, "title": matter.title, **_shift(shift)}


def article_json(article: Article) -> Json:
    """Return an article with its canonical text and blocks; offsets are code points of ``text``."""
    return {
        **head_json(article.head),
        "given_id": article.given_id,
        "name": article.name,
        "byline": article.byline,
        "language": article.language,
        "text": article.text,
        "blocks": [{"kind": b.kind.value, "start": b.start, "end": b.end} for b in article.blocks],
        "raw_sha256": article.raw_sha256,
        "raw_bytes": len(article.raw),
    }


def search_json(article: ArticleHead, span: Span, statements: Iterable[str]) -> Json:
    """Return a search hit: the article, its best passage, the statements that match."""
    return {"article": head_json(article), **span_json(span), "statements": list(statements)}


def head_json(head: ArticleHead) -> Json:
    """Return what a row tells of its article."""
    return {
        "id": head.id,
        "outlet": head.outlet,
        "title": head.title,
        "published": _day(head.published),
        "url": head.url,
    }


def span_json(span: Span) -> Json:
    """Return a span: half-open range of code points and its text."""
    return {"start": span.start, "end": span.end, "text": span.text}


def party_json(party: Party | None) -> Json | None:
    """Return a party, or None when the speaker is unknown."""
    if party is None:
        return None
    return {
        "id": party.id,
        "name": party.name,
        "side": party.side,
        "role": party.role,
        "for": party.acts_for,
    }


def one_party_json(
    party: Party,
    sides: Iterable[str],
    statements: Mapping[str, int],
    merged: Iterable[tuple[Party, str]],
) -> Json:
    """Return a party of the collection with what counts as it and why.

    ``statements`` are numbers of statements by the id of the party as it was read.
    """
    return {
        "id": party.id,
        "name": party.name,
        "kind": party.kind.value,
        "sides": list(sides),
        "statements": sum(statements.values()),
        "merged": [
            {
                "id": other.id,
                "name": other.name,
                "reason": reason,
                "statements": statements.get(other.id, 0),
            }
            for other, reason in merged
        ],
    }


def said_json(said: Said | None) -> Json | None:
    """Return when a statement was made, or None when unknown."""
    if said is None:
        return None
    return {"text": said.text, "from": _day(said.start), "to": _day(said.end)}


def channel_json(channel: Channel) -> Json:
    """Return what a statement passed through."""
    return {"text": channel.span.text, "kind": channel.kind.value}


def place_json(place: Place) -> Json:
    """Return a place as one mention names it; degrees WGS 84."""
    return {
        **span_json(place.span),
        "name": place.name,
        "geonameid": place.geonameid,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision.value,
    }


def when_json(when: When) -> Json:
    """Return a date with its TIMEX3 value and closed interval of days."""
    return {
        **span_json(when.span),
        "value": when.value,
        "from": _day(when.start),
        "to": _day(when.end),
    }


def _matter_head(matter: Matter) -> Json:
    return {
        "id": matter.id,
        "title": matter.title,
        "place": place_json(matter.place) if matter.place else None,
        "from": _day(matter.start),
        "to": _day(matter.end),
    }


def _position(position: Position) -> Json:
    return {
        "party": party_json(position.party),
        "side": position.side,
        "stance": position.stance.value,
        "from": _day(position.start),
        "to": _day(position.end),
        "statements": list(position.statements),
    }


def _shift(shift: Shift) -> Json:
    return {
        "party": party_json(shift.party),
        "side": shift.side,
        "from_stance": shift.from_stance.value,
        "to_stance": shift.to_stance.value,
        "statements": list(shift.statements),
    }


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [span_json(span) for span in spans]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
