"""Articles: one published text, cut into blocks, with the bytes it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.ids import content_id


class BlockKind(StrEnum):
    """What a block of the canonical text is."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"


BLOCK_SEPARATOR = "\n\n"
"""Stands between two blocks of a canonical text, and belongs to neither."""


@dataclass(frozen=True, slots=True)
class Block:
    """Half-open range of code points of one paragraph, headline, caption or credit."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a row tells of its article."""

    id: str
    outlet: str | None
    title: str | None
    published: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """One published text: ``text`` is canonical, ``raw`` the bytes as they came.

    ``given_id`` is the id that the input carried, if any; ``name`` says where it was read from
    (a path, a URL, ``path:line``); ``raw_sha256`` is the hex digest of ``raw``.
    """

    id: str
    given_id: str | None
    name: str
    outlet: str | None
    title: str | None
    byline: str | None
    published: date | None
    url: str | None
    language: str
    text: str
    blocks: tuple[Block, ...]
    raw: bytes
    raw_sha256: str

    @property
    def head(self) -> ArticleHead:
        """The fields that a row tells of its article."""
        return ArticleHead(self.id, self.outlet, self.title, self.published, self.url)


def article_id(
    *, outlet: str | None, url: str | None, title: str | None, published: date | None, text: str
) -> str:
    """Return an article's id: the same text by another outlet or on another day is another one."""
    return content_id(
        "article", outlet, url, title, published.isoformat() if published else None, text
    )


def join_blocks(pieces: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Return the canonical text of the pieces and their blocks; blank pieces are left out."""
    kept = [(kind, piece.strip()) for kind, piece in pieces if piece.strip()]
    blocks: list[Block] = []
    position = 0
    for kind, piece in kept:
        blocks.append(Block(kind, position, position + len(piece)))
        position += len(piece) + len(BLOCK_SEPARATOR)
    return BLOCK_SEPARATOR.join(piece for _, piece in kept), tuple(blocks)


def paragraphs(text: str, kind: BlockKind = BlockKind.BODY) -> tuple[Block, ...]:
    """Return the blocks of a raw text whose paragraphs are parted by blank lines, in place."""
    blocks: list[Block] = []
    start: int | None = None
    end = position = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            if start is None:
                start = position + line.index(stripped[0])
            end = position + len(line.rstrip())
        elif start is not None:
            blocks.append(Block(kind, start, end))
            start = None
        position += len(line)
    if start is not None:
        blocks.append(Block(kind, start, end))
    return tuple(blocks)


def block_at(blocks: Sequence[Block], position: int) -> Block | None:
    """Return the block that holds this code point, or None between blocks."""
    return next((b for b in blocks if b.start <= position < b.end), None)
