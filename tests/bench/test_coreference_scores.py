"""Clusters are scored as published; the examples are worked out by hand."""

from __future__ import annotations

import pytest

from sayso.bench.coreference import conll_f1, score_clusters
from sayso.bench.linking import STORIES, EventLine, score_linking
from sayso.model import Span

GOLD = dict(zip("abcdefg", "1111122", strict=True))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param("xxxxxyy", {"MUC": 1, "B-cubed": 1, "CEAF-e": 1, "pairs": 1}, id="right"),
        # MUC: 5 links wanted, 3 + 1 found and right; CEAF-e: 2 * 3 / 8 of the first, 1 of the last.
        pytest.param(
            "xxxyyzz", {"MUC": 2 * 4 / 9, "CEAF-e": 2 * 1.75 / 5, "pairs": 2 * 5 / 16}, id="split"
        ),
        pytest.param("abcdefg", {"MUC": 0, "B-cubed": 2 * (2 / 7) / (9 / 7)}, id="all alone"),
        pytest.param(
            "xxxxxxx", {"MUC": 2 * 5 / 11, "CEAF-e": 2 * (10 / 12) / 3, "pairs": 22 / 32}, id="one"
        ),
    ],
)
def test_scores(found: str, expected: dict[str, float]) -> None:
    scores = score_clusters(GOLD, dict(zip("abcdefg", found, strict=True)))
    f1s = {score.name: score.f1 for score in scores}
    for name, value in expected.items():
        assert f1s[name] == pytest.approx(value), name
    assert conll_f1(scores) == pytest.approx(sum(s.f1 for s in scores[:3]) / 3)


def test_the_alignment_is_the_best_one_not_the_first() -> None:
    gold = dict(zip("abcdef", "111222", strict=True))
    found = dict(zip("abcdef", "xxyyyx", strict=True))
    ceaf = {score.name: score for score in score_clusters(gold, found)}["CEAF-e"]
    assert ceaf.f1 == pytest.approx(2 / 3)


def test_other_mentions_are_refused() -> None:
    with pytest.raises(ValueError, match="same mentions"):
        score_clusters({"a": "1"}, {"b": "1"})


def test_a_cluster_of_one_pile_is_none_of_another() -> None:
    lines = [
        EventLine(name, name, name, "It burned.", ((f"{name}-m", Span(3, 9, "burned"), name),))
        for name in ("one", "two")
    ]
    found = score_linking(lines, lambda asked: ["same"] * len(asked), lambda told: [0] * len(told))
    f1s = {setting.name: conll_f1(setting.scores[:3]) for setting in found}
    assert f1s["events, within gold topics"] > f1s["events, all documents together"]
    assert {setting.name for setting in found} >= {STORIES}
