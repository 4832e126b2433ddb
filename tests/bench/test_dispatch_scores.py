"""The scorer against rows made from the gold itself, whole and spoilt in one way at a time."""

from dataclasses import replace
from typing import Any

import pytest

from sayso.bench.dispatches import StatementCounts, b_cubed, score_dispatches, score_statements
from sayso.bench.gold import GoldDispatch, GoldParty, GoldSaid, GoldStatement
from sayso.demo import demo_gold
from sayso.model import Span

DISPATCH = demo_gold()[0]
COUNTED = ("act", "party", "side", "said", "stance")


def spans_json(spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    return [{"start": s.start, "end": s.end, "text": s.text} for s in spans]


def party_json(party: GoldParty | None) -> dict[str, Any] | None:
    if party is None:
        return None
    return {
        "id": party.name,
        "name": party.name,
        "side": party.side,
        "role": party.role,
        "for": None,
    }


def said_json(said: GoldSaid | None) -> dict[str, Any] | None:
    if said is None:
        return None
    days = [day.isoformat() if day else None for day in (said.start, said.end)]
    return {"text": said.text, "from": days[0], "to": days[1]}


def row_of(gold: GoldDispatch, statement: GoldStatement) -> dict[str, Any]:
    return {
        "article": {"outlet": gold.outlet, "title": gold.title},
        "source": spans_json(statement.source),
        "cue": spans_json(statement.cue),
        "content": spans_json(statement.content),
        "party": party_json(statement.party),
        "act": statement.act.value,
        "said": said_json(statement.said),
        "matter": statement.matter,
        "stance": statement.stance.value if statement.stance else None,
    }


def rows_of(gold: GoldDispatch) -> list[dict[str, Any]]:
    return [row_of(gold, statement) for statement in gold.statements]


def test_the_gold_itself_scores_full_marks() -> None:
    gold = demo_gold()
    figures = score_dispatches(gold, [row for dispatch in gold for row in rows_of(dispatch)])
    shares = {figure.name: figure.share for figure in figures}
    assert shares.pop("rows with words that nobody said") == 0
    assert set(shares.values()) == {1.0}


def test_no_rows_find_nothing() -> None:
    counts = score_statements(DISPATCH, [])
    assert counts == StatementCounts(gold=len(DISPATCH.statements))
    assert (counts.recall, counts.precision) == (0.0, 1.0)


def test_rows_of_other_articles_are_left_out() -> None:
    stranger = row_of(DISPATCH, DISPATCH.statements[0])
    stranger["article"] = {"outlet": "Elsewhere", "title": DISPATCH.title}
    figures = {f.name: f for f in score_dispatches([DISPATCH], [stranger])}
    assert figures["rows that are statements (precision)"].total == 0


def test_a_statement_with_another_speaker_is_not_found() -> None:
    rows = rows_of(DISPATCH)
    rows[0]["source"] = spans_json(DISPATCH.statements[4].source)
    assert score_statements(DISPATCH, rows).found == len(rows) - 1


def test_a_statement_without_its_speaker_is_not_found() -> None:
    rows = rows_of(DISPATCH)
    rows[0]["source"] = []
    assert score_statements(DISPATCH, rows).found == len(rows) - 1


def test_a_statement_counts_once_however_often_it_is_given() -> None:
    counts = score_statements(DISPATCH, [*rows_of(DISPATCH), *rows_of(DISPATCH)])
    assert counts.found == counts.gold
    assert counts.precision == pytest.approx(0.5)


def test_a_quotation_mark_alone_is_no_overlap() -> None:
    statement = next(s for s in DISPATCH.statements if s.content[0].text.startswith('"'))
    row = row_of(DISPATCH, statement)
    start = statement.content[0].start
    row["content"] = [{"start": start, "end": start + 1, "text": '"'}]
    assert score_statements(DISPATCH, [row]).found == 0


@pytest.mark.parametrize(
    ("field", "value", "counted"),
    [
        ("act", "offer", {"act"}),
        ("stance", "doubts", {"stance"}),
        ("party", None, {"party", "side"}),
        ("party", {"name": "Hana Vrel", "side": None}, {"side"}),
        ("party", {"name": "Vrel", "side": "government"}, {"party"}),
        ("said", None, {"said"}),
        ("said", {"from": "2026-05-04", "to": "2026-05-05"}, {"said"}),
        ("said", {"from": "2026-05-04", "to": "2026-05-04"}, set()),
    ],
)
def test_one_wrong_value_costs_one_count(field: str, value: Any, counted: set[str]) -> None:
    rows = rows_of(DISPATCH)
    rows[0][field] = value
    counts = score_statements(DISPATCH, rows)
    lost = {name for name in COUNTED if getattr(counts, name) == counts.found - 1}
    full = {name for name in COUNTED if getattr(counts, name) == counts.found}
    assert (lost, full) == (counted, set(COUNTED) - counted)


@pytest.mark.parametrize(
    ("gold", "given", "same"),
    [
        ("Southern Front", "the Southern Front", True),
        ("Southern Front", "Front", False),
        ("Hana Vrel", "hana vrel", True),
        ("Hana Vrel", "Ivo Marr", False),
        ("senior security official", "a senior Velmarian security official", True),
        ("senior security official", "official", True),
        ("senior security official", "officials", False),
        ("residents", "residents reached by telephone", True),
        ("residents", "", False),
    ],
)
def test_descriptions_compare_loosely_and_names_strictly(gold: str, given: str, same: bool) -> None:
    statement = replace(DISPATCH.statements[0], party=GoldParty(gold, None, None, None))
    row = row_of(DISPATCH, statement)
    row["party"] = {"name": given, "side": None}
    dispatch = replace(DISPATCH, statements=(statement,))
    assert score_statements(dispatch, [row]).party == same


def test_rows_that_hold_the_outlets_own_words_are_told() -> None:
    nobodys = DISPATCH.not_statements[0]
    row = row_of(DISPATCH, DISPATCH.statements[0])
    row["content"] = spans_json((nobodys,))
    counts = score_statements(DISPATCH, [row, *rows_of(DISPATCH)])
    assert (counts.voiced, counts.found) == (1, len(DISPATCH.statements))


def test_counts_add_up() -> None:
    one, other = (score_statements(gold, rows_of(gold)) for gold in demo_gold()[:2])
    both = one + other
    assert both.found == one.found + other.found
    assert both.groupings == one.groupings + other.groupings


@pytest.mark.parametrize(
    ("groupings", "expected"),
    [
        ([], (1.0, 1.0)),
        ([("dam", "m1"), ("dam", "m1"), ("toll", "m2")], (1.0, 1.0)),
        ([("dam", "m1"), ("dam", "m1"), ("toll", "m1")], (5 / 9, 1.0)),
        ([("dam", "m1"), ("dam", "m2"), ("dam", "m2")], (1.0, 5 / 9)),
        ([("dam", None), ("dam", None)], (1.0, 0.5)),
        ([("dam", "m1"), ("toll", "m1")], (0.5, 1.0)),
    ],
)
def test_b_cubed(groupings: list[tuple[str, str | None]], expected: tuple[float, float]) -> None:
    assert b_cubed(groupings) == pytest.approx(expected)
