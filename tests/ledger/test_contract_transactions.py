"""Transactions: all or nothing, readers beside a writer, several writers, a killed one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.process import BaseProcess

import pytest
from ledger_builders import (
    MINE,
    RUN,
    link,
    make_article,
    make_gist,
    make_matter,
    make_party,
    make_sketch,
    make_statement,
    store_dam,
)

from sayso.ledger import Book, Ledger, MatterFilter, RowFilter, open_ledger

# Forked, which is fast: no ledger is open when a process starts.
FORK = multiprocessing.get_context("fork")
PATIENCE = 60
KILLED = 9


class MishapError(Exception):
    pass


def in_process(work: Callable[..., None], *arguments: object) -> BaseProcess:
    process = FORK.Process(target=work, args=arguments)
    process.start()
    return process


def ended(process: BaseProcess) -> int | None:
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
    return process.exitcode


def store_one(book: Book, name: str) -> None:
    """Store an article whose sketch, party, keys and matter others store at the same time."""
    article = make_article(f"The dam was shelled, {name} said.", outlet=name)
    told = make_statement(article, "The dam was shelled", party=make_party("Somebody"))
    matter = make_matter("one for all")
    assert book.append(article, (told,), RUN)
    book.save_sketch(make_sketch(article, bands=("shared", name)))
    link(book, matter, (told,))
    book.save_gists([make_gist(told, matter)])


def store_some(where: str, name: str, count: int) -> None:
    ledger = open_ledger(where)
    for i in range(count):
        with ledger.writing() as book:
            store_one(book, f"{name} {i}")
    ledger.close()


def store_and_die(where: str) -> None:
    ledger = open_ledger(where)
    with ledger.writing() as book:
        store_dam(book)
    with ledger.writing() as book:
        store_one(book, "half done")
        os._exit(KILLED)


def test_an_error_undoes_all_of_a_transaction(ledger: Ledger) -> None:
    with pytest.raises(MishapError), ledger.writing() as book:
        store_dam(book)
        store_one(book, "a")
        raise MishapError
    assert list(ledger.articles()) == []
    assert list(ledger.rows(RowFilter())) == []
    assert list(ledger.matters(MatterFilter(least=0))) == []
    assert ledger.search("dam", limit=5) == ()
    with ledger.writing() as book:
        store_dam(book)
    assert len(list(ledger.rows(RowFilter()))) == 2


def test_a_reader_sees_nothing_of_an_open_transaction(ledger: Ledger) -> None:
    with ledger.writing() as book:
        article, _ = store_dam(book)
        assert not ledger.has_article(article.id)
        assert list(ledger.rows(RowFilter())) == []
    assert ledger.has_article(article.id)


def test_a_reader_sees_one_state_while_a_writer_goes_on(ledger: Ledger) -> None:
    with ledger.writing() as book:
        store_dam(book)
    reading = ledger.rows(RowFilter())
    first = next(reading)
    with ledger.writing() as book:
        book.append(make_article(MINE, outlet="z"), (), RUN)
        store_one(book, "b")
    assert len([first, *reading]) == 2
    assert len(list(ledger.rows(RowFilter()))) == 3


def test_two_handles_on_one_ledger(ledger: Ledger, where: str) -> None:
    other = open_ledger(where, create=False)
    with ledger.writing() as book:
        article, _ = store_dam(book)
    assert other.has_article(article.id)
    other.close()
    assert ledger.has_article(article.id)


def test_writers_in_several_processes_lose_nothing(where: str) -> None:
    # They make the ledger together, too.
    writers = [in_process(store_some, where, name, 12) for name in ("a", "b", "c")]
    assert [ended(writer) for writer in writers] == [0, 0, 0]
    ledger = open_ledger(where, create=False)
    assert ledger.counts().articles == ledger.counts().statements == 36
    (matter,) = ledger.matters(MatterFilter())
    assert len(matter.statements) == 36
    with ledger.writing() as book:
        assert len(book.gists_by_key(("dam",), per_key=99, most=99)) == 36
        assert len(book.sketches(("shared",))) == 36
    assert len(ledger.search("shelled", limit=99)) == 36
    ledger.close()


def test_writers_in_several_threads_lose_nothing(ledger: Ledger) -> None:
    def work(name: str) -> None:
        for i in range(8):
            with ledger.writing() as book:
                store_one(book, f"{name} {i}")
            assert sum(1 for _ in ledger.rows(RowFilter())) >= i + 1

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert ledger.counts().statements == 24


def test_a_killed_writer_leaves_what_was_done_and_nothing_half_done(where: str) -> None:
    assert ended(in_process(store_and_die, where)) == KILLED
    ledger = open_ledger(where, create=False)
    assert ledger.counts().articles == 1
    assert len(list(ledger.rows(RowFilter()))) == 2
    with ledger.writing() as book:
        store_one(book, "half done")
    assert ledger.counts().articles == 2
    ledger.close()
