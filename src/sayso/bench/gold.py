"""Dispatches with gold: what a careful reader finds in them, read from their JSON.

A gold file quotes instead of counting: each span is ``{"text", "nth"}``, the ``nth`` occurrence
(from 0, overlapping ones counted) of the string in the canonical text, which is the texts of its
blocks joined by a blank line, the title first.

What the gold marks, and how:

- A source is the whole phrase that names the speaker, title and appositive included, and the
  pronoun where a relative clause does the saying ("her family, who say"). A cue is the verb (with
  its auxiliaries and negation) or the noun that shows the saying. A content keeps its quotation
  marks and its "that"; where the cue or another paragraph breaks it, it has pieces.
- ``said`` is the day of the statement: of its own sentence, or of the one before that it goes on
  from. With no day of its own it is open at the start and ends with the article's day; it is null
  for what was said at an unknown time before ("has said in the past").
- An evasion's content is what was asked, or the words that evade it. Whoever "said that he
  doubted" makes two statements, the inner one with ``inside``, the index of the outer; what
  speakers say of their own mind inside a quotation ("I want") is part of the quotation.
- ``for`` and ``role`` tell of spokespersons and ministers whom they speak for; ``side`` is a name
  from the settings' sides or a country's code.
- ``channel`` gives the outermost first. ``places`` and ``dates`` are those that the content names.
- ``stance`` is towards the ``question`` of the statement's matter in the collection's gold.
- ``not_statements`` quotes what must not lie in any content: the outlet's own words, what somebody
  did not say, scare quotes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.errors import InputError
from sayso.model import (
    Act,
    Block,
    BlockKind,
    ChannelKind,
    ConflictKind,
    Manner,
    Span,
    Stance,
    join_blocks,
)


@dataclass(frozen=True, slots=True)
class GoldParty:
    """Who says it; fields as in the row contract, ``acts_for`` is its "for"."""

    name: str
    side: str | None
    role: str | None
    acts_for: str | None


@dataclass(frozen=True, slots=True)
class GoldSaid:
    """The day or days on which it was said; ``text`` is None when only the article tells."""

    text: str | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date that the content names; ``value`` is TIMEX3."""

    text: str
    value: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One statement; ``matter`` is a label, ``inside`` the index of the statement that holds it."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    party: GoldParty | None
    act: Act
    said: GoldSaid | None
    channel: tuple[tuple[str, ChannelKind], ...]
    places: tuple[str, ...]
    dates: tuple[GoldDate, ...]
    matter: str | None
    stance: Stance | None
    inside: int | None


@dataclass(frozen=True, slots=True)
class GoldDispatch:
    """One dispatch as it should be read; offsets are code points into ``text``."""

    outlet: str
    title: str
    published: date
    url: str | None
    byline: str | None
    text: str
    blocks: tuple[Block, ...]
    statements: tuple[GoldStatement, ...]
    not_statements: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GoldShift:
    """A party's change of stance."""

    party: str
    side: str | None
    from_stance: Stance
    to_stance: Stance


@dataclass(frozen=True, slots=True)
class GoldMatter:
    """A matter over a collection; ``statements`` are gold file names with indexes of statements."""

    label: str
    question: str
    title: str
    place: str | None
    start: date | None
    end: date | None
    statements: tuple[tuple[str, int], ...]
    conflicts: tuple[tuple[ConflictKind, frozenset[str]], ...]
    shifts: tuple[GoldShift, ...]
    articles: int
    origins: int


def parse_dispatch(name: str, gold: Mapping[str, Any]) -> GoldDispatch:
    """Return a dispatch's gold from its JSON, ``name`` being named in errors.

    Raises InputError when a quoted string is not in the text as often as its ``nth`` says.
    """
    text, blocks = join_blocks((BlockKind(b["kind"]), b["text"]) for b in gold["blocks"])
    head = gold["article"]
    return GoldDispatch(
        outlet=head["outlet"],
        title=head["title"],
        published=date.fromisoformat(head["published"]),
        url=head["url"],
        byline=head["byline"],
        text=text,
        blocks=blocks,
        statements=tuple(_statement(name, text, entry) for entry in gold["statements"]),
        not_statements=tuple(
            quoted_span(name, text, quote, nth=0) for quote in gold["not_statements"]
        ),
    )


def parse_matters(gold: Mapping[str, Any]) -> tuple[GoldMatter, ...]:
    """Return a collection's matters from their JSON."""
    return tuple(
        GoldMatter(
            label=entry["label"],
            question=entry["question"],
            title=entry["title"],
            place=entry["place"],
            start=_day(entry["from"]),
            end=_day(entry["to"]),
            statements=tuple((ref["gold"], ref["index"]) for ref in entry["statements"]),
            conflicts=tuple(
                (ConflictKind(conflict["kind"]), frozenset(conflict["sides"]))
                for conflict in entry["conflicts"]
            ),
            shifts=tuple(
                GoldShift(
                    shift["party"],
                    shift["side"],
                    Stance(shift["from_stance"]),
                    Stance(shift["to_stance"]),
                )
                for shift in entry["shifts"]
            ),
            articles=entry["articles"],
            origins=entry["origins"],
        )
        for entry in gold["matters"]
    )


def quoted_span(name: str, text: str, quote: str, *, nth: int) -> Span:
    """Return the span of the ``nth`` occurrence of ``quote`` in ``text``, counted from 0.

    Raises InputError when there are fewer.
    """
    start = -1
    for _ in range(nth + 1):
        start = text.find(quote, start + 1)
        if start < 0 or not quote:
            raise InputError(
                f"{name} quotes {quote!r} (nth {nth}), which its blocks don't hold",
                remedy="Quote the blocks' text to the letter and count its occurrences from 0",
            )
    return Span(start, start + len(quote), quote)


def _statement(name: str, text: str, entry: Mapping[str, Any]) -> GoldStatement:
    def spans(role: str) -> tuple[Span, ...]:
        return tuple(quoted_span(name, text, q["text"], nth=q["nth"]) for q in entry[role])

    party, said = entry["party"], entry["said"]
    return GoldStatement(
        source=spans("source"),
        cue=spans("cue"),
        content=spans("content"),
        manner=Manner(entry["manner"]),
        party=GoldParty(party["name"], party["side"], party["role"], party["for"])
        if party
        else None,
        act=Act(entry["act"]),
        said=GoldSaid(said["text"], _day(said["from"]), _day(said["to"])) if said else None,
        channel=tuple((part["text"], ChannelKind(part["kind"])) for part in entry["channel"]),
        places=tuple(entry["places"]),
        dates=_dates(entry["dates"]),
        matter=entry["matter"],
        stance=Stance(entry["stance"]) if entry["stance"] else None,
        inside=entry["inside"],
    )


def _dates(entries: Sequence[Mapping[str, Any]]) -> tuple[GoldDate, ...]:
    return tuple(
        GoldDate(entry["text"], entry["value"], _day(entry["from"]), _day(entry["to"]))
        for entry in entries
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
