"""Accounts that contradict each other about a day, and about a place; all of it is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from made_rows import make_party, make_row
from sayso.model import PartyKind, Row, Span, Stance, When

ARMY = make_party("Karsk army", "karsk", kind=PartyKind.ORGANISATION)
COUNCIL = make_party("Rastel council", kind=PartyKind.ORGANISATION)


def on_day(row: Row, word: str, start: date, end: date | None = None) -> Row:
    """The row with a day, or a period, that its content names by a word."""
    content = row.statement.content[0]
    at = content.start + content.text.index(word)
    when = When(Span(at, at + len(word), word), "", start, end or start)
    return replace(row, statement=replace(row.statement, dates=(when,)))


def days_told() -> list[Row]:
    told = [
        (ARMY, "the bakery in Rastel was shelled on Monday", "Monday", 4),
        (COUNCIL, "shells hit the bakery in Rastel on Tuesday", "Tuesday", 5),
    ]
    return [
        on_day(
            make_row(who, Stance.AFFIRMS, text, day=8, article=f"{day}"), word, date(2026, 5, day)
        )
        for who, text, word, day in told
    ]


def places_told() -> list[Row]:
    told = [
        (ARMY, "the convoy was shelled in Tarn"),
        (COUNCIL, "gunmen attacked the convoy in Ossen"),
    ]
    return [
        make_row(who, Stance.AFFIRMS, text, day=3, article=f"a{i}")
        for i, (who, text) in enumerate(told)
    ]
