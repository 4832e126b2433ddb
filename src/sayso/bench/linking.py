"""Score event linking on a corpus: within stories, within topics, over all, and whole documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from sayso.bench.coreference import ClusterScore, score_clusters
from sayso.model import Span


@dataclass(frozen=True, slots=True)
class EventLine:
    """One document of the corpus; ``mentions`` are ids, spans and gold clusters."""

    id: str
    topic: str
    subtopic: str
    text: str
    mentions: tuple[tuple[str, Span, str], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What was linked together, and how well."""

    name: str
    scores: tuple[ClusterScore, ...]


Asked = tuple[str, str, Span]
"""A mention to link: its document's name and text, and its span."""

LinkMentions = Callable[[Sequence[Asked]], Sequence[str]]
"""Gives the cluster of each mention."""
GroupDocuments = Callable[[Sequence[EventLine]], Sequence[Hashable]]
"""Gives the story of each document of a mixed pile."""

PILES: dict[str, Callable[[EventLine], str]] = {
    "events, within gold subtopics": lambda line: line.subtopic,
    "events, within gold topics": lambda line: line.topic,
    "events, all documents together": lambda _line: "",
}
"""What is linked together in each setting."""
STORIES = "documents, by story"


def score_linking(
    lines: Sequence[EventLine], link: LinkMentions, group: GroupDocuments
) -> tuple[Setting, ...]:
    """Return the scores of events in each setting, and of documents grouped into stories.

    The gold story of a document is its subtopic. Raises ValueError for two mentions of one id.
    """
    gold = {name: cluster for line in lines for name, _, cluster in line.mentions}
    if len(gold) < sum(len(line.mentions) for line in lines):
        raise ValueError("two mentions have the same id")
    settings: list[Setting] = []
    for name, pile_of in PILES.items():
        piles: dict[str, list[tuple[str, Asked]]] = defaultdict(list)
        for line in lines:
            asked = [(i, (line.id, line.text, span)) for i, span, _ in line.mentions]
            piles[pile_of(line)].extend(asked)
        found = {
            mention: (pile, cluster)
            for pile, told in piles.items()
            for (mention, _), cluster in zip(told, link([a for _, a in told]), strict=True)
        }
        settings.append(Setting(name, score_clusters(gold, found)))
    stories = dict(zip((line.id for line in lines), group(lines), strict=True))
    wanted = {line.id: line.subtopic for line in lines}
    return (*settings, Setting(STORIES, score_clusters(wanted, stories)))
