"""How the templates put ledger values in words; an icon always stands beside a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from sayso import __version__
from sayso.model import (
    ArticleHead,
    ConflictKind,
    Position,
    Row,
    Said,
    Stance,
    Weighing,
    joined_text,
)
from sayso.views import counted, other_names, period_words
from sayso.views.dated import Kind
from sayso.views.direction import direction
from sayso.views.marks import Mark
from sayso.views.matrix import Period, Unit
from sayso.views.wording import side_words

SHOWN_POSITIONS = 8
MOST_SIDES = 5
_HEARD = 6

ICONS: Mapping[Stance, str] = {
    Stance.AFFIRMS: "●",
    Stance.DENIES: "✕",
    Stance.EVADES: "◌",
    Stance.DOUBTS: "?",
    Stance.NEUTRAL: "–",
}


def period(start: date | None, end: date | None) -> str:
    """Return a closed interval of days as text: "4 to 6 May 2026".

    An open end reads "since" or "by".
    """
    if start and end and start < end and start.year == end.year:
        first = f"{start.day}" if start.month == end.month else _day_of_year(start)
        return f"{first} to {_day(end)}"
    return period_words(start, end, day_words=_day)


@lru_cache(maxsize=10_000)
def _day(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"


def period_heading(column: Period, unit: Unit) -> str:
    """Return what stands over a column of a matrix: "10 May 2026", "4–10 May 2026", "May 2026"."""
    start, end = column.start, column.end
    if start is None or end is None:
        return "day unknown"
    match unit:
        case Unit.DAY:
            return _day(start)
        case Unit.WEEK:
            first = f"{start.day}" if start.month == end.month else f"{start.day} {start:%b} "
            return f"{first}–{_day(end)}"
        case Unit.MONTH:
            return f"{start:%b} {start.year}"
        case Unit.YEAR:
            return str(start.year)


def sides_words(sides: Sequence[str]) -> str:
    """Return who stands in a conflict, "Syria / Front"; of many the first ones and a number."""
    named = sides if len(sides) <= MOST_SIDES + 1 else sides[:MOST_SIDES]
    more = len(sides) - len(named)
    told = " / ".join(map(side_words, named))
    return f"{told} and {more} more" if more else told


def said_words(said: Said | None) -> str:
    """Return when a statement was made, as text."""
    return period(said.start, said.end) if said else "day unknown"


def said_briefly(row: Row) -> str:
    """Return when a statement was made, without the year; else when its article was published."""
    said, published = row.statement.said, row.article.published
    if said and (said.start or said.end):
        return period_words(said.start, said.end, day_words=_day_of_year)
    return f"published {_day_of_year(published)}" if published else "day unknown"


def _day_of_year(day: date) -> str:
    return f"{day.day} {day:%b}"


def mark_words(mark: Mark) -> str:
    """Return what a mark of a timeline stands for, for those who hear it: first what others see."""
    dated = mark.dated
    text = mark.text or dated.text
    when = period(dated.start, dated.end) or "day unknown"
    match dated.kind:
        case Kind.EVENT:
            return f"{text}, told of: {when}"
        case Kind.SAID:
            names = dict.fromkeys(account.who for account in dated.accounts)
            # Of many speakers the drawing tells the number; more names than a few nobody hears.
            unsaid = [name for name in names if name not in text][:_HEARD]
            times = counted(len(dated.accounts), "statement")
            return ", ".join((text, f"said {when}", times, *unsaid))
        case Kind.PUBLISHED:
            return f"{text}, published {when}"


def who(row: Row) -> str:
    """Return who made a statement: the party, else the words of the source, else "unnamed"."""
    if row.statement.party:
        return row.statement.party.name
    return joined_text(row.statement.source) or "unnamed source"


def stance_words(stance: Stance | None) -> str:
    """Return a stance with its icon, "" for none."""
    return f"{ICONS[stance]} {stance.value}" if stance else ""


def source_words(row: Row) -> str:
    """Return where a statement was printed: "Northern Wire, 5 May 2026"."""
    return head_words(row.article)


def head_words(head: ArticleHead) -> str:
    """Return where and when an article was printed."""
    day = period(head.published, head.published) or "undated"
    return f"{head.outlet or 'outlet unknown'}, {day}"


CONFLICTS: Mapping[ConflictKind, str] = {
    ConflictKind.STANCE: "stances",
    # Which of them takes a look at what was said: a matter's own page has had it.
    ConflictKind.FIGURE: "figures, days or places",
}
"""What a conflict is of, where lists name it."""


def latest_positions(weighing: Weighing) -> tuple[Position, ...]:
    """Return the last position of each party, at most eight, those that take a stance first."""
    last = {p.party.id if p.party else None: p for p in weighing.positions}
    ranked = sorted(last.values(), key=lambda p: p.stance is Stance.NEUTRAL)
    return tuple(ranked[:SHOWN_POSITIONS])


def environment_words() -> dict[str, object]:
    """Return the functions and tables that the templates use."""
    return {
        "icons": ICONS,
        "conflict_words": CONFLICTS,
        "period": period,
        "period_heading": period_heading,
        "side_words": side_words,
        "sides_words": sides_words,
        "said_briefly": said_briefly,
        "said_words": said_words,
        "who": who,
        "counted": counted,
        "direction": direction,
        "mark_words": mark_words,
        "joined_text": joined_text,
        "other_names": other_names,
        "latest_positions": latest_positions,
        "version": __version__,
    }
