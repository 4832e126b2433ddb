from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from made_rows import make_party, make_row
from sayso.model import Act, ConflictKind, PartyKind, Span, Stance, When
from sayso.weigh import weigh

VREL = make_party("Hana Vrel", "government")
FRONT = make_party("Southern Front", "front")
MARR = make_party("Ivo Marr", "front", role="spokesperson", acts_for="Southern Front")
OBRIN = make_party("Nela Obrin", "front")
UN = make_party("United Nations", kind=PartyKind.ORGANISATION)

A, D, E, N = Stance.AFFIRMS, Stance.DENIES, Stance.EVADES, Stance.NEUTRAL


def weighed(*rows, origins=None):
    return weigh(rows, origins or {})


def test_the_worked_example_has_one_conflict_and_one_shift_and_counts_origins():
    rows = [
        make_row(VREL, A, day=4, article="one", published=5),
        make_row(FRONT, D, "the shelling", article="one", published=5, act=Act.DENY),
        make_row(MARR, E, "about the dam", day=6, article="two", published=7, act=Act.EVADE),
        make_row(UN, A, "14 shells struck the spillway", article="two", published=7),
        make_row(VREL, A, day=4, article="three", published=7),
        make_row(FRONT, D, "the shelling", article="three", published=7, act=Act.DENY),
    ]
    # The reprint's copy of the denial is "by 7 May", yet it adds no later position.
    result = weighed(*rows, origins={"one": "one", "two": "two", "three": "one"})
    assert [c.kind for c in result.conflicts] == [ConflictKind.STANCE]
    assert set(result.conflicts[0].sides) == {"government", "front", "United Nations"}
    assert [(s.party.name, s.from_stance, s.to_stance) for s in result.shifts] == [
        ("Southern Front", D, E)
    ]
    assert (result.articles, result.origins) == (3, 2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([(FRONT, D, 3), (FRONT, A, 9)], [(D, A)], id="denied, then admitted"),
        pytest.param([(FRONT, A, 9), (FRONT, D, 3)], [(D, A)], id="order of saying, not of rows"),
        pytest.param([(FRONT, D, 3), (MARR, E, 9)], [(D, E)], id="a spokesman speaks for it"),
        pytest.param([(FRONT, D, 3), (FRONT, E, 5), (FRONT, A, 9)], [(D, E), (E, A)], id="twice"),
        pytest.param([(FRONT, D, 3), (FRONT, D, 9)], [], id="the same stance again"),
        pytest.param([(FRONT, D, 3), (VREL, A, 9)], [], id="two parties are no shift"),
        pytest.param([(FRONT, D, 3), (FRONT, A, 3)], [], id="one day: order unknown"),
        pytest.param([(FRONT, D, 3), (FRONT, N, 9)], [], id="neutral changes nothing"),
        pytest.param([(FRONT, D, 3), (FRONT, N, 5), (FRONT, D, 9)], [], id="nor interrupts"),
        pytest.param([(None, D, 3), (None, A, 9)], [], id="nobody has no position"),
    ],
)
def test_shifts(rows, expected):
    made = [make_row(p, s, day=d, article=f"a{i}") for i, (p, s, d) in enumerate(rows)]
    assert [(s.from_stance, s.to_stance) for s in weighed(*made).shifts] == expected


@pytest.mark.parametrize(
    ("rows", "sides"),
    [
        pytest.param([(VREL, A), (FRONT, D)], {"government", "front"}, id="two sides"),
        pytest.param([(VREL, A), (UN, D)], {"government", "United Nations"}, id="a party's name"),
        pytest.param([(VREL, A), (FRONT, A)], None, id="they agree"),
        pytest.param([(VREL, A), (FRONT, E)], None, id="evading contradicts nobody"),
        pytest.param([(FRONT, A), (FRONT, D)], None, id="one party against itself"),
        pytest.param([(FRONT, A), (MARR, D)], None, id="its own spokesman"),
        pytest.param([(FRONT, A), (OBRIN, D)], None, id="two of one side"),
        pytest.param([(None, A), (FRONT, D)], None, id="an unnamed source has no position"),
    ],
)
def test_conflicts_of_stance(rows, sides):
    acts = {D: Act.DENY, E: Act.EVADE}
    made = [make_row(p, s, day=3 + i, act=acts.get(s, Act.ASSERT)) for i, (p, s) in enumerate(rows)]
    found = weighed(*made).conflicts
    assert (set(found[0].sides) if found else None) == sides


@pytest.mark.parametrize(
    ("first", "second", "conflicting"),
    [
        ("14 people were killed", "40 people were killed", True),
        ("at least 40 people were killed", "14 people died", True),
        ("at least 14 people were killed", "40 people were killed", False),
        ("up to 40 were killed", "14 were killed", False),
        ("dozens were killed", "three were killed", True),
        ("dozens were killed", "40 were killed", False),
        ("14 people were killed", "40 people were wounded", False),
        ("14 civilians were killed", "40 soldiers were killed", False),
        ("about 40 were killed", "42 were killed", False),
        ("31 people were killed", "12 children were killed", False),
        ("31 people were killed", "40 children were killed", True),
        ("14 trucks arrived", "40 trucks arrived", False),
    ],
)
def test_conflicts_of_figures(first, second, conflicting):
    made = [make_row(VREL, A, first, day=3), make_row(FRONT, A, second, day=4)]
    kinds = [c.kind for c in weighed(*made).conflicts]
    assert kinds == ([ConflictKind.FIGURE] if conflicting else [])


def test_only_a_partys_latest_toll_stands():
    rows = [
        make_row(VREL, A, "14 people were killed", day=3),
        make_row(VREL, A, "40 people were killed", day=5, article="two"),
        make_row(FRONT, A, "40 people were killed", day=5, article="three"),
    ]
    assert weighed(*rows).conflicts == ()


def test_one_party_does_not_conflict_with_itself_over_figures():
    rows = [
        make_row(VREL, A, "14 people were killed", day=3),
        make_row(VREL, A, "40 people were killed", day=5, article="two"),
    ]
    assert weighed(*rows).conflicts == ()


def test_two_of_one_side_do_not_conflict_over_a_figure():
    rows = [
        make_row(FRONT, A, "14 people were killed", day=3),
        make_row(OBRIN, A, "40 people were killed", day=3, article="two"),
    ]
    assert weighed(*rows).conflicts == ()


def told_of(party, stance, day, content="rebels shelled the dam", act=Act.ASSERT):
    """A row that dates the deed it tells of; several days as a tuple, ``None`` for no day."""
    days = [date(2026, 5, d) for d in (day if isinstance(day, tuple) else (day,)) if d]
    said = {f"{d:%-d %B}": d for d in days}
    content = " ".join([content, *(f"on {text}" for text in said)])
    row = make_row(party, stance, content, day=9, article=f"{party.name} {day}", act=act)
    (span,) = row.statement.content
    at = {text: span.start + content.index(text) for text in said}
    dates = tuple(
        When(Span(at[text], at[text] + len(text), text), str(d), d, d) for text, d in said.items()
    )
    return replace(row, statement=replace(row.statement, dates=dates))


@pytest.mark.parametrize(
    ("rows", "conflicting"),
    [
        pytest.param([(VREL, A, 3), (FRONT, A, 4)], True, id="two days for one deed"),
        pytest.param([(VREL, A, 3), (FRONT, A, 3)], False, id="the same day"),
        pytest.param([(VREL, A, 3), (FRONT, A, None)], False, id="one tells none"),
        pytest.param([(VREL, A, 3), (FRONT, A, 20)], False, id="far apart: two events"),
        pytest.param([(VREL, A, 3), (FRONT, A, (4, 5))], False, id="a content with two days"),
        pytest.param([(VREL, A, 3), (VREL, A, 4)], False, id="one party"),
        pytest.param([(FRONT, A, 3), (OBRIN, A, 4)], False, id="one side"),
        pytest.param([(VREL, A, 3), (VREL, A, 5), (FRONT, A, 4)], False, id="one tells of two"),
        pytest.param([(VREL, A, 3), (FRONT, D, 4)], False, id="a denial's day is the accuser's"),
        pytest.param([(VREL, A, 3), (UN, A, 4, "the mayor was arrested")], False, id="two deeds"),
        pytest.param(
            [(VREL, A, 3, "it went over the ridge", Act.ACCUSE), (UN, A, 4, "it", Act.CONFIRM)],
            True,
            id="those who answer speak of the one deed",
        ),
        pytest.param(
            [(VREL, A, 3, "shells hit the dam"), (UN, A, 4, "shells hit the mill")],
            False,
            id="nothing but the kind of deed is shared",
        ),
        pytest.param(
            [(VREL, A, 3, "rebels shelled the dam"), (UN, A, 4, "the dam was hit, it heard")],
            False,
            id="the day of another clause",
        ),
        pytest.param(
            [(VREL, A, 3, "a raid hit the dam"), (UN, A, 4, "a raid hit the dam and resumed")],
            False,
            id="the day on which it went on",
        ),
        pytest.param(
            [(VREL, A, 3, "a dam was hit in Orlitsa"), (UN, A, 4, "a dam was hit in Brenna")],
            False,
            id="two places",
        ),
    ],
)
def test_conflicts_of_days(rows, conflicting):
    kinds = [c.kind for c in weighed(*(told_of(*row) for row in rows)).conflicts]
    assert (ConflictKind.FIGURE in kinds) is conflicting


@pytest.mark.parametrize(
    ("short", "long", "merged"),
    [
        (make_party("Front", "front"), FRONT, True),
        (make_party("Vrel"), VREL, True),
        (make_party("Front", "other"), FRONT, False),
        (make_party("Southern"), FRONT, False),
        (make_party("officials", kind=PartyKind.GROUP), make_party("Front officials"), False),
    ],
)
def test_short_names_stand_for_the_one_fuller_name(short, long, merged):
    rows = [make_row(long, D, day=3), make_row(short, A, day=9, article="two")]
    assert bool(weighed(*rows).shifts) is merged


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        pytest.param(MARR, make_party("Ivo Marr"), True, id="a spokesman, elsewhere bare"),
        pytest.param(MARR, make_party("Marr"), True, id="and by his last name"),
        pytest.param(MARR, FRONT, True, id="and the party itself"),
        pytest.param(
            make_party("Ada Roe", "gov", role="minister", acts_for="Interior Ministry"),
            make_party("Interior Ministry", "gov", kind=PartyKind.ORGANISATION),
            False,
            id="a minister speaks in her own name",
        ),
        pytest.param(
            make_party("Defence Ministry", kind=PartyKind.ORGANISATION),
            make_party("Tessian Defence Ministry", "TES", kind=PartyKind.ORGANISATION),
            True,
            id="a ministry with and without its country",
        ),
        pytest.param(
            make_party("Red Cross", kind=PartyKind.ORGANISATION),
            make_party("Red Cross", "CHE", kind=PartyKind.ORGANISATION),
            True,
            id="a side known from one row only",
        ),
        pytest.param(
            make_party("Defence Ministry", "AAA", kind=PartyKind.ORGANISATION),
            make_party("Defence Ministry", "BBB", kind=PartyKind.ORGANISATION),
            False,
            id="ministries of two countries",
        ),
    ],
)
def test_one_party_under_two_names(first, second, merged):
    rows = [make_row(first, D, day=3), make_row(second, A, day=9, article="two")]
    assert bool(weighed(*rows).shifts) is merged


def test_whoever_speaks_for_two_stays_by_himself_where_it_is_not_said():
    rows = [
        make_row(MARR, D, day=3),
        make_row(make_party("Ivo Marr", role="spokesperson", acts_for="Farmers League"), D, day=4),
        make_row(make_party("Ivo Marr"), A, day=9, article="two"),
    ]
    assert weighed(*rows).shifts == ()


def test_a_short_name_that_fits_two_stays_by_itself():
    rows = [
        make_row(make_party("Southern Front", "front"), D, day=3),
        make_row(make_party("Northern Front", "front"), D, day=3),
        make_row(make_party("Front", "front"), A, day=9, article="two"),
    ]
    assert weighed(*rows).shifts == ()


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param((3, 4), [(E, D)], id="the paper of that day knew only of the evasion"),
        pytest.param((4, 5), [], id="both papers came later: order unknown"),
        pytest.param((3, 3), [], id="one day, one morning"),
    ],
)
def test_shifts_within_a_day(published, expected):
    rows = [
        make_row(FRONT, E, day=3, article="one", published=published[0], act=Act.EVADE),
        make_row(FRONT, D, day=3, article="two", published=published[1], act=Act.DENY),
    ]
    assert [(s.from_stance, s.to_stance) for s in weighed(*rows).shifts] == expected


def test_a_position_without_days_of_its_own_is_open_at_its_start():
    (position,) = weighed(make_row(FRONT, D, published=5)).positions
    assert (position.start, position.end) == (None, date(2026, 5, 5))


def test_nothing_weighs_nothing():
    result = weighed()
    assert (result.positions, result.conflicts, result.shifts, result.origins) == ((), (), (), 0)
