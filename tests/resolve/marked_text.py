"""Attributions from marked text: ``[S Hana Vrel] [C said] [T it rained]``.

``S`` marks source, ``C`` cue, ``T`` content; a digit after the letter tells several attributions
of one text apart, and the same mark used twice makes a discontinuous role. Marks nest. ``¶``
stands for a paragraph break.
"""

from __future__ import annotations

import re
from collections import defaultdict

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Manner, Span, paragraphs, span_of

_MARK = re.compile(r"\[([SCT])(\d*) |\]")


def read_marked(marked: str) -> tuple[ParsedText, tuple[Attribution, ...], int]:
    """Return the parsed text, its attributions, and the index of the one without a digit."""
    marked = re.sub(r"\s*¶\s*", "\n\n", marked)
    pieces: list[str] = []
    length = position = 0
    opened: list[tuple[str, str, int]] = []
    ranges: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for mark in _MARK.finditer(marked):
        pieces.append(marked[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        if mark.group(1):
            opened.append((mark.group(1), mark.group(2), length))
        else:
            role, name, start = opened.pop()
            ranges[name][role].append((start, length))
    text = "".join([*pieces, marked[position:]])
    names = sorted(ranges)
    roles = {
        name: {r: tuple(span_of(text, *pair) for pair in sorted(ranges[name][r])) for r in "SCT"}
        for name in names
    }
    attributions = tuple(
        Attribution(
            roles[name]["S"],
            roles[name]["C"],
            roles[name]["T"],
            Manner.INDIRECT,
            inside=_holder(name, names, roles),
        )
        for name in names
    )
    return ParsedText(text, paragraphs(text), english_parser()), attributions, names.index("")


def _holder(
    name: str, names: list[str], roles: dict[str, dict[str, tuple[Span, ...]]]
) -> int | None:
    pieces = [span for role in roles[name].values() for span in role]
    holders = [
        (content.end - content.start, i)
        for i, other in enumerate(names)
        if other != name
        for content in roles[other]["T"]
        if all(content.contains(piece) for piece in pieces)
    ]
    return min(holders)[1] if holders else None


def gold_lines(text: str) -> list[tuple[str, str]]:
    """Return the (marked text, expected) pairs of a gold file."""
    lines = (line.strip() for line in text.splitlines())
    kept = [line for line in lines if line and not line.startswith("#")]
    return [(a.strip(), b.strip()) for a, b in (line.rsplit("=>", 1) for line in kept)]
