"""Date expressions of news, each with its value and interval; published on Tuesday 5 May 2026."""

from datetime import date

import pytest

from sayso.resolve.dates import find_dates

PUBLISHED = date(2026, 5, 5)

# text, then one "expression | value | from | to" a date; "-" is an open or unknown end.
EXAMPLES: list[tuple[str, list[str]]] = [
    # Full dates
    ("The vote took place on 3 May 2026.", ["3 May 2026 | 2026-05-03 | 2026-05-03 | 2026-05-03"]),
    ("The vote took place on May 3, 2026.", ["May 3, 2026 | 2026-05-03 | 2026-05-03 | 2026-05-03"]),
    (
        "on the 3rd of May 2026",
        ["the 3rd of May 2026 | 2026-05-03 | 2026-05-03 | 2026-05-03"],
    ),
    (
        "On Monday, 4 May 2026, the bridge fell.",
        ["Monday, 4 May 2026 | 2026-05-04 | 2026-05-04 | 2026-05-04"],
    ),
    ("Sept. 11, 2001.", ["Sept. 11, 2001 | 2001-09-11 | 2001-09-11 | 2001-09-11"]),
    ("3 Mar. 2026", ["3 Mar. 2026 | 2026-03-03 | 2026-03-03 | 2026-03-03"]),
    ("Fri 1 May", ["Fri 1 May | 2026-05-01 | 2026-05-01 | 2026-05-01"]),
    ("Sat. 2 May", ["Sat. 2 May | 2026-05-02 | 2026-05-02 | 2026-05-02"]),
    (
        "the twenty-first of April",
        ["the twenty-first of April | 2026-04-21 | 2026-04-21 | 2026-04-21"],
    ),
    ("fourth of July", ["fourth of July | 2026-07-04 | 2026-07-04 | 2026-07-04"]),
    ("on 2026-05-04, it said", ["2026-05-04 | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("2026-05-04T10:30", ["2026-05-04T10:30 | 2026-05-04T10:30 | 2026-05-04 | 2026-05-04"]),
    ("on 13/05/2025", ["13/05/2025 | 2025-05-13 | 2025-05-13 | 2025-05-13"]),
    ("on 31/12/25", ["31/12/25 | 2025-12-31 | 2025-12-31 | 2025-12-31"]),
    ("on 4.5.2026", ["4.5.2026 | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    # Both orders are possible, and both lie behind: the days between are all that is known.
    ("on 04/05/2026", ["04/05/2026 | 2026 | 2026-04-05 | 2026-05-04"]),
    ("on 06/04/2026", ["06/04/2026 | 2026-04-06 | 2026-04-06 | 2026-04-06"]),
    # Days without a year
    ("It fell on 4 May.", ["4 May | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("It fell on May 4.", ["May 4 | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("It fell on 6 May.", ["6 May | 2026-05-06 | 2026-05-06 | 2026-05-06"]),
    ("Monday 4 May", ["Monday 4 May | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("They arrived on 12 June.", ["12 June | 2025-06-12 | 2025-06-12 | 2025-06-12"]),
    ("The council will meet on 12 June.", ["12 June | 2026-06-12 | 2026-06-12 | 2026-06-12"]),
    ("They were killed on 20 December.", ["20 December | 2025-12-20 | 2025-12-20 | 2025-12-20"]),
    ("It will open on 20 December.", ["20 December | 2026-12-20 | 2026-12-20 | 2026-12-20"]),
    ("He leaves office on 20 June.", ["20 June | 2026-06-20 | 2026-06-20 | 2026-06-20"]),
    ("It will be aired on 4 May.", ["4 May | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("on 29 February", ["29 February | 2024-02-29 | 2024-02-29 | 2024-02-29"]),
    # Months
    ("In November the bridge fell.", ["November | 2025-11 | 2025-11-01 | 2025-11-30"]),
    ("The summit will open in November.", ["November | 2026-11 | 2026-11-01 | 2026-11-30"]),
    ("They left in May.", ["May | 2026-05 | 2026-05-01 | 2026-05-31"]),
    ("It may rain in May.", ["May | 2026-05 | 2026-05-01 | 2026-05-31"]),
    ("the November election", ["November | 2025-11 | 2025-11-01 | 2025-11-30"]),
    ("in February 2024", ["February 2024 | 2024-02 | 2024-02-01 | 2024-02-29"]),
    ("by May 2027", ["May 2027 | 2027-05 | 2027-05-01 | 2027-05-31"]),
    ("in March of last year", ["March of last year | 2025-03 | 2025-03-01 | 2025-03-31"]),
    ("last November", ["last November | 2025-11 | 2025-11-01 | 2025-11-30"]),
    ("next May", ["next May | 2027-05 | 2027-05-01 | 2027-05-31"]),
    ("It fell last December.", ["last December | 2025-12 | 2025-12-01 | 2025-12-31"]),
    ("this June", ["this June | 2026-06 | 2026-06-01 | 2026-06-30"]),
    ("It fell in mid-April.", ["mid-April | 2026-04 | 2026-04-11 | 2026-04-20"]),
    ("It fell early in May.", ["early in May | 2026-05 | 2026-05-01 | 2026-05-10"]),
    ("It fell in late February.", ["late February | 2026-02 | 2026-02-21 | 2026-02-28"]),
    ("By the end of March, 40 had left.", ["the end of March | 2026-03 | 2026-03-21 | 2026-03-31"]),
    ("In May 20 people died.", ["May | 2026-05 | 2026-05-01 | 2026-05-31"]),
    (
        "in the last week of April",
        ["the last week of April | P1W | 2026-04-24 | 2026-04-30"],
    ),
    (
        "the first two months of 2026",
        ["the first two months of 2026 | P2M | 2026-01-01 | 2026-02-28"],
    ),
    # Years and longer
    ("in 2019", ["2019 | 2019 | 2019-01-01 | 2019-12-31"]),
    ("the accord (2019)", ["2019 | 2019 | 2019-01-01 | 2019-12-31"]),
    ("the 2008 law", ["2008 | 2008 | 2008-01-01 | 2008-12-31"]),
    ("the 2008 elections", ["2008 | 2008 | 2008-01-01 | 2008-12-31"]),
    ("the country's 2008 war", ["2008 | 2008 | 2008-01-01 | 2008-12-31"]),
    ("in mid-2025", ["mid-2025 | 2025 | 2025-05-01 | 2025-08-31"]),
    ("in early 2026", ["early 2026 | 2026 | 2026-01-01 | 2026-04-30"]),
    ("at the end of 2025", ["the end of 2025 | 2025 | 2025-09-01 | 2025-12-31"]),
    ("the 1990s", ["the 1990s | 199X | 1990-01-01 | 1999-12-31"]),
    ("in the 90s", ["the 90s | 199X | 1990-01-01 | 1999-12-31"]),
    ("the nineties", ["the nineties | 199X | 1990-01-01 | 1999-12-31"]),
    ("in the late 1980s", ["the late 1980s | 198X | 1987-01-01 | 1989-12-31"]),
    ("in the nineteenth century", ["the nineteenth century | 18XX | 1801-01-01 | 1900-12-31"]),
    ("the 21st century", ["the 21st century | 20XX | 2001-01-01 | 2100-12-31"]),
    ("in 490 BC", ["490 BC | BC0490 | - | -"]),
    ("in the 4th century BC", ["the 4th century BC | BC03 | - | -"]),
    ("1914-18", ["1914 | 1914 | 1914-01-01 | 1914-12-31", "18 | 1918 | 1918-01-01 | 1918-12-31"]),
    # Seasons, quarters, halves
    ("in the summer of 2019", ["the summer of 2019 | 2019-SU | 2019-06-01 | 2019-08-31"]),
    ("in the winter of 2013", ["the winter of 2013 | 2013-WI | 2013-12-01 | 2014-02-28"]),
    ("last winter", ["last winter | 2025-WI | 2025-12-01 | 2026-02-28"]),
    ("this spring", ["this spring | 2026-SP | 2026-03-01 | 2026-05-31"]),
    ("next summer", ["next summer | 2026-SU | 2026-06-01 | 2026-08-31"]),
    ("It began in the fall.", ["the fall | 2025-FA | 2025-09-01 | 2025-11-30"]),
    (
        "in the third quarter of 2025",
        ["the third quarter of 2025 | 2025-Q3 | 2025-07-01 | 2025-09-30"],
    ),
    ("third-quarter profits", ["third-quarter | 2025-Q3 | 2025-07-01 | 2025-09-30"]),
    ("in Q2 2026", ["Q2 2026 | 2026-Q2 | 2026-04-01 | 2026-06-30"]),
    ("the first half of 2025", ["the first half of 2025 | 2025-H1 | 2025-01-01 | 2025-06-30"]),
    (
        "in the second half of last year",
        ["the second half of last year | 2025-H2 | 2025-07-01 | 2025-12-31"],
    ),
    # Weekdays
    ("It fell on Monday.", ["Monday | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("It fell on Tuesday.", ["Tuesday | 2026-05-05 | 2026-05-05 | 2026-05-05"]),
    ("It fell on Wednesday.", ["Wednesday | 2026-04-29 | 2026-04-29 | 2026-04-29"]),
    ("Talks began Thursday.", ["Thursday | 2026-04-30 | 2026-04-30 | 2026-04-30"]),
    ("next Monday", ["next Monday | 2026-05-11 | 2026-05-11 | 2026-05-11"]),
    ("last Tuesday", ["last Tuesday | 2026-04-28 | 2026-04-28 | 2026-04-28"]),
    ("They will talk on Friday.", ["Friday | 2026-05-08 | 2026-05-08 | 2026-05-08"]),
    ("Friday's vote will decide.", ["Friday | 2026-05-08 | 2026-05-08 | 2026-05-08"]),
    (
        "Talks will resume on Friday, the minister said on Monday.",
        [
            "Friday | 2026-05-08 | 2026-05-08 | 2026-05-08",
            "Monday | 2026-05-04 | 2026-05-04 | 2026-05-04",
        ],
    ),
    ("She said on Monday it will end.", ["Monday | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("The road stays shut until Friday.", ["Friday | 2026-05-08 | - | 2026-05-08"]),
    ("Thursday last week", ["Thursday last week | 2026-04-30 | 2026-04-30 | 2026-04-30"]),
    ("Monday of next week", ["Monday of next week | 2026-05-11 | 2026-05-11 | 2026-05-11"]),
    # Times of day
    ("on Monday morning", ["Monday morning | 2026-05-04TMO | 2026-05-04 | 2026-05-04"]),
    ("on the morning of 4 May", ["the morning of 4 May | 2026-05-04TMO | 2026-05-04 | 2026-05-04"]),
    ("on the night of 3 May", ["the night of 3 May | 2026-05-03TNI | 2026-05-03 | 2026-05-03"]),
    ("Monday night's attack", ["Monday night | 2026-05-04TNI | 2026-05-04 | 2026-05-04"]),
    ("midnight on Sunday", ["midnight on Sunday | 2026-05-03TNI | 2026-05-03 | 2026-05-03"]),
    ("at 5:30 pm on Monday", ["5:30 pm on Monday | 2026-05-04T17:30 | 2026-05-04 | 2026-05-04"]),
    ("on 3 May at 6 p.m.", ["3 May at 6 p.m. | 2026-05-03T18:00 | 2026-05-03 | 2026-05-03"]),
    (
        "11 a.m. local time on Friday",
        ["11 a.m. local time on Friday | 2026-05-01T11:00 | 2026-05-01 | 2026-05-01"],
    ),
    ("at 12:30", ["12:30 | 2026-05-05T12:30 | 2026-05-05 | 2026-05-05"]),
    ("last night", ["last night | 2026-05-04TNI | 2026-05-04 | 2026-05-04"]),
    ("this morning", ["this morning | 2026-05-05TMO | 2026-05-05 | 2026-05-05"]),
    ("tonight", ["tonight | 2026-05-05TNI | 2026-05-05 | 2026-05-05"]),
    # What hangs on the day of publication
    ("today's vote", ["today | 2026-05-05 | 2026-05-05 | 2026-05-05"]),
    ("yesterday", ["yesterday | 2026-05-04 | 2026-05-04 | 2026-05-04"]),
    ("yesterday morning", ["yesterday morning | 2026-05-04TMO | 2026-05-04 | 2026-05-04"]),
    ("tomorrow", ["tomorrow | 2026-05-06 | 2026-05-06 | 2026-05-06"]),
    ("the day after tomorrow", ["the day after tomorrow | 2026-05-07 | 2026-05-07 | 2026-05-07"]),
    (
        "the day before yesterday",
        ["the day before yesterday | 2026-05-03 | 2026-05-03 | 2026-05-03"],
    ),
    ("last week", ["last week | 2026-W18 | 2026-04-27 | 2026-05-03"]),
    ("this week", ["this week | 2026-W19 | 2026-05-04 | 2026-05-10"]),
    ("next week", ["next week | 2026-W20 | 2026-05-11 | 2026-05-17"]),
    ("last month", ["last month | 2026-04 | 2026-04-01 | 2026-04-30"]),
    ("late last month", ["late last month | 2026-04 | 2026-04-21 | 2026-04-30"]),
    ("last year", ["last year | 2025 | 2025-01-01 | 2025-12-31"]),
    ("next year", ["next year | 2027 | 2027-01-01 | 2027-12-31"]),
    ("earlier this year", ["earlier this year | 2026 | 2026-01-01 | 2026-05-05"]),
    ("later this month", ["later this month | 2026-05 | 2026-05-05 | 2026-05-31"]),
    ("by the end of the year", ["the end of the year | 2026 | 2026-09-01 | 2026-12-31"]),
    ("last weekend", ["last weekend | 2026-W18-WE | 2026-05-02 | 2026-05-03"]),
    ("It fell over the weekend.", ["the weekend | 2026-W18-WE | 2026-05-02 | 2026-05-03"]),
    ("They will meet at the weekend.", ["the weekend | 2026-W19-WE | 2026-05-09 | 2026-05-10"]),
    ("two days ago", ["two days ago | 2026-05-03 | 2026-05-03 | 2026-05-03"]),
    ("three weeks ago", ["three weeks ago | 2026-W16 | 2026-04-13 | 2026-04-19"]),
    ("two months ago", ["two months ago | 2026-03 | 2026-03-01 | 2026-03-31"]),
    ("a year ago", ["a year ago | 2025 | 2025-01-01 | 2025-12-31"]),
    ("twenty-five years ago", ["twenty-five years ago | 2001 | 2001-01-01 | 2001-12-31"]),
    ("several months ago", ["several months ago | PAST_REF | - | 2026-05-05"]),
    ("8 hours ago", ["8 hours ago | 2026-05-05TXX | 2026-05-04 | 2026-05-05"]),
    ("over the past three days", ["the past three days | P3D | 2026-05-02 | 2026-05-05"]),
    ("in the last few weeks", ["the last few weeks | PXW | - | 2026-05-05"]),
    ("in the past year", ["the past year | P1Y | 2025-05-05 | 2026-05-05"]),
    ("over the next three months", ["the next three months | P3M | 2026-05-05 | 2026-08-05"]),
    ("in the coming days", ["the coming days | PXD | 2026-05-05 | -"]),
    ("in recent weeks", ["recent weeks | PXW | - | 2026-05-05"]),
    # Open intervals
    ("shelled the dam since late April", ["since late April | 2026-04-21/.. | 2026-04-21 | -"]),
    ("since 2019", ["since 2019 | 2019/.. | 2019-01-01 | -"]),
    ("since 3 May", ["since 3 May | 2026-05-03/.. | 2026-05-03 | -"]),
    ("since about mid-March", ["since about mid-March | 2026-03-11/.. | 2026-03-11 | -"]),
    ("Since Monday, nothing moved.", ["Since Monday | 2026-05-04/.. | 2026-05-04 | -"]),
    ("since the 1990s", ["since the 1990s | 199X/.. | 1990-01-01 | -"]),
    ("will last until 11 May", ["11 May | 2026-05-11 | - | 2026-05-11"]),
    ("until mid-June", ["mid-June | 2026-06 | - | 2026-06-20"]),
    # Ranges: each end is an expression of its own
    (
        "between 3 and 7 April",
        [
            "3 | 2026-04-03 | 2026-04-03 | 2026-04-03",
            "7 April | 2026-04-07 | 2026-04-07 | 2026-04-07",
        ],
    ),
    (
        "June 10 to 12, 2025",
        [
            "June 10 | 2025-06-10 | 2025-06-10 | 2025-06-10",
            "12, 2025 | 2025-06-12 | 2025-06-12 | 2025-06-12",
        ],
    ),
    (
        "from March to May 2024",
        [
            "March | 2024-03 | 2024-03-01 | 2024-03-31",
            "May 2024 | 2024-05 | 2024-05-01 | 2024-05-31",
        ],
    ),
    (
        "from November to March 2024",
        [
            "November | 2023-11 | 2023-11-01 | 2023-11-30",
            "March 2024 | 2024-03 | 2024-03-01 | 2024-03-31",
        ],
    ),
    (
        "from Monday to Friday",
        [
            "Monday | 2026-05-04 | 2026-05-04 | 2026-05-04",
            "Friday | 2026-05-08 | 2026-05-08 | 2026-05-08",
        ],
    ),
    (
        "between 2014 and 2019",
        ["2014 | 2014 | 2014-01-01 | 2014-12-31", "2019 | 2019 | 2019-01-01 | 2019-12-31"],
    ),
    # Lengths and sets
    ("for three weeks", ["three weeks | P3W | - | -"]),
    ("a four-day visit", ["four-day | P4D | - | -"]),
    ("two and a half years", ["two and a half years | P2.5Y | - | -"]),
    ("half a century", ["half a century | P0.5CE | - | -"]),
    ("a couple of days", ["a couple of days | PXD | - | -"]),
    ("three long months", ["three long months | P3M | - | -"]),
    ("for 1,460 years", ["1,460 years | P1460Y | - | -"]),
    ("within 48 hours", ["48 hours | PT48H | - | -"]),
    ("for a fortnight", ["a fortnight | P2W | - | -"]),
    ("for years", ["years | PXY | - | -"]),
    ("three days after the attack", ["three days | P3D | - | -"]),
    ("every Monday", ["every Monday | XXXX-WXX-1 | - | -"]),
    ("on Mondays", ["Mondays | XXXX-WXX-1 | - | -"]),
    ("every three months", ["every three months | P3M | - | -"]),
    ("a daily paper", ["daily | P1D | - | -"]),
    # Holidays
    ("on New Year's Day", ["New Year's Day | 2026-01-01 | 2026-01-01 | 2026-01-01"]),
    ("on New Year’s Day", ["New Year’s Day | 2026-01-01 | 2026-01-01 | 2026-01-01"]),
    ("on Christmas Eve 2025", ["Christmas Eve 2025 | 2025-12-24 | 2025-12-24 | 2025-12-24"]),
    ("at Easter", ["Easter | 2026-04-05 | 2026-04-05 | 2026-04-05"]),
    ("on Easter Monday 2026", ["Easter Monday 2026 | 2026-04-06 | 2026-04-06 | 2026-04-06"]),
    ("on Good Friday", ["Good Friday | 2026-04-03 | 2026-04-03 | 2026-04-03"]),
    ("at Orthodox Easter", ["Orthodox Easter | 2026-04-12 | 2026-04-12 | 2026-04-12"]),
    ("on Thanksgiving", ["Thanksgiving | 2025-11-27 | 2025-11-27 | 2025-11-27"]),
    # Words that point at no day
    ("It is now closed.", ["now | PRESENT_REF | - | -"]),
    ("It was recently closed.", ["recently | PAST_REF | - | -"]),
]

NO_DATE = [
    "",
    "They may march on.",
    "May I go?",
    "March on, he said.",
    "April Jones said so.",
    "He met June Carter and August Wilson.",
    "Theresa May said so. It was denied by May.",
    "It was denied by May, Ms. May said.",
    "PROTESTERS MAY MARCH",
    "the Sunday Times reported",
    "the Daily Herald and the Weekly Gazette",
    "Marr told Coast Today so.",
    "on the show Harbour News Sunday",
    "Bloody Sunday",
    "on Black Friday",
    "the Sun rose and the team Sat down",
    "the Mon people",
    "the fall of the city",
    "Prices fall and coils spring back.",
    "the Arab Spring",
    "40 Injured in blast",
    "call 555-2008-1234",
    "she is 40 years old",
    "a 12-year-old boy",
    "he was aged 12 years",
    "26 years of age",
    "He was in his forties.",
    "1,500 people and 2000 soldiers",
    "about 1939 men",
    "one of 2,000 soldiers",
    "open 24/7",
    "12 May Street",
    "version 3.11.2",
    "10.5.26",
    "on page 1999",
    "No. 1984",
    "flight 1549, Boeing 1900, Room 1945",
    "$2008 and 2008km and 2008%",
    "COVID-19 and B-52 and MH17",
    "the 7th Fleet and the 3rd Brigade",
    "the second attack was a second man's",
    "a quarter of voters, three quarters of the city",
    "they won 3:2, Genesis 1:15",
    "once in my early 20s",
    "rates in the mid-30s",
    "31/31/2025",
    "30 February 2025",
    "he was second to none at present strength",
]


def shown(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [
        f"{w.span.text} | {w.value} | {w.start or '-'} | {w.end or '-'}"
        for w in find_dates(text, published=published)
    ]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_news(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    assert shown(text) == []


def test_the_dispatch_of_the_design() -> None:
    text = (
        "Rebel forces have shelled the Orlitsa dam since late April, Interior Minister "
        "Hana Vrel said on Monday. The Southern Front denied the shelling."
    )
    assert shown(text) == [
        "since late April | 2026-04-21/.. | 2026-04-21 | -",
        "Monday | 2026-05-04 | 2026-05-04 | 2026-05-04",
    ]


def test_there_are_enough_examples() -> None:
    assert len(EXAMPLES) + len(NO_DATE) >= 150
