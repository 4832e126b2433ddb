"""Articles, statements and weighings for tests of the ledger; all of it invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.ledger import Book
from sayso.model import (
    Account,
    Act,
    Article,
    Attribution,
    BlockKind,
    Channel,
    ChannelKind,
    Conflict,
    ConflictKind,
    Gist,
    Manner,
    Mark,
    MarkKind,
    Matter,
    Party,
    PartyKind,
    Place,
    Position,
    Precision,
    Run,
    Said,
    SaidBasis,
    Shift,
    Sketch,
    Span,
    Stance,
    Statement,
    Weighing,
    When,
    article_id,
    content_id,
    join_blocks,
    make_run,
    party_id,
    statement_id,
)

RUN = make_run(version="0.1.0", tagger="rules", model_digest="", settings="{}")

DAM = (
    "Rebel forces have shelled the Orlitsa dam since late April, Interior Minister Hana Vrel said "
    "on Monday. The Southern Front denied the shelling."
)
MINE = (
    "The miners’ union in Café Ridge said the pit was flooded 🙂. “It’s not true,” the firm said."
)


def make_article(
    text: str = DAM,
    *,
    title: str | None = "Dam shelled, minister says",
    outlet: str | None = "Northern Wire",
    published: date | None = date(2026, 5, 5),
    url: str | None = None,
    given_id: str | None = None,
    name: str = "one.txt",
    raw: bytes = b"raw \x00\xff bytes",
) -> Article:
    pieces = ([(BlockKind.TITLE, title)] if title else []) + [(BlockKind.BODY, text)]
    canonical, blocks = join_blocks(pieces)
    return Article(
        id=article_id(outlet=outlet, url=url, title=title, published=published, text=canonical),
        given_id=given_id,
        name=name,
        outlet=outlet,
        title=title,
        byline=None,
        published=published,
        url=url,
        language="en",
        text=canonical,
        blocks=blocks,
        raw=raw,
        raw_sha256=hashlib.sha256(raw).hexdigest(),
    )


def piece(article: Article, quoted: str) -> Span:
    start = article.text.index(quoted)
    return Span(start, start + len(quoted), quoted)


def make_party(
    name: str = "Hana Vrel",
    kind: PartyKind = PartyKind.PERSON,
    side: str | None = "North",
    role: str | None = None,
    acts_for: str | None = None,
) -> Party:
    return Party(party_id(name, kind, side), name, kind, side, role, acts_for)


VREL = make_party(role="minister", acts_for="the government")
FRONT = make_party("Southern Front", PartyKind.ORGANISATION, "South")


def make_statement(
    article: Article,
    content: str,
    *,
    source: str | None = None,
    cue: str | None = None,
    party: Party | None = None,
    act: Act = Act.ASSERT,
    said: Said | None = None,
    manner: Manner = Manner.INDIRECT,
    place: str | None = None,
    country: str | None = "NOR",
    inside: str | None = None,
    run: Run = RUN,
) -> Statement:
    roles = tuple(() if q is None else (piece(article, q),) for q in (source, cue, content))
    places = () if place is None else (make_place(article, place, country=country),)
    return Statement(
        id=statement_id(article.id, Attribution(*roles, manner)),
        article_id=article.id,
        manner=manner,
        source=roles[0],
        cue=roles[1],
        content=roles[2],
        party=party,
        act=act,
        said=said,
        channel=(),
        places=places,
        dates=(),
        inside=inside,
        confidence=0.1 + 0.2,
        run=run.id,
    )


def make_place(article: Article, name: str, *, country: str | None = "NOR") -> Place:
    return Place(piece(article, name), name, 3_143_244, country, 59.1, 10.0 / 3, Precision.TOWN)


def dam() -> tuple[Article, tuple[Statement, ...]]:
    """Return the dispatch of the dam with two statements that have something of everything."""
    article = make_article(given_id="dam-1", url="https://wire.example/1")
    denial = make_statement(
        article,
        "the shelling",
        source="The Southern Front",
        cue="denied",
        party=FRONT,
        act=Act.DENY,
        said=Said(None, None, date(2026, 5, 5), SaidBasis.ARTICLE),
    )
    claim = make_statement(
        article,
        "Rebel forces have shelled the Orlitsa dam since late April",
        source="Interior Minister Hana Vrel",
        cue="said",
        party=VREL,
        said=Said("on Monday", date(2026, 5, 4), date(2026, 5, 4), SaidBasis.SENTENCE),
        place="Orlitsa",
    )
    dated = replace(
        claim,
        dates=(When(piece(article, "late April"), "2026-04-21/..", date(2026, 4, 21), None),),
        channel=(
            Channel(piece(article, "said"), ChannelKind.OUTLET),
            Channel(piece(article, "on Monday"), ChannelKind.OCCASION),
        ),
    )
    return article, (dated, denial)


def store_dam(book: Book) -> tuple[Article, tuple[Statement, ...]]:
    article, statements = dam()
    assert book.append(article, statements, RUN)
    return article, statements


def make_matter(title: str = "Whether the Orlitsa dam was shelled", **given: object) -> Matter:
    values = {"place": None, "start": date(2026, 4, 21), "end": None, **given}
    return Matter(content_id("matter", title), title, **values)  # type: ignore[arg-type]


def account_of(
    statement: Statement, matter: Matter, stance: Stance = Stance.AFFIRMS, *, run: Run = RUN
) -> Account:
    return Account(statement.id, matter.id, stance, 0.7, run.id)


def link(
    book: Book, matter: Matter, statements: Sequence[Statement], stance: Stance = Stance.AFFIRMS
) -> None:
    book.save_matter(matter)
    book.save_accounts(account_of(s, matter, stance) for s in statements)


def make_gist(
    statement: Statement, matter: Matter | None, *, keys: Sequence[str] = ("dam", "shell")
) -> Gist:
    return Gist(
        statement_id=statement.id,
        article_id=statement.article_id,
        matter_id=None if matter is None else matter.id,
        terms={"dam": 1.5, "shell": 0.1 + 0.2, "é🙂": 1e-9},
        around={"dam": 0.6, "war": 0.8},
        context={"war": 1.0},
        keys=tuple(keys),
        places=("3143244", "orlitsa"),
        start=None,
        end=date(2026, 5, 5),
        phrase="Whether the dam was shelled",
    )


def make_sketch(article: Article, *, origin: Article | None = None, bands: Sequence[str]) -> Sketch:
    marks = Mark(2**40 - 1, 0, MarkKind.TOLD), Mark(0, 7, MarkKind.QUOTED)
    return Sketch(article.id, (origin or article).id, tuple(bands), marks)


def dam_weighing(statements: Sequence[Statement]) -> Weighing:
    """Return a weighing with a position of a party, one of a side, a shift and a conflict."""
    claim, denial = statements
    evaded = (denial.id,)
    return Weighing(
        positions=(
            Position(VREL, "North", Stance.AFFIRMS, date(2026, 5, 4), None, (claim.id,)),
            Position(None, "South", Stance.DENIES, None, date(2026, 5, 5), evaded),
            Position(FRONT, "South", Stance.DENIES, None, date(2026, 5, 5), evaded),
            Position(
                FRONT, "South", Stance.EVADES, date(2026, 5, 6), date(2026, 5, 7), (claim.id,)
            ),
        ),
        shifts=(Shift(FRONT, "South", Stance.DENIES, Stance.EVADES, (denial.id, claim.id)),),
        conflicts=(
            Conflict(ConflictKind.STANCE, ("North", "South"), (denial.id, claim.id)),
            Conflict(ConflictKind.FIGURE, ("a: 14 dead", "ب: 40 dead 🙂"), (claim.id,)),
        ),
        articles=1,
        origins=1,
    )
