"""The pair model is trained on some invented topics, and asked about others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pair_parts import TOPICS, corpus

from sayso.assemble import build_parser
from sayso.bench.coreference import conll_f1, score_clusters
from sayso.link.meanings import load_meanings
from sayso.link.mentions import by_model, by_word
from sayso.link.pair_model import PairModel, read_pair_model, stored_pair_model
from sayso.train.pair_folds import JOINS, cross_validate
from sayso.train.pair_networks import PairRecipe
from sayso.train.pairs import Topic, topics_of, train_pairs

RECIPE = PairRecipe(networks=2, units=8, rounds=60, batch=64)
UNSEEN = "theft"


@pytest.fixture(scope="module")
def topics() -> list[Topic]:
    return topics_of(corpus(*TOPICS), build_parser())


@pytest.fixture(scope="module")
def unseen(topics: list[Topic]) -> Topic:
    return next(topic for topic in topics if topic.name == UNSEEN)


@pytest.fixture(scope="module")
def model(topics: list[Topic]) -> PairModel:
    told = [topic for topic in topics if topic.name != UNSEEN]
    return train_pairs(told, load_meanings(), RECIPE)


def together(topic: Topic) -> np.ndarray:
    return np.equal.outer(np.array(topic.clusters), np.array(topic.clusters))


def f1(topic: Topic, clusters: tuple[int, ...]) -> float:
    gold = {str(i): label for i, label in enumerate(topic.clusters)}
    return conll_f1(score_clusters(gold, {str(i): c for i, c in enumerate(clusters)}))


def test_topics_hold_what_their_documents_name(topics):
    assert [topic.name for topic in topics] == list(TOPICS)
    one = topics[0]
    assert len(one.documents) == 6
    assert {event.document for event in one.events} == set(range(6))
    assert len(one.events) == len(one.clusters) == len(one.subtopics) == 18
    assert len(set(one.clusters)) == 4


def test_what_is_learned_holds_of_a_topic_not_trained_on(model, unseen):
    found = model.likelihoods(unseen.events, unseen.documents)
    one_event = together(unseen) & ~np.eye(len(found), dtype=bool)
    assert found[one_event].mean() > found[~together(unseen)].mean() + 0.3
    by_pairs = by_model(model)(unseen.events, unseen.documents)
    assert f1(unseen, by_pairs) > f1(unseen, by_word(unseen.events, unseen.documents)) + 0.1


def test_other_gold_teaches_otherwise(topics, unseen):
    alone = [
        replace(topic, clusters=tuple(str(i) for i in range(len(topic.clusters))))
        for topic in topics
        if topic.name != UNSEEN
    ]
    taught = train_pairs(alone, load_meanings(), RECIPE)
    assert taught.likelihoods(unseen.events, unseen.documents).max() < 0.3
    assert not taught.likeness


def test_the_same_input_gives_the_same_model_and_another_seed_another(topics, model):
    told = [topic for topic in topics if topic.name != UNSEEN]
    again, other = (
        train_pairs(told, load_meanings(), replace(RECIPE, seed=seed)) for seed in (0, 7)
    )
    assert stored_pair_model(again) == stored_pair_model(model)
    assert stored_pair_model(other) != stored_pair_model(model)


def test_a_stored_model_finds_the_same(model, unseen):
    kept = read_pair_model(stored_pair_model(model), load_meanings())
    before, after = (m.likelihoods(unseen.events, unseen.documents) for m in (model, kept))
    assert np.abs(before - after).max() < 0.01


def test_nothing_can_be_trained_on_lone_mentions(topics):
    lone = [
        replace(topic, events=topic.events[:1], clusters=topic.clusters[:1]) for topic in topics
    ]
    with pytest.raises(ValueError, match="no topic has two mentions"):
        train_pairs(lone, load_meanings(), RECIPE)


def test_folds_are_measured_without_what_they_were_trained_on(topics, monkeypatch):
    trained: list[set[str]] = []

    def noted(told, meanings, recipe):
        trained.append({topic.name for topic in told})
        return train_pairs(told, meanings, recipe)

    monkeypatch.setattr("sayso.train.pair_folds.train_pairs", noted)
    steps: list[tuple[int, int]] = []
    folded = cross_validate(
        topics, load_meanings(), replace(RECIPE, networks=1), lambda *at: steps.append(at)
    )
    left_out = [set(TOPICS) - names for names in trained]
    assert set().union(*left_out) == set(TOPICS)
    assert sum(map(len, left_out)) == len(TOPICS)
    assert steps == [(i, 5) for i in range(1, 6)]
    assert folded is not None
    assert set(folded.by_joins) == set(JOINS)
    assert sum(folded.by_joins[folded.best]) == max(map(sum, folded.by_joins.values()))
    # Each word in its own story names one event, so over both stories words alone do worse.
    assert folded.by_word[0] > folded.by_word[1]
    assert sum(folded.by_joins[folded.best]) > sum(folded.by_word) + 0.1


def test_one_topic_can_not_be_cross_validated(topics):
    assert cross_validate(topics[:1], load_meanings(), RECIPE, print) is None
