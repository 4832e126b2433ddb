"""What a map places where, and what it can't place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from made_rows import make_party
from sayso.errors import NotFoundError
from sayso.ledger import Ledger, MatterFilter, open_ledger
from sayso.model import Precision, Stance
from sayso.views import matter_map, matters_map
from sayso.views.map_drawing import Shape
from sayso.views.outlines import Outline, make_ring
from told_articles import placed, store, store_matter, told, told_article

OUTLINES = (
    Outline("804", "Ukraine", (make_ring([(22, 44), (40, 44), (40, 52), (22, 52)]),)),
    Outline("036", "Australia", (make_ring([(113, -39), (153, -39), (153, -11), (113, -11)]),)),
)
ARTICLE = told_article(
    "Drones struck Odesa, Vrel said. Not one drone flew over Odesa, Marr said. In Sumy region a "
    "depot burned, Vrel said. Ukraine will rebuild, Vrel said. Orlitsa was hit, Marr said. "
    "Nobody was hurt, Marr said."
)
ODESA = placed(ARTICLE, "Odesa", 46.4857, 30.7438, country="UKR")
AGAIN = placed(ARTICLE, "Odesa", 46.48571, 30.74379, country="UKR")
SUMY = placed(ARTICLE, "Sumy region", 51.0, 34.3, country="UKR", precision=Precision.REGION)
UKRAINE = placed(ARTICLE, "Ukraine", 49.0, 32.0, country="UKR", precision=Precision.COUNTRY)
ORLITSA = placed(ARTICLE, "Orlitsa")
VREL, MARR = make_party("Hana Vrel"), make_party("Ivo Marr")
STRUCK = told(ARTICLE, "Drones struck Odesa", source="Vrel", party=VREL, places=[ODESA, AGAIN])
FLEW = told(ARTICLE, "Not one drone flew over Odesa", source="Marr", party=MARR, places=[AGAIN])
BURNED = told(ARTICLE, "In Sumy region a depot burned", source="Vrel", places=[SUMY, ODESA])
REBUILD = told(ARTICLE, "Ukraine will rebuild", places=[UKRAINE])
HIT = told(ARTICLE, "Orlitsa was hit", source="Marr", party=MARR, places=[ORLITSA])
HURT = told(ARTICLE, "Nobody was hurt", source="Marr", party=MARR)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(str(tmp_path / "map.db"))) as book:
        with book.writing() as writing:
            store(writing, ARTICLE, [STRUCK, FLEW, BURNED, REBUILD, HIT, HURT])
            store_matter(writing, "Whether Odesa was struck", [STRUCK, FLEW, BURNED], ODESA)
            store_matter(writing, "Whether Ukraine will rebuild", [REBUILD], UKRAINE)
            store_matter(writing, "Whether Orlitsa was hit", [HIT, HURT], ORLITSA)
        yield book


def matter(ledger: Ledger, words: str) -> str:
    (found,) = ledger.matters(MatterFilter(text=words))
    return found.matter.id


def test_statements_are_placed_where_they_name_a_place(ledger):
    page = matter_map(ledger, matter(ledger, "struck"), OUTLINES)
    odesa, sumy = page.places
    assert (odesa.number, odesa.name, odesa.country) == (1, "Odesa", "Ukraine")
    assert (odesa.shape, odesa.own) == (Shape.POINT, True)
    assert {e.id for e in odesa.events} == {STRUCK.id, FLEW.id, BURNED.id}
    assert (sumy.number, sumy.shape, sumy.own) == (2, Shape.AREA, False)
    assert [e.id for e in sumy.events] == [BURNED.id]
    assert page.unplaced == ()
    assert page.total == 3
    assert [(m.name, m.count) for m in page.drawing.marks] == [("Odesa", 3), ("Sumy region", 1)]


def test_an_event_says_who_and_what(ledger):
    page = matter_map(ledger, matter(ledger, "struck"), OUTLINES)
    events = {event.id: event for place in page.places for event in place.events}
    struck, burned = events[STRUCK.id], events[BURNED.id]
    assert (struck.title, struck.who) == ("Drones struck Odesa", "Hana Vrel")
    assert (struck.stance, struck.act) == (Stance.AFFIRMS, "assert")
    assert burned.who == "Vrel"


def test_a_country_is_tinted_and_counted(ledger):
    page = matter_map(ledger, matter(ledger, "rebuild"), OUTLINES)
    (place,) = page.places
    assert (place.shape, place.precision) == (Shape.COUNTRY, Precision.COUNTRY)
    assert [land.name for land in page.drawing.lands if land.tinted] == ["Ukraine"]


def test_what_has_no_point_stands_beside_the_map(ledger):
    page = matter_map(ledger, matter(ledger, "Orlitsa"), OUTLINES)
    assert page.places == ()
    orlitsa, nowhere = page.unplaced
    assert (orlitsa.name, orlitsa.own, [e.id for e in orlitsa.events]) == (
        "Orlitsa",
        True,
        [HIT.id],
    )
    assert (nowhere.name, nowhere.own, [e.id for e in nowhere.events]) == (None, False, [HURT.id])


def test_matters_are_placed_at_their_own_places(ledger):
    page = matters_map(ledger, MatterFilter(), OUTLINES)
    assert page.matter is None
    assert page.total == 3
    assert {(p.name, p.events[0].title) for p in page.places} == {
        ("Odesa", "Whether Odesa was struck"),
        ("Ukraine", "Whether Ukraine will rebuild"),
    }
    assert [(u.name, [e.title for e in u.events]) for u in page.unplaced] == [
        ("Orlitsa", ["Whether Orlitsa was hit"])
    ]


@pytest.mark.parametrize(
    ("limit", "total", "more"), [(None, 3, False), (3, 3, False), (2, 2, True)]
)
def test_a_map_tells_that_others_are_not_on_it(ledger, limit, total, more):
    page = matters_map(ledger, MatterFilter(limit=limit), OUTLINES)
    assert (page.total, page.more) == (total, more)


def test_matters_that_a_filter_leaves_out_are_not_placed(ledger):
    page = matters_map(ledger, MatterFilter(party="Marr"), OUTLINES)
    assert [p.name for p in page.places] == ["Odesa"]
    assert [u.name for u in page.unplaced] == ["Orlitsa"]


def test_an_empty_map_is_the_world(ledger):
    page = matters_map(ledger, MatterFilter(party="Nobody"), OUTLINES)
    assert (page.places, page.unplaced, page.total) == ((), (), 0)
    assert {land.name for land in page.drawing.lands} == {"Ukraine", "Australia"}


def test_an_unknown_matter_is_told(ledger):
    with pytest.raises(NotFoundError):
        matter_map(ledger, "f" * 12, OUTLINES)
