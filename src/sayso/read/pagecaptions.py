"""Captions that a page marks up: taken out of its tree, their places kept."""

from __future__ import annotations

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


def take_captions(tree: HtmlElement) -> dict[HtmlElement, Pieces]:
    """Take captions out of the tree, in place; an empty element stays for each, its key here."""
    taken: dict[HtmlElement, Pieces] = {}
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
            taken[marker] = pieces
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
