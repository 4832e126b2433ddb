from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.model import BLOCK_SEPARATOR, Article
from sayso.read import Hints, read_inputs
from sayso.read.canonical import canonical_characters

PIECES = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", "\r", "\t", " ", "\u2028", "\u2029", "\x00", "\ufeff", "\x85", "\u200f",
        "👩‍👩‍👧", "قال الوزير", "Menu", "Share", "Related", "By Jane Doe", "5 May 2026", "Dam shelled",
        "The dam held.", "[Jane Doe/Agency]", "(AP Photo/John Roe)", "Photo: Jane Doe", "English | العربية",
        "<p>", "</p>", "<div>", "<figure>", "</figure>", "<figcaption>", "<br>", "<h1>", "<", "&amp;", "“", '"',
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(st.characters(codec=None, categories=["Cs", "Cc", "Zl", "Zs", "Ll"]), max_size=80),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)


def read(raw: bytes, form: str) -> list[Article | InputError]:
    return list(read_inputs(["-"], hints=Hints(format=form), stdin=io.BytesIO(raw), fetch=None))


def check(results: list[Article | InputError]) -> None:
    assert results
    for article in results:
        if isinstance(article, InputError):
            assert article.problem
            assert article.remedy
            continue
        position = 0
        for number, block in enumerate(article.blocks):
            assert position <= block.start < block.end <= len(article.text)
            between = article.text[position : block.start]
            assert between == (BLOCK_SEPARATOR if number else "")
            piece = article.text[block.start : block.end]
            assert piece == piece.strip() != ""
            position = block.end
        assert position == len(article.text)
        assert canonical_characters(article.text) == article.text
        article.text.encode("utf-8")


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_blocks_of_any_text_lie_in_it_in_order_and_cover_it(text: str) -> None:
    check(read(text.encode("utf-8", "replace"), "text"))


@given(TEXTS, st.one_of(st.none(), TEXTS))
@settings(max_examples=200, deadline=None)
def test_blocks_of_any_json_line_lie_in_it_in_order_and_cover_it(
    text: str, title: str | None
) -> None:
    check(read(json.dumps({"title": title, "text": text}).encode(), "jsonl"))


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_blocks_of_any_page_lie_in_it_in_order_and_cover_it(text: str) -> None:
    html = f"<html><body><article><p>The council met.</p><p>{text}</p></article></body></html>"
    check(read(json.dumps({"html": html}).encode(), "jsonl"))


@given(st.binary(max_size=300), st.sampled_from(["text", "html", "jsonl", None]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_named(raw: bytes, form: str | None) -> None:
    check(list(read_inputs(["-"], hints=Hints(format=form), stdin=io.BytesIO(raw), fetch=None)))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_has_the_same_id(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    ids = [[getattr(a, "id", None) for a in read(raw, "text")] for _ in range(2)]
    assert ids[0] == ids[1]


@given(st.text())
def test_canonical_characters_are_so_once_and_for_all(text: str) -> None:
    once = canonical_characters(text)
    assert canonical_characters(once) == once
