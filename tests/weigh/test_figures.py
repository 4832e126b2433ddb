from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh import figures_in
from sayso.weigh.figures import bare_figure


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("14 people were killed", [("killed", None, 14, 14)]),
        ("killed 14 people", [("killed", None, 14, 14)]),
        ("fourteen civilians died", [("killed", "civilians", 14, 14)]),
        ("forty civilians died", [("killed", "civilians", 40, 40)]),
        ("40 killed and 12 wounded", [("killed", None, 40, 40), ("wounded", None, 12, 12)]),
        ("1,500 homes were lost", [("homes", None, 1500, 1500)]),
        ("up to 30 rockets", [("shells", None, 0, 30)]),
        ("dozens of people were killed", [("killed", None, 24, 199)]),
        ("no civilians were killed", [("killed", "civilians", 0, 0)]),
        ("killed 14 and wounded 20", [("killed", None, 14, 14), ("wounded", None, 20, 20)]),
        (
            "31, including 12 children, died",
            [("killed", None, 31, 31), ("killed", "children", 12, 12)],
        ),
        ("twenty-three people died", [("killed", None, 23, 23)]),
        ("two dozen people died", [("killed", None, 24, 24)]),
        ("2 million protesters", [("attendance", None, 2_000_000, 2_000_000)]),
        ("no more than 9,000 demonstrators", [("attendance", None, 0, 9000)]),
        ("nine shells had hit the mill", [("shells", None, 9, 9)]),
        ("nine shells are nine crimes", []),
        ("nine of the 23 shells came down by the mill, fired at night", [("shells", None, 23, 23)]),
        ("eleven of them were killed", []),
        ("Ada Roe, 24, was killed", []),
        ("a 24-year-old was killed", []),
        ("a boy aged 12 was killed", []),
        ("killed 3 km away", []),
        ("killed at 10:30", []),
        ("40 per cent of homes", []),
        ("killed on 9 May", []),
        ("talks on 14 May", []),
        ("the 5 May attack", []),
        ("in 2026", []),
        ("", []),
        ("12,000 barrels had leaked", [("barrels", None, 12000, 12000)]),
        ("up to 400 barrels of oil had escaped", [("barrels", None, 0, 400)]),
        ("400 barrels stood in the yard", []),
        ("3,000 tonnes of mud had been dumped", [("tonnes", None, 3000, 3000)]),
        ("3,000 tonnes of wheat arrived", []),
        ("a bribe of 300,000 euros", [("euros", None, 300_000, 300_000)]),
        ("tickets at 300 euros", []),
        ("250,000 people had taken part", [("attendance", None, 250_000, 250_000)]),
        ("took 40 houses in part", [("homes", None, 40, 40)]),
        ("the crowd at 40,000", [("attendance", None, 40_000, 40_000)]),
        ("eleven cases of measles", [("infected", None, 11, 11)]),
        ("62 villagers were murdered", [("killed", "civilians", 62, 62)]),
        ("three lorries", []),
        ("99999999999999999999 killed", []),
        ("30 regime soldiers were killed", [("killed", "~regime soldiers", 30, 30)]),
        ("killed eight of its medics", []),
        ("killed eight medics", [("killed", "~medics", 8, 8)]),
        ("eight members of the crew were killed", [("killed", "~members", 8, 8)]),
        ("the number of pupils killed at 19", [("killed", "children", 19, 19)]),
        ("wounded 15, all of them women", [("wounded", None, 15, 15)]),
        ("an attack on two villages killed 15 people", [("killed", None, 15, 15)]),
        ("injuring a 45-year-old woman", []),
        ("injuring a 45-years-old woman", []),
        ("children aged from four to ten were killed", []),
        ("May 18 2017 raiders killed 50 people", [("killed", None, 50, 50)]),
        ("21 Apr 2014 Dozens of people were killed", [("killed", None, 24, 199)]),
        ("hundreds of dead and wounded people", []),
        ("40 killed and 12 wounded men", [("killed", None, 40, 40), ("wounded", None, 12, 12)]),
        ("five bodies were found", [("killed", None, 5, 10**12)]),
        ("the dead had risen to 14", [("killed", None, 14, 10**12)]),
    ],
)
def test_figures(content, expected):
    assert [(f.kind, f.of, f.low, f.high) for f in figures_in(content)] == expected


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("12 people were killed", [False]),
        ("another 12 people were killed", [True]),
        ("12 more people were killed", [True]),
        ("12 people were also wounded", [True]),
        ("12 guards were among the dead", [True]),
        ("30 children were among 39 people killed", [False, False]),
        ("100,000 people have been killed in the war so far", [True]),
        ("62 villagers, among them 19 children, were killed", [False, False]),
    ],
)
def test_counts_beside_or_among_others_are_parts(content, parts):
    assert [f.part for f in figures_in(content)] == parts


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("74", (74, 74)),
        ("no more than eight", (0, 8)),
        ("at least 1,200", (1200, 10**12)),
        ("half a million", (500_000, 500_000)),
        ("there were more than 300", None),
        ("eight dead", None),
        ("81 per cent", None),
        ("", None),
    ],
)
def test_a_bare_number_is_a_number_and_no_more(content, expected):
    assert bare_figure(content) == expected


@given(st.text())
def test_any_text_gives_ordered_ranges(content):
    assert all(0 <= f.low <= f.high for f in figures_in(content))
