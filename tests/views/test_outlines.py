"""Outlines: read or refused with a remedy, unrolled over the antimeridian, cut and thinned."""

from __future__ import annotations

import json

import pytest

from sayso.errors import MissingPartError
from sayso.language.en.tables import load_table
from sayso.views.country_numbers import COUNTRY_NUMBERS, NUMBERLESS
from sayso.views.outlines import (
    Outline,
    clip,
    encloses,
    load_outlines,
    main_box,
    make_ring,
    thin,
    turned,
)

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def test_outlines_are_read_from_a_file(tmp_path):
    path = tmp_path / "outlines.json"
    path.write_text(json.dumps([{"code": "804", "name": "Ruritania", "rings": [SQUARE]}]))
    (one,) = load_outlines(path)
    assert (one.code, one.name) == ("804", "Ruritania")
    assert one.rings[0].box == (0, 0, 10, 10)


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "[",
        "{}x",
        '[{"name": "x"}]',
        '[{"code": "1", "name": "x", "rings": [[[0, 1]]]}]',
        "[1]",
    ],
)
def test_missing_or_damaged_outlines_name_the_remedy(tmp_path, content):
    path = tmp_path / "outlines.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(MissingPartError) as raised:
        load_outlines(path)
    assert str(path) in raised.value.problem
    assert "npm run build" in raised.value.remedy


@pytest.mark.parametrize(
    ("points", "box"),
    [
        (SQUARE, (0, 0, 10, 10)),
        ([(170, 0), (-170, 0), (-170, 5), (170, 5)], (170, 0, 190, 5)),
        ([(-170, 0), (170, 0), (170, 5), (-170, 5)], (-190, 0, -170, 5)),
        # Around a pole: closed along it.
        ([(-180, -70), (-60, -65), (60, -70), (179, -70)], (-180, -90, 179, -65)),
        ([(180, 80), (60, 81), (-60, 80), (-179, 80)], (-179, 80, 180, 90)),
    ],
)
def test_rings_never_jump(points, box):
    ring = make_ring(points)
    assert ring.box == box
    around = [abs(b[0] - a[0]) for a, b in zip(ring.points, ring.points[1:], strict=False)]
    assert max(around) < 180 or ring.box[1] == -90 or ring.box[3] == 90


def test_a_ring_needs_three_points():
    with pytest.raises(ValueError, match="three"):
        make_ring([(0, 0), (1, 1)])


@pytest.mark.parametrize(
    ("points", "view", "turns"),
    [
        (SQUARE, (-5, -5, 5, 5), [0]),
        (SQUARE, (20, 0, 30, 5), []),
        (SQUARE, (0, 20, 5, 30), []),
        (SQUARE, (355, 0, 365, 5), [360]),
        (SQUARE, (-180, -80, 180, 80), [0]),
        # A country on both sides of the antimeridian is drawn on both edges of the world.
        ([(170, 0), (-170, 0), (-170, 5), (170, 5)], (-180, -80, 180, 80), [-360, 0]),
    ],
)
def test_a_ring_is_turned_into_view(points, view, turns):
    assert list(turned(make_ring(points), view)) == turns


@pytest.mark.parametrize(
    ("box", "wanted"),
    [
        ((-1, -1, 11, 11), {(0, 0), (10, 0), (10, 10), (0, 10)}),
        ((5, 5, 15, 15), {(5, 5), (10, 5), (10, 10), (5, 10)}),
        ((2, 3, 4, 5), {(2, 3), (4, 3), (4, 5), (2, 5)}),
        ((20, 20, 30, 30), set()),
        ((-5, 2, 30, 4), {(0, 2), (10, 2), (10, 4), (0, 4)}),
    ],
)
def test_a_ring_is_cut_to_the_view(box, wanted):
    assert set(clip(SQUARE, box)) == wanted


@pytest.mark.parametrize(
    ("points", "least", "kept"),
    [
        (SQUARE, 1, SQUARE),
        ([(0, 0), (0.1, 0), (0.2, 0), (3, 0), (3, 3)], 1, [(0, 0), (3, 0), (3, 3)]),
        ([(0, 0), (0.1, 0), (0.1, 0.1)], 1, []),
        ([], 1, []),
    ],
)
def test_points_too_near_to_be_seen_go(points, least, kept):
    assert thin(points, least) == kept


@pytest.mark.parametrize(("point", "inside"), [((5, 5), True), ((11, 5), False), ((-1, -1), False)])
def test_inside_or_outside(point, inside):
    assert encloses(SQUARE, point) is inside


@pytest.mark.parametrize(
    ("point", "box"),
    [((5, 5), (0, 0, 10, 10)), ((52, 2), (50, 0, 54, 4)), ((-90, 0), (0, 0, 10, 10))],
)
def test_a_country_is_shown_by_the_land_around_its_point(point, box):
    island = [(50, 0), (54, 0), (54, 4), (50, 4)]
    assert main_box(Outline("804", "x", (make_ring(SQUARE), make_ring(island))), point) == box


def test_every_country_that_articles_name_has_a_number():
    numbers = {**COUNTRY_NUMBERS, **NUMBERLESS}
    assert set(load_table("countries")) <= set(numbers)
    assert all(len(number) == 3 and number.isdigit() for number in COUNTRY_NUMBERS.values())
    assert COUNTRY_NUMBERS["UKR"] == "804"
    assert len(set(COUNTRY_NUMBERS.values())) == len(COUNTRY_NUMBERS)
