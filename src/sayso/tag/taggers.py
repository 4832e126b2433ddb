"""The taggers by name, those of outside packages included."""

from __future__ import annotations

from collections.abc import Callable

from sayso.language.parsed import ParsedText
from sayso.model import Attribution
from sayso.plugins import part_named
from sayso.tag.encoder import encoder_tagger
from sayso.tag.rules import rules_tagger

Tagger = Callable[[ParsedText], tuple[Attribution, ...]]
"""A text to its attributions, in the order of their first code point."""

ENTRY_POINTS = "sayso.taggers"
"""Entry-point group under which an outside package offers a MakeTagger."""

MakeTagger = Callable[[str | None], Tagger]
"""Makes a tagger; it is handed the folder of a model to use instead of its own, or None."""


def _rules(_model: str | None) -> Tagger:
    return rules_tagger()


TAGGERS: dict[str, MakeTagger] = {
    "encoder": encoder_tagger,
    "rules": _rules,
}


def tagger_named(name: str, *, model: str | None = None) -> Tagger:
    """Make the tagger of this name; a name of ours goes before a plug-in's.

    Raises UnknownNameError when neither TAGGERS nor a plug-in holds the name, MissingPartError
    when the tagger's model is missing or damaged.
    """
    return part_named(name, TAGGERS, what="tagger", group=ENTRY_POINTS)(model)
