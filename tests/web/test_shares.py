"""What the views show, as files to share."""

from __future__ import annotations

import csv
import io
import re
from contextlib import closing

import pytest
from fastapi.testclient import TestClient
from lxml import etree

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


def test_what_a_search_found_is_a_table(client, ledger):
    hits = ledger.search("dam", limit=100)
    rows = table(client, "/search.csv?q=dam")
    assert [row["article.id"] for row in rows] == [hit.article.id for hit in hits]
    assert [row["text"] for row in rows] == [hit.span.text for hit in hits]
    assert table(client, "/search.csv?q=xyzzy") == table(client, "/search.csv") == []


def test_copies_are_a_table_of_paragraphs(client, ledger):
    ref, other = next((h.id, c[0].id) for h in ledger.articles() if (c := ledger.copies(h.id)))
    rows = table(client, f"/articles/{ref}/copies/{other}.csv")
    assert list(rows[0]) == ["left", "only_left", "right", "only_right"]
    text = ledger.article(ref).text
    assert all(row["left"].removeprefix("'") in text for row in rows)
    assert any(row["only_left"] or row["only_right"] for row in rows)
    assert client.get(f"/articles/{ref}/copies/{ref}.csv").status_code == 404


def test_a_conflicts_table_holds_its_statements(client, ledger, first):
    conflict = ledger.matter(first).weighing.conflicts[0]
    rows = table(client, f"/matters/{first}/conflicts/1.csv")
    assert {row["id"] for row in rows} == set(conflict.statements)


def test_what_is_not_there_is_no_table(client):
    assert client.get("/matters/ffffffffffff.csv").status_code == 404
    assert client.get("/articles/ffffffffffff.csv").status_code == 404
    assert client.get("/parties/ffffffffffff.csv").status_code == 404


@pytest.fixture(scope="module")
def first(ledger) -> str:
    return next(iter(ledger.matters(MatterFilter(limit=1)))).matter.id


@pytest.mark.parametrize("drawing", ["/map", "/matters/{}/map", "/matters/{}/timeline"])
def test_a_view_is_shared_as_it_is_drawn(client, first, drawing):
    address = drawing.format(first)
    svg = client.get(f"{address}.svg")
    assert svg.headers["content-type"] == "image/svg+xml"
    root = etree.fromstring(svg.content)
    assert root.tag.endswith("}svg")
    assert b"var(" not in svg.content
    assert not root.xpath("//*[local-name()='a' or local-name()='script']")
    png = client.get(f"{address}.png")
    assert png.headers["content-type"] == "image/png"
    assert png.content.startswith(b"\x89PNG")
    assert len(png.content) > 10_000


def test_each_axis_of_figures_is_a_drawing_of_its_own(client, ledger):
    pages = {
        w.matter.id: client.get(f"/matters/{w.matter.id}").text
        for w in ledger.matters(MatterFilter())
    }
    matter, axes = max(
        ((ref, page.count('<svg class="figures"')) for ref, page in pages.items()),
        key=lambda found: found[1],
    )
    assert axes
    for number in range(1, axes + 1):
        assert f'href="/matters/{matter}/figures-{number}.svg"' in pages[matter]
        assert client.get(f"/matters/{matter}/figures-{number}.svg").status_code == 200
    assert client.get(f"/matters/{matter}/figures-{axes + 1}.svg").status_code == 404
    assert client.get(f"/matters/{matter}/figures-{axes}.gif").status_code == 422


def test_a_matters_report_is_a_file(client, first):
    answer = client.get(f"/matters/{first}/report.html")
    assert answer.headers["content-disposition"].endswith('.html"')
    assert "<script" not in answer.text


def test_every_view_links_what_it_can_be_shared_as(client, ledger, first):
    row = next(r for r in ledger.rows(RowFilter()) if r.statement.party)
    article, copy = next((h.id, c[0].id) for h in ledger.articles() if (c := ledger.copies(h.id)))
    others = [
        "/?conflict=true",
        "/search?q=dam+%26",
        f"/articles/{article}/copies/{copy}",
        f"/matters/{first}/conflicts/1",
        f"/articles/{row.article.id}",
        f"/parties/{row.statement.party.id}",
    ]
    for path in [f"/matters/{first}{view}" for view in ("", "/timeline", "/map")] + [
        "/map",
        *others,
    ]:
        shared = re.findall(r'href="([^"]+)" download', client.get(path).text)
        assert {".svg", ".png", ".csv"} <= {
            re.sub(r".*(\.\w+)(\?.*)?$", r"\1", one) for one in shared
        }
        for address in shared:
            assert client.get(address.replace("&amp;", "&")).status_code == 200, address
