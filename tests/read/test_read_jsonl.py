from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import pytest

from sayso.errors import InputError
from sayso.model import Article, BlockKind
from sayso.read import Hints, read_inputs
from sayso.read.source import HEAD_BYTES

STORY = "The council met on Monday and decided to mend the bridge."


def read(raw: bytes | str, **hints: object) -> list[Article | InputError]:
    data = raw.encode() if isinstance(raw, str) else raw
    return list(
        read_inputs(
            ["-"],
            hints=Hints(format="jsonl", **hints),
            stdin=io.BytesIO(data),
            fetch=None,  # type: ignore[arg-type]
        )
    )


def one(fields: dict[str, object], **hints: object) -> Article:
    (article,) = read(json.dumps(fields), **hints)
    assert isinstance(article, Article), article
    return article


def bodies(article: Article) -> list[str]:
    return [
        article.text[block.start : block.end]
        for block in article.blocks
        if block.kind is BlockKind.BODY
    ]


def test_all_fields_are_read_and_others_left_alone() -> None:
    fields = {
        "id": "a-1", "url": "https://n.example/1", "outlet": "Northern Wire", "title": "Bridge",
        "published": "2026-05-05T23:59:00+03:00", "text": STORY, "language": "fr", "other": [1],
    }  # fmt: skip
    article = one(fields, outlet="Hint", published=date(2020, 1, 1))
    assert article.given_id == "a-1"
    assert article.url == "https://n.example/1"
    assert article.outlet == "Northern Wire"
    assert article.title == "Bridge"
    assert article.published == date(2026, 5, 5)
    assert article.language == "fr"
    assert article.text == f"Bridge\n\n{STORY}"
    assert article.raw == json.dumps(fields).encode()
    assert article.name == "standard input:line 1"


def test_hints_fill_missing_fields() -> None:
    article = one({"text": STORY}, outlet="Hint", published=date(2020, 1, 1), language="fr")
    assert (article.outlet, article.published, article.language) == (
        "Hint",
        date(2020, 1, 1),
        "fr",
    )
    assert article.given_id is None


@pytest.mark.parametrize(
    ("title", "text", "body"),
    [
        ("Bridge mended", STORY, [STORY]),
        ("Bridge mended", f"Bridge mended\n\n{STORY}", [STORY]),
        ("Bridge mended", f"BRIDGE MENDED.\n\n{STORY}", [STORY]),
        ("Bridge mended", f"Bridge mended. {STORY}", [STORY]),
        ("Bridge mended", f"Bridge mended: {STORY}", [STORY]),
        ("Bridge mended", f"5 May 2026 Bridge mended. {STORY}", [STORY]),
        ("Bridge mended", f"Tue May 5 2026 Bridge mended. {STORY}", [STORY]),
        ("Bridge mended", f"Menu\n\nBridge mended\n\n{STORY}", [STORY]),
        ("Old town bridge mended at last", f"Old town bridge mended at last {STORY}", [STORY]),
        ("Bridge mended", "Bridge mended by masons, they said.", ["Bridge mended by masons, they said."]),
        ("Bridge", "Bridge Street is closed.", ["Bridge Street is closed."]),
        ("Bridge mended", "Bridge mended", []),
    ],
)  # fmt: skip
def test_a_headline_stands_once(title: str, text: str, body: list[str]) -> None:
    article = one({"title": title, "text": text})
    first = article.blocks[0]
    assert first.kind is BlockKind.TITLE
    assert article.text[: first.end] == title
    assert bodies(article) == body


def test_a_date_before_the_headline_counts_when_no_other_is_given() -> None:
    text = f"5 May 2026 Bridge mended. {STORY}"
    assert one({"title": "Bridge mended", "text": text}).published == date(2026, 5, 5)
    given = one({"title": "Bridge mended", "text": text, "published": "2026-05-06"})
    assert given.published == date(2026, 5, 6)


def test_text_is_shaped_as_pasted_text_is() -> None:
    text = f"Loading\n\n{STORY}\n\nSmoke [Jane Doe/Agency]\n\nRead more"
    kinds = [block.kind for block in one({"title": "Bridge", "text": text}).blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.BODY, BlockKind.CAPTION, BlockKind.CREDIT]


def test_html_is_read_as_a_page() -> None:
    html = f"<nav>Home.</nav><article><h1>Bridge</h1><p>{STORY}</p><p>It holds.</p></article>"
    article = one({"html": html, "published": "2026-05-05"})
    assert article.text == f"Bridge\n\n{STORY}\n\nIt holds."
    assert article.published == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{broken", "is not valid JSON"),
        ("[1, 2]", "is not a JSON object"),
        ("null", "is not a JSON object"),
        ("{}", "has no text"),
        ('{"text": ""}', "has no text"),
        ('{"text": "  "}', "has no text"),
        ('{"text": 7}', '"text" that is not a string'),
        ('{"text": "x", "title": ["y"]}', '"title" that is not a string'),
        ('{"text": "x", "published": "last week"}', '"published" that is no date'),
        ('{"text": "x", "published": "05/06/2026"}', '"published" that is no date'),
        ('{"text": "x", "published": 20260505}', '"published" that is not a string'),
        ('{"text": "Menu"}', "holds no article text"),
        ("[" * 100_000, "nests too deeply"),
        (b'{"text": "caf\xe9"}', "is not UTF-8"),
        ('{"text": "' + "a" * 3_000 + '"}', "larger than the limit of 0.002 MB"),
    ],
)
def test_a_bad_line_is_named_and_the_next_ones_go_on(line: str | bytes, message: str) -> None:
    bad = line.encode() if isinstance(line, str) else line
    good = json.dumps({"text": STORY}).encode()
    limit = 2_000 if b"aaa" in bad else 4_000_000
    first, second, third = read(b"\n".join([good, bad, good, b""]), max_bytes=limit)
    assert isinstance(first, Article)
    assert isinstance(second, InputError)
    assert isinstance(third, Article)
    assert "standard input:line 2 " in second.problem
    assert message in second.problem
    assert second.remedy
    assert third.name == "standard input:line 3"
    assert first.id == third.id


def test_a_last_line_cut_short_is_named_as_such() -> None:
    good, error = read(json.dumps({"text": STORY}) + '\n{"text": "The coun')
    assert isinstance(good, Article)
    assert isinstance(error, InputError)
    assert "cut short" in error.problem
    assert "line 2" in error.problem


def test_blank_lines_marks_and_carriage_returns_are_no_articles() -> None:
    good = json.dumps({"text": STORY})
    articles = read(f"\ufeff{good}\r\n\r\n  \n{good}\r\n")
    assert [a.name for a in articles if isinstance(a, Article)] == [
        "standard input:line 1",
        "standard input:line 4",
    ]


def test_escapes_that_are_no_characters_are_replaced() -> None:
    (article,) = read('{"text": "The dam \\ud800 held\\u0000 on \\ud83d\\ude00 Monday."}')
    assert isinstance(article, Article)
    assert article.text == "The dam \ufffd held on 😀 Monday."


@pytest.mark.parametrize("raw", [b"", b"\n\n", b" \r\n"])
def test_no_lines_are_an_error(raw: bytes) -> None:
    (error,) = read(raw)
    assert isinstance(error, InputError)
    assert "empty" in error.problem


class Endless(io.RawIOBase):
    """A stream of ever more lines, which counts what was taken of it."""

    def __init__(self, line: bytes) -> None:
        self.line, self.taken = line, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        size = min(len(buffer), len(self.line))
        buffer[:size] = self.line[:size]
        self.taken += size
        return size


def first_of(stream: BinaryIO, count: int) -> Iterator[Article | InputError]:
    articles = read_inputs(
        ["-"], hints=Hints(format="jsonl", max_bytes=100_000), stdin=stream, fetch=None
    )
    for _ in range(count):
        yield next(articles)


def test_lines_are_streamed() -> None:
    raw = Endless(json.dumps({"text": STORY}).encode() + b"\n")
    found = list(first_of(io.BufferedReader(raw, buffer_size=8192), 3))
    assert all(isinstance(article, Article) for article in found)
    assert raw.taken < 10 * (HEAD_BYTES + (1 << 20))


def test_a_line_over_the_limit_is_skipped_without_holding_it() -> None:
    good = json.dumps({"text": STORY}).encode()
    first, second = read(b'{"text": "' + b"a" * 5_000_000 + b'"}\n' + good, max_bytes=100_000)
    assert isinstance(first, InputError)
    assert "max_article_mb" in first.remedy
    assert isinstance(second, Article)


def test_broken_json_names_one_line_only() -> None:
    (found,) = read('{"title": broken}\n')
    assert isinstance(found, InputError)
    assert "line 1 is not valid JSON (Expecting value at character 11)" in found.problem
