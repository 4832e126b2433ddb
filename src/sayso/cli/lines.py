"""JSON Lines from a file or standard input: what can't be used is named, and the rest goes on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

from sayso.assemble import check_is_text
from sayso.cli.console import complain
from sayso.errors import InputError
from sayso.model import Span

Json = dict[str, Any]
LOOKED_AT = 20
"""Lines that show whether a file is text, when the first is none as it should be."""

Result = TypeVar("Result")


class Said(Protocol):
    """What has spans by role: a tagger's attribution, a gold statement."""

    @property
    def source(self) -> tuple[Span, ...]:
        """Who says it."""

    @property
    def cue(self) -> tuple[Span, ...]:
        """What shows the saying."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said."""


def each_line(
    path: Path | None, work: Callable[[Json], Result], *, failures: list[str]
) -> Iterator[Result]:
    """Yield what ``work`` makes of each line of a file; None and "-" are standard input.

    A line that is no JSON object, or for which ``work`` raises InputError, is named on standard
    error, and where it stands is added to ``failures``. Raises InputError when the file can't be
    read, or holds no text at all.
    """
    with _opened(path) as (name, stream):
        begun = list(islice(stream, 1))
        if begun and not begun[0].lstrip().startswith(b"{"):
            begun += islice(stream, LOOKED_AT)
            check_is_text(name, b"".join(begun))
        for number, raw in enumerate(chain(begun, stream), start=1):
            if not raw.strip():
                continue
            where = f"{name}, line {number}"
            try:
                result = work(_object(raw))
            except InputError as error:
                complain(f"{where}: {error}")
                failures.append(where)
                continue
            yield result


@contextmanager
def _opened(path: Path | None) -> Iterator[tuple[str, BinaryIO]]:
    if path is None or str(path) == "-":
        yield "standard input", sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except OSError as exc:
        raise InputError(
            f"{path} can't be read ({exc.strerror})", remedy="Name a file that is there"
        ) from exc
    with stream:
        yield str(path), stream


def _object(raw: bytes) -> Json:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError) as exc:
        raise InputError(f"not JSON ({exc})", remedy="Write one JSON object a line") from exc
    return object_of(line)


def object_of(value: Any) -> Json:
    """Return a JSON object as it is. Raises InputError when it is something else."""
    if not isinstance(value, dict):
        raise InputError("not a JSON object", remedy="Write one JSON object a line")
    return value


def text_of(line: Json) -> str:
    """Return a line's text. Raises InputError when it has none."""
    text = line.get("text")
    if not isinstance(text, str):
        raise InputError('"text" is missing or no string', remedy='Give the text as "text"')
    # A lone surrogate has no UTF-8 form; the replacement keeps all offsets.
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def published_of(line: Json) -> date | None:
    """Return a line's day of publication, None without one. Raises InputError for another thing."""
    value = line.get("published")
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as exc:
        raise InputError(
            f'"published" is no day: {value!r}', remedy="Write it as year-month-day: 2026-05-04"
        ) from exc


def list_of(line: Json, key: str) -> list[Any]:
    """Return the list that a line holds as ``key``. Raises InputError when it holds none."""
    value = line.get(key)
    if not isinstance(value, list):
        raise InputError(f'"{key}" is no list', remedy=f'Give "{key}" as a list: [..., ...]')
    return value


def range_of(pair: Any, text: str, *, what: str) -> tuple[int, int]:
    """Return a pair of offsets into ``text``; ``what`` says in messages whose they are.

    Raises InputError when it is no range that holds something of the text.
    """
    match pair:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return start, end
    raise InputError(
        f"the {what} {pair!r} is no range of its text",
        remedy=f"Give [start, end] with 0 <= start < end <= {len(text)}",
    )


def said_json(said: Said) -> Json:
    """Return the spans of an attribution by role, as pairs of offsets."""
    return {
        "source": _pairs(said.source),
        "cue": _pairs(said.cue),
        "content": _pairs(said.content),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
