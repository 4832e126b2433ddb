from __future__ import annotations

import csv
import io
import json

import pytest

from made_rows import ROW_KEYS, make_party, make_row
from sayso.errors import UnknownNameError
from sayso.export import EXPORTERS, exporter_named, row_json
from sayso.model import Stance


def rows(content: str = "rebels shelled the dam"):
    return [row_json(make_row(make_party("Hana Vrel", "government"), Stance.AFFIRMS, content))]


def test_a_row_has_the_contracts_keys_in_its_order():
    (row,) = rows()
    assert list(row) == ROW_KEYS
    assert list(row["article"]) == ["id", "outlet", "title", "published", "url"]
    assert list(row["party"]) == ["id", "name", "side", "role", "for"]
    assert row["said"] is None


def test_what_is_unknown_is_null():
    row = row_json(make_row(None, Stance.AFFIRMS, day=4))
    assert row["party"] is None
    assert row["said"] == {"text": "that day", "from": "2026-05-04", "to": "2026-05-04"}


@pytest.mark.parametrize("content", ["a\u2028b", "“quoted”\n\nagain", "🕊️ سلام", "\\ \" '"])
def test_json_lines_are_one_line_each_and_come_back(content):
    (line,) = EXPORTERS["jsonl"](rows(content))
    assert line.splitlines(keepends=True) == [line]
    assert json.loads(line)["content"][0]["text"] == content


@pytest.mark.parametrize("content", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_csv_cells_are_never_formulas(content):
    table = list(csv.DictReader(io.StringIO("".join(EXPORTERS["csv"](rows(content))))))
    assert table[0]["content"] == f"'{content}"


def test_csv_flattens_with_the_same_columns_whatever_is_null():
    named = row_json(make_row(make_party("Hana Vrel"), Stance.AFFIRMS, day=4))
    unnamed = row_json(make_row(None, Stance.AFFIRMS))
    table = list(csv.DictReader(io.StringIO("".join(EXPORTERS["csv"]([unnamed, named])))))
    assert table[0]["party.name"] == ""
    assert (table[1]["party.name"], table[1]["said.from"]) == ("Hana Vrel", "2026-05-04")


def test_an_unknown_format_names_the_valid_ones():
    with pytest.raises(UnknownNameError, match="csv, jsonl"):
        exporter_named("xlsx")


def test_nothing_exports_to_nothing():
    assert [list(exporter([])) for exporter in EXPORTERS.values()] == [[], []]
