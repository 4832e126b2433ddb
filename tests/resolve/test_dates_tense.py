"""Which side of its publication a day of the news lies on; published on Friday 22 March 2013."""

from datetime import date

import pytest

from sayso.resolve.dates import find_dates

PUBLISHED = date(2013, 3, 22)
LAST, NEXT = "2013-03-20", "2013-03-27"


def last_value(text: str) -> str:
    return find_dates(text, published=PUBLISHED)[-1].value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # A participle after "be" tells no past.
        ("The result will be announced on Wednesday.", NEXT),
        ("It is expected to be named on Wednesday.", NEXT),
        ("The book will not be published before Wednesday.", NEXT),
        ("The result was announced on Wednesday.", LAST),
        ("The result had been announced on Wednesday.", LAST),
        # "is to", "agreed to", "plans to"; not "is to Paris", nor the plan.
        ("The envoy is to meet the king on Wednesday.", NEXT),
        ("They agreed to meet on Wednesday.", NEXT),
        ("They agreed on Wednesday.", LAST),
        ("The firm plans to open on Wednesday.", NEXT),
        ("Voters rejected the plan on Wednesday.", LAST),
        ("His only trip is to Paris, a spokesman said on Wednesday.", LAST),
        ("Talks are set to begin on Wednesday.", NEXT),
        ("He set a record on Wednesday.", LAST),
        ("Rain is forecast for Wednesday.", NEXT),
        ("The bank cut its forecast on Wednesday.", LAST),
        ("Talks had been due on Wednesday.", LAST),
        ("Talks are due on Wednesday.", NEXT),
        ("She will have surgery on Wednesday.", NEXT),
        ("She said they have had surgery on Wednesday.", LAST),
        ("The final is on Wednesday.", NEXT),
        ("The focus is on Wednesday's final, which he won.", LAST),
        ("They could return home by Wednesday.", NEXT),
        ("He could not be reached on Wednesday.", LAST),
        ("Families may be home as early as Wednesday.", NEXT),
        ("They had been warned as early as Wednesday.", LAST),
        ("Residents were asked to stay at home until noon Wednesday.", f"{NEXT}T12:00"),
        ("New rules take effect on Wednesday.", NEXT),
        ("The plan took effect on Wednesday.", LAST),
        # The plain present of what is on a timetable.
        ("Polling stations open on Wednesday.", NEXT),
        ("Ministers meet on Wednesday.", NEXT),
        ("The ultimatum runs out on Wednesday.", NEXT),
        ("Since the start on Wednesday, 40 have left.", LAST),
        ("Officials said ministers meet rarely, and shots were fired on Wednesday.", LAST),
        # "until" after what was put off, and after "will stay closed".
        ("The vote was postponed until Wednesday.", NEXT),
        ("The pass will stay closed until Wednesday.", NEXT),
        ("He was held in a cell until Wednesday.", LAST),
        ("The vote was postponed on Wednesday.", LAST),
        ("The bank has been closed until Wednesday.", NEXT),
        ("They had until Wednesday to reply.", NEXT),
        ("They had fought until Wednesday.", LAST),
        ("It fails unless a deal is reached by Wednesday.", NEXT),
        # What is traded.
        ("Crude for May delivery fell.", "2013-05"),
        ("Crude fell in May.", "2012-05"),
        # News that told of years ago looks ahead again.
        ("The chief, who joined in September 2008, will leave in May.", "2013-05"),
        ("The chief joined in September 2008 and left in October.", "2008-10"),
    ],
)
def test_tense_decides(text: str, value: str) -> None:
    assert last_value(text) == value
