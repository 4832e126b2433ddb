"""Tables for people. Stances carry a word, not only a colour."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from sayso.cli.console import plain
from sayso.cli.sheet import Sheet, table
from sayso.ledger.protocol import Counts, RunCount, SearchHit, ShiftRow
from sayso.model import Party, Row, Stance, WeighedMatter, joined_text
from sayso.views import (
    AccountView,
    MatterPage,
    PartyView,
    counted,
    other_names,
    period_words,
)
from sayso.weigh import day_of

_STYLES = {
    Stance.AFFIRMS: "green",
    Stance.DENIES: "red",
    Stance.EVADES: "yellow",
    Stance.DOUBTS: "magenta",
    Stance.NEUTRAL: "dim",
}
SHORT_ID = 8


def stance_text(stance: Stance | None) -> Text:
    """Return a stance as a coloured word."""
    return Text(stance.value, style=_STYLES[stance]) if stance else Text("")


def statements(rows: Iterable[Row]) -> Sheet:
    """Return statements as a table."""
    return table(
        None,
        ["id", "said", "party", "side", "act", "content", "outlet", "matter"],
        (
            [
                row.statement.id[:SHORT_ID],
                _said(row),
                _who(row),
                (row.statement.party.side or "") if row.statement.party else "",
                row.statement.act.value,
                joined_text(row.statement.content),
                row.article.outlet or "",
                (row.matter or "")[:SHORT_ID],
            ]
            for row in rows
        ),
    )


def matters(found: Iterable[WeighedMatter]) -> Sheet:
    """Return matters as a table."""
    return table(
        None,
        ["id", "matter", "place", "period", "conflicts", "shifts", "statements", "origins"],
        (
            [
                w.matter.id[:SHORT_ID],
                w.matter.title,
                w.matter.place.name if w.matter.place else "",
                period_words(w.matter.start, w.matter.end),
                ", ".join(c.kind.value for c in w.weighing.conflicts),
                str(len(w.weighing.shifts) or ""),
                str(len(w.statements)),
                f"{w.weighing.origins} of {w.weighing.articles}",
            ]
            for w in found
        ),
    )


def shifts(found: Iterable[ShiftRow]) -> Sheet:
    """Return shifts as a table."""
    return table(
        None,
        ["party", "side", "from", "to", "matter", "id"],
        (
            [
                row.shift.party.name,
                row.shift.side or "",
                stance_text(row.shift.from_stance),
                stance_text(row.shift.to_stance),
                row.matter.title,
                row.matter.id[:SHORT_ID],
            ]
            for row in found
        ),
    )


def parties(found: Iterable[PartyView]) -> Sheet:
    """Return parties as a table, the names that count as each under it."""
    rows: list[list[str]] = []
    for view in found:
        one = view.one
        rows.append([one.party.name, ", ".join(view.sides), str(view.total), ""])
        for merge in one.merged:
            number = str(view.statements.get(merge.party.id, 0))
            rows.append([f"└ {merge.party.name}", "", number, merge.reason.value])
    return table(None, ["party", "side", "statements", "merged by"], rows)


def runs(found: Iterable[RunCount]) -> Sheet:
    """Return runs as a table."""
    return table(
        None,
        ["id", "sayso", "tagger", "statements", "models", "settings"],
        (
            [
                one.run.id[:SHORT_ID],
                one.run.version,
                one.run.tagger,
                str(one.statements),
                one.run.model_digest,
                one.run.settings,
            ]
            for one in found
        ),
    )


def hits(found: Iterable[SearchHit]) -> Sheet:
    """Return search hits as a table."""
    return table(
        None,
        ["article", "published", "outlet", "title", "passage"],
        (
            [
                hit.article.id[:SHORT_ID],
                str(hit.article.published or ""),
                hit.article.outlet or "",
                hit.article.title or "",
                hit.span.text,
            ]
            for hit in found
        ),
    )


def counts(found: Counts) -> Text:
    """Return how much a ledger holds, in one line."""
    return Text(
        f"{found.articles} articles of {found.origins} origins; {found.statements} statements on "
        f"{found.matters} matters, {found.contested} contested; {found.shifts} shifts"
    )


def print_matter(out: Console, page: MatterPage) -> None:
    """Print one matter: what it is, its conflicts and shifts, its accounts by side."""
    matter, weighing = page.weighed.matter, page.weighed.weighing
    out.print(Text(plain(matter.title), style="bold"))
    where = plain(matter.place.name) if matter.place else "place unknown"
    when = period_words(matter.start, matter.end) or "period unknown"
    articles = counted(weighing.articles, "article")
    origins = counted(weighing.origins, "origin")
    out.print(Text(f"  {matter.id[:SHORT_ID]} · {where} · {when} · {articles}, {origins}"))
    for one in page.parties:
        out.print(Text(f"  one party: {plain(one.party.name)}, also {plain(other_names(one))}"))
    for conflict in weighing.conflicts:
        sides = plain(" / ".join(conflict.sides))
        out.print(Text(f"  conflict of {conflict.kind.value}: {sides}"))
    for shift in weighing.shifts:
        line = Text(f"  shift: {plain(_name(shift.party, shift.side))} ")
        line.append(stance_text(shift.from_stance)).append(" → ")
        out.print(line.append(stance_text(shift.to_stance)))
    out.print(
        table(
            None,
            ["side", "who", "said", "act", "stance", "content", "outlet", "id"],
            (_account(side.name, a) for side in page.sides for a in side.accounts),
        )
    )


def _account(side: str, account: AccountView) -> list[str | Text]:
    row = account.row
    return [
        side,
        account.who,
        _said(row),
        row.statement.act.value,
        stance_text(row.stance),
        joined_text(row.statement.content),
        row.article.outlet or "",
        row.statement.id[:SHORT_ID],
    ]


def _name(party: Party, side: str | None) -> str:
    return f"{party.name} ({side})" if side and side != party.name else party.name


def _who(row: Row) -> str:
    return row.statement.party.name if row.statement.party else joined_text(row.statement.source)


def _said(row: Row) -> str:
    said = row.statement.said
    return period_words(said.start, said.end) if said else period_words(None, day_of(row))
