"""Expressions that newswire is full of, with their traps; published on Friday 22 March 2013."""

from datetime import date

import pytest

from sayso.resolve.dates import find_dates

PUBLISHED = date(2013, 3, 22)


def shown(text: str, *, timex3: bool = False) -> list[str]:
    found = find_dates(text, published=PUBLISHED, timex3=timex3)
    return [f"{w.span.text} | {w.value} | {w.start or '-'} | {w.end or '-'}" for w in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words that point at no day
        ("These days it is shut.", ["These days | PRESENT_REF | - | -"]),
        ("These days of rain were long.", []),
        ("He is away at the moment.", ["the moment | PRESENT_REF | - | -"]),
        ("at the moment of impact", []),
        ("It has happened in the past.", ["the past | PAST_REF | - | -"]),
        ("in the past season", []),
        ("At the time, it was shut.", ["the time | PAST_REF | - | -"]),
        ("at the time of the raid", []),
        ("It ended hours ago.", ["hours ago | PAST_REF | - | 2013-03-22"]),
        # Lengths
        ("It took half an hour.", ["half an hour | PT30M | - | -"]),
        ("It took a half-hour.", ["a half-hour | PT30M | - | -"]),
        ("It took a year and a half.", ["a year and a half | P1.5Y | - | -"]),
        ("It went on all day.", ["all day | P1D | - | -"]),
        ("It sold all week tickets.", ["all week | P1W | - | -"]),
        ("the weeklong strike", ["weeklong | P1W | - | -"]),
        ("Weeklong Press said so.", []),
        ("the decades-long feud", ["decades-long | PXDE | - | -"]),
        ("the month-long fast", ["month-long | P1M | - | -"]),
        ("They waited days for water.", ["days | PXD | - | -"]),
        ("Hours after the raid it fell.", ["Hours | PTXH | - | -"]),
        ("in the weeks before the crash", ["weeks | PXW | - | -"]),
        ("the weeks of rain", []),
        ("for the third time in as many days", []),
        ("for so many years", []),
        ("for many years", ["many years | PXY | - | -"]),
        ("Some day it will end.", []),
        ("over the next year", ["the next year | P1Y | 2013-03-22 | 2014-03-22"]),
        ("in the coming week", ["the coming week | P1W | 2013-03-22 | 2013-03-29"]),
        ("in recent hours", ["recent hours | PTXH | - | 2013-03-22"]),
        ("a year-on-year rise", []),
        ("two weeks from now", ["two weeks from now | 2013-W14 | 2013-04-01 | 2013-04-07"]),
        ("a year from today", ["a year from today | 2014 | 2014-01-01 | 2014-12-31"]),
        # Sets
        ("every other day", ["every other day | P2D | - | -"]),
        ("every other man", []),
        ("an hourly bulletin", ["hourly | PT1H | - | -"]),
        # Days and parts of them
        (
            "Rain is forecast for the weekend.",
            ["the weekend | 2013-W12-WE | 2013-03-23 | 2013-03-24"],
        ),
        ("It rained over the weekend.", ["the weekend | 2013-W11-WE | 2013-03-16 | 2013-03-17"]),
        ("the weekend of the raid", []),
        (
            "Earlier in the day it fell.",
            ["Earlier in the day | 2013-03-22 | 2013-03-22 | 2013-03-22"],
        ),
        ("the end of the day", []),
        ("the previous Sunday", ["the previous Sunday | 2013-03-17 | 2013-03-17 | 2013-03-17"]),
        ("noon on Monday", ["noon on Monday | 2013-03-18T12:00 | 2013-03-18 | 2013-03-18"]),
        (
            "at 3 p.m. local time",
            ["3 p.m. local time | 2013-03-22T15:00 | 2013-03-22 | 2013-03-22"],
        ),
        ("at 1430 GMT", ["1430 GMT | 2013-03-22T14:30 | 2013-03-22 | 2013-03-22"]),
        ("at 0930 GMT", ["0930 GMT | 2013-03-22T09:30 | 2013-03-22 | 2013-03-22"]),
        ("the 2012 local elections", ["2012 | 2012 | 2012-01-01 | 2012-12-31"]),
        # Months, seasons, quarters, decades
        ("It was cold this winter.", ["this winter | 2012-WI | 2012-12-01 | 2013-02-28"]),
        ("in March last year", ["March last year | 2012-03 | 2012-03-01 | 2012-03-31"]),
        ("on 5 May last year", ["5 May last year | 2012-05-05 | 2012-05-05 | 2012-05-05"]),
        (
            "the coldest March in years",
            ["March | 2013-03 | 2013-03-01 | 2013-03-31", "years | PXY | - | -"],
        ),
        ("Ernest March was cold.", []),
        (
            "in last year's second quarter",
            ["last year's second quarter | 2012-Q2 | 2012-04-01 | 2012-06-30"],
        ),
        ("Sales fell in Q1.", ["Q1 | 2013-Q1 | 2013-01-01 | 2013-03-31"]),
        ("Sales fell in Q4.", ["Q4 | 2012-Q4 | 2012-10-01 | 2012-12-31"]),
        ("an Audi Q4 was found", []),
        (
            "Profit fell in the January-March quarter.",
            ["the January-March quarter | 2013-Q1 | 2013-01-01 | 2013-03-31"],
        ),
        ("in July-September", ["July-September | 2012-Q3 | 2012-07-01 | 2012-09-30"]),
        (
            "the February-October cold",
            [
                "February | 2013-02 | 2013-02-01 | 2013-02-28",
                "October | 2012-10 | 2012-10-01 | 2012-10-31",
            ],
        ),
        (
            "Sales fell from the same month last year.",
            ["the same month last year | 2012-03 | 2012-03-01 | 2012-03-31"],
        ),
        ("Analysts expect 2013 earnings of $2.", ["2013 | 2013 | 2013-01-01 | 2013-12-31"]),
        ("expected 2013 visitors", []),
        # Two units
        ("It lasted two hours and 58 minutes.", ["two hours and 58 minutes | PT2H58M | - | -"]),
        ("a term of three years, two months", ["three years, two months | P3Y2M | - | -"]),
        (
            "It took two hours and three days.",
            ["two hours | PT2H | - | -", "three days | P3D | - | -"],
        ),
        # Pointers
        ("It had previously been shut.", ["previously | PAST_REF | - | -"]),
        ("two years previously", ["two years previously | XXXX | - | -"]),
        ("No offer is made at this time.", ["this time | PRESENT_REF | - | -"]),
        ("at this time of day", []),
        ("in the next decade", ["the next decade | 202X | 2020-01-01 | 2029-12-31"]),
    ],
)
def test_newswire(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_that_month_is_the_told_year_s() -> None:
    text = "The fleet sailed in April 1982; that June it came home."
    assert [w.value for w in find_dates(text, published=PUBLISHED)] == ["1982-04", "1982-06"]


@pytest.mark.parametrize(
    ("text", "opened", "plain"),
    [
        ("since 2012", "2012/..", "2012"),
        ("since late April 2012", "2012-04-21/..", "2012-04"),
        ("until 2014", "2014", "2014"),
    ],
)
def test_timex3_keeps_the_expressions_own_value(text: str, opened: str, plain: str) -> None:
    (interval,) = find_dates(text, published=PUBLISHED)
    (timex3,) = find_dates(text, published=PUBLISHED, timex3=True)
    assert (interval.value, timex3.value) == (opened, plain)
    assert (interval.span, interval.start, interval.end) == (
        timex3.span,
        timex3.start,
        timex3.end,
    )
