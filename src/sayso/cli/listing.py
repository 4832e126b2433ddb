"""The commands that list what the ledger holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Annotated, Any, TypeVar

import typer

from sayso.assemble import build_ledger, build_merges
from sayso.cli import tables
from sayso.cli.console import console, remark, write
from sayso.cli.options import (
    ActOption,
    FormatOption,
    LedgerOption,
    LimitOption,
    OutletOption,
    PartyOption,
    PlaceOption,
    SideOption,
    SinceOption,
    UntilOption,
    days,
)
from sayso.cli.sheet import Sheet
from sayso.errors import UsageError
from sayso.export import (
    exporter_named,
    matter_json,
    one_party_json,
    row_json,
    run_json,
    search_json,
    shift_json,
)
from sayso.ledger.protocol import Ledger, MatterFilter, RowFilter
from sayso.model import Act
from sayso.settings import Settings, load_settings
from sayso.views import PartyView, matter_page, merged_with, party_list
from sayso.weigh import Merges

T = TypeVar("T")
Json = dict[str, Any]


def opened(settings: Settings) -> closing[Ledger]:
    """Open the ledger that a command reads, to be closed after it."""
    return closing(build_ledger(settings, create=False))


def statements(
    ledger: LedgerOption = None,
    output_format: FormatOption = "table",
    article: Annotated[str | None, typer.Option(help="Article id.")] = None,
    matter: Annotated[str | None, typer.Option(help="Matter id.")] = None,
    party: PartyOption = None,
    side: SideOption = None,
    act: ActOption = None,
    place: PlaceOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
) -> None:
    """List statements: who said what, when, where, and in which article it stands."""
    first, last = days(since, until)
    settings = load_settings(ledger=ledger)
    with opened(settings) as book:
        which = RowFilter(
            article=article,
            matter=matter,
            party=party,
            merged=merged_with(book, build_merges(settings), party),
            side=side,
            act=_act(act),
            place=place,
            outlet=outlet,
            since=first,
            until=last,
            limit=limit,
        )
        _emit(book.rows(which), output_format, row_json, tables.statements)


def matters(
    ledger: LedgerOption = None,
    output_format: FormatOption = "table",
    contested: Annotated[bool, typer.Option("--conflict", help="Only with a conflict.")] = False,
    shifted: Annotated[bool, typer.Option("--shift", help="Only with a shift.")] = False,
    party: PartyOption = None,
    side: SideOption = None,
    act: ActOption = None,
    place: PlaceOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
) -> None:
    """List matters, the most contested first."""
    first, last = days(since, until)
    settings = load_settings(ledger=ledger)
    with opened(settings) as book:
        which = MatterFilter(
            contested=contested,
            shifted=shifted,
            party=party,
            merged=merged_with(book, build_merges(settings), party),
            side=side,
            act=_act(act),
            place=place,
            outlet=outlet,
            since=first,
            until=last,
            limit=limit,
        )
        _emit(book.matters(which), output_format, matter_json, tables.matters)


def matter(
    ref: Annotated[str, typer.Argument(metavar="ID", help="Matter id, or its beginning.")],
    ledger: LedgerOption = None,
    output_format: FormatOption = "table",
) -> None:
    """Show one matter: its positions, conflicts, shifts, and every account of it."""
    settings = load_settings(ledger=ledger)
    with opened(settings) as book:
        if output_format == "table":
            tables.print_matter(console(), matter_page(book, ref, build_merges(settings)))
        else:
            _emit([book.matter(ref)], output_format, matter_json, tables.matters)


def shifts(
    ledger: LedgerOption = None,
    output_format: FormatOption = "table",
    party: PartyOption = None,
    side: SideOption = None,
) -> None:
    """List shifts: parties whose position on a matter changed, the newest first."""
    settings = load_settings(ledger=ledger)
    with opened(settings) as book:
        merged = merged_with(book, build_merges(settings), party)
        found = book.shifts(party=party, side=side, merged=merged)
        _emit(found, output_format, lambda s: shift_json(s.matter, s.shift), tables.shifts)


def parties(
    ledger: LedgerOption = None,
    output_format: FormatOption = "table",
    party: PartyOption = None,
    side: SideOption = None,
    limit: LimitOption = None,
) -> None:
    """List who says something, and which names count as one party and why."""
    settings = load_settings(ledger=ledger)
    with opened(settings) as book:
        merges = build_merges(settings)
        found = party_list(book, merges, party=party, side=side, limit=limit)
    _emit(found, output_format, _party_json, tables.parties)


def _party_json(view: PartyView) -> Json:
    merged = ((merge.party, merge.reason.value) for merge in view.one.merged)
    return one_party_json(view.one.party, view.sides, view.statements, merged)


def search(
    query: Annotated[list[str], typer.Argument(help="Words that must all be there.")],
    ledger: LedgerOption = None,
    output_format: FormatOption = "table",
    limit: LimitOption = 20,
) -> None:
    """Search the articles' text."""
    with opened(load_settings(ledger=ledger)) as book:
        hits = book.search(" ".join(query), limit=limit or 20)
        _emit(
            hits,
            output_format,
            lambda h: search_json(h.article, h.span, h.statements),
            tables.hits,
        )


def runs(ledger: LedgerOption = None, output_format: FormatOption = "table") -> None:
    """List what inferred the statements: version, tagger, models and settings of each run."""
    with opened(load_settings(ledger=ledger)) as book:
        _emit(book.runs(), output_format, lambda r: run_json(r.run, r.statements), tables.runs)


def print_overview(book: Ledger, merges: Merges) -> None:
    """Print the matters that are contested or on which somebody shifted, each whole."""
    out = console()
    out.print(tables.counts(book.counts()))
    shown = MatterFilter(least=2)
    for weighed in book.matters(shown):
        if weighed.weighing.conflicts or weighed.weighing.shifts:
            out.print()
            tables.print_matter(out, matter_page(book, weighed.matter.id, merges))


def _act(name: str | None) -> Act | None:
    if name is None:
        return None
    try:
        return Act(name.lower())
    except ValueError as exc:
        raise UsageError(
            f"There is no speech act {name!r}", remedy=f"Use one of: {', '.join(Act)}"
        ) from exc


def _emit(
    rows: Iterable[T],
    output_format: str,
    to_json: Callable[[T], Json],
    to_table: Callable[[Iterable[T]], Sheet],
) -> None:
    if output_format != "table":
        write(exporter_named(output_format, besides=("table",))(map(to_json, rows)))
        return
    made = to_table(rows)
    if made.rows:
        console().print(made)
    else:
        remark("Nothing of this kind is found in this collection.")
