"""Mentions whose spans are given, and promises that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Place, paragraphs
from sayso.resolve.places import Gazetteer, find_places, open_gazetteer, resolve_mentions

PIECES = st.sampled_from(
    [
        "Kharkiv", "Aleppo", "the town of", "Orlitsa", "dam", "in", "Paris, Texas", "U.S.", "Ind.", "al-Bab", "São Paulo",
        "İzmir", "’s", "\r\n", "\n\n", "\u00a0", "🚢", "حلب", "Ḩimş", "-", "province", "said", "of", "St.", "(", ")", "Å̊",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def resolve(text: str, name: str, gazetteer: Gazetteer) -> Place | None:
    start = text.index(name)
    places = resolve_mentions(text, [(start, start + len(name))], gazetteer)
    return places[0] if places else None


@pytest.mark.parametrize(
    ("text", "name", "geonameid", "country"),
    [
        ("He left Kiev.", "Kiev", 703448, "UKR"),
        ("He left KYIV.", "KYIV", 703448, "UKR"),
        ("He left Kharkov.", "Kharkov", 706483, "UKR"),
        ("Syrian officials", "Syrian", 163843, "SYR"),
        ("the U.S. Senate", "U.S.", 6252001, "USA"),
        ("the US Senate", "US", 6252001, "USA"),
        ("a mill in Paris, Texas", "Paris", 4717560, "USA"),
        ("a mill in Paris, Texas", "Paris, Texas", 4717560, "USA"),
        ("a mill in Paris (France)", "Paris", 2988507, "FRA"),
        ("northern Syria", "northern Syria", 163843, "SYR"),
        ("the city of Aleppo", "city of Aleppo", 170063, "SYR"),
        ("Aleppo's streets", "Aleppo's", 170063, "SYR"),
        ("Pa. farmers", "Pa.", 6254927, "USA"),
        ("the state of Georgia, in the United States", "Georgia", 4197000, "USA"),
        ("Georgia and Armenia signed", "Georgia", 614540, "GEO"),
        ("Idlib province", "Idlib province", 169387, "SYR"),
        ("Kharkiv region", "Kharkiv region", 706482, "UKR"),
        ("Kharkiv Oblast", "Kharkiv Oblast", 706482, "UKR"),
        ("the airport of Kharkiv", "Kharkiv", 706483, "UKR"),
        ("Anbar province", "Anbar province", 99592, "IRQ"),
        ("Nueva Ecija", "Nueva Ecija", 1697473, "PHL"),
        ("the Turkana County hills", "Turkana County", 178914, "KEN"),
        ("Gulf of Aden", "Gulf of Aden", None, None),
        ("Middle East", "Middle East", 6269133, None),
    ],
)
def test_mentions_are_resolved(
    text: str, name: str, geonameid: int | None, country: str | None, gazetteer: Gazetteer
) -> None:
    place = resolve(text, name, gazetteer)
    assert place is not None
    assert (place.geonameid, place.country) == (geonameid, country)


@pytest.mark.parametrize("name", ["Orlitsa", "Xqzzt", "17", "in", "…"])
def test_unknown_names_are_left_out(name: str, gazetteer: Gazetteer) -> None:
    assert resolve(f"before {name} after", name, gazetteer) is None


def test_a_name_means_one_place_throughout_a_text(gazetteer: Gazetteer) -> None:
    text = "Springfield is quiet. The fair in Springfield, Ohio, begins today."
    spans = [(0, 11), (34, 45)]
    first, second = resolve_mentions(text, spans, gazetteer)
    assert first.geonameid == second.geonameid == 4525353


def test_a_county_lies_among_its_towns(gazetteer: Gazetteer) -> None:
    place = resolve("Rapides Parish in Louisiana", "Rapides Parish", gazetteer)
    assert place is not None
    assert (place.country, place.geonameid, place.precision.value) == ("USA", 4338356, "region")
    assert place.lat == pytest.approx(31.2, abs=0.5)
    assert place.lon == pytest.approx(-92.5, abs=0.5)


@pytest.mark.parametrize(
    ("state", "geonameid"), [("Kentucky", 4299665), ("Alabama", 4074277), ("Ohio", 4517365)]
)
def test_counties_of_one_name_are_told_apart_by_their_state(
    state: str, geonameid: int, gazetteer: Gazetteer
) -> None:
    place = resolve(f"a mill in Madison County, {state}", "Madison County", gazetteer)
    assert place is not None
    assert place.geonameid == geonameid


def test_a_span_of_blanks_is_refused(gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="no text"):
        resolve_mentions("a   b", [(1, 3)], gazetteer)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_places_quote_the_text_and_do_not_overlap(text: str) -> None:
    places = find_places(ParsedText(text, paragraphs(text), english_parser()), open_gazetteer())
    for place in places:
        assert place.span.quotes(text)
        assert (place.lat is None) == (place.lon is None)
    for left, right in pairwise(places):
        assert left.span.end <= right.span.start


@settings(max_examples=120, deadline=None)
@given(TEXTS, st.data())
def test_mentions_anywhere_quote_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip():
        return
    for place in resolve_mentions(text, [(start, end)], open_gazetteer()):
        assert place.span.quotes(text)
        assert start <= place.span.start < place.span.end <= end


@pytest.mark.parametrize(
    "text", ["A" * 200_000, "A " * 20_000, "'" * 50_000, "St." * 20_000, "a, " * 20_000]
)
def test_long_nonsense_is_read_through(text: str, gazetteer: Gazetteer) -> None:
    assert len(resolve_mentions(text, [(0, len(text))], gazetteer)) <= 1
