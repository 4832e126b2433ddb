"""Checkpoints: a training that was stopped goes on as if it had not been."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from safetensors.torch import load_file, save_file  # noqa: E402
from training_parts import PIECES, RECIPE, gold_texts, tiny_network  # noqa: E402

from sayso.errors import UsageError  # noqa: E402
from sayso.train.checkpoint import FILE, restore, save  # noqa: E402
from sayso.train.loop import Recipe, Training  # noqa: E402

TEXTS = gold_texts() * 2
RECORD = {"recipe": asdict(RECIPE), "corpora": {"x_train.jsonl": "1f"}, "lessons": 0}


class StoppedError(Exception):
    """What Ctrl-C is to a training."""


def trained(folder: Path, *, stop_at: int | None = None, recipe: Recipe = RECIPE) -> Training:
    """Train from the folder's checkpoint, if there is one, perhaps not to the end."""
    training = Training(tiny_network(), recipe)
    restore(training, folder, RECORD)

    def report(_batch: int, _batches: int, _loss: float) -> None:
        if training.step == stop_at:
            raise StoppedError

    training.train(
        TEXTS,
        PIECES,
        report=report,
        save=lambda: save(training, folder, RECORD),
        epoch_done=lambda: None,
        every=0.0,
    )
    return training


def same(one: Training, other: Training) -> bool:
    weights, others = one.network.state_dict(), other.network.state_dict()
    return all(torch.equal(weights[name], others[name]) for name in weights) and all(
        torch.equal(one.averaged[name], other.averaged[name]) for name in one.averaged
    )


@pytest.mark.parametrize("stops", [[1], [2], [5], [3, 5], [2, 3, 4]])
def test_stopping_changes_nothing(tmp_path: Path, stops: list[int]) -> None:
    whole = trained(tmp_path / "whole")
    assert whole.step > max(stops)
    for stop in stops:
        with pytest.raises(StoppedError):
            trained(tmp_path / "parts", stop_at=stop)
    parts = trained(tmp_path / "parts")
    assert (parts.step, parts.epoch) == (whole.step, whole.epoch)
    assert same(parts, whole)


def test_a_training_that_is_over_does_nothing_more(tmp_path: Path) -> None:
    first = trained(tmp_path)
    written = (tmp_path / FILE).read_bytes()
    again = trained(tmp_path)
    assert again.step == first.step
    assert same(again, first)
    assert (tmp_path / FILE).read_bytes() == written


def test_without_a_checkpoint_it_begins_at_the_beginning(tmp_path: Path) -> None:
    training = Training(tiny_network(), RECIPE)
    restore(training, tmp_path / "nothing", RECORD)
    assert (training.step, training.epoch, training.batch) == (0, 0, 0)


def test_what_an_interrupted_write_leaves_does_no_harm(tmp_path: Path) -> None:
    training = Training(tiny_network(), RECIPE)
    save(training, tmp_path, RECORD)
    (tmp_path / f"{FILE}.partial").write_bytes(b"half of")
    restore(training, tmp_path, RECORD)
    save(training, tmp_path, RECORD)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


OTHERS = [
    RECORD | {"recipe": asdict(replace(RECIPE, seed=2))},
    RECORD | {"corpora": {"x_train.jsonl": "2e"}},
    RECORD | {"lessons": 1},
    {"recipe": asdict(RECIPE)},
]


@pytest.mark.parametrize("record", OTHERS)
def test_another_trainings_checkpoint_is_refused(tmp_path: Path, record: dict[str, object]) -> None:
    save(Training(tiny_network(), RECIPE), tmp_path, RECORD)
    with pytest.raises(UsageError, match="other settings or texts") as caught:
        restore(Training(tiny_network(), RECIPE), tmp_path, record)
    assert "remove it to begin anew" in str(caught.value)


def test_numbers_are_compared_as_json_holds_them(tmp_path: Path) -> None:
    record = {"recipe": {"rate": 0.1 + 0.2, "sizes": (1, 2)}}
    save(Training(tiny_network(), RECIPE), tmp_path, record)
    restore(Training(tiny_network(), RECIPE), tmp_path, record)


@pytest.mark.parametrize("keep", [0, 4, 200, -1])
def test_a_damaged_checkpoint_is_told(tmp_path: Path, keep: int) -> None:
    training = Training(tiny_network(), RECIPE)
    save(training, tmp_path, RECORD)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(UsageError, match=r"can't be read.*Remove it"):
        restore(training, tmp_path, RECORD)


@pytest.mark.parametrize("about", [None, {"at": "{}"}, {"at": "{", "record": "{}"}])
def test_tensors_of_something_else_are_told(tmp_path: Path, about: dict[str, str] | None) -> None:
    training = Training(tiny_network(), RECIPE)
    save(training, tmp_path, RECORD)
    save_file(load_file(tmp_path / FILE), tmp_path / FILE, about)
    with pytest.raises(UsageError, match=r"can't be read"):
        restore(training, tmp_path, RECORD)
