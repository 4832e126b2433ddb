"""Articles that come in through the page: read one lot after the other, beside the answers."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from datetime import date
from queue import SimpleQueue
from typing import BinaryIO

from sayso.errors import NotFoundError, SaysoError, UsageError
from sayso.jobs import Outcome

MOST_WAITING = 20
"""Lots that may wait to be read."""
MOST_KEPT = 100
"""Lots whose outcome is remembered; what was read of older ones is in the ledger."""
MOST_OUTCOMES = 200
"""Articles of one lot that are listed one by one: the latest."""
SECONDS_TO_END = 20.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that the browser sent."""

    name: str
    content: BinaryIO


@dataclass(frozen=True, slots=True)
class Given:
    """What is to be read: a text, web addresses, files, or the demo.

    ``outlet`` and ``published`` count where the articles don't say it themselves.
    """

    shown: str
    text: str | None = None
    addresses: tuple[str, ...] = ()
    uploads: tuple[Upload, ...] = ()
    demo: bool = False
    outlet: str | None = None
    published: date | None = None


Read = Callable[[Given], Generator[Outcome, None, None]]
"""Reads what is given into the ledger; what can't be read is an outcome, and the rest goes on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One lot and how far it is; ``outcomes`` are the latest ones of the ``done``.

    ``error`` is what ended it before its end.
    """

    number: int
    shown: str
    begun: bool = False
    ended: bool = False
    done: int = 0
    outcomes: tuple[Outcome, ...] = ()
    error: SaysoError | None = None

    @property
    def mark(self) -> str:
        """What differs whenever there is something new to show."""
        return f"{self.begun:d}{self.ended:d}-{self.done}"


class Intake:
    """Reads lots in a thread of its own, the first that came first."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._lock = threading.Lock()
        self._readings: OrderedDict[int, Reading] = OrderedDict()
        self._queue: SimpleQueue[tuple[int, Given] | None] = SimpleQueue()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def add(self, given: Given) -> int:
        """Queue a lot and return its number. Raises UsageError when too many wait."""
        with self._lock:
            if sum(not reading.ended for reading in self._readings.values()) >= MOST_WAITING:
                raise UsageError(
                    f"{MOST_WAITING} lots are waiting to be read",
                    remedy="Wait for them, or read many at once with: sayso read FILES",
                )
            number = max(self._readings, default=0) + 1
            self._readings[number] = Reading(number, given.shown)
            if len(self._readings) > MOST_KEPT:
                self._readings.popitem(last=False)
            if self._thread is None:
                # A daemon: an address that does not answer must not keep the program from ending.
                self._thread = threading.Thread(target=self._work, daemon=True)
                self._thread.start()
        self._queue.put((number, given))
        return number

    def reading(self, number: int) -> Reading:
        """Return how far a lot is. Raises NotFoundError."""
        with self._lock:
            found = self._readings.get(number)
        if found is None:
            raise NotFoundError(
                f"No reading {number} is remembered",
                remedy="What was read is in the list of matters",
            )
        return found

    def readings(self) -> Sequence[Reading]:
        """Return the lots that are remembered, the newest first."""
        with self._lock:
            return tuple(reversed(self._readings.values()))

    def close(self) -> None:
        """Stop after the article that is being read, and wait for that a little."""
        self._stopped.set()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(SECONDS_TO_END)

    def _work(self) -> None:
        while (item := self._queue.get()) is not None and not self._stopped.is_set():
            number, given = item
            with ExitStack() as opened:
                for upload in given.uploads:
                    opened.enter_context(upload.content)
                self._note(number, begun=True)
                self._note(number, ended=True, error=self._read_lot(number, given))

    def _read_lot(self, number: int, given: Given) -> SaysoError | None:
        try:
            with closing(self._read(given)) as outcomes:
                for outcome in outcomes:
                    before = self.reading(number)
                    listed = (*before.outcomes, outcome)[-MOST_OUTCOMES:]
                    self._note(number, done=before.done + 1, outcomes=listed)
                    if self._stopped.is_set():
                        break
        except SaysoError as error:
            return error
        except Exception as exc:  # noqa: BLE001 - logged and told
            # The border of one lot: what nobody foresaw must not end the thread, nor pass unsaid.
            _log.exception("Reading %s failed", given.shown)
            return SaysoError(
                f"It could not be read to its end ({type(exc).__name__})",
                remedy="What was read is kept; the terminal tells more, please report it",
            )
        return None

    def _note(self, number: int, **changes: object) -> None:
        with self._lock:
            if number in self._readings:
                self._readings[number] = replace(self._readings[number], **changes)  # type: ignore[arg-type]
