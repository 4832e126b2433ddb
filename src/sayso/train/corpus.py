"""Attribution corpora in a folder: JSON Lines of texts with their attributions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso.errors import InputError

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts to train on and those to measure on; ``digests`` name the files' SHA-256."""

    train: tuple[Entry, ...]
    dev: tuple[Entry, ...]
    digests: Mapping[str, str]


def read_corpus(folder: Path) -> Corpus:
    """Read every ``*_train.jsonl`` and ``*_dev.jsonl`` of a folder.

    Raises InputError when there is nothing to train on, or a line is no annotated text.
    """
    parts: dict[str, list[Entry]] = {"train": [], "dev": []}
    digests: dict[str, str] = {}
    for part, entries in parts.items():
        for path in sorted(folder.glob(f"*_{part}.jsonl")):
            content = path.read_bytes()
            digests[path.name] = sha256(content).hexdigest()
            entries.extend(_entries(path, content))
    if not parts["train"]:
        raise InputError(
            f"{folder} holds no text to train on", remedy="Name a folder with a *_train.jsonl file"
        )
    return Corpus(tuple(parts["train"]), tuple(parts["dev"]), digests)


def _entries(path: Path, content: bytes) -> list[Entry]:
    found: list[Entry] = []
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            _check(entry)
        except (ValueError, KeyError, TypeError) as exc:
            raise InputError(
                f"{path}, line {number} is no annotated text ({type(exc).__name__}: {exc})",
                remedy='Write {"id", "text", "attributions": [{"source", "cue", "content"}]}',
            ) from exc
        found.append(entry)
    return found


def _check(entry: Entry) -> None:
    length = len(entry["text"])
    entry["id"]
    for attribution in entry["attributions"]:
        for role in ("source", "cue", "content"):
            for start, end in attribution[role]:
                if not 0 <= start < end <= length:
                    raise ValueError(f"the {role} {[start, end]} is no range of its text")
