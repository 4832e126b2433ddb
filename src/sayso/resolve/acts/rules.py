"""The word patterns and cue tables behind the acts, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.inflect import verb_forms
from sayso.language.en.plain import compile_patterns
from sayso.language.en.tables import load_table
from sayso.model import Act


@dataclass(frozen=True, slots=True)
class Rule:
    """Plain text in which ``pattern`` is found shows ``act``."""

    act: Act
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ActRules:
    """Everything that acts are read with.

    ``frames``, ``content`` and ``answers`` (to a question) are in order of precedence. ``verbs`` and ``nouns`` map inflected
    forms to lemmas, ``verb_acts`` and ``noun_acts`` lemmas to the act each shows by itself,
    ``negated`` acts to what they are under "not", ``yields`` lemmas to the acts by content that
    overrule them. ``verb_group`` are the words that may stand between an auxiliary and its verb.
    """

    frames: tuple[Rule, ...]
    content: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    asked: re.Pattern[str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    verb_acts: Mapping[str, Act]
    noun_acts: Mapping[str, Act]
    phrases: tuple[tuple[str, Act], ...]
    negated: Mapping[Act, Act]
    yields: Mapping[str, frozenset[Act]]
    verb_group: frozenset[str]


@lru_cache(maxsize=1)
def act_rules() -> ActRules:
    """Return the rules of the tables ``acts`` and ``cues``."""
    table, cues = load_table("acts"), load_table("cues")
    lists: dict[str, list[str]] = table["lists"]

    def rules(rows: list[dict[str, str]]) -> tuple[Rule, ...]:
        return tuple(Rule(Act(r["act"]), compile_patterns(r["patterns"], lists)) for r in rows)

    group = compile_words(lists["verb_group"], lists["aux"], lists["adverb"])
    return ActRules(
        frames=rules(table["frames"]),
        content=rules(table["content"]),
        answers=rules(table["answers"]),
        asked=compile_patterns(["{asked}"], lists),
        verbs={form: verb for verb in reversed(cues["verbs"]) for form in verb_forms(verb)},
        nouns={form: noun for noun in cues["nouns"] for form in (noun, _plural(noun))},
        verb_acts={verb: Act(act) for verb, act in cues["verbs"].items()},
        noun_acts={noun: Act(act) for noun, act in cues["nouns"].items()},
        phrases=tuple((f" {phrase} ", Act(act)) for phrase, act in cues["phrases"].items()),
        negated={Act(act): Act(to) for act, to in table["negated"].items()},
        yields={cue: frozenset(map(Act, acts)) for cue, acts in table["yields"].items()},
        verb_group=group,
    )


def compile_words(*lists: list[str]) -> frozenset[str]:
    """Return the single words of word lists whose entries may be phrases."""
    return frozenset(word for words in lists for entry in words for word in entry.split())


def _plural(noun: str) -> str:
    return verb_forms(noun)[1]
