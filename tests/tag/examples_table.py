"""The example table: invented texts by kind, with what a tagger must and must not find in them.

A file ``examples/<kind>.toml`` holds rows: ``text``, ``find`` (statements, each with ``source``,
``cue``, ``content``, ``inside``), ``never`` (strings that nobody states) and ``silent`` (no
statement at all). Pieces of one role are joined by " … ", as ``joined_text`` joins them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from sayso.errors import InputError
from sayso.language.parsed import ParsedText, Parser
from sayso.model import Attribution, Span, joined_text, paragraphs
from sayso.tag import Tagger

FOLDER = Path(__file__).parent / "examples"
KINDS = ("nested", "not_said", "evasion", "direct", "transcript", "narrator")

MIN_OVERLAP = 0.5
"""Least intersection over union, in words, of a content found and the one expected."""

_WORD = re.compile(r"\w+")
_PIECES = " … "
# Words that two sources may share without being the same: "the army", "the head of the bank".
_FUNCTION_WORDS = frozenset({"the", "a", "an", "of", "in", "by", "for", "to", "and", "s", "who"})
_ROW_KEYS = {"text", "find", "never", "silent"}
_FIND_KEYS = {"source", "cue", "content", "inside"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A statement that must be found; an empty ``source`` means none, an empty ``cue`` any.

    ``inside`` names the source of the row's statement that must hold this one (or, where that has
    no source, its cue); empty, nothing is asked of the nesting.
    """

    source: str
    cue: str
    content: str
    inside: str

    @property
    def name(self) -> str:
        """By what ``inside`` of another statement may name this one."""
        return self.source or self.cue


@dataclass(frozen=True, slots=True)
class Example:
    """One row of the table."""

    kind: str
    text: str
    find: tuple[Expected, ...]
    never: tuple[str, ...]
    silent: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one kind hold; ``failing`` tells each other one, with its faults."""

    held: int
    total: int
    failing: tuple[str, ...]


def load_examples(folder: Path = FOLDER) -> tuple[Example, ...]:
    """Read the table's files, in the order of KINDS.

    Raises InputError for a row that can't be measured: keys unknown or missing, a string that is
    not in the text, or a content or ``never`` that stands there twice.
    """
    examples: list[Example] = []
    for kind in KINDS:
        for row in tomllib.loads((folder / f"{kind}.toml").read_text("utf-8"))["row"]:
            examples.append(example_of(kind, row))
    texts = [example.text for example in examples]
    for text in texts:
        if texts.count(text) > 1:
            _refuse(text, "the text stands in the table twice", "Drop one of the rows")
    return tuple(examples)


def example_of(kind: str, row: Mapping[str, object]) -> Example:
    """Check one row as TOML gives it; raises InputError as ``load_examples`` does."""
    text, find, never = row.get("text"), row.get("find", []), row.get("never", [])
    silent = row.get("silent", False)
    if not isinstance(text, str) or not text.strip():
        _refuse(str(row), "there is no text", "Give the row a text")
    if not set(row) <= _ROW_KEYS:
        _refuse(text, f"unknown keys {set(row) - _ROW_KEYS}", f"Use {_ROW_KEYS}")
    if not isinstance(find, list) or not isinstance(never, list) or not isinstance(silent, bool):
        _refuse(text, "a value has the wrong type", "Give lists, and true for silent")
    if silent == bool(find or never):
        _refuse(text, "it asks for nothing, or for silence and more", "Give find, never or silent")
    expected = tuple(_expected_of(text, entry) for entry in find)
    for one in expected:
        if one.inside and one.inside not in {o.name for o in expected if o is not one}:
            _refuse(text, f"no statement of {one.inside!r} can hold another", "Name its source")
    for string in never:
        _check(text, string, once=True)
    return Example(kind, text, expected, tuple(never), silent)


def faults(example: Example, found: Sequence[Attribution]) -> tuple[str, ...]:
    """Tell all that does not hold of what a tagger found in the example's text."""
    told = [f"must be silent: {_shown(a)}" for a in found if example.silent]
    holders = {e: _holders(example.text, e, found) for e in example.find}
    for expected in example.find:
        held = holders[expected]
        if expected.inside:
            outer = {
                index
                for other in example.find
                if other is not expected and other.name == expected.inside
                for index in holders[other]
            }
            held = {index for index in held if found[index].inside in outer}
        if not held:
            told.append(f"not found: {expected}")
    for string in example.never:
        unsaid = _words_of(example.text, string)
        told += [
            f"nobody states {string!r}: {_shown(a)}" for a in found if unsaid <= _at(a.content)
        ]
    return tuple(told)


def tallies(tag: Tagger, parser: Parser, examples: Iterable[Example]) -> dict[str, Tally]:
    """Tag every example's text; return how many hold, by kind."""
    rows: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for example in examples:
        text = ParsedText(example.text, paragraphs(example.text), parser)
        wrong = faults(example, tag(text))
        rows[example.kind].append("\n    ".join((example.text, *wrong)) if wrong else "")
    return {
        kind: Tally(told.count(""), len(told), tuple(filter(None, told)))
        for kind, told in rows.items()
    }


def _expected_of(text: str, entry: object) -> Expected:
    if not isinstance(entry, dict) or not set(entry) <= _FIND_KEYS or not entry.get("content"):
        _refuse(text, f"bad statement {entry}", f"Give a content, and else only {_FIND_KEYS}")
    roles = {key: entry.get(key, "") for key in _FIND_KEYS}
    for key, string in roles.items():
        if string:
            _check(text, string, once=key == "content")
    return Expected(**roles)


def _check(text: str, string: object, *, once: bool) -> None:
    """Refuse a string that is not in the text as whole words, or, if asked, not only once."""
    pieces = string.split(_PIECES) if isinstance(string, str) else [""]
    for piece in pieces:
        places = len(_places(text, piece)) if _WORD.search(piece) else 0
        if places == 0:
            _refuse(text, f"{piece!r} is not in the text", "Quote the text letter by letter")
        if once and places > 1:
            _refuse(text, f"{piece!r} stands there {places} times", "Quote a longer piece")


def _refuse(text: str, problem: str, remedy: str) -> NoReturn:
    raise InputError(f"Broken example {text[:60]!r}: {problem}", remedy=remedy)


def _holders(text: str, expected: Expected, found: Sequence[Attribution]) -> set[int]:
    """Return the places in ``found`` of what has this source, cue and content."""
    content, cue = _words_of(text, expected.content), _words_of(text, expected.cue)
    return {
        index
        for index, a in enumerate(found)
        if _same_source(expected.source, joined_text(a.source))
        and (not cue or cue & _at(a.cue))
        and len(content & _at(a.content)) >= MIN_OVERLAP * len(content | _at(a.content))
    }


def _same_source(expected: str, found: str) -> bool:
    if not expected or not found:
        return not expected and not found
    ours, theirs = (set(_WORD.findall(name.casefold())) for name in (expected, found))
    return bool((ours - _FUNCTION_WORDS or ours) & (theirs - _FUNCTION_WORDS or theirs))


def _places(text: str, piece: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text))


def _words_of(text: str, string: str) -> set[int]:
    """Return where the words of the string begin in the text, wherever it stands there."""
    pieces = string.split(_PIECES) if string else []
    places = [place for piece in pieces for place in _places(text, piece)]
    return {p.start() + word.start() for p in places for word in _WORD.finditer(p.group())}


def _at(spans: Iterable[Span]) -> set[int]:
    return {span.start + word.start() for span in spans for word in _WORD.finditer(span.text)}


def _shown(a: Attribution) -> str:
    return " | ".join(joined_text(role) for role in (a.source, a.cue, a.content))
