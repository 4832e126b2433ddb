"""Names of outlets and places by a part of them, on both stores."""

from __future__ import annotations

from datetime import date

import pytest
from ledger_builders import RUN, link, make_article, make_matter, make_place, make_statement

from sayso.ledger import Ledger

OUTLETS = ["Coast Daily", "Northern Wire", "NORTHERN WIRE", "Öst Kurier", None, "Northern Light"]
PLACES = ["Ostrel", "Orlitsa", "Café Ridge", "Orlitsa", "East Orlitsa"]


@pytest.fixture
def named(ledger: Ledger) -> Ledger:
    """Six articles of four outlets, and a matter in each of the places; one is nowhere."""
    with ledger.writing() as book:
        for number, outlet in enumerate(OUTLETS):
            article = make_article("It rained.", outlet=outlet, published=date(2026, 5, number + 1))
            book.append(article, (), RUN)
        for number, name in enumerate([*PLACES, None]):
            article = make_article(f"The dam at {name} burst, {number} people said.", outlet=None)
            told = make_statement(article, f"The dam at {name} burst")
            book.append(article, (told,), RUN)
            place = make_place(article, name) if name else None
            link(book, make_matter(f"Whether dam {number} burst", place=place), (told,))
        # Nothing was ever told of this one.
        lost = make_article("The dam at Orvel burst.", outlet=None)
        book.append(lost, (), RUN)
        book.save_matter(make_matter("Whether it burst", place=make_place(lost, "Orvel")))
    return ledger


@pytest.mark.parametrize(
    ("part", "limit", "expected"),
    [
        # The outlet with most articles first; one that is spelt in two ways is one.
        ("", 9, ["Northern Wire", "Coast Daily", "Öst Kurier", "Northern Light"]),
        ("", 2, ["Northern Wire", "Coast Daily"]),
        ("NORTH", 9, ["Northern Wire", "Northern Light"]),
        ("ost", 9, ["Öst Kurier"]),
        ("kurier", 9, ["Öst Kurier"]),
        ("wire n", 9, []),
        ("orthern", 9, []),
        ("%", 9, ["Northern Wire", "Coast Daily", "Öst Kurier", "Northern Light"]),
        ("xyzzy", 9, []),
    ],
)
def test_outlets_by_a_part_of_their_name(
    named: Ledger, part: str, limit: int, expected: list[str]
) -> None:
    assert list(named.outlets(part, limit=limit)) == expected


@pytest.mark.parametrize(
    ("part", "limit", "expected"),
    [
        ("o", 1, ["Orlitsa"]),
        ("orl", 9, ["East Orlitsa", "Orlitsa"]),
        ("cafe", 9, ["Café Ridge"]),
        ("ridge", 9, ["Café Ridge"]),
        ("rlitsa", 9, []),
        ("orvel", 9, []),
    ],
)
def test_places_by_a_part_of_their_name(
    named: Ledger, part: str, limit: int, expected: list[str]
) -> None:
    assert sorted(named.places(part, limit=limit)) == expected


def test_the_place_of_most_matters_comes_first(named: Ledger) -> None:
    assert named.places("", limit=9)[0] == "Orlitsa"
    assert sorted(named.places("", limit=9)) == sorted(set(PLACES))


def test_an_empty_ledger_names_nothing(ledger: Ledger) -> None:
    assert (ledger.outlets("", limit=9), ledger.places("", limit=9)) == ((), ())
