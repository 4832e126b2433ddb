"""What dates hang on: the date told last, the publication, the paragraph, the caption."""

from datetime import date

import pytest

from sayso.model import Block, BlockKind, join_blocks
from sayso.resolve.dates import find_dates

PUBLISHED = date(2026, 5, 5)


def values(
    text: str, published: date | None = PUBLISHED, blocks: tuple[Block, ...] = ()
) -> list[str]:
    return [when.value for when in find_dates(text, published=published, blocks=blocks)]


TOLD = "On 12 April the siege began. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two days later it ended.", "2026-04-14"),
        ("Three days earlier talks had failed.", "2026-04-09"),
        ("Three weeks earlier talks had failed.", "2026-W12"),
        ("A month later it ended.", "2026-05"),
        ("The next day it ended.", "2026-04-13"),
        ("The following day it ended.", "2026-04-13"),
        ("The previous day talks failed.", "2026-04-11"),
        ("The day before, talks failed.", "2026-04-11"),
        ("The following week it ended.", "2026-W16"),
        ("That same day it rained.", "2026-04-12"),
        ("Later that month it ended.", "2026-04"),
        ("That evening it rained.", "2026-04-12TEV"),
        ("The next morning it rained.", "2026-04-13TMO"),
        ("On the 20th it ended.", "2026-04-20"),
        ("The next Friday it ended.", "2026-04-17"),
        ("At that time nobody knew.", "PAST_REF"),
    ],
)
def test_hangs_on_the_told_date(text: str, value: str) -> None:
    assert values(TOLD + text) == ["2026-04-12", value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two days ago it ended.", "2026-05-03"),
        ("Last week it ended.", "2026-W18"),
        ("On Monday it ended.", "2026-05-04"),
        ("Yesterday it ended.", "2026-05-04"),
        ("In November it ended.", "2025-11"),
    ],
)
def test_hangs_on_the_publication(text: str, value: str) -> None:
    assert values(TOLD + text) == ["2026-04-12", value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two days later it ended.", "XXXX-XX-XX"),
        ("The following year it ended.", "XXXX"),
        ("A few days later it ended.", "FUTURE_REF"),
    ],
)
def test_nothing_told_is_not_guessed(text: str, value: str) -> None:
    (when,) = find_dates(text, published=PUBLISHED)
    assert (when.value, when.start, when.end) == (value, None, None)


def test_a_year_says_nothing_of_days() -> None:
    assert values("In 2019 it began. Two days later it ended.") == ["2019", "XXXX-XX-XX"]
    assert values("In 2019 it began. The following year it ended.") == ["2019", "2020"]


def test_a_distant_year_rules_its_paragraph_only() -> None:
    text = (
        "In 2014 war broke out. In April troops entered.\n\nOn Monday he left. In March she came."
    )
    assert values(text) == ["2014", "2014-04", "2026-05-04", "2026-03"]


def test_since_a_distant_year_does_not_take_the_story_there() -> None:
    assert values("Since 2014 war has gone on. In April it ended.") == ["2014/..", "2026-04"]


def test_a_weekday_brings_the_story_back() -> None:
    text = "War broke out in 2014. On Monday it ended. In April talks began."
    assert values(text) == ["2014", "2026-05-04", "2026-04"]


HISTORY = (
    "The war began on 3 May 1866. In June the town fell. By late December 1866 the river froze. "
    "In February an armistice was signed, and on 10 March 1867 the army left. Two days later "
    "the town was retaken. The following year it was rebuilt, and today it has a museum."
)


def test_a_history_hangs_on_what_it_told() -> None:
    assert values(HISTORY) == [
        "1866-05-03",
        "1866-06",
        "1866-12",
        "1867-02",
        "1867-03-10",
        "1867-03-12",
        "1868",
        "PRESENT_REF",
    ]


def test_without_a_publication_the_text_is_all_there_is() -> None:
    assert values("On Monday he left.", published=None) == ["XXXX-WXX-1"]
    assert values("Yesterday he left in May.", published=None) == ["XXXX-XX-XX", "XXXX-05"]
    assert values("In May 2019 it began. In June it ended.", published=None) == [
        "2019-05",
        "2019-06",
    ]


def test_a_caption_keeps_its_date_to_itself() -> None:
    text, blocks = join_blocks(
        [
            (BlockKind.BODY, "On 12 April the siege began."),
            (BlockKind.CAPTION, "The dam on 1 March. Two days later, at 5 pm, it broke."),
            (BlockKind.BODY, "Two days later it ended."),
        ]
    )
    assert values(text, blocks=blocks) == [
        "2026-04-12",
        "2026-03-01",
        "2026-03-03T17:00",
        "2026-04-14",
    ]


def test_expressions_never_run_over_a_paragraph() -> None:
    text = "He left on 4\n\nMay 2026 was dry."
    assert [w.span.text for w in find_dates(text, published=PUBLISHED)] == ["May 2026"]


def test_a_day_earlier_hangs_on_the_publication_where_only_a_year_is_told() -> None:
    assert values("It rose in 2026. A day earlier it had fallen.") == ["2026", "2026-05-04"]
    assert values("In 2019 it rose. A day earlier it had fallen.") == ["2019", "XXXX-XX-XX"]


def test_a_year_earlier_is_a_quarter_beside_a_quarter() -> None:
    assert values("Profit rose in the first quarter, from a loss a year earlier.") == [
        "2026-Q1",
        "2025-Q1",
    ]
    assert values("Profit rose in 2025, from a loss a year earlier.") == ["2025", "2024"]


def test_a_time_of_day_hangs_on_a_told_day_only() -> None:
    assert values("It was calm on Monday. It began at 9 p.m.")[-1] == "2026-05-04T21:00"
    assert values("It was calm in 2024. It began at 9 p.m.")[-1] == "2026-05-05T21:00"


def test_a_year_to_come_does_not_take_the_story_there() -> None:
    assert values("It shuts by March 2029. It had opened on April 26.")[-1] == "2026-04-26"
    assert values("It shut by March 2019. It had opened on April 26.")[-1] == "2019-04-26"
