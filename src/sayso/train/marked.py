"""Lessons: invented texts with their attributions marked inline, beside the annotated corpora.

``[S:Hana Vrel] [Q:said] [C:that the dam had been hit].`` marks a source, a cue and a content.
Several attributions in one text are numbered, ``[Q1:said]``; a span that two share carries both
numbers, ``[S1,2:Hana Vrel]``; the pieces of one content repeat its tag. Brackets never nest.
"""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

from sayso.errors import InputError

_TAG = re.compile(r"\[([SQC])(\d+(?:,\d+)*)?:([^\[\]]+)\]")
_ROLES = {"S": "source", "Q": "cue", "C": "content"}
_REMEDY = "Mark spans as [S:...], [Q:...], [C:...], numbered where there are several attributions"


def read_marked(text: str) -> dict[str, Any]:
    """Return a marked text as a line of an attribution corpus, without an id.

    Returns:
        ``text`` without marks, and ``attributions``: for each its ``source``, ``cue`` and
        ``content`` as lists of ``[start, end]`` in code points of that text, half-open.

    Raises:
        InputError: A bracket belongs to no tag, a span begins or ends with a space, or an
            attribution lacks a cue or content, or has several cues or sources.
    """
    plain = ""
    done = 0
    drafts: dict[str, dict[str, list[list[int]]]] = {}
    for tag in _TAG.finditer(text):
        role, numbers, span = tag.groups()
        if span != span.strip():
            raise InputError(
                f"The mark {tag[0]!r} begins or ends with a space", remedy="Put spaces outside it"
            )
        plain += _unmarked(text[done : tag.start()])
        place = [len(plain), len(plain) + len(span)]
        for number in (numbers or "").split(","):
            draft = drafts.setdefault(number, {name: [] for name in _ROLES.values()})
            draft[_ROLES[role]].append(place.copy())
        plain += span
        done = tag.end()
    plain += _unmarked(text[done:])
    for number, draft in drafts.items():
        _check(number, draft, plain)
    return {"text": plain, "attributions": list(drafts.values())}


def lessons() -> list[dict[str, Any]]:
    """Return the packaged lessons, ids such as ``lessons/evasion/12``, in the files' order."""
    found = []
    folder = files(__package__).joinpath("lessons")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".toml"):
            continue
        kind = path.name.removesuffix(".toml")
        texts = tomllib.loads(path.read_text("utf-8"))["texts"]
        for number, text in enumerate(texts, start=1):
            found.append({"id": f"lessons/{kind}/{number}", **read_marked(text)})
    return found


def _unmarked(text: str) -> str:
    if "[" in text or "]" in text:
        raise InputError(f"A square bracket in {text[:60]!r} belongs to no mark", remedy=_REMEDY)
    return text


def _check(number: str, draft: dict[str, list[list[int]]], plain: str) -> None:
    cues, sources, pieces = (len(draft[name]) for name in ("cue", "source", "content"))
    if cues == 1 and sources <= 1 and pieces:
        return
    raise InputError(
        f"Attribution {number or 'without number'} of {plain[:60]!r} has {cues} cues, "
        f"{sources} sources and {pieces} pieces of content",
        remedy="Give each attribution one cue, at most one source and at least one content",
    )
