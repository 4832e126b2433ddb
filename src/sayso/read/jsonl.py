"""JSON Lines: one article a line, read as a stream.

Fields: id, url, outlet, title, published (ISO 8601), language, and text or html. Others are
left alone. The raw bytes of an article are those of its line.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from datetime import date
from json import JSONDecodeError
from typing import Any

from sayso.errors import InputError
from sayso.model import Article
from sayso.read.build import Draft
from sayso.read.canonical import is_blank
from sayso.read.decode import refuse_binary
from sayso.read.fulldates import iso_day
from sayso.read.html import html_article
from sayso.read.source import Hints, Line, Source, too_big
from sayso.read.text import text_article

_EXAMPLE = '{"title": "…", "published": "2026-05-05", "text": "…"}'
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_jsonl(source: Source, hints: Hints) -> Iterator[Article | InputError]:
    """Yield an article or an InputError for each line that is not blank."""
    refuse_binary(source.name, source.head)
    if source.head.startswith(_WIDE_BOMS):
        raise InputError(f"{source.name} is JSON Lines in UTF-16", remedy="Save it as UTF-8")
    found = False
    for line in source.lines(hints.max_bytes):
        if line.raw is not None and not line.raw.removeprefix(codecs.BOM_UTF8).strip():
            continue
        found = True
        try:
            yield _article(f"{source.name}:line {line.number}", line, hints)
        except InputError as error:
            yield error
    if not found:
        raise InputError(f"{source.name} is empty", remedy=f"Write one article a line: {_EXAMPLE}")


def _article(name: str, line: Line, hints: Hints) -> Article:
    if line.raw is None:
        raise too_big(name, hints.max_bytes)
    raw = line.raw.removesuffix(b"\r")
    fields = _fields(name, raw, whole=line.whole)
    draft = Draft(
        name,
        raw,
        given_id=_given_id(name, fields),
        title=_string(name, fields, "title"),
        outlet=_string(name, fields, "outlet"),
        published=_published(name, fields),
        url=_string(name, fields, "url"),
        language=_string(name, fields, "language"),
    )
    text, html = _string(name, fields, "text"), _string(name, fields, "html")
    if text is not None:
        return text_article(text, draft, hints)
    if html is not None:
        return html_article(html, draft, hints)
    raise InputError(
        f"{name} has no text", remedy='Put the article into the field "text" or "html"'
    )


def _fields(name: str, raw: bytes, *, whole: bool) -> dict[str, Any]:
    try:
        value = json.loads(raw.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as exc:
        if not whole:
            raise _cut_short(name) from exc
        raise InputError(f"{name} is not UTF-8", remedy="Save the file again as UTF-8") from exc
    except RecursionError as exc:
        raise InputError(
            f"{name} nests too deeply to be an article", remedy=f"Write it as {_EXAMPLE}"
        ) from exc
    except ValueError as exc:
        if not whole:
            raise _cut_short(name) from exc
        # The parser's own words would name the line: always 1, since lines come one by one.
        at = f"{exc.msg} at character {exc.pos + 1}" if isinstance(exc, JSONDecodeError) else exc
        raise InputError(
            f"{name} is not valid JSON ({at})",
            remedy=f"Write one article a line: {_EXAMPLE}",
        ) from exc
    if not isinstance(value, dict):
        raise InputError(f"{name} is not a JSON object", remedy=f"Write it as {_EXAMPLE}")
    return value


def _cut_short(name: str) -> InputError:
    return InputError(
        f"{name} is broken or cut short: the file ends inside it",
        remedy="Copy or download the file again",
    )


def _given_id(name: str, fields: dict[str, Any]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(name, fields, "id")


def _string(name: str, fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(
            f'{name} has a field "{key}" that is not a string', remedy=f"Write it as {_EXAMPLE}"
        )
    return None if is_blank(value) else value


def _published(name: str, fields: dict[str, Any]) -> date | None:
    value = _string(name, fields, "published")
    if value is None:
        return None
    day = iso_day(value)
    if day is None:
        raise InputError(
            f'{name} has a field "published" that is no date: {value[:40]!r}',
            remedy='Write it as "2026-05-05" or "2026-05-05T10:15:00Z", or leave it out',
        )
    return day
