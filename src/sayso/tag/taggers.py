"""The taggers by name, those of outside packages included."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points

from sayso.errors import UnknownNameError
from sayso.language.parsed import ParsedText
from sayso.model import Attribution
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
    if name in TAGGERS:
        return TAGGERS[name]()
    plugins = entry_points(group=ENTRY_POINTS)
    if name in plugins.names:
        make: Callable[[], Tagger] = plugins[name].load()
        return make()
    raise UnknownNameError("tagger", name, {*TAGGERS, *plugins.names})
