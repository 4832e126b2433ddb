"""HTML pages: trafilatura finds the story, captions and credits are taken out before."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from sayso.errors import InputError
from sayso.model import Article, BlockKind
from sayso.read.build import Draft, finish
from sayso.read.canonical import canonical_characters
from sayso.read.captions import Pieces
from sayso.read.chrome import ends_sentence
from sayso.read.decode import declared_charset, decode, refuse_binary
from sayso.read.pagecaptions import FlatPage, flatten, squeeze, take_captions
from sayso.read.pagefacts import host_name, page_facts
from sayso.read.pagetree import parse_page, remove_chrome
from sayso.read.shape import Paragraph, shape
from sayso.read.source import Hints, Source

# Their remarks on single pages are not for the user; without a handler Python would print them.
for _library in ("trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_BLOCKS = frozenset(("p", "head", "item", "quote", "list", "table", "row", "code", "div", "body"))
_CELL_GAP = " | "
_SENTENCE_WORDS = 12
_KEY_LENGTH = 80
_SEARCH_WINDOW = 200_000


def read_html(source: Source, hints: Hints) -> Iterator[Article | InputError]:
    """Yield the one article of a page. Raises InputError when there is none."""
    refuse_binary(source.name, source.head)
    raw = source.read(hints.max_bytes)
    charset = source.charset or declared_charset(raw[:4096])
    html = decode(source.name, raw, charset=charset, lenient=True)
    yield html_article(html, Draft(source.name, raw), hints, fetched_from=source.url)


def html_article(
    html: str, draft: Draft, hints: Hints, *, fetched_from: str | None = None
) -> Article:
    """Return the article of a page; what the draft knows goes before what the page says.

    Raises InputError when no story is found in the page.
    """
    tree = parse_page(canonical_characters(html))
    if tree is None:
        raise _no_article(draft.name)
    facts = page_facts(tree, url=fetched_from)
    remove_chrome(tree)
    taken = take_captions(tree)
    page = flatten(tree, taken)
    titles = (draft.title, *facts.titles) if draft.title else facts.titles
    shaped = shape(_story(tree), titles=titles)
    if not any(_is_sentence(text) for kind, text in shaped.pieces if kind is BlockKind.BODY):
        raise _no_article(draft.name)
    url = draft.url or facts.url
    known = replace(
        draft,
        title=titles[0] if titles else None,
        byline=facts.byline or shaped.byline,
        outlet=draft.outlet or facts.outlet or hints.outlet or host_name(url),
        published=draft.published or facts.published or shaped.published or hints.published,
        url=url,
        language=draft.language or facts.language,
    )
    return finish(known, _with_captions(shaped.pieces, page), language=hints.language)


def _no_article(name: str) -> InputError:
    return InputError(
        f"{name} is a page in which no article is found",
        remedy="Check the page, or save the article's text as a .txt file",
    )


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) or len(text.split()) >= _SENTENCE_WORDS


def _story(tree: HtmlElement) -> list[Paragraph]:
    """Return the paragraphs of the story that trafilatura finds in a cleaned tree."""
    document = bare_extraction(
        tree, fast=True, favor_recall=True, include_comments=False, include_tables=True
    )
    if not isinstance(document, Document) or document.body is None:
        return []
    return list(_paragraphs(document.body))


def _paragraphs(body: _Element) -> Iterator[Paragraph]:
    """Yield the lines of each block of trafilatura's tree; table rows are blocks of one line."""
    text = ""
    for event, node in iterwalk(body, events=("start", "end")):
        if node.tag in _BLOCKS and text:
            yield from _lines(text)
            text = ""
        if event == "start":
            if node.tag == "lb":
                text += "\n"
            elif node.tag == "cell" and text:
                text += _CELL_GAP
            text += _flow(node.text)
        elif node is not body:
            text += _flow(node.tail)
    yield from _lines(text)


def _flow(text: str | None) -> str:
    # Line feeds in the source of a page are spaces; only <br> breaks a line.
    return (text or "").replace("\n", " ").replace("\t", " ")


def _lines(text: str) -> Iterator[Paragraph]:
    lines = [" ".join(line.split(" ")).strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    if lines:
        yield lines


def _with_captions(pieces: Sequence[tuple[BlockKind, str]], page: FlatPage) -> Pieces:
    """Return the pieces with the page's captions where they stood among the paragraphs."""
    merged: list[tuple[BlockKind, str]] = []
    waiting = list(page.captions)
    cursor = 0
    for kind, text in pieces:
        key = squeeze(text)[:_KEY_LENGTH]
        found = page.text.find(key, cursor, cursor + _SEARCH_WINDOW) if waiting else -1
        if found >= 0:
            while waiting and waiting[0].position <= found:
                merged.extend(waiting.pop(0).pieces)
            cursor = found + len(key)
        merged.append((kind, text))
    merged.extend(piece for caption in waiting for piece in caption.pieces)
    return tuple(merged)
