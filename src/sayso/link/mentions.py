"""Event mentions to clusters, for measuring linking on corpora of event coreference.

Documents about the same happening come together first; within such a group, the pair model tells
how likely each two mentions name one event, and they are clustered by that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.language.parsed import Parser
from sayso.link.agglomerate import agglomerate
from sayso.link.events import Event, EventDocument, event_document, events_of
from sayso.link.pair_model import PairModel, load_pair_model
from sayso.link.vectors import dots
from sayso.model import Span, content_id, paragraphs

SAME_THINGS = 0.22
"""Least mean cosine of two groups of documents to compare their mentions; stories need more, but
what is kept apart here can't come together."""

DocumentKey = tuple[str, str]
"""A document's name and text."""
ClusterEvents = Callable[[Sequence[Event], Sequence[EventDocument]], Sequence[int]]
"""Gives the cluster of each event of a group of documents: the index of its first event."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event: its document's name and text, and the span that names the event."""

    doc: str
    text: str
    span: Span


def link_mentions(
    mentions: Sequence[Mention], parser: Parser, cluster: ClusterEvents | None = None
) -> tuple[str, ...]:
    """Return a cluster id for each mention; equal ids mean one event.

    ``cluster`` is what clusters the events of documents about one happening [default: the pair
    model that ships with sayso].
    """
    clustered = cluster or by_model(load_pair_model())
    of_document: dict[DocumentKey, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        of_document[mention.doc, mention.text].append(i)
    events: dict[int, Event] = {}
    documents: dict[DocumentKey, EventDocument] = {}
    for key, told in of_document.items():
        doc = parser(key[1], paragraphs(key[1]))
        documents[key] = event_document(doc)
        named = events_of(doc, 0, (mentions[i].span for i in told))
        events.update(zip(told, named, strict=True))
    clusters: dict[int, str] = {}
    for group in _groups(documents):
        numbers = [i for key in group for i in of_document[key]]
        own = [
            replace(events[i], document=place)
            for place, key in enumerate(group)
            for i in of_document[key]
        ]
        found = clustered(own, [documents[key] for key in group])
        for i, first in zip(numbers, found, strict=True):
            mention = mentions[numbers[first]]
            clusters[i] = content_id("cluster", *_named(mention))
    return tuple(clusters[i] for i in range(len(mentions)))


def by_model(model: PairModel) -> ClusterEvents:
    """Return what clusters events by a pair model."""

    def cluster(events: Sequence[Event], documents: Sequence[EventDocument]) -> tuple[int, ...]:
        return agglomerate(model.likelihoods(events, documents), model.joins) if events else ()

    return cluster


def by_word(events: Sequence[Event], _documents: Sequence[EventDocument]) -> tuple[int, ...]:
    """Cluster events whose naming words have one stem: what a pair model is measured against."""
    firsts: dict[str, int] = {}
    return tuple(firsts.setdefault(event.stem, i) for i, event in enumerate(events))


def _groups(documents: Mapping[DocumentKey, EventDocument]) -> list[list[DocumentKey]]:
    """Return the documents in groups about one happening, in an order that is theirs alone."""
    groups: dict[int, list[DocumentKey]] = defaultdict(list)
    keys = sorted(documents)
    found = agglomerate(dots([documents[key].terms for key in keys]), SAME_THINGS)
    for key, story in zip(keys, found, strict=True):
        groups[story].append(key)
    return list(groups.values())


def _named(mention: Mention) -> tuple[str, str, int, int]:
    return mention.doc, mention.text, mention.span.start, mention.span.end
