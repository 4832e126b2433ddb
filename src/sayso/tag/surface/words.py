"""Word lists of the surface rules, held as sets, with verbs known by their forms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sayso.language.en.inflect import verb_forms
from sayso.language.en.tables import load_table


@lru_cache(maxsize=64)
def listed(section: str, name: str) -> frozenset[str]:
    """Return a list of unsaid.toml."""
    return frozenset(load_table("unsaid")[section][name])


@lru_cache(maxsize=64)
def forms_listed(section: str, name: str) -> frozenset[str]:
    """Return a list of unsaid.toml with all forms of its words, should they be verbs."""
    return frozenset(form for lemma in listed(section, name) for form in verb_forms(lemma))


@lru_cache(maxsize=1)
def saying_forms() -> dict[str, str]:
    """Return the forms of every verb that a cue may have, with their lemmas."""
    tagging = load_table("tagging")
    lemmas: Iterable[str] = (
        *load_table("cues")["verbs"],
        *(word for words in tagging["frames"].values() for word in words),
        *tagging["prepositions"],
        *tagging["evasions"]["refusals"],
        *listed("infinitive", "utterance"),
        *listed("negated", "minded"),
    )
    found: dict[str, str] = {}
    for lemma in lemmas:
        if " " not in lemma and lemma not in ("like", "close", "rule", "life"):
            for form in verb_forms(lemma):
                found.setdefault(form, lemma)
    return found


def without_adverbs(words: list[str]) -> list[str]:
    """Return plain words less adverbs, and less the commas that stood around them."""
    adverbs, kept = listed("adverbs", "words"), listed("adverbs", "kept")
    left: list[str] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == "yet" and following != "to":
            continue
        if word in adverbs and following != "to":
            continue
        if word.endswith("ly") and word not in kept:
            continue
        if word == "," and left and left[-1] == ",":
            left.pop()
            continue
        left.append(word)
    return left
