"""Days that a speaker's next statements share; each article is of Tuesday 5 May 2026."""

from datetime import date

import pytest
from marked_text import read_marked

from sayso.model import Said, SaidBasis
from sayso.resolve.carried import carry_days
from sayso.resolve.dates import find_dates
from sayso.resolve.parties import find_parties, make_sides
from sayso.resolve.said import said_when

PUBLISHED = date(2026, 5, 5)
MONDAY = date(2026, 5, 4)
BY_ARTICLE = Said(None, None, PUBLISHED, SaidBasis.ARTICLE)


def said(marked: str) -> Said | None:
    parsed, attributions, index = read_marked(marked)
    dates = find_dates(parsed.text, published=PUBLISHED, blocks=parsed.blocks)
    saids = [said_when(parsed, a, dates, published=PUBLISHED) for a in attributions]
    parties = find_parties(parsed, attributions, make_sides({}))
    return carry_days(parsed, attributions, parties, saids)[index]


FIRST = "[S2 Interior Minister Hana Vrel] [C2 said] on Monday [T2 that the dam had held]. "
MINISTRY = "[S2 The Interior Ministry] [C2 denied] on Monday [T2 that the dam had leaked]. "

CARRIED = [
    FIRST + "[S Vrel] [C told] reporters [T that it was safe].",
    FIRST + "¶ [S Vrel] [C told] reporters [T that it was safe].",
    FIRST + "¶ “[T It is safe],” [S the minister] [C said].",
    MINISTRY + "¶ “[T It is safe],” [S Interior Ministry spokeswoman Lena Okafor] [C said].",
]

NOT_CARRIED = [
    FIRST + "¶ [S Vrel] [C says] [T it is safe].",
    FIRST + "¶ [S Vrel] [C had said] [T it was safe].",
    FIRST + "¶ [S Ivo Marr] [C said] [T it was safe].",
    FIRST + "¶ The river rose. ¶ [S Vrel] [C told] reporters [T that it was safe].",
    FIRST + "[S3 Ivo Marr] [C3 denied] [T3 it]. [S Vrel] [C told] reporters [T that it was safe].",
    MINISTRY + "¶ “[T It is safe],” [S army spokeswoman Lena Okafor] [C said].",
    "[S2 Ivo Marr, who] [C2 said] on Monday [T2 it was safe], was there. ¶ [S Vrel] [C told] us [T so].",
]


@pytest.mark.parametrize("marked", CARRIED)
def test_the_same_speaker_goes_on(marked: str) -> None:
    assert said(marked) == Said("Monday", MONDAY, MONDAY, SaidBasis.BEFORE)


@pytest.mark.parametrize("marked", NOT_CARRIED)
def test_another_day_may_be_meant(marked: str) -> None:
    assert said(marked) == BY_ARTICLE
