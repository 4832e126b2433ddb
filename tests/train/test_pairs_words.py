from __future__ import annotations

import numpy as np
import pytest

from sayso.errors import MissingPartError

pytest.importorskip("safetensors", reason="what reads an encoder's weights is not installed")
from sayso.train.words import shortened, word_vectors


def test_shortened_rows_keep_who_is_like_whom():
    rng = np.random.default_rng(0)
    kinds = rng.normal(size=(3, 40))
    rows = np.repeat(kinds, 20, axis=0) + 0.1 * rng.normal(size=(60, 40)) + 5
    short = shortened(rows.astype(np.float32), 4).astype(np.float32)
    assert short.shape == (60, 4)
    assert np.abs(short).max() == 127
    near = short / np.linalg.norm(short, axis=1, keepdims=True)
    alike = (near @ near.T).reshape(3, 20, 3, 20).mean((1, 3))
    assert np.diag(alike).min() > 0.9
    assert alike[~np.eye(3, dtype=bool)].max() < 0.5


def test_a_folder_without_an_encoder_is_named(tmp_path):
    with pytest.raises(MissingPartError, match="no encoder's word pieces") as caught:
        word_vectors(tmp_path)
    assert "--base" in str(caught.value)
