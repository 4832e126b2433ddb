"""Sentences whose source, cue and content are marked: "[S Vrel] [C said] [T the dam held]"."""

from __future__ import annotations

import re

from sayso.tag.layout import Range

_MARKED = re.compile(r"\[([SCT]) (.*?)\]")


def unmarked(sentence: str) -> tuple[str, dict[str, list[Range]]]:
    """Return the sentence without its marks, and where each mark's words are in it."""
    found: dict[str, list[Range]] = {"S": [], "C": [], "T": []}
    text, position = "", 0
    for mark in _MARKED.finditer(sentence):
        text += sentence[position : mark.start()]
        found[mark.group(1)].append((len(text), len(text) + len(mark.group(2))))
        text += mark.group(2)
        position = mark.end()
    return text + sentence[position:], found
