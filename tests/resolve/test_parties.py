"""Parties: gold examples, cross-article identity, and any text at all."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked_text import read_marked
from party_gold import Case, answer, cases

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Manner, Party, PartyKind, Span, paragraphs, party_id
from sayso.resolve.parties import find_parties, make_sides

GOLD = [*cases("parties_gold_first.txt"), *cases("parties_gold_second.txt")]

# The parse takes the capital for the person's surname or the other way round.
KNOWN_FAILURES = ("Denzel Washington came. ",)


@pytest.mark.parametrize("case", GOLD, ids=[case.marked[:60] for case in GOLD])
def test_gold(case: Case) -> None:
    if case.marked.startswith(KNOWN_FAILURES):
        pytest.xfail("a surname that is also a capital")
    assert answer(case) == case.expected


def test_there_are_enough_examples_and_negatives() -> None:
    assert len(GOLD) >= 150
    assert sum(case.expected is None for case in GOLD) >= 12


@cache
def _party(marked: str) -> Party:
    parsed, attributions, asked = read_marked(marked)
    party = find_parties(parsed, attributions, make_sides({}))[asked]
    assert party is not None
    return party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[S Tehran] [C said] [T so].", "[S The Iranian government] [C said] [T so]."),
        ("[S The White House] [C said] [T so].", "[S The U.S.] [C said] [T so]."),
        ("[S Peru's army] [C said] [T so].", "[S The Peruvian army] [C said] [T so]."),
        (
            "[S The Defence Ministry of Peru] [C said] [T so].",
            "[S Peru's Ministry of Defense] [C said] [T so].",
        ),
        ("[S Mr. Ivo Marr] [C said] [T so].", "[S Ivo Marr, 52,] [C said] [T so]."),
        ("[S General Ivo Marr] [C said] [T so].", "“[T So],” [C said] [S Ivo Marr’s]."),
        ("[S a Peruvian official] [C said] [T so].", "[S Peru's official] [C said] [T so]."),
    ],
)
def test_one_party_keeps_its_id(one: str, other: str) -> None:
    assert _party(one).id == _party(other).id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[S Iran] [C said] [T so].", "[S Iraq] [C said] [T so]."),
        ("[S Niger] [C said] [T so].", "[S Nigeria] [C said] [T so]."),
        ("[S Kenyan officials] [C said] [T so].", "[S Greek officials] [C said] [T so]."),
        ("[S Ivo Marr] [C said] [T so].", "[S Ivo Marr's lawyer] [C said] [T so]."),
    ],
)
def test_two_parties_have_two_ids(one: str, other: str) -> None:
    assert _party(one).id != _party(other).id


def test_a_spokesperson_and_the_body_meet() -> None:
    """The office that a spokesperson acts for bears the name that it has when it speaks itself."""
    spokesperson = _party("[S Kenya's foreign ministry spokesman Ali Rad] [C said] [T so].")
    ministry = _party("[S The Kenyan Foreign Ministry] [C said] [T so].")
    assert spokesperson.acts_for == ministry.name
    assert ministry.id == party_id(ministry.name, PartyKind.ORGANISATION, "KEN")


def test_aligned_with_attributions() -> None:
    parsed, attributions, _ = read_marked(
        "[S2 Ivo Marr] [C2 said] [T2 no]. [T It rained], [C it was said]. [S1 Oslo] [C1 said] [T1 yes]."
    )
    found = find_parties(parsed, attributions, make_sides({}))
    assert [party and party.name for party in found] == [None, "Norwegian government", "Ivo Marr"]


def test_no_attributions() -> None:
    parsed = ParsedText("", (), english_parser())
    assert find_parties(parsed, (), make_sides({})) == ()


def _halves(text: str, first: int, second: int) -> tuple[Attribution, ...]:
    """Return attributions whose spans cut a text anywhere, words included."""
    start, middle = sorted((first % (len(text) + 1), second % (len(text) + 1)))
    if not 0 < start < middle < len(text):
        return ()
    pieces = [Span(a, b, text[a:b]) for a, b in ((0, start), (start, middle), (middle, len(text)))]
    source, cue, content = pieces
    return (
        Attribution((source,), (cue,), (content,), Manner.DIRECT),
        Attribution((cue,), (source,), (content,), Manner.INDIRECT, inside=0),
        Attribution((), (), (source,), Manner.INDIRECT, inside=1),
    )


WORDS = st.sampled_from(
    [
        "Iran's",
        "the",
        "minister",
        ",",
        "and",
        "(",
        "SDC",
        ")",
        "he",
        "who",
        "’s",
        "-",
        "of",
        "US",
        "\u202eשלום",
        "🙂",
        "\r\n",
        "“",
        "al-Rashidi",
        "Mr.",
        "Kremlin",
        "spokesman",
        "\n\n",
        "A",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(max_size=60) | st.lists(WORDS, max_size=25).map(" ".join),
    first=st.integers(0, 200),
    second=st.integers(0, 200),
)
def test_any_text(text: str, first: int, second: int) -> None:
    attributions = _halves(text, first, second)
    parsed = ParsedText(text, paragraphs(text), english_parser())
    found = find_parties(parsed, attributions, make_sides({"A": ["A", "Kremlin"]}))
    assert len(found) == len(attributions)
    for party in found:
        assert party is None or (party.name.strip() and party.id)
