"""Pictures of the views that are text: within their bounds, escaped, and they say what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from made_accounts import MARR, VREL, account
from made_rows import make_party, make_row
from sayso.ledger import Ledger, open_ledger
from sayso.ledger.protocol import MatterFilter, PartyMatter
from sayso.model import Conflict, ConflictKind, Matter, Position, Span, Stance
from sayso.views.conflict import conflict_view
from sayso.views.copies import compare
from sayso.views.first import FirstPage, MatterCard, SideCard
from sayso.views.matrix import matrix_of
from sayso.views.parties import PartyView
from sayso.views.party import PartyMatterView, PartyPage, SpokenView
from sayso.views.reading import reading_page
from sayso.web import make_app
from sayso.web.drawing import Caption, as_png, standalone
from sayso.web.pictures import (
    Picture,
    draw_conflicts,
    draw_copies,
    draw_matrix,
    draw_matters,
    draw_party,
    draw_reading,
)
from sayso.web.pictures import matrix as of_matrix
from sayso.web.pictures import party as of_party
from sayso.web.pictures import reading as of_reading
from sayso.web.pictures.sheet import TALLEST
from sayso.web.site import Site, View, make_site
from sayso.weigh import NO_MERGES, OneParty
from told_articles import odd_article, store, store_matter, told, told_article

DAY = date(2026, 5, 4)
EVIL = "<script>alert('&')</script>"
BACKWARDS = "قصف السد في أورليتسا 👩🏽‍🚒"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(str(tmp_path / "read.db"), create=True)) as book:
        yield book


@pytest.fixture
def site(ledger: Ledger) -> Site:
    return make_site(ledger, NO_MERGES)


def words(picture: Picture) -> str:
    return " ".join(w.text for w in picture.words)


def within(picture: Picture) -> None:
    """Everything that is drawn stands within the picture."""
    for word in picture.words:
        assert -0.1 <= word.x <= word.x + word.width <= picture.width + 0.1
        assert 0 < word.y < picture.height
    for box in picture.boxes:
        assert -0.1 <= box.x <= box.x + box.width <= picture.width + 0.1
        assert -0.1 <= box.y <= box.y + box.height <= picture.height + 0.1
    for line in picture.strokes:
        assert max(line.x1, line.x2) <= picture.width + 0.1
        assert max(line.y1, line.y2) <= picture.height


def on_day(day: int, party=VREL, stance=Stance.AFFIRMS, **how):
    when = DAY + timedelta(days=day)
    return account(party, stance, said=(when, when), published=when, **how)


def test_the_matrix_tells_what_each_cell_tells():
    found = draw_matrix(matrix_of([on_day(0), on_day(3, MARR, Stance.DENIES, number=1)]))
    within(found)
    for told_there in (
        "4 May 2026", "2 days without a statement, then", "Hana Vrel", "● affirms", "✕ denies",
        "assert", "Northern Wire", "1 origin", "rebels shelled the dam, 0",
        "no statement found in this collection",
    ):  # fmt: skip
        assert told_there in words(found)
    assert "Left out" not in words(found)


def test_a_large_matrix_leaves_out_the_earliest_columns_and_the_last_rows_and_says_so():
    parties = [make_party(f"Party {i}", "front") for i in range(of_matrix.MOST_LINES + 3)]
    many = [on_day(400 * i, number=i) for i in range(of_matrix.MOST_COLUMNS + 5)]
    many += [on_day(0, p, number=100 + i) for i, p in enumerate(parties)]
    found = draw_matrix(matrix_of(many))
    within(found)
    assert found.height < TALLEST + 1000
    assert "Left out: " in words(found)
    assert "before these" in words(found)
    assert "more parties" in words(found)
    assert "2026" not in words(found)


def test_a_matrix_without_accounts_is_drawn():
    within(draw_matrix(matrix_of([])))


def conflict(*accounts, kind=ConflictKind.STANCE):
    by_id = {a.row.statement.id: a for a in accounts}
    sides = tuple(dict.fromkeys(a.label for a in accounts))
    return conflict_view(Conflict(kind, sides, tuple(by_id)), by_id)


def test_conflicts_stand_side_by_side():
    view = conflict(on_day(0), on_day(1, MARR, Stance.DENIES, number=1))
    found = draw_conflicts([view])
    within(found)
    left = next(w.x for w in found.words if w.text == "● affirms")
    right = next(w.x for w in found.words if w.text == "✕ denies")
    assert right - left > 400
    assert "⚡ Conflict of stances: government / front" in words(found)
    assert "rebels shelled the dam, 1" in words(found)


def test_many_conflicts_and_voices_are_left_out_and_counted():
    voices = [on_day(0, make_party(f"Voice {i}", "front"), number=i) for i in range(30)]
    view = conflict(*voices, on_day(1, VREL, Stance.DENIES, number=99))
    found = draw_conflicts([view] * 40)
    within(found)
    assert "and 20 more voices" in words(found)
    assert "Left out: " in words(found)
    assert found.height < 2 * TALLEST


def test_no_conflict_is_told():
    assert "No conflict found in this collection." in words(draw_conflicts([]))


def party_page_of(rows: int, matters: int = 1, name: str = "Southern Front") -> PartyPage:
    party = make_party(name, "front")
    told = [make_row(party, Stance.DENIES, f"any shelling, {i}", day=4) for i in range(rows)]
    said = tuple(SpokenView(row, "Ivo Marr", None, is_copy=row in told[1:2]) for row in told)
    views = tuple(
        PartyMatterView(
            PartyMatter(Matter(f"m{n}", f"Matter {n}", None, DAY, None), rows + 2, DAY), said, (), 2
        )
        for n in range(matters)
    )
    return PartyPage(PartyView(OneParty(party, ()), ("front",), {}), (), (), views, 1, False)


def test_a_party_tells_its_words_by_matter_and_what_is_left_out():
    found = draw_party(party_page_of(of_party.MOST_ROWS + 3))
    within(found)
    assert "any shelling, 0" in words(found)
    assert "said by Ivo Marr" in words(found)
    assert words(found).count("a copy") == 1
    assert f"any shelling, {of_party.MOST_ROWS}" not in words(found)
    assert "and 5 earlier statements" in words(found)


def test_a_party_with_very_much_to_say_is_cut():
    found = draw_party(party_page_of(8, 60))
    within(found)
    assert found.height < TALLEST + 1000
    assert "Left out: matters with earlier words." in words(found)


def test_a_party_that_said_nothing_is_drawn():
    assert "No statement found in this collection." in words(draw_party(party_page_of(0, 0)))


def card(title: str) -> MatterCard:
    held = Position(MARR, "front", Stance.DENIES, DAY, DAY, ())
    side = SideCard("front", held, MARR, 1)
    fight = Conflict(ConflictKind.STANCE, ("front", "government"), ())
    matter = Matter("m", title, None, DAY, None)
    return MatterCard(matter, (side,), 2, (fight,), 1, (), 0, 3, 2)


def test_matters_are_cards_two_abreast():
    found = draw_matters(FirstPage((card("The dam"), card("The bridge"), card(EVIL)), 1, True))
    within(found)
    assert len(found.boxes) == 3
    assert found.boxes[0].height == found.boxes[1].height
    for told_there in (
        "⚡ conflict of stances: front / government", "⚡ 1 more conflict", "✕ denies", "front",
        "1 other differs", "and 2 more sides", "3 articles, 2 origins", "Left out: ",
    ):  # fmt: skip
        assert told_there in words(found)


def test_no_matter_is_told():
    assert "No matter fits" in words(draw_matters(FirstPage((), 1, False)))


def test_an_article_holds_its_marked_passages_and_rows(ledger: Ledger):
    article, statements = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
    found = draw_reading(reading_page(ledger, article.id))
    within(found)
    assert {b.kind for b in found.boxes} >= {"mk-source", "mk-cue", "mk-content"}
    assert {s.kind for s in found.strokes} >= {"under-source", "under-cue"}
    for number in range(1, len(statements) + 1):
        assert words(found).count(f"[{number}]") == 2


def long_article(paragraphs: int):
    between = "Nothing is told here. " * 60
    told_there = [
        f"Hana Vrel said the dam number {n} was shelled. {between}" for n in range(paragraphs)
    ]
    pieces = [p for one in told_there for p in (one, "Nobody says a thing in this one.")]
    article = told_article(*pieces, title="A long one")
    statements = [
        told(article, f"the dam number {n} was shelled", party=VREL) for n in range(paragraphs)
    ]
    return article, statements


def test_a_long_article_is_cut_to_what_stands_near_its_marks(ledger: Ledger):
    article, statements = long_article(of_reading.MOST_ROWS + 5)
    with ledger.writing() as book:
        store(book, article, statements)
    found = draw_reading(reading_page(ledger, article.id))
    within(found)
    text = words(found)
    assert "the dam number 0 was shelled" in text
    assert "… 1 paragraph without a statement" in text
    assert "Nobody says a thing" not in text
    assert "Left out: " in text
    assert found.height < TALLEST + 1000
    assert text.count("Nothing is told here.") < 13 * of_reading.MOST_ROWS


def test_an_article_without_a_statement_says_so(ledger: Ledger):
    article = told_article("Nobody says a thing.", title="Quiet")
    with ledger.writing() as book:
        store(book, article, [])
    found = draw_reading(reading_page(ledger, article.id))
    within(found)
    assert "No statement found in this article." in words(found)


@pytest.mark.parametrize("name", [EVIL, BACKWARDS, "x" * 400, "broken \x08 word", "\ufffe"])
def test_whatever_a_name_holds_it_is_text(site: Site, name: str):
    picture = draw_party(party_page_of(2, 2, name))
    within(picture)
    drawing = site.drawn(View("picture.svg.html", {"p": picture}))
    svg = standalone(drawing, "matter.css", "picture.css", caption=Caption(name, name, DAY))
    root = etree.fromstring(svg)
    assert not root.xpath("//*[local-name()='script']")
    letters = "".join(root.xpath("//*[local-name()='text']/text()"))
    for char in set(name) - set(" \x08\ufffe"):
        assert char in letters
    assert as_png(svg).startswith(b"\x89PNG")


def test_a_caption_tells_what_was_asked_for_when_and_by_what(site: Site):
    drawing = site.drawn(View("picture.svg.html", {"p": draw_matters(FirstPage((), 1, False))}))
    svg = standalone(drawing, "picture.css", caption=Caption("Matters", "side front", DAY))
    text = " ".join(etree.fromstring(svg).itertext())
    for told_there in ("Matters", "Asked for: side front", "made on 4 May 2026 by sayso"):
        assert told_there in " ".join(text.split())
    for plain in (b"var(", b"href", b"url("):
        assert plain not in svg


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    article, statements = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
        store_matter(book, f"{BACKWARDS} {EVIL}", statements)
    return TestClient(make_app(ledger, NO_MERGES), base_url="http://127.0.0.1")


def test_every_view_that_is_text_has_its_picture(client: TestClient, ledger: Ledger):
    (matter,) = ledger.matters(MatterFilter())
    (article,) = ledger.articles()
    for view in (
        "/matters", f"/matters/{matter.matter.id}/matrix", f"/matters/{matter.matter.id}/conflicts",
        f"/articles/{article.id}",
    ):  # fmt: skip
        svg = client.get(f"{view}.svg")
        assert svg.status_code == 200
        assert svg.headers["content-type"] == "image/svg+xml"
        assert svg.headers["content-disposition"].startswith('attachment; filename="sayso-')
        assert not etree.fromstring(svg.content).xpath("//*[local-name()='script']")
        assert client.get(f"{view}.png").content.startswith(b"\x89PNG")
        assert client.get(f"{view}.gif").status_code in (404, 422)


@pytest.mark.parametrize("view", ["/matters/ffff/matrix", "/articles/ffff", "/parties/ffff"])
def test_what_is_not_there_has_no_picture(client: TestClient, view: str):
    assert client.get(f"{view}.svg").status_code == 404


def test_who_spoke_only_in_columns_left_out_is_counted_and_not_shown_as_silent():
    late = [on_day(400 * i, MARR, number=i) for i in range(3, of_matrix.MOST_COLUMNS + 3)]
    found = draw_matrix(matrix_of([on_day(0, number=99), *late]))
    within(found)
    assert "Hana Vrel" not in words(found)
    assert "1 month before these, 1 more party" in words(found)


def test_the_busiest_column_is_the_widest():
    parties = [make_party(f"Party {i}", "front") for i in range(6)]
    busy = [on_day(0, p, number=i) for i, p in enumerate(parties)]
    found = draw_matrix(matrix_of([on_day(-1, number=98), *busy, on_day(1, number=99)]))
    first, second, third = (
        next(w.x for w in found.words if w.text == day)
        for day in ("3 May 2026", "4 May 2026", "5 May 2026")
    )
    assert third - second > second - first


def test_in_a_long_paragraph_rows_stand_near_their_text(ledger: Ledger):
    sentences = [f"Hana Vrel said that dam number {n} had been shelled." for n in range(20)]
    article = told_article(" ".join(sentences), title="One paragraph")
    statements = [told(article, f"that dam number {n} had been shelled") for n in range(20)]
    with ledger.writing() as book:
        store(book, article, statements)
    found = draw_reading(reading_page(ledger, article.id))
    within(found)
    for number in range(1, 21):
        text, row = sorted((w for w in found.words if w.text == f"[{number}]"), key=lambda w: w.x)
        assert abs(text.y - row.y) < 200
    assert words(found).count("had been shelled") == 40


def test_no_statement_is_cut_in_two(ledger: Ledger):
    paragraph = "“It burned,” Vrel said. " + "Ivo Marr denied it. " * 8 + "“All night long.”"
    article = told_article(paragraph, title="One paragraph")
    statements = [
        told(article, ("“It burned,”", "“All night long.”"), source="Vrel", cue="said"),
        *(
            replace(one, content=(Span(at, at + 2, "it"),), id=f"{at:040}")
            for one in (told(article, "it"),)
            for at in (m.start() for m in re.finditer(r"\bit\b", article.text))
        ),
    ]
    with ledger.writing() as book:
        store(book, article, statements)
    assert len(list(of_reading.stretches(reading_page(ledger, article.id).blocks[1].segments))) == 1


@pytest.mark.parametrize("text", [" " * 5_000, "x" * 5_000, "", "a b " * 2_000])
def test_a_stretch_of_any_text_is_cut(text: str):
    for first in (True, False):
        for last in (True, False):
            assert len(of_reading.kept(text, first=first, last=last)) <= 2 * of_reading.CONTEXT + 4


def test_parts_of_a_long_article_are_pictures_of_their_own(ledger: Ledger):
    article, statements = long_article(60)
    with ledger.writing() as book:
        store(book, article, statements)
    client = TestClient(make_app(ledger, NO_MERGES), base_url="http://127.0.0.1")
    page = client.get(f"/articles/{article.id}?part=2").text
    (shared,) = re.findall(r'href="(/articles/[^"]+\.svg[^"]*)"', page)
    assert shared.endswith("?part=2")
    assert "part 2 of 2" in client.get(shared).text
    assert "part 1 of 2" in client.get(shared.replace("?part=2", "")).text


def test_two_copies_stand_beside_each_other_where_they_differ():
    same = "The dam broke on Monday, and nobody knows of anything else that happened there."
    left = told_article(
        same, "Hana Vrel said that rebels shelled it all night long.", outlet="Wire"
    )
    right = told_article(
        same, "Hana Vrel said that soldiers shelled it all night long.", outlet="Gazette"
    )
    found = draw_copies(compare(left, right))
    within(found)
    assert {b.kind for b in found.boxes} == {"mk-only-left", "mk-only-right"}
    assert {s.kind for s in found.strokes} == {"rule", "through", "under-only"}
    assert "… 1 paragraph the same" in words(found)
    assert "1 word only on the left" in words(found)
    at = {w.text: w.x for w in found.words}
    assert at["rebels"] < found.width / 2 < at["soldiers"]


def test_copies_that_are_the_same_and_very_long_ones_are_drawn():
    long = [f"Sentence {n} of the text stands in both of them." for n in range(900)]
    article = told_article(*long)
    assert "… 900 paragraphs the same" in words(draw_copies(compare(article, article)))
    other = told_article(*(f"{one} {n} more." for n, one in enumerate(long)))
    found = draw_copies(compare(article, other))
    within(found)
