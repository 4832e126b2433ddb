"""The scorer of attributions; every expected number is counted by hand from the text beside it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.bench.attribution import Measure, score_attributions
from sayso.bench.attribution_units import cut


def ranges(text: str, *quotes: str) -> list[list[int]]:
    return [[text.index(q), text.index(q) + len(q)] for q in quotes]


def said(text: str, source: str, cue: str, *content: str) -> dict[str, Any]:
    """An attribution whose roles are quoted; an empty quotation is a role that is not there."""
    return {
        "source": ranges(text, source) if source else [],
        "cue": ranges(text, cue) if cue else [],
        "content": ranges(text, *content),
    }


def score(
    text: str, gold: list[Any], found: list[Any], *, discard: Any = (), **options: bool
) -> dict[str, tuple[int, int, int]]:
    """Right, gold and predicted by measure."""
    line = {"id": "a", "text": text, "attributions": gold, "discard": ranges(text, *discard)}
    measures = score_attributions([line], {"a": found}, **options)
    return {m.name: (m.right, m.gold, m.predicted) for m in measures}


BROKEN = '"The dam broke," Vrel said, "at noon."'
BROKEN_GOLD = said(BROKEN, "Vrel", "said", "The dam broke", "at noon")


def test_pieces_and_quotation_marks_make_no_difference_between_words():
    found = said(BROKEN, "Vrel", "said", '"The dam broke,"', '"at noon."')
    got = score(BROKEN, [BROKEN_GOLD], [found])
    assert got["token.content"] == (5, 5, 5)
    assert got["exact.content"] == got["attr.strict"] == got["attr.full"] == (1, 1, 1)


def test_with_punctuation_each_mark_is_a_token():
    found = said(BROKEN, "Vrel", "said", '"The dam broke,"', '"at noon."')
    got = score(BROKEN, [BROKEN_GOLD], [found], punctuation=True)
    # Six marks more than the gold's five words, so that 5 of 11 are shared: less than half.
    assert got["token.content"] == (5, 5, 11)
    assert got["exact.content"] == got["attr.half"] == got["attr.strict"] == (0, 1, 1)
    assert got["overlap.content"] == got["attr.lenient"] == (1, 1, 1)


def test_a_broken_content_found_as_two_is_one_found_and_one_too_many():
    found = [said(BROKEN, "Vrel", "said", piece) for piece in ("The dam broke", "at noon")]
    got = score(BROKEN, [BROKEN_GOLD], found)
    assert got["token.content"] == (5, 5, 5)
    assert got["attr.lenient"] == got["attr.half"] == got["overlap.content"] == (1, 1, 2)
    assert got["exact.content"] == got["attr.strict"] == (0, 1, 2)
    assert got["exact.source"] == (1, 1, 2)


SHARED = "Vrel said the dam broke and that rain fell."
SHARED_GOLD = [said(SHARED, "Vrel", "said", c) for c in ("the dam broke", "that rain fell")]


def test_a_shared_source_counts_once_for_each_attribution():
    found = [said(SHARED, "Vrel", "said", "the dam broke and that rain fell")]
    got = score(SHARED, SHARED_GOLD, found)
    assert got["token.source"] == (1, 1, 1)
    assert got["exact.source"] == got["overlap.source"] == got["overlap.cue"] == (1, 2, 1)
    assert got["token.content"] == (6, 6, 7)
    assert got["attr.lenient"] == got["attr_sourced.lenient"] == got["attr_content"] == (1, 2, 1)
    # Three tokens of seven are shared.
    assert got["attr.half"] == got["attr.strict"] == (0, 2, 1)
    assert got["source_given"] == (1, 1, 1)


def test_precision_recall_and_f1():
    found = [said(SHARED, "Vrel", "said", "the dam broke and that rain fell")]
    line = {"id": "a", "text": SHARED, "attributions": SHARED_GOLD}
    measures = {m.name: m for m in score_attributions([line], {"a": found})}
    lenient = measures["attr.lenient"]
    assert (lenient.precision, lenient.recall) == (1.0, 0.5)
    assert lenient.f1 == pytest.approx(2 / 3)


NONE = "Reportedly the dam broke again."


@pytest.mark.parametrize(
    ("source", "lenient", "sourced"),
    [("", (1, 1, 1), (0, 0, 0)), ("Reportedly", (0, 1, 1), (0, 0, 1))],
)
def test_no_source_is_right_when_the_gold_has_none(source, lenient, sourced):
    gold = [said(NONE, "", "Reportedly", "the dam broke")]
    got = score(NONE, gold, [said(NONE, source, "Reportedly", "the dam broke")])
    assert got["attr.lenient"] == got["attr.full"] == lenient
    assert got["attr_sourced.lenient"] == sourced
    assert got["attr_content"] == (1, 1, 1)
    assert got["source_given"] == (lenient[0], 1, 1)


def test_half_is_reached_at_one_half():
    gold = [said(NONE, "", "Reportedly", "the dam broke again")]
    assert score(NONE, gold, [said(NONE, "", "", "the dam")])["attr.half"] == (1, 1, 1)
    assert score(NONE, gold, [said(NONE, "", "", "the")])["attr.half"] == (0, 1, 1)


def test_full_asks_for_the_cue_and_strict_does_not():
    gold = [said(NONE, "", "Reportedly", "the dam broke")]
    got = score(NONE, gold, [said(NONE, "", "", "the dam broke")])
    assert got["attr.strict"] == (1, 1, 1)
    assert got["attr.full"] == (0, 1, 1)
    assert got["exact.cue"] == (0, 1, 0)


NESTED = "Vrel said Marr denied the shelling."
OUTER = said(NESTED, "Vrel", "said", "Marr denied the shelling")
INNER = said(NESTED, "Marr", "denied", "the shelling")


@pytest.mark.parametrize(
    ("found", "kept", "dropped"),
    [
        ([OUTER, INNER], (1, 1, 2), (1, 1, 1)),
        ([INNER], (0, 1, 1), (0, 1, 1)),
        ([OUTER, OUTER], (1, 1, 2), (1, 1, 2)),
        ([said(NESTED, "", "", "Marr denied")] * 2, (0, 1, 2), (0, 1, 2)),
        # What reaches out of the other's content by one word is not inside it.
        ([OUTER, said(NESTED, "Marr", "said", "the shelling")], (1, 1, 2), (1, 1, 2)),
    ],
)
def test_nested_predictions_are_dropped_on_demand(found, kept, dropped):
    assert score(NESTED, [OUTER], found)["attr.lenient"] == kept
    assert score(NESTED, [OUTER], found, drop_nested=True)["attr.lenient"] == dropped


def test_nested_gold_stays():
    assert score(NESTED, [OUTER, INNER], [OUTER], drop_nested=True)["attr.lenient"] == (1, 2, 1)


DISCARD = "Marr said the dam broke. Orr said rain fell."


def test_discarded_tokens_are_in_neither():
    gold = [said(DISCARD, "Marr", "said", "the dam broke")]
    found = [
        said(DISCARD, "Marr said", "", "dam broke"),
        said(DISCARD, "Orr", "", "rain fell"),
    ]
    got = score(DISCARD, gold, found, discard=["Marr said the", "rain fell"])
    assert got["token.content"] == (2, 2, 2)
    # Both sources are gone, and with its content the second prediction.
    assert got["token.source"] == got["exact.cue"] == (0, 0, 0)
    assert got["attr.full"] == (1, 1, 1)


def test_attributions_without_content_count_on_neither_side():
    bare = {"source": ranges(NONE, "Reportedly"), "content": []}
    got = score(NONE, [bare, said(NONE, "", "", "the dam")], [bare])
    assert got["attr.lenient"] == (0, 1, 0)
    assert got["token.source"] == (0, 0, 0)


def test_the_best_overlap_is_paired_first():
    text = "rain fell today and tonight"
    gold = [said(text, "", "", "rain fell"), said(text, "", "", "today and tonight")]
    found = [said(text, "", "", "rain fell today"), said(text, "", "", "rain fell")]
    got = score(text, gold, found)
    assert got["attr.lenient"] == got["overlap.content"] == (2, 2, 2)


def test_equal_contents_are_paired_by_their_sources():
    text = "Vrel and Marr said rain fell"
    gold = [said(text, "Vrel and Marr", "", "rain fell"), said(text, "Marr", "", "rain fell")]
    got = score(text, gold, [said(text, "Marr", "", "rain fell"), said(text, "Vrel", "", "rain")])
    assert got["attr.lenient"] == (2, 2, 2)


def test_texts_add_up_and_one_without_predictions_counts():
    lines = [{"id": i, "text": SHARED, "attributions": SHARED_GOLD} for i in (1, 2)]
    measures = {m.name: m for m in score_attributions(lines, {1: SHARED_GOLD, 3: SHARED_GOLD})}
    assert measures["attr.full"] == Measure("attr.full", 2, 4, 2)
    assert measures["token.content"] == Measure("token.content", 6, 12, 6)


def test_no_texts_score_nothing():
    measures = score_attributions([], {})
    assert len({m.name for m in measures}) == 19
    assert {(m.right, m.gold, m.predicted, m.f1) for m in measures} == {(0, 0, 0, 0.0)}


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("The U.N.'s aid", ["The", "U.N", "s", "aid"], [".", "'"]),
        ("2,500 men’s well-known", ["2,500", "men’s", "well-known"], []),
        ("and/or AT&T - 3.5%", ["and/or", "AT&T", "3.5"], ["-", "%"]),
        ("«Да» …", ["Да"], ["«", "»", "…"]),
        (" \n", [], []),
    ],
)
def test_tokens(text, words, marks):
    def cut_out(punctuation: bool) -> list[str]:
        tokens = cut(text, punctuation=punctuation)
        return [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]

    assert cut_out(False) == words
    assert sorted(cut_out(True)) == sorted(words + marks)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 3, {0}),
        (1, 2, {0}),
        (2, 5, {0, 1}),
        (3, 4, set()),
        (1, 1, set()),
        (5, 4, set()),
        (8, 99, set()),
        (0, 99, {0, 1}),
    ],
)
def test_a_range_holds_the_tokens_that_it_touches(start, end, found):
    assert cut("the dam.", punctuation=False).within([[start, end]]) == found


WORDS = ["Vrel", "said", "the", "dam,", "broke", "“at", "noon.”"]


@st.composite
def marked_texts(draw: st.DrawFn) -> dict[str, Any]:
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    edges = [0]
    for word in words:
        edges.append(edges[-1] + len(word) + 1)
    piece = st.integers(0, len(words) - 1).flatmap(
        lambda i: st.integers(i + 1, len(words)).map(lambda j: [edges[i], edges[j] - 1])
    )
    attribution = st.fixed_dictionaries(
        {
            "source": st.lists(piece, max_size=2),
            "cue": st.lists(piece, max_size=2),
            "content": st.lists(piece, min_size=1, max_size=3),
        }
    )
    return {
        "id": draw(st.integers()),
        "text": " ".join(words),
        "attributions": draw(st.lists(attribution, max_size=5)),
        "discard": draw(st.lists(piece, max_size=1)),
    }


@given(marked_texts(), st.booleans())
def test_gold_scored_against_itself_is_all_right(line, punctuation):
    predicted = {line["id"]: line["attributions"]}
    for measure in score_attributions([line], predicted, punctuation=punctuation):
        assert measure.right == measure.gold == measure.predicted, measure
        assert measure.f1 == (1.0 if measure.gold else 0.0)


@given(marked_texts(), st.sets(st.integers(0, 4)))
def test_what_is_left_out_costs_recall_alone(line, left_out):
    some = [a for i, a in enumerate(line["attributions"]) if i not in left_out]
    for measure in score_attributions([line], {line["id"]: some}):
        # The looser measures may pair what is left with another one's gold.
        if measure.name.startswith(("token", "exact")) or measure.name.endswith("strict"):
            assert measure.right == measure.predicted <= measure.gold, measure
