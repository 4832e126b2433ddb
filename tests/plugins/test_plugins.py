"""Parts of outside packages, through their entry-point groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine import engine_named
from sayso.errors import UnknownNameError
from sayso.export import EXPORTERS, exporter_named
from sayso.read import reader_named
from sayso.tag.taggers import tagger_named

ENTRY_POINTS = """\
[sayso.exporters]
shout = outside_part:shout
jsonl = outside_part:shout

[sayso.readers]
shout = outside_part:shout

[sayso.engines]
shout = outside_part:shout

[sayso.taggers]
shout = outside_part:make
"""
MODULE = """\
def shout(rows):
    return [str(row).upper() for row in rows]


def make(model):
    return shout
"""


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package that offers one part of each kind."""
    info = tmp_path / "outside_part-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: outside-part\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    (tmp_path / "outside_part.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.parametrize("named", [exporter_named, reader_named, engine_named, tagger_named])
def test_a_part_of_an_outside_package_goes_by_its_name(named, outside: None) -> None:
    assert named("shout")(["dam"]) == ["DAM"]


def test_our_own_part_goes_before_a_plug_in_of_its_name(outside: None) -> None:
    assert exporter_named("jsonl") is EXPORTERS["jsonl"]


@pytest.mark.parametrize(
    ("named", "own"),
    [
        (exporter_named, "csv, jsonl, shout"),
        (reader_named, "html, jsonl, shout, text"),
        (engine_named, "pool, serial, shout"),
        (tagger_named, "encoder, rules, shout"),
    ],
)
def test_an_unknown_name_lists_ours_and_theirs(named, own: str, outside: None) -> None:
    with pytest.raises(UnknownNameError, match=f"named 'hush'. Use one of: {own}"):
        named("hush")


def test_what_the_caller_knows_besides_is_listed_too() -> None:
    with pytest.raises(UnknownNameError, match="csv, jsonl, table"):
        exporter_named("hush", besides=["table"])
