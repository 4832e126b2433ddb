"""Attribution corpora in a folder: JSON Lines of texts with their attributions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sayso.errors import InputError

Entry = Mapping[str, Any]

_ANNOTATED = '{"id", "text", "attributions": [{"source", "cue", "content"}]}'


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts to train on and those to measure on; ``digests`` name the files' SHA-256.

    ``plain`` are texts without annotation.
    """

    train: tuple[Entry, ...]
    dev: tuple[Entry, ...]
    digests: Mapping[str, str]
    plain: tuple[Entry, ...] = ()


def read_corpus(folder: Path, plain: Sequence[Path] = ()) -> Corpus:
    """Read every ``*_train.jsonl`` and ``*_dev.jsonl`` of a folder, and files of plain texts.

    Raises InputError when there is nothing to train on, or a line is no annotated text, of the
    plain ones no text.
    """
    parts: dict[str, list[Entry]] = {"train": [], "dev": []}
    digests: dict[str, str] = {}
    for part, entries in parts.items():
        for path in sorted(folder.glob(f"*_{part}.jsonl")):
            content = path.read_bytes()
            digests[path.name] = sha256(content).hexdigest()
            entries.extend(_entries(path, content, annotated=True))
    unannotated: list[Entry] = []
    for path in plain:
        try:
            content = path.read_bytes()
        except OSError as exc:
            raise InputError(
                f"{path} can't be read ({exc.strerror})", remedy="Name a JSON Lines file"
            ) from exc
        digests[path.name] = sha256(content).hexdigest()
        unannotated.extend(_entries(path, content, annotated=False))
    if not parts["train"]:
        raise InputError(
            f"{folder} holds no text to train on", remedy="Name a folder with a *_train.jsonl file"
        )
    return Corpus(tuple(parts["train"]), tuple(parts["dev"]), digests, tuple(unannotated))


def _entries(path: Path, content: bytes, *, annotated: bool) -> list[Entry]:
    found: list[Entry] = []
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            length = len(entry["text"])
            if annotated:
                _check(entry, length)
        except (ValueError, KeyError, TypeError) as exc:
            kind = "annotated text" if annotated else "text"
            form = _ANNOTATED if annotated else '{"text"}'
            raise InputError(
                f"{path}, line {number} is no {kind} ({type(exc).__name__}: {exc})",
                remedy=f"Write {form}",
            ) from exc
        found.append({"id": f"{path.name}/{number}", **entry})
    return found


def _check(entry: Entry, length: int) -> None:
    entry["id"]
    for attribution in entry["attributions"]:
        for role in ("source", "cue", "content"):
            for start, end in attribution[role]:
                if not 0 <= start < end <= length:
                    raise ValueError(f"the {role} {[start, end]} is no range of its text")
