"""The noun phrase just before a finite cue, as far as plain words tell."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.language.en.inflect import verb_forms
from sayso.language.en.tables import load_table
from sayso.tag.layout import Range

LONGEST = 14
"""Most words of a speaker's phrase."""

_PIECE = re.compile(r"[^,;:—–()“”\"«»\n]+")
_WORD = re.compile(r"[^\W_][^\s,]*")
_JOINTS = re.compile(r"\b(?:and|but|while|that|as|when|because|although|though|so|since|or)\s")
_WHO = re.compile(r"\b(?:who|which|that)\s*\Z")
_TIMES = re.compile(
    r"(?:(?:On|Late|Early|Last|This|By|In)\s)?(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s(?:morning|afternoon|evening|night))?\s|(?:Last|This)\s(?:week|month|year)\s"
)


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    table = load_table("evasive")["sources"]
    lists = {name: frozenset(words) for name, words in table.items()}
    past = (form for lemma in load_table("verbs")["irregular"] for form in verb_forms(lemma)[2:])
    lists["finite"] |= frozenset(form for form in past if not form.endswith("ing"))
    return lists


def speaker_before(text: str, start: int, cue: int) -> Range | None:
    """Return the phrase that ends at ``cue``, in a sentence that begins at ``start``.

    A relative "who" gives the phrase before it; a phrase set off by commas goes with the name it
    explains. None where what stands there does not look like a speaker.
    """
    end = start + len(text[start:cue].rstrip())
    relative = _WHO.search(text, max(start, end - 6), end)
    if relative is not None:
        end = start + len(text[start : relative.start()].rstrip(" ,"))
        return _phrase(text, start, end)
    if end > start and text[end - 1] in ",)—–":
        return _before_comma(text, start, end - 1)
    return _phrase(text, start, end)


def _pieces(text: str, start: int, end: int) -> list[Range]:
    return [m.span() for m in _PIECE.finditer(text, start, end) if not m.group().isspace()]


def _before_comma(text: str, start: int, end: int) -> Range | None:
    """Read "Ivo Marr, a spokesman for the Front," and "Marr, asked about the dam,"."""
    pieces = _pieces(text, start, end)
    if len(pieces) < 2:
        return None
    named = _phrase(text, *pieces[-2])
    if named is None:
        return None
    aside = text[slice(*pieces[-1])].split()
    determiners = _lists()["determiners"]
    finite = _lists()["finite"]
    if aside[0] in determiners and not any(w.lower() in finite for w in aside):
        return named[0], pieces[-1][1]
    return named


def _phrase(text: str, start: int, end: int) -> Range | None:
    """Return the speaker that the last piece of a range holds, joined by "and" where it may be."""
    pieces = _pieces(text, start, end)
    if not pieces or text[pieces[-1][1] : end].strip():
        return None
    begin, finish = pieces[-1]
    if text[begin:finish].rsplit(maxsplit=1)[-1].lower() in _lists()["leading"]:
        return None  # "Vrel left, but declined": whose cue this is stands further off.
    starts = [begin, *(j.end() for j in _JOINTS.finditer(text, begin, finish))]
    for at in starts:
        trimmed = _trimmed(text, at, finish)
        if trimmed is not None and names_speaker(text, *trimmed):
            return trimmed
    return None


def _trimmed(text: str, start: int, end: int) -> Range | None:
    """Leave off what only leads in: "But on Monday"."""
    leading = _lists()["leading"]
    while True:
        while start < end and text[start].isspace():
            start += 1
        time = _TIMES.match(text, start, end)
        if time is not None:
            start = time.end()
            continue
        word = _WORD.match(text, start, end)
        if word is None:
            return None
        if word.group().lower() not in leading:
            break
        start = word.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def names_speaker(text: str, start: int, end: int) -> bool:
    """Tell whether a range of code points reads like somebody who may speak."""
    lists = _lists()
    words = [w.group() for w in _WORD.finditer(text, start, end)]
    if not words or len(words) > LONGEST:
        return False
    first = words[0].lower()
    if first in lists["prepositions"] or any(w.lower() in lists["finite"] for w in words):
        return False
    if any(w.endswith("ed") and w.islower() for w in words[2:]) and any(
        w in ("and", "or") for w in words
    ):
        return False  # "The army shelled the dam and Marr": two clauses.
    if len(words) == 1 and first in lists["pronouns"]:
        return True
    return first in lists["determiners"] or first in lists["pronouns"] or _is_named(words)


def _is_named(words: list[str]) -> bool:
    """Whether a capital begins the phrase or its head: "Marr", "spokesman Ivo Marr"."""
    capitals = [w[0].isupper() for w in words]
    if capitals[0] and len(words) == 1:
        return not words[0].endswith(("ing", "ed"))
    return capitals[-1] or (capitals[0] and not words[0].endswith(("ing", "ly")))
