"""``sayso train``: the attribution encoder anew from a corpus."""

from __future__ import annotations

import time
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.console import remark
from sayso.errors import MissingPartError, UnknownNameError, UsageError

TRAINABLE = ("attribution",)
NEEDED = ("torch", "safetensors", "onnx")
SECONDS_BETWEEN_REMARKS = 30.0


def train(
    what: Annotated[str, typer.Argument(help="What to train: attribution.")],
    corpus: Annotated[
        Path, typer.Option("--corpus", help="Folder with *_train.jsonl and *_dev.jsonl files.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for the model package.")
    ] = Path("sayso-model"),
    base: Annotated[
        Path | None,
        typer.Option("--base", help="Folder of the encoder to start from [default: MiniLM]."),
    ] = None,
    checkpoints: Annotated[
        Path, typer.Option("--checkpoints", help="Folder to keep checkpoints in, and resume from.")
    ] = Path("sayso-checkpoints"),
    epochs: Annotated[int | None, typer.Option(min=1, help="Times over the corpus.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Seed of all that is drawn.")] = 1,
    threads: Annotated[int, typer.Option(min=1, help="Processor cores to use.")] = 2,
) -> None:
    """Train the tagger's model from a corpus; stopped with Ctrl-C, it goes on where it stood."""
    if what not in TRAINABLE:
        raise UnknownNameError("model to train", what, TRAINABLE)
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise MissingPartError(
            f"Training needs {', '.join(missing)}, not installed here",
            remedy="Install it with: make setup-train",
        )
    if not corpus.is_dir():
        raise UsageError(f"{corpus} is no folder", remedy="Name the corpora's folder")
    _train(corpus, output, base, checkpoints, epochs, seed, threads)


def _train(
    corpus: Path,
    output: Path,
    base: Path | None,
    checkpoints: Path,
    epochs: int | None,
    seed: int,
    threads: int,
) -> None:
    import torch

    from sayso.train.attribution import Progress, train_attribution
    from sayso.train.base import open_base
    from sayso.train.corpus import read_corpus
    from sayso.train.loop import Recipe

    torch.set_num_threads(threads)
    recipe = Recipe(seed=seed) if epochs is None else Recipe(seed=seed, epochs=epochs)
    told = 0.0
    recent: list[float] = []

    def report(at: Progress) -> None:
        nonlocal told
        recent.append(at.loss)
        if time.monotonic() - told > SECONDS_BETWEEN_REMARKS or at.batch == at.batches:
            told = time.monotonic()
            remark(
                f"epoch {at.epoch + 1} of {at.epochs}, batch {at.batch} of {at.batches}, "
                f"loss {sum(recent) / len(recent):.4f}"
            )
            recent.clear()

    train_attribution(
        read_corpus(corpus),
        open_base(base),
        recipe,
        out=output,
        checkpoints=checkpoints,
        report=report,
    )
    remark(f"The model is in {output}; try it with: SAYSO_MODEL={output} sayso tag FILE")
