from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from rich.console import Console

from made_rows import ROW_KEYS
from sayso import __version__
from sayso.cli.console import plain
from sayso.cli.reading import shown
from sayso.cli.sheet import table

MATTER_KEYS = [
    "id",
    "title",
    "place",
    "from",
    "to",
    "statements",
    "positions",
    "conflicts",
    "shifts",
    "articles",
    "origins",
]


@pytest.fixture
def jsonl(sayso, demo_ledger):
    def rows(*arguments):
        ran = sayso(*arguments, "--ledger", demo_ledger, "--format", "jsonl")
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in ran.lines]

    return rows


def test_every_row_keeps_the_contract_and_quotes_its_article(jsonl, sayso, demo_ledger):
    rows = jsonl("statements")
    texts = {}
    for row in rows:
        assert list(row) == ROW_KEYS
        article = row["article"]["id"]
        if article not in texts:
            shown = sayso("article", article, "--ledger", demo_ledger, "--format", "json")
            texts[article] = json.loads(shown.out)["text"]
        spans = row["source"] + row["cue"] + row["content"] + row["places"] + row["dates"]
        for span in spans:
            assert texts[article][span["start"] : span["end"]] == span["text"]
        assert row["content"]
    assert len(rows) > 60


def test_every_matter_keeps_the_contract_and_names_its_rows(jsonl):
    rows = {row["id"]: row for row in jsonl("statements")}
    matters = jsonl("matters")
    for matter in matters:
        assert list(matter) == MATTER_KEYS
        assert matter["statements"]
        assert all(rows[s]["matter"] == matter["id"] for s in matter["statements"])
        assert 1 <= matter["origins"] <= matter["articles"]
        for part in matter["positions"] + matter["conflicts"] + matter["shifts"]:
            assert set(part["statements"]) <= set(matter["statements"])
    linked = [s for m in matters for s in m["statements"]]
    assert sorted(linked) == sorted(r["id"] for r in rows.values() if r["matter"])


def test_the_most_contested_come_first(jsonl):
    conflicts = [len(m["conflicts"]) for m in jsonl("matters")]
    assert conflicts[0] > 0
    assert conflicts == sorted(conflicts, reverse=True)


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (["--act", "deny"], lambda r: r["act"] == "deny"),
        (["--side", "front"], lambda r: r["party"]["side"] == "front"),
        (["--party", "vrel"], lambda r: "vrel" in r["party"]["name"].lower()),
        (["--outlet", "northern wire"], lambda r: r["article"]["outlet"] == "Northern Wire"),
        (["--outlet", "coast"], lambda r: r["article"]["outlet"] == "Coast Daily"),
    ],
)
def test_filters(jsonl, options, holds):
    rows = jsonl("statements", *options)
    assert rows
    assert all(holds(row) for row in rows)
    assert len(rows) < len(jsonl("statements"))


def test_matters_that_an_outlet_tells_of(jsonl):
    told = {row["matter"] for row in jsonl("statements", "--outlet", "coast")} - {None}
    assert {m["id"] for m in jsonl("matters", "--outlet", "COAST")} == told
    assert 0 < len(told) < len(jsonl("matters"))
    assert jsonl("matters", "--outlet", "oast") == []


def test_one_matter_and_its_shortened_id(jsonl, sayso, demo_ledger):
    first = jsonl("matters", "--conflict", "--limit", "1")[0]
    assert jsonl("matter", first["id"][:10]) == [first]
    shown = sayso("matter", first["id"], "--ledger", demo_ledger)
    assert first["title"] in shown.out
    assert "conflict of" in shown.out


def test_shifts_are_those_of_the_matters(jsonl):
    of_matters = sum(len(m["shifts"]) for m in jsonl("matters"))
    assert len(jsonl("shifts")) == of_matters > 0


def test_every_row_names_a_run_that_is_told_with_its_settings(jsonl, sayso, demo_ledger):
    runs = {run["id"]: run for run in jsonl("runs")}
    named = Counter(row["run"] for row in jsonl("statements"))
    assert {name: run["statements"] for name, run in runs.items()} == named
    for run in runs.values():
        assert run["version"] == __version__
        assert run["settings"]["tagger"] == run["tagger"] == "encoder"
        assert run["settings"]["sides"]
        assert "encoder" in run["models"]
    assert __version__ in sayso("runs", "--ledger", demo_ledger).out


def test_search_gives_passages_of_articles(jsonl):
    hits = jsonl("search", "prisoner", "exchange") or jsonl("search", "dam")
    assert hits
    assert all(hit["end"] > hit["start"] for hit in hits)
    assert jsonl("search", "xyzzy") == []


@pytest.mark.parametrize("query", ['"', "AND", "a OR", "*", "(", "سلام", "🕊️", "' ; drop table"])
def test_hostile_queries_are_only_words(sayso, demo_ledger, query):
    ran = sayso("search", query, "--ledger", demo_ledger)
    assert ran.code == 0, ran.err


def test_csv_has_a_header_and_a_line_for_each_row(sayso, demo_ledger, jsonl):
    ran = sayso("statements", "--ledger", demo_ledger, "--format", "csv")
    table = list(csv.DictReader(io.StringIO(ran.out)))
    assert len(table) == len(jsonl("statements"))
    assert "party.name" in table[0]


def test_export_writes_a_file(sayso, demo_ledger, jsonl, tmp_path):
    target = tmp_path / "out.jsonl"
    ran = sayso("export", "--ledger", demo_ledger, "-o", target)
    assert ran.code == 0
    assert [json.loads(x) for x in target.read_text("utf-8").splitlines()] == jsonl("statements")


@pytest.mark.parametrize("what", ["statements", "matters", "shifts", "articles"])
def test_export_of_each_kind(sayso, demo_ledger, what):
    ran = sayso("export", what, "--ledger", demo_ledger)
    assert ran.code == 0
    assert all(json.loads(line) for line in ran.lines)


def test_tables_are_plain_text_where_there_is_no_terminal(sayso, demo_ledger):
    for command in (["statements"], ["matters"], ["shifts"], ["search", "dam"]):
        ran = sayso(*command, "--ledger", demo_ledger)
        assert ran.code == 0
        assert "\x1b[" not in ran.out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["statements", "--ledger", "none.db"], 1, ["none.db", "sayso read"]),
        (["statements", "--format", "xlsx"], 2, ["xlsx", "csv, jsonl"]),
        (["statements", "--act", "shout"], 2, ["shout", "deny"]),
        (["statements", "--since", "May"], 2, ["May", "2026-05-04"]),
        (["matter", "ffffffffffff"], 1, ["ffffffffffff"]),
        (["article", "zz", "--format", "yaml"], 2, ["yaml", "json"]),
        (["export", "dreams"], 2, ["dreams", "statements"]),
        (["export", "-o", "/nowhere/at/all.jsonl"], 2, ["/nowhere/at/all.jsonl"]),
        (["nonsense"], 2, ["nonsense"]),
        (["statements", "--nonsense"], 2, ["--nonsense"]),
    ],
)
def test_wrong_calls_get_one_line_and_a_remedy(sayso, demo_ledger, arguments, code, words):
    if "--ledger" not in arguments and arguments[0] != "nonsense":
        arguments = [*arguments, "--ledger", str(demo_ledger)]
    ran = sayso(*arguments)
    assert ran.code == code, ran.err
    assert all(word in ran.err for word in words)
    assert "Traceback" not in ran.err


HOSTILE = "\x1b]0;owned\x07 \u202e Long " + "title " * 100


def test_a_table_obeys_no_title_and_shortens_it():
    out = io.StringIO()
    Console(file=out, width=200).print(table(None, ["title"], [[HOSTILE]]))
    shown = out.getvalue()
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "owned Long title" in " ".join(shown.split())
    assert shown.count("title") < 40


@pytest.mark.parametrize("text", ["", "café 😀", "👩\u200d👧", "می\u200cخواهم", "שלום"])
def test_what_a_terminal_only_shows_stays(text):
    assert plain(text) == text


@pytest.mark.parametrize("command", ["statements", "matters"])
def test_the_last_day_does_not_come_before_the_first(sayso, demo_ledger, command):
    days = ["--since", "2026-06-01", "--until", "2026-05-01"]
    ran = sayso(command, "--ledger", demo_ledger, *days)
    assert (ran.code, ran.out) == (2, "")
    assert "--until 2026-05-01 comes before --since 2026-06-01" in ran.err


def test_an_unknown_format_names_tables_too(sayso, demo_ledger):
    ran = sayso("matters", "--ledger", demo_ledger, "--format", "xml")
    assert ran.code == 2
    assert "csv, jsonl, table" in ran.err


def test_silence_is_said(sayso, demo_ledger):
    ran = sayso("search", "zzyzx", "--ledger", demo_ledger)
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing of this kind is found in this collection" in ran.err


def test_the_version_is_told(sayso):
    ran = sayso("--version")
    assert (ran.code, ran.out) == (0, f"sayso {__version__}\n")


def test_help_has_a_short_form(sayso):
    assert sayso("matters", "-h").out == sayso("matters", "--help").out != ""


def piped(ledger, *arguments, into):
    command = [sys.executable, "-m", "sayso", *arguments, "--ledger", ledger]
    return subprocess.run(command, stdout=into, stderr=subprocess.PIPE, text=True, check=False)


COMMANDS = [["export"], ["statements"], ["matters", "--format", "csv"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_seen_enough_is_no_error(demo_ledger, command):
    seen_enough, pipe = os.pipe()
    os.close(seen_enough)
    ran = piped(demo_ledger, *command, into=pipe)
    os.close(pipe)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("command", COMMANDS)
def test_output_that_can_not_be_written_is_one_line(demo_ledger, command):
    with Path("/dev/full").open("w") as full:
        ran = piped(demo_ledger, *command, into=full)
    assert ran.returncode == 1
    assert ran.stderr.startswith("sayso: Standard output can't be written (No space left")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("a@b.db", "a@b.db"),
        ("postgresql://ana:secret@h/d", "postgresql://ana@h/d"),
        ("postgresql://h/d?user=ana&password=secret", "postgresql://h/d"),
        ("postgresql://ana:se@cret@h/d?password=x@y", "postgresql://ana@h/d"),
    ],
)
def test_no_ledger_is_shown_with_its_password(where, expected):
    assert shown(where) == expected


def test_a_port_in_use_is_one_line(sayso, demo_ledger):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = sayso("serve", "--ledger", demo_ledger, "--port", port)
    assert ran.code == 2
    assert ran.err.startswith(f"sayso: Port {port} on 127.0.0.1 can't be used (")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("width", [20, 60, 80, 160])
def test_a_sheet_keeps_words_whole_at_any_width(width):
    columns = ["id", "party", "side", "act", "matter", "outlet", "said", "place"]
    row = ["3f5a77c1", "Hana Vrel", "", "assert", "the dam", "Wire", "2026-05-04", "Orlitsa"]
    out = io.StringIO()
    Console(file=out, width=width).print(table(None, columns, [row]))
    shown = out.getvalue()
    assert all(word in shown for cell in row for word in cell.split())
    assert max(map(len, shown.splitlines())) <= width
