"""Annotated attributions as what the network learns: labels of words, and links between spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sayso.tag.encoder.labels import OUTSIDE, Role, begins, goes_on
from sayso.tag.encoder.links import WordSpan
from sayso.tag.encoder.words import Ints, Words, make_words, without_marks
from sayso.train.wanted import Wanted

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class GoldLink:
    """One attribution in words: its cue, its source or None, the pieces of its content."""

    cue: WordSpan
    source: WordSpan | None
    content: tuple[WordSpan, ...]


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text's words with their labels [word] and its attributions.

    ``wanted`` says how probable each label is; where it is None, the labels are certain.
    """

    id: str
    words: Words
    labels: Ints
    links: tuple[GoldLink, ...]
    wanted: Wanted | None = None


def gold_text(entry: Mapping[str, Any], tokenizer: Tokenizer) -> GoldText:
    """Return one line of an attribution corpus as labels and links.

    Spans lose the punctuation at their ends, which annotators set unevenly (a colon may be all of
    a cue), and pieces of one content that only punctuation parts are one piece. Where two spans
    share words, the one that begins first keeps them, and an attribution of which anything is lost
    has no link.
    """
    text = entry["text"]
    words = make_words(text, tokenizer)
    labels = np.full(len(words), OUTSIDE, np.int64)
    taken: dict[tuple[Role, WordSpan], bool] = {}
    drafts = []
    for attribution in entry["attributions"]:
        roles = {
            role: _joined(words, _word_spans(words, attribution[role.name.lower()]))
            for role in Role
        }
        drafts.append(roles)
    spans = sorted({(s, e, role) for roles in drafts for role in Role for s, e in roles[role]})
    for start, end, role in spans:
        free = bool((labels[start:end] == OUTSIDE).all())
        taken[role, (start, end)] = free
        if free:
            labels[start] = begins(role)
            labels[start + 1 : end] = goes_on(role)
    links = [
        GoldLink(
            roles[Role.CUE][0], next(iter(roles[Role.SOURCE]), None), tuple(roles[Role.CONTENT])
        )
        for roles in drafts
        if len(roles[Role.CUE]) == 1
        and roles[Role.CONTENT]
        and all(taken[role, span] for role in Role for span in roles[role])
    ]
    return GoldText(str(entry["id"]), words, labels, tuple(links))


def _word_spans(words: Words, pieces: Iterable[tuple[int, int]]) -> list[WordSpan]:
    found: list[WordSpan] = []
    for start, end in sorted(pieces):
        low = int(np.searchsorted(words.end, start, side="right"))
        high = int(np.searchsorted(words.start, end, side="left"))
        if low < high:
            found.append(without_marks(words, (low, high)))
    return found


def _joined(words: Words, spans: list[WordSpan]) -> list[WordSpan]:
    joined: list[WordSpan] = []
    for low, high in spans:
        if joined and words.is_mark[joined[-1][1] : low].all():
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return joined
