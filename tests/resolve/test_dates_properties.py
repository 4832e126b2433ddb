"""Dates on any text at all: exact spans, no overlap, no overflow, no crash."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.en.tables import load_table
from sayso.resolve.dates import find_dates

WORDS = sorted(
    {
        word
        for name in ("months", "weekdays", "units", "seasons", "day_parts", "day_words", "numbers",
                     "ordinals", "decades", "holidays", "references", "sets")
        for word in load_table("dates")[name]
    }
    | {word for words in load_table("dates")["classes"].values() for word in words}
    | {"BC", "AD", "am", "p.m.", "Q2", "H9", "'99", "1980s", "3rd", "10:57", "99:99", "0", "31",
       "1999", "10000", "999999999", "9" * 30, "2026-05-04", "0000-00-00", "9999-12-31", "1/1/0000",
       "0001", "12.12.9999", ",", ".", "-", "–", "'", "’s", "\n", "\n\n", "\r\n", "٣", "🕊️", "שלום", "İ"}
)  # fmt: skip
phrases = st.lists(
    st.sampled_from(WORDS).flatmap(lambda w: st.sampled_from([w, w.capitalize(), w.upper()])),
    max_size=30,
).flatmap(lambda words: st.sampled_from([" ".join(words), "".join(words)]))
published = st.none() | st.dates() | st.sampled_from([date.min, date.max, date(2026, 5, 5)])


def check(text: str, day: date | None) -> None:
    end = 0
    for when in find_dates(text, published=day):
        assert when.span.quotes(text)
        assert when.span.start >= end
        end = when.span.end
        assert when.value
        if when.start and when.end:
            assert when.start <= when.end


@given(st.text(max_size=200), published)
def test_any_text(text: str, day: date | None) -> None:
    check(text, day)


@settings(max_examples=600)
@given(phrases, published)
def test_any_words_of_time(text: str, day: date | None) -> None:
    check(text, day)


@pytest.mark.parametrize("day", [None, date.min, date.max, date(4, 2, 29)])
@pytest.mark.parametrize(
    "text",
    [
        "in the year 9999", "10000 years ago", "999999999 days ago", "yesterday and tomorrow",
        "next week, last week, this weekend", "the past 5000 years", "the next 9000 centuries",
        "next year, last year", "last winter", "next Monday and last Monday", "In January it will",
        "on 31 December 9999. A year later. Two days later.", "Easter and Orthodox Easter",
        "since 3 May 9999", "on Easter 0001", "the last decade, next century", "on 29 February",
        "in the fourth quarter, the second half of next year", "last night", "in the 10s",
        "on 01/01/01", "a millennium ago",
    ],
)  # fmt: skip
def test_the_ends_of_the_calendar(text: str, day: date | None) -> None:
    check(text, day)


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "\n", "9", "May ", "by May ", "the ", "one ", "late ", "on the ", "1,", "1.", "-",
     "3 ", "since the ", "'", "12:", "days ", "Easter "],
)  # fmt: skip
def test_long_runs_of_one_thing(piece: str) -> None:
    check(piece * 20_000, date(2026, 5, 5))
