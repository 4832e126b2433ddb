"""The training loop: batches, rates, averaged weights, checkpoints to resume from."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.tag.encoder.windows import windows
from sayso.train.gold import GoldText
from sayso.train.loss import Batch, Example, batch_loss, make_batch, make_example
from sayso.train.network import Network


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained; sizes of windows and batches are in word pieces."""

    seed: int = 1
    epochs: int = 9
    batch: int = 2048
    shortest: int = 80
    longest: int = 208
    rate: float = 2e-4
    head_rate: float = 1e-3
    bias_rate: float = 5e-3
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.06
    dropout: float = 0.1
    hide_words: float = 0.08
    hide_case: float = 0.1
    hide_spans: float = 0.12
    link_weight: float = 0.5
    average: float = 0.998
    inner: int = 1152
    lessons: int = 2
    frozen: int = 0
    halved: bool = False
    taught: float = 0.5


FURTHER = Recipe(epochs=4, rate=1e-4, head_rate=5e-4, bias_rate=2.5e-3)
"""How a network is trained further that was trained before."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces with a use of their own."""

    start: int
    mask: int


def epoch_batches(
    texts: Sequence[GoldText], recipe: Recipe, pieces: Pieces, epoch: int
) -> Iterator[Batch]:
    """Yield one epoch's batches; the same recipe and epoch give the same ones."""
    rng = np.random.default_rng((recipe.seed, epoch))
    examples: list[Example] = []
    for text in texts:
        longest = int(rng.integers(recipe.shortest, recipe.longest + 1))
        first = int(rng.integers(recipe.shortest // 2, longest + 1))
        for window in windows(text.words, pieces.start, longest=longest, shortest_first=first):
            examples.append(make_example(text, window))
    # Windows of like length share a batch; a little noise keeps the batches from being the same.
    keys = [len(e.window.pieces) * float(rng.uniform(0.95, 1.05)) for e in examples]
    order = np.argsort(keys)
    groups: list[list[Example]] = [[]]
    longest = 0
    for index in order:
        example = examples[index]
        longest = max(longest, len(example.window.pieces))
        if groups[-1] and longest * (len(groups[-1]) + 1) > recipe.batch:
            groups.append([])
            longest = len(example.window.pieces)
        groups[-1].append(example)
    for index in rng.permutation(len(groups)):
        yield make_batch(
            groups[index],
            rng,
            mask_piece=pieces.mask,
            hide_words=recipe.hide_words,
            hide_case=recipe.hide_case,
        )


def make_optimizer(network: Network, recipe: Recipe) -> torch.optim.AdamW:
    """Return AdamW with rates that fall from layer to layer.

    The vocabulary stays as it is, and so do as many of the lowest layers as the recipe says.
    """
    network.pieces.weight.requires_grad_(False)
    if recipe.frozen:
        network.positions.requires_grad_(False)
        network.norm.requires_grad_(False)
        network.layers[: recipe.frozen].requires_grad_(False)
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("layers."):
            above = network.shape.layers - 1 - int(name.split(".")[1])
            rate = recipe.rate * recipe.layer_decay**above
        elif name.startswith(("positions", "norm")):
            rate = recipe.rate * recipe.layer_decay**network.shape.layers
        elif name.startswith(("case", "quoting")):
            rate = recipe.rate
        elif name.startswith(("chain", "to_")):
            rate = recipe.bias_rate
        else:
            rate = recipe.head_rate
        decay = recipe.weight_decay if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": parameters, "lr": rate, "weight_decay": decay, "full_rate": rate}
            for (rate, decay), parameters in groups.items()
        ],
        fused=True,
    )


class Training:
    """A network in training, with all that goes on from step to step."""

    def __init__(self, network: Network, recipe: Recipe) -> None:
        self.network = network
        self.recipe = recipe
        self.optimizer = make_optimizer(network, recipe)
        self.averaged = {n: p.detach().clone() for n, p in network.named_parameters()}
        self.step = 0
        self.epoch = 0
        self.batch = 0

    def train(
        self,
        texts: Sequence[GoldText],
        pieces: Pieces,
        *,
        report: Callable[[int, int, float], None],
        save: Callable[[], None],
        epoch_done: Callable[[], None],
        every: float = 300.0,
    ) -> None:
        """Train to the end of the recipe.

        ``report`` is told each batch's number, how many there are, and its loss; ``save`` is
        called at least every so many seconds, ``epoch_done`` after each epoch.
        """
        saved = time.monotonic()
        while self.epoch < self.recipe.epochs:
            batches = list(epoch_batches(texts, self.recipe, pieces, self.epoch))
            whole = len(batches) * self.recipe.epochs
            while self.batch < len(batches):
                loss = self._one(batches[self.batch], self.step / whole)
                self.step += 1
                self.batch += 1
                report(self.batch, len(batches), loss)
                if time.monotonic() - saved > every:
                    save()
                    saved = time.monotonic()
            self.epoch += 1
            self.batch = 0
            epoch_done()
            save()

    def _one(self, batch: Batch, done: float) -> float:
        recipe = self.recipe
        # Seeded by step, so that a resumed training drops the same entries.
        torch.manual_seed(recipe.seed * 1_000_003 + self.step)
        share = min(done / recipe.warm_up, (1 - done) / (1 - recipe.warm_up))
        for group in self.optimizer.param_groups:
            group["lr"] = group["full_rate"] * max(share, 0.01)
        self.network.train()
        loss = batch_loss(
            self.network,
            batch,
            dropout=recipe.dropout,
            link_weight=recipe.link_weight,
            hide_spans=recipe.hide_spans,
            halved=recipe.halved,
        )
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        keep = min(recipe.average, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for name, parameter in self.network.named_parameters():
                if parameter.requires_grad:
                    self.averaged[name].lerp_(parameter, 1 - keep)
        return float(loss.detach())

    def averaged_network(self) -> Network:
        """Return a network with the averaged weights, which read better than the last ones."""
        network = Network(self.network.shape)
        network.load_state_dict(self.averaged)
        return network.eval()
