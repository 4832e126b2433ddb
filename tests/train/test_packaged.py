"""A package's weights in the network again: what it says is what the package says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from training_parts import PIECES, RECIPE, SHAPE, TOKENIZER, gold_texts, tiny_network  # noqa: E402

from sayso.errors import MissingPartError  # noqa: E402
from sayso.train.base import open_base  # noqa: E402
from sayso.train.loop import epoch_batches  # noqa: E402
from sayso.train.network import Network  # noqa: E402
from sayso.train.package import heads_of, write_package  # noqa: E402
from sayso.train.packaged import is_package, package_network  # noqa: E402

SAMPLE = list(epoch_batches(gold_texts(), RECIPE, PIECES, epoch=0))


@pytest.fixture
def package(tmp_path: Path) -> Path:
    write_package(
        tiny_network(4).eval(), TOKENIZER, tmp_path, sample=SAMPLE, record={"epochs_done": 3}
    )
    return tmp_path


def emissions(network: Network) -> torch.Tensor:
    with torch.no_grad():
        batch = SAMPLE[0]
        return network.eval().heads(network.encode(batch.inputs), batch.inputs.first)[0]


def test_the_network_is_the_one_that_was_written(package: Path) -> None:
    # The heads are known by the caller; all other sizes are the package's own.
    found = package_network(package, replace(SHAPE, hidden=8, inner=8, layers=7))
    written = tiny_network(4)
    assert found.shape == SHAPE
    expected = emissions(written)
    # Steps of 7 bits are lost, no more.
    assert (emissions(found) - expected).abs().max() < 0.1 * expected.abs().max()
    own, other = heads_of(found), heads_of(written.eval())
    assert own.steps == pytest.approx(other.steps)
    assert own.to_cue.distance == pytest.approx(other.to_cue.distance)
    assert own.to_source.none == pytest.approx(other.to_source.none)


def test_a_base_may_be_a_package(package: Path) -> None:
    assert is_package(package)
    base = open_base(package)
    assert len(base.digest) == 64
    assert base.record()["training"] == {"epochs_done": 3}
    first, second = base.network(SHAPE, 1), base.network(SHAPE, 2)
    assert torch.equal(emissions(first), emissions(second))


@pytest.mark.parametrize("name", ["model.onnx", "heads.json"])
def test_a_damaged_package_is_told(package: Path, name: str) -> None:
    (package / name).write_bytes((package / name).read_bytes()[:40])
    with pytest.raises(MissingPartError, match="can't be trained on"):
        package_network(package, SHAPE)
