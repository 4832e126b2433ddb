"""Where commands print: rows and lines on standard output, all else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from rich.console import Console

from sayso.errors import SaysoError

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or pipe, where no terminal tells its width."""
_JOINERS = "\u200c\u200d"


class ClosedOutputError(Exception):
    """The reader of our output (head, less) has seen enough: the command ends, and all is fine."""


class _Output(Console):
    """Standard output for people, whose failures are ours to tell."""

    def print(self, *objects: Any, **options: Any) -> None:
        with _delivered():
            super().print(*objects, **options)

    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError


@contextmanager
def _delivered() -> Iterator[None]:
    """Put what goes wrong with standard output as one error; what is left in it is dropped."""
    try:
        yield
    except OSError as exc:
        # Python flushes what is left when it ends, and would fail a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(exc, BrokenPipeError):
            raise ClosedOutputError from None
        raise SaysoError(
            f"Standard output can't be written ({exc.strerror})",
            remedy="Free some space, or send it elsewhere",
        ) from exc


def console() -> Console:
    """Return standard output for people: colour and the real width only on a terminal."""
    on_terminal = sys.stdout.isatty()
    return _Output(file=sys.stdout, width=None if on_terminal else PIPE_WIDTH, highlight=False)


def error_console() -> Console:
    """Return standard error for people."""
    return Console(file=sys.stderr, stderr=True, highlight=False, soft_wrap=True)


def plain(text: str) -> str:
    """Return text with blanks for what a terminal would obey: control and format characters.

    Among the latter are those that turn the direction of writing (Unicode TR 36, section 2.10);
    joiners stay, since letters and emoji are written with them.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)


def complain(message: str) -> None:
    """Print one line on standard error, with nothing in it that a terminal would obey."""
    sys.stderr.write(f"sayso: {plain(message)}\n")
    sys.stderr.flush()


def remark(message: str) -> None:
    """Print one line on standard error that is no error."""
    error_console().print(plain(message), markup=False)


def write(lines: Iterable[str]) -> None:
    """Write lines for machines, in UTF-8 whatever the locale says; harmless on a terminal."""
    out = sys.stdout.buffer
    on_terminal = sys.stdout.isatty()
    for line in lines:
        shown = "\n".join(map(plain, line.split("\n"))) if on_terminal else line
        with _delivered():
            out.write(shown.encode("utf-8", "replace"))
    with _delivered():
        out.flush()
