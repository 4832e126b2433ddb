"""HTML pages: trafilatura finds the story, captions and credits are taken out before."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import InputError
from sayso.model import Article, BlockKind
from sayso.read.build import Draft, finish
from sayso.read.canonical import canonical_characters
from sayso.read.chrome import ends_sentence
from sayso.read.decode import declared_charset, decode, refuse_binary
from sayso.read.pageblocks import page_blocks, story_blocks
from sayso.read.pagecaptions import take_captions
from sayso.read.pagefacts import host_name, page_facts
from sayso.read.pagetree import parse_page, remove_chrome, unlinked_lengths
from sayso.read.shape import headline_key, shape
from sayso.read.source import Hints, Source

# Their remarks on single pages are not for the user; without a handler Python would print them.
for _library in ("trafilatura", "htmldate", "charset_normalizer"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_SENTENCE_WORDS = 12


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
    blocks = page_blocks(tree, take_captions(tree))
    titles = (draft.title, *facts.titles) if draft.title else facts.titles
    shaped = shape([block.passage for block in story_blocks(tree, blocks)], titles=titles)
    story = [text for kind, text in shaped.pieces if kind is BlockKind.BODY]
    # A list of links to stories is none: most of its text is in the links.
    is_links = 2 * unlinked_lengths(tree)[tree] < sum(len(headline_key(text)) for text in story)
    if is_links or not any(map(_is_sentence, story)):
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
    return finish(known, shaped.pieces, language=hints.language)


def _no_article(name: str) -> InputError:
    return InputError(
        f"{name} is a page in which no article is found",
        remedy="Check the page, or save the article's text as a .txt file",
    )


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) or len(text.split()) >= _SENTENCE_WORDS
