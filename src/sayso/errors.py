"""The one error tree. Every error carries what went wrong and the remedy, both for the user.

Foreign errors (HTTP, SQL, parsers) are translated where they enter, with ``from exc``.
"""

from __future__ import annotations

from collections.abc import Iterable


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose.

    ``problem`` says what is wrong and names the article, file or setting; ``remedy`` says what
    the user can do about it. ``str(error)`` is both, on one line.
    """

    def __init__(self, problem: str, *, remedy: str) -> None:
        self.problem = " ".join(problem.split())
        self.remedy = " ".join(remedy.split())
        super().__init__(f"{self.problem}. {self.remedy}.")

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling between worker processes.
        return _rebuild, (type(self), self.problem, self.remedy)


def _rebuild(kind: type[SaysoError], problem: str, remedy: str) -> SaysoError:
    error = kind.__new__(kind)
    SaysoError.__init__(error, problem, remedy=remedy)
    return error


class UsageError(SaysoError):
    """The call itself is wrong: an unknown option value, a bad setting, nothing to read."""


class UnknownNameError(UsageError):
    """A name that a table (readers, taggers, exporters, engines) does not hold."""

    def __init__(self, what: str, name: str, valid: Iterable[str]) -> None:
        known = ", ".join(sorted(valid))
        super().__init__(f"There is no {what} named {name!r}", remedy=f"Use one of: {known}")


class InputError(SaysoError):
    """One input can't be read; the rest of the batch goes on."""


class MissingPartError(SaysoError):
    """A model, gazetteer or optional package that the work needs is missing or damaged."""


class LedgerError(SaysoError):
    """The ledger can't be opened, read or written."""


class SpanMismatchError(LedgerError):
    """A span's text is not what stands at its place in the article: the row is refused."""


class NotFoundError(LedgerError):
    """No article, statement, party or matter has this id, or the short id fits several."""
