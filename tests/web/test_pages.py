from __future__ import annotations

import re
from contextlib import closing

import pytest
from fastapi.testclient import TestClient
from markupsafe import escape

from sayso.assemble import build_ledger
from sayso.cli.app import run
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


def matter_ids(page: str) -> list[str]:
    return re.findall(r'href="/matters/(\w+)"', page)


def test_the_first_page_lists_the_most_contested_matters_first(client, ledger):
    page = client.get("/")
    assert page.status_code == 200
    expected = [w.matter.id for w in ledger.matters(MatterFilter(limit=100))]
    assert matter_ids(page.text) == expected
    assert "conflict of stances" in page.text


@pytest.mark.parametrize(
    "query", ["conflict=true", "act=deny", "side=front", "party=Vrel", "since=2026-05-20"]
)
def test_filters_narrow_the_list(client, query):
    narrowed = matter_ids(client.get(f"/?{query}").text)
    assert 0 < len(narrowed) < len(matter_ids(client.get("/").text))


def test_a_filter_that_nothing_fits_says_so(client):
    assert "No matter fits" in client.get("/?party=Nobody+At+All").text


def test_every_matter_shows_all_its_accounts(client, ledger):
    for weighed in ledger.matters(MatterFilter(limit=20)):
        page = client.get(f"/matters/{weighed.matter.id}")
        assert page.status_code == 200
        assert all(f'id="a-{s}"' in page.text for s in weighed.statements)


def test_a_spokesperson_is_told_from_another_spelling(client, ledger):
    pages = [
        client.get(f"/matters/{weighed.matter.id}").text
        for weighed in ledger.matters(MatterFilter(party="Ivo Marr"))
    ]
    page = "".join(pages)
    assert re.search(r"Ivo Marr</a></strong>\s*<small[^>]*>speaks for ", page)
    assert not re.search(r"Ivo Marr</a></strong>\s*<small[^>]*>counts as ", page)


def test_every_article_marks_its_statements_and_keeps_its_text(client, ledger):
    for head in ledger.articles():
        page = client.get(f"/articles/{head.id}").text
        for row in ledger.rows(RowFilter(article=head.id)):
            assert page.count(f'id="s-{row.statement.id}"') == 1


def test_a_statements_link_opens_its_article_at_the_highlight(client, ledger):
    row = next(ledger.rows(RowFilter(limit=1)))
    answer = client.get(f"/statements/{row.statement.id}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"].endswith(f"#s-{row.statement.id}")
    assert "chosen" in client.get(answer.headers["location"]).text


def test_search(client):
    assert "/articles/" in client.get("/search?q=dam").text
    assert "No article holds" in client.get("/search?q=xyzzy").text
    for nothing in ("", "?q=", "?q=%20"):
        page = client.get(f"/search{nothing}").text
        assert "Write words into the field" in page
        assert "No article holds" not in page


def test_a_title_that_is_found_is_not_told_again(client, ledger):
    head = next(iter(ledger.articles()))
    page = client.get("/search", params={"q": f'"{head.title}"'}).text
    assert page.partition('<ol class="cards">')[2].count(escape(head.title or "")) == 1
    assert '<p dir="auto">' in client.get("/search?q=hospital").text


def test_a_search_that_is_cut_off_says_so(client, monkeypatch):
    assert "others may hold" not in client.get("/search?q=dam").text
    monkeypatch.setattr("sayso.web.pages.searching.MOST_HITS", 2)
    page = client.get("/search?q=dam").text
    assert "The best 2 articles" in page
    assert page.count('<li class="card">') == 2


def test_a_search_may_hold_anything(client):
    assert client.get("/search?q=%22%28*").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/matters/ffffffffffff", 404),
        ("/articles/ffffffffffff", 404),
        ("/statements/ffffffffffff", 404),
        ("/parties/ffffffffffff", 404),
        ("/matters.bmp", 422),
        ("/nothing", 404),
        ("/?since=tomorrow", 400),
        ("/?act=shout", 400),
        ("/search?q=" + "x" * 501, 422),
    ],
)
def test_what_is_not_there_is_a_page_with_a_remedy(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    remedy = answer.text.split("</h1>")[1].split("</p>")[0]
    assert re.search(r"\w", re.sub(r"<[^>]+>", "", remedy))


@pytest.mark.parametrize("view", ["", "/timeline", "/conflicts/1"])
def test_a_link_to_an_account_that_is_not_there_says_so(client, ledger, view):
    first, second = list(ledger.matters(MatterFilter(limit=2)))
    at = f"/matters/{first.matter.id}{view}"
    assert client.get(f"{at}?statement={first.statements[0]}").status_code == 200
    assert client.get(f"{at}?statement=ffffffffffff").status_code == 404
    elsewhere = client.get(f"{at}?statement={second.statements[0]}")
    assert elsewhere.status_code == 404
    assert f"/statements/{second.statements[0]}" in elsewhere.text


def test_every_answer_carries_a_strict_policy(client):
    for path in ("/", "/static/style.css", "/nothing"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_other_host_names_and_writing_methods_are_refused(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.post("/", headers={"sec-fetch-site": "same-origin"}).status_code == 405


OWN_SCRIPT = re.compile(r'<script src="/static/built/\w+\.js" defer></script>')
HOSTILE = '{"id": "x", "outlet": "<script>alert(1)</script>", "title": "<img src=x onerror=alert(2)>", "published": "2026-05-05", "url": "javascript:alert(3)", "text": "<b>Hana</b> Vrel said on Monday that \\u202erebels\\u202c <script>alert(4)</script> shelled the dam \\ud83d\\udd4a. The \\u0007Southern Front denied the shelling."}'


def test_articles_cannot_smuggle_markup_or_control_characters(tmp_path):
    (tmp_path / "in.jsonl").write_text(HOSTILE, "utf-8")
    assert run(["read", "in.jsonl"]) == 0
    with closing(build_ledger(Settings(ledger="sayso.db"), create=False)) as book:
        client = TestClient(make_app(book, NO_MERGES), base_url="http://localhost")
        article = next(iter(book.articles()))
        paths = ["/", f"/articles/{article.id}", "/search?q=%3Cscript%3Edam"]
        paths += [f"/matters/{w.matter.id}" for w in book.matters(MatterFilter())]
        for path in paths:
            text = OWN_SCRIPT.sub("", client.get(path).text)
            assert not re.search(r"<script|<img|<b>|javascript:alert|\x07", text), path
