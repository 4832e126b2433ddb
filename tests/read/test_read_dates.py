from __future__ import annotations

from datetime import date

import pytest

from sayso.read.fulldates import date_line, find_full_dates, iso_day

DAY = date(2026, 5, 5)


@pytest.mark.parametrize(
    "line",
    [
        "5 May 2026",
        "05 May 2026",
        "5th of May 2026",
        "May 5, 2026",
        "MAY 5 2026",
        "Tuesday 5 May 2026",
        "Tue, May 5, 2026",
        "Published May 5, 2026 10:15 GMT",
        "Published: 5 May 2026, 10.15am",
        "Published on 5 May 2026 at 10:15 UTC+3",
        "First published 5 May 2026 | Updated 6 May 2026",
        "Updated 6 May 2026, published 5 May 2026",
        "2026-05-05",
        "2026-05-05T10:15:00Z",
        "05.05.2026",
        "05/05/2026",
        "5 May 2026 – 1015 GMT",
    ],
)
def test_date_lines_give_the_day_of_publication(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.published == DAY


@pytest.mark.parametrize("line", ["Updated 5 May 2026", "05/06/2026", "31 June 2026"])
def test_date_lines_that_do_not_say_give_none(line: str) -> None:
    found = date_line(line)
    assert found is not None
    assert found.published is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Monday",
        "5 May",
        "May 2026",
        "On 5 May 2026 the dam broke",
        "The dam, 5 May 2026",
        "He came on Monday 5 May 2026",
        "2026",
        "Mayor 5, 2026",
        "1 2 2026",
        "5 May 2026 " * 20,
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("from 5 May 2026 to May 5, 2026", [DAY, DAY]),
        ("13/05/2026 and 05/13/2026", [date(2026, 5, 13), date(2026, 5, 13)]),
        ("version 1.2.2026.4 of 12-34-2026", [None]),
        ("30 February 2026", [None]),
    ],
)
def test_full_dates_are_found(text: str, days: list[date | None]) -> None:
    found = list(find_full_dates(text))
    assert [piece.day for piece in found] == days
    assert all(text[piece.start : piece.end].strip() for piece in found)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-05-05", DAY),
        (" 2026-05-05 ", DAY),
        ("2026-05-05T23:59:59+14:00", DAY),
        ("2026-05-05T00:00:00Z", DAY),
        ("2026-05-05 10:00", DAY),
        ("5 May 2026", None),
        ("2026-13-05", None),
        ("", None),
        ("now", None),
    ],
)
def test_iso_days(value: str, day: date | None) -> None:
    assert iso_day(value) == day
