"""Names that are suggested while a filter is typed."""

from __future__ import annotations

import html
import re
from contextlib import closing
from datetime import date

import pytest
from fastapi.testclient import TestClient

from sayso.assemble import build_ledger
from sayso.ledger.protocol import MatterFilter, RowFilter
from sayso.model import Article, Run, make_run, paragraphs
from sayso.settings import Settings
from sayso.views import Census
from sayso.web import make_app
from sayso.web.pages import suggesting
from sayso.weigh import NO_MERGES


@pytest.fixture(scope="module")
def book(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(book):
    return TestClient(make_app(book, NO_MERGES), base_url="http://127.0.0.1")


def suggested(client: TestClient, path: str) -> list[str]:
    answer = client.get(f"/suggestions/{path}")
    assert answer.status_code == 200
    return [html.unescape(n) for n in re.findall(r'<option value="([^"]*)">', answer.text)]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("outlet?outlet=COAST", ["Coast Daily"]),
        ("outlet?outlet=dail", ["Coast Daily"]),
        ("outlet?outlet=oast", []),
        ("outlet?outlet=xyzzy", []),
        # What stands in the other fields is not asked for.
        ("outlet?outlet=coast&party=xyzzy&act=none", ["Coast Daily"]),
        ("place?place=xyzzy", []),
        ("party?party=xyzzy", []),
    ],
)
def test_names_by_a_part_of_them(client, path, expected):
    assert suggested(client, path) == expected


def test_the_party_that_says_most_comes_first(client):
    found = suggested(client, "party?party=SOUTHERN+fr")
    assert found[0] == "Southern Front"
    assert all("Southern Fr" in name for name in found)


def test_an_empty_field_is_offered_what_is_most(client, book):
    parties = [view.one.party.name for view in Census(book, NO_MERGES).views()]
    offered = suggested(client, "party")
    assert offered == list(dict.fromkeys(parties))[: suggesting.MOST_NAMES]
    assert len(suggested(client, "outlet")) > 1
    matters = list(book.matters(MatterFilter()))
    assert set(suggested(client, "place?place=")) == {
        w.matter.place.name for w in matters if w.matter.place
    }


@pytest.mark.parametrize("named", ["outlet", "place", "party"])
def test_each_suggestion_lets_something_through(client, book, named):
    for name in suggested(client, f"{named}?{named}="):
        if named == "place":
            assert list(book.matters(MatterFilter(place=name)))
        else:
            assert list(book.rows(RowFilter(**{named: name})))


@pytest.mark.parametrize("path", ["side?side=x", "q", "", "outlet?outlet=" + "x" * 501])
def test_nothing_else_is_suggested(client, path):
    assert client.get(f"/suggestions/{path}").status_code in {404, 422}


def test_names_are_escaped(tmp_path):
    text = "It rained."
    article = Article(
        id="a" * 20,
        given_id=None,
        name="one",
        outlet='"><script>alert(1)</script> Post',
        title=None,
        byline=None,
        published=date(2026, 5, 5),
        url=None,
        language="en",
        text=text,
        blocks=paragraphs(text),
        raw=b"",
        raw_sha256="",
    )
    run: Run = make_run(version="0", tagger="rules", model_digest="", settings="{}")
    with closing(build_ledger(Settings(ledger=str(tmp_path / "n.db")), create=True)) as new:
        with new.writing() as writing:
            writing.append(article, (), run)
        page = TestClient(make_app(new, NO_MERGES), base_url="http://127.0.0.1")
        answer = page.get("/suggestions/outlet?outlet=post")
    assert "<script>" not in answer.text
    assert "&lt;script&gt;" in answer.text
