from __future__ import annotations

from contextlib import closing, contextmanager

import pytest

from sayso.assemble import build_ledger, build_run, make_work
from sayso.bench.generate import generated_articles
from sayso.errors import LedgerError
from sayso.jobs import read_articles
from sayso.settings import Settings
from sayso.weigh import NO_MERGES

SETTINGS = Settings(engine="serial")


FULL = LedgerError("The disk is full", remedy="Make room")


class FailingBook:
    """A book that fails when the weighing is to be stored."""

    def __init__(self, book, error):
        self._book = book
        self._error = error

    def __getattr__(self, name):
        return getattr(self._book, name)

    def save_weighing(self, *_):
        raise self._error


class FailingLedger:
    def __init__(self, ledger, error):
        self._ledger = ledger
        self._error = error
        self.opened = 0

    def has_article(self, _):
        return False

    def changed_matters(self):
        return self._ledger.changed_matters()

    @contextmanager
    def writing(self):
        self.opened += 1
        with self._ledger.writing() as book:
            yield FailingBook(book, self._error)


def reading(ledger):
    """Read two articles into a ledger."""
    run = build_run(SETTINGS)
    work = make_work(SETTINGS, run)
    return read_articles(
        generated_articles(2),
        ledger=ledger,
        spread=lambda items: map(work, items),
        run=run,
        merges=NO_MERGES,
    )


def test_the_first_error_of_a_failing_ledger_is_the_one_told():
    with closing(build_ledger(Settings(ledger="full.db"), create=True)) as real:
        ledger = FailingLedger(real, FULL)
        with pytest.raises(LedgerError, match="The disk is full"):
            list(reading(ledger))
        assert ledger.opened == 1
        assert real.counts().articles == 0


def test_a_run_stopped_within_a_transaction_weighs_nothing_of_it():
    with closing(build_ledger(Settings(ledger="stopped.db"), create=True)) as real:
        with pytest.raises(KeyboardInterrupt):
            list(reading(FailingLedger(real, KeyboardInterrupt())))
        assert real.counts().articles == 0
