"""What the views show, as files to share."""

from __future__ import annotations

import csv
import io
from contextlib import closing

import pytest
from fastapi.testclient import TestClient

from sayso.assemble import build_ledger
from sayso.ledger.protocol import MatterFilter, RowFilter
from sayso.settings import Settings
from sayso.web import make_app
from sayso.weigh import NO_MERGES


@pytest.fixture(scope="module")
def ledger(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        yield book


@pytest.fixture(scope="module")
def client(ledger):
    return TestClient(make_app(ledger, NO_MERGES), base_url="http://127.0.0.1")


def table(client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"].startswith('attachment; filename="sayso-')
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_a_matters_table_holds_all_its_statements(client, ledger):
    weighed = next(iter(ledger.matters(MatterFilter(limit=1))))
    rows = table(client, f"/matters/{weighed.matter.id}.csv")
    assert {row["id"] for row in rows} == set(weighed.statements)
    assert all(row["matter"] == weighed.matter.id for row in rows)


def test_the_table_of_matters_follows_the_filters(client):
    every = table(client, "/matters.csv")
    contested = table(client, "/matters.csv?conflict=true")
    assert 0 < len(contested) < len(every)


def test_an_articles_and_a_partys_tables(client, ledger):
    row = next(r for r in ledger.rows(RowFilter()) if r.statement.party)
    in_article = {r["id"] for r in table(client, f"/articles/{row.article.id}.csv")}
    by_party = {r["id"] for r in table(client, f"/parties/{row.statement.party.id}.csv")}
    assert row.statement.id in in_article & by_party


def test_what_is_not_there_is_no_table(client):
    assert client.get("/matters/ffffffffffff.csv").status_code == 404
    assert client.get("/articles/ffffffffffff.csv").status_code == 404
