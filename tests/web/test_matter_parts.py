"""A matter of a thousand accounts: shown in parts, and all of it within reach of links."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from fastapi.testclient import TestClient
from lxml import etree, html

from made_accounts import OneMatter, large_matter
from made_rows import make_party, make_row
from sayso.model import Act, Stance
from sayso.views.conflict import SHOWN_EARLIER, SHOWN_VOICES
from sayso.views.parts import LINES, ROWS
from sayso.web import make_app
from sayso.web.pictures.sheet import TALLEST
from sayso.web.report import ReportOrder, make_report
from sayso.web.site import make_site
from sayso.web.words import period, sides_words
from sayso.weigh import NO_MERGES

PARTIES, ACCOUNTS = 100, 1_000
LEDGER = large_matter(PARTIES, ACCOUNTS)
IDS = {row.statement.id for row in LEDGER.held}


def opposed(parties: int, accounts: int) -> OneMatter:
    """A matter on which two sides of many parties say the opposite, each again and again."""
    rows = []
    for n in range(parties):
        stance, act = ((Stance.AFFIRMS, Act.ASSERT), (Stance.DENIES, Act.DENY))[n % 2]
        side = ("front", "government")[n % 2]
        speaker = make_party(f"Speaker {n}", side)
        for i in range(accounts):
            rows.append(make_row(speaker, stance, act=act, article=f"a{n}-{i}", published=1 + i))
    return OneMatter(tuple(rows))


@pytest.fixture(scope="module")
def client():
    return TestClient(make_app(LEDGER, NO_MERGES), base_url="http://127.0.0.1")


def page_of(client, path: str):
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def walked(client, path: str, what: str) -> list:
    """The page and those that "next" leads to, one after the other."""
    pages = [page_of(client, path)]
    base = path.split("?", maxsplit=1)[0]
    while following := pages[-1].xpath(f"//nav[@aria-label='Parts of the {what}']/a[@rel='next']"):
        pages.append(page_of(client, base + following[0].get("href").split("#")[0]))
    return pages


def ids_in(page, start: str) -> list[str]:
    return [i.removeprefix(start) for i in page.xpath("//@id") if i.startswith(start)]


@pytest.mark.parametrize(("view", "start"), [("", "a-"), ("/timeline", "t-")])
def test_the_parts_hold_every_account_once(client, view, start):
    pages = walked(client, f"/matters/m{view}", "accounts")
    found = [ids_in(page, start) for page in pages]
    assert [len(ids) for ids in found] == [ROWS, ROWS, ROWS, ACCOUNTS - 3 * ROWS]
    assert {one for ids in found for one in ids} == IDS


def test_the_parts_of_the_matrix_hold_every_party(client):
    pages = walked(client, "/matters/m", "parties")
    found = [page.xpath("//table//th[@scope='row']") for page in pages]
    assert [len(lines) for lines in found] == [LINES, PARTIES - LINES]
    assert len({line.text_content() for lines in found for line in lines}) == PARTIES


def test_the_parts_of_the_maps_table_hold_every_row(client):
    pages = walked(client, "/matters/m/map", "rows")
    rows = [page.xpath("//section[contains(@class, 'map-table')]//tbody/tr") for page in pages]
    assert sum(len(found) for found in rows) == ACCOUNTS
    assert len(pages[0].xpath("//aside//li//li")) < ACCOUNTS


@pytest.mark.parametrize(("view", "start"), [("", "a-"), ("/timeline", "t-")])
def test_a_link_to_a_statement_opens_the_part_that_holds_it(client, view, start):
    for one in (LEDGER.held[0], LEDGER.held[-1]):
        ref = one.statement.id
        page = page_of(client, f"/matters/m{view}?statement={ref}")
        assert ids_in(page, start).count(ref) == 1


@pytest.mark.parametrize("view", ["", "/timeline"])
def test_links_to_other_accounts_name_their_statement(client, view):
    page = page_of(client, f"/matters/m{view}")
    shown = set(page.xpath("//@id"))
    elsewhere = 0
    for link in page.xpath("//a/@href"):
        if link.startswith("#"):
            assert link[1:] in shown
        elif found := re.fullmatch(r"\?statement=(\w+)(?:&zoom=\d+)?#[at]-(\w+)", link):
            assert found[1] == found[2]
            elsewhere += 1
    assert elsewhere


def test_sides_that_begin_in_another_part_lead_there(client):
    page = page_of(client, "/matters/m")
    for link in page.xpath("//ul[@class='jump']//@href"):
        address, name = link.split("#")
        there = page_of(client, f"/matters/m{address}") if address else page
        assert name in there.xpath("//@id")


def test_a_conflict_of_many_shows_some_and_leads_to_all():
    ledger = opposed(40, SHOWN_EARLIER + 3)
    client = TestClient(make_app(ledger, NO_MERGES), base_url="http://127.0.0.1")
    page = page_of(client, "/matters/m")
    (box,) = page.xpath("//div[@class='conflict-box']")
    for camp in box.xpath("./div[@class='pair']/section"):
        assert len(camp.xpath("./ul/li[not(@class='earlier')]")) == SHOWN_VOICES
        assert {len(v.xpath(".//li")) for v in camp.xpath(".//details")} == {SHOWN_EARLIER}
    shown = len(box.xpath(".//li[contains(@class, 'account')]"))
    left_out = int(re.search(r"Not shown here: (\d+)", box.text_content())[1])
    pages = walked(client, "/matters/m/conflicts/1", "accounts")
    assert box.xpath(".//a[@href='/matters/m/conflicts/1']")
    found = [one for each in pages for one in ids_in(each, "a-")]
    assert len(found) == len(set(found)) == shown + left_out == len(ledger.held)
    assert client.get("/matters/m/conflicts/2").status_code == 404
    assert client.get("/matters/m/conflicts/0").status_code == 404


def test_a_timeline_of_many_sayings_makes_one_of_a_day_and_names_none(client):
    page = page_of(client, "/matters/m/timeline")
    marks = page.xpath("//svg//a")
    assert len(marks) < 2 * ACCOUNTS
    assert {row for mark in marks for row in mark.get("data-rows").split()} == IDS
    assert not page.xpath("//svg//a//*[@class='label']")
    assert "Too many marks to name each" in page.text_content()
    assert all(mark.get("aria-label") and mark.xpath(".//title") for mark in marks)


def test_a_picture_of_a_tall_timeline_is_bounded_and_says_so():
    rows = [
        make_row(make_party(f"Speaker {n}", f"side {n}"), Stance.AFFIRMS, article=f"a{n}")
        for n in range(60)
    ]
    client = TestClient(make_app(OneMatter(tuple(rows)), NO_MERGES), base_url="http://127.0.0.1")
    (whole,) = page_of(client, "/matters/m/timeline").xpath("//svg/@height")
    svg = etree.fromstring(client.get("/matters/m/timeline.svg").content)
    assert TALLEST < float(svg.get("height")) < TALLEST + 500 < float(whole)
    lanes = len(svg.xpath("//*[@class='lane']"))
    assert f"{60 - lanes} sides with less to tell left out" in "".join(svg.itertext())


def test_a_report_holds_every_account():
    order = ReportOrder(matters=["m"], query="m", day=datetime(2026, 5, 5, tzinfo=UTC).date())
    page = html.fromstring(make_report(make_site(LEDGER, NO_MERGES), order))
    start = re.compile(r"m-0-a-(\w+)")
    assert {m[1] for i in page.xpath("//@id") if (m := start.fullmatch(i))} == IDS
    assert not page.xpath("//nav[contains(@class, 'screens')]")
    assert not page.xpath("//*[@class='again']")


def test_of_many_sides_the_first_are_named():
    assert sides_words(["UKR", "front"]) == "Ukraine / front"
    assert sides_words([f"side {n}" for n in range(9)]).endswith("side 4 and 4 more")
    assert sides_words([f"side {n}" for n in range(6)]).endswith("side 4 / side 5")


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2026, 5, 4), date(2026, 5, 6), "4 to 6 May 2026"),
        (date(2026, 4, 30), date(2026, 5, 6), "30 Apr to 6 May 2026"),
        (date(2025, 12, 30), date(2026, 5, 6), "30 Dec 2025 to 6 May 2026"),
        (date(2026, 5, 4), date(2026, 5, 4), "4 May 2026"),
        (None, date(2026, 5, 4), "by 4 May 2026"),
        (date(2026, 5, 4), None, "since 4 May 2026"),
        (None, None, ""),
    ],
)
def test_a_period_says_its_month_and_year_once(start, end, told):
    assert period(start, end) == told
