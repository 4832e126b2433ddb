"""The reading view's page, its parts, and copies beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from contextlib import closing
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from made_rows import make_party
from sayso.ledger import open_ledger
from sayso.views.direction import direction
from sayso.views.reading import PART
from sayso.web import make_app
from sayso.weigh import NO_MERGES
from told_articles import (
    NESTED,
    OVERLAPPING,
    odd_article,
    store,
    store_copies,
    store_matter,
    told,
    told_article,
)

ARTICLE, STATEMENTS = odd_article()
VREL = make_party("Hana Vrel", role="minister", acts_for="the government")
STATEMENTS[0] = replace(STATEMENTS[0], party=VREL)
COPY = told_article(NESTED.replace("Monday", "Tuesday"), OVERLAPPING, outlet="Coast Daily")
LONG = told_article(
    "The first claim, Vrel said.", "long " * (PART // 4), "The last claim, Marr said."
)
FIRST, LAST = told(LONG, "The first claim", source="Vrel"), told(LONG, "The last claim")


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    with closing(open_ledger(str(tmp_path_factory.mktemp("reading") / "read.db"))) as book:
        with book.writing() as writing:
            store(writing, ARTICLE, STATEMENTS)
            store(writing, COPY, [])
            store(writing, LONG, [FIRST, LAST])
            store_copies(writing, ARTICLE, COPY)
            store_matter(writing, "Whether Orlitsa burned", STATEMENTS[:2])
        yield TestClient(make_app(book, NO_MERGES), base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def page(client):
    return html.fromstring(client.get(f"/articles/{ARTICLE.id}").text)


def row_of(page, statement):
    return page.get_element_by_id(f"r-{statement.id}")


def marked(page):
    """The text under each number's marks, by number and role."""
    found = defaultdict(str)
    for mark in page.xpath("//article//*[@data-m]"):
        for touch in mark.get("data-m").split():
            number, role = touch.split(":")
            found[number, role] += mark.text_content()
    return found


def test_the_text_is_the_articles_own(page):
    blocks = [b.text_content() for b in page.xpath("//article/*[contains(@class,'block')]")]
    assert blocks == [ARTICLE.text[b.start : b.end] for b in ARTICLE.blocks]


def test_every_marks_text_is_the_span_that_was_stored(page):
    found = marked(page)
    for s in STATEMENTS:
        number = row_of(page, s).get("data-n")
        for role, spans in (("source", s.source), ("cue", s.cue), ("content", s.content)):
            assert found.get((number, role), "") == "".join(span.text for span in spans)


def test_each_row_tells_who_when_and_where_from(page):
    row = row_of(page, STATEMENTS[0])
    text = " ".join(row.text_content().split())
    for words in ("Hana Vrel", "assert", "● affirms", "minister for the government", "day unknown"):
        assert words in text
    assert "confidence 0.42, run " in text
    links = set(row.xpath(".//a/@href"))
    assert f"/parties/{VREL.id}" in links
    assert f"/statements/{STATEMENTS[0].id}" in links
    own = STATEMENTS[0].id
    assert any(re.fullmatch(rf"/matters/\w+\?statement={own}#a-{own}", link) for link in links)


def test_a_row_names_its_matter(page):
    for number, statement in enumerate(STATEMENTS):
        named = row_of(page, statement).xpath(".//a[starts-with(@href, '/matters/')]/text()")
        assert named == (["Whether Orlitsa burned"] if number < 2 else [])


def test_a_row_without_a_matter_or_a_party_says_so(page):
    row = row_of(page, STATEMENTS[4])
    assert "On no matter" in row.text_content()
    assert "unnamed source" in row.text_content()
    assert not row.xpath(".//a[starts-with(@href,'/parties')]")


def test_each_row_keeps_a_place_for_judgements_without_buttons(page):
    for s in STATEMENTS:
        (place,) = row_of(page, s).xpath(".//*[@data-statement]")
        assert (place.get("id"), place.get("data-statement")) == (f"j-{s.id}", s.id)
        assert "No judgement by a person" in place.text_content()
    assert not page.xpath("//aside//button")


def test_row_and_text_lead_to_one_another_without_a_script(page):
    for s in STATEMENTS:
        (number,) = row_of(page, s).xpath(".//a[@class='row-number']/@href")
        assert number == f"?statement={s.id}#s-{s.id}"
        (anchor,) = page.xpath(f"//article//a[@id='s-{s.id}']")
        assert anchor.get("href") == f"#r-{s.id}"


@pytest.mark.parametrize("statement", STATEMENTS, ids=range(len(STATEMENTS)))
def test_a_permanent_link_opens_the_article_at_its_highlight(client, statement):
    answer = client.get(f"/statements/{statement.id}", follow_redirects=False)
    where = answer.headers["location"]
    assert where == f"/articles/{ARTICLE.id}?statement={statement.id}#s-{statement.id}"
    page = html.fromstring(client.get(where).text)
    (current,) = page.xpath("//*[@aria-current]")
    assert current.get("id") == f"r-{statement.id}"
    chosen = page.xpath("//article//*[contains(@class,' is-content')]")
    assert "".join(c.text_content() for c in chosen) == "".join(s.text for s in statement.content)


def test_statements_in_statements_are_told_apart(page):
    deep = page.xpath("//article//*[contains(@class,' deep')]")
    assert "Orlitsa" in [d.text_content() for d in deep]
    assert "Interior Minister Hana Vrel 🕊️" not in [d.text_content() for d in deep]


def test_blocks_find_their_own_direction(page):
    blocks = page.xpath("//article/*[contains(@class,'block')]")
    assert [b.get("dir") for b in blocks] == [
        direction(ARTICLE.text[b.start : b.end]) for b in ARTICLE.blocks
    ]
    assert {b.get("dir") for b in blocks} == {"ltr", "rtl"}


def test_long_articles_come_in_parts(client):
    first = html.fromstring(client.get(f"/articles/{LONG.id}").text)
    assert first.xpath("//a[@rel='next']/@href") == ["?part=2"] * 2
    assert [r.get("id") for r in first.xpath("//li[@data-n]")] == [f"r-{FIRST.id}"]
    last = client.get(f"/statements/{LAST.id}").text
    assert f'id="s-{LAST.id}"' in last
    assert f'id="s-{FIRST.id}"' not in last
    assert "part before" in last


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/articles/{LONG.id}?part=99", 200),
        (f"/articles/{LONG.id}?part=0", 422),
        (f"/articles/{LONG.id}?part=x", 422),
        (f"/articles/{ARTICLE.id}?statement=ffffffffffff", 404),
        (f"/articles/{ARTICLE.id}/copies/{LONG.id}", 404),
        (f"/articles/{ARTICLE.id}/copies/ffffffffffff", 404),
        (f"/articles/{ARTICLE.id}/copies/{ARTICLE.id}", 404),
    ],
)
def test_what_is_not_there_is_told(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_copies_lead_to_one_another(client, page):
    assert f"/articles/{ARTICLE.id}/copies/{COPY.id}" in page.xpath("//aside//a/@href")
    beside = html.fromstring(client.get(f"/articles/{ARTICLE.id}/copies/{COPY.id}").text)
    assert [i.text_content() for i in beside.xpath("//div[@class='copy-pair']//ins")] == ["Tuesday"]
    deleted = [d.text_content() for d in beside.xpath("//div[@class='copy-pair']//del")]
    assert "Monday" in deleted
    assert any("السد" in words for words in deleted)
    text = " ".join(beside.text_content().split())
    assert "1 word only on the right" in text
    assert "not in this text" in text


def test_nothing_of_an_article_becomes_markup(client):
    for path in (f"/articles/{ARTICLE.id}", f"/articles/{ARTICLE.id}/copies/{COPY.id}"):
        text = client.get(path).text
        assert "&lt;Odesa&gt;" in text
        assert "<Odesa>" not in text
        assert not re.search(r"\sstyle=|<style|\son\w+=", text)
