"""The formats: JSON Lines as it stands, CSV with nested fields flattened or as JSON.

An exporter takes JSON objects of one shape and yields the file's lines, each with its end of line.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sayso.plugins import part_named

Exporter = Callable[[Iterable[dict[str, Any]]], Iterator[str]]

ENTRY_POINTS = "sayso.exporters"

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def to_jsonl(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield one JSON object a line, in UTF-8 as it is."""
    for row in rows:
        # U+2028 and U+2029 end a line for some readers; escaped they never do.
        line = json.dumps(row, ensure_ascii=False)
        yield line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def to_csv(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield RFC 4180 lines with a header; nested objects become ``outer.inner`` columns.

    Lists of spans become their texts joined by " … ", other lists JSON. A cell that a spreadsheet
    would run as a formula gets a leading apostrophe (OWASP, CSV injection).
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    header: list[str] | None = None
    for row in rows:
        flat = dict(_flatten(row, ""))
        if header is None:
            header = list(flat)
            writer.writerow(header)
        writer.writerow([_cell(flat.get(name)) for name in header])
        yield _drain(buffer)


def _drain(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


_SHAPES: dict[str, tuple[str, ...]] = {
    "party": ("id", "name", "side", "role", "for"),
    "said": ("text", "from", "to"),
    "place": ("name", "geonameid", "country", "lat", "lon", "precision"),
}
"""Objects that may be None: their columns must be there all the same."""


def _flatten(row: dict[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in row.items():
        name = f"{prefix}{key}"
        if key in _SHAPES and not prefix:
            yield from ((f"{name}.{part}", (value or {}).get(part)) for part in _SHAPES[key])
        elif isinstance(value, dict):
            yield from _flatten(value, f"{name}.")
        else:
            yield name, value


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        if value and all(isinstance(v, dict) and {"start", "end", "text"} == set(v) for v in value):
            value = " … ".join(v["text"] for v in value)
        elif not value:
            return ""
        else:
            value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, (int, float)):
        return str(value)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


EXPORTERS: dict[str, Exporter] = {"jsonl": to_jsonl, "csv": to_csv}


def exporter_named(name: str, *, besides: Iterable[str] = ()) -> Exporter:
    """Return an exporter by name: ours, or a plug-in's.

    Raises UnknownNameError, which also lists the formats that the caller knows ``besides``.
    """
    return part_named(name, EXPORTERS, what="export format", group=ENTRY_POINTS, besides=besides)
