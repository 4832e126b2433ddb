"""The side table: every country, the user's sides, whole words only."""

from __future__ import annotations

import pytest
from marked_text import read_marked

from sayso.language.en.tables import load_table
from sayso.resolve.parties import find_parties, make_sides
from sayso.resolve.parties.sides import user_side


def _side(source: str, sides: dict[str, list[str]] | None = None) -> str | None:
    parsed, attributions, asked = read_marked(f"[S {source}] [C said] [T it rained].")
    party = find_parties(parsed, attributions, make_sides(sides or {}))[asked]
    assert party is not None
    return party.side


def test_the_country_table_is_complete() -> None:
    table = load_table("countries")
    assert len(table) == 250
    assert all(len(code) == 3 and code.isupper() for code in table)
    assert all(row["name"] and row["adjective"] for row in table.values())


def test_every_country_speaks_for_itself() -> None:
    sides = make_sides({})
    reached = {country.code for country in sides.countries.values()}
    assert reached == set(load_table("countries"))


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Chad", "TCD"),
        ("The Netherlands", "NLD"),
        ("Côte d'Ivoire", "CIV"),
        ("Bosnia and Herzegovina", "BIH"),
        ("South Sudanese officials", "SSD"),
        ("A Sudanese official", "SDN"),
        ("Turkish police", "TUR"),
        ("The Czech government", "CZE"),
        ("Kosovo's government", "XKX"),
        ("U.S. officials", "USA"),
        ("the Swiss Finance Ministry", "CHE"),
        ("Finnish President Aino Salo", "FIN"),
        # negatives
        ("Congolese officials", None),
        ("Syrian rebels", None),
        ("Residents of Oslo", None),
        ("Brussels", None),
        ("NATO", None),
        ("The European Union", None),
        ("The Coast Daily", None),
        ("A Western diplomat", None),
        ("Ivo Marr", None),
        ("Russian-backed separatists", None),
    ],
)
def test_sides_by_country(source: str, side: str | None) -> None:
    assert _side(source) == side


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("Ada Moss", "North"),
        ("Coastal League spokesman Jan Roe", "North"),
        ("the COASTAL LEAGUE", "North"),
        ("Norwegian officials", "Nordics"),
        ("Greek officials", "GRC"),
        ("NATO", "Nordics"),
        ("Coastal Bank", None),
        ("Ada Mossley", None),
        ("the Leaguers", None),
    ],
)
def test_sides_of_the_user(source: str, side: str | None) -> None:
    sides = {"North": ["Coastal League", "Ada Moss"], "Nordics": ["Norwegian", "NATO"]}
    assert _side(source, sides) == side


def test_the_longest_entry_wins_and_a_shared_name_is_nobodys() -> None:
    sides = make_sides({"A": ["Front", "Blue"], "B": ["Northern Front", "Blue"]})
    assert user_side(sides, "Front") == "A"
    assert user_side(sides, "The Northern Front") == "B"
    assert user_side(sides, "Blue") is None
    assert user_side(sides, None, "", "the front line") == "A"


def test_a_sides_own_name_claims_nothing() -> None:
    assert user_side(make_sides({"Government": ["Velmar"]}), "Greek government") is None
