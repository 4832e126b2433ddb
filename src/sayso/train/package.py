"""Writing a trained network as a model package."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from sayso.tag.encoder.decode import Heads
from sayso.tag.encoder.links import Pointer
from sayso.tag.encoder.package import (
    HEADS,
    MANIFEST,
    TOKENIZER,
    WEIGHTS,
    heads_json,
    make_manifest,
)
from sayso.train.export import write_onnx
from sayso.train.loss import Batch
from sayso.train.network import Network, PointerHead
from sayso.train.packaged import RECORD


def write_package(
    network: Network,
    tokenizer: Tokenizer,
    folder: Path,
    *,
    sample: Sequence[Batch],
    record: Mapping[str, Any],
) -> None:
    """Write weights, tokenizer, heads, manifest and training record into a folder.

    The weights are put in 8 bits by what the network makes of the sample.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_onnx(network, folder / WEIGHTS, sample)
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    _write_json(folder / HEADS, heads_json(heads_of(network)), indent=None)
    _write_json(folder / MANIFEST, make_manifest(folder))
    _write_json(folder / RECORD, record)


def heads_of(network: Network) -> Heads:
    """Return the parameters outside the encoder as arrays."""

    def pointer(head: PointerHead) -> Pointer:
        return Pointer(
            distance=head.distance.detach().numpy(),
            crowd=head.crowd.detach().numpy(),
            lines=head.lines.detach().numpy(),
            none=head.none.detach().numpy(),
        )

    steps = network.chain.scores().detach().numpy()
    return Heads(steps, pointer(network.to_source), pointer(network.to_cue))


def _write_json(path: Path, value: Mapping[str, Any], indent: int | None = 1) -> None:
    path.write_text(json.dumps(value, indent=indent, ensure_ascii=False) + "\n", encoding="utf8")
