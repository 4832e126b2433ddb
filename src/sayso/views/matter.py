"""One matter as a page shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.ledger.protocol import Ledger, RowFilter
from sayso.model import (
    Conflict,
    ConflictKind,
    Party,
    Row,
    Shift,
    Stance,
    WeighedMatter,
    joined_text,
    name_key,
)
from sayso.views.figures import FigureAxis, Told, figure_axis, range_words
from sayso.views.reading import BlockView, reading_part
from sayso.weigh import Merges, OneParty, day_of, figures_in, label, one_parties, principals


@dataclass(frozen=True, slots=True)
class AccountView:
    """A row of a matter with the label of its side and the origin of its article.

    ``party`` is whose position it shows, ``counts_as`` that one's name where it differs from
    ``who``; ``speaks`` tells whether that is because this one speaks for it, in this row or in
    another.
    """

    row: Row
    label: str
    who: str
    party: Party | None
    counts_as: str | None
    speaks: bool
    origin: str

    @property
    def is_copy(self) -> bool:
        """Whether its article copies another one of the collection."""
        return self.origin != self.row.article.id

    @property
    def day(self) -> date | None:
        """The day by which it was said."""
        return day_of(self.row)


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a matter, with its accounts by date of saying."""

    name: str
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One voice in a conflict: its latest account, and the earlier ones, the newest first."""

    latest: AccountView
    earlier: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class CampView:
    """Those who stand together in a conflict: ``name`` is a stance, or for figures a side."""

    name: str
    voices: tuple[VoiceView, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict as opposed camps; ``axes`` show the figures that exclude each other, by kind."""

    conflict: Conflict
    camps: tuple[CampView, ...]
    axes: tuple[FigureAxis, ...]


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift with the last account before it and the first one after it, where both are known."""

    shift: Shift
    before: AccountView | None
    after: AccountView | None


@dataclass(frozen=True, slots=True)
class MatterPage:
    """A matter with its conflicts and shifts, its sides with their accounts, who is one party.

    ``accounts`` are all of them, by day of saying; those without a day come last.
    """

    weighed: WeighedMatter
    conflicts: tuple[ConflictView, ...]
    shifts: tuple[ShiftView, ...]
    sides: tuple[SideView, ...]
    parties: tuple[OneParty, ...]
    accounts: tuple[AccountView, ...]


UNNAMED = "No named source"


def matter_page(ledger: Ledger, ref: str, merges: Merges) -> MatterPage:
    """Return the page of one matter; ``merges`` is the user's word on who is one party.

    Raises NotFoundError.
    """
    weighed = ledger.matter(ref)
    rows = list(ledger.rows(RowFilter(matter=weighed.matter.id)))
    rows.sort(key=lambda r: (str(day_of(r) or "9999"), r.article.id, r.statement.start))
    ones = one_parties(rows, merges)
    accounts = _accounts(ledger, rows, ones, merges)
    by_side: dict[str, list[AccountView]] = defaultdict(list)
    for view in accounts:
        by_side[view.label].append(view)
    by_id = {view.row.statement.id: view for view in accounts}
    return MatterPage(
        weighed=weighed,
        conflicts=tuple(_conflict(c, by_id) for c in weighed.weighing.conflicts),
        shifts=tuple(_shift_view(s, by_id) for s in weighed.weighing.shifts),
        sides=tuple(SideView(name, tuple(views)) for name, views in by_side.items()),
        parties=ones,
        accounts=accounts,
    )


def _accounts(
    ledger: Ledger, rows: Sequence[Row], ones: Iterable[OneParty], merges: Merges
) -> tuple[AccountView, ...]:
    parties = principals(rows, merges)
    origins = ledger.origins({row.article.id for row in rows})
    named = [row.statement.party for row in rows if row.statement.party]
    spokespeople = {name_key(party.name) for party in named if party.acts_for}
    spelt = {(merge.party.name, one.party.name) for one in ones for merge in one.merged}
    found = []
    for row in rows:
        party = parties.get(row.statement.id)
        who = row.statement.party.name if row.statement.party else UNNAMED
        group = label(party) if party else UNNAMED
        other = party.name if party and name_key(party.name) != name_key(who) else None
        # Another spelling of one party is no spokesperson of it.
        speaks = name_key(who) in spokespeople and (who, other) not in spelt
        origin = origins[row.article.id]
        found.append(AccountView(row, group, who, party, other, speaks, origin))
    return tuple(found)


def account_in_context(ledger: Ledger, statement: str) -> tuple[Row, tuple[BlockView, ...]]:
    """Return a statement's row with the paragraphs that hold it, as the reading page shows them.

    Raises NotFoundError.
    """
    row = ledger.row(statement)
    blocks = reading_part(ledger, row.article.id, statement=row.statement.id).blocks
    held = (b for b in blocks if any(row.statement.id in s.statements for s in b.segments))
    return row, tuple(held)


def _shift_view(shift: Shift, by_id: Mapping[str, AccountView]) -> ShiftView:
    """Return a shift with its two turning accounts; ``by_id`` are a matter's, by statement id."""
    own = sorted(
        (by_id[s] for s in shift.statements if s in by_id), key=lambda a: a.day or date.max
    )
    before = [a for a in own if a.row.stance is shift.from_stance]
    after = [a for a in own if a.row.stance is shift.to_stance]
    return ShiftView(shift, before[-1] if before else None, after[0] if after else None)


def _conflict(conflict: Conflict, by_id: Mapping[str, AccountView]) -> ConflictView:
    own = [by_id[s] for s in conflict.statements if s in by_id]
    by_stance = conflict.kind is ConflictKind.STANCE
    camps: dict[str, list[AccountView]] = defaultdict(list)
    for view in own:
        stance = view.row.stance or Stance.NEUTRAL
        camps[stance.value if by_stance else view.label].append(view)
    return ConflictView(
        conflict,
        tuple(CampView(name, _voices(views)) for name, views in camps.items()),
        () if by_stance else _axes(own),
    )


def _voices(accounts: Iterable[AccountView]) -> tuple[VoiceView, ...]:
    """Return each voice once; of one day's accounts an original stands before a copy."""
    by_who: dict[str, list[AccountView]] = defaultdict(list)
    for view in accounts:
        by_who[name_key(view.who)].append(view)
    voices = []
    for own in by_who.values():
        own.sort(key=lambda a: (a.day or date.min, not a.is_copy), reverse=True)
        voices.append(VoiceView(own[0], tuple(own[1:])))
    return tuple(voices)


def _axes(accounts: Sequence[AccountView]) -> tuple[FigureAxis, ...]:
    """Return an axis for each kind of which two sides tell figures that exclude each other."""
    given = [
        (view, figure)
        for view in accounts
        for figure in figures_in(joined_text(view.row.statement.content))
        if not figure.part
    ]
    contrary = {
        one.kind
        for view, one in given
        for other_view, other in given
        if view.label != other_view.label and one.excludes(other)
    }
    told: dict[str, dict[tuple[str, str], Told]] = {kind: {} for kind in sorted(contrary)}
    for view, figure in given:
        if figure.kind in told:
            counted = f" {figure.whom}" if figure.whom else ""
            words = f"{range_words(figure.low, figure.most)}{counted}"
            told[figure.kind][view.who, words] = Told(
                figure.low, figure.most, words, view.who, view.label, view.row.statement.id
            )
    return tuple(figure_axis(kind, list(of_kind.values())) for kind, of_kind in told.items())
