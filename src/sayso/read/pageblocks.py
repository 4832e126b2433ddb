"""The blocks of a cleaned page, in its order, and which of them trafilatura finds to be story.

trafilatura picks the story well, but joins, repeats or reorders paragraphs of short pages. So
the words are taken from the page itself, and trafilatura only says which.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from sayso.read.captions import Pieces
from sayso.read.chrome import ends_sentence, is_chrome
from sayso.read.pagetree import BLOCK_TAGS
from sayso.read.shape import Passage, headline_key

_SPACES = re.compile(r"[ \t\n\r\f]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_CELLS = frozenset({"td", "th"})
_CELL_GAP = " | "
_CONTAINERS = frozenset({"body", "div", "article", "section", "main", "header", "ul", "ol", "dl"})
_SHORT_KEY = 24


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One paragraph, heading, list item or table row, or the caption that stands in its place.

    ``container`` is the element that holds it side by side with others.
    """

    passage: Passage
    container: HtmlElement | None


@dataclass(slots=True)
class _Walk:
    """State of one walk over a tree: the block being collected and the blocks around it."""

    blocks: list[PageBlock] = field(default_factory=list)
    lines: list[str] = field(default_factory=lambda: [""])
    container: HtmlElement | None = None
    waiting: list[Pieces] = field(default_factory=list)
    around: list[HtmlElement] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if not text:
            return
        if any(element.tag == "pre" for element in self.around):
            first, *others = _BLANK_LINE.split(text)
            self._append(first)
            for other in others:
                self.flush()
                self._append(other)
        else:
            self._append(text)

    def _append(self, text: str) -> None:
        if not self.lines[-1].strip() and text.strip():
            self.container = self._container()
        self.lines[-1] += text

    def _container(self) -> HtmlElement | None:
        owner = self.around[-1] if self.around else None
        if owner is not None and owner.tag not in _CONTAINERS:
            return owner.getparent()
        return owner

    def flush(self) -> None:
        lines = tuple(line for raw in self.lines if (line := _SPACES.sub(" ", raw).strip()))
        # A caption inside a paragraph goes before it: the paragraph stays whole.
        if lines or not self.around:
            self.blocks.extend(PageBlock(Passage((), pieces), None) for pieces in self.waiting)
            self.waiting.clear()
        if lines:
            self.blocks.append(PageBlock(Passage(lines), self.container))
        self.lines = [""]


def page_blocks(tree: HtmlElement, captions: Mapping[HtmlElement, Pieces]) -> list[PageBlock]:
    """Return the blocks of a tree in document order.

    ``captions`` maps the empty elements that stand for captions to their pieces. A line break
    is a new line of its block; a table row is one line, its cells parted by " | ".
    """
    body = tree.find("body")
    walk = _Walk()
    for event, node in iterwalk(tree if body is None else body, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        is_block = node.tag in BLOCK_TAGS and not _is_plain_cell(node)
        if event == "start":
            if node in captions:
                walk.waiting.append(captions[node])
            if is_block:
                walk.flush()
                walk.around.append(node)
            elif node.tag == "br":
                walk.lines.append("")
            elif node.tag in _CELLS and "".join(walk.lines).strip():
                walk.lines[-1] += _CELL_GAP
            walk.add(node.text)
            continue
        if is_block:
            walk.flush()
            walk.around.pop()
        if walk.around:
            walk.add(node.tail)
    walk.around.clear()
    walk.flush()
    return walk.blocks


def _is_plain_cell(node: HtmlElement) -> bool:
    return node.tag in _CELLS and next(node.iterdescendants(*BLOCK_TAGS), None) is None


def story_blocks(tree: HtmlElement, blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """Return the blocks that are story, with all captions.

    A block counts when its words stand in the text that trafilatura extracts, when it lies
    between two such blocks in the container of one, or when it goes on with the sentences of
    the first or last of them: nothing is lost from inside a story.
    """
    document = bare_extraction(
        tree, fast=True, favor_recall=True, include_comments=False, include_tables=True
    )
    if not isinstance(document, Document) or document.body is None:
        return []
    chosen = _chosen(blocks, headline_key(" ".join(map(str, document.body.itertext()))))
    if not chosen:
        return []
    containers = {blocks[index].container for index in chosen}
    first, last = _stretched(blocks, min(chosen), -1), _stretched(blocks, max(chosen), 1)
    return [
        block
        for index, block in enumerate(blocks)
        if block.passage.caption
        or index in chosen
        or (first <= index <= last and block.container in containers)
    ]


def _stretched(blocks: Sequence[PageBlock], index: int, step: int) -> int:
    """Return how far the story goes on beyond a block: sentences beside it, in its container."""
    end = index
    for position in range(index + step, len(blocks) if step > 0 else -1, step):
        block = blocks[position]
        if block.passage.caption:
            continue
        if block.container is not blocks[index].container or not _is_prose(block.passage):
            break
        end = position
    return end


def _is_prose(passage: Passage) -> bool:
    text = " ".join(passage.lines)
    return ends_sentence(text) and not is_chrome(text)


def _chosen(blocks: Sequence[PageBlock], extracted: str) -> set[int]:
    """Return the indexes of the blocks whose letters and digits stand in the extracted ones."""
    chosen: set[int] = set()
    cursor = 0
    for index, block in enumerate(blocks):
        key = headline_key("".join(block.passage.lines))
        if not key:
            continue
        if extracted.startswith(key, cursor):
            found = cursor
        elif len(key) >= _SHORT_KEY:
            # A short one, "share", would be found inside the words of a later paragraph.
            found = extracted.find(key, cursor)
        else:
            found = -1
        if found >= 0:
            chosen.add(index)
            cursor = found + len(key)
    return chosen
