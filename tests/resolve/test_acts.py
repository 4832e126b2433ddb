from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked_text import gold_lines, read_marked

from sayso.language.en.plain import compile_patterns
from sayso.language.en.tables import load_table
from sayso.language.parsed import ParsedText
from sayso.model import Act, Attribution, Manner, paragraphs, span_of
from sayso.resolve.acts import classify_act

HERE = Path(__file__).parent
PARTS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh"),
)
QUOTES = "\"“‘'"


def act_of(marked: str) -> Act:
    parsed, attributions, index = read_marked(marked)
    attribution = attributions[index]
    quoted = [span.text[0] in QUOTES for span in attribution.content]
    manner = Manner.DIRECT if all(quoted) else Manner.MIXED if any(quoted) else Manner.INDIRECT
    return classify_act(parsed, replace(attribution, manner=manner))


@lru_cache
def examples(part: str) -> tuple[tuple[str, str], ...]:
    return tuple(gold_lines((HERE / f"acts_gold_{part}.txt").read_text("utf-8")))


def unparsed(text: str) -> ParsedText:
    def no_parser(*_: object) -> None:
        raise AssertionError("acts are read without a parse")

    return ParsedText(text, paragraphs(text), no_parser)  # type: ignore[arg-type]


@pytest.mark.parametrize("part", PARTS)
def test_gold_examples(part: str) -> None:
    wrong = [
        f"{marked} => {gold}, not {act_of(marked).value}"
        for marked, gold in examples(part)
        if act_of(marked).value != gold
    ]
    assert len(wrong) <= 0.03 * len(examples(part)), "\n".join(wrong)


def test_gold_covers_every_act() -> None:
    counted = Counter(gold for part in PARTS for _, gold in examples(part))
    assert set(counted) == {act.value for act in Act}
    assert min(counted.values()) >= 20
    assert sum(counted.values()) >= 400


@pytest.mark.parametrize(
    ("marked", "act", "near_miss", "other"),
    [
        ("[S X] [C denied] [T it].", Act.DENY, "[S X] [C did not deny] [T it].", Act.EVADE),
        (
            "[S X] [C confirmed] [T it].",
            Act.CONFIRM,
            "[S X] [C has yet to confirm] [T it].",
            Act.EVADE,
        ),
        (
            "[S X] [C believes] [T it].",
            Act.BELIEVE,
            "[S X] [C does not believe] [T it].",
            Act.DOUBT,
        ),
        (
            "[S X] [C ruled out] [T talks].",
            Act.REJECT,
            "[S X] [C did not rule out] [T talks].",
            Act.EVADE,
        ),
        (
            "[S X] [C ruled out] [T talks].",
            Act.REJECT,
            "[S X] [C ruled out] [T sabotage].",
            Act.DENY,
        ),
        (
            "[S X] [C refused] [T to leave].",
            Act.REJECT,
            "[S X] [C refused] [T to comment].",
            Act.EVADE,
        ),
        (
            "[S X] [C condemned] [T the raid].",
            Act.ACCUSE,
            "[S X] [C condemned] [T the plan].",
            Act.REJECT,
        ),
        (
            "[S X] [C promised] [T help].",
            Act.OFFER,
            "[S X] [C promised] [T revenge].",
            Act.THREATEN,
        ),
        (
            "[S X] [C warned] [T of a flood].",
            Act.ASSERT,
            "[S X] [C warned] [T of reprisals].",
            Act.THREATEN,
        ),
        (
            "[S X] [C denied] [T the charge].",
            Act.DENY,
            "[S X] [C repeated the charge] [T of theft].",
            Act.ACCUSE,
        ),
        (
            "[S X] [C apologised for] [T it].",
            Act.ADMIT,
            "[S X] [C refused to apologise for] [T it].",
            Act.REJECT,
        ),
        (
            "[S X] [C said] [T they were behind the raid].",
            Act.ADMIT,
            "[S X] [C said] [T Zemland was behind the raid].",
            Act.ACCUSE,
        ),
        (
            "[S X] [C said] [T its men had not fired].",
            Act.DENY,
            "[S X] [C said] [T its men were not hungry].",
            Act.ASSERT,
        ),
        (
            'Asked if it was his, [S X] [C said]: [T "No."]',
            Act.DENY,
            'Asked if it was his, [S X] [C said]: [T "Yes."]',
            Act.CONFIRM,
        ),
        (
            "Asked whether he would stand, [S X] [C said] [T he would].",
            Act.CONFIRM,
            "Asked whether he would stand, [S X] [C said] [T he would not].",
            Act.DENY,
        ),
    ],
)
def test_near_misses(marked: str, act: Act, near_miss: str, other: Act) -> None:
    assert act_of(marked) is act
    assert act_of(near_miss) is other


@pytest.mark.parametrize(
    ("marked", "act"),
    [
        ("[S X] [C walked back] [T the remark].", Act.DENY),
        ("[S X] [C did not walk back] [T the remark].", Act.EVADE),
        ("[S X] [C walked back] [T the pledge to build].", Act.REJECT),
        ("[S X] [C owned up to] [T the theft].", Act.ADMIT),
        ("[S X] [C refused to own up to] [T the theft].", Act.REJECT),
        ("[S X] [C failed to come clean about] [T the theft].", Act.EVADE),
        ("[S X] [C expressed no regret for] [T it].", Act.REJECT),
        ("[S X] [C has yet to endorse] [T the plan].", Act.EVADE),
        ("[S X] [C hit back at] [T the claim of fraud].", Act.DENY),
        ("[S X] [C hit back], [T saying the talks were over].", Act.ASSERT),
        ("[S X] [C made clear] [T that the talks were over].", Act.ASSERT),
        ("[S X] [C made clear] [T that it would not accept the deal].", Act.REJECT),
        ("[S X] [C poured cold water on] [T the plan].", Act.REJECT),
        ("[S X] [C poured cold water on] [T the rumour].", Act.DENY),
        ("[S X] [C sought to deny] [T it].", Act.DENY),
        ("[S X] [C sought] [T to deny it].", Act.WANT),
        ("[S Neither side] [C has admitted] [T it].", Act.EVADE),
        ("[S Neither embassy] [C would discuss] [T the swap].", Act.EVADE),
        ("[S Few] [C doubt] [T it].", Act.BELIEVE),
        ("[S X] [C voted overwhelmingly against] [T the casino].", Act.REJECT),
        ("[S X] [C said it was behind] [T the blast].", Act.ADMIT),
        ("[S X] [C told tenants he would cut off] [T their water].", Act.THREATEN),
        ("[S X] [C said after being asked about the raid] [T that it was late].", Act.ASSERT),
        ("[S X] [C said in a statement on the attack] [T that it was late].", Act.ASSERT),
        ("[S X] [C told a press conference] [T that it was late].", Act.ASSERT),
        ("[S X] [C insisted] [T no child was ever locked up].", Act.DENY),
        ("[S X] [C insisted] [T the dam was not at risk].", Act.ASSERT),
        ("[S Navy] [C to] [T scrap its last ship]", Act.ANNOUNCE),
        ("[S Navy] [C to] the press: [T the last ship is old]", Act.ASSERT),
        ("[T The lorry was not carrying arms], [S X] [C said], rejecting the claim.", Act.DENY),
        ("[T The lorry was not carrying arms], [S X] [C said], weighing the risk.", Act.ASSERT),
        ("[S X] [C raised questions about] [T the estimate].", Act.DOUBT),
        ("[S X] [C raised the forecast] [T to nine per cent].", Act.ASSERT),
        ("[S X] [C cautioned Y not to] [T print it, or it would be shut].", Act.THREATEN),
        ("[S X] [C said] [T the driver made the wrong turn].", Act.ASSERT),
    ],
)
def test_what_takes_a_cue_back_or_fills_it(marked: str, act: Act) -> None:
    assert act_of(marked) is act


@pytest.mark.parametrize(
    "marked",
    [
        "[S The rebels], the army said, [C denied] [T that they had fired].",
        "[S Vrel], who had declined to comment before, [C denied] [T the report].",
        "After refusing to comment for days, [S Vrel] [C denied] [T the report].",
    ],
)
def test_other_sayings_in_the_sentence_do_not_count(marked: str) -> None:
    assert act_of(marked) is Act.DENY


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1), st.data())
def test_any_text_gets_an_act(text: str, data: st.DataObject) -> None:
    if not text.strip():
        return
    whole = span_of(text, 0, len(text))
    cut = data.draw(st.integers(whole.start + 1, whole.end))
    first = span_of(text, whole.start, cut)
    for cue in ((), (first,)):
        for manner in Manner:
            attribution = Attribution((first,), cue, (whole,), manner)
            assert isinstance(classify_act(unparsed(text), attribution), Act)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "no " * 300_000, "we, " * 200_000, "\u202e“‘" * 9_999]
)
def test_long_and_odd_text(text: str) -> None:
    whole = span_of(text, 0, len(text))
    half = span_of(text, 0, len(text) // 2)
    assert isinstance(
        classify_act(unparsed(text), Attribution((), (half,), (whole,), Manner.DIRECT)), Act
    )


@pytest.mark.parametrize("table", ["act_complements", "act_content", "act_frames", "act_phrases"])
def test_no_pattern_is_empty(table: str) -> None:
    """A pattern whose every word is optional would show its act everywhere."""
    lists = {
        name: entries
        for named in ("acts", "act_complements", "act_content")
        for name, entries in load_table(named)["lists"].items()
    }
    rows = load_table(table)
    patterns = [
        pattern
        for key in rows.keys() - {"lists"}
        for row in (rows[key] if isinstance(rows[key], list) else [rows[key]])
        for pattern in row["patterns"]
    ]
    assert patterns
    assert [p for p in patterns if compile_patterns([p], lists).search(" xyzzy ")] == []
