"""The loop: every word once an epoch, batches within their size, rates by layer."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")

from training_parts import PIECES, RECIPE, SHAPE, gold_texts, tiny_network  # noqa: E402

from sayso.train.loop import Recipe, Training, epoch_batches, make_optimizer  # noqa: E402
from sayso.train.loss import Batch  # noqa: E402
from sayso.train.network import Network  # noqa: E402

TEXTS = gold_texts() * 3


def batches(epoch: int = 0, **changes: float) -> list[Batch]:
    return list(epoch_batches(TEXTS, replace(RECIPE, **changes), PIECES, epoch))


def told(found: list[Batch]) -> list[list[list[int]]]:
    return [batch.inputs.pieces.tolist() for batch in found]


@pytest.mark.parametrize("epoch", range(3))
def test_every_word_is_in_one_batch_of_an_epoch(epoch: int) -> None:
    words = sum(len(text.words) for text in TEXTS)
    assert sum(int(batch.lengths.sum()) for batch in batches(epoch)) == words


def test_batches_keep_to_their_size() -> None:
    found = batches(batch=60)
    assert len(found) > 1
    for batch in found:
        texts, pieces = batch.inputs.pieces.shape
        assert texts == 1 or texts * pieces <= 60
        assert pieces <= RECIPE.longest


def test_an_epochs_batches_are_decided_by_seed_and_epoch() -> None:
    assert told(batches()) == told(batches())
    assert told(batches()) != told(batches(epoch=1))
    assert told(batches()) != told(batches(seed=RECIPE.seed + 1))


def test_rates_fall_from_layer_to_layer_and_the_vocabulary_stays() -> None:
    network = Network(replace(SHAPE, layers=3))
    recipe = Recipe(rate=1.0, head_rate=5.0, bias_rate=7.0, layer_decay=0.5)
    rates = {
        id(parameter): (group["lr"], group["weight_decay"])
        for group in make_optimizer(network, recipe).param_groups
        for parameter in group["params"]
    }
    found = {name: rates.get(id(parameter)) for name, parameter in network.named_parameters()}
    decay = recipe.weight_decay
    expected = {
        "pieces.weight": None,
        "positions.weight": (0.125, decay),
        "norm.bias": (0.125, 0.0),
        "case.weight": (1.0, decay),
        "layers.0.together.weight": (0.25, decay),
        "layers.1.narrowed.bias": (0.5, 0.0),
        "layers.2.attended_norm.weight": (1.0, 0.0),
        "emit.weight": (5.0, decay),
        "project.bias": (5.0, 0.0),
        "chain.steps": (7.0, decay),
        "to_cue.none": (7.0, 0.0),
    }
    assert {name: found[name] for name in expected} == expected
    assert [name for name, rate in found.items() if rate is None] == ["pieces.weight"]


def trained(recipe: Recipe) -> tuple[Training, list[float], list[int]]:
    """Train a tiny network; return it, its losses, and the epochs that were told as done."""
    training = Training(tiny_network(), recipe)
    losses: list[float] = []
    done: list[int] = []
    training.train(
        TEXTS,
        PIECES,
        report=lambda _batch, _batches, loss: losses.append(loss),
        save=lambda: None,
        epoch_done=lambda: done.append(training.epoch),
    )
    return training, losses, done


def test_training_learns_and_tells_each_epoch() -> None:
    training, losses, done = trained(replace(RECIPE, epochs=6))
    assert done == [1, 2, 3, 4, 5, 6]
    assert training.step == len(losses)
    each = len(losses) // 6
    assert sum(losses[-each:]) < sum(losses[:each]) / 2


def test_the_average_follows_the_weights_without_touching_them() -> None:
    training, _, _ = trained(RECIPE)
    averaged = training.averaged_network()
    assert not averaged.training
    start = dict(tiny_network().named_parameters())
    last = dict(training.network.named_parameters())
    found = dict(averaged.named_parameters())
    assert torch.equal(found["pieces.weight"], start["pieces.weight"])
    for name in ("emit.weight", "layers.0.together.weight", "chain.steps"):
        behind = (found[name] - start[name]).norm()
        assert 0 < behind < (last[name] - start[name]).norm() * 1.5
        assert not torch.equal(found[name], last[name])


def test_the_same_seed_trains_the_same_weights() -> None:
    one, other = (trained(RECIPE)[0].network.state_dict() for _ in range(2))
    assert all(torch.equal(one[name], other[name]) for name in one)
