"""Narrowed inner layers: nothing changes when all is kept, and the least useful goes first."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training_parts import PIECES, RECIPE, SHAPE, gold_texts, tiny_network  # noqa: E402

from sayso.train.loop import epoch_batches  # noqa: E402
from sayso.train.loss import Batch  # noqa: E402
from sayso.train.network import Network  # noqa: E402
from sayso.train.prune import narrowed  # noqa: E402

SAMPLE = list(epoch_batches(gold_texts(), RECIPE, PIECES, epoch=0))


def encoded(network: Network, batch: Batch) -> torch.Tensor:
    with torch.no_grad():
        return network.eval().encode(batch.inputs)


def test_with_all_entries_kept_the_output_is_the_same() -> None:
    network = tiny_network()
    small = narrowed(network, SAMPLE, SHAPE.inner)
    for batch in SAMPLE:
        assert torch.equal(encoded(small, batch), encoded(network, batch))


def test_entries_that_do_nothing_are_taken_out() -> None:
    network = tiny_network()
    idle = torch.arange(0, SHAPE.inner, 4)
    with torch.no_grad():
        network.layers[0].narrowed.weight[:, idle] = 0.0
    small = narrowed(network, SAMPLE, SHAPE.inner - len(idle))
    assert small.shape.inner == SHAPE.inner - len(idle)
    assert small.layers[0].widened.weight.shape == (small.shape.inner, SHAPE.hidden)
    for batch in SAMPLE:
        assert torch.allclose(encoded(small, batch), encoded(network, batch), atol=1e-5)


def test_the_entries_left_keep_their_order_and_the_network_its_own() -> None:
    network = tiny_network()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    small = narrowed(network, SAMPLE, 10)
    bias = before["layers.0.widened.bias"].tolist()
    places = [bias.index(value) for value in small.layers[0].widened.bias.tolist()]
    assert places == sorted(set(places))
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert not network.layers[0].widened._forward_hooks
