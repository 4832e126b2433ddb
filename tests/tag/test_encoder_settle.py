"""From ranges of words to spans: marks taken along or left, pieces joined, nothing but the text."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from surface_marks import unmarked

from encoder_parts import tiny_tokenizer
from sayso.model import Attribution, Manner, paragraphs
from sayso.tag.encoder.links import Linked, WordSpan
from sayso.tag.encoder.settle import settle
from sayso.tag.encoder.words import Words, make_words
from sayso.tag.layout import Range, has_words, make_layout

TOKENIZER = tiny_tokenizer()
DIRECT, INDIRECT, MIXED, ATTITUDE = Manner.DIRECT, Manner.INDIRECT, Manner.MIXED, Manner.ATTITUDE


def settled(text: str, words: Words, linked: Linked) -> Attribution | None:
    return settle(make_layout(text, paragraphs(text)), words, linked)


def read(marked: str, *, probability: float = 0.5) -> Attribution | None:
    """Settle what a marked sentence says that the network found."""
    text, marks = unmarked(marked)
    words = make_words(text, TOKENIZER)

    def spans(ranges: list[Range]) -> list[WordSpan]:
        return [
            (
                int(np.searchsorted(words.end, start, side="right")),
                int(np.searchsorted(words.start, end)),
            )
            for start, end in ranges
        ]

    source, (cue,), content = (spans(marks[role]) for role in "SCT")
    return settled(
        text, words, Linked(source[0] if source else None, cue, tuple(content), probability)
    )


SETTLED: list[tuple[str, str | None, str, list[str], Manner]] = [
    ("[S Vrel] [C said] [T the dam held].", "Vrel", "said", ["the dam held"], INDIRECT),
    ("[C Reportedly], [T the dam held].", None, "Reportedly", ["the dam held"], INDIRECT),
    ("[S Vrel] [C believes] [T it held].", "Vrel", "believes", ["it held"], ATTITUDE),
    ("[S VREL][C :] [T It held.]", "VREL", ":", ["It held"], INDIRECT),
    # Marks at the ends go, quotation marks stay.
    ("“[T It held],” [C said] [S Vrel].", "Vrel", "said", ["“It held,”"], DIRECT),
    ("[T “It held,”] [C said] [S Vrel].", "Vrel", "said", ["“It held,”"], DIRECT),
    ('"[T It held]!" [C said] [S Vrel].', "Vrel", "said", ['"It held!"'], DIRECT),
    ("[S Vrel] [C said]: «[T It held]».", "Vrel", "said", ["«It held»"], DIRECT),
    ("[S Vrel] [C said] it “[T held]” on Monday.", "Vrel", "said", ["“held”"], DIRECT),
    ("[S Vrel] [C said] [T it “held]” well.", "Vrel", "said", ["it “held”"], MIXED),
    ("[S Vrel] [C said] [T the dam held,] he added.", "Vrel", "said", ["the dam held"], INDIRECT),
    ("([S Vrel,)] [C said] [T it held].", "Vrel", "said", ["it held"], INDIRECT),
    # Only what is between quotation marks takes them along.
    ("[S “Vrel”] [C “said”] [T it held].", "Vrel", "said", ["it held"], INDIRECT),
    # Pieces that marks alone part are one, on one line.
    ("[T The dam], [T which held], is old, [C said] [S Vrel].", "Vrel", "said", ["The dam, which held"], INDIRECT),
    ("[T The dam][T held], [C said] [S Vrel].", "Vrel", "said", ["The damheld"], INDIRECT),
    ("“[T It held],” [C said] [S Vrel]. “[T Barely].”", "Vrel", "said", ["“It held,”", "“Barely.”"], DIRECT),
    ("[S Vrel] [C said]: “[T It held].\n[T It is safe].”", "Vrel", "said", ["“It held", "It is safe.”"], DIRECT),
    ("[S Vrel] [C said] [T the dam]… [T …] [T held].", "Vrel", "said", ["the dam… … held"], INDIRECT),
    # Pieces of marks alone are nothing.
    ("[S Vrel] [C said] [T it held], he added [T —] so.", "Vrel", "said", ["it held"], INDIRECT),
    # A combining mark stays with its letter.
    ("[S Zoe\u0301] [C said] [T cafe\u0301].", "Zoe\u0301", "said", ["cafe\u0301"], INDIRECT),
    ("🌊 [S Vrel] [C said] 🌊 [T it held] 🌊", "Vrel", "said", ["it held"], INDIRECT),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "source", "cue", "content", "manner"), SETTLED)
def test_spans_of_an_attribution(
    marked: str, source: str | None, cue: str, content: list[str], manner: Manner
) -> None:
    found = read(marked)
    assert found is not None
    assert [span.text for span in found.source] == ([source] if source else [])
    assert [span.text for span in found.cue] == [cue]
    assert [span.text for span in found.content] == content
    assert found.manner is manner


NOTHING = [
    "[S Vrel] [C said] [T …].",
    "[S Vrel] [C said]: “[T —]” [T !]",
    "[S Vrel] [C said] [T 🌊].",
]


@pytest.mark.parametrize("marked", NOTHING)
def test_content_without_a_word_is_no_statement(marked: str) -> None:
    assert read(marked) is None


def test_a_break_is_no_cue_and_no_source() -> None:
    text = "Vrel\nsaid it held"
    words = make_words(text, TOKENIZER)
    assert settled(text, words, Linked((0, 1), (1, 2), ((3, 5),), 0.5)) is None
    found = settled(text, words, Linked((1, 2), (2, 3), ((3, 5),), 0.5))
    assert found is not None
    assert found.source == ()


@pytest.mark.parametrize(
    ("probability", "confidence"), [(0.0, 0.01), (1e-9, 0.01), (0.456, 0.46), (0.999, 0.99)]
)
def test_confidence_is_never_none_nor_all(probability: float, confidence: float) -> None:
    found = read("[S Vrel] [C said] [T it held].", probability=probability)
    assert found is not None
    assert found.confidence == confidence


PIECES = st.sampled_from(
    [
        *("Vrel", "said", "the dam", "believes", ".", ",", "…", "!", "“", "”", '"', "‘", "’", "«"),
        *("»", ":", "—", " ", "  ", "\n", "\n\n", "\u2028", "\x85", "🌊", "e\u0301", "\u0301"),
        *("שָׁלוֹם", "\ufffd", "\u200f", "大坝", "\u00a0", "\x1f", "❤️", "(", "]"),
    ]
)
TEXTS = (
    st.lists(PIECES, min_size=12, max_size=40)
    .map("".join)
    .filter(lambda text: len(make_words(text, TOKENIZER)) > 7)
)


@given(TEXTS, st.data())
def test_spans_are_slices_of_any_text(text: str, data: st.DataObject) -> None:
    words = make_words(text, TOKENIZER)
    some = st.lists(st.integers(0, len(words)), min_size=8, max_size=14, unique=True)
    cue, source, *content = data.draw(st.permutations(list(pairwise(sorted(data.draw(some))))))
    content = content[: data.draw(st.integers(1, len(content)))]
    source = data.draw(st.sampled_from([source, None]))
    found = settled(text, words, Linked(source, cue, tuple(content), 0.5))
    if found is None:
        return
    assert len(found.cue) == 1
    assert found.content
    assert all(has_words(text, span.start, span.end) for span in found.content)
    for span in found.pieces:
        assert span.quotes(text)
        assert span.text == span.text.strip()
    for one, other in pairwise(found.content):
        assert one.end <= other.start
