from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest

LINES = [
    {"id": "a", "text": "Interior Minister Hana Vrel said on Monday that rebels shelled the dam."},
    {"id": 7, "text": "The Southern Front denied the shelling.", "published": "2026-05-05"},
    {"id": None, "text": ""},
]


@pytest.fixture
def run_filter(sayso, tmp_path):
    def run(name, lines):
        source = tmp_path / "in.jsonl"
        text = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)
        source.write_text(text, "utf-8")
        ran = sayso(name, source)
        return ran, [json.loads(line) for line in ran.lines]

    return run


@pytest.mark.parametrize(
    ("name", "key"), [("tag", "attributions"), ("dates", "dates"), ("places", "places")]
)
def test_filters_give_one_line_for_each(run_filter, name, key):
    ran, rows = run_filter(name, LINES)
    assert ran.code == 0, ran.err
    assert [list(row) for row in rows] == [["id", key]] * 3
    assert [row["id"] for row in rows] == ["a", 7, None]


def test_tag_gives_pairs_of_offsets(run_filter):
    _, rows = run_filter("tag", LINES)
    (found,) = rows[0]["attributions"]
    text = LINES[0]["text"]
    assert list(found) == ["source", "cue", "content"]
    ((start, end),) = found["source"]
    assert text[start:end] == "Interior Minister Hana Vrel"


def test_dates_have_plain_timex3_values_even_where_the_interval_is_open(run_filter):
    text = "Rebels have shelled the dam since late April."
    _, rows = run_filter("dates", [{"id": 1, "text": text, "published": "2026-05-05"}])
    (found,) = rows[0]["dates"]
    assert (found["value"], found["from"], found["to"]) == ("2026-04", "2026-04-21", None)


def test_dates_are_anchored_to_the_day_of_publication(run_filter):
    _, rows = run_filter("dates", [LINES[0] | {"published": "2026-05-05"}])
    (found,) = rows[0]["dates"]
    assert list(found) == ["start", "end", "value", "from", "to"]
    assert (found["from"], found["to"]) == ("2026-05-04", "2026-05-04")


def test_places_resolve_just_the_given_mentions(run_filter):
    text = "Talks in Vienna and Geneva failed."
    start = text.index("Geneva")
    line = {"id": 1, "text": text, "mentions": [[start, start + 6]]}
    _, rows = run_filter("places", [line])
    (found,) = rows[0]["places"]
    keys = {"start", "end", "geonameid", "name", "country", "lat", "lon", "precision"}
    assert set(found) == keys
    assert (found["start"], found["country"]) == (start, "CHE")


def test_link_puts_mentions_of_one_event_together(run_filter):
    one = "Rebels shelled the Orlitsa dam on Sunday night."
    two = "The minister spoke of the shelling of the Orlitsa dam by rebels."
    other = "The exchange of prisoners in Tolvar was called off."
    lines = [
        {"id": 1, "doc": "x", "text": one, "mention": [7, 14]},
        {"id": 2, "doc": "y", "text": two, "mention": [26, 34]},
        {"id": 3, "doc": "z", "text": other, "mention": [4, 12]},
    ]
    ran, rows = run_filter("link", lines)
    assert ran.code == 0
    assert [list(row) for row in rows] == [["id", "cluster"]] * 3
    assert rows[0]["cluster"] == rows[1]["cluster"] != rows[2]["cluster"]


@pytest.mark.parametrize("name", ["tag", "dates", "places", "link"])
def test_broken_lines_are_named_and_the_rest_goes_on(run_filter, name):
    good = {"id": 1, "doc": "d", "text": "Vrel said no.", "mention": [5, 9]}
    lines = [good, "{broken", "[1]", {"id": 2}, {"id": 3, "text": 5}, good]
    ran, rows = run_filter(name, lines)
    assert ran.code == 1
    assert len(rows) == 2
    complaints = ran.err.splitlines()
    assert len(complaints) == 4
    for number, line in zip([2, 3, 4, 5], complaints, strict=True):
        assert f"line {number}" in line


@pytest.mark.parametrize("mention", [[0, 99], [5, 5], [-1, 3], ["a", 2], 7, [1, 2, 3]])
def test_a_mention_outside_its_text_is_named(run_filter, mention):
    line = {"id": 1, "doc": "d", "text": "Vrel said no.", "mention": mention}
    ran, rows = run_filter("link", [line])
    assert (ran.code, rows) == (1, [])
    assert "line 1" in ran.err


def test_lone_surrogates_keep_all_offsets(run_filter):
    line = '{"id": 1, "text": "\\ud83d Hana Vrel said that rebels shelled the dam."}'
    ran, rows = run_filter("tag", [line])
    assert ran.code == 0, ran.err
    ((start, end),) = rows[0]["attributions"][0]["cue"]
    assert json.loads(line)["text"][start:end] == "said"


def test_a_missing_file_is_named(sayso):
    ran = sayso("tag", "none.jsonl")
    assert ran.code == 1
    assert "none.jsonl" in ran.err


# A shell's background job would hand on that it ignores interrupts.
LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from sayso.cli import main
main()
"""


def test_a_file_that_is_no_text_is_named_once(sayso, tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    ran = sayso("tag", path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert f"{path} looks like" in ran.err


def test_an_interrupt_is_one_line_and_130():
    command = [sys.executable, "-c", LISTENING, "dates"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as run:
        run.stdin.write(b'{"id": 1, "text": "5 May 2026"}\n')
        run.stdin.flush()
        assert json.loads(run.stdout.readline())["id"] == 1
        run.send_signal(signal.SIGINT)
        run.wait(timeout=30)
        err = run.stderr.read().decode()
    assert run.returncode == 130
    assert err.startswith("sayso: Stopped.")
    assert err.count("\n") == 1
