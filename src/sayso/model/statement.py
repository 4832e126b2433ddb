"""Attributions (spans) and statements (spans with their meaning)."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.article import ArticleHead
from sayso.model.ids import content_id
from sayso.model.party import Party
from sayso.model.resolved import Channel, Place, Said, When
from sayso.model.span import Span
from sayso.model.words import Act, Manner, Stance


@dataclass(frozen=True, slots=True)
class Attribution:
    """One reported act of saying as spans; each role may be in several pieces, in text order.

    ``content`` is never empty; ``source`` and ``cue`` may be. ``inside`` is the index, in the
    tagger's output for the same article, of the attribution whose content holds this one.
    ``confidence`` is the tagger's, 0 to 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    inside: int | None = None
    confidence: float = 0.5

    @property
    def pieces(self) -> tuple[Span, ...]:
        """All spans of all roles, in text order."""
        return tuple(sorted((*self.source, *self.cue, *self.content)))


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying, writing or showing a mind, as an article reports it.

    ``inside`` is the id of the statement that holds this one as (part of) its content.
    """

    id: str
    article_id: str
    manner: Manner
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    party: Party | None
    act: Act
    said: Said | None
    channel: tuple[Channel, ...]
    places: tuple[Place, ...]
    dates: tuple[When, ...]
    inside: str | None
    confidence: float
    run: str

    @property
    def start(self) -> int:
        """Where in the article the statement begins."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as the ledger gives it: with its article, matter and stance.

    ``matter`` and ``stance`` are None when the statement is linked to no matter.
    """

    statement: Statement
    article: ArticleHead
    matter: str | None
    stance: Stance | None


def statement_id(article_id: str, attribution: Attribution) -> str:
    """Return a statement's id: its article and the places of its spans, not what was inferred."""
    roles = (attribution.source, attribution.cue, attribution.content)
    places = [f"{span.start}:{span.end}" for role in roles for span in (*role, Span(-1, -1, ""))]
    return content_id("statement", article_id, places)
