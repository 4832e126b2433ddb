"""Pleas in court: "pleaded not guilty to charges that …" answers the charges."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.narrated import before_narrated
from sayso.tag.rules.sheet import Sheet, token_range

_ANSWERS = frozenset(["acomp", "oprd", "advmod", "attr", "dobj", "amod", "ccomp", "xcomp"])


def plea(sheet: Sheet, verb: Token, key: str) -> tuple[int, Range] | None:
    """Return where the cue of a plea ends (token, exclusive) and what was pleaded to, or None.

    The content is the charges after "to"; where none are named, it is the plea itself.
    """
    words = sheet.words
    if key not in words.pleading:
        return None
    answer = next((c for c in verb.rights if c.dep_ in _ANSWERS and c.lower_ in words.pleas), None)
    if answer is None or answer.i > verb.i + 2:
        return None
    to = next((c for t in (answer, verb) for c in t.rights if c.lower_ == "to"), None)
    if to is None:
        piece = token_range(sheet.doc, verb.i + 1, answer.i + 1)
        return (verb.i + 1, piece) if piece else None
    end = before_narrated(sheet, verb, to.i + 1, to.right_edge.i + 1)
    piece = token_range(sheet.doc, to.i + 1, end)
    return (answer.i + 1, piece) if piece else None
