"""Corpora: what is read of a folder, and what is said of one that can't be used."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.train.corpus import read_corpus

TEXT = "🌊 Vrel said it held."
FOUND = {"source": [[2, 6]], "cue": [[7, 11]], "content": [[12, 19]]}
LINE = {"id": "a", "text": TEXT, "attributions": [FOUND]}


def write(path: Path, *lines: object) -> None:
    text = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    path.write_text(text, "utf-8")


def refused(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_corpus(folder)
    return str(caught.value)


def test_all_files_of_a_part_are_read(tmp_path: Path) -> None:
    write(tmp_path / "x_train.jsonl", LINE, "", LINE | {"id": "b"})
    write(tmp_path / "a_train.jsonl", LINE | {"id": "c", "attributions": []})
    write(tmp_path / "x_dev.jsonl", LINE | {"id": "d", "note": "kept"})
    write(tmp_path / "x_test.jsonl", "{broken")
    write(tmp_path / "train.jsonl", "{broken")
    corpus = read_corpus(tmp_path)
    assert [entry["id"] for entry in corpus.train] == ["c", "a", "b"]
    assert list(corpus.dev) == [LINE | {"id": "d", "note": "kept"}]
    assert corpus.digests == {
        name: sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in ("a_train.jsonl", "x_train.jsonl", "x_dev.jsonl")
    }


@pytest.mark.parametrize("name", [None, "x_dev.jsonl", "x_train.json", "train.jsonl"])
def test_without_a_text_to_train_on(tmp_path: Path, name: str | None) -> None:
    if name:
        write(tmp_path / name, LINE)
    assert f"{tmp_path} holds no text to train on" in refused(tmp_path)


def test_a_file_of_blank_lines_is_nothing_to_train_on(tmp_path: Path) -> None:
    write(tmp_path / "x_train.jsonl", "", "  ")
    assert "no text to train on" in refused(tmp_path)


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in LINE.items() if name != key}


def annotated(**roles: object) -> dict[str, Any]:
    return LINE | {"attributions": [FOUND | roles]}


BROKEN: list[tuple[object, str]] = [
    ("{broken", "JSONDecodeError"),
    ("[1]", "TypeError"),
    ("null", "TypeError"),
    (without("id"), "'id'"),
    (without("text"), "'text'"),
    (without("attributions"), "'attributions'"),
    (LINE | {"attributions": None}, "TypeError"),
    (LINE | {"attributions": [{"source": [], "cue": []}]}, "'content'"),
    (annotated(source=[[0]]), "ValueError"),
    (annotated(source=[0, 4]), "TypeError"),
    (annotated(source=[["0", "4"]]), "TypeError"),
    (annotated(cue=[[5, 5]]), "the cue [5, 5] is no range of its text"),
    (annotated(cue=[[8, 5]]), "the cue [8, 5]"),
    (annotated(content=[[0, 3], [-1, 3]]), "the content [-1, 3]"),
    (annotated(content=[[12, len(TEXT) + 1]]), "the content [12, 21]"),
]


@pytest.mark.parametrize(("line", "problem"), BROKEN)
def test_a_line_that_is_no_annotated_text_is_named(
    tmp_path: Path, line: object, problem: str
) -> None:
    write(tmp_path / "x_train.jsonl", LINE, "", line, LINE)
    told = refused(tmp_path)
    assert f"{tmp_path / 'x_train.jsonl'}, line 3 is no annotated text" in told
    assert problem in told


def test_a_span_may_reach_to_the_end(tmp_path: Path) -> None:
    write(tmp_path / "x_train.jsonl", annotated(content=[[12, len(TEXT)]]))
    assert len(read_corpus(tmp_path).train) == 1


def test_lines_of_the_development_part_are_checked_too(tmp_path: Path) -> None:
    write(tmp_path / "x_train.jsonl", LINE)
    write(tmp_path / "x_dev.jsonl", LINE, annotated(cue=[[0, 99]]))
    assert "x_dev.jsonl, line 2" in refused(tmp_path)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "x_train.jsonl").write_bytes(b'{"id": "\xff"}\n')
    assert "line 1 is no annotated text" in refused(tmp_path)


def test_plain_texts_are_read_beside(tmp_path: Path) -> None:
    write(tmp_path / "x_train.jsonl", LINE)
    plain = tmp_path / "more.jsonl"
    write(plain, {"text": "Vrel said so.", "camp": "north"}, "", {"id": "b", "text": "Marr did."})
    corpus = read_corpus(tmp_path, [plain])
    assert [(e["id"], e["text"]) for e in corpus.plain] == [
        ("more.jsonl/1", "Vrel said so."),
        ("b", "Marr did."),
    ]
    assert set(corpus.digests) == {"x_train.jsonl", "more.jsonl"}
    assert len(corpus.train) == 1


@pytest.mark.parametrize("line", [{"id": "a"}, {"text": 7}, ["text"], "{"])
def test_a_line_that_is_no_text_is_named(tmp_path: Path, line: object) -> None:
    write(tmp_path / "x_train.jsonl", LINE)
    write(tmp_path / "more.jsonl", {"text": "Vrel said so."}, line)
    with pytest.raises(InputError, match=r"more\.jsonl, line 2 is no text"):
        read_corpus(tmp_path, [tmp_path / "more.jsonl"])


def test_plain_texts_that_are_not_there_are_told(tmp_path: Path) -> None:
    write(tmp_path / "x_train.jsonl", LINE)
    with pytest.raises(InputError, match=r"more\.jsonl can't be read"):
        read_corpus(tmp_path, [tmp_path / "more.jsonl"])
