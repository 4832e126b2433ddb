"""Balancing: large entries of an input are made small, and what comes out stays the same."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from training_parts import PIECES, RECIPE, gold_texts, tiny_network  # noqa: E402

from sayso.train.balance import SHARE, balances  # noqa: E402
from sayso.train.loop import epoch_batches  # noqa: E402
from sayso.train.network import Network  # noqa: E402

SAMPLE = list(epoch_batches(gold_texts(), RECIPE, PIECES, epoch=0))


def products(network: Network) -> list[torch.nn.Linear]:
    layer = network.layers[0]
    return [layer.together, layer.attended, layer.widened, layer.narrowed]


def test_each_product_of_the_layers_is_balanced() -> None:
    network = tiny_network()
    found = balances(network, SAMPLE)
    assert list(found) == products(network)
    for product, balance in found.items():
        assert balance.shape == (product.in_features,)
        assert balance.min() > 0
        assert balance.log().mean().item() == pytest.approx(0.0, abs=1e-4)


def test_the_larger_an_entry_is_the_more_it_is_divided() -> None:
    network = tiny_network()
    norm, widened = network.layers[0].attended_norm, network.layers[0].widened
    before = balances(network, SAMPLE)[widened]
    with torch.no_grad():
        norm.weight[5] *= 100
        norm.bias[5] *= 100
    after = balances(network, SAMPLE)[widened]
    # All entries share what keeps their mean at one.
    even = 100 ** (-SHARE / widened.in_features)
    expected = torch.full_like(before, even)
    expected[5] *= 100**SHARE
    assert torch.allclose(after / before, expected, rtol=1e-3)


def test_an_entry_that_is_always_nothing_divides_nothing_by_zero() -> None:
    network = tiny_network()
    with torch.no_grad():
        network.layers[0].attended_norm.weight[3] = 0.0
        network.layers[0].attended_norm.bias[3] = 0.0
        network.layers[0].widened.weight[:, 4] = 0.0
    for balance in balances(network, SAMPLE).values():
        assert torch.isfinite(balance).all()
        assert torch.isfinite(1 / balance).all()


def test_the_network_is_left_as_it_was() -> None:
    network = tiny_network()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    balances(network, SAMPLE)
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert not any(product._forward_pre_hooks for product in products(network))
