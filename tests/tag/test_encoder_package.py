"""The model package: loaded when it is whole, else an error that says how to go on without it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from encoder_parts import even_heads, tiny_tokenizer, write_tiny_package
from sayso.errors import MissingPartError
from sayso.tag.encoder import encoder_tagger, package
from sayso.tag.encoder.labels import LABELS
from sayso.tag.encoder.links import PARTS, WIDTH
from sayso.tag.encoder.package import (
    FILES,
    FORMAT,
    HEADS,
    MANIFEST,
    TOKENIZER,
    WEIGHTS,
    heads_json,
    load_model,
    make_manifest,
    model_digest,
    read_heads,
)
from sayso.tag.encoder.windows import make_window
from sayso.tag.encoder.words import make_words

LIKES = {"vrel": "B-source", "said": "B-cue", "so": "B-content"}
GO_ON = "--tagger rules"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_tiny_package(tmp_path / "model", LIKES)


def refused(folder: Path) -> str:
    """Load a package that can't be, and return what is told."""
    with pytest.raises(MissingPartError) as caught:
        load_model(str(folder))
    return str(caught.value)


def write_manifest(folder: Path, **changes: object) -> None:
    manifest = make_manifest(folder) | changes
    (folder / MANIFEST).write_text(json.dumps(manifest), "utf-8")


def test_a_whole_package_reads_windows(folder: Path) -> None:
    model = load_model(str(folder))
    words = make_words("Vrel said so", model.tokenizer)
    window = make_window(words, 0, len(words), model.start_piece)
    emissions, vectors = model.read(window)
    liked = [LABELS[label] for label in emissions.argmax(axis=1)]
    assert liked == ["B-source", "B-cue", "B-content", "O"]
    assert vectors.shape == (4, len(PARTS), WIDTH)
    assert emissions.dtype == vectors.dtype == np.float32


def test_the_tokenizer_neither_cuts_nor_pads(folder: Path) -> None:
    tokenizer = tiny_tokenizer(LIKES)
    tokenizer.enable_truncation(4)
    tokenizer.enable_padding(length=4)
    tokenizer.save(str(folder / TOKENIZER))
    write_manifest(folder)
    loaded = load_model(str(folder)).tokenizer
    assert [len(loaded.encode("so " * n, add_special_tokens=False).ids) for n in (1, 9)] == [1, 9]


def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MODEL_PACKAGE", "sayso_model_of_nobody")
    with pytest.raises(MissingPartError, match="sayso_model_of_nobody is not installed") as caught:
        encoder_tagger()
    assert GO_ON in str(caught.value)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    assert f"{tmp_path} holds no model" in refused(tmp_path)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    told = refused(folder)
    assert f"The model's {name} can't be read" in told
    assert GO_ON in told


@pytest.mark.parametrize("place", ["first", "middle", "last"])
@pytest.mark.parametrize("name", FILES)
def test_one_byte_is_damage_enough(folder: Path, name: str, place: str) -> None:
    content = bytearray((folder / name).read_bytes())
    content[{"first": 0, "middle": len(content) // 2, "last": -1}[place]] ^= 1
    (folder / name).write_bytes(content)
    told = refused(folder)
    assert f"The model's {name} is damaged" in told
    assert GO_ON in told


UNREADABLE = [
    *("", "{", "[]", "null", "\ufeff{}"),
    '{"format": 1}',
    '{"files": {}, "digest": ""}',
    '{"format": 1, "digest": "", "files": null}',
    '{"format": 1, "digest": "", "files": "all"}',
]


@pytest.mark.parametrize("manifest", UNREADABLE)
def test_a_broken_manifest_is_named(folder: Path, manifest: str) -> None:
    (folder / MANIFEST).write_text(manifest, "utf-8")
    told = refused(folder)
    assert f"The model's {MANIFEST} in {folder} can't be read" in told
    assert GO_ON in told


@pytest.mark.parametrize("version", [FORMAT + 1, 0, str(FORMAT), None])
def test_another_format_is_named(folder: Path, version: object) -> None:
    write_manifest(folder, format=version, files=["as it may be", "some day"])
    told = refused(folder)
    assert f"has format {version}, this sayso reads {FORMAT}" in told
    assert GO_ON in told


def test_a_file_that_the_manifest_leaves_out_counts_as_damaged(folder: Path) -> None:
    write_manifest(folder, files={})
    assert "is damaged" in refused(folder)


BROKEN: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "weights": (WEIGHTS, lambda content: content[: len(content) // 2]),
    "tokenizer": (TOKENIZER, lambda _: b"{}"),
    "tokenizer's pieces": (TOKENIZER, lambda content: content.replace(b"[unused1]", b"[unused2]")),
    "tokenizer's coding": (TOKENIZER, lambda _: b"\xff"),
    "heads": (HEADS, lambda _: b'{"steps": []}'),
    "heads' JSON": (HEADS, lambda content: content[:-5]),
}


@pytest.mark.parametrize("what", BROKEN)
def test_files_that_no_model_can_be_made_of(folder: Path, what: str) -> None:
    name, broken = BROKEN[what]
    (folder / name).write_bytes(broken((folder / name).read_bytes()))
    write_manifest(folder)
    told = refused(folder)
    assert f"The model in {folder} can't be used" in told
    assert GO_ON in told


def test_the_manifest_names_the_files_and_all_of_them_together(folder: Path) -> None:
    manifest = make_manifest(folder)
    digests = [sha256((folder / name).read_bytes()).hexdigest() for name in FILES]
    assert manifest["files"] == dict(zip(FILES, digests, strict=True))
    assert manifest["digest"] == sha256("".join(digests).encode()).hexdigest()
    assert (manifest["format"], manifest["labels"]) == (FORMAT, list(LABELS))
    assert model_digest(str(folder)) == manifest["digest"]


@pytest.mark.parametrize("name", FILES)
def test_the_digest_changes_with_any_file_and_with_nothing_else(folder: Path, name: str) -> None:
    before = make_manifest(folder)
    (folder / "training.json").write_text("{}", "utf-8")
    (folder / MANIFEST).unlink()
    assert make_manifest(folder) == before
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    assert make_manifest(folder)["digest"] != before["digest"]


def test_heads_are_read_as_they_were_written() -> None:
    heads = even_heads(near=1 / 3)
    found = read_heads(json.loads(json.dumps(heads_json(heads))))
    assert (found.steps == heads.steps).all()
    for one, other in ((found.to_source, heads.to_source), (found.to_cue, heads.to_cue)):
        assert all((array == asdict(other)[name]).all() for name, array in asdict(one).items())
        assert one.distance.dtype == np.float32
