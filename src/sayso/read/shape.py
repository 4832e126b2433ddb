"""Lines of a page, pasted or extracted, shaped into title, byline, date line and blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.model import BlockKind
from sayso.read.captions import Pieces, caption_pieces
from sayso.read.chrome import ends_sentence, is_chrome, is_link_line, is_list_heading, is_section
from sayso.read.fulldates import date_line

_LONGEST_HEADLINE = 200
_LONGEST_BYLINE = 100
_BODY_WORDS = 15
_NO_HEADLINE_END = tuple("-–—:;,.…")
_ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.)+$")
_BYLINE = re.compile(r"by:?\s+(\S.*)", re.IGNORECASE)
_HEAD_PARTS = re.compile(r"\s+[|·•]\s+")


@dataclass(frozen=True, slots=True)
class Shaped:
    """What the lines of one article turned out to be; ``pieces`` hold no title."""

    title: str | None
    byline: str | None
    published: date | None
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line that tells of the article and is none of its text."""

    byline: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of one paragraph, none of them blank; or the pieces of a caption marked as one."""

    lines: tuple[str, ...]
    caption: Pieces = ()


def passages_of(text: str) -> list[Passage]:
    """Part canonical text at blank lines; with none, every line is a paragraph of its own.

    Text hard-wrapped at a fixed width keeps its lines together: they break inside sentences.
    """
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    found = [group for group in groups if group]
    if len(found) == 1 and not _is_hard_wrapped(found[0]):
        return [Passage((line,)) for line in found[0]]
    return [Passage(tuple(group)) for group in found]


def _is_hard_wrapped(lines: Sequence[str]) -> bool:
    full = [line for line in lines[:-1] if 40 <= len(line) <= 100]
    broken = sum(not ends_sentence(line) for line in full)
    return len(lines) >= 4 and len(full) >= len(lines) - 2 and broken * 2 > len(full)


def without_chrome(passages: Iterable[Passage]) -> list[Passage]:
    """Drop the lines that are page chrome, and the lists of other stories below their headings."""
    kept: list[Passage] = []
    in_list = after_chrome = False
    for passage in passages:
        lines: list[str] = []
        for line in passage.lines:
            if in_list and is_link_line(line) and caption_pieces(line) is None:
                continue
            in_list = is_list_heading(line) and _stands_alone(line, lines)
            chrome = in_list or (is_chrome(line) and _stands_alone(line, lines))
            if chrome or (after_chrome and not lines and is_section(line)):
                after_chrome = True
                continue
            after_chrome = False
            lines.append(line)
        if lines or passage.caption:
            kept.append(Passage(tuple(lines), passage.caption))
    return kept


def _stands_alone(line: str, before: Sequence[str]) -> bool:
    # Inside a wrapped sentence a menu word is a word: "he refused to / share".
    return not before or ends_sentence(before[-1]) or not line[0].islower()


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(load_table("page")["head"]["name_particles"])


def byline_name(line: str) -> str | None:
    """Return the names in a line "By NAME and NAME", or None when it is no byline."""
    match = _BYLINE.fullmatch(line) if len(line) <= _LONGEST_BYLINE else None
    if match is None or ends_sentence(line):
        return None
    words = [word for word in re.split(r"[\s,;&]+", match[1]) if word]
    names = [word for word in words if word[0].isupper()]
    plausible = names and words[0][0].isupper() and 1 < len(words) <= 14
    return (
        match[1].strip()
        if plausible and all(w in names or w in _particles() for w in words)
        else None
    )


def head_line(line: str, *, in_head: bool) -> HeadLine | None:
    """Read a byline or date line; outside the head only a date line with a label counts."""
    byline: str | None = None
    published: date | None = None
    for part in _HEAD_PARTS.split(line):
        dates = date_line(part)
        if dates is not None and (in_head or dates.labelled):
            published = published or dates.published
            continue
        name = byline_name(part) if in_head else None
        if name is None:
            return None
        byline = byline or name
    return HeadLine(byline, published)


def is_headline(line: str) -> bool:
    """Whether a first line reads as a headline: short, and without a final stop."""
    text = line.strip()
    ends_well = not text.endswith(_NO_HEADLINE_END) or bool(_ABBREVIATION_END.search(text))
    return len(text) <= _LONGEST_HEADLINE and ends_well and caption_pieces(text) is None


def _looks_like_body(line: str) -> bool:
    return len(line.split()) >= _BODY_WORDS or ends_sentence(line)


def same_words(one: str, other: str) -> bool:
    """Whether two headlines are the same but for case, white space and punctuation."""
    return headline_key(one) == headline_key(other) != ""


def headline_key(text: str) -> str:
    """Return the letters and digits of a headline, case folded."""
    return "".join(char for char in text.casefold() if char.isalnum())


def shape(
    passages: Sequence[Passage], *, titles: Sequence[str] = (), seek_title: bool = False
) -> Shaped:
    """Shape the passages of one article; captions marked as such stay where they are.

    ``titles`` are the headlines already known: a first line that repeats one is dropped. With
    ``seek_title`` the first line may turn out to be the headline, if something follows it.
    """
    title = byline = None
    published: date | None = None
    pieces: list[tuple[BlockKind, str]] = []
    kept = without_chrome(passages)
    following = [line for passage in kept for line in passage.lines]
    in_head, is_first = True, True
    for passage in kept:
        body: list[str] = []
        for number, line in enumerate(passage.lines):
            following = following[1:]
            told = head_line(line, in_head=in_head)
            if told is not None:
                byline, published = byline or told.byline, published or told.published
                continue
            if in_head and any(same_words(line, known) for known in titles):
                continue
            wrapped = passage.lines[number + 1 : number + 2]
            if seek_title and is_first and is_headline(line) and _heads(wrapped, following):
                title, is_first = re.sub(r"^#{1,6} +", "", line), False
                continue
            is_first = False
            in_head = in_head and not _looks_like_body(line)
            body.append(line)
        text = "\n".join(body)
        pieces.extend(passage.caption or caption_pieces(text) or ((BlockKind.BODY, text),))
    if not any(passage.caption for passage in kept):
        pieces = _body_first(pieces)
    return Shaped(title, byline, published, tuple((k, t) for k, t in pieces if t))


def _heads(same_passage: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a headline's next lines are text of their own, not the rest of its sentence."""
    wrapped = bool(same_passage) and same_passage[0][:1].islower()
    return not wrapped and any(head_line(text, in_head=True) is None for text in following)


def _body_first(pieces: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """Return the pieces; with no body among them, what is worded like captions is the story."""
    kinds = {kind for kind, _ in pieces}
    if BlockKind.BODY in kinds:
        return pieces
    return [(BlockKind.BODY if kind is BlockKind.CAPTION else kind, text) for kind, text in pieces]
