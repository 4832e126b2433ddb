"""The first screen: a card for each matter, with what each side last said of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.ledger.protocol import Ledger, MatterFilter
from sayso.model import Conflict, Matter, Party, Position, Shift, Stance, WeighedMatter
from sayso.weigh import label


@dataclass(frozen=True, slots=True)
class SideCard:
    """The latest position of a side, and the party that took it.

    ``others`` are parties of the same side that stand otherwise by their own latest positions;
    one that is only neutral stands nowhere.
    """

    name: str
    latest: Position
    party: Party
    others: int


@dataclass(frozen=True, slots=True)
class MatterCard:
    """A matter as the first screen shows it.

    Sides that take a stance come first, of them those that conflicts name, then the latest.
    ``more_sides``, ``more_conflicts`` and ``more_shifts`` are how many are left out.
    """

    matter: Matter
    sides: tuple[SideCard, ...]
    more_sides: int
    conflicts: tuple[Conflict, ...]
    more_conflicts: int
    shifts: tuple[Shift, ...]
    more_shifts: int
    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class FirstPage:
    """One screen of cards; ``first`` is the number of the first one, ``more`` if others follow."""

    cards: tuple[MatterCard, ...]
    first: int
    more: bool


SIDES_SHOWN = 6
CONFLICTS_SHOWN = 3
SHIFTS_SHOWN = 3


def first_page(ledger: Ledger, which: MatterFilter, *, page: int, size: int) -> FirstPage:
    """Return the ``page``-th screen, from 1, of ``size`` matters that a filter lets through.

    The filter's own limit and offset are not looked at.
    """
    start = (page - 1) * size
    # One more than is shown tells whether there is a next screen.
    wanted = replace(which, offset=start, limit=size + 1)
    found = tuple(ledger.overview(wanted))
    return FirstPage(tuple(map(matter_card, found[:size])), start + 1, len(found) > size)


def matter_card(weighed: WeighedMatter) -> MatterCard:
    """Return the card of a matter."""
    weighing = weighed.weighing
    sides = _sides(weighing.positions, {s for c in weighing.conflicts for s in c.sides})
    shifts = weighing.shifts
    return MatterCard(
        matter=weighed.matter,
        sides=sides[:SIDES_SHOWN],
        more_sides=max(0, len(sides) - SIDES_SHOWN),
        conflicts=weighing.conflicts[:CONFLICTS_SHOWN],
        more_conflicts=max(0, len(weighing.conflicts) - CONFLICTS_SHOWN),
        shifts=shifts[:SHIFTS_SHOWN],
        more_shifts=max(0, len(shifts) - SHIFTS_SHOWN),
        articles=weighing.articles,
        origins=weighing.origins,
    )


def _sides(positions: Iterable[Position], opposed: Collection[str]) -> tuple[SideCard, ...]:
    last: dict[str, Position] = {}
    for held in positions:
        # They are in order of time for each party: the last one stays.
        if held.party is not None:
            last[held.party.id] = held
    by_side: dict[str, list[tuple[Party, Position]]] = defaultdict(list)
    for held in last.values():
        if held.party is not None:
            by_side[held.side or label(held.party)].append((held.party, held))
    found = [_side(name, held) for name, held in by_side.items()]

    def rank(side: SideCard) -> tuple[bool, bool, date, str]:
        stands, day = _rank(side.latest)
        return stands, side.name in opposed, day, side.name

    return tuple(sorted(found, key=rank, reverse=True))


def _side(name: str, held: Sequence[tuple[Party, Position]]) -> SideCard:
    party, latest = max(held, key=lambda each: (_rank(each[1]), each[0].id))
    stances = [position.stance for _, position in held]
    others = sum(stance not in {latest.stance, Stance.NEUTRAL} for stance in stances)
    return SideCard(name, latest, party, others)


def _rank(held: Position) -> tuple[bool, date]:
    day = held.end or held.start
    return held.stance is not Stance.NEUTRAL, day or date.min
