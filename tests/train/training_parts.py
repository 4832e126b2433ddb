"""Texts with their attributions, and a network small enough to be trained in a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file
from torch import Tensor

from encoder_parts import tiny_tokenizer
from sayso.tag.encoder.words import MASK_PIECE, START_PIECE
from sayso.train.gold import GoldText, gold_text
from sayso.train.inputs import Inputs
from sayso.train.loop import Pieces, Recipe
from sayso.train.marked import read_marked
from sayso.train.network import Network, Shape

# Networks this small only lose time to threads that wait for each other.
torch.set_num_threads(1)

WORDS = ("vrel", "marr", "said", "denied", "that", "the", "dam", "held", "raid", "took", "place")
TOKENIZER = tiny_tokenizer(WORDS)
SHAPE = Shape(
    layers=1, hidden=32, heads=2, inner=64, pieces=TOKENIZER.get_vocab_size(), positions=128
)
PIECES = Pieces(start=TOKENIZER.token_to_id(START_PIECE), mask=TOKENIZER.token_to_id(MASK_PIECE))
RECIPE = Recipe(
    epochs=2, batch=40, shortest=8, longest=24, rate=1e-3, head_rate=1e-2, inner=64, lessons=0
)
MARKED = (
    "[S1:Vrel] [Q1:said] [C1:that the dam held]. [S2:Marr] [Q2:denied] [C2:that the raid took place].",
    "“[C1:The dam held],” [Q1:said] [S1:Marr]. The raid took place. “[C1:The dam],” Vrel said.",
)


def entries() -> list[dict[str, Any]]:
    return [{"id": str(number), **read_marked(text)} for number, text in enumerate(MARKED)]


def gold_texts() -> list[GoldText]:
    return [gold_text(entry, TOKENIZER) for entry in entries()]


def tiny_network(seed: int = 1) -> Network:
    """Return a network with something in every parameter."""
    torch.manual_seed(seed)
    network = Network(SHAPE)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    return network


def unmarked(pieces: Tensor) -> Inputs:
    """Return one text's pieces [piece] without marks of form."""
    marks = torch.zeros_like(pieces)[None]
    return Inputs(pieces[None], marks, marks, None, marks)


def bert_weights(shape: Shape = SHAPE) -> dict[str, Tensor]:
    """Return a BERT encoder's weights, drawn, with their names in Hugging Face's files."""
    torch.manual_seed(7)
    hidden, inner = shape.hidden, shape.inner
    sizes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (shape.pieces, hidden),
        "embeddings.position_embeddings.weight": (shape.positions, hidden),
        "embeddings.token_type_embeddings.weight": (2, hidden),
        "embeddings.LayerNorm.weight": (hidden,),
    }
    for number in range(shape.layers):
        at = f"encoder.layer.{number}"
        sizes |= {f"{at}.attention.self.{n}.weight": (hidden, hidden) for n in ("query", "key")}
        sizes |= {f"{at}.attention.self.value.weight": (hidden, hidden)}
        sizes |= {f"{at}.attention.output.dense.weight": (hidden, hidden)}
        sizes |= {f"{at}.attention.output.LayerNorm.weight": (hidden,)}
        sizes |= {f"{at}.intermediate.dense.weight": (inner, hidden)}
        sizes |= {f"{at}.output.dense.weight": (hidden, inner)}
        sizes |= {f"{at}.output.LayerNorm.weight": (hidden,)}
    weights = {name: torch.randn(size) * 0.2 for name, size in sizes.items()}
    biased = [name for name in weights if "_embeddings" not in name]
    weights |= {n.replace(".weight", ".bias"): torch.randn(sizes[n][0]) * 0.2 for n in biased}
    return weights


def write_base(folder: Path, shape: Shape = SHAPE) -> Path:
    """Write an encoder's folder as training starts from."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file(bert_weights(shape), folder / "model.safetensors")
    TOKENIZER.save(str(folder / "tokenizer.json"))
    return folder
