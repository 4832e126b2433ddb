"""Score attributions against gold: precision, recall and F1 over all texts together.

Names of the measures:

- ``token.ROLE``: a token is or is not in the role of some attribution.
- ``exact.ROLE``: a role's tokens are just those of a gold one.
- ``overlap.ROLE``: a role shares a token with a gold one; one to one, the best overlap first.
- ``attr.LEVEL``: whole attributions, one to one, the best overlap of contents first; the levels
  are those of LEVELS. ``attr_sourced.LEVEL`` leaves out those without a source, on both sides.
- ``attr_content``: contents share a token, whoever the source is.
- ``source_given``: of those pairs, the share whose sources share a token or are both missing.

A source that several attributions share counts once for each. What lies inside another
attribution's content is an attribution of its own; where the gold marks the outermost only,
``drop_nested`` takes such predictions out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.bench.attribution_pairs import (
    LEVELS,
    closeness,
    overlap,
    paired,
    same_source,
    share,
    share_content,
)
from sayso.bench.attribution_units import (
    ROLES,
    JsonAttribution,
    TokenSet,
    Unit,
    cut,
    units,
    without_nested,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """How many were right, of how many in the gold and how many predicted."""

    name: str
    right: int
    gold: int
    predicted: int

    def __add__(self, other: Measure) -> Measure:
        """Return this measure over both lots of texts together."""
        return Measure(
            self.name,
            self.right + other.right,
            self.gold + other.gold,
            self.predicted + other.predicted,
        )

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right; 0 when nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_attributions(
    gold: Iterable[Mapping[str, Any]],
    predicted: Mapping[Any, Sequence[JsonAttribution]],
    *,
    drop_nested: bool = False,
    punctuation: bool = False,
) -> tuple[Measure, ...]:
    """Score predictions, given by the id of their text, against gold lines.

    A gold line is ``{"id", "text", "attributions"}`` and perhaps ``"discard"``, ranges whose tokens
    are taken away on both sides. Offsets are code points into its text. A text without predictions
    counts as one in which nothing was found.
    """
    totals = {measure.name: measure for measure in _measures((), ())}
    for line in gold:
        tokens = cut(line["text"], punctuation=punctuation)
        discarded = tokens.within(line.get("discard") or ())
        wanted = units(line["attributions"], tokens, discarded=discarded)
        found = units(predicted.get(line["id"], ()), tokens, discarded=discarded)
        for measure in _measures(wanted, without_nested(found) if drop_nested else found):
            totals[measure.name] += measure
    return tuple(totals.values())


def _measures(gold: Sequence[Unit], found: Sequence[Unit]) -> Iterator[Measure]:
    """Yield every measure over one text."""
    for role in ROLES:
        yield from _role_measures(
            role,
            [unit.role(role) for unit in gold if unit.role(role)],
            [unit.role(role) for unit in found if unit.role(role)],
        )
    sourced_gold = [unit for unit in gold if unit.source]
    sourced_found = [unit for unit in found if unit.source]
    for level, alike in LEVELS.items():
        right = len(paired(gold, found, alike, closeness))
        yield Measure(f"attr.{level}", right, len(gold), len(found))
        right = len(paired(sourced_gold, sourced_found, alike, closeness))
        yield Measure(f"attr_sourced.{level}", right, len(sourced_gold), len(sourced_found))
    pairs = paired(gold, found, share_content, closeness)
    yield Measure("attr_content", len(pairs), len(gold), len(found))
    right = sum(same_source(one, other) for one, other in pairs)
    yield Measure("source_given", right, len(pairs), len(pairs))


def _role_measures(
    role: str, gold: Sequence[TokenSet], found: Sequence[TokenSet]
) -> Iterator[Measure]:
    in_gold: TokenSet = frozenset().union(*gold)
    in_found: TokenSet = frozenset().union(*found)
    yield Measure(f"token.{role}", len(in_gold & in_found), len(in_gold), len(in_found))
    same = (Counter(gold) & Counter(found)).total()
    yield Measure(f"exact.{role}", same, len(gold), len(found))
    sharing = len(paired(gold, found, share, overlap))
    yield Measure(f"overlap.{role}", sharing, len(gold), len(found))
