"""Words of texts and queries, folded; passages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_builders import make_article

from sayso.ledger.words import (
    LONGEST_WORD,
    MOST_TERMS,
    PASSAGE,
    best_passage,
    key_of,
    matches,
    parse_query,
    within_index,
    words_of,
)
from sayso.model import Block, BlockKind, Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dam, the DAM.", ["the", "dam", "the", "dam"]),
        ("café cafe\u0301 ﬁre Straße", ["cafe", "cafe", "fire", "strasse"]),
        ("it’s don't e-mail", ["it", "s", "don", "t", "e", "mail"]),
        ("1,400 3.5% №7 ½", ["1", "400", "3", "5", "no7", "1", "2"]),
        ("السدّ", ["السد"]),
        ("हिन्दी", ["हिनदी"]),
        (
            "soft\u00adhyphen zero\u200dwidth \u202eright\u202c",
            ["softhyphen", "zerowidth", "right"],
        ),
        ("under_score snake", ["under", "score", "snake"]),
        ("🙂 … — \ud800 \0", []),
        ("", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert words_of(text) == words
    assert key_of(text) == " ".join(words)


@given(st.text(st.characters()))
def test_any_text_has_words_and_folding_again_changes_nothing(text: str) -> None:
    key = key_of(text)
    assert key_of(key) == key
    assert "\0" not in key
    key.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("dam", (("dam",),)),
        ("dam Dam DAM", (("dam",),)),
        ('"late April" dam', (("late", "april"), ("dam",))),
        ("«late April»", (("late", "april"),)),
        ('"late April', (("late",), ("april",))),
        ('a "b c" d "e', (("b", "c"), ("a",), ("d",), ("e",))),
        ('""', ()),
        ('"?!"', ()),
        ("", ()),
    ],
)
def test_queries(text: str, query: tuple[tuple[str, ...], ...]) -> None:
    assert set(parse_query(text)) == set(query)


def test_long_queries_and_words_are_cut() -> None:
    assert len(parse_query(" ".join(map(str, range(1000))))) == MOST_TERMS
    assert parse_query("x" * 1000) == (("x" * LONGEST_WORD,),)


@pytest.mark.parametrize(
    ("query", "count"),
    [("dam", 1), ("dam shelled", 2), ('"dam was"', 1), ('"was dam"', 0), ("am", 0), ("THE", 1)],
)
def test_matches_whole_words(query: str, count: int) -> None:
    assert matches(parse_query(query), "The dam was shelled.") == count


def test_the_index_takes_what_it_has_room_for() -> None:
    words = [f"{i}" for i in range(1000)]
    assert within_index(words) == words
    kept = within_index(words, room=1000)
    assert kept == words[: len(kept)]
    assert 0 < len(kept) < 1000
    assert len(within_index(["a"] * 1000, room=1000)) > len(kept)


def test_the_best_passage() -> None:
    article = make_article("A first. The dam broke! It was the dam, they said.", title="The dam")
    passages = {
        "dam broke": "The dam broke!",
        "dam said": "It was the dam, they said.",
        "dam": "The dam broke!",
        "nothing": "A first.",
    }
    found = {q: best_passage(article.text, article.blocks, parse_query(q)).text for q in passages}
    assert found == passages


def test_a_text_without_a_block_or_a_word() -> None:
    assert best_passage("", (), (("a",),)) == Span(0, 0, "")
    assert best_passage("  \n ", (), (("a",),)) == Span(0, 0, "")
    assert best_passage("a", (), (("a",),)) == Span(0, 1, "a")


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(" .!?\n"), max_size=900)
)
def test_every_passage_is_a_slice(text: str) -> None:
    span = best_passage(text, (Block(BlockKind.BODY, 0, len(text)),), (("a",),))
    assert text[span.start : span.end] == span.text
    assert len(span.text) <= PASSAGE
    assert bool(span.text) == bool(text.strip())
