"""Speeds, measured in one run so that their ratios hold on a noisy machine, and memory."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


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


@dataclass(slots=True)
class Clock:
    """Adds up the CPU-seconds of many short pieces of work.

    Two clocks that take turns, text by text, bear the machine's noise alike.
    """

    seconds: float = 0.0

    def time(
        self, work: Callable[Asked, Answer], *args: Asked.args, **kwargs: Asked.kwargs
    ) -> Answer:
        """Do the work, add what it took and return what it gives."""
        before = process_time()
        answer = work(*args, **kwargs)
        self.seconds += process_time() - before
        return answer


def measure(name: str, tokens: int, work: Callable[[], object], *, rounds: int = 3) -> Speed:
    """Run ``work`` (over ``tokens`` tokens) some rounds and return the fastest one."""
    clocks = [Clock() for _ in range(rounds)]
    for clock in clocks:
        clock.time(work)
    return Speed(name, tokens, min(clock.seconds for clock in clocks))


def peak_memory() -> int:
    """Return the most bytes of memory that this process has held at once."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Kibibytes, but bytes on macOS (getrusage(2) of each).
    return peak if sys.platform == "darwin" else peak * 1024
