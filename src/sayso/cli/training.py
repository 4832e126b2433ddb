"""``sayso train``: the attribution encoder anew, a teacher for it, or linking's pair model."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.console import remark
from sayso.errors import MissingPartError, UnknownNameError, UsageError

if TYPE_CHECKING:
    from sayso.train.attribution import Progress
    from sayso.train.loop import Recipe

TRAINABLE = ("attribution", "pairs", "teacher")
NEEDED = ("torch", "safetensors", "onnx")
NEEDED_BY_PAIRS = ("safetensors",)
"""To read an encoder's word pieces; nothing, where the shipped word vectors are kept."""
SECONDS_BETWEEN_REMARKS = 30.0


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be trained, and where everything lies."""

    corpus: Path
    output: Path
    base: Path | None
    checkpoints: Path
    epochs: int | None
    seed: int
    halved: bool
    teacher: Path | None
    plain: tuple[Path, ...]

    def recipe(self, known: Recipe) -> Recipe:
        """Return a recipe with what was ordered otherwise."""
        epochs = known.epochs if self.epochs is None else self.epochs
        return replace(known, seed=self.seed, epochs=epochs, halved=self.halved)


def train(
    what: Annotated[
        str, typer.Argument(help="What to train: attribution, a teacher for it, or pairs.")
    ],
    corpus: Annotated[
        Path, typer.Option("--corpus", help="Folder with *_train.jsonl and *_dev.jsonl files.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder for the model package.")
    ] = Path("sayso-model"),
    base: Annotated[
        Path | None,
        typer.Option(
            "--base",
            help="Folder of an encoder or model to start from [default: MiniLM; to teach MPNet].",
        ),
    ] = None,
    checkpoints: Annotated[
        Path, typer.Option("--checkpoints", help="Folder to keep checkpoints in, and resume from.")
    ] = Path("sayso-checkpoints"),
    epochs: Annotated[int | None, typer.Option(min=1, help="Times over the corpus.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Seed of all that is drawn.")] = 1,
    threads: Annotated[int, typer.Option(min=1, help="Processor cores to use.")] = 2,
    halved: Annotated[
        bool,
        typer.Option("--half", help="Multiply in 16 bits, if the processor can: bfloat16."),
    ] = False,
    teacher: Annotated[
        Path | None, typer.Option("--teacher", help="Folder of a teacher's checkpoints.")
    ] = None,
    plain: Annotated[
        list[Path] | None,
        typer.Option("--texts", help="JSON Lines file of texts that only the teacher reads."),
    ] = None,
) -> None:
    """Train the tagger's model or linking's; the tagger's goes on where it was stopped."""
    if what not in TRAINABLE:
        raise UnknownNameError("model to train", what, TRAINABLE)
    if plain and (teacher is None or what == "teacher"):
        raise UsageError(
            "Texts without annotation need a teacher who reads them",
            remedy="Use --texts with 'sayso train attribution --teacher FOLDER'",
        )
    if what == "pairs" and (halved or teacher):
        raise UsageError(
            "The pair model has no teacher and no 16 bits", remedy="Leave --teacher and --half out"
        )
    needed = NEEDED if what != "pairs" else NEEDED_BY_PAIRS if base else ()
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise MissingPartError(
            f"Training needs {', '.join(missing)}, not installed here",
            remedy="Install it with: make setup-train",
        )
    if not corpus.is_dir():
        raise UsageError(f"{corpus} is no folder", remedy="Name the corpora's folder")
    if what == "pairs":
        _train_pairs(corpus, output, base, epochs, seed)
        return
    import torch

    torch.set_num_threads(threads)
    order = Order(
        corpus, output, base, checkpoints, epochs, seed, halved, teacher, tuple(plain or ())
    )
    if what == "teacher":
        _train_teacher(order)
    else:
        _train_attribution(order)


def _train_pairs(
    corpus: Path, output: Path, base: Path | None, epochs: int | None, seed: int
) -> None:
    from sayso.cli.pairing import PairOrder, train_pair_model

    train_pair_model(PairOrder(corpus, output, base, epochs, seed))


def _train_attribution(order: Order) -> None:
    from sayso.train.attribution import train_attribution
    from sayso.train.base import open_base
    from sayso.train.corpus import read_corpus
    from sayso.train.loop import FURTHER, Recipe
    from sayso.train.packaged import is_package
    from sayso.train.taught import open_teacher

    further = order.base is not None and is_package(order.base)
    train_attribution(
        read_corpus(order.corpus, order.plain),
        open_base(order.base),
        order.recipe(FURTHER if further else Recipe()),
        out=order.output,
        checkpoints=order.checkpoints,
        report=_reporter(),
        teacher=open_teacher(order.teacher) if order.teacher else None,
        read=lambda done, of: remark(f"The teacher has read {done} of {of} texts"),
    )
    remark(
        f"The model is in {order.output}; try it with: SAYSO_MODEL={order.output} sayso tag FILE"
    )


def _train_teacher(order: Order) -> None:
    from sayso.train.attribution import train_teacher
    from sayso.train.base import open_base
    from sayso.train.corpus import read_corpus
    from sayso.train.mpnet import unpack_mpnet
    from sayso.train.teacher import TEACHER

    train_teacher(
        read_corpus(order.corpus),
        open_base(order.base or unpack_mpnet(order.checkpoints / "mpnet")),
        open_base(None).tokenizer,
        order.recipe(TEACHER),
        checkpoints=order.checkpoints,
        report=_reporter(),
    )
    remark(
        f"The teacher is in {order.checkpoints}; let it teach with: "
        f"sayso train attribution --teacher {order.checkpoints}"
    )


def _reporter() -> Callable[[Progress], None]:
    """Return what tells the user now and then how far a training is."""
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

    return report
