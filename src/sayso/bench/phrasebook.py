"""Sentences with slots, of which generated dispatches are made, and the statements in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sayso.model import Act

_MARK = re.compile(r"\[([scx]) |\]|\{(\w+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """Text with slots: ``pieces`` are words as they stand, or the name of a slot where ``slots``.

    ``roles`` are ranges of pieces: of the source, the cue and the content of the statement that
    the sentence makes, if it makes one. ``act`` and ``party`` tell what statement it is, and whose.
    """

    pieces: tuple[str, ...]
    slots: tuple[bool, ...]
    roles: Mapping[str, range]
    act: Act | None
    party: str
    opens: bool

    def filled(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return the pieces with the slots' values."""
        return tuple(
            values[piece] if slot else piece
            for piece, slot in zip(self.pieces, self.slots, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: the words that tell of it."""

    verb: str
    noun: str
    hurt: str
    things: Sequence[str]
    parts: Sequence[str]
    tools: Sequence[str]
    details: Sequence[str]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """All that dispatches are generated from; ``towns`` are the syllables of their names."""

    towns: Sequence[Sequence[str]]
    first: Sequence[str]
    bodies: Sequence[str]
    offices: Sequence[str]
    outlets: Sequence[str]
    kinds: Sequence[Kind]
    tells: Sequence[Sentence]
    told: Sequence[Sentence]
    titles: Sequence[Sentence]


@lru_cache(maxsize=1)
def phrasebook() -> Phrasebook:
    """Return the phrasebook of ``generated.toml``."""
    read = tomllib.loads((files(__package__) / "generated.toml").read_text(encoding="utf-8"))
    tells, told, titles = (
        tuple(_sentence(entry) for entry in read.pop(name)) for name in ("tells", "told", "titles")
    )
    kinds = tuple(Kind(**kind) for kind in read.pop("kinds"))
    return Phrasebook(kinds=kinds, tells=tells, told=told, titles=titles, **read)


def _sentence(entry: Mapping[str, Any]) -> Sentence:
    pieces: list[str] = []
    slots: list[bool] = []
    roles: dict[str, range] = {}
    open_role: tuple[str, int] | None = None
    end = 0
    text = entry["text"]
    for mark in _MARK.finditer(text):
        if mark.start() > end:
            pieces.append(text[end : mark.start()])
            slots.append(False)
        if mark[1]:
            open_role = (mark[1], len(pieces))
        elif mark[2]:
            pieces.append(mark[2])
            slots.append(True)
        elif open_role is not None:
            roles[open_role[0]] = range(open_role[1], len(pieces))
        end = mark.end()
    if end < len(text):
        pieces.append(text[end:])
        slots.append(False)
    act = entry.get("act")
    return Sentence(
        tuple(pieces),
        tuple(slots),
        roles,
        Act(act) if act else None,
        entry.get("party", ""),
        entry.get("opens", False),
    )
