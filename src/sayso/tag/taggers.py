"""The taggers by name, those of outside packages included."""

from __future__ import annotations

from collections.abc import Callable

from sayso.language.parsed import ParsedText
from sayso.model import Attribution
from sayso.plugins import part_named
from sayso.tag.rules import rules_tagger

Tagger = Callable[[ParsedText], tuple[Attribution, ...]]
"""A text to its attributions, in the order of their first code point."""

ENTRY_POINTS = "sayso.taggers"
"""Entry-point group under which an outside package offers a function that makes a Tagger."""

TAGGERS: dict[str, Callable[[], Tagger]] = {
    "rules": rules_tagger,
}


def tagger_named(name: str) -> Tagger:
    """Make the tagger of this name; a name of ours goes before a plug-in's.

    Raises UnknownNameError when neither TAGGERS nor a plug-in holds the name.
    """
    return part_named(name, TAGGERS, what="tagger", group=ENTRY_POINTS)()
