"""Vectors of words, and what the shipped ones take for much the same."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest

from sayso.link.meanings import load_meanings, make_meanings, read_meanings, write_meanings

WORDS = ("attack", "attacks", "dam")
ROWS = np.array([[127, 0], [0, 127], [-127, 0]], dtype=np.int8)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param(["attack"], [1, 0], id="a word has its own"),
        pytest.param(["attacking"], [0.7071, 0.7071], id="an unknown one that of its stem"),
        pytest.param(["attack", "attacks"], [0.7071, 0.7071], id="a phrase the mean"),
        pytest.param(["attack", "orlitsa"], [1, 0], id="unknown words do not count"),
        pytest.param(["orlitsa"], [0, 0], id="unknown ones alone have none"),
        pytest.param([], [0, 0], id="nor has nothing"),
    ],
)
def test_phrases_have_the_mean_of_their_words(phrase, expected):
    assert make_meanings(WORDS, ROWS).of([phrase])[0] == pytest.approx(expected, abs=1e-3)


def test_what_was_written_is_read(tmp_path):
    path = tmp_path / "vectors.npz"
    write_meanings(WORDS, ROWS, path)
    found = read_meanings(BytesIO(path.read_bytes()))
    assert (
        found.of([[w] for w in WORDS]) == make_meanings(WORDS, ROWS).of([[w] for w in WORDS])
    ).all()
    assert found.of([]).shape == (0, 2)


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("attack", "assault", "wedding"),
        ("attacked", "attack", "elected"),
        ("quake", "earthquake", "trial"),
        ("arrested", "detained", "rebuilt"),
    ],
)
def test_shipped_vectors_of_like_words_are_near(word, near, far):
    one, other, third = load_meanings().of([[word], [near], [far]])
    assert one @ other > one @ third + 0.2
