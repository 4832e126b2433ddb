"""Arguments of a command to articles: files, folders, globs, standard input, web addresses."""

from __future__ import annotations

import glob
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.errors import InputError
from sayso.model import Article
from sayso.read.fetch import Fetch, is_url, without_login
from sayso.read.formats import ENDINGS, detect_format, reader_named
from sayso.read.source import Hints, Source, open_source, too_big

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"
_LARGEST_COUNTED = 2_000_000_000
_CHUNK_BYTES = 1 << 20


def read_inputs(
    arguments: Sequence[str], *, hints: Hints, stdin: BinaryIO | None, fetch: Fetch | None
) -> Iterator[Article | InputError]:
    """Yield the articles of all inputs, in the order of the arguments, folders sorted.

    What can't be read is yielded as its InputError, and the rest goes on. Raises
    UnknownNameError before anything is read when ``hints.format`` names no reader.
    """
    if hints.format is not None:
        reader_named(hints.format)
    return _read_all(arguments, hints, stdin, fetch)


def _read_all(
    arguments: Sequence[str], hints: Hints, stdin: BinaryIO | None, fetch: Fetch | None
) -> Iterator[Article | InputError]:
    for item in expand(arguments):
        if isinstance(item, InputError):
            yield item
            continue
        try:
            if item == STANDARD_INPUT:
                yield from _read_source(_standard_input(stdin), hints)
            elif is_url(item):
                yield from _read_source(_fetched(item, fetch), hints)
            else:
                yield from _read_file(item, hints)
        except InputError as error:
            yield error
        except OSError as exc:
            yield _unreadable(item, exc)


def read_stream(name: str, stream: BinaryIO, hints: Hints) -> Iterator[Article | InputError]:
    """Yield the articles of one open input; ``name`` is told in messages, its ending is looked at.

    What can't be read is yielded as its InputError.
    """
    try:
        yield from _read_source(open_source(name, stream), hints)
    except InputError as error:
        yield error
    except OSError as exc:
        yield _unreadable(name, exc)


def expand(arguments: Iterable[str]) -> Iterator[str | InputError]:
    """Yield "-", web addresses and the paths of single files, each once, or what is wrong."""
    seen: set[str] = set()
    for argument in arguments:
        for item in _expand(argument):
            if isinstance(item, InputError):
                yield item
            elif item not in seen:
                seen.add(item)
                yield item


def count_inputs(arguments: Iterable[str], *, format: str | None = None) -> int | None:  # noqa: A002
    """Return how many articles or errors ``read_inputs`` will yield at most, or None.

    None when standard input or a web address is among the arguments, or when JSON Lines are too
    many to count at once.
    """
    total = 0
    for item in expand(arguments):
        if isinstance(item, InputError):
            total += 1
            continue
        if item == STANDARD_INPUT or is_url(item):
            return None
        try:
            count = _count_file(Path(item), format)
        except OSError:
            count = 1  # reading it will yield the error
        if count is None:
            return None
        total += count
    return total


def _count_file(path: Path, format: str | None) -> int | None:  # noqa: A002
    if not path.is_file():
        return 1
    with path.open("rb") as stream:
        source = open_source(str(path), stream)
        if (format or detect_format(source)) != "jsonl":
            return 1
        if path.stat().st_size > _LARGEST_COUNTED:
            return None
        lines = source.head.count(b"\n")
        last = source.head[-1:]
        while chunk := stream.read(_CHUNK_BYTES):
            lines += chunk.count(b"\n")
            last = chunk[-1:]
    return max(1, lines + (last not in (b"\n", b"")))


def _expand(argument: str) -> Iterator[str | InputError]:
    if argument == STANDARD_INPUT or is_url(argument):
        yield argument
        return
    if not argument.strip() or "\0" in argument:
        yield InputError(f"{argument!r} is no path", remedy="Give a file, a folder, or - for input")
        return
    path = Path(argument)
    try:
        if path.is_dir():
            yield from _folder(path)
        elif os.path.lexists(path) or not glob.has_magic(argument):
            yield argument
        else:
            yield from _glob(argument)
    except OSError as exc:
        yield _unreadable(argument, exc)


def _glob(pattern: str) -> Iterator[str | InputError]:
    path = Path(pattern)
    base = Path(path.anchor) if path.is_absolute() else Path()
    relative = str(path.relative_to(path.anchor)) if path.is_absolute() else pattern
    named = set(Path(relative).parts)
    # pathlib's "**" follows no symbolic links, so loops of folders end.
    try:
        matches = sorted(
            str(match)
            for match in base.glob(relative)
            if match.is_file() and not _is_hidden(match.relative_to(base).parts, named)
        )
    except (ValueError, NotImplementedError) as exc:
        yield InputError(f"{pattern} is not a valid pattern ({exc})", remedy="Correct the pattern")
        return
    if not matches:
        yield InputError(
            f"No file fits {pattern}", remedy="Check the pattern; ** stands for any folders"
        )
    yield from matches


def _is_hidden(parts: Iterable[str], named: set[str]) -> bool:
    return any(part.startswith(".") and part not in named for part in parts)


def _folder(folder: Path) -> Iterator[str | InputError]:
    """Yield the files below a folder that have a known ending; links are followed once."""
    failed: list[OSError] = []
    files: list[str] = []
    seen: set[tuple[int, int]] = set()
    for where, names, entries in os.walk(folder, onerror=failed.append, followlinks=True):
        status = Path(where).stat()
        if (status.st_dev, status.st_ino) in seen:
            names.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        names[:] = sorted(name for name in names if not name.startswith("."))
        files.extend(
            str(Path(where, entry))
            for entry in entries
            if not entry.startswith(".") and Path(entry).suffix.lower() in ENDINGS
        )
    for error in failed:
        yield _unreadable(str(error.filename or folder), error)
    if not files and not failed:
        yield InputError(
            f"The folder {folder} holds no file that can be read",
            remedy=f"Files in it must end in one of {', '.join(ENDINGS)}",
        )
    yield from sorted(files)


def _read_file(name: str, hints: Hints) -> Iterator[Article | InputError]:
    path = Path(name)
    if not os.path.lexists(path):
        is_address = "://" in name
        remedy = "Addresses begin with http:// or https://" if is_address else "Check the path"
        raise InputError(f"{name} does not exist", remedy=remedy)
    if not path.is_file() and path.exists() and not path.is_fifo():
        raise InputError(f"{name} is not a file", remedy="Give a file or a folder")
    with path.open("rb") as stream:
        source = open_source(name, stream)
        size = os.fstat(stream.fileno()).st_size
        yield from _read_source(source, hints, size=size)


def _read_source(
    source: Source, hints: Hints, *, size: int | None = None
) -> Iterator[Article | InputError]:
    name = hints.format or detect_format(source)
    if size is not None and size > hints.max_bytes and name in ("text", "html"):
        raise too_big(source.name, hints.max_bytes, size=size)
    yield from reader_named(name)(source, hints)


def _standard_input(stdin: BinaryIO | None) -> Source:
    if stdin is None:
        raise InputError("There is no standard input", remedy="Give a file instead of -")
    return open_source(STANDARD_INPUT_NAME, stdin)


def _fetched(url: str, fetch: Fetch | None) -> Source:
    if fetch is None:
        raise InputError(
            f"{url} is a web address, and none are read here",
            remedy="Save the page as a file and read that",
        )
    page = fetch(url)
    return open_source(
        without_login(url),
        io.BytesIO(page.raw),
        url=page.url,
        content_type=page.content_type,
        charset=page.charset,
    )


def _unreadable(name: str, exc: OSError) -> InputError:
    if isinstance(exc, PermissionError):
        return InputError(f"{name} may not be read", remedy="Change its permissions")
    if isinstance(exc, FileNotFoundError):
        return InputError(f"{name} does not exist", remedy="Check the path")
    reason = exc.strerror or type(exc).__name__
    return InputError(f"{name} can't be read ({reason})", remedy="Check the path")
