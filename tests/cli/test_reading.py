from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

STORY = (
    "Rebel forces have shelled the Orlitsa dam since late April, Interior Minister Hana Vrel said "
    "on Monday. The Southern Front denied the shelling."
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return path


def count(sayso, kind="statements", ledger="sayso.db"):
    return len(sayso("export", kind, "--ledger", ledger).lines)


def test_reading_twice_adds_nothing(sayso, story):
    first = sayso("read", story, "--outlet", "Northern Wire", "--published", "2026-05-05")
    assert first.code == 0, first.err
    before = sayso("export").out
    again = sayso("read", story, "--outlet", "Northern Wire", "--published", "2026-05-05")
    assert (again.code, sayso("export").out) == (0, before)
    assert "1 were known" in again.err


def test_outlet_and_day_are_taken_where_the_input_does_not_say(sayso, story):
    sayso("read", story, "--outlet", "Northern Wire", "--published", "2026-05-05")
    (line,) = sayso("export", "articles").lines
    article = json.loads(line)
    assert (article["outlet"], article["published"]) == ("Northern Wire", "2026-05-05")
    assert article["raw_bytes"] == len(STORY)


def test_bad_inputs_are_named_and_the_rest_goes_in(sayso, story, tmp_path):
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "huge.html": b"<html><body><p>" + b"word " * 1_100_000 + b"</p></body></html>",
        "broken.jsonl": b'{"id": 1, "text": "cut sh',
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    ran = sayso("read", *[tmp_path / name for name in bad], tmp_path / "none.txt", story)
    assert ran.code == 1
    for name in [*bad, "none.txt"]:
        about = [line for line in ran.err.splitlines() if name in line]
        assert len(about) == 1, (name, ran.err)
    assert "Traceback" not in ran.err
    assert count(sayso, "articles") == 1


def test_a_bad_line_of_json_lines_is_named_with_its_number(sayso, tmp_path):
    lines = [
        json.dumps({"id": "a", "outlet": "Wire", "published": "2026-05-05", "text": STORY}),
        "{not json",
        json.dumps({"id": "b", "published": "soon", "text": STORY}),
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "outlet": "Gazette", "text": STORY}),
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    ran = sayso("read", "in.jsonl")
    assert ran.code == 1
    for number in (2, 3, 4):
        assert any(f"line {number}" in line for line in ran.err.splitlines())
    assert count(sayso, "articles") == 2


def test_standard_input(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "sayso", "read", "-", "--outlet", "Wire"],
        input=STORY.encode(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert b"1 article read" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["read"], 2, "inputs"),
        (["read", "story.txt", "--format", "docx"], 2, "html, jsonl, text"),
        (["read", "story.txt", "--tagger", "magic"], 2, "rules"),
        (["read", "story.txt", "--engine", "cloud"], 2, "serial"),
        (["read", "story.txt", "--published", "5 May"], 2, "2026-05-04"),
        (["read", "story.txt", "--workers", "0"], 2, "workers"),
        (["read", "story.txt", "--max-article-mb", "-1"], 2, "max_article_mb"),
        (["read", "story.txt", "--ledger", "no/such/folder/x.db"], 1, "no/such/folder"),
        (["read", "story.txt", "--ledger", "/proc/1/sayso.db"], 1, "/proc/1/sayso.db"),
        (["read", "story.txt", "--ledger", "story.txt"], 1, "story.txt"),
        (["read", "story.txt", "--ledger", "mysql://localhost/x"], 1, "mysql"),
        (["read", "ftp://example.org/x"], 1, "ftp://example.org/x"),
    ],
)
def test_wrong_calls(sayso, story, arguments, code, word):
    ran = sayso(*arguments)
    assert ran.code == code, (ran.code, ran.err)
    assert word in ran.err
    assert "Traceback" not in ran.err


def test_settings_come_from_the_file_the_environment_and_flags(sayso, story, monkeypatch):
    Path("sayso.toml").write_text('ledger = "file.db"\n[sides]\nFront = ["Southern Front"]\n')
    assert sayso("read", story).code == 0
    rows = [json.loads(line) for line in sayso("statements", "--format", "jsonl").lines]
    assert "Front" in {r["party"]["side"] for r in rows if r["party"]}
    monkeypatch.setenv("SAYSO_LEDGER", "environment.db")
    assert sayso("read", story).code == 0
    assert sayso("read", story, "--ledger", "flag.db").code == 0
    assert all(Path(f"{name}.db").is_file() for name in ("file", "environment", "flag"))
    # An empty variable is one that is not set.
    monkeypatch.setenv("SAYSO_LEDGER", "")
    assert len(sayso("statements", "--format", "jsonl").lines) == len(rows)


@pytest.mark.parametrize("text", ["ledger = ", "colour = 1", "workers = 'many'"])
def test_a_wrong_settings_file_is_named(sayso, story, text):
    Path("sayso.toml").write_text(text)
    ran = sayso("read", story)
    assert ran.code == 2
    assert "sayso.toml" in ran.err


def test_a_killed_run_goes_on_where_it_stood(sayso, tmp_path):
    lines = [
        json.dumps({"id": n, "outlet": f"Outlet {n}", "published": "2026-05-05", "text": STORY})
        for n in range(60)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    command = [sys.executable, "-m", "sayso", "read", "in.jsonl", "--engine", "serial"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
    ledger = tmp_path / "sayso.db"
    for _ in range(600):
        if ledger.is_file() and ledger.stat().st_size and _articles(sayso) >= 3:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    stored = _articles(sayso)
    assert 3 <= stored < 60
    ran = sayso("read", "in.jsonl", "--engine", "serial")
    assert ran.code == 0
    assert f"{60 - stored} articles read" in ran.err
    assert f"{stored} were known" in ran.err
    assert _articles(sayso) == 60


def _articles(sayso) -> int:
    ran = sayso("export", "articles")
    return len(ran.lines) if ran.code == 0 else 0


def test_a_closed_pipe_is_no_error(demo_ledger):
    ran = subprocess.run(
        f"{sys.executable} -m sayso statements --format jsonl --ledger {demo_ledger} | head -1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(ran.stdout.splitlines()) == 1


def test_a_variable_that_is_no_json_is_named_as_one(sayso, monkeypatch):
    monkeypatch.setenv("SAYSO_SIDES", "north")
    ran = sayso("matters")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert 'field "sides"' in ran.err
    assert "SAYSO_* variables as JSON" in ran.err


def test_an_address_of_another_kind_is_told_which_ones_are_read(sayso):
    ran = sayso("read", "ftp://n.example/dam.txt")
    assert ran.code == 1
    assert "Addresses begin with http:// or https://" in ran.err


GERMAN = (
    "Die Regierung hat am Montag erklärt, dass die Truppen in der Stadt geblieben sind und dass "
    "kein Angriff auf die Brücke stattgefunden hat. Ein Sprecher des Ministeriums sagte, man werde "
    "die Vorwürfe prüfen und in der nächsten Woche einen Bericht vorlegen, der alle Fragen klärt."
)


def test_an_article_in_another_language_is_named_and_the_rest_goes_in(sayso, story, tmp_path):
    other = tmp_path / "brief.txt"
    other.write_text(GERMAN, "utf-8")
    ran = sayso("read", other, story)
    assert ran.code == 1
    assert f"{other} does not read like English" in ran.err
    assert count(sayso, "articles") == 1


def test_a_model_that_is_not_there_leaves_no_ledger(sayso, story, tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_MODEL", str(tmp_path / "nowhere"))
    ran = sayso("read", story, "--ledger", tmp_path / "new.db")
    assert ran.code == 1
    assert "holds no model" in ran.err
    assert not (tmp_path / "new.db").exists()
