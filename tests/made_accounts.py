"""Accounts for tests of a matter's views, made from a few words; and a ledger of one matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from made_rows import make_party, make_row
from sayso.ledger.protocol import RowFilter
from sayso.model import (
    ArticleHead,
    Matter,
    Party,
    Row,
    Said,
    SaidBasis,
    Span,
    Stance,
    WeighedMatter,
    When,
    content_id,
)
from sayso.views.account import AccountView
from sayso.weigh import label, weigh

VREL = make_party("Hana Vrel", "government")
MARR = make_party("Southern Front", "front")
PEREK = make_party("Lida Parek")


def account(
    party: Party | None = VREL,
    stance: Stance = Stance.AFFIRMS,
    *,
    said: tuple[date | None, date | None] | None = None,
    published: date | None = None,
    told: Iterable[tuple[date | None, date | None]] = (),
    article: str = "one",
    origin: str | None = None,
    number: int = 0,
) -> AccountView:
    """An account of ``party``; ``said`` and ``told`` are closed intervals of days, open with None."""
    row = make_row(party, stance, f"rebels shelled the dam, {number}", article=article)
    span = Span(0, 4, "then")
    statement = replace(
        row.statement,
        id=content_id("statement", row.statement.id, number),
        said=Said("then", *said, SaidBasis.SENTENCE) if said else None,
        dates=tuple(When(span, "", start, end) for start, end in told),
    )
    head = ArticleHead(article, "Northern Wire", f"Title {article}", published, None)
    return AccountView(
        row=Row(statement, head, "matter", stance),
        label=label(party) if party else "No named source",
        who=party.name if party else "No named source",
        party=party,
        counts_as=None,
        speaks=False,
        origin=origin or article,
    )


@dataclass(frozen=True)
class OneMatter:
    """The part of a ledger that the views of a matter use, over rows of one matter."""

    held: tuple[Row, ...]

    def matter(self, ref: str) -> WeighedMatter:
        ids = tuple(row.statement.id for row in self.held)
        matter = Matter(ref, "Shelling of the Orlitsa dam", None, None, None)
        return WeighedMatter(matter, ids, weigh(self.held, self.origins(())))

    def rows(self, _which: RowFilter) -> Iterator[Row]:
        return iter(self.held)

    def origins(self, _article_ids: Iterable[str]) -> Mapping[str, str]:
        return {row.article.id: row.article.id for row in self.held}


def large_matter(parties: int, accounts: int) -> OneMatter:
    """A matter of so many parties on three sides, who say something every day."""
    people = [
        make_party(f"Speaker {n} <b>", ["front", "government", None][n % 3]) for n in range(parties)
    ]
    rows = []
    for n in range(accounts):
        stance = [Stance.AFFIRMS, Stance.DENIES, Stance.NEUTRAL][n % 3 if n % 7 else 2]
        row = make_row(people[n % parties], stance, f"{n} people were killed", article=f"a{n // 4}")
        day = date(2026, 1, 1) + timedelta(days=n * 5 // 4)
        said = Said("then", day if n % 2 else None, day, SaidBasis.SENTENCE)
        statement = replace(row.statement, said=said)
        article = replace(row.article, published=day + timedelta(days=n % 3))
        rows.append(replace(row, statement=statement, article=article))
    return OneMatter(tuple(rows))
