"""News passages with gold TIMEX3 spans and values, as newswire is annotated."""

import pytest
from date_gold import passages

from sayso.bench.dates import score_dates
from sayso.resolve.dates import find_dates


@pytest.mark.parametrize(
    ("file", "least", "span", "value"),
    [
        ("dates_gold_news.txt", 150, 0.98, 0.97),
        ("dates_gold_wire.txt", 60, 0.98, 0.93),
        ("dates_gold_long.txt", 30, 0.98, 0.95),
        ("dates_gold_stranger.txt", 30, 0.97, 0.91),
    ],
)
def test_news_reaches(file: str, least: int, span: float, value: float) -> None:
    gold = passages(file)
    assert len(gold) >= least
    predicted = {
        line["id"]: [
            {"start": when.span.start, "end": when.span.end, "value": when.value}
            for when in find_dates(line["text"], published=line["published"], timex3=True)
        ]
        for line in gold
    }
    found = {measure.name: measure for measure in score_dates(gold, predicted)}
    assert found["span.relaxed"].f1 >= span
    assert found["value"].f1 >= value
