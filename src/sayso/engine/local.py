"""Engines on this machine: one process, or a pool of them.

An engine is called with a factory, which makes the work function once in every process (models
are loaded there, not sent), with the items and with the number of workers. It yields the results
in the order of the items and never holds more than a few items per worker.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from sayso.errors import SaysoError
from sayso.plugins import part_named

Item = TypeVar("Item")
Result = TypeVar("Result")

ENTRY_POINTS = "sayso.engines"
IN_FLIGHT = 4
"""Items handed to the pool per worker: enough to keep it busy, few enough to keep memory flat."""


class Engine(Protocol):
    """Runs one work function over many items."""

    def __call__(
        self,
        factory: Callable[[], Callable[[Item], Result]],
        items: Iterable[Item],
        *,
        workers: int,
    ) -> Iterator[Result]:
        """Yield the result of each item, in order. Raises SaysoError when a worker dies."""


def run_serial(
    factory: Callable[[], Callable[[Item], Result]], items: Iterable[Item], *, workers: int
) -> Iterator[Result]:
    """Run in this process, one item after another, whatever ``workers`` says."""
    del workers
    work = factory()
    for item in items:
        yield work(item)


def run_pool(
    factory: Callable[[], Callable[[Item], Result]], items: Iterable[Item], *, workers: int
) -> Iterator[Result]:
    """Run in a pool of processes; one worker, or one item, needs no pool."""
    source = iter(items)
    first: list[Item] = []
    for item in source:
        first.append(item)
        if len(first) == IN_FLIGHT:
            break
    if workers <= 1 or len(first) < IN_FLIGHT:
        yield from run_serial(factory, first, workers=1)
        return
    # Spawned, not forked: the parent holds database connections that a fork would share.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, _start, (factory,)) as pool:
        waiting: deque[Future[Result]] = deque(_submitted(pool, item) for item in first)
        try:
            for item in source:
                while len(waiting) >= IN_FLIGHT * workers:
                    yield waiting.popleft().result()
                waiting.append(_submitted(pool, item))
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as exc:
            raise SaysoError(
                "A reading process died, perhaps for want of memory",
                remedy="Run the command again with --workers 1: what was read is kept",
            ) from exc
        finally:
            # Stopped early or by the user: what has not begun must not run on.
            pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, item: Any) -> Future[Any]:
    with _interrupts_held():
        return pool.submit(_work, item)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while workers may start, which inherit this.

    A terminal sends it to all of them; the parent alone is to be stopped, and ends them.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_state: dict[str, Callable[[Any], Any]] = {}


def _start(factory: Callable[[], Callable[[Any], Any]]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _state["work"] = factory()


def _end_with_parent() -> None:
    """End this worker when the process that started it has been killed.

    A worker holds both ends of the pipe that brings its work, so it would wait for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(item: Any) -> Any:
    return _state["work"](item)


ENGINES: dict[str, Engine] = {"serial": run_serial, "pool": run_pool}


def engine_named(name: str) -> Engine:
    """Return an engine by name: ours, or a plug-in's. Raises UnknownNameError."""
    return part_named(name, ENGINES, what="engine", group=ENTRY_POINTS)
