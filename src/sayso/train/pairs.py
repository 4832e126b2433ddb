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
from numpy.typing import NDArray

from sayso.bench.linking import EventLine
from sayso.language.parsed import Parser
from sayso.link.event_pairs import Likeness, pair_features
from sayso.link.events import Event, EventDocument, event_document, events_of
from sayso.link.meanings import Meanings
from sayso.link.pair_model import Network, PairModel
from sayso.link.vectors import Matrix
from sayso.model import paragraphs


@dataclass(frozen=True, slots=True)
class PairRecipe:
    """How the networks are trained; ``joins`` is kept in the model as it is."""

    networks: int = 3
    units: int = 32
    rounds: int = 8
    batch: int = 1024
    rate: float = 3e-3
    decay: float = 0.3
    joins: float = 0.3
    seed: int = 0


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
    rows = np.concatenate(tables)
    weighed = np.concatenate(weights)
    mean, spread = rows.mean(0), rows.std(0) + 1e-3
    right = np.concatenate(wanted).astype(np.float32)
    scaled = (rows - mean) / spread
    share = (weighed / weighed.mean()).astype(np.float32)
    return PairModel(
        features=names,
        mean=mean,
        spread=spread,
        networks=tuple(
            _network(scaled, right, share, recipe, seed=recipe.seed + i)
            for i in range(recipe.networks)
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


def _network(
    rows: Matrix, right: Matrix, share: Matrix, recipe: PairRecipe, *, seed: int
) -> Network:
    """Return a network fitted by Adam (Kingma and Ba 2015) to the log loss, decaying weights."""
    rng = np.random.default_rng(seed)
    count, width = rows.shape
    inner = rng.normal(0, width**-0.5, (width, recipe.units)).astype(np.float32)
    outer = rng.normal(0, 0.3, recipe.units).astype(np.float32)
    parts = [inner, np.zeros(recipe.units, np.float32), outer, np.zeros(1, np.float32)]
    parts.append(np.zeros(width, np.float32))
    decays = (recipe.decay, 0.0, recipe.decay, 0.0, recipe.decay)
    batch = min(recipe.batch, count)
    steps = recipe.rounds * (count // batch)
    first, second = ([np.zeros_like(part) for part in parts] for _ in range(2))
    step = 0
    for _ in range(recipe.rounds):
        order = rng.permutation(count)
        for start in range(0, count - batch + 1, batch):
            chosen = order[start : start + batch]
            step += 1
            slopes = _slopes(parts, rows[chosen], right[chosen], share[chosen])
            rate = recipe.rate * (1 - step / steps) + 1e-5
            for i, (part, slope) in enumerate(zip(parts, slopes, strict=True)):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                mean, square = first[i] / (1 - 0.9**step), second[i] / (1 - 0.999**step)
                parts[i] = part - rate * (mean / (np.sqrt(square) + 1e-8) + decays[i] * part)
    return Network(parts[0], parts[1], parts[2], float(parts[3][0]), parts[4])


def _slopes(
    parts: Sequence[Matrix], rows: Matrix, right: Matrix, share: Matrix
) -> list[NDArray[np.float32]]:
    inner, inner_bias, outer, outer_bias, direct = parts
    hidden = np.tanh(rows @ inner + inner_bias)
    found = 1 / (1 + np.exp(-(hidden @ outer + outer_bias[0] + rows @ direct)))
    error = ((found - right) * share / len(rows)).astype(np.float32)
    back = np.outer(error, outer) * (1 - hidden**2)
    return [rows.T @ back, back.sum(0), hidden.T @ error, error.sum(keepdims=True), rows.T @ error]
