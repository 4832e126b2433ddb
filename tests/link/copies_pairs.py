"""Read pairs of invented articles that are written out as text: see copies_pairs.txt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.model import Article, BlockKind, article_id, join_blocks

FOLDER = Path(__file__).parent
_TAKEN = re.compile(r"\[([a-z-]+)((?: \d+(?:-\d+)?)*)\]")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and what they share: "copy", "part" or "apart".

    ``shared`` are the indices of the first article's paragraphs that are the second's text.
    """

    kind: str
    first: Article
    second: Article
    shared: frozenset[int]

    def __str__(self) -> str:
        return f"{self.first.name} {self.kind} {self.second.name}"


@dataclass(frozen=True, slots=True)
class _Entry:
    article: Article
    paragraphs: tuple[str, ...]
    relations: tuple[tuple[str, str], ...]


def read_pairs(name: str) -> list[Pair]:
    """Return the pairs of a file, in its order. Raises ValueError where a line fits nothing."""
    text = (FOLDER / name).read_text("utf-8")
    parts = re.split(r"^== ([a-z-]+)\n", text, flags=re.MULTILINE)[1:]
    raw = dict(zip(parts[::2], parts[1::2], strict=True))
    entries: dict[str, _Entry] = {}
    for article in raw:
        _entry(article, raw, entries)
    return [
        _pair(kind, entry.article, said, entries)
        for entry in (entries[article] for article in raw)
        for kind, said in entry.relations
    ]


def articles_of(name: str) -> dict[str, Article]:
    """Return all articles of a file by name."""
    return {a.name: a for pair in read_pairs(name) for a in (pair.first, pair.second)}


def _pair(kind: str, article: Article, said: str, entries: Mapping[str, _Entry]) -> Pair:
    other, *numbers = said.split()
    if (kind == "part") != bool(numbers):
        raise ValueError(f"{article.name}: {kind}: {said}")
    return Pair(kind, article, entries[other].article, frozenset(int(n) - 1 for n in numbers))


def _entry(name: str, raw: Mapping[str, str], done: dict[str, _Entry]) -> _Entry:
    if name in done:
        return done[name]
    head, _, body = raw[name].partition("\n\n")
    facts = [line.partition(": ")[::2] for line in head.splitlines()]
    changes = [said.partition(" => ")[::2] for key, said in facts if key == "change"]
    paragraphs = _paragraphs(body, raw, done)
    for old, new in changes:
        if not any(old in paragraph for paragraph in paragraphs):
            raise ValueError(f"{name}: nothing reads {old!r}")
        paragraphs = [paragraph.replace(old, new).strip() for paragraph in paragraphs]
    known = dict(facts)
    article = make_article(
        name,
        paragraphs,
        title=known["title"],
        outlet=known["outlet"],
        published=date.fromisoformat(known["date"]),
    )
    relations = tuple((k, said) for k, said in facts if k in {"copy", "part", "apart"})
    done[name] = _Entry(article, tuple(paragraphs), relations)
    return done[name]


def _paragraphs(body: str, raw: Mapping[str, str], done: dict[str, _Entry]) -> list[str]:
    found: list[str] = []
    for piece in filter(None, (p.strip() for p in re.split(r"\n{2,}", body))):
        if (taken := _TAKEN.fullmatch(piece)) is None:
            found.append(piece)
            continue
        source = _entry(taken[1], raw, done).paragraphs
        wanted = taken[2].split() or [f"1-{len(source)}"]
        for part in wanted:
            first, _, last = part.partition("-")
            found.extend(source[int(first) - 1 : int(last or first)])
    return found


def make_article(
    name: str,
    paragraphs: list[str],
    *,
    title: str = "",
    outlet: str | None = None,
    published: date | None = None,
) -> Article:
    """Return an article of body paragraphs."""
    pieces = [(BlockKind.TITLE, title), *((BlockKind.BODY, p) for p in paragraphs)]
    text, blocks = join_blocks(pieces)
    id_ = article_id(outlet=outlet, url=None, title=title, published=published, text=text)
    return Article(
        id_, None, name, outlet, title, None, published, None, "en", text, blocks, text.encode(), ""
    )
