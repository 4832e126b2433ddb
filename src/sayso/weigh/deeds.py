"""Deeds named in a plain text: different words for the same kind of deed are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.language.en.inflect import verb_forms
from sayso.language.en.tables import load_table

_PARTICLE_REACH = 4
"""How many words after its verb a particle may stand: "turned my whole convoy back"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed named in a text: a key of the table of deeds, and the index of its word."""

    kind: str
    at: int


def deeds_in(words: Sequence[str]) -> tuple[Deed, ...]:
    """Return the deeds that the words of a plain text name, in text order."""
    return tuple(_found(words))


def _found(words: Sequence[str]) -> Iterator[Deed]:
    forms = _forms()
    for at, word in enumerate(words):
        for particle, kind in forms.get(word, ()):
            if not particle or particle in words[at + 1 : at + 1 + _PARTICLE_REACH]:
                yield Deed(kind, at)


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by word the deeds it may name, each with the particle that it needs, if any."""
    forms: dict[str, dict[tuple[str, str], None]] = {}
    for kind, entries in load_table("weighing")["deeds"].items():
        for entry in entries:
            head, _, particle = entry.partition(" ")
            inflected = verb_forms(head[:-1]) if head.endswith("+") else (head,)
            for form in inflected:
                forms.setdefault(form, {})[particle, kind] = None
    return {form: tuple(found) for form, found in forms.items()}
