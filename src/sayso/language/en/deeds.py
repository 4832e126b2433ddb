"""Words for deeds: by word, the kinds of deeds that it may name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.language.en.inflect import verb_forms
from sayso.language.en.tables import load_table


@cache
def deed_forms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return by word in lower case the deeds it may name: (particle, kind).

    The particle is the word that must follow for it ("out" after "walk"), "" where none need.
    """
    forms: dict[str, dict[tuple[str, str], None]] = {}
    for kind, entries in load_table("weighing")["deeds"].items():
        for entry in entries:
            head, _, particle = entry.partition(" ")
            inflected = verb_forms(head[:-1]) if head.endswith("+") else (head,)
            for form in inflected:
                forms.setdefault(form, {})[particle, kind] = None
    return {form: tuple(found) for form, found in forms.items()}
