"""The scorer of places: points within 161 km, over all gold mentions."""

import pytest

from sayso.bench.places import distance_km, is_near, score_places

GENEVA, LYON, PARIS = (46.2, 6.15), (45.76, 4.84), (48.85, 2.35)


def place(start, end, point):
    return {"start": start, "end": end, "lat": point[0], "lon": point[1]}


def scored(gold, *, given=(), found=()):
    measures = score_places([{"id": 1, "places": gold}], given={1: given}, found={1: found})
    return {m.name: (m.right, m.gold, m.predicted) for m in measures}


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (PARIS, PARIS, 0),
        (PARIS, LYON, 392),
        # A degree of longitude at the equator, and across the date line.
        ((0.0, 0.0), (0.0, 1.0), 111.2),
        ((0.0, 179.5), (0.0, -179.5), 111.2),
        # Half around the globe.
        ((90.0, 0.0), (-90.0, 0.0), 20015),
        ((0.0, 0.0), (0.0, 180.0), 20015),
    ],
)
def test_distances(one, other, km):
    assert distance_km(one, other) == pytest.approx(km, abs=1)
    assert distance_km(other, one) == pytest.approx(km, abs=1)


@pytest.mark.parametrize(
    ("other", "near"),
    [(GENEVA, True), (LYON, True), (PARIS, False), ((None, None), False), ((46.2, None), False)],
)
def test_near_is_within_161_km(other, near):
    assert is_near(place(0, 6, GENEVA), place(0, 6, other)) is near


def test_161_km_is_the_limit():
    # A degree of latitude is 111.19 km.
    assert is_near(place(0, 1, (0.0, 0.0)), place(0, 1, (1.44, 0.0)))
    assert not is_near(place(0, 1, (0.0, 0.0)), place(0, 1, (1.46, 0.0)))


def test_given_mentions_count_over_all_gold_ones():
    gold = [place(0, 6, GENEVA), place(10, 14, LYON), place(20, 25, PARIS)]
    # One right, one far off, one not resolved.
    given = [place(0, 6, GENEVA), place(10, 14, PARIS)]
    assert scored(gold, given=given)["given.within_161km"] == (1, 3, 2)


def test_found_places_pair_with_gold_ones_that_they_overlap():
    gold = [place(0, 6, GENEVA), place(10, 14, LYON), place(20, 25, PARIS)]
    found = [
        place(0, 11, GENEVA),  # overlaps two, and shares the most with the right one
        place(20, 25, LYON),  # the right mention, the wrong place
        place(30, 36, PARIS),  # no gold mention
    ]
    scores = scored(gold, found=found)
    assert scores["found.span"] == (2, 3, 3)
    assert scores["found.within_161km"] == (1, 3, 3)


def test_texts_count_together_and_an_unknown_one_not_at_all():
    gold = [{"id": "a", "places": [place(0, 6, GENEVA)]}, {"id": "b", "places": []}]
    measures = score_places(
        gold,
        given={},
        found={"b": [place(0, 6, PARIS)], "c": [place(0, 6, PARIS)]},
    )
    by_name = {m.name: (m.right, m.gold, m.predicted) for m in measures}
    assert by_name["found.within_161km"] == (0, 1, 1)
    assert by_name["given.within_161km"] == (0, 1, 0)
