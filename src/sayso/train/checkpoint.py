"""Checkpoints: tensors as safetensors, and what tells one training from another as JSON in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file

from sayso.errors import UsageError
from sayso.train.loop import Training
from sayso.train.network import Network

FILE = "checkpoint.safetensors"


def save(training: Training, folder: Path, record: Mapping[str, Any]) -> None:
    """Write a checkpoint; an interruption while writing leaves the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    network = training.network
    tensors = {f"network.{name}": p.detach() for name, p in network.named_parameters()}
    tensors |= {f"averaged.{name}": p for name, p in training.averaged.items()}
    for index, state in training.optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{index}.{key}": value for key, value in state.items()}
    at = {"step": training.step, "epoch": training.epoch, "batch": training.batch}
    about = {"at": json.dumps(at), "record": json.dumps(record, sort_keys=True)}
    partial = folder / f"{FILE}.partial"
    save_file({name: tensor.contiguous() for name, tensor in tensors.items()}, partial, about)
    partial.replace(folder / FILE)


def restore(training: Training, folder: Path, record: Mapping[str, Any]) -> None:
    """Go on from the folder's checkpoint, if there is one.

    Raises UsageError when it can't be read, or is of another recipe, corpus or encoder.
    """
    path = folder / FILE
    if not path.exists():
        return
    tensors, at, written = _read(path)
    if written != json.loads(json.dumps(record)):
        raise UsageError(
            f"The checkpoint {path} is of a training with other settings or texts",
            remedy="Name another folder for checkpoints, or remove it to begin anew",
        )
    with torch.no_grad():
        for name, parameter in training.network.named_parameters():
            parameter.copy_(tensors[f"network.{name}"])
            training.averaged[name].copy_(tensors[f"averaged.{name}"])
    state = training.optimizer.state_dict()
    state["state"] = {}
    for key, value in tensors.items():
        kind, _, rest = key.partition(".")
        if kind == "optimizer":
            index, _, field = rest.partition(".")
            state["state"].setdefault(int(index), {})[field] = value
    training.optimizer.load_state_dict(state)
    training.step, training.epoch, training.batch = at["step"], at["epoch"], at["batch"]


def restore_averaged(network: Network, folder: Path) -> Mapping[str, Any]:
    """Give a network the averaged weights of the folder's checkpoint; return that one's record.

    Raises UsageError when it can't be read, or is of a network of another shape.
    """
    path = folder / FILE
    tensors, _, record = _read(path)
    try:
        with torch.no_grad():
            for name, parameter in network.named_parameters():
                parameter.copy_(tensors[f"averaged.{name}"])
    except (KeyError, RuntimeError) as exc:
        raise UsageError(
            f"The checkpoint {path} is of another network ({exc})",
            remedy="Name a folder that 'sayso train teacher' wrote",
        ) from exc
    return record


def _read(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, int], dict[str, Any]]:
    """Return a checkpoint's tensors, where the training stood, and its record."""
    try:
        with safe_open(path, "pt") as opened:
            about = opened.metadata()
            tensors = {name: opened.get_tensor(name) for name in opened.keys()}  # noqa: SIM118
        return tensors, json.loads(about["at"]), json.loads(about["record"])
    except (OSError, SafetensorError, ValueError, KeyError, TypeError) as exc:
        raise UsageError(
            f"The checkpoint {path} can't be read ({exc})", remedy="Remove it to begin anew"
        ) from exc
