"""Where an article speaks of whom: its sentences and paragraphs, and who was named so far."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.language.parsed import ParsedText
from sayso.model import Attribution, PartyKind
from sayso.resolve.parties.entries import Gender
from sayso.resolve.parties.reading import Reading

RIVALS_BACK = 3


_PARAGRAPHS_BACK = 1


MOST_CANDIDATES = 40


Identity = tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody named before; ``holders`` are the attributions in whose content that stands."""

    start: int
    reading: Reading
    gender: Gender | None
    holders: frozenset[int]
    speaks: bool
    subject: bool
    aside: bool = False
    """A body that is named and doesn't speak: what "the group" may mean, but no pronoun."""

    @property
    def identity(self) -> Identity:
        """What makes two candidates the same party."""
        reading = self.reading
        if reading.kind is PartyKind.PERSON:
            return reading.name.casefold(), None, None
        return reading.name.casefold(), reading.role, reading.country


@dataclass(frozen=True, slots=True)
class Stage:
    """Where positions lie: sentences told by the narrator, and paragraphs."""

    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def near(self, earlier: int, later: int) -> bool:
        """Whether ``earlier`` is at most three sentences and one paragraph before ``later``."""
        return (
            self.back(earlier, later) <= RIVALS_BACK
            and bisect_right(self.paragraphs, later) - bisect_right(self.paragraphs, earlier)
            <= _PARAGRAPHS_BACK
        )

    def close(self, earlier: int, later: int) -> bool:
        """Whether two positions share a paragraph, and a sentence or two neighbouring ones."""
        return self.back(earlier, later) <= 1 and bisect_right(
            self.paragraphs, later
        ) == bisect_right(self.paragraphs, earlier)

    def back(self, earlier: int, later: int) -> int:
        """Return how many of the narrator's sentences begin between two positions."""
        return bisect_right(self.sentences, later) - bisect_right(self.sentences, earlier)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A pronoun: its class ("male", "thing", "plural"), its place, and whose content holds it."""

    kind: str
    position: int
    holders: frozenset[int]


@dataclass(slots=True)
class Memory:
    """The candidates seen so far, in text order, and the last of each identity by role."""

    seen: list[Candidate] = field(default_factory=list)
    by_role: dict[str, dict[Identity, Candidate]] = field(default_factory=dict)

    def add(self, candidate: Candidate) -> None:
        """Remember a candidate; they must come in text order."""
        self.seen.append(candidate)
        roles = {candidate.reading.role, candidate.reading.rank}
        for role in sorted(role for role in roles if role is not None):
            self.by_role.setdefault(role, {})[candidate.identity] = candidate


def make_stage(parsed: ParsedText, attributions: Sequence[Attribution]) -> Stage:
    """Return the stage of a text: sentences that begin inside a quotation are not counted."""
    starts = [sentence.start_char for sentence in parsed.doc.sents]
    held = holders_of(starts, attributions)
    return Stage(
        tuple(start for start, inside in zip(starts, held, strict=True) if not inside),
        tuple(block.start for block in parsed.blocks),
    )


def holders_of(
    positions: Sequence[int], attributions: Sequence[Attribution]
) -> list[frozenset[int]]:
    """Return, for each position (ascending), the attributions whose content holds it."""
    contents = sorted(
        (span.start, span.end, i) for i, a in enumerate(attributions) for span in a.content
    )
    held: list[frozenset[int]] = []
    active: list[tuple[int, int]] = []
    following = 0
    for position in positions:
        while following < len(contents) and contents[following][0] <= position:
            _, end, index = contents[following]
            heapq.heappush(active, (end, index))
            following += 1
        while active and active[0][0] <= position:
            heapq.heappop(active)
        held.append(frozenset(index for _, index in active))
    return held


def recent(memory: Memory, position: int, stage: Stage) -> Iterable[Candidate]:
    """Yield the candidates of the last sentences, the nearest first."""
    for candidate in memory.seen[: -MOST_CANDIDATES - 1 : -1]:
        if not stage.near(candidate.start, position):
            return
        yield candidate
