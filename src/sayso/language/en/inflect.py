"""The inflected forms of an English verb: spelling rules, and a table for what they miss."""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.language.en.tables import load_table

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")


@lru_cache(maxsize=4096)
def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return a verb's forms, the lemma first: base, -s, past, participle, -ing; no form twice.

    >>> verb_forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    table = load_table("verbs")
    third = _third_person(lemma)
    if lemma in table["irregular"]:
        past: list[str] = table["irregular"][lemma]
        stem = lemma + lemma[-1] if lemma in table["doubling"] else lemma
        return tuple(dict.fromkeys((lemma, third, *past, _ing(stem))))
    if lemma in table["optional"]:
        doubled = (f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
        return (lemma, third, _past(lemma), _ing(lemma), *doubled)
    if lemma in table["doubling"]:
        return (lemma, third, f"{lemma}{lemma[-1]}ed", f"{lemma}{lemma[-1]}ing")
    return (lemma, third, _past(lemma), _ing(lemma))


def _third_person(lemma: str) -> str:
    if _CONSONANT_Y.search(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if _SIBILANT.search(lemma) else f"{lemma}s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if _CONSONANT_Y.search(lemma) else f"{lemma}ed"


def _ing(stem: str) -> str:
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    if stem.endswith("e") and not stem.endswith(("ee", "ye", "oe")):
        return f"{stem[:-1]}ing"
    return f"{stem}ing"
