"""Transcripts and what is laid out like them, told by the heads and ends of lines.

"VREL: The bridge held.", "Hana Vrel: …", "Q: … A: …", "From Lena Okafor: …", and a quotation with
"— Hana Vrel, mayor" below it or at its end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.tag.layout import Range
from sayso.tag.surface.found import Found

_HEADED = re.compile(r"[^\S\n]*([^\s:][^:\n]{0,79}):[^\S\n]+(\S[^\n]*)")
_DOTTED = re.compile(r"[^\S\n]*([QA])\.[^\S\n]+(\S[^\n]*)")
_CAPITALS = re.compile(r"[^\W\d_a-z](?:['’.-]|[^\W\d_a-z])+(?:,? \(?[^\W\d_a-z][\w.'’-]*\)?){0,4}")
_QUESTION = re.compile(r"[QA]\.?")
_NAME_WORD = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w'’-]*\.?|[a-z]{2,3}-[^\W\d_a-z]\w+)")
_SIGNED = re.compile(r"\s*([—–]|--)\s?(\S[^\n]*?)\s*")
_QUOTED_AND_SIGNED = re.compile(r"\s*([\"“„«][^\n]+[\"”“»])\s*([—–]|--)\s?([^\n—–\"”]+?)\s*")
_QUOTED = re.compile(r"\s*([\"“„«][^\n]*\w[^\n]*[\"”“»])\s*")
_QUOTES = "\"“”„«»‘'"
_ENDS = (".", "?", "!", "…", "”", '"', "’", "—", "–")
_ENOUGH = 3
"""Lines with different names that make a transcript when none comes twice."""


class _Head(Enum):
    CAPITALS = 1
    LETTER = 2
    DOTTED = 3
    NAME = 4
    SENDER = 5


@dataclass(frozen=True, slots=True)
class _Line:
    head: _Head
    name: str
    found: Found


def find_transcript(text: str, blocks: Iterable[Range]) -> list[Found]:
    """Return one attribution for each line of a transcript, and for each signed quotation.

    ``blocks`` are half-open ranges of code points of ``text``. A name and a colon may be a label
    ("Update: …"): in capitals it needs a second such line, else the same name again or two others.
    For "Q" and "A" the source is None and the letter is the cue.
    """
    lines = [line for block in blocks for line in _lines(text, *block)]
    headed = [h for start, end in lines if (h := _headed(text, start, end)) is not None]
    kept = [line.found for line in _believed(text, headed)]
    return sorted((*kept, *_signed(text, lines)), key=lambda found: found.cue)


def is_label_line(text: str, line: Range) -> bool:
    """Whether a line heads what is no speech: "Venue: Harbour Park", or "Map: Where it began".

    A head that names nobody counts as a label, and so does one before something that is neither
    quoted nor a sentence. False for a line without a head.
    """
    match = _HEADED.match(text, *line)
    if match is None or text[match.start(2)] in _QUOTES:
        return False
    name, said = match.group(1), match.group(2).rstrip()
    if _QUESTION.fullmatch(name) or (_CAPITALS.fullmatch(name) and not _is_label(name)):
        return False
    return _is_label(name) or not said.endswith(_ENDS)


def _lines(text: str, start: int, end: int) -> Iterator[Range]:
    position = start
    while position < end:
        line_end = text.find("\n", position, end)
        line_end = end if line_end < 0 else line_end
        if not text[position:line_end].isspace() and line_end > position:
            yield position, line_end
        position = line_end + 1


def _headed(text: str, start: int, end: int) -> _Line | None:
    match = _HEADED.match(text, start, end)
    if match is None:
        dotted = _DOTTED.match(text, start, end)
        if dotted is None:
            return None
        letter = Found(None, dotted.span(1), dotted.span(2))
        return _Line(_Head.DOTTED, dotted.group(1), letter)
    name, colon = match.group(1), match.end(1)
    found = Found(match.span(1), (colon, colon + 1), match.span(2))
    if _QUESTION.fullmatch(name):
        return _Line(_Head.LETTER, name, Found(None, match.span(1), match.span(2)))
    if _is_label(name):
        return None
    if _CAPITALS.fullmatch(name):
        return _Line(_Head.CAPITALS, name, found)
    if name.startswith("From "):
        sender = name[len("From ") :]
        if not _is_sender(sender):
            return None
        at = (match.start(1) + len("From "), colon)
        return _Line(_Head.SENDER, sender, Found(at, found.cue, found.content))
    return _Line(_Head.NAME, name, found) if _is_name(name) else None


def _believed(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """Yield the lines whose heads are speakers, by what the other lines begin with."""
    capitals = sum(line.head in (_Head.CAPITALS, _Head.LETTER) for line in lines)
    letters = [line.name for line in lines if line.head is _Head.DOTTED]
    dialogue = letters[:1] == ["Q"] and "A" in letters
    named = [line for line in lines if line.head is _Head.NAME and _is_speech(text, line.found)]
    times = Counter(line.name for line in named)
    crowd = len(named) >= _ENOUGH and any(" " in line.name for line in named)
    for line in lines:
        if line.head is _Head.NAME:
            again = times[line.name] > 1 and (" " in line.name or len(times) > 1)
            if line.name in times and (again or crowd):
                yield line
        elif line.head is _Head.DOTTED:
            if dialogue:
                yield line
        elif line.head is _Head.SENDER or capitals > 1:
            yield line


def _signed(text: str, lines: list[Range]) -> Iterator[Found]:
    """Yield quotations with "— Hana Vrel, mayor" at their end or alone on the next line."""
    before: Range | None = None
    for start, end in lines:
        one = _QUOTED_AND_SIGNED.fullmatch(text, start, end)
        if one is not None and _is_signature(one.group(3)):
            yield Found(one.span(3), one.span(2), one.span(1))
        mark = _SIGNED.fullmatch(text, start, end)
        if mark is not None and before is not None and _is_signature(mark.group(2)):
            quoted = _QUOTED.fullmatch(text, *before)
            if quoted is not None:
                yield Found(mark.span(2), mark.span(1), quoted.span(1))
        before = (start, end)


def _is_speech(text: str, found: Found) -> bool:
    said = text[slice(*found.content)].rstrip()
    return said.endswith(_ENDS)


@lru_cache(maxsize=4)
def _listed(section: str, name: str) -> frozenset[str]:
    return frozenset(load_table("transcript")[section][name])


def _is_label(name: str) -> bool:
    labels = _listed("labels", "words")
    return any(word.lower().strip("().,") in labels for word in name.split())


def _is_name(name: str) -> bool:
    words = name.split()
    particles = _listed("particles", "words")
    return (
        len(words) <= 5
        and _NAME_WORD.fullmatch(words[0]) is not None
        and all(w in particles or _NAME_WORD.fullmatch(w) for w in words)
        and words[-1] not in particles
    )


def _is_sender(name: str) -> bool:
    first = name.split(maxsplit=1)[0].lower().strip(".") if name.split() else ""
    return " " in name and _is_name(name) and first not in _listed("places", "first")


def _is_signature(name: str) -> bool:
    """Whether this is "Hana Vrel" or "Hana Vrel, mayor of Orlitsa", and no clause."""
    person, comma, role = name.partition(",")
    words = person.split()
    if not words or not _is_name(person.strip()) or _is_label(person):
        return False
    if not comma:
        return len(words) > 1
    return 0 < len(role.split()) <= 8 and not role.rstrip().endswith((".", "?", "!"))
