"""Speeds, measured in one run so that their ratios hold on a noisy machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import process_time


@dataclass(frozen=True, slots=True)
class Speed:
    """What was measured, over how many tokens, in how many CPU-seconds of this process."""

    name: str
    tokens: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Tokens per CPU-second."""
        return self.tokens / self.seconds if self.seconds else float("inf")


def measure(name: str, tokens: int, work: Callable[[], object], *, rounds: int = 3) -> Speed:
    """Run ``work`` (over ``tokens`` tokens) some rounds and return the fastest one."""
    best = float("inf")
    for _ in range(rounds):
        before = process_time()
        work()
        best = min(best, process_time() - before)
    return Speed(name, tokens, best)
