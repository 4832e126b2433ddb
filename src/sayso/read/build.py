"""The last step of every reader: shaped pieces into an Article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.errors import InputError
from sayso.model import Article, BlockKind, article_id, join_blocks
from sayso.read.canonical import is_blank, one_line


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of an article before its text is joined; fields as in Article."""

    name: str
    raw: bytes
    given_id: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


def finish(
    draft: Draft,
    pieces: Iterable[tuple[BlockKind, str]],
    *,
    language: str,
    title_is_all: bool = False,
) -> Article:
    """Return the article of a draft and its pieces, which hold no title.

    ``language`` counts when the draft has none. Raises InputError when there are no pieces,
    unless the text was the title and no more (``title_is_all``).
    """
    kept = [(kind, piece) for kind, piece in pieces if not is_blank(piece)]
    if not kept and not title_is_all:
        raise no_text(draft.name)
    title, outlet, url = one_line(draft.title), one_line(draft.outlet), one_line(draft.url)
    text, blocks = join_blocks([(BlockKind.TITLE, title or ""), *kept])
    return Article(
        id=article_id(outlet=outlet, url=url, title=title, published=draft.published, text=text),
        given_id=draft.given_id,
        name=draft.name,
        outlet=outlet,
        title=title,
        byline=one_line(draft.byline),
        published=draft.published,
        url=url,
        language=one_line(draft.language) or language,
        text=text,
        blocks=blocks,
        raw=draft.raw,
        raw_sha256=hashlib.sha256(draft.raw).hexdigest(),
    )


def no_text(name: str) -> InputError:
    """Return the error for an input in which no article stands."""
    return InputError(f"{name} holds no article text", remedy="Check that it is the article itself")
