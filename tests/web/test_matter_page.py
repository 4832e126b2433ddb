from __future__ import annotations

import re
from collections import Counter
from contextlib import closing
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml import html

from made_accounts import OneMatter, large_matter
from made_rows import make_row
from sayso.assemble import build_ledger
from sayso.ledger.protocol import MatterFilter
from sayso.model import Stance
from sayso.settings import Settings
from sayso.views.conflict import SHOWN_EARLIER
from sayso.web import make_app
from sayso.weigh import NO_MERGES

NONE_FOUND = "no statement found in this collection"


@pytest.fixture(scope="module")
def ledger(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        yield book


@pytest.fixture(scope="module")
def client(ledger):
    return TestClient(make_app(ledger, NO_MERGES), base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def matters(ledger):
    return list(ledger.matters(MatterFilter()))


def page_of(client, path: str):
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words(element) -> str:
    return " ".join(element.text_content().split())


def columns(row) -> int:
    return sum(int(cell.get("colspan", 1)) for cell in row.xpath("./th|./td"))


def test_the_matrix_is_a_table_whose_rows_fill_all_columns(client, matters):
    for weighed in matters:
        (table,) = page_of(client, f"/matters/{weighed.matter.id}").xpath("//table")
        assert table.xpath("./thead//th[@scope='col']")
        wide = columns(table.xpath("./thead/tr")[0])
        assert all(columns(row) == wide for row in table.xpath(".//tr"))
        for row in table.xpath("./tbody/tr[td]"):
            assert len(row.xpath("./th[@scope='row']")) == 1
        for body in table.xpath("./tbody"):
            assert len(body.xpath(".//th[@scope='rowgroup']")) == 1


def test_each_cell_tells_stance_act_day_outlet_and_origins_or_that_nothing_was_found(
    client, matters
):
    seen = Counter()
    for weighed in matters:
        for cell in page_of(client, f"/matters/{weighed.matter.id}").xpath("//tbody//td"):
            if cell.get("class") == "none":
                assert words(cell) == NONE_FOUND
                seen["none"] += 1
            else:
                told = words(cell.xpath("./details/summary")[0])
                assert re.match(r"[●✕◌?–] (affirms|denies|evades|doubts|neutral) \w+ ", told)
                assert re.search(r"\d [A-Z][a-z]{2} · .+ · \d+ origins?", told)
                assert cell.xpath(".//blockquote")
                seen["copies"] += " copy" in told or " copies" in told
    assert seen["none"]
    assert seen["copies"]


def test_a_sentence_opens_in_its_paragraph(client, ledger, matters):
    weighed = matters[0]
    cell = page_of(client, f"/matters/{weighed.matter.id}").xpath("//td//div[@hx-get]")[0]
    asked = cell.get("hx-get")
    answer = client.get(asked, headers={"HX-Request": "true"})
    found = html.fragment_fromstring(answer.text, create_parent=True)
    row = ledger.row(asked.rsplit("/", 1)[1])
    for span in row.statement.content:
        assert span.text.split()[0] in words(found)
    assert found.xpath(".//span[contains(@class, 'content')]")
    assert words(found) in " ".join(ledger.article(row.article.id).text.split())


def test_the_address_of_a_sentence_leads_to_its_article(client, matters):
    statement = matters[0].statements[0]
    path = f"/matters/{matters[0].matter.id}/accounts/{statement}"
    answer = client.get(path, follow_redirects=False)
    assert answer.headers["location"] == f"/statements/{statement}"
    asked = client.get(f"{path[:-3]}zzz", headers={"HX-Request": "true"})
    assert asked.status_code == 404


def test_conflicts_stand_side_by_side_and_figures_on_one_axis(client, matters):
    axes = 0
    for weighed in matters:
        page = page_of(client, f"/matters/{weighed.matter.id}")
        boxes = page.xpath("//div[@class='conflict-box']")
        assert len(boxes) == len(weighed.weighing.conflicts)
        for box, conflict in zip(boxes, weighed.weighing.conflicts, strict=True):
            assert len(box.xpath("./div[@class='pair']/section")) >= 2
            shown = box.xpath(".//li[contains(@class, 'account')]")
            # A voice's earlier accounts are bounded; the page tells how many it leaves out.
            told = re.search(r"Not shown here: (\d+) more account", box.text_content())
            left_out = int(told.group(1)) if told else 0
            assert len(shown) + left_out == len(conflict.statements)
            earlier = [len(ul.xpath("./li")) for ul in box.xpath(".//li[@class='earlier']//ul")]
            assert max(earlier, default=0) <= SHOWN_EARLIER
            assert not left_out or max(earlier) == SHOWN_EARLIER
            drawn = box.xpath(".//svg")
            axes += len(drawn)
            assert not (drawn and conflict.kind.value == "stance")
    assert axes


def test_shifts_lead_to_the_statements_on_either_side(client, matters):
    shifted = next(w for w in matters if w.weighing.shifts)
    page = page_of(client, f"/matters/{shifted.matter.id}")
    turns = page.xpath("//li[@class='turn']")
    assert len(turns) == len(shifted.weighing.shifts)
    assert all(len(turn.xpath(".//a[starts-with(@href, '/statements/')]")) == 2 for turn in turns)


def test_every_account_is_below_and_ids_are_one_of_a_kind(client, matters):
    for weighed in matters:
        for view in ("", "/timeline"):
            page = page_of(client, f"/matters/{weighed.matter.id}{view}")
            ids = page.xpath("//@id")
            assert len(set(ids)) == len(ids)
            own = {f"{'t' if view else 'a'}-{s}" for s in weighed.statements}
            assert own <= set(ids)
            for target in page.xpath("//a/@href[starts-with(., '#')]"):
                assert target[1:] in ids


@pytest.mark.parametrize("view", ["", "/timeline"])
def test_the_nav_names_the_view_that_is_open(client, matters, view):
    page = page_of(client, f"/matters/{matters[0].matter.id}{view}")
    (here,) = page.xpath("//nav//a[@aria-current='page']/@href")
    assert here == f"/matters/{matters[0].matter.id}{view}"


def test_every_account_has_a_mark_on_the_timeline(client, matters):
    for weighed in matters:
        page = page_of(client, f"/matters/{weighed.matter.id}/timeline")
        marks = page.xpath("//svg//a")
        drawn = {row for mark in marks for row in mark.get("data-rows").split()}
        assert drawn == set(weighed.statements)
        for mark in marks:
            shown = words(mark.xpath(".//*[@class='label']")[0])
            assert mark.get("aria-label").startswith(shown)


def test_zooming_widens_the_drawing_alone(client, matters):
    path = f"/matters/{matters[0].matter.id}/timeline"
    one, two = (page_of(client, f"{path}?zoom={zoom}") for zoom in (1, 2))
    sizes = [
        (float(p.xpath("//svg/@width")[0]), float(p.xpath("//svg/@height")[0])) for p in (one, two)
    ]
    assert sizes[1][0] == 2 * sizes[0][0]
    assert sizes[1][1] <= sizes[0][1]
    assert len(one.xpath("//svg//a")) == len(two.xpath("//svg//a"))


@pytest.mark.parametrize("zoom", ["0", "17", "-1", "wide"])
def test_a_zoom_that_is_none_is_refused_with_a_remedy(client, matters, zoom):
    answer = client.get(f"/matters/{matters[0].matter.id}/timeline?zoom={zoom}")
    assert answer.status_code == 422
    assert "zoom" in answer.text


@pytest.mark.parametrize("view", ["", "/timeline"])
def test_no_style_or_script_stands_in_the_page(client, matters, view):
    page = page_of(client, f"/matters/{matters[0].matter.id}{view}")
    assert not page.xpath("//@style | //style | //script[not(@src)]")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


def test_three_hundred_accounts_of_forty_parties_stay_a_table_of_few_columns():
    client = TestClient(make_app(large_matter(40, 300), NO_MERGES), base_url="http://127.0.0.1")
    page = page_of(client, "/matters/m")
    (table,) = page.xpath("//table")
    assert len(table.xpath(".//th[@scope='row']")) == 40
    assert columns(table.xpath("./thead/tr")[0]) <= 15
    assert len(page.xpath("//li[contains(@class, 'account')][@id]")) == 300
    assert not page.xpath("//b")
    timeline = page_of(client, "/matters/m/timeline")
    assert len(timeline.xpath("//table/tbody/tr")) == 300
    assert not timeline.xpath("//b")


def test_a_matter_without_days_is_told_in_words():
    rows = (make_row(None, Stance.NEUTRAL, "the dam holds"),)
    undated = tuple(replace(r, article=replace(r.article, published=None)) for r in rows)
    client = TestClient(make_app(OneMatter(undated), NO_MERGES), base_url="http://127.0.0.1")
    page = page_of(client, "/matters/m")
    assert "day unknown" in words(page.xpath("//thead")[0])
    assert "No named source" in words(page.xpath("//table")[0])
    assert "Day unknown" in words(page_of(client, "/matters/m/timeline").xpath("//svg")[0])
