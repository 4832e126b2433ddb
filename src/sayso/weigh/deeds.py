"""Deeds named in a plain text: different words for the same kind of deed are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.language.en.deeds import deed_forms
from sayso.language.en.inflect import verb_forms
from sayso.language.en.plain import compile_patterns
from sayso.language.en.tables import load_table

_PARTICLE_REACH = 4
"""How many words after its verb a particle may stand: "turned my whole convoy back"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed named in a text: a key of the table of deeds, and the index of its word."""

    kind: str
    at: int


def deeds_in(words: tuple[str, ...]) -> tuple[Deed, ...]:
    """Return the deeds that the words of a plain text name, in text order."""
    return tuple(_found(words))


def _found(words: tuple[str, ...]) -> Iterator[Deed]:
    forms = deed_forms()
    idioms = _idioms()
    for at, word in enumerate(words):
        if any(words[at + 1 : at + 1 + len(rest)] == rest for rest in idioms.get(word, ())):
            continue
        for particle, kind in forms.get(word) or forms.get(word.removesuffix("s"), ()):
            if not particle or particle in words[at + 1 : at + 1 + _PARTICLE_REACH]:
                yield Deed(kind, at)


def holds(name: str, words: tuple[str, ...]) -> bool:
    """Whether the words of a plain text hold a pattern of the table of weighing."""
    return bool(_pattern(name).search(f" {' '.join(words)} "))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    patterns = load_table("weighing")["patterns"][name]
    return compile_patterns(patterns, load_table("acts")["lists"])


@cache
def kinds_of(name: str) -> frozenset[str]:
    """Return the kinds of deeds that are alike in some way: "consequences", "agreed"."""
    return frozenset(load_table("weighing")["kinds"][name])


@cache
def _idioms() -> dict[str, frozenset[tuple[str, ...]]]:
    """Return by word what may follow it so that the two name no deed: "took place"."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for entry in load_table("weighing")["idioms"]["phrases"]:
        head, _, rest = entry.partition(" ")
        for form in verb_forms(head[:-1]) if head.endswith("+") else (head,):
            found.setdefault(form, set()).add(tuple(rest.split()))
    return {form: frozenset(rests) for form, rests in found.items()}
