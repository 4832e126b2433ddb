"""The geometry of a map's drawing: outlines, marks, labels, graticule and scale."""

from __future__ import annotations

import re
from itertools import accumulate
from math import cos, hypot, pi, sin

import pytest

from sayso.views.map_drawing import Shape, Spot, draw_map
from sayso.views.map_labels import LONGEST, mark_labels, shortened
from sayso.views.map_lands import MOST_CHARACTERS
from sayso.views.outlines import Outline, make_ring

LAND = Outline("804", "Ruritania", (make_ring([(22, 44), (40, 44), (40, 52), (22, 52)]),))
FAR = Outline("036", "Farland", (make_ring([(120, -30), (140, -30), (140, -20), (120, -20)]),))
NAMELESS = Outline(None, "Kosovo", (make_ring([(20, 42), (21.5, 42), (21.5, 43), (20, 43)]),))
NUMBERS = {"UKR": "804", "AUS": "036", "XKX": "Kosovo"}


def spot(name, lon, lat, count=1, shape=Shape.POINT, country="UKR", number=1):
    return Spot(number, name, shape, lon, lat, count, country)


ODESA, KYIV = spot("Odesa", 30.74, 46.49, 3), spot("Kyiv", 30.52, 50.45)
SUBURB = spot("Odesa port", 30.75, 46.5, 2)


def drawn(*spots, outlines=(LAND, FAR)):
    return draw_map(spots, outlines, NUMBERS)


def numbers_in(path: str) -> list[float]:
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e-?\d+)?", path)]


def test_only_what_is_in_view_is_drawn():
    assert [land.name for land in drawn(ODESA, KYIV).lands] == ["Ruritania"]


def test_paths_are_closed_and_stay_about_the_drawing():
    (land,) = drawn(ODESA, KYIV).lands
    assert re.fullmatch(r"(M[-\d.]+ [-\d.]+l[-\d. ]+z)+", land.path)
    x, y = 0.0, 0.0
    values = numbers_in(land.path)
    for dx, dy in zip(values[::2], values[1::2], strict=True):
        x, y = x + dx, y + dy
        assert -10 <= x <= 970
        assert -10 <= y <= 620


@pytest.mark.parametrize(
    ("spots", "tinted"),
    [
        ([ODESA, KYIV], []),
        ([spot("Ruritania", 32, 49, shape=Shape.COUNTRY)], ["Ruritania"]),
        ([spot("Sumska oblast", 34, 51, shape=Shape.AREA)], []),
        ([spot("Kosovo", 20.9, 42.6, shape=Shape.COUNTRY, country="XKX")], ["Kosovo"]),
        ([spot("Nowhere", 32, 49, shape=Shape.COUNTRY, country=None)], []),
    ],
)
def test_a_country_is_tinted_where_no_more_is_known(spots, tinted):
    lands = drawn(*spots, outlines=(LAND, FAR, NAMELESS)).lands
    assert [land.name for land in lands if land.tinted] == tinted


def test_a_country_is_shown_whole():
    drawing = drawn(spot("Ruritania", 32, 49, shape=Shape.COUNTRY))
    xs = numbers_in(drawing.lands[0].path)[::2]
    assert sum(1 for x in xs if abs(x) > 200) >= 2


def test_points_that_would_cover_one_another_share_a_mark():
    marks = drawn(SUBURB, ODESA, KYIV).marks
    shared, alone = sorted(marks, key=lambda m: -m.count)
    assert (shared.count, shared.name) == (5, "Odesa +1")
    assert [s.name for s in shared.spots] == ["Odesa", "Odesa port"]
    assert (alone.count, alone.name) == (1, "Kyiv")


def test_the_same_points_stand_apart_on_a_nearer_map():
    assert len(drawn(SUBURB, spot("Odesa airport", 30.68, 46.43)).marks) == 1
    assert len(drawn(spot("Izmail", 28.84, 45.35), ODESA).marks) == 2


def test_areas_and_countries_make_way_for_points():
    area = spot("Odesa oblast", 30.74, 46.49, shape=Shape.AREA)
    country = spot("Ruritania", 30.74, 46.49, shape=Shape.COUNTRY)
    marks = drawn(ODESA, area, country).marks
    assert {m.shape for m in marks} == set(Shape)
    for i, a in enumerate(marks):
        for b in marks[:i]:
            assert hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius - 0.2
    soft = next(m for m in marks if m.shape is Shape.AREA)
    point = next(m for m in marks if m.shape is Shape.POINT)
    assert (soft.at_x, soft.at_y) == (point.x, point.y)


def test_labels_cover_neither_marks_nor_one_another():
    spots = [spot(f"Village {i}", 30 + i * 0.4, 47 + (i % 3) * 0.3, number=i) for i in range(12)]
    drawing = drawn(*spots)
    frames = [
        (x0, label.y - 14, x0 + len(label.text) * 14 * 0.56, label.y + 3)
        for label in drawing.mark_labels
        for x0 in [
            label.x
            - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * len(label.text) * 14 * 0.56
        ]
    ]
    assert len(frames) >= 3
    for i, (a, b, c, d) in enumerate(frames):
        assert a >= 0 and c <= drawing.width and b >= 0 and d <= drawing.height
        assert not any(a < r and s < c and b < u and t < d for s, t, r, u in frames[:i])


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Odesa", "Odesa"), ("O" * LONGEST, "O" * LONGEST), ("O" * 40, "O" * 27 + "…")],
)
def test_long_names_are_cut(name, shown):
    assert shortened(name) == shown


def test_a_label_without_room_is_left_out():
    assert (
        mark_labels([(10, 10, 8, "A name as wide as the drawing")], 60, 20, free=(0, 0, 0, 0)) == ()
    )


def test_graticule_is_in_words():
    words = {line.words for line in drawn(ODESA, KYIV).lines}
    assert {"30°E", "48°N"} <= words
    south = {
        line.words for line in drawn(spot("Suva", 178.4, -18.1), spot("Apia", -171.8, -13.8)).lines
    }
    assert {"180°", "178°W", "178°E", "16°S"} <= south


@pytest.mark.parametrize("spots", [[ODESA], [ODESA, KYIV], [ODESA, spot("Suva", 178.4, -18.1)], []])
def test_the_bar_is_as_long_as_it_says(spots):
    drawing = drawn(*spots)
    parallels = sorted((line.y1, line.words) for line in drawing.lines if line.y1 == line.y2)
    (y1, upper), (y2, lower) = parallels[0], parallels[-1]
    degrees = signed(upper) - signed(lower)
    a_degree = (y2 - y1) / degrees
    assert drawing.bar.length == pytest.approx(drawing.bar.kilometres / 111.32 * a_degree, rel=0.01)
    assert 20 <= drawing.bar.length <= drawing.width / 5


def signed(words: str) -> float:
    value = float(words.split("°", maxsplit=1)[0])
    return -value if words.endswith("S") else value


def coast(points: int) -> Outline:
    """A land around the view with a coast of many small bays."""
    ring = [
        (
            31 + (3 + 0.02 * sin(i)) * cos(2 * pi * i / points),
            48 + (2 + 0.02 * cos(1.7 * i)) * sin(2 * pi * i / points),
        )
        for i in range(points)
    ]
    return Outline("804", "Baylands", (make_ring(ring),))


def test_outlines_are_thinned_to_a_bound():
    drawing = drawn(ODESA, KYIV, outlines=[coast(40_000) for _ in range(8)])
    assert 1000 < sum(len(land.path) for land in drawing.lands) <= MOST_CHARACTERS


def test_nothing_draws_the_world():
    drawing = drawn()
    assert drawing.marks == ()
    assert {land.name for land in drawing.lands} == {"Ruritania", "Farland"}


def test_country_names_stand_within_their_land():
    drawing = drawn(ODESA, KYIV)
    (label,) = drawing.country_labels
    assert label.text == "Ruritania"
    xs = list(accumulate(numbers_in(drawing.lands[0].path)[::2]))
    assert max(0, min(xs)) < label.x < min(drawing.width, max(xs))
