"""The story model is trained on some invented topics, and asked about others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pair_parts import TOPICS, corpus

from sayso.assemble import build_parser
from sayso.link.stories import StoryModel, group_stories, read_story_model, stored_story_model
from sayso.train.pair_networks import PairRecipe
from sayso.train.stories import (
    JOINS,
    ToldDocument,
    cross_validate_stories,
    told_documents,
    train_stories,
)

RECIPE = PairRecipe(networks=2, units=8, rounds=60, batch=64, joins=0.5)
UNSEEN = ("theft", "quake")


@pytest.fixture(scope="module")
def told() -> list[ToldDocument]:
    return told_documents(corpus(*TOPICS), build_parser())


@pytest.fixture(scope="module")
def model(told: list[ToldDocument]) -> StoryModel:
    return train_stories([one for one in told if one.topic not in UNSEEN], RECIPE)


def grouped(told: list[ToldDocument], model: StoryModel) -> list[set[str]]:
    """The stories that each group of documents on topics not trained on tells."""
    unseen = [one for one in told if one.topic in UNSEEN]
    groups: dict[int, set[str]] = {}
    found = group_stories([one.document for one in unseen], model)
    for one, group in zip(unseen, found, strict=True):
        groups.setdefault(group, set()).add(one.story)
    return list(groups.values())


def test_stories_not_trained_on_are_told_apart(told, model):
    stories = {one.story for one in told if one.topic in UNSEEN}
    assert sorted(map(sorted, grouped(told, model))) == [[story] for story in sorted(stories)]


def test_who_is_taught_that_a_topic_is_one_story_joins_its_stories(told):
    merged = [replace(one, story=one.topic) for one in told if one.topic not in UNSEEN]
    joined = grouped(told, train_stories(merged, RECIPE))
    assert any(len(stories) > 1 for stories in joined)


def test_a_stored_model_groups_the_same(told, model):
    assert grouped(told, read_story_model(stored_story_model(model))) == grouped(told, model)


def test_folds_find_a_join_that_does_well(told):
    found = cross_validate_stories(told, replace(RECIPE, networks=1))
    assert tuple(found) == JOINS
    assert max(found.values()) > 0.8


def test_one_topic_can_not_be_cross_validated(told):
    assert cross_validate_stories([one for one in told if one.topic == "theft"], RECIPE) == {}


def test_documents_that_share_nothing_teach_nothing(told):
    one, *_, other = told
    with pytest.raises(ValueError, match="no two documents are alike"):
        train_stories([one, replace(other, document=replace(other.document, terms={}))], RECIPE)
