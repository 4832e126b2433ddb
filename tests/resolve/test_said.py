"""When statements were made; each article is of Tuesday 5 May 2026."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import read_marked

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Manner, Said, SaidBasis, paragraphs, span_of
from sayso.resolve.dates import find_dates
from sayso.resolve.said import said_when

PUBLISHED = date(2026, 5, 5)
BY_ARTICLE = Said(None, None, PUBLISHED, SaidBasis.ARTICLE)


def said(marked: str, published: date | None = PUBLISHED) -> Said | None:
    parsed, attributions, index = read_marked(marked)
    dates = find_dates(parsed.text, published=published, blocks=parsed.blocks)
    return said_when(parsed, attributions[index], dates, published=published)


# marked text, the date's words, the day (or first and last day)
SENTENCE = [
    ("[T Rebel forces have shelled the dam since late April], [S Minister Hana Vrel] [C said] on Monday.", "Monday", "2026-05-04"),
    ("[S Vrel] [C said] Monday [T the dam had held].", "Monday", "2026-05-04"),
    ("[S Vrel] [C said] on Monday [T that troops had entered on Sunday].", "Monday", "2026-05-04"),
    ("[S Vrel] [C said] late on Sunday [T that troops had entered].", "Sunday", "2026-05-03"),
    ("On Sunday, [S Vrel] [C said] [T the dam had held].", "Sunday", "2026-05-03"),
    ("On Sunday [S the Front] [C denied] [T the shelling].", "Sunday", "2026-05-03"),
    ("Late on Sunday, [S the Front] [C denied] [T the shelling].", "Sunday", "2026-05-03"),
    ("Asked on Monday about the dam, [S Front spokesman Ivo Marr] [C declined to comment] [T on the shelling].", "Monday", "2026-05-04"),
    ("[S Marr] [C told] reporters on Sunday [T that no order was given].", "Sunday", "2026-05-03"),
    ("[S Marr] [C told] the assembly last week [T that no order was given].", "last week", "2026-04-27/2026-05-03"),
    ("In a statement on 3 May, [S the ministry] [C said] [T the bridge was closed].", "3 May", "2026-05-03"),
    ("[S The ministry] [C said] in a statement on 3 May [T that the bridge was closed].", "3 May", "2026-05-03"),
    ("Speaking on Saturday in the capital, [S Vrel] [C said] [T the bridge was closed].", "Saturday", "2026-05-02"),
    ("“[T The bridge is closed],” [S Vrel] [C said] on Saturday.", "Saturday", "2026-05-02"),
    ("“[T The bridge is closed],” [C said] [S Hana Vrel], the interior minister, on Saturday.", "Saturday", "2026-05-02"),
    ("“[T The bridge is closed],” [S Vrel] [C wrote] on 2 May 2026.", "2 May 2026", "2026-05-02"),
    ("[S Vrel] [C said] this week [T that the bridge was closed].", "this week", "2026-05-04/2026-05-05"),
    ("[S Vrel] [C announced] yesterday [T that the bridge would open on Friday].", "yesterday", "2026-05-04"),
    ("[S The Front] [C denied] on Saturday [T it had shelled the dam on Friday].", "Saturday", "2026-05-02"),
    ("[S Vrel] [C said] in April [T that the bridge would close].", "April", "2026-04-01/2026-04-30"),
    ("[S The ministry] on Monday [C denied] [T that the bridge was closed].", "Monday", "2026-05-04"),
    ("[S Vrel] on Monday [C accused] [S2 the Front] of [T shelling the dam on Sunday].", "Monday", "2026-05-04"),
    ("[S Vrel], speaking on Saturday, [C said] [T the bridge was closed].", "Saturday", "2026-05-02"),
    ("[S Vrel] [C said] in an interview published on Sunday [T that the bridge was closed].", "Sunday", "2026-05-03"),
    ("[C According to] [S a report released on Monday], [T the bridge was closed].", "Monday", "2026-05-04"),
    ("[S The Front], in a post on Sunday, [C denied] [T the shelling].", "Sunday", "2026-05-03"),
    ("At a news conference on Sunday, [S Vrel] [C called] [T the shelling a crime].", "Sunday", "2026-05-03"),
    ("[T The bridge was closed], [S the ministry] [C said] in a statement released late on Sunday.", "Sunday", "2026-05-03"),
    ("[S The ministry] [C confirmed] Thursday [T the closure of the bridge].", "Thursday", "2026-04-30"),
    ("[S Vrel] [C told] the assembly on Monday, a day after the shelling, [T that the dam had held].", "Monday", "2026-05-04"),
    ("[S He] [C added] on Monday [T that the dam had held].", "Monday", "2026-05-04"),
    ("The dam had held, [S Vrel] said on Monday, [C warning] [T that it would break].", "Monday", "2026-05-04"),
    ("[S Vrel] demanded on Sunday that they leave, and [C denied] [T the shelling].", "Sunday", "2026-05-03"),
    ("[S The Coast Guard] on Monday raised the toll and [C said] [T the ship was full].", "Monday", "2026-05-04"),
    ("Shown a transcript on Sunday, [S Oakes] [C said] [T he stood by his words].", "Sunday", "2026-05-03"),
    ("On Friday Health Minister [S Koray] [C confirmed] [T the tests].", "Friday", "2026-05-01"),
]  # fmt: skip

NOT_THEIR_OWN = [
    "[S The Southern Front] [C denied] [T the shelling].",
    "[S Vrel] [C said] [T that on Monday troops entered the town].",
    "[S Vrel] [C said] [T Monday's attack killed nobody].",
    "[S Vrel] [C said] [T troops entered on Monday].",
    "[T Troops entered on Monday], [S Vrel] [C said].",
    "[S Vrel, who was appointed on Monday], [C said] [T the dam had held].",
    "After troops entered the town on Sunday, [S Vrel] [C said] [T the dam had held].",
    "[S A survivor of Monday's attack] [C said] [T the dam had held].",
    "[S Vrel] will [C say] on Friday [T that the dam has held].",
    "[S Vrel] [C said] in 2014 [T that the dam was old].",
    "[S Vrel] has [C said] for three weeks [T that the dam is old].",
    "[S Vrel] [C said] every Monday [T that the dam was old].",
    "Since Monday [S Vrel] has [C said] [T that the dam is old].",
    "[S Vrel] [C said] [T the dam had held]. It broke on Monday.",
    "[S Residents who fled on Monday] [C said] [T the dam had held].",
    "[T The dam had held], [S Vrel] [C said], as troops entered the town on Sunday.",
    "[T The dam had held], [S Vrel] [C said], referring to the attack on Sunday.",
    "[S Vrel] [C denied] the attack on Sunday [T was planned].",
    "When troops came on Sunday, [S the mayor] [C said] [T the dam had held].",
    "[S Vrel], 52, who took office last week, [C said] [T the dam had held].",
    "[S The 3 May committee] [C said] [T the dam had held].",
    "Marr left on Monday because [S Vrel] [C said] [T the dam had held].",
    "Troops left on Sunday as [S the mayor] refused to [C discuss] [T the dam].",
]

BEFORE = [
    ("Vrel told reporters on Monday that the dam had held. “[T It is safe],” [S she] [C said].", "Monday"),
    ("Hana Vrel spoke to reporters on Monday. [S Vrel] [C said] [T the dam was safe].", "Monday"),
]  # fmt: skip

NOT_BEFORE = [
    "Troops entered the town on Monday. [S Vrel] [C said] [T the dam was safe].",
    "Marr spoke to reporters on Monday. [S Vrel] [C said] [T the dam was safe].",
    "Vrel told reporters that troops had entered on Monday. “[T It is safe],” [S she] [C said].",
    "Vrel told reporters on Monday that the dam had held. ¶ “[T It is safe],” [S she] [C said].",
]


@pytest.mark.parametrize(("marked", "words", "days"), SENTENCE)
def test_its_own_sentence(marked: str, words: str, days: str) -> None:
    first, _, last = days.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    assert said(marked) == Said(words, start, end, SaidBasis.SENTENCE)


@pytest.mark.parametrize("marked", NOT_THEIR_OWN)
def test_dates_that_do_not_date_the_saying(marked: str) -> None:
    assert said(marked) == BY_ARTICLE


@pytest.mark.parametrize(("marked", "words"), BEFORE)
def test_the_sentence_before(marked: str, words: str) -> None:
    monday = date(2026, 5, 4)
    assert said(marked) == Said(words, monday, monday, SaidBasis.BEFORE)


@pytest.mark.parametrize("marked", NOT_BEFORE)
def test_not_the_sentence_before(marked: str) -> None:
    assert said(marked) == BY_ARTICLE


@pytest.mark.parametrize(
    "marked",
    [
        "The mayor mocked [S Vrel]'s [C claim] [T that the dam had held].",
        "[S The government] [C has said] in the past [T that it would not bargain].",
    ],
)
def test_no_day_is_known_of_what_is_only_named(marked: str) -> None:
    assert said(marked) is None


def test_nothing_is_known() -> None:
    assert said("[S The Front] [C denied] [T the shelling].", published=None) is None


def test_a_full_date_needs_no_publication() -> None:
    day = date(2026, 5, 3)
    expected = Said("3 May 2026", day, day, SaidBasis.SENTENCE)
    assert said("[S Vrel] [C said] on 3 May 2026 [T it held].", published=None) == expected


PARSER = english_parser()


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=60), st.data())
def test_any_text(text: str, data: st.DataObject) -> None:
    text += " said on Monday 🕊️ that it held"
    ends = st.integers(0, len(text))
    pieces = []
    for _ in range(3):
        start, end = sorted((data.draw(ends), data.draw(ends)))
        pieces.append((span_of(text, start, end),) if text[start:end].strip() else ())
    content = pieces[2] or (span_of(text, 0, len(text)),)
    attribution = Attribution(pieces[0], pieces[1], content, Manner.INDIRECT)
    parsed = ParsedText(text, paragraphs(text), PARSER)
    found = said_when(
        parsed, attribution, find_dates(text, published=PUBLISHED), published=PUBLISHED
    )
    if found is None:
        assert attribution.cue
        return
    assert found.text is None or found.text in text
    assert found.end is not None
    assert found.end <= PUBLISHED
