"""Rows for tests of linking, weighing and exporting, made from a few words."""

from __future__ import annotations

from datetime import date

from sayso.model import (
    Act,
    ArticleHead,
    Manner,
    Party,
    PartyKind,
    Row,
    Said,
    SaidBasis,
    Span,
    Stance,
    Statement,
    content_id,
    party_id,
)

# The contract of a row: these fields, in this order.
ROW_KEYS = [
    "id",
    "article",
    "manner",
    "source",
    "cue",
    "content",
    "party",
    "act",
    "said",
    "channel",
    "places",
    "dates",
    "matter",
    "stance",
    "run",
]

KINDS = {"front": PartyKind.ORGANISATION, "government": PartyKind.GOVERNMENT}


def make_party(
    name: str,
    side: str | None = None,
    *,
    kind: PartyKind | None = None,
    role: str | None = None,
    acts_for: str | None = None,
) -> Party:
    kind = kind or (PartyKind.ORGANISATION if "Front" in name else PartyKind.PERSON)
    return Party(party_id(name, kind, side), name, kind, side, role, acts_for)


def make_row(
    party: Party | None,
    stance: Stance,
    content: str = "rebels shelled the dam",
    *,
    day: int | None = None,
    article: str = "one",
    published: int = 20,
    act: Act = Act.ASSERT,
    outlet: str = "Northern Wire",
) -> Row:
    """A row said on ``day`` of May 2026, in an article published on another day of it."""
    said = None
    if day is not None:
        when = date(2026, 5, day)
        said = Said("that day", when, when, SaidBasis.SENTENCE)
    name = party.name if party else ""
    source = (Span(0, len(name), name),) if name else ()
    start = len(name) + 1
    statement = Statement(
        id=content_id("statement", article, name, content, day or 0, stance.value),
        article_id=article,
        manner=Manner.INDIRECT,
        source=source,
        cue=(Span(start, start + 4, "said"),),
        content=(Span(start + 5, start + 5 + len(content), content),),
        party=party,
        act=act,
        said=said,
        channel=(),
        places=(),
        dates=(),
        inside=None,
        confidence=0.5,
        run="run",
    )
    head = ArticleHead(article, outlet, f"Title {article}", date(2026, 5, published), None)
    return Row(statement, head, "matter", stance)
