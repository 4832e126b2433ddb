from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from sayso.errors import InputError, UnknownNameError
from sayso.model import Article
from sayso.read import READERS, Fetched, Hints, count_inputs, read_inputs, reader_named

STORY = "The council met on Monday and decided to mend the bridge."


def read(*arguments: str | Path, **hints: object) -> list[Article | InputError]:
    return list(
        read_inputs(
            [str(a) for a in arguments],
            hints=Hints(**hints),
            stdin=None,
            fetch=None,  # type: ignore[arg-type]
        )
    )


def names(results: list[Article | InputError]) -> list[str]:
    return [Path(a.name).name for a in results if isinstance(a, Article)]


def error(results: list[Article | InputError]) -> InputError:
    (found,) = results
    assert isinstance(found, InputError)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub" / "deep").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "a.md").write_text(f"# Bridge\n\n{STORY}")
    (tmp_path / "sub" / "c.html").write_text(f"<html><p>{STORY}</p></html>")
    (tmp_path / "sub" / "deep" / "d.jsonl").write_text(json.dumps({"text": STORY}) * 1)
    (tmp_path / "sub" / "e.TXT").write_text(STORY)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / ".secret.txt").write_text(STORY)
    (tmp_path / ".hidden" / "f.txt").write_text(STORY)
    return tmp_path


IN_ORDER = ["a.md", "b.txt", "c.html", "d.jsonl:line 1", "e.TXT"]


def test_a_folder_is_searched_in_order_for_known_endings(folder: Path) -> None:
    assert names(read(folder)) == IN_ORDER


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.html", ["c.html"]),
        ("sub/*", ["c.html", "e.TXT"]),
        ("**/*.[jmt]*", ["a.md", "b.txt", "d.jsonl:line 1"]),
        (".hidden/*.txt", ["f.txt"]),
    ],
)
def test_globs(folder: Path, pattern: str, expected: list[str]) -> None:
    assert names(read(f"{folder}/{pattern}")) == expected


def test_a_relative_glob(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names(read("sub/**/*.jsonl")) == ["d.jsonl:line 1"]


def test_a_file_named_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "[1].txt").write_text(STORY)
    assert names(read(tmp_path / "[1].txt")) == ["[1].txt"]


def test_the_same_file_is_read_once(folder: Path) -> None:
    assert names(read(folder / "b.txt", folder, folder / "b.txt")) == [
        "b.txt",
        "a.md",
        "c.html",
        "d.jsonl:line 1",
        "e.TXT",
    ]


def test_loops_of_folders_end(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    assert names(read(folder)) == IN_ORDER
    assert names(read(f"{folder}/**/*.html")) == ["c.html"]


def test_bad_inputs_are_yielded_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    results = read(
        folder / "nothing.txt", folder / "b.txt", folder / "picture.png", folder / "gone.txt",
        f"{folder}/*.xml", folder / "a.md", "",
    )  # fmt: skip
    problems = [str(result) for result in results if isinstance(result, InputError)]
    assert names(results) == ["b.txt", "a.md"]
    assert [
        next(
            word
            for word in ("does not exist", "PNG picture", "No file fits", "no path")
            if word in p
        )
        for p in problems
    ] == ["does not exist", "PNG picture", "does not exist", "No file fits", "no path"]
    assert "nothing.txt" in problems[0]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b" \n", "white space"),
        (gzip.compress(b"x"), "gzip archive"),
        (b"x" * 3_000, "is larger with 0.0 MB than the limit of 0.002 MB"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    found = error(read(path, max_bytes=2_000))
    assert problem in found.problem
    assert str(path) in found.problem
    assert found.remedy


def test_a_file_over_the_limit_says_its_size_and_the_setting(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    path.write_text("<p>" + STORY * 100_000)
    found = error(read(path))
    assert "with 5.7 MB" in found.problem
    assert "4 MB" in found.problem
    assert "--max-article-mb" in found.remedy
    assert "max_article_mb" in found.remedy


def test_a_large_file_of_json_lines_is_not_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": STORY}) + "\n") * 50)
    assert len(names(read(path, max_bytes=1_000))) == 50


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"x")
    found = error(read(tmp_path))
    assert str(tmp_path) in found.problem
    assert ".jsonl" in found.remedy


def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text(STORY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "may not be read" in error(read(path)).problem


def test_a_device_is_no_file() -> None:
    assert "is not a file" in error(read("/dev/null")).problem


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("page.txt", f"<!DOCTYPE html><html><body><p>{STORY}</p></body></html>", STORY),
        ("page.jsonl", f"\n  <html><p>{STORY}</p></html>", STORY),
        ("page.txt", f"<?xml version='1.0'?><!-- x --><html><p>{STORY}</p></html>", STORY),
        ("lines.txt", json.dumps({"text": STORY}), STORY),
        ("lines.html", json.dumps({"html": f"<html><p>{STORY}</p></html>"}), STORY),
        ("lines", json.dumps({"text": STORY + " And so on." * 3_000})[:-1] + "}", None),
        ("talk.txt", f"{STORY}\n\nThe <html> tag is old.", f"{STORY}\n\nThe <html> tag is old."),
        ("brace.txt", f"{{sic}} {STORY}", f"{{sic}} {STORY}"),
        ("plain", STORY, STORY),
    ],
)
def test_the_format_is_told_by_content_first(
    tmp_path: Path, name: str, content: str, expected: str | None
) -> None:
    path = tmp_path / name
    path.write_text(content)
    (article,) = read(path)
    assert isinstance(article, Article), article
    assert expected is None or article.text == expected


def test_the_callers_format_goes_before_all(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<p>{STORY}</p>")
    (article,) = read(path, format="text")
    assert isinstance(article, Article)
    assert article.text == f"<p>{STORY}</p>"


def test_an_unknown_format_lists_the_valid_ones() -> None:
    with pytest.raises(UnknownNameError, match="html, jsonl, text"):
        read_inputs(["x"], hints=Hints(format="odt"), stdin=None, fetch=None)
    assert reader_named("text") is READERS["text"]


def test_standard_input_and_its_absence() -> None:
    (article,) = read_inputs(["-"], hints=Hints(), stdin=io.BytesIO(STORY.encode()), fetch=None)
    assert isinstance(article, Article)
    assert article.name == "standard input"
    assert "no standard input" in error(read("-")).problem


def test_addresses_are_fetched() -> None:
    pages = {
        "https://n.example/dam": Fetched(
            f"<p>{STORY} Çelik</p>".encode("windows-1252"),
            "https://n.example/2026/05/05/dam",
            "text/html; charset=windows-1252",
            "windows-1252",
        )
    }
    (article,) = read_inputs(
        ["https://n.example/dam"], hints=Hints(), stdin=None, fetch=pages.__getitem__
    )
    assert isinstance(article, Article)
    assert article.text == f"{STORY} Çelik"
    assert article.url == "https://n.example/2026/05/05/dam"
    assert article.outlet == "n.example"
    assert article.name == "https://n.example/dam"
    assert "web address" in error(read("https://n.example/dam")).problem


def test_plain_text_is_fetched() -> None:
    page = Fetched(STORY.encode(), "https://n.example/dam.php", "text/plain", None)
    (article,) = read_inputs(
        ["https://n.example/dam"], hints=Hints(), stdin=None, fetch=lambda _: page
    )
    assert isinstance(article, Article)
    assert article.text == STORY


def test_inputs_are_counted_before_they_are_read(folder: Path) -> None:
    lines = folder / "sub" / "deep" / "d.jsonl"
    lines.write_text("{}\n{}\n{}")
    arguments = [str(folder), str(folder / "nothing.txt")]
    assert count_inputs(arguments) == 8
    assert len(read(*arguments)) == 8
    assert count_inputs([*arguments, "-"]) is None
    assert count_inputs(["https://n.example"]) is None
    assert count_inputs([str(lines)], format="text") == 1
