"""One party across articles, from the settings to what is listed; all of it invented."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from sayso.assemble import build_ledger, build_merges
from sayso.cli.app import run
from sayso.settings import load_settings
from sayso.web import make_app

DENIAL = "The rebel commander Mohammed al-Ramzi denied on Monday that his fighters had shelled the Orlitsa dam."
ADMISSION = "The rebel commander Muhammad Ramzi admitted on Tuesday that his fighters had shelled the Orlitsa dam."
OTHERS = (
    "The miners' union in Orlitsa said on Wednesday that the pit was flooded. "
    "Bella Quist told reporters that the pumps had failed. "
    "Muhammad Ramzi said the harvest was good."
)
ARTICLES = [
    {"outlet": "Northern Wire", "published": "2026-05-05", "text": DENIAL},
    {"outlet": "Coast Daily", "published": "2026-05-13", "text": ADMISSION},
    {"outlet": "Southern Gazette", "published": "2026-05-14", "text": OTHERS},
]
APART = '[parties]\napart = [["Mohammed al-Ramzi", "Muhammad Ramzi"]]\n'
SAME = '[parties]\nsame = {"Bella <i>Quist</i>" = ["Mohammed al-Ramzi", "Bella Quist"]}\n'
PARTY_KEYS = ["id", "name", "kind", "sides", "statements", "merged"]
Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parties")
    lines = "\n".join(json.dumps(article) for article in ARTICLES)
    (folder / "in.jsonl").write_text(lines, "utf-8")
    ledger = folder / "sayso.db"
    command = ["read", str(folder / "in.jsonl"), "--ledger", str(ledger), "--engine", "serial"]
    assert run(command) == 0
    return ledger


@pytest.fixture
def rows(read_once: Path, tmp_path: Path, sayso) -> Rows:
    """Lists of a ledger of one's own, as objects."""
    shutil.copy(read_once, tmp_path / "sayso.db")

    def listed(*arguments: str) -> list[dict[str, Any]]:
        ran = sayso(*arguments, "--format", "jsonl")
        assert ran.code == 0, ran.err
        return [json.loads(line) for line in ran.lines]

    return listed


def settings(text: str) -> None:
    Path("sayso.toml").write_text(text, "utf-8")


def names(found: list[dict[str, Any]]) -> dict[str, dict[str, tuple[str, int]]]:
    return {
        p["name"]: {m["name"]: (m["reason"], m["statements"]) for m in p["merged"]} for p in found
    }


def test_parties_are_listed_with_what_was_merged_and_why(rows: Rows) -> None:
    found = rows("parties")
    assert list(found[0]) == PARTY_KEYS
    assert names(found) == {
        "Muhammad Ramzi": {"Mohammed al-Ramzi": ("spelling", 1)},
        "Bella Quist": {},
        "miners' union": {},
    }
    assert [p["statements"] for p in found] == [3, 1, 1]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--party", "al-ramzi"], ["Muhammad Ramzi"]),
        (["--party", "quist"], ["Bella Quist"]),
        (["--party", "uist"], []),
        (["--party", ""], []),
        (["--side", "NOR"], []),
        (["--limit", "2"], ["Muhammad Ramzi", "Bella Quist"]),
    ],
)
def test_filters_of_parties(rows: Rows, options: list[str], expected: list[str]) -> None:
    assert [p["name"] for p in rows("parties", *options)] == expected


def test_the_table_puts_the_names_under_the_party(rows: Rows, sayso) -> None:
    lines = sayso("parties").lines
    (at,) = (i for i, line in enumerate(lines) if "└ Mohammed al-Ramzi" in line)
    assert "Muhammad Ramzi" in lines[at - 1]
    assert "spelling" in lines[at]


def test_a_party_is_found_under_all_its_names(rows: Rows) -> None:
    def found(name: str) -> int:
        return len(rows("statements", "--party", name))

    assert (found("al-Ramzi"), found("Muhammad Ramzi"), found("Quist")) == (3, 3, 1)
    assert len(rows("matters", "--party", "Mohammed al-Ramzi")) == 2
    assert len(rows("shifts", "--party", "Mohammed al-Ramzi")) == 1
    settings(APART)
    assert (found("al-Ramzi"), found("Muhammad Ramzi"), found("Quist")) == (1, 2, 1)


def test_a_party_is_found_by_the_name_that_the_user_gives_it(rows: Rows) -> None:
    settings('[parties]\nsame = {"The Hare" = ["Bella Quist"]}\n')
    (party,) = rows("parties", "--party", "Hare")
    assert names([party]) == {"The Hare": {"Bella Quist": ("user", 1)}}
    for asked in ("hare", party["id"]):
        (row,) = rows("statements", "--party", asked)
        assert row["party"]["name"] == "Bella Quist"


def test_what_the_user_keeps_apart_is_apart_and_comes_back(rows: Rows, sayso) -> None:
    before = rows("matters"), rows("shifts"), rows("statements")
    (shift,) = before[1]
    assert (shift["from_stance"], shift["to_stance"]) == ("denies", "affirms")
    settings(APART)
    assert names(rows("parties"))["Muhammad Ramzi"] == {}
    # What is stored is weighed anew when the user says so, or when the matter grows.
    assert rows("shifts") == before[1]
    assert "2 matters weighed anew" in sayso("weigh").err
    assert rows("shifts") == []
    assert {row["party"]["name"] for row in rows("statements", "--matter", shift["matter"])} == {
        "Mohammed al-Ramzi",
        "Muhammad Ramzi",
    }
    Path("sayso.toml").unlink()
    assert sayso("weigh").code == 0
    assert (rows("matters"), rows("shifts"), rows("statements")) == before


def test_new_articles_are_weighed_under_the_settings(rows: Rows, sayso) -> None:
    settings(APART)
    again = {**ARTICLES[1], "outlet": "Hill Post", "published": "2026-05-14"}
    Path("more.jsonl").write_text(json.dumps(again), "utf-8")
    assert sayso("read", "more.jsonl", "--engine", "serial").code == 0
    assert rows("shifts") == []


def matter_page(id_: str) -> str:
    loaded = load_settings()
    with closing(build_ledger(loaded, create=False)) as book:
        client = TestClient(make_app(book, build_merges(loaded)), base_url="http://localhost")
        return client.get(f"/matters/{id_}").text


def test_the_page_shows_what_was_merged(rows: Rows, sayso) -> None:
    (shift,) = rows("shifts")
    page = matter_page(shift["matter"])
    # Within this matter both spellings are as common: the first in the alphabet names the party.
    also = r"Mohammed al-Ramzi\s*<small[^>]*>also Muhammad Ramzi \(spelling\)</small>"
    assert re.search(f"One party: {also}", page)
    assert re.search(f"⇄ {also}", page)
    assert re.search(
        r"Muhammad Ramzi</a></strong>\s*<small[^>]*>counts as Mohammed al-Ramzi<", page
    )
    shown = sayso("matter", shift["matter"])
    assert "one party: Mohammed al-Ramzi, also Muhammad Ramzi (spelling)" in shown.out
    settings(APART)
    page = matter_page(shift["matter"])
    assert "One party" not in page
    assert "counts as" not in page
    assert "one party" not in sayso("matter", shift["matter"]).out


def test_names_are_no_markup_on_the_page(rows: Rows) -> None:
    settings(SAME)
    (shift,) = rows("shifts")
    page = matter_page(shift["matter"])
    assert "Bella &lt;i&gt;Quist" in page
    assert "<i>" not in page


def test_the_list_of_matters_is_filtered_by_all_names(rows: Rows) -> None:
    loaded = load_settings()
    with closing(build_ledger(loaded, create=False)) as book:
        client = TestClient(make_app(book, build_merges(loaded)), base_url="http://localhost")
        assert client.get("/?party=Mohammed+al-Ramzi").text.count('href="/matters/') == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[parties]\nmerged = []\n", ["parties.merged"]),
        ('[parties]\nsame = ["Ada"]\n', ["parties.same"]),
        ('[parties]\nsame = {"Ada" = "Moss"}\n', ["parties.same.Ada"]),
        ('[parties]\nsame = {"Ada" = ["—"]}\n', ["parties.same.Ada.0"]),
        ('[parties]\napart = ["Ada", "Moss"]\n', ["parties.apart.0"]),
        ('[parties]\napart = [["Ada"]]\n', ["parties.apart.0", "2"]),
        ('[parties]\nsame = {"Ada" = ["Moss"]}\napart = [["Ada", "Moss"]]\n', ["parties.apart"]),
        ('[parties]\nsame = {"Ada" = ["Moss"], "Bo" = ["Moss"]}\n', ["parties.same", "Moss"]),
    ],
)
@pytest.mark.parametrize("command", [["parties"], ["weigh"], ["statements", "--party", "Moss"]])
def test_wrong_settings_get_one_line_and_a_remedy(
    rows: Rows, sayso, command: list[str], text: str, words: list[str]
) -> None:
    settings(text)
    ran = sayso(*command)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert all(word in ran.err for word in words)


def test_parties_may_stand_in_the_environment(rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_PARTIES", '{"same": {"Ada Moss": ["Bella Quist"]}}')
    assert names(rows("parties"))["Ada Moss"] == {"Bella Quist": ("user", 1)}
