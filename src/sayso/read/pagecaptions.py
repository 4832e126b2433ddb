"""Captions that a page marks up: taken out of its tree, their places kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from sayso.model import BlockKind
from sayso.read.captions import Pieces, known_caption
from sayso.read.chrome import is_chrome
from sayso.read.pagetree import (
    drop,
    elements_of,
    is_attached,
    markup_words,
    text_of,
    words_of_class,
)

_NAMED_CAPTION_TAGS = frozenset({"div", "p", "span", "dd", "small", "em", "i", "cite", "section"})
_NOT_IN_CAPTIONS = ("h1", "table", "blockquote", "pre", "article")
_LONGEST_CAPTION = 1500


@dataclass(frozen=True, slots=True)
class Caption:
    """The pieces of one caption, and how many characters of the story's page stand before it.

    ``position`` counts the characters that are not white space in the cleaned tree.
    """

    position: int
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class FlatPage:
    """A tree's characters but white space, and where in them the captions stood."""

    text: str
    captions: tuple[Caption, ...]


def take_captions(tree: HtmlElement) -> list[tuple[HtmlElement, Pieces]]:
    """Take captions out of the tree, in place; an empty marker element stays for each."""
    taken: list[tuple[HtmlElement, Pieces]] = []
    seen: set[Pieces] = set()
    for element in elements_of(tree):
        if not is_attached(element, tree):
            continue
        pieces = _caption_of(element)
        if pieces is None:
            continue
        marker = element.makeelement("span")
        marker.tail, element.tail = element.tail, None
        parent = element.getparent()
        if parent is None:
            continue
        parent.replace(element, marker)
        if pieces and pieces not in seen:
            seen.add(pieces)
            taken.append((marker, pieces))
    return taken


def _caption_of(element: HtmlElement) -> Pieces | None:
    """Return a caption element's pieces, () for one without words, None for any other element."""
    if element.tag == "figure":
        if _is_photo(element):
            inner = list(element.iter("figcaption")) or [element]
            return tuple(piece for one in inner for piece in _pieces_of(one))
        return None
    if element.tag == "figcaption":
        return _pieces_of(element)
    if element.tag not in _NAMED_CAPTION_TAGS:
        return None
    words = words_of_class(element)
    if words & markup_words("caption"):
        return _pieces_of(element) if _is_photo(element) else None
    if words & markup_words("credit") and words & markup_words("picture") and _is_photo(element):
        text = text_of(element)
        return ((BlockKind.CREDIT, text),) if text else ()
    return None


def _is_photo(element: HtmlElement) -> bool:
    """Whether a figure is a picture with a few words, not a table, a quotation or the story."""
    if any(next(element.iter(tag), None) is not None for tag in _NOT_IN_CAPTIONS):
        return False
    return len(text_of(element)) <= _LONGEST_CAPTION


def _pieces_of(element: HtmlElement) -> Pieces:
    root = element.getroottree().getroot()
    makers: list[str] = []
    for inner in elements_of(element)[1:]:
        if words_of_class(inner) & markup_words("credit") and is_attached(inner, root):
            makers.append(text_of(inner))
            drop(inner)
    text = text_of(element)
    pieces = () if is_chrome(text) else known_caption(text)
    return (*pieces, *((BlockKind.CREDIT, credit) for credit in makers if credit))


def flatten(tree: HtmlElement, taken: Iterable[tuple[HtmlElement, Pieces]]) -> FlatPage:
    """Return the flat text of a tree; the markers that ``take_captions`` left are dropped."""
    markers = dict(taken)
    parts: list[str] = []
    captions: list[Caption] = []
    length = 0
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        if event == "start" and node in markers:
            captions.append(Caption(length, markers[node]))
        part = squeeze((node.text if event == "start" else node.tail) or "")
        parts.append(part)
        length += len(part)
    for marker in markers:
        drop(marker)
    return FlatPage("".join(parts), tuple(captions))


def squeeze(text: str) -> str:
    """Return ``text`` without white space, by which trafilatura's text differs from the page's."""
    return "".join(text.split())
