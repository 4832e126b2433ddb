"""Adding an article looks nothing up by reading a whole table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ledger_builders import (
    RUN,
    account_of,
    dam_weighing,
    link,
    make_article,
    make_gist,
    make_matter,
    make_sketch,
    make_statement,
    store_dam,
)
from sqlalchemy import event

from sayso.ledger import MatterFilter, RowFilter, open_ledger
from sayso.ledger.store import SqlLedger

Asked = list[tuple[str, Any]]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    opened = open_ledger(str(tmp_path / "ledger.db"))
    assert isinstance(opened, SqlLedger)
    yield opened
    opened.close()


def listen(ledger: SqlLedger) -> Asked:
    """Return a list that grows by each statement that the ledger asks of SQLite."""
    asked: Asked = []

    def note(_: object, __: object, sql: str, values: Any, ___: object, many: bool) -> None:
        asked.append((sql, values[0] if many else values))

    event.listen(ledger._engine, "before_cursor_execute", note)
    return asked


def plans(ledger: SqlLedger, asked: Asked) -> dict[str, list[str]]:
    """Return the steps of SQLite's plan for each statement."""
    with ledger._engine.connect() as connection:
        return {
            sql: [
                step.detail
                for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
            ]
            for sql, values in list(asked)
            if sql.split()[0] in {"SELECT", "UPDATE", "DELETE"}
        }


def reads_a_table(step: str) -> bool:
    # Subqueries and unions are named in brackets or as anon_…; FTS5 looks words up in its index.
    return step.startswith("SCAN ") and not step.startswith(("SCAN (", "SCAN anon_", "SCAN CONST"))


def test_adding_an_article_reads_no_table_whole(ledger: SqlLedger) -> None:
    asked = listen(ledger)
    with ledger.writing() as book:
        article, statements = store_dam(book)
        book.save_sketch(make_sketch(article, bands=("a", "b")))
        book.sketches(("a", "b"))
        book.sketches_of([article.id])
        book.join_origins([article.id])
        matter = make_matter()
        link(book, matter, statements)
        book.save_gists(make_gist(s, matter) for s in statements)
        book.gists_by_key(("dam", "shell"), per_key=3, most=99)
        book.gists_of_matter(matter.id, limit=3)
        book.rows_of_matter(matter.id)
        book.matter(matter.id)
        book.origins([article.id])
        book.growth([matter.id])
        book.save_weighing(matter.id, dam_weighing(statements))
        book.save_accounts([account_of(statements[0], matter)])
        book.append(make_article("more"), (), RUN)
    found = plans(ledger, asked)
    assert len(found) > 20
    whole = {sql: steps for sql, steps in found.items() if any(map(reads_a_table, steps))}
    assert whole == {}


def test_newest_of_a_key_are_read_from_the_end_of_the_index(ledger: SqlLedger) -> None:
    asked = listen(ledger)
    with ledger.writing() as book:
        book.gists_by_key(("dam", "shell"), per_key=3, most=99)
        book.sketches(("a",))
    for steps in plans(ledger, asked).values():
        assert not any("FOR ORDER BY" in step for step in steps)


def test_the_first_matters_come_from_the_index_of_contest(ledger: SqlLedger) -> None:
    asked = listen(ledger)
    list(ledger.matters(MatterFilter(limit=50)))
    (steps,) = (s for q, s in plans(ledger, asked).items() if "ORDER BY matter.conflicts" in q)
    assert any("ix_matter_contest" in step for step in steps)
    assert not any("FOR ORDER BY" in step for step in steps)


def test_a_large_ledger_lists_its_first_rows_without_sorting_all(ledger: SqlLedger) -> None:
    with ledger.writing() as book:
        for i in range(101):
            article = make_article(f"wire {i} told of a dam", outlet=str(i % 7))
            told = [make_statement(article, word) for word in ("told", "of", "a", "dam")]
            book.append(article, told, RUN)
    asked = listen(ledger)
    list(ledger.rows(RowFilter(limit=5)))
    (steps,) = (s for q, s in plans(ledger, asked).items() if "ORDER BY article.published" in q)
    assert any("ix_article_published_id" in step for step in steps)
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps


def test_matters_to_be_weighed_are_found_by_an_index(ledger: SqlLedger) -> None:
    asked = listen(ledger)
    assert ledger.changed_matters() == ()
    ((_, steps),) = plans(ledger, asked).items()
    assert all("USING INDEX ix_matter_changed" in step for step in steps)


def test_counting_reads_indexes_only(ledger: SqlLedger) -> None:
    asked = listen(ledger)
    ledger.counts()
    for steps in plans(ledger, asked).values():
        scans = [step for step in steps if step.startswith("SCAN ") and "CONSTANT" not in step]
        assert scans
        assert all("COVERING INDEX" in step or "shift" in step for step in scans)
