"""The demo: invented dispatches from an invented war, each with the gold of a careful reader."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.bench.gold import GoldDispatch, GoldMatter, parse_dispatch, parse_matters
from sayso.errors import InputError
from sayso.model import Article
from sayso.read import Hints, read_inputs

DEMO_LEDGER = "sayso-demo.db"
"""Where ``sayso demo`` puts its ledger unless told otherwise: the current folder."""


def demo_folder() -> Path:
    """Return the folder of the dispatches, their gold and ``manifest.toml``.

    The package is installed as plain files, so the path is a real one.
    """
    return Path(str(files(__name__))) / "dispatches"


def demo_sides() -> dict[str, list[str]]:
    """Return the ``[sides]`` of the demo's ``sayso.toml``: names by side."""
    sides: dict[str, list[str]] = _toml(demo_folder().parent / "sayso.toml")["sides"]
    return sides


def demo_articles() -> Iterator[Article | InputError]:
    """Read the dispatches in order of publication."""
    return read_dispatches(demo_folder())


def demo_gold() -> tuple[GoldDispatch, ...]:
    """Return the gold of each dispatch in order of publication."""
    return tuple(read_gold(demo_folder()).values())


def read_manifest(folder: Path) -> tuple[dict[str, Any], ...]:
    """Return a folder's manifest entries: file, gold, outlet, published, camp and tags of each."""
    return tuple(_toml(folder / "manifest.toml")["dispatches"])


def read_dispatches(folder: Path) -> Iterator[Article | InputError]:
    """Read a folder's dispatches in the manifest's order, with its outlets and days as hints."""
    for name, entry in {entry["file"]: entry for entry in read_manifest(folder)}.items():
        hints = Hints(outlet=entry["outlet"], published=entry["published"])
        yield from read_inputs([str(folder / name)], hints=hints, stdin=None, fetch=None)


def read_gold(folder: Path) -> dict[str, GoldDispatch]:
    """Return the gold of a folder's dispatches by the name of its file, in the manifest's order.

    Raises InputError when a gold quotes what its text does not hold.
    """
    names = [entry["gold"] for entry in read_manifest(folder)]
    return {name: parse_dispatch(name, _json(folder / name)) for name in names}


def read_matters(folder: Path) -> tuple[GoldMatter, ...]:
    """Return the matters that a folder's dispatches are about, with their conflicts and shifts."""
    return parse_matters(_json(folder / "matters.gold.json"))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
