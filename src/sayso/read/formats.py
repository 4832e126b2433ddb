"""The readers by name, and which one an input needs."""

from __future__ import annotations

import codecs
import json
import re

from sayso.plugins import part_named
from sayso.read.html import read_html
from sayso.read.jsonl import read_jsonl
from sayso.read.source import Reader, Source
from sayso.read.text import read_text

ENTRY_POINTS = "sayso.readers"
"""Entry-point group in which other packages offer readers."""

READERS: dict[str, Reader] = {"text": read_text, "html": read_html, "jsonl": read_jsonl}

ENDINGS = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""File name endings that a folder is searched for, and the reader each one suggests."""

_CONTENT_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/jsonlines": "jsonl",
    "text/plain": "text",
}
_PAGE_START = re.compile(
    r"<(?:!doctype html|html|head|body|title|meta|article|main|section|header|div|p|h1|h2|table"
    r"|script|style|link)\b[^<>]*>",
    re.IGNORECASE,
)
_PAGE_INSIDE = re.compile(r"<(?:!doctype html|html|body)\b[^<>]*>", re.IGNORECASE)
_BEFORE_PAGE = (("<?", "?>"), ("<!--", "-->"))


def reader_named(name: str) -> Reader:
    """Return the reader of this name, one of READERS or a plug-in's.

    Raises UnknownNameError that lists the valid names.
    """
    return part_named(name, READERS, what="reader", group=ENTRY_POINTS)


def detect_format(source: Source) -> str:
    """Return the name of the reader an input needs: by content, then by ending or content type."""
    start = _readable(source.head)
    if start.startswith("{") and _is_object(start.partition("\n")[0]):
        return "jsonl"
    if _PAGE_START.match(_without_prolog(start)):
        return "html"
    ending = "." + source.name.rpartition(".")[2].lower()
    kind = (source.content_type or "").partition(";")[0].strip().lower()
    known = _CONTENT_TYPES.get(kind) if source.url else ENDINGS.get(ending)
    return known or ("html" if _PAGE_INSIDE.search(start) else "text")


def _readable(head: bytes) -> str:
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    start = head.removeprefix(codecs.BOM_UTF8).decode("utf-16" if wide else "latin-1", "ignore")
    return start.lstrip()


def _without_prolog(start: str) -> str:
    """Return what follows the XML declaration and comments that a page may begin with."""
    while opener := next((pair for pair in _BEFORE_PAGE if start.startswith(pair[0])), None):
        end = start.find(opener[1])
        if end < 0:
            return start
        start = start[end + len(opener[1]) :].lstrip()
    return start


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        # Longer than what was read of it: the first key shows it.
        return re.match(r'\{\s*"(?:[^"\\\n]|\\.){1,80}"\s*:', line) is not None
    except RecursionError:
        return False
