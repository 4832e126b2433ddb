"""``sayso bench dates`` and ``sayso bench places`` on small corpora with known answers."""

from __future__ import annotations

import json
import re

import pytest

TEXT = "The Orlitsa dam fell on Monday. In 2019 it was repaired. Work took long."
PLACES = "Officials in Geneva and Nairobi said the road to Orlitsa was shut."


def at(text, quote, **more):
    return {"start": text.index(quote), "end": text.index(quote) + len(quote), **more}


DATES = {
    "id": "dam",
    "text": TEXT,
    "published": "2026-05-05",
    "dates": [
        at(TEXT, "Monday", value="2026-05-04", type="DATE"),
        at(TEXT, "2019", value="2018"),
        at(TEXT, "long", value="PXM"),
    ],
}
TOWNS = {
    "id": "road",
    "text": PLACES,
    "places": [
        at(PLACES, "Geneva", lat=46.2, lon=6.15),
        # Gold that lies elsewhere.
        at(PLACES, "Nairobi", lat=50, lon=6.1),
    ],
}


@pytest.fixture
def corpus(tmp_path):
    def write(*lines):
        path = tmp_path / "corpus.jsonl"
        path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        return path

    return write


def cells(out):
    rows = [[c.strip() for c in line.strip("│").split("│")] for line in out.splitlines()]
    return {row[0]: row[1:] for row in rows if len(row) > 1}


def test_dates_prints_scores_and_speed(sayso, corpus):
    ran = sayso("bench", "dates", corpus(DATES))
    assert (ran.code, ran.err) == (0, "")
    rows = cells(ran.out)
    assert rows["span.relaxed"][3:] == ["2", "3", "2"]
    assert rows["span.exact"][3:] == ["2", "3", "2"]
    assert rows["value"] == ["0.500", "0.333", "0.400", "1", "3", "2"]
    speed = re.search(r"Speed: ([\d,]+) tokens per CPU-second", ran.out)
    assert int(speed[1].replace(",", "")) > 0


def test_dates_compares_plain_timex3_values(sayso, corpus):
    text = "They have shelled the dam since late April."
    gold = {"id": 1, "text": text, "published": "2026-05-05"}
    gold["dates"] = [at(text, "late April", value="2026-04")]
    rows = cells(sayso("bench", "dates", corpus(gold)).out)
    assert rows["value"][3:] == ["1", "1", "1"]


def test_places_prints_scores_speeds_and_memory(sayso, corpus):
    ran = sayso("bench", "places", corpus(TOWNS))
    assert (ran.code, ran.err) == (0, "")
    rows = cells(ran.out)
    assert rows["given.within_161km"][3:] == ["1", "2", "2"]
    right, gold, predicted = map(int, rows["found.within_161km"][3:])
    assert (right, gold) == (1, 2)
    assert predicted >= 2
    assert rows["finding places over the parse"]
    assert rows["resolving the given mentions"]
    assert rows["spaCy's small pipeline alone"][1] == "1.00"
    assert "Peak memory" in ran.out


@pytest.mark.parametrize(
    ("name", "good", "bad", "word"),
    [
        ("dates", DATES, {"text": TEXT, "dates": []}, '"id"'),
        ("dates", DATES, {"id": 2, "text": TEXT}, '"dates"'),
        ("dates", DATES, {"id": 2, "text": TEXT, "dates": [7]}, "object"),
        ("dates", DATES, DATES | {"id": 2, "published": "soon"}, '"published"'),
        ("dates", DATES, DATES, "given before"),
        (
            "dates",
            DATES,
            {"id": 2, "text": TEXT, "dates": [{"start": 5, "end": 5, "value": "2019"}]},
            "date [5, 5]",
        ),
        ("dates", DATES, {"id": 2, "text": TEXT, "dates": [{"start": 1, "end": 5}]}, '"value"'),
        ("places", TOWNS, {"id": 2, "text": TEXT}, '"places"'),
        ("places", TOWNS, {"id": 2, "text": TEXT, "places": [{"start": 1}]}, "place [1, None]"),
        (
            "places",
            TOWNS,
            {"id": 2, "text": TEXT, "places": [{"start": 4, "end": 11, "lat": 91, "lon": 0}]},
            '"lat"',
        ),
        (
            "places",
            TOWNS,
            {"id": 2, "text": TEXT, "places": [{"start": 4, "end": 11, "lat": 9, "lon": None}]},
            '"lon"',
        ),
    ],
)
def test_a_line_that_cannot_be_scored_is_named_and_left_out(sayso, corpus, name, good, bad, word):
    ran = sayso("bench", name, corpus(bad, good) if bad is not good else corpus(good, bad))
    assert ran.code == 1
    (complaint,) = ran.err.splitlines()
    assert word in complaint
    gold = {"dates": "value", "places": "found.within_161km"}[name]
    assert int(cells(ran.out)[gold][4]) == len(good[name])


@pytest.mark.parametrize("name", ["dates", "places"])
def test_a_corpus_with_nothing_to_score_says_what_a_line_is(sayso, corpus, name):
    ran = sayso("bench", name, corpus({"id": 1}))
    assert (ran.code, ran.out) == (1, "")
    assert f'"{name}"}}' in ran.err
