"""The encoder to start from: its weights taken over, its absence told."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from safetensors.torch import save_file  # noqa: E402
from training_parts import SHAPE, bert_weights, unmarked, write_base  # noqa: E402

from sayso.errors import MissingPartError  # noqa: E402
from sayso.train import base as base_module  # noqa: E402
from sayso.train.base import Base, open_base  # noqa: E402


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return open_base(write_base(tmp_path / "encoder"))


def refused(folder: Path) -> str:
    with pytest.raises(MissingPartError) as caught:
        open_base(folder)
    return str(caught.value)


def test_a_base_is_named_by_its_weights_digest(base: Base) -> None:
    weights = (base.folder / "model.safetensors").read_bytes()
    assert base.digest == sha256(weights).hexdigest()


def test_the_same_seed_makes_the_same_network(base: Base) -> None:
    one, same, other = (base.network(SHAPE, seed).state_dict() for seed in (3, 3, 4))
    assert all(torch.equal(one[name], same[name]) for name in one)
    new = {name for name in one if not torch.equal(one[name], other[name])}
    assert new == {"emit.weight", "emit.bias", "project.weight", "project.bias"}


def test_the_encoders_weights_are_taken_over(base: Base) -> None:
    state = base.network(SHAPE, 1).state_dict()
    weights = bert_weights()
    at = "encoder.layer.0"
    together = [weights[f"{at}.attention.self.{n}.weight"] for n in ("query", "key", "value")]
    assert torch.equal(state["layers.0.together.weight"], torch.cat(together))
    assert torch.equal(state["layers.0.widened.bias"], weights[f"{at}.intermediate.dense.bias"])
    assert torch.equal(state["layers.0.narrowed.weight"], weights[f"{at}.output.dense.weight"])
    places = weights["embeddings.position_embeddings.weight"]
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    assert torch.equal(state["positions.weight"], places + kind)
    assert torch.equal(state["pieces.weight"], weights["embeddings.word_embeddings.weight"])
    assert not state["case.weight"].any()
    assert not state["quoting.weight"].any()


def bert(words: torch.Tensor) -> torch.Tensor:
    """Return BERT's encoding of pieces [piece], written out as in its paper, from the weights."""
    weights = bert_weights()
    hidden = SHAPE.hidden

    def linear(x: torch.Tensor, name: str) -> torch.Tensor:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def normed(x: torch.Tensor, name: str) -> torch.Tensor:
        centred = x - x.mean(dim=1, keepdim=True)
        spread = (centred.square().mean(dim=1, keepdim=True) + 1e-12).sqrt()
        return centred / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    x = weights["embeddings.word_embeddings.weight"][words]
    x = x + weights["embeddings.position_embeddings.weight"][: len(words)]
    x = normed(x + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    at = "encoder.layer.0"
    q, k, v = (linear(x, f"{at}.attention.self.{n}") for n in ("query", "key", "value"))
    size = hidden // SHAPE.heads
    heads = []
    for low in range(0, hidden, size):
        part = slice(low, low + size)
        scores = q[:, part] @ k[:, part].T / size**0.5
        heads.append(scores.softmax(dim=1) @ v[:, part])
    attended = linear(torch.cat(heads, dim=1), f"{at}.attention.output.dense")
    x = normed(x + attended, f"{at}.attention.output.LayerNorm")
    wide = linear(x, f"{at}.intermediate.dense")
    wide = wide * 0.5 * (1 + torch.erf(wide / 2**0.5))
    return normed(x + linear(wide, f"{at}.output.dense"), f"{at}.output.LayerNorm")


def test_the_network_computes_what_bert_does(base: Base) -> None:
    network = base.network(SHAPE, 1).eval()
    pieces = torch.tensor([2, 9, 30, 9, 11, 50])
    with torch.no_grad():
        found = network.encode(unmarked(pieces))[0]
    assert torch.allclose(found, bert(pieces), atol=1e-4)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    told = refused(tmp_path)
    assert f"There is no encoder to train in {tmp_path}" in told
    assert "--base" in told


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_missing_file_is_no_encoder(base: Base, name: str) -> None:
    (base.folder / name).unlink()
    assert name in refused(base.folder)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"model": 1}', b"\xff"])
def test_a_broken_tokenizer_is_no_encoder(base: Base, content: bytes) -> None:
    (base.folder / "tokenizer.json").write_bytes(content)
    assert "There is no encoder to train" in refused(base.folder)


def test_a_vocabulary_without_our_pieces_is_named(base: Base) -> None:
    path = base.folder / "tokenizer.json"
    path.write_text(path.read_text("utf-8").replace("[unused1]", "[unusual]"), "utf-8")
    assert "lacks [unused1]" in refused(base.folder)


def test_damaged_weights_are_told(base: Base) -> None:
    path = base.folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-8])
    with pytest.raises(MissingPartError, match=r"model\.safetensors holds no encoder"):
        open_base(base.folder).network(SHAPE, 1)


def test_weights_of_another_shape_are_told(base: Base) -> None:
    for shape in (replace(SHAPE, layers=2), replace(SHAPE, inner=48)):
        with pytest.raises(MissingPartError, match=r"Shape\(layers=.*--base"):
            base.network(shape, 1)


def test_weights_of_another_kind_are_told(base: Base) -> None:
    save_file({"bias": torch.zeros(2)}, base.folder / "model.safetensors")
    with pytest.raises(MissingPartError, match="holds no encoder"):
        base.network(SHAPE, 1)


def test_without_the_package_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base_module, "BASE_PACKAGE", "encoder_of_nobody")
    with pytest.raises(MissingPartError, match=r"encoder_of_nobody is not installed.*setup-train"):
        open_base(None)
