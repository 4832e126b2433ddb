"""One party across articles: what is merged, why, and how the user steers it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.model import Party, PartyKind, party_id
from sayso.weigh.merges import Merges, make_merges
from sayso.weigh.merging import MergeReason, merge_parties


def party(name: str, side: str | None = None, kind: PartyKind = PartyKind.PERSON) -> Party:
    return Party(party_id(name, kind, side), name, kind, side)


GADDAFI = [
    party("Muammar Gaddafi", "LBY"),
    party("Moammar Kadhafi", "LBY"),
    party("Muammar Gaddafi"),
    party("Gaddafi"),
]


def groups(parties: list[Party], merges: Merges | None = None, **options: bool) -> list[list[str]]:
    """Return the names of each party, its own first, as one list a party."""
    found = merge_parties(Counter(parties), merges or Merges({}, ()), **options)
    return [[one.party.name, *(m.party.name for m in one.merged)] for one in found]


def test_spellings_are_one_party_and_are_shown_with_the_reason() -> None:
    one, bare = merge_parties(Counter(GADDAFI))
    assert one.party.name == "Muammar Gaddafi"
    assert [(m.party.name, m.reason) for m in one.merged] == [
        ("Moammar Kadhafi", MergeReason.SPELLING)
    ]
    assert bare.party.name == "Gaddafi"
    assert not bare.merged


def test_a_surname_is_its_only_bearers_where_asked() -> None:
    (one,) = merge_parties(Counter(GADDAFI), surnames=True)
    assert [(m.party.name, m.reason) for m in one.merged] == [
        ("Moammar Kadhafi", MergeReason.SPELLING),
        ("Gaddafi", MergeReason.SURNAME),
    ]


def test_a_surname_of_two_is_nobodys() -> None:
    family = [*GADDAFI, party("Saif al-Islam Gaddafi", "LBY")]
    assert groups(family, surnames=True) == [
        ["Muammar Gaddafi", "Moammar Kadhafi"],
        ["Gaddafi"],
        ["Saif al-Islam Gaddafi"],
    ]


def test_different_sides_are_never_merged() -> None:
    two = [party("Ali Hassan", "EGY"), party("Aly Hasan", "IRQ"), party("Hassan", "SYR")]
    assert groups(two, surnames=True) == [["Ali Hassan"], ["Aly Hasan"], ["Hassan"]]
    # One spelling without a side may be either: all stay apart.
    three = [*two[:2], party("Ali Hasan")]
    assert groups(three) == [["Ali Hassan"], ["Aly Hasan"], ["Ali Hasan"]]


def test_a_person_seen_on_two_sides_takes_nobody_in() -> None:
    seen = [party("Ali Hassan", "EGY"), party("Ali Hassan", "IRQ"), party("Aly Hasan", "EGY")]
    assert groups(seen) == [["Ali Hassan"], ["Aly Hasan"]]


def test_the_commonest_spelling_names_the_party() -> None:
    often = [party("Moammar Kadhafi"), party("Muammar Gaddafi"), party("Muammar Gaddafi")]
    assert groups(often) == [["Muammar Gaddafi", "Moammar Kadhafi"]]


@pytest.mark.parametrize("kind", [PartyKind.GROUP, PartyKind.OFFICE, PartyKind.ORGANISATION])
def test_only_people_are_merged_by_their_spelling(kind: PartyKind) -> None:
    two = [party("Ahmed Hassan", kind=kind), party("Ahmad Hasan", kind=kind)]
    assert len(groups(two)) == len(two)


def test_the_user_merges_and_names() -> None:
    parties = [party("Colonel Gaddafi"), party("Brother Leader"), party("Ada Moss")]
    merges = Merges({"Muammar Gaddafi": ["Colonel Gaddafi", "Brother Leader", "Nobody"]}, ())
    one, other = merge_parties(Counter(parties), merges)
    assert one.party.name == "Muammar Gaddafi"
    assert one.party.id == party("Muammar Gaddafi").id
    assert [(m.party.name, m.reason) for m in one.merged] == [
        ("Colonel Gaddafi", MergeReason.USER),
        ("Brother Leader", MergeReason.USER),
    ]
    assert other.party.name == "Ada Moss"


def test_the_user_keeps_apart() -> None:
    merges = Merges({}, [["Muammar Gaddafi", "Moammar Kadhafi"]])
    assert groups(GADDAFI, merges, surnames=True) == [
        ["Muammar Gaddafi"],
        ["Moammar Kadhafi"],
        ["Gaddafi"],
    ]


def test_two_that_the_user_names_stay_two() -> None:
    merges = Merges({"Ali Hassan": ["Abu Karim"], "Aly Hasan": ["Abu Nabil"]}, ())
    parties = [party(n) for n in ("Ali Hassan", "Aly Hasan", "Abu Karim", "Abu Nabil")]
    assert groups(parties, merges) == [["Ali Hassan", "Abu Karim"], ["Aly Hasan", "Abu Nabil"]]


def test_what_the_user_names_takes_in_its_spellings() -> None:
    merges = Merges({"Muammar Gaddafi": ["Brother Leader"]}, ())
    parties = [party("Moammar Kadhafi"), party("Moammar Kadhafi"), party("Brother Leader")]
    assert groups([*parties, party("Muammar Gaddafi")], merges) == [
        ["Muammar Gaddafi", "Moammar Kadhafi", "Brother Leader"]
    ]


def test_a_name_kept_apart_from_one_spelling_is_not_merged_with_another() -> None:
    merges = Merges({"Muammar Gaddafi": ["Brother Leader"]}, [["Brother Leader", "Kadhafi"]])
    parties = [party(n) for n in ("Muammar Gaddafi", "Brother Leader", "Kadhafi", "Gaddafi")]
    assert groups(parties, merges, surnames=True) == [
        ["Muammar Gaddafi", "Brother Leader", "Gaddafi"],
        ["Kadhafi"],
    ]


def test_two_surnames_of_different_sides_are_not_one_persons() -> None:
    parties = [party("Muammar Gaddafi"), party("Gaddafi", "LBY"), party("Kadhafi", "EGY")]
    assert groups(parties, surnames=True) == [["Muammar Gaddafi", "Gaddafi"], ["Kadhafi"]]


def test_what_the_user_calls_a_party_counts_as_its_name() -> None:
    merges = Merges({"Muammar Gaddafi": ["Brother Leader"]}, ())
    parties = [party("Brother Leader"), party("Moammar Kadhafi"), party("Gaddafi")]
    assert groups(parties, merges, surnames=True) == [
        ["Muammar Gaddafi", "Brother Leader", "Moammar Kadhafi", "Gaddafi"]
    ]


def test_a_party_has_the_one_side_that_any_of_its_names_is_seen_on() -> None:
    (one,) = merge_parties(Counter([party("Muammar Gaddafi"), party("Moammar Kadhafi", "LBY")]))
    assert (one.party.name, one.party.side) == ("Muammar Gaddafi", "LBY")


def test_organisations_that_the_user_merges_have_the_side_of_one() -> None:
    kremlin = party("Kremlin", kind=PartyKind.GOVERNMENT)
    palace = party("Ulska palace", "RUS", kind=PartyKind.ORGANISATION)
    (one,) = merge_parties(Counter([kremlin, palace]), Merges({"Kremlin": ["Ulska palace"]}, ()))
    assert one.party == party("Kremlin", "RUS", kind=PartyKind.GOVERNMENT)
    assert {m.party for m in one.merged} == {kremlin, palace}


@pytest.mark.parametrize(
    ("same", "apart", "words"),
    [
        ({"Ada Moss": ["Moss"], "Ben Moss": ["moss"]}, [], ["parties.same", "moss", "Ben Moss"]),
        ({"Ada Moss": ["Moss"], "Moss": ["A. M."]}, [], ["parties.same", "Moss"]),
        ({"Ada Moss": ["A. M."]}, [["A. M.", "ada moss"]], ["parties.apart", "A. M."]),
        ({"Ada Moss": ["A. M.", "Moss"]}, [["A. M.", "Moss"]], ["parties.apart", "Moss"]),
        ({}, [["Ada Moss", "The Ada Moss"]], ["parties.apart", "The Ada Moss"]),
    ],
)
def test_a_word_that_contradicts_itself_is_refused(
    same: dict[str, list[str]], apart: list[list[str]], words: list[str]
) -> None:
    with pytest.raises(UsageError) as told:
        make_merges(same, apart)
    assert all(word in str(told.value) for word in words)


def test_a_consistent_word_is_taken_as_it_is() -> None:
    same, apart = {"Ada Moss": ["A. M."]}, [["Ada Moss", "Ben Moss"], ["A. M.", "Ben Moss"]]
    assert make_merges(same, apart) == Merges(same, apart)


@pytest.mark.parametrize(
    "same",
    [
        {"Hassan": ["Ali Hassan"]},
        {"Hassan": ["Ada Moss"], "Moss": ["Ali Hassan"]},
    ],
)
def test_a_full_name_may_stand_under_a_bare_surname(same: dict[str, list[str]]) -> None:
    names = ["Hassan", "Ali Hassan", "Moss", "Ada Moss"]
    found = merge_parties(Counter(party(n, None) for n in names), Merges(same, []), surnames=True)
    together = [{one.party.name, *(m.party.name for m in one.merged)} for one in found]
    assert sorted(name for one in together for name in one) == sorted(names)
    for head, members in same.items():
        assert any({head, *members} <= one for one in together)


NAMES = st.sampled_from(
    [
        "Ali Hassan",
        "Aly Hasan",
        "Hassan",
        "Ada Moss",
        "Moss",
        "Ali Husain",
        "Jörg Müller",
        "Jorg Mueller",
    ]
)
PARTIES = st.lists(st.builds(party, NAMES, st.sampled_from([None, "EGY", "IRQ"])), max_size=12)
SAME = st.dictionaries(NAMES, st.lists(NAMES, max_size=3), max_size=3)
APART = st.lists(st.lists(NAMES, max_size=3), max_size=2)


@given(PARTIES, SAME, APART, st.booleans())
def test_every_party_is_in_exactly_one(
    parties: list[Party], same: dict[str, list[str]], apart: list[list[str]], surnames: bool
) -> None:
    found = merge_parties(Counter(parties), Merges(same, apart), surnames=surnames)
    told = [one.party.id for one in found] + [m.party.id for one in found for m in one.merged]
    assert {p.id for p in parties} <= set(told)
    read = [i for i in told if i in {p.id for p in parties}]
    assert len(read) == len(set(read))
    for one in found:
        by_itself = {m.party.side for m in one.merged if m.reason is not MergeReason.USER}
        if len(same) == 0:
            assert len({one.party.side, *by_itself} - {None}) <= 1
