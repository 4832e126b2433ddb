"""Cross-validation of a pair model over topics, and with it how like two clusters must be to join.

Every topic is clustered by a model that was trained without it: its stories each by themselves,
and all its documents together. What the shipped weights were chosen by, since a dev part of few
topics tells thresholds apart by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.bench.coreference import conll_f1, score_clusters
from sayso.link.agglomerate import agglomerate
from sayso.link.meanings import Meanings
from sayso.link.mentions import by_word
from sayso.link.vectors import Matrix
from sayso.train.pair_networks import PairRecipe
from sayso.train.pairs import Topic, train_pairs

FOLDS = 5
JOINS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True, slots=True)
class Folded:
    """CoNLL F1, 0 to 1, within stories and within topics: by the naming word, and by each join."""

    by_word: tuple[float, float]
    by_joins: Mapping[float, tuple[float, float]]

    @property
    def best(self) -> float:
        """The join with the best mean of both, the lowest of equals."""
        return max(self.by_joins, key=lambda joins: (sum(self.by_joins[joins]), -joins))


def cross_validate(
    topics: Sequence[Topic],
    meanings: Meanings,
    recipe: PairRecipe,
    report: Callable[[int, int], None],
) -> Folded | None:
    """Return how well models do on topics they were not trained on; None for less than two.

    ``report`` is told how many of how many models are trained.
    """
    folds = [fold for i in range(FOLDS) if (fold := topics[i::FOLDS])]
    if len(folds) < 2:
        return None
    piles: list[tuple[int, Topic, Matrix]] = []
    for number, fold in enumerate(folds, start=1):
        names = {topic.name for topic in fold}
        others = [topic for topic in topics if topic.name not in names]
        model = train_pairs(others, meanings, recipe)
        piles += [
            (kind, pile, model.likelihoods(pile.events, pile.documents))
            for topic in fold
            for kind, pile in _piles(topic)
        ]
        report(number, len(folds))
    return Folded(
        _both(piles, lambda pile, _likelihoods: by_word(pile.events, pile.documents)),
        {joins: _both(piles, _joined_from(joins)) for joins in JOINS},
    )


def _piles(topic: Topic) -> Iterator[tuple[int, Topic]]:
    """Yield the topic's stories, of kind 0, and the topic, of kind 1."""
    for story in dict.fromkeys(topic.subtopics):
        chosen = [i for i, at in enumerate(topic.subtopics) if at == story]
        places = {p: i for i, p in enumerate(sorted({topic.events[i].document for i in chosen}))}
        yield (
            0,
            Topic(
                story,
                tuple(
                    replace(topic.events[i], document=places[topic.events[i].document])
                    for i in chosen
                ),
                tuple(topic.documents[place] for place in places),
                tuple(topic.clusters[i] for i in chosen),
                (story,) * len(chosen),
            ),
        )
    if topic.events:
        yield 1, topic


Cluster = Callable[[Topic, Matrix], Sequence[int]]


def _joined_from(joins: float) -> Cluster:
    return lambda _pile, likelihoods: agglomerate(likelihoods, joins)


def _both(piles: Sequence[tuple[int, Topic, Matrix]], cluster: Cluster) -> tuple[float, float]:
    """Return the CoNLL F1 of each kind of pile, over all of them."""
    gold: tuple[dict[str, str], dict[str, str]] = ({}, {})
    found: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for number, (kind, pile, likelihoods) in enumerate(piles):
        told = zip(pile.clusters, cluster(pile, likelihoods), strict=True)
        for i, (label, first) in enumerate(told):
            gold[kind][f"{number} {i}"] = label
            found[kind][f"{number} {i}"] = f"{number} {first}"
    within, over = (conll_f1(score_clusters(g, f)) for g, f in zip(gold, found, strict=True))
    return within, over
