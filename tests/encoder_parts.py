"""An encoder's parts small enough to be made in a test, without what training needs."""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from sayso.tag.encoder.decode import Heads
from sayso.tag.encoder.labels import LABELS, NEVER, allowed_steps
from sayso.tag.encoder.links import CROWD, LIES, LINES, PARTS, WIDTH, Pointer
from sayso.tag.encoder.package import HEADS, MANIFEST, TOKENIZER, WEIGHTS, heads_json, make_manifest
from sayso.tag.encoder.words import BREAK_PIECE, START_PIECE

SPECIAL = ("[PAD]", "[UNK]", START_PIECE, "[SEP]", "[MASK]", BREAK_PIECE)


BRIEF = dict(zip(LABELS, ("O", "Bs", "Is", "Bq", "Iq", "Bc", "Ic"), strict=True))


def brief(labels: Iterable[int]) -> str:
    """Return labels as a table holds them: B or I with s(ource), q (cue) or c(ontent); O."""
    return " ".join(BRIEF[LABELS[label]] for label in labels)


def tiny_tokenizer(words: Iterable[str] = ()) -> Tokenizer:
    """Return BERT's tokenizer with these words, single characters and continuing letters."""
    letters = string.ascii_lowercase + string.digits
    pieces = [*SPECIAL, *letters, *string.punctuation, "“", "”", *(f"##{c}" for c in letters)]
    vocabulary = {piece: index for index, piece in enumerate(dict.fromkeys([*pieces, *words]))}
    tokenizer = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.add_special_tokens(list(SPECIAL[:5]))
    return tokenizer


def even_heads(*, near: float = 10.0) -> Heads:
    """Return heads that allow what BIO does, and point to the nearest span unless it is far."""
    steps = np.where(allowed_steps(), 0.0, NEVER).astype(np.float32)
    half = LIES // 2
    distance = np.tile(np.linspace(near, -near, half, dtype=np.float32), 2)
    pointer = Pointer(
        distance=distance,
        crowd=np.zeros(CROWD, np.float32),
        lines=np.zeros(LINES, np.float32),
        none=np.zeros(WIDTH, np.float32),
    )
    return Heads(steps, pointer, pointer)


def write_tiny_package(folder: Path, likes: Mapping[str, str]) -> Path:
    """Write a package whose network likes one label for each word, wherever it stands."""
    tokenizer = tiny_tokenizer(likes)
    emissions = np.zeros((tokenizer.get_vocab_size(), len(LABELS)), np.float32)
    emissions[:, 0] = 2.0
    for word, label in likes.items():
        emissions[tokenizer.token_to_id(word)] = 4.0 * np.eye(len(LABELS))[LABELS.index(label)]
    folder.mkdir(parents=True, exist_ok=True)
    vectors = np.zeros((len(emissions), len(PARTS), WIDTH), np.float32)
    (folder / WEIGHTS).write_bytes(looked_up(emissions, vectors))
    tokenizer.save(str(folder / TOKENIZER))
    (folder / HEADS).write_text(json.dumps(heads_json(even_heads())), "utf-8")
    (folder / MANIFEST).write_text(json.dumps(make_manifest(folder)), "utf-8")
    return folder


def looked_up(emissions: NDArray[np.float32], vectors: NDArray[np.float32]) -> bytes:
    """Return an ONNX model, written by hand, that looks each word's output up by its piece."""

    def field(number: int, value: int | str | bytes) -> bytes:
        if isinstance(value, int):
            return _varint(number << 3) + _varint(value)
        content = value.encode() if isinstance(value, str) else value
        return _varint(number << 3 | 2) + _varint(len(content)) + content

    def node(kind: str, inputs: Iterable[str], output: str) -> bytes:
        return b"".join([*(field(1, name) for name in inputs), field(2, output), field(4, kind)])

    def table(name: str, array: NDArray[np.float32]) -> bytes:
        sizes = b"".join(field(1, size) for size in array.shape)
        return sizes + field(2, FLOAT) + field(8, name) + field(9, array.tobytes())

    def port(name: str, kind: int, *sizes: str | int) -> bytes:
        dims = [field(1, field(1 if isinstance(size, int) else 2, size)) for size in sizes]
        tensor = field(1, kind) + field(2, b"".join(dims))
        return field(1, name) + field(2, field(1, tensor))

    graph = [field(2, "looked up"), field(1, node("Gather", ["pieces", "first"], "words"))]
    for name, array in (("emissions", emissions), ("vectors", vectors)):
        graph += [field(5, table(f"{name} by piece", array))]
        graph += [field(1, node("Gather", [f"{name} by piece", "words"], name))]
        graph += [field(12, port(name, FLOAT, "words", *array.shape[1:]))]
    graph += [field(11, port(name, INT64, "pieces")) for name in ("pieces", "case", "quoting")]
    graph += [field(11, port("first", INT64, "words"))]
    return field(1, 8) + field(8, field(1, "") + field(2, 17)) + field(7, b"".join(graph))


FLOAT, INT64 = 1, 7
"""ONNX's numbers for types."""


def _varint(value: int) -> bytes:
    """Return a number as protocol buffers write it: seven bits a byte, the lowest first."""
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + _varint(rest) if rest else bytes([low])
