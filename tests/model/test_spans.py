from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import BlockKind, block_at, content_id, join_blocks, name_key, paragraphs, span_of
from sayso.model.span import Span

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["قال \u202bالوزير\u202c", "👩‍👩‍👧 said\r\n\r\n“no”", "a\u2028b\n\n\n c "]
)


@given(TEXTS, st.data())
def test_a_span_quotes_its_slice(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if text[start:end].strip():
        assert span_of(text, start, end).quotes(text)
    else:
        with pytest.raises(ValueError, match="no text"):
            span_of(text, start, end)


@given(TEXTS)
def test_paragraphs_hold_all_text_in_order(text):
    blocks = paragraphs(text)
    kept = "".join(text[b.start : b.end] for b in blocks)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a.end < b.start for a, b in pairwise(blocks))


@given(st.lists(st.tuples(st.sampled_from(BlockKind), TEXTS)))
def test_joined_blocks_stand_where_they_say(pieces):
    text, blocks = join_blocks(pieces)
    kept = [(kind, piece.strip()) for kind, piece in pieces if piece.strip()]
    assert [(b.kind, text[b.start : b.end]) for b in blocks] == kept
    for block in blocks:
        assert block_at(blocks, block.start) == block


@pytest.mark.parametrize(
    ("span", "right"),
    [
        (Span(0, 2, "ab"), True),
        (Span(1, 3, "ab"), False),
        (Span(0, 0, ""), False),
        (Span(-2, 0, "ab"), False),
        (Span(0, 9, "abc"), False),
    ],
)
def test_quotes(span, right):
    assert span.quotes("abc") is right


def test_ids_keep_fields_apart():
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert content_id("x", ["a", "b"]) != content_id("x", "a", "b")
    assert content_id("x", None) != content_id("x", "None")
    assert content_id("x", "1") != content_id("x", 1)
    assert content_id("x", "a") != content_id("y", "a")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Southern Front", "southern front", True),
        ("Café", "CAFE", True),
        ("Erdoğan's", "Erdogan", True),
        ("The", "the", True),
        ("Southern Front", "Northern Front", False),
    ],
)
def test_name_keys(one, other, same):
    assert (name_key(one) == name_key(other)) is same
