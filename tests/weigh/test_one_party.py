"""One party under several spellings within a matter: positions, shifts, and what is shown of it."""

from __future__ import annotations

import pytest

from made_rows import make_party, make_row
from sayso.model import Act, Party, PartyKind, Stance
from sayso.weigh import MergeReason, Merges, one_parties, principals, stances, weigh

A, D, E, N = Stance.AFFIRMS, Stance.DENIES, Stance.EVADES, Stance.NEUTRAL

RAMZI = make_party("Mohammed al-Ramzi", "front")
RAMZY = make_party("Muhammad Ramzi", "front")
GROUP = PartyKind.GROUP
OFFICE = PartyKind.OFFICE
ORGANISATION = PartyKind.ORGANISATION
PALACE = make_party("Velmar palace", kind=ORGANISATION)
PRESIDENCY = make_party("Presidency", "VEL", kind=PartyKind.GOVERNMENT)
AIDE = make_party("Ida Roe", "VEL", role="spokesperson", acts_for="Velmar palace")


def told(first: Party, second: Party) -> list:
    """Return a denial and a later admission by two parties."""
    return [make_row(first, D, day=3), make_row(second, A, day=9, article="two")]


def user(*same: str, apart: tuple[str, ...] = ()) -> Merges:
    return Merges({same[0]: same[1:]} if same else {}, (apart,) if apart else ())


SAME_PALACE = user("Presidency", "Velmar palace")


@pytest.mark.parametrize(
    ("first", "second", "merges", "merged"),
    [
        pytest.param(RAMZI, RAMZY, user(), True, id="two spellings"),
        pytest.param(RAMZI, RAMZY, user(apart=(RAMZI.name, RAMZY.name)), False, id="kept apart"),
        pytest.param(RAMZI, make_party("Ramzi"), user(), True, id="his surname"),
        pytest.param(
            RAMZI, make_party("Ramzi"), user(apart=("Ramzi", RAMZI.name)), False, id="not his"
        ),
        pytest.param(RAMZI, make_party("Ramzi", "other"), user(), False, id="another side's"),
        pytest.param(RAMZI, make_party("Muhammad Ramzi", "other"), user(), False, id="two sides"),
        pytest.param(RAMZI, make_party("Ada Moss", "front"), user(), False, id="two people"),
        pytest.param(
            RAMZI, make_party("Ada Moss", "x"), user(RAMZI.name, "Ada Moss"), True, id="by word"
        ),
        pytest.param(PALACE, PRESIDENCY, user(), False, id="two organisations"),
        pytest.param(PALACE, PRESIDENCY, SAME_PALACE, True, id="one by the user's word"),
        pytest.param(AIDE, PRESIDENCY, SAME_PALACE, True, id="and its spokeswoman"),
        pytest.param(
            make_party("Front"), make_party("Southern Front"), user(), True, id="short for it"
        ),
        pytest.param(
            make_party("Front"),
            make_party("Southern Front"),
            user(apart=("Front", "Southern Front")),
            False,
            id="short for another",
        ),
        pytest.param(
            make_party("rebels", kind=GROUP),
            make_party("Rebels", kind=OFFICE),
            user(),
            False,
            id="groups are nobody",
        ),
    ],
)
def test_positions_of_one_party_count_together(
    first: Party, second: Party, merges: Merges, merged: bool
) -> None:
    weighing = weigh(told(first, second), {}, merges)
    assert bool(weighing.shifts) is merged
    assert len({p.party.id for p in weighing.positions if p.party}) == (1 if merged else 2)


def test_a_surname_of_two_is_nobodys() -> None:
    rows = [*told(RAMZI, make_party("Ramzi")), make_row(make_party("Ali Ramzi"), D, day=3)]
    assert weigh(rows, {}).shifts == ()


def test_one_speaker_under_two_spellings_contradicts_nobody() -> None:
    rows = [
        make_row(make_party("Mohammed al-Ramzi"), A, "14 people were killed", day=3),
        make_row(make_party("Muhammad Ramzi"), A, "40 people were killed", day=5, article="two"),
    ]
    assert weigh(rows, {}).conflicts == ()
    apart = user(apart=("Mohammed al-Ramzi", "Muhammad Ramzi"))
    assert len(weigh(rows, {}, apart).conflicts) == 1


def test_rows_keep_the_party_they_were_read_with() -> None:
    rows = told(RAMZI, RAMZY)
    before = [row.statement.party for row in rows]
    weigh(rows, {}, user("R.", RAMZI.name, RAMZY.name))
    assert [row.statement.party for row in rows] == before


def test_the_order_of_rows_plays_no_part() -> None:
    rows = [*told(RAMZI, RAMZY), make_row(make_party("Ramzi"), E, day=12, article="three")]
    names = {party.name for party in principals(rows).values()}
    assert names == {party.name for party in principals(rows[::-1]).values()}
    assert len(names) == 1


def test_the_commonest_spelling_names_the_party() -> None:
    rows = [*told(RAMZI, RAMZY), make_row(RAMZY, E, day=12, article="three")]
    assert {party.name for party in principals(rows).values()} == {RAMZY.name}


def test_the_accused_are_known_under_any_spelling() -> None:
    one, other = make_party("Mohammed al-Ramzi"), make_party("Muhammad Ramzi")
    rows = [
        make_row(make_party("Ada Moss", "x"), A, "Ramzi of shelling the dam", act=Act.ACCUSE),
        make_row(one, D, "that he had shelled the dam", day=4, act=Act.DENY, article="two"),
        make_row(other, A, "shells fell on the dam", day=9, article="three"),
    ]
    # That shells fell, said by the accused who denies it, is neutral; said by another it affirms.
    apart = user(apart=(one.name, other.name))
    assert stances(rows)[rows[2].statement.id] is N
    assert stances(rows, apart)[rows[2].statement.id] is A


def shown(rows: list, merges: Merges) -> dict[str, dict[str, MergeReason]]:
    return {
        one.party.name: {m.party.name: m.reason for m in one.merged}
        for one in one_parties(rows, merges)
    }


def test_what_was_merged_is_told_with_the_reason() -> None:
    rows = [
        *told(RAMZI, RAMZI),
        *told(RAMZY, make_party("Ramzi")),
        *told(make_party("Front"), make_party("Southern Front")),
        *told(AIDE, PRESIDENCY),
        make_row(PALACE, D),
        make_row(make_party("Ada Moss", "x"), D),
        make_row(None, D),
    ]
    assert shown(rows, SAME_PALACE) == {
        "Mohammed al-Ramzi": {
            "Muhammad Ramzi": MergeReason.SPELLING,
            "Ramzi": MergeReason.SURNAME,
        },
        "Southern Front": {"Front": MergeReason.SHORT_NAME},
        "Presidency": {"Velmar palace": MergeReason.USER},
    }


def test_nothing_is_told_where_nothing_was_merged() -> None:
    assert one_parties(told(RAMZI, PRESIDENCY)) == ()
    # A spokeswoman is not another name of whom she speaks for, there or elsewhere.
    assert one_parties([*told(AIDE, make_party("Ida Roe")), make_row(PALACE, D)]) == ()
