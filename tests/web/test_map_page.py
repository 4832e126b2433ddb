"""The pages of the maps."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from fastapi.testclient import TestClient
from lxml import html

from sayso.ledger import MatterFilter, open_ledger
from sayso.model import Precision
from sayso.views.outlines import load_outlines
from sayso.web import make_app
from sayso.web.drawing import standalone
from sayso.web.pages import maps
from sayso.weigh import NO_MERGES
from told_articles import placed, store, store_matter, told, told_article

ARTICLE = told_article(
    "Drones struck Odesa, Vrel said. Mykolaiv burned, Vrel said. In Sumy region a depot <burned>, "
    "Vrel said. Ukraine will rebuild, Vrel said. Orlitsa was hit, Marr said. A ferry sank off "
    "Suva, Marr said. A ferry left Apia, Marr said. Nobody was hurt, Marr said."
)
STRUCK = told(
    ARTICLE, "Drones struck Odesa", places=[placed(ARTICLE, "Odesa", 46.49, 30.74, country="UKR")]
)
BURNED = told(
    ARTICLE, "Mykolaiv burned", places=[placed(ARTICLE, "Mykolaiv", 46.98, 31.99, country="UKR")]
)
DEPOT = told(
    ARTICLE,
    "In Sumy region a depot <burned>",
    places=[placed(ARTICLE, "Sumy region", 51.0, 34.3, country="UKR", precision=Precision.REGION)],
)  # fmt: skip
REBUILD = told(
    ARTICLE,
    "Ukraine will rebuild",
    places=[placed(ARTICLE, "Ukraine", 49.0, 32.0, country="UKR", precision=Precision.COUNTRY)],
)
HIT = told(ARTICLE, "Orlitsa was hit", places=[placed(ARTICLE, "Orlitsa")])
SANK = told(
    ARTICLE,
    "A ferry sank off Suva",
    places=[placed(ARTICLE, "Suva", -18.14, 178.43, country="FJI")],
)
LEFT = told(
    ARTICLE, "A ferry left Apia", places=[placed(ARTICLE, "Apia", -13.83, -171.77, country="WSM")]
)
HURT = told(ARTICLE, "Nobody was hurt", source="Marr")
STRIKES = [STRUCK, BURNED, DEPOT, REBUILD, HIT, HURT]


@pytest.fixture
def ledger(tmp_path):
    with closing(open_ledger(str(tmp_path / "map.db"))) as book:
        with book.writing() as writing:
            store(writing, ARTICLE, [*STRIKES, SANK, LEFT])
            store_matter(writing, "Whether <Odesa> was struck", STRIKES, STRUCK.places[0])
            store_matter(writing, "Whether a ferry sank", [SANK, LEFT], SANK.places[0])
            store_matter(writing, "Whether nothing", [])
        yield book


@pytest.fixture
def client(ledger):
    return TestClient(make_app(ledger, NO_MERGES), base_url="http://127.0.0.1")


def matter(ledger, words):
    (found,) = ledger.matters(MatterFilter(text=words))
    return found.matter.id


def page_of(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_a_matters_map_lists_tables_and_draws_the_same(client, ledger):
    page = page_of(client, f"/matters/{matter(ledger, 'struck')}/map")
    marks = page.xpath("//*[local-name()='svg'][@role='group']//a[starts-with(@href,'#place-')]")
    assert len(marks) == 4
    for mark in marks:
        (place,) = page.xpath(f"//li[@id='{mark.get('href')[1:]}']")
        assert place.xpath(".//h3")[0].text_content().split()[1] in mark.get("aria-label")
    table = [row.text_content() for row in page.xpath("//table/tbody/tr")]
    assert len(table) == len(STRIKES)
    for words in ("Odesa", "Mykolaiv", "Sumy region", "Ukraine", "Orlitsa", "none named"):
        assert any(words in row for row in table)
    links = set(page.xpath("//table//a/@href"))
    assert links == {f"/statements/{s.id}" for s in STRIKES}
    assert set(page.xpath("//aside//a/@href")) == links


def test_precision_is_drawn_and_told(client, ledger):
    page = page_of(client, f"/matters/{matter(ledger, 'struck')}/map")
    svg = page.xpath("//*[local-name()='svg'][@role='group']")[0]
    assert len(svg.xpath(".//*[contains(@class,'map-soft')]")) == 3
    (tinted,) = svg.xpath(".//*[contains(@class,'map-tinted')]/*[local-name()='path']")
    assert tinted.text_content() == "Ukraine"
    legend = page.xpath("//figcaption")[0].text_content()
    assert "an area somewhere around here" in legend
    assert "take no position on any border" in legend


def test_what_is_unplaced_stands_beside_the_map(client, ledger):
    page = page_of(client, f"/matters/{matter(ledger, 'struck')}/map")
    beside = page.xpath("//ul[@class='map-unplaced']")[0].text_content()
    assert "Orlitsa" in beside
    assert "position unknown" in beside
    assert "No place named" in beside


def test_the_map_of_all_matters_keeps_the_filters(client):
    page = page_of(client, "/map?place=Suva&act=assert")
    assert page.xpath("//form[@action='/map']//input[@name='place']/@value") == ["Suva"]
    assert page.xpath("//form[@action='/map']//option[@selected]/text()") == ["assert"]
    assert page.xpath("//a[@href='/?place=Suva&act=assert']")
    assert [a.text for a in page.xpath("//table//a")] == ["Whether a ferry sank"]
    assert len(page_of(client, "/map").xpath("//table/tbody/tr")) == 2


def test_list_and_map_lead_to_one_another(client):
    listed = page_of(client, "/?place=Suva")
    assert listed.xpath("//main//a[@href='/map?place=Suva']")
    assert page_of(client, "/").xpath("//main//a[@href='/map']")


def test_an_empty_map_says_so(client):
    text = page_of(client, "/map?party=Nobody").xpath("//main")[0].text_content()
    assert "0 matters" in text
    assert "No matter shown here names a place" in text


def test_over_the_antimeridian_the_map_is_near(client, ledger):
    page = page_of(client, f"/matters/{matter(ledger, 'ferry')}/map")
    words = page.xpath("//*[@class='map-degrees']")[0].text_content()
    assert "180°" in words
    assert "0°E" not in words.replace("180°E", "")


@pytest.mark.parametrize("query", ["", "?place=Suva", "?party=Nobody"])
def test_a_drawing_stays_small(client, query):
    text = client.get(f"/map{query}").text
    drawing = text[text.index('<svg class="map"') : text.index("</svg>")]
    assert len(drawing) < 200_000
    assert drawing.count("<path") > 0


def test_nothing_of_an_article_becomes_markup(client, ledger):
    text = client.get(f"/matters/{matter(ledger, 'struck')}/map").text
    assert "&lt;Odesa&gt;" in text
    assert "<Odesa>" not in text
    assert "<burned>" not in text


def test_no_style_stands_in_the_page(client, ledger):
    text = client.get(f"/matters/{matter(ledger, 'struck')}/map").text
    assert not re.search(r"\sstyle=|<style|\son\w+=", text)


def test_the_drawing_stands_alone(client, ledger):
    text = client.get(f"/matters/{matter(ledger, 'struck')}/map").text
    svg = standalone(text[text.index('<svg class="map"') : text.index("</svg>") + 6], "map.css")
    assert b"Odesa" in svg
    assert b"var(--" not in svg


@pytest.mark.parametrize(
    ("path", "status"), [("/matters/ffffffffffff/map", 404), ("/map?act=shout", 400)]
)
def test_what_is_not_there_is_told(client, path, status):
    assert client.get(path).status_code == status


def test_missing_outlines_name_the_remedy(client, ledger, tmp_path, monkeypatch):
    monkeypatch.setattr(maps, "OUTLINES", tmp_path / "outlines.json")
    answer = client.get("/map")
    assert answer.status_code == 500
    assert "npm run build" in answer.text
    assert "Traceback" not in answer.text
    assert client.get("/").status_code == 200


def test_the_outlines_that_were_built_can_be_read():
    outlines = load_outlines(maps.OUTLINES)
    assert {"Ukraine", "Fiji", "Antarctica", "Kosovo"} <= {outline.name for outline in outlines}
    assert all(ring.box[2] - ring.box[0] <= 360 for outline in outlines for ring in outline.rings)
