"""Invented articles with statements at places that a test names by their words, and a ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from sayso.ledger import Book
from sayso.model import (
    Account,
    Act,
    Article,
    Attribution,
    BlockKind,
    Manner,
    Matter,
    Party,
    Place,
    Precision,
    Sketch,
    Span,
    Stance,
    Statement,
    When,
    article_id,
    content_id,
    join_blocks,
    make_run,
    statement_id,
)

RUN = make_run(version="0.1.0", tagger="rules", model_digest="", settings="{}")


def told_article(
    *paragraphs: str,
    title: str | None = None,
    outlet: str = "Northern Wire",
    published: date | None = date(2026, 5, 5),
    captions: Sequence[str] = (),
) -> Article:
    pieces = [(BlockKind.TITLE, title)] if title else []
    pieces += [(BlockKind.BODY, p) for p in paragraphs]
    pieces += [(BlockKind.CAPTION, c) for c in captions]
    text, blocks = join_blocks(pieces)
    raw = text.encode()
    return Article(
        id=article_id(outlet=outlet, url=None, title=title, published=published, text=text),
        given_id=None,
        name="one.txt",
        outlet=outlet,
        title=title,
        byline=None,
        published=published,
        url=None,
        language="en",
        text=text,
        blocks=blocks,
        raw=raw,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
    )


def quoted(article: Article, words: str) -> Span:
    """The first place at which an article has these words."""
    start = article.text.index(words)
    return Span(start, start + len(words), words)


def told(
    article: Article,
    content: str | Sequence[str],
    *,
    source: str | None = None,
    cue: str | None = None,
    party: Party | None = None,
    act: Act = Act.ASSERT,
    places: Sequence[Place] = (),
    dates: Sequence[str] = (),
) -> Statement:
    """A statement whose spans are named by their words; content may be in several pieces."""
    pieces = [content] if isinstance(content, str) else content
    spans = (
        (quoted(article, source),) if source else (),
        (quoted(article, cue),) if cue else (),
        tuple(quoted(article, piece) for piece in pieces),
    )
    return Statement(
        id=statement_id(article.id, Attribution(*spans, Manner.INDIRECT)),
        article_id=article.id,
        manner=Manner.INDIRECT,
        source=spans[0],
        cue=spans[1],
        content=spans[2],
        party=party,
        act=act,
        said=None,
        channel=(),
        places=tuple(places),
        dates=tuple(When(quoted(article, words), "XXXX", None, None) for words in dates),
        inside=None,
        confidence=0.42,
        run=RUN.id,
    )


def placed(
    article: Article,
    name: str,
    lat: float | None = None,
    lon: float | None = None,
    *,
    country: str | None = None,
    precision: Precision = Precision.TOWN,
) -> Place:
    return Place(quoted(article, name), name, None, country, lat, lon, precision)


def store(book: Book, article: Article, statements: Sequence[Statement]) -> None:
    assert book.append(article, statements, RUN)


def store_copies(book: Book, original: Article, *copies: Article) -> None:
    """Note that articles, stored already, are of one origin."""
    for article in (original, *copies):
        book.save_sketch(Sketch(article.id, original.id, (), ()))


def store_matter(
    book: Book, title: str, statements: Sequence[Statement], place: Place | None = None
) -> Matter:
    """A matter that some statements affirm."""
    matter = Matter(content_id("matter", title), title, place, date(2026, 5, 4), None)
    book.save_matter(matter)
    book.save_accounts(Account(s.id, matter.id, Stance.AFFIRMS, 0.7, RUN.id) for s in statements)
    return matter


TITLE = "👩🏽‍🚒 Vrel: dam “shelled”"
NESTED = (
    "Interior Minister Hana Vrel 🕊️ said on Monday that the Southern Front’s spokesman had told "
    "her “the Cafe\u0301 at Orlitsa burned”."
)
RIGHT_TO_LEFT = "قالت الوزيرة هناء فريل إن السد قُصف يوم الاثنين."
OVERLAPPING = "Shells struck the 𝕠𝕝𝕕 port of Odesa, the mayor of Odesa said."


def odd_article() -> tuple[Article, list[Statement]]:
    """Emoji of several code points, combining marks, Arabic, mathematical letters; nested too."""
    article = told_article(
        NESTED, RIGHT_TO_LEFT, OVERLAPPING, title=TITLE, captions=["Smoke over <Odesa> & the port"]
    )
    return article, [
        told(
            article,
            "that the Southern Front’s spokesman had told her “the Cafe\u0301 at Orlitsa burned”",
            source="Interior Minister Hana Vrel 🕊️",
            cue="said",
            dates=["Monday"],
            places=[placed(article, "Orlitsa")],
        ),
        told(
            article,
            "“the Cafe\u0301 at Orlitsa burned”",
            source="the Southern Front’s spokesman",
            cue="had told",
            places=[placed(article, "Orlitsa")],
        ),
        told(article, "إن السد قُصف", source="الوزيرة هناء فريل", cue="قالت", dates=["يوم الاثنين"]),
        told(
            article, "Shells struck the 𝕠𝕝𝕕 port of Odesa", source="the mayor of Odesa", cue="said."
        ),
        told(article, "𝕠𝕝𝕕 port of Odesa, the mayor"),
        told(article, "dam “shelled”", source="Vrel", cue=":"),
        told(article, ["Smoke over <Odesa>", "the port"]),
    ]
