from __future__ import annotations

from contextlib import closing, contextmanager

import pytest

from sayso.assemble import build_ledger, build_run, make_work
from sayso.bench.generate import generated_articles
from sayso.errors import LedgerError
from sayso.jobs import read_articles
from sayso.settings import Settings

SETTINGS = Settings(engine="serial")


class FullBook:
    """A book of a disk that is full when the weighing is to be stored."""

    def __init__(self, book):
        self._book = book

    def __getattr__(self, name):
        return getattr(self._book, name)

    def save_weighing(self, *_):
        raise LedgerError("The disk is full", remedy="Make room")


class FullLedger:
    def __init__(self, ledger):
        self._ledger = ledger
        self.opened = 0

    def has_article(self, _):
        return False

    @contextmanager
    def writing(self):
        self.opened += 1
        with self._ledger.writing() as book:
            yield FullBook(book)


def test_the_first_error_of_a_failing_ledger_is_the_one_told():
    run = build_run(SETTINGS)
    work = make_work(SETTINGS, run)
    with closing(build_ledger(Settings(ledger="full.db"), create=True)) as real:
        ledger = FullLedger(real)
        outcomes = read_articles(
            generated_articles(2), ledger=ledger, spread=lambda items: map(work, items), run=run
        )
        with pytest.raises(LedgerError, match="The disk is full"):
            list(outcomes)
        assert ledger.opened == 1
        assert real.counts().articles == 0
