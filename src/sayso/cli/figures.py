"""What ``sayso bench`` measured, as sheets."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.bench.attribution import Measure
from sayso.bench.attribution_kinds import Found
from sayso.bench.speed import Speed, peak_memory
from sayso.cli.sheet import Sheet, table

BYTES_PER_MB = 1_000_000
SPACY = "spaCy's small pipeline alone"


def measures(title: str, found: Sequence[Measure]) -> Sheet:
    """Return the measures of a scorer."""
    return table(
        title,
        ["measure", "precision", "recall", "F1", "right", "gold", "predicted"],
        (
            [m.name, share(m.precision), share(m.recall), share(m.f1)]
            + [str(count) for count in (m.right, m.gold, m.predicted)]
            for m in found
        ),
    )


def by_kind(found: Sequence[Found]) -> Sheet:
    """Return how much of each kind of gold attribution was found."""
    return table(
        "Recall by kind",
        ["kind", "lenient", "strict", "gold"],
        (
            [f.kind, share(f.recall("lenient")), share(f.recall("strict")), str(f.gold)]
            for f in found
        ),
    )


def speeds(found: Sequence[Speed], *, base: Speed) -> Sheet:
    """Return speeds beside ``base``, which was measured in the same run."""
    return table(
        "Speed",
        ["step", "tokens per CPU-second", "times spaCy's"],
        ([s.name, *pace(s, base=base)] for s in found),
    )


def pace(speed: Speed, *, base: Speed) -> list[str]:
    """Return the cells of one speed: tokens per CPU-second, and how many times the base's."""
    return [f"{speed.per_second:,.0f}", f"{speed.per_second / base.per_second:.2f}"]


def share(value: float) -> str:
    """Return the cell of a share of 1."""
    return f"{value:.3f}"


def memory_line() -> str:
    """Return how much memory this process has held at most, parser and all."""
    return f"Peak memory of the process: {peak_memory() / BYTES_PER_MB:,.0f} MB"
