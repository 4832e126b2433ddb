"""Stories: which documents of a pile report the same happening.

Documents are compared by all their words, the names doubled: two earthquakes share most words but
not their places, two trials not their people. A word's weight does not depend on the pile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from spacy.tokens import Doc

from sayso.link.agglomerate import agglomerate
from sayso.link.terms import rarity, stem, unit
from sayso.link.vectors import Terms, dots

ONE_STORY = 0.34
"""Least mean cosine of two groups of documents to be one story; tuned on ECB+."""
NAMES_COUNT = 2.0
_NAMES = frozenset({"PERSON", "GPE", "ORG", "FAC", "LOC", "EVENT"})


def story_terms(doc: Doc) -> dict[str, float]:
    """Return the stems of a document's words and numbers, weighed, at unit length."""
    counts: Counter[str] = Counter()
    named: set[str] = set()
    for token in doc:
        if token.like_num or (token.is_alpha and not token.is_stop and len(token) > 1):
            term = stem(token.lemma_)
            counts[term] += 1
            if token.ent_type_ in _NAMES:
                named.add(term)
    return unit(
        {
            term: (1 + log(times)) * rarity(term) * (NAMES_COUNT if term in named else 1.0)
            for term, times in counts.items()
        }
    )


def group_stories(documents: Sequence[Terms], *, least: float = ONE_STORY) -> tuple[int, ...]:
    """Return the story of each document, named by the index of its first one."""
    return agglomerate(dots(documents), least)
