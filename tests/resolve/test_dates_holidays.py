"""Movable feasts against published tables."""

from datetime import date

import pytest

from sayso.resolve.dates.holidays import easter, holiday_in, orthodox_easter


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1900, (4, 15), (4, 22)),
        (2000, (4, 23), (4, 30)),
        (2008, (3, 23), (4, 27)),
        (2017, (4, 16), (4, 16)),
        (2024, (3, 31), (5, 5)),
        (2025, (4, 20), (4, 20)),
        (2026, (4, 5), (4, 12)),
        (2038, (4, 25), (4, 25)),
    ],
)
def test_easter(year: int, western: tuple[int, int], orthodox: tuple[int, int]) -> None:
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *orthodox)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", date(2026, 12, 25)),
        ("easter-2", date(2026, 4, 3)),
        ("orthodox+1", date(2026, 4, 13)),
        ("weekday:11,4,4", date(2026, 11, 26)),
        ("weekday:5,1,-1", date(2026, 5, 25)),
        ("weekday:9,1,1", date(2026, 9, 7)),
        ("02-29", None),
    ],
)
def test_rules(rule: str, day: date | None) -> None:
    assert holiday_in(rule, 2026) == day


@pytest.mark.parametrize("rule", ["easter+0", "orthodox+0", "12-25", "weekday:5,1,-1"])
@pytest.mark.parametrize("year", [-5, 0, 10_000])
def test_no_such_year(rule: str, year: int) -> None:
    assert holiday_in(rule, year) is None
