"""What one phrase says of a speaker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.model import PartyKind
from sayso.resolve.parties.entries import Gender
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.words import Word


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says. Names of offices stand without their country ("Foreign Ministry").

    ``kind`` is None for a bare name, which may be a person's or an organisation's. ``office`` is
    whom the speaker acts for. ``country`` is ISO alpha-3; ``opposed`` means that it is not the
    speaker's side ("Syrian rebels"). ``definite`` says
    whether the phrase points at somebody known ("the minister").
    ``fixed`` means that ``name`` is complete and takes no country's adjective; ``basis`` is the
    text by which a side may be looked up; ``owner`` is the pronoun of "his lawyer". ``rank`` is the
    title that a post has replaced ("General Ada Moss, the chief of staff").
    """

    name: str
    kind: PartyKind | None
    role: str | None = None
    office: str | None = None
    country: str | None = None
    gender: Gender | None = None
    definite: bool = False
    plural: bool = False
    opposed: bool = False
    past: bool = False
    fixed: bool = False
    basis: str = ""
    owner: Word | None = None
    rank: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A noun phrase cut in two: up to its head, and what follows the head ("of Iran")."""

    zone: Sequence[Word]
    tail: Sequence[Word]
    definite: bool


Reader = Callable[[Sequence[Word], SideTable], Reading | None]
"""Reads a noun phrase; handed down, since phrases hold phrases ("army spokesman")."""

BODIES = (PartyKind.ORGANISATION, PartyKind.GOVERNMENT)
