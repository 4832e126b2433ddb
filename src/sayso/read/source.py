"""One opened input, and what the caller knows of it beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from sayso.errors import InputError
from sayso.model import Article

HEAD_BYTES = 16_384
_CHUNK_BYTES = 1 << 20
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows of articles that may not say it themselves.

    ``max_bytes`` is the size limit of one article in bytes; ``format`` names the reader to use
    and so turns detection off.
    """

    outlet: str | None = None
    published: date | None = None
    language: str = "en"
    max_bytes: int = 4 * MEGABYTE
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a stream: its number from 1, and its bytes, None when it is over the limit.

    ``whole`` is false for a last line that no line feed ends.
    """

    number: int
    raw: bytes | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One opened input: ``head`` is what was read of it to detect its format, ``rest`` the rest.

    ``url``, ``content_type`` and ``charset`` are known for what was fetched only.
    """

    name: str
    head: bytes
    rest: BinaryIO
    url: str | None = None
    content_type: str | None = None
    charset: str | None = None

    def read(self, limit: int) -> bytes:
        """Return all bytes. Raises InputError when there are none, or more than ``limit``."""
        raw = self.head + self.rest.read(max(0, limit + 1 - len(self.head)))
        if len(raw) > limit:
            raise too_big(self.name, limit)
        if not raw:
            raise InputError(f"{self.name} is empty", remedy="Give a file that holds an article")
        return raw

    def lines(self, limit: int) -> Iterator[Line]:
        """Yield the lines, holding no more than ``limit`` bytes and one chunk at a time."""
        pending = bytearray()
        number, too_long = 1, False
        chunk = self.head or self.rest.read(_CHUNK_BYTES)
        while chunk:
            start = 0
            while (end := chunk.find(b"\n", start)) >= 0:
                pending += chunk[start:end]
                over = too_long or len(pending) > limit
                yield Line(number, None if over else bytes(pending), whole=True)
                pending.clear()
                number, too_long, start = number + 1, False, end + 1
            if not too_long:
                pending += chunk[start:]
            if len(pending) > limit:
                too_long = True
                pending.clear()
            chunk = self.rest.read(_CHUNK_BYTES)
        if pending or too_long:
            yield Line(number, None if too_long else bytes(pending), whole=False)


Reader = Callable[[Source, Hints], Iterator[Article | InputError]]
"""Yields the articles of one input; an article that can't be read is yielded as its error."""


def open_source(
    name: str,
    stream: BinaryIO,
    *,
    url: str | None = None,
    content_type: str | None = None,
    charset: str | None = None,
) -> Source:
    """Return the source of an open stream, its head read."""
    return Source(name, stream.read(HEAD_BYTES), stream, url, content_type, charset)


def too_big(name: str, limit: int, *, size: int | None = None) -> InputError:
    """Return the error for an article over the size limit; ``size`` in bytes if it is known."""
    real = f" with {size / MEGABYTE:.1f} MB" if size is not None else ""
    return InputError(
        f"{name} is larger{real} than the limit of {limit / MEGABYTE:g} MB for one article",
        remedy="Raise the limit with --max-article-mb or the setting max_article_mb",
    )
