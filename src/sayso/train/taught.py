"""Texts as a teacher reads them: what the small network is to say of their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from sayso.tag.encoder.labels import Role
from sayso.tag.encoder.links import WordSpan
from sayso.tag.encoder.words import Words
from sayso.train.checkpoint import FILE, restore_averaged
from sayso.train.gold import GoldLink, GoldText
from sayso.train.network import MPNET_BASE, Network, Shape
from sayso.train.teacher import Reading, read_texts
from sayso.train.wanted import certain, marginals

TOGETHER = 64
"""Texts whose readings are kept in one file."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """A trained network, the digest of its checkpoint, and the record of its training."""

    network: Network
    digest: str
    record: Mapping[str, Any]


def open_teacher(folder: Path, shape: Shape = MPNET_BASE) -> Teacher:
    """Open the teacher in a folder of checkpoints.

    Raises UsageError when there is none, or one that can't be read.
    """
    network = Network(shape)
    record = restore_averaged(network, folder)
    digest = sha256((folder / FILE).read_bytes()).hexdigest()
    return Teacher(network.eval(), digest, record)


def taught(
    annotated: Sequence[GoldText],
    plain: Sequence[tuple[str, Words]],
    teacher: Teacher,
    *,
    share: float,
    start_piece: int,
    folder: Path,
    report: Callable[[int, int], None],
) -> list[GoldText]:
    """Return all texts with what the teacher says of them.

    Annotated ones keep their links, and what is wanted of their words is the teacher's by a
    ``share`` in [0, 1]; ``plain`` ones (id and words) have labels and links by the teacher alone.
    Readings are kept in ``folder`` and taken from there again. ``report`` is told how many texts
    of how many have been read.
    """
    everything = [text.words for text in annotated] + [words for _, words in plain]
    readings: list[Reading] = []
    for number, first in enumerate(range(0, len(everything), TOGETHER)):
        group = everything[first : first + TOGETHER]
        path = folder / f"readings-{number:04}.safetensors"
        readings += _kept(path, group, teacher, start_piece)
        report(len(readings), len(everything))
    steps = teacher.network.chain.scores().detach().numpy()
    found = [
        replace(text, wanted=certain(text.labels).mixed(marginals(reading.emissions, steps), share))
        for text, reading in zip(annotated, readings, strict=False)
    ]
    for (name, words), reading in zip(plain, readings[len(annotated) :], strict=True):
        wanted = marginals(reading.emissions, steps)
        found.append(GoldText(name, words, reading.labels, reading.links, wanted))
    return found


def _kept(
    path: Path, texts: Sequence[Words], teacher: Teacher, start_piece: int
) -> Sequence[Reading]:
    """Return the readings in a file, after reading the texts where it holds none of these."""
    pieces = sha256(b"".join(words.pieces.tobytes() for words in texts)).hexdigest()
    about = {"teacher": teacher.digest, "texts": pieces}
    if path.exists():
        with safe_open(path, "pt") as opened:
            if opened.metadata() == about:
                return [_decoded(opened.get_tensor, i) for i in range(len(texts))]
    readings = read_texts(teacher.network, texts, start_piece)
    tensors: dict[str, torch.Tensor] = {}
    for i, reading in enumerate(readings):
        tensors |= _encoded(reading, i)
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    save_file(tensors, partial, about)
    partial.replace(path)
    return readings


def _encoded(reading: Reading, number: int) -> dict[str, torch.Tensor]:
    rows = [
        (index, role, low, high)
        for index, link in enumerate(reading.links)
        for role, (low, high) in _spans(link)
    ]
    return {
        f"{number}.emissions": torch.from_numpy(reading.emissions),
        f"{number}.labels": torch.from_numpy(reading.labels),
        f"{number}.links": torch.tensor(rows, dtype=torch.int64).reshape(-1, 4),
    }


def _decoded(tensor: Callable[[str], torch.Tensor], number: int) -> Reading:
    drafts: dict[int, dict[Role, list[WordSpan]]] = {}
    for index, role, low, high in tensor(f"{number}.links").tolist():
        drafts.setdefault(index, {role: [] for role in Role})[Role(role)].append((low, high))
    links = tuple(
        GoldLink(
            draft[Role.CUE][0], next(iter(draft[Role.SOURCE]), None), tuple(draft[Role.CONTENT])
        )
        for draft in drafts.values()
    )
    emissions = tensor(f"{number}.emissions").numpy().astype(np.float32)
    return Reading(emissions, tensor(f"{number}.labels").numpy(), links)


def _spans(link: GoldLink) -> Iterator[tuple[Role, WordSpan]]:
    if link.source:
        yield Role.SOURCE, link.source
    yield Role.CUE, link.cue
    for piece in link.content:
        yield Role.CONTENT, piece
