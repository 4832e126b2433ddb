"""Event mentions to clusters, for measuring linking on corpora of event coreference.

Documents about the same happening come together first; within such a group, mentions with the same
head stem are one event (the lemma baseline of Upadhyay et al., CoNLL 2016, on found groups).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.language.parsed import Parser
from sayso.link.gists import context_of, tokens_in
from sayso.link.terms import dot, stem
from sayso.model import Span, content_id, paragraphs

SAME_HAPPENING = 0.2
"""Least cosine of a document's context to a group's to join it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of an event: its document's name and text, and the span that names the event."""

    doc: str
    text: str
    span: Span


def link_mentions(mentions: Sequence[Mention], parser: Parser) -> tuple[str, ...]:
    """Return a cluster id for each mention; equal ids mean one event."""
    docs: dict[tuple[str, str], Doc] = {}
    for mention in mentions:
        key = (mention.doc, mention.text)
        if key not in docs:
            docs[key] = parser(mention.text, paragraphs(mention.text))
    groups = _groups(docs)
    return tuple(
        content_id("cluster", groups[m.doc, m.text], _head_stem(docs[m.doc, m.text], m.span))
        for m in mentions
    )


def _head_stem(doc: Doc, span: Span) -> str:
    tokens = tokens_in(doc, span)
    if not tokens:
        return span.text.casefold()
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1])
    return stem(head.lemma_)


def _groups(docs: dict[tuple[str, str], Doc]) -> dict[tuple[str, str], str]:
    """Return each document's group, named by its first document (single pass, best group)."""
    groups: list[tuple[str, list[dict[str, float]]]] = []
    found: dict[tuple[str, str], str] = {}
    for key, doc in sorted(docs.items()):
        context = context_of(doc)
        scored = [
            (sum(dot(context, other) for other in members) / len(members), name, members)
            for name, members in groups
        ]
        best = max(scored, key=lambda s: (s[0], s[1]), default=None)
        if best is None or best[0] < SAME_HAPPENING:
            groups.append((key[0], [context]))
            found[key] = key[0]
        else:
            best[2].append(context)
            found[key] = best[1]
    return found
