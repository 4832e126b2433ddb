"""An MPNet encoder's weights in the network: it computes what the encoder does."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")

from torch.nn import functional  # noqa: E402
from training_parts import SHAPE, TOKENIZER, bert_weights, unmarked  # noqa: E402

from encoder_parts import tiny_tokenizer  # noqa: E402
from sayso.train.network import Network, distance_classes  # noqa: E402
from sayso.train.pretrained import load_mpnet  # noqa: E402

DISTANT = replace(SHAPE, distances=32)
OWN = tiny_tokenizer(("<s>", "<pad>", "</s>", "<mask>", *TOKENIZER.get_vocab()))
"""MPNet's tokenizer: marks of its own, and BERT's pieces with other numbers."""
NAMES = {
    "attention.self.query": "attention.attn.q",
    "attention.self.key": "attention.attn.k",
    "attention.self.value": "attention.attn.v",
    "attention.output.dense": "attention.attn.o",
    "attention.output.LayerNorm": "attention.LayerNorm",
}


def mpnet_weights() -> dict[str, torch.Tensor]:
    shape = replace(SHAPE, pieces=OWN.get_vocab_size(), positions=SHAPE.positions + 2)
    weights = bert_weights(shape)
    del weights["embeddings.token_type_embeddings.weight"]
    for bert, mpnet in NAMES.items():
        for name in [name for name in weights if f"{bert}." in name]:
            weights[name.replace(bert, mpnet)] = weights.pop(name)
    weights["encoder.relative_attention_bias.weight"] = torch.randn(32, SHAPE.heads)
    return weights


WEIGHTS = mpnet_weights()


def bucket(way: int) -> int:
    """Return the class of a way as Raffel et al. (2020) define it, one at a time."""
    far = abs(way)
    if far >= 8:
        far = min(8 + int(math.log(far / 8) / math.log(128 / 8) * 8), 15)
    return far + (16 if way > 0 else 0)


def mpnet(pieces: list[str]) -> torch.Tensor:
    """Return [piece, entry] by the paper's formulas, from the weights as they are named."""

    def linear(x: torch.Tensor, name: str) -> torch.Tensor:
        return x @ WEIGHTS[f"{name}.weight"].T + WEIGHTS[f"{name}.bias"]

    def normed(x: torch.Tensor, name: str) -> torch.Tensor:
        weight, bias = WEIGHTS[f"{name}.weight"], WEIGHTS[f"{name}.bias"]
        return functional.layer_norm(x, (SHAPE.hidden,), weight, bias)

    rows = torch.tensor([OWN.token_to_id(piece) for piece in pieces])
    length, width = len(pieces), SHAPE.hidden // SHAPE.heads
    x = WEIGHTS["embeddings.word_embeddings.weight"][rows]
    x = x + WEIGHTS["embeddings.position_embeddings.weight"][torch.arange(2, length + 2)]
    x = normed(x, "embeddings.LayerNorm")
    ways = [[bucket(key - query) for key in range(length)] for query in range(length)]
    biases = WEIGHTS["encoder.relative_attention_bias.weight"][torch.tensor(ways)]
    at = "encoder.layer.0"
    parts = [linear(x, f"{at}.attention.attn.{name}") for name in "qkv"]
    heads = []
    for head in range(SHAPE.heads):
        own = slice(head * width, (head + 1) * width)
        query, key, value = (part[:, own] for part in parts)
        scores = query @ key.T / width**0.5 + biases[:, :, head]
        heads.append(scores.softmax(dim=1) @ value)
    attended = linear(torch.cat(heads, dim=1), f"{at}.attention.attn.o")
    x = normed(x + attended, f"{at}.attention.LayerNorm")
    wide = functional.gelu(linear(x, f"{at}.intermediate.dense"))
    return normed(x + linear(wide, f"{at}.output.dense"), f"{at}.output.LayerNorm")


def loaded() -> Network:
    network = Network(DISTANT)
    load_mpnet(network, WEIGHTS, OWN, TOKENIZER)
    return network.eval()


def test_the_network_computes_what_mpnet_does() -> None:
    words = ["vrel", "said", "that", "the", "dam", "held", "raid"] * 9
    pieces = torch.tensor([TOKENIZER.token_to_id(word) for word in ("[CLS]", *words)])
    with torch.no_grad():
        found = loaded().encode(unmarked(pieces))[0]
    assert torch.allclose(found, mpnet(["<s>", *words]), atol=1e-4)


def test_marks_of_bert_are_those_of_mpnet() -> None:
    table = loaded().pieces.weight
    own = WEIGHTS["embeddings.word_embeddings.weight"]
    for bert, mpnet_mark in (("[CLS]", "<s>"), ("[MASK]", "<mask>"), ("dam", "dam")):
        row = table[TOKENIZER.token_to_id(bert)]
        assert torch.equal(row, own[OWN.token_to_id(mpnet_mark)])


def test_classes_of_distances() -> None:
    classes = distance_classes(300, 32)
    expected = [[bucket(key - query) for key in range(0, 300, 7)] for query in range(0, 300, 7)]
    assert classes[::7, ::7].tolist() == expected
