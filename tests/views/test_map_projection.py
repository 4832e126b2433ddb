"""Which part of the world a map shows, and where points fall on it."""

from __future__ import annotations

from math import cos, radians

import pytest

from sayso.views.projection import LEAST_HEIGHT, MOST_HEIGHT, POLAR, WIDTH, choose_view


def at(lon, lat):
    return lon, lat, lon, lat


ODESA, KYIV, SUVA, APIA, WELLINGTON = (
    at(30.7, 46.5), at(30.5, 50.5), at(178.4, -18.1), at(-171.8, -13.8), at(174.8, -41.3),
)  # fmt: skip
SETS = {
    "one": [ODESA],
    "two": [ODESA, KYIV],
    "same": [ODESA, ODESA],
    "antimeridian": [SUVA, APIA],
    "half the world": [ODESA, WELLINGTON],
    "opposite": [at(0, 0), at(180, 0)],
    "three around": [at(0, 10), at(120, 10), at(-120, 10)],
    "poles": [at(10, 89.5), at(20, -89.5)],
    "north": [at(15.6, 78.2)],
    "country across": [(170.0, -20.0, 190.0, -10.0)],
    "very tall": [at(10, -60), at(12, 75)],
}


@pytest.mark.parametrize("boxes", SETS.values(), ids=SETS)
def test_all_is_in_view_with_room_around_it(boxes):
    view = choose_view(boxes)
    for west, south, _, _ in boxes:
        x, y = view.place((west, max(min(south, POLAR), -POLAR)))
        assert 0 <= x <= view.width
        assert 0 <= y <= view.height + 1e-6
    west, south, east, north = view.box
    assert east - west <= 360 + 1e-9
    assert -90 <= south < north <= 90


@pytest.mark.parametrize(
    "boxes",
    [
        s
        for n, s in SETS.items()
        if n not in {"opposite", "three around", "poles", "half the world"}
    ],
)
def test_the_drawing_is_neither_flat_nor_tall(boxes):
    view = choose_view(boxes)
    assert view.width == WIDTH
    assert LEAST_HEIGHT - 1 <= view.height <= MOST_HEIGHT + 1


def test_the_short_way_over_the_antimeridian_is_shown():
    view = choose_view([SUVA, APIA])
    assert view.box[2] - view.box[0] < 30
    assert view.place((178.4, -18.1))[0] < view.place((-171.8, -13.8))[0]


def test_nothing_shows_the_world():
    view = choose_view([])
    assert (view.box[0], view.box[2]) == (-180, 180)
    assert view.place((0, 0))[0] == pytest.approx(WIDTH / 2)


def test_longitudes_are_squeezed_at_the_middle_latitude():
    view = choose_view([ODESA, KYIV])
    assert view.middle == pytest.approx(48.5)
    assert view.squeeze == pytest.approx(cos(radians(48.5)))
    a, b, c = view.place((30, 48)), view.place((31, 48)), view.place((30, 49))
    assert (b[0] - a[0]) / (a[1] - c[1]) == pytest.approx(cos(radians(48.5)))


def test_north_is_up_and_east_is_right():
    view = choose_view([ODESA, KYIV])
    assert view.place((30.5, 50.5))[1] < view.place((30.7, 46.5))[1]
    assert view.place((29, 48))[0] < view.place((32, 48))[0]
