from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Act, Manner, Span, Stance, Statement
from sayso.weigh.stance import stance_of

GOLD = Path(__file__).parent / "stance_gold.txt"


def statement(act: Act, cue: str, content: str) -> Statement:
    return Statement(
        id="s",
        article_id="a",
        manner=Manner.INDIRECT,
        source=(),
        cue=(Span(0, len(cue), cue),) if cue else (),
        content=(Span(len(cue), len(cue) + len(content), content),),
        party=None,
        act=act,
        said=None,
        channel=(),
        places=(),
        dates=(),
        inside=None,
        confidence=0.5,
        run="r",
    )


def gold() -> list[tuple[str, str, str, str]]:
    rows = []
    for line in GOLD.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, stance = line.rsplit("=>", 1)
            act, cue, content = (part.strip() for part in left.split("|", 2))
            rows.append((act, cue, content, stance.strip()))
    return rows


@pytest.mark.parametrize(("act", "cue", "content", "stance"), gold())
def test_gold(act: str, cue: str, content: str, stance: str) -> None:
    assert stance_of(statement(Act(act), cue, content)).value == stance


def test_gold_covers_every_act_and_stance() -> None:
    assert {row[0] for row in gold()} == {act.value for act in Act}
    assert {row[3] for row in gold()} == {stance.value for stance in Stance}
    assert len(gold()) >= 150


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the dam was hit", Stance.AFFIRMS),
        ("The dam wasn’t hit.", Stance.DENIES),
        ("THE DAM WAS NOT HIT", Stance.DENIES),
        ("«No.»", Stance.DENIES),
        ("Northern Notary knows nobleman", Stance.AFFIRMS),
        ("whether the dam was hit", Stance.NEUTRAL),
        ("it is not known who fired", Stance.EVADES),
        ("the tale is implausible", Stance.DOUBTS),
        ("", Stance.AFFIRMS),
        ("…", Stance.AFFIRMS),
    ],
)
def test_an_assertion_follows_its_content(content: str, stance: Stance) -> None:
    assert stance_of(statement(Act.ASSERT, "said", content)) is stance


def test_pieces_of_a_content_are_read_together() -> None:
    whole = statement(Act.ASSERT, "said", "the dam")
    pieces = (Span(0, 8, "the army"), Span(20, 33, "had not fired"))
    cut = Statement(
        **{name: getattr(whole, name) for name in whole.__slots__} | {"content": pieces}
    )
    assert stance_of(cut) is Stance.DENIES


@given(st.text(), st.text(), st.sampled_from(Act))
def test_any_text_gets_a_stance(cue: str, content: str, act: Act) -> None:
    assert isinstance(stance_of(statement(act, cue, content)), Stance)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "not " * 250_000, "if , " * 200_000, "\u202e“" * 9_999]
)
def test_long_and_odd_text(text: str) -> None:
    assert isinstance(stance_of(statement(Act.DENY, text, text)), Stance)


@pytest.mark.parametrize(
    ("pieces", "stance"),
    [
        (
            ["“We categorically deny any involvement,”", "“We have no interest in this.”"],
            Stance.DENIES,
        ),
        (["“There was no attack,”", "“None at all.”"], Stance.DENIES),
        (["“The army,”", "“shelled the dam.”"], Stance.AFFIRMS),
        (["“The army,”", "“did not shell the dam.”"], Stance.DENIES),
    ],
)
def test_the_pieces_of_an_interrupted_quotation(pieces, stance):
    act = Act.DENY if stance is Stance.DENIES else Act.ASSERT
    start, spans = 0, []
    for piece in pieces:
        spans.append(Span(start, start + len(piece), piece))
        start += len(piece) + 20
    assert stance_of(replace(statement(act, "told", ""), content=tuple(spans))) is stance
