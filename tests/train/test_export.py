"""The exported graph: what the network computes, in 7 bits, through the tagger's own door."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from training_parts import PIECES, RECIPE, SHAPE, TOKENIZER, gold_texts, tiny_network  # noqa: E402

from sayso.tag.encoder.labels import LABELS, best_labels  # noqa: E402
from sayso.tag.encoder.links import PARTS, WIDTH  # noqa: E402
from sayso.tag.encoder.package import FILES, load_model, make_manifest, model_digest  # noqa: E402
from sayso.tag.encoder.windows import Window, make_window, windows  # noqa: E402
from sayso.train.export import WEIGHT_STEPS, write_onnx  # noqa: E402
from sayso.train.gold import gold_text  # noqa: E402
from sayso.train.inputs import make_inputs  # noqa: E402
from sayso.train.loop import Training, epoch_batches  # noqa: E402
from sayso.train.network import Network  # noqa: E402
from sayso.train.package import heads_of, write_package  # noqa: E402
from sayso.train.packaged import RECORD  # noqa: E402

SAMPLE = list(epoch_batches(gold_texts(), RECIPE, PIECES, epoch=0))
LONG = gold_text(
    {"id": "a", "text": "Vrel said that the dam held. " * 30, "attributions": []}, TOKENIZER
)
WINDOWS = [
    *(make_window(t.words, 0, len(t.words), PIECES.start) for t in gold_texts()),
    *windows(LONG.words, PIECES.start, longest=SHAPE.positions),
    make_window(LONG.words, 2, 3, PIECES.start),
]


def trained_network() -> Network:
    """Return a network that knows the gold texts, as words are told apart by it."""
    training = Training(tiny_network(), RECIPE)
    for _ in range(12):
        training.epoch = training.batch = 0
        training.train(
            gold_texts(), PIECES, report=lambda *_: None, save=lambda: None, epoch_done=lambda: None
        )
    return training.network.eval()


def outputs(network: Network, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Return what the network itself says of a window, in full precision."""
    inputs = make_inputs([window])
    with torch.no_grad():
        emissions, vectors = network.heads(network.encode(inputs), inputs.first)
    return emissions[0].numpy(), vectors[0].numpy()


@pytest.fixture(scope="module")
def network() -> Network:
    return trained_network()


@pytest.fixture(scope="module")
def package(network: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    write_package(network, TOKENIZER, folder, sample=SAMPLE, record={"recipe": "tiny"})
    return folder


def off(found: np.ndarray, expected: np.ndarray) -> float:
    """Return how far off an output is on average, as a share of how far it spreads."""
    return float(np.abs(found - expected).mean() / expected.std())


def test_outputs_are_nearly_the_networks(network: Network, package: Path) -> None:
    model = load_model(str(package))
    for window in WINDOWS:
        emissions, vectors = model.read(window)
        expected_emissions, expected_vectors = outputs(network, window)
        assert emissions.shape == expected_emissions.shape == (len(window.first), len(LABELS))
        assert vectors.shape == expected_vectors.shape == (len(window.first), len(PARTS), WIDTH)
        assert off(emissions, expected_emissions) < 0.05
        assert off(vectors, expected_vectors) < 0.05


def test_words_are_labelled_alike(network: Network, package: Path) -> None:
    model = load_model(str(package))
    steps = heads_of(network).steps
    found = best_labels([model.read(window)[0] for window in WINDOWS], steps)
    expected = best_labels([outputs(network, window)[0] for window in WINDOWS], steps)
    pairs = [
        p for one, other in zip(found, expected, strict=True) for p in zip(one, other, strict=True)
    ]
    assert len({label for _, label in pairs}) > 4
    assert sum(one == other for one, other in pairs) >= 0.97 * len(pairs)


def test_weights_keep_to_seven_bits(package: Path) -> None:
    graph = onnx.load(package / FILES[0]).graph
    arrays = {c.name: onnx.numpy_helper.to_array(c) for c in graph.initializer}
    weights = [a for name, a in arrays.items() if name.endswith("_weight") and a.dtype == np.int8]
    assert len(weights) == 4
    for array in weights:
        assert np.abs(array).max(axis=0).max() == WEIGHT_STEPS
        assert np.abs(array.astype(int)).max() <= WEIGHT_STEPS
    assert arrays["piece_rows"].dtype == np.int8


def test_the_graph_is_checked_and_named(package: Path) -> None:
    model = onnx.load(package / FILES[0])
    assert [port.name for port in model.graph.input] == ["pieces", "case", "quoting", "first"]
    assert [port.name for port in model.graph.output] == ["emissions", "vectors"]
    names = [name for node in model.graph.node for name in node.output]
    assert len(names) == len(set(names))


def test_the_same_network_is_written_the_same(network: Network, tmp_path: Path) -> None:
    one, other = tmp_path / "one.onnx", tmp_path / "other.onnx"
    write_onnx(network, one, SAMPLE)
    write_onnx(network, other, SAMPLE)
    assert one.read_bytes() == other.read_bytes()


def test_a_package_holds_what_the_tagger_loads(network: Network, package: Path) -> None:
    model = load_model(str(package))
    heads = heads_of(network)
    assert (model.heads.steps == heads.steps).all()
    assert (model.heads.to_cue.none == heads.to_cue.none).all()
    assert (model.heads.to_source.distance == heads.to_source.distance).all()
    assert model.start_piece == PIECES.start
    assert {path.name for path in package.iterdir()} == {*FILES, "manifest.json", RECORD}
    assert model_digest(str(package)) == make_manifest(package)["digest"]
    assert (package / RECORD).read_text("utf-8") == '{\n "recipe": "tiny"\n}\n'
