"""Everything that resolving one article's speakers needs and learns."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from sayso.model import PartyKind
from sayso.resolve.parties.cast import Cast
from sayso.resolve.parties.entries import Gender
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.stage import Memory, Stage


@dataclass(slots=True)
class Scene:
    """An article's parse, sides and cast, and who has spoken so far."""

    text: str
    doc: Doc
    sides: SideTable
    cast: Cast
    stage: Stage
    memory: Memory = field(default_factory=Memory)
    genders: dict[str, Gender] = field(default_factory=dict)
    known: dict[tuple[PartyKind, str], Reading] = field(default_factory=dict)
    surnames: dict[tuple[str, ...], set[str]] = field(default_factory=dict)


def known_as(kind: PartyKind, name: str) -> tuple[PartyKind, str]:
    """Return the key of a speaker in ``Scene.known``."""
    return kind, name.casefold()
