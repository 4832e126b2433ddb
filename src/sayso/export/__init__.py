"""Exporters: rows to files; table EXPORTERS."""

from sayso.export.formats import EXPORTERS, Exporter, exporter_named, to_jsonl
from sayso.export.rows import (
    article_json,
    matter_json,
    one_party_json,
    place_json,
    row_json,
    run_json,
    search_json,
    shift_json,
    when_json,
)

__all__ = [
    "EXPORTERS",
    "Exporter",
    "article_json",
    "exporter_named",
    "matter_json",
    "one_party_json",
    "place_json",
    "row_json",
    "run_json",
    "search_json",
    "shift_json",
    "to_jsonl",
    "when_json",
]
