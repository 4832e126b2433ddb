"""Plain text, as written or as pasted from a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import InputError
from sayso.model import Article
from sayso.read.build import Draft, finish
from sayso.read.canonical import canonical_characters, is_blank
from sayso.read.decode import decode, refuse_binary
from sayso.read.headline import without_headline
from sayso.read.shape import passages_of, shape
from sayso.read.source import Hints, Source


def read_text(source: Source, hints: Hints) -> Iterator[Article | InputError]:
    """Yield the one article of a text file. Raises InputError when there is none."""
    refuse_binary(source.name, source.head)
    raw = source.read(hints.max_bytes)
    text = decode(source.name, raw, charset=source.charset)
    if is_blank(text):
        raise InputError(
            f"{source.name} holds nothing but white space",
            remedy="Give a file that holds an article",
        )
    _refuse_json(source.name, text)
    yield text_article(text, Draft(source.name, raw, url=source.url), hints)


def text_article(text: str, draft: Draft, hints: Hints) -> Article:
    """Return the article of a text, with what the draft knows of it already.

    Raises InputError when nothing but page chrome is in it.
    """
    text = canonical_characters(text)
    headline_day, title_is_all = None, False
    if draft.title:
        text, headline_day = without_headline(text, draft.title)
        title_is_all = is_blank(text)
    shaped = shape(
        passages_of(text),
        titles=(draft.title,) if draft.title else (),
        seek_title=draft.title is None,
    )
    known = replace(
        draft,
        title=draft.title or shaped.title,
        byline=draft.byline or shaped.byline,
        outlet=draft.outlet or hints.outlet,
        published=draft.published or hints.published or headline_day or shaped.published,
    )
    return finish(known, shaped.pieces, language=hints.language, title_is_all=title_is_all)


def _refuse_json(name: str, text: str) -> None:
    if not text.lstrip().startswith(("{", "[")):
        return
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return  # a text that opens with a bracket
    raise InputError(
        f"{name} is JSON, but not JSON Lines",
        remedy='Write one article a line: {"title": "…", "published": "2026-05-05", "text": "…"}',
    )
