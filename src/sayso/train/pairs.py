"""Training of linking's pair model from a corpus of event coreference across documents.

Every two mentions of one topic are a row; each topic weighs as much as it has mentions. How much
two different words speak for one event is counted first, for each topic on the others, so that
the networks learn what such counts are worth for words of news that they have not seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from sayso.bench.linking import EventLine
from sayso.language.parsed import Parser
from sayso.link.event_pairs import Likeness, pair_features
from sayso.link.events import Event, EventDocument, event_document, events_of
from sayso.link.meanings import Meanings
from sayso.link.pair_model import PairModel
from sayso.model import paragraphs
from sayso.train.pair_networks import PairRecipe, fit_scorer


@dataclass(frozen=True, slots=True)
class Topic:
    """The documents on one topic, and their events with the gold cluster and story of each."""

    name: str
    events: tuple[Event, ...]
    documents: tuple[EventDocument, ...]
    clusters: tuple[str, ...]
    subtopics: tuple[str, ...]


Counts = Counter[tuple[str, str, bool]]
"""Of two stems, in order, how much speaks for one event and how much against."""
DOUBT = 0.9
HOPE = 0.1
"""What is added to the counts against and for: unseen words have these odds."""
MOST_OF_ONE = 4
"""One story that repeats two words counts as so many pairs at most."""


def train_pairs(topics: Sequence[Topic], meanings: Meanings, recipe: PairRecipe) -> PairModel:
    """Return a pair model trained on these topics; the same input gives the same model.

    Raises ValueError when no topic has two mentions.
    """
    if all(len(topic.events) < 2 for topic in topics):
        raise ValueError("no topic has two mentions")
    counts = {topic.name: _counted(topic) for topic in topics}
    tables, wanted, weights = [], [], []
    names: tuple[str, ...] = ()
    for topic in topics:
        others = sum((c for name, c in counts.items() if name != topic.name), Counter())
        found = pair_features(topic.events, topic.documents, _likeness(others), meanings)
        names = tuple(found)
        above = np.triu_indices(len(topic.events), 1)
        tables.append(np.stack([found[name][above] for name in names], axis=1))
        clusters = np.array(topic.clusters)
        wanted.append(clusters[above[0]] == clusters[above[1]])
        weights.append(np.full(len(above[0]), 1 / len(topic.events)))
    return PairModel(
        scorer=fit_scorer(
            names,
            np.concatenate(tables),
            np.concatenate(wanted),
            np.concatenate(weights),
            recipe,
        ),
        likeness=_likeness(sum(counts.values(), Counter())),
        meanings=meanings,
        joins=recipe.joins,
    )


def topics_of(lines: Iterable[EventLine], parser: Parser) -> list[Topic]:
    """Return the topics of a corpus's documents, parsed, in the order they come."""
    by_topic: dict[str, list[EventLine]] = defaultdict(list)
    for line in lines:
        by_topic[line.topic].append(line)
    return [_topic(name, told, parser) for name, told in by_topic.items()]


def _topic(name: str, told: Sequence[EventLine], parser: Parser) -> Topic:
    events: list[Event] = []
    documents: list[EventDocument] = []
    for place, document in enumerate(told):
        doc = parser(document.text, paragraphs(document.text))
        documents.append(event_document(doc))
        events.extend(events_of(doc, place, (span for _, span, _ in document.mentions)))
    return Topic(
        name,
        tuple(events),
        tuple(documents),
        tuple(cluster for document in told for _, _, cluster in document.mentions),
        tuple(document.subtopic for document in told for _ in document.mentions),
    )


def _counted(topic: Topic) -> Counts:
    """Return the pairs of different words of one story, for and against, as counts."""
    counts: Counts = Counter()
    for story in dict.fromkeys(topic.subtopics):
        told = [
            (event.stem, cluster)
            for event, cluster, at in zip(
                topic.events, topic.clusters, topic.subtopics, strict=True
            )
            if at == story
        ]
        pairs = Counter(
            (min(a, b), max(a, b), one == other)
            for i, (a, one) in enumerate(told)
            for b, other in told[:i]
            if a != b
        )
        for (a, b, same), times in pairs.items():
            both = times + pairs[a, b, not same]
            counts[a, b, same] += times * min(1, MOST_OF_ONE / both)  # type: ignore[assignment]
    return counts


def _likeness(counts: Counts) -> Likeness:
    """Return the log odds of one event of words that have named one, above the unseen ones'."""
    unseen = log(HOPE / DOUBT)
    return {
        (a, b): log((times + HOPE) / (counts[a, b, False] + DOUBT)) - unseen
        for (a, b, same), times in counts.items()
        if same and times > 0
    }
