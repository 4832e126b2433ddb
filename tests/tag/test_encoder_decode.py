"""Windows read together: ranges in the text's words, and how sure labels and pointers are."""

from __future__ import annotations

import numpy as np
import pytest

from encoder_parts import even_heads, tiny_tokenizer
from sayso.tag.encoder.decode import read_windows
from sayso.tag.encoder.labels import LABELS, Floats
from sayso.tag.encoder.links import PARTS, WIDTH
from sayso.tag.encoder.windows import Window, make_window
from sayso.tag.encoder.words import START_PIECE, make_words

TOKENIZER = tiny_tokenizer()
START = TOKENIZER.token_to_id(START_PIECE)
TEXT = "Vrel said so. It rained. Marr denied it."
WORDS = make_words(TEXT, TOKENIZER)


def window(low: int, high: int) -> Window:
    return make_window(WORDS, low, high, START)


def output(labels: str, *, liking: float = 30.0) -> tuple[Floats, Floats]:
    emissions = np.zeros((len(labels.split()), len(LABELS)), np.float32)
    for index, label in enumerate(labels.split()):
        emissions[index, LABELS.index(label)] = liking
    return emissions, np.zeros((len(emissions), len(PARTS), WIDTH), np.float32)


SAYING = "B-source B-cue B-content"


def test_ranges_are_of_the_texts_words() -> None:
    cuts = [window(0, 4), window(4, 7), window(7, 11)]
    outputs = [output(f"{SAYING} O"), output("O O O"), output(f"{SAYING} O")]
    found = read_windows(WORDS, cuts, outputs, even_heads())
    assert [(a.source, a.cue, a.content) for a in found] == [
        ((0, 1), (1, 2), ((2, 3),)),
        ((7, 8), (8, 9), ((9, 10),)),
    ]


def test_a_window_may_lack_a_source() -> None:
    (found,) = read_windows(WORDS, [window(8, 10)], [output("B-cue B-content")], even_heads())
    assert (found.source, found.cue, found.content) == (None, (8, 9), ((9, 10),))


def test_no_windows_no_attributions() -> None:
    assert read_windows(WORDS, [], [], even_heads()) == []


@pytest.mark.parametrize("liking", [0.5, 2.0, 30.0])
def test_the_probability_counts_the_labels_in(liking: float) -> None:
    heads = even_heads(near=50.0)
    (found,) = read_windows(WORDS, [window(0, 3)], [output(SAYING, liking=liking)], heads)
    # Each word's own label against the six others; the pointers are sure.
    expected = np.exp(liking) / (np.exp(liking) + len(LABELS) - 1)
    assert found.probability == pytest.approx(expected, rel=1e-3)
