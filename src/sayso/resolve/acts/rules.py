"""The word patterns and cue tables behind the acts, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sayso.language.en.inflect import verb_forms
from sayso.language.en.plain import Lists, compile_patterns
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

    ``frames``, ``content``, ``answers`` (to a question) and ``insisted`` (after
    the ``insisting`` verbs) are in order of precedence.
    ``verbs`` and ``nouns`` map inflected forms to lemmas, ``verb_acts`` and ``noun_acts`` lemmas
    to the act each shows by itself, ``negated`` acts to what they are under "not", ``yields``
    lemmas to the acts by content that overrule them. ``warnings`` finds harm that is put on a
    condition, which threatens after any cue that only makes known. ``left_open`` finds where a
    content goes on with a question that it leaves open ("not known who did it"); ``refused``
    and ``fell_short`` find what takes back the verb that follows ("declined to", "has yet to");
    after a ``leading`` verb the next one tells ("sought to deny"). ``verb_group`` are the words
    that may stand between an auxiliary and its verb; ``subject`` finds the word that opens a
    clause, for which ``first_person`` tells what the speaker said.
    """

    frames: tuple[Rule, ...]
    content: tuple[Rule, ...]
    answers: tuple[Rule, ...]
    insisted: tuple[Rule, ...]
    warnings: re.Pattern[str]
    asked: re.Pattern[str]
    left_open: re.Pattern[str]
    refused: re.Pattern[str]
    fell_short: re.Pattern[str]
    subject: re.Pattern[str]
    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    verb_acts: Mapping[str, Act]
    noun_acts: Mapping[str, Act]
    negated: Mapping[Act, Act]
    yields: Mapping[str, frozenset[Act]]
    first_person: Mapping[str, str]
    speakers: frozenset[str]
    auxiliaries: frozenset[str]
    verb_group: frozenset[str]
    determiners: frozenset[str]
    adjuncts: frozenset[str]
    insisting: frozenset[str]
    leading: frozenset[str]
    not_adverbs: frozenset[str]
    principals: frozenset[str]
    negations: frozenset[str]
    nobody: frozenset[str]


@lru_cache(maxsize=1)
def act_rules() -> ActRules:
    """Return the rules of the tables ``acts``, ``act_…``, ``non_answers`` and ``cues``."""
    table, cues = load_table("acts"), load_table("cues")
    content, non_answers = load_table("act_content"), load_table("non_answers")
    lists: dict[str, list[str]] = table["lists"]
    words: dict[str, list[str]] = table["words"]
    verbs: dict[str, str] = {**cues["verbs"], **cues["deeds"]}

    complements = load_table("act_complements")
    every_list = {**lists, **complements["lists"], **content["lists"]}

    def rules(rows: list[dict[str, Any]]) -> tuple[Rule, ...]:
        return _rows(rows, lists)

    return ActRules(
        frames=(
            Rule(Act.EVADE, compile_patterns(non_answers["patterns"], non_answers["lists"])),
            *_rows(complements["complements"], every_list),
            *rules(load_table("act_phrases")["phrases"]),
            *rules(load_table("act_frames")["frames"]),
        ),
        content=_rows(content["content"], every_list),
        warnings=compile_patterns(content["warnings"]["patterns"], every_list),
        answers=rules(content["answers"]),
        insisted=rules(content["insisted"]),
        asked=compile_patterns(["{asked}"], lists),
        left_open=compile_patterns(content["left_open"]["patterns"], lists),
        refused=compile_patterns(["refuse+|decline+ to ({adverb}) $"], lists),
        fell_short=compile_patterns(["{fell_short} (to|from|of) ({adverb}) $"], lists),
        subject=_subject(words["some"]),
        # The first of two verbs that share a form keeps it.
        verbs={form: verb for verb in reversed(verbs) for form in verb_forms(verb)},
        # Nouns take the -s that verbs take.
        nouns={form: noun for noun in cues["nouns"] for form in verb_forms(noun)[:2]},
        verb_acts={verb: Act(act) for verb, act in verbs.items()},
        noun_acts={noun: Act(act) for noun, act in cues["nouns"].items()},
        negated={Act(act): Act(to) for act, to in table["negated"].items()},
        yields={cue: frozenset(map(Act, acts)) for cue, acts in table["yields"].items()},
        first_person=table["first_person"],
        auxiliaries=frozenset(lists["aux"]),
        speakers=frozenset({*table["first_person"], *lists["subject"], "there"}),
        verb_group=frozenset(
            word
            for name in ("verb_group", "aux", "adverb")
            for entry in lists[name]
            for word in entry.split()
        ),
        determiners=frozenset(words["determiners"]),
        adjuncts=frozenset(words["adjuncts"]),
        insisting=frozenset(words["insisting"]),
        leading=frozenset(words["leading"]),
        not_adverbs=frozenset(words["not_adverbs"]),
        principals=frozenset(words["principals"]),
        negations=frozenset(words["negations"]),
        nobody=frozenset(words["nobody"]),
    )


def _rows(rows: list[dict[str, Any]], lists: Lists) -> tuple[Rule, ...]:
    return tuple(Rule(Act(row["act"]), compile_patterns(row["patterns"], lists)) for row in rows)


def _subject(some: list[str]) -> re.Pattern[str]:
    """Return what finds the first word of a plain text's first clause and of later ones."""
    first = r"^ (?:that )?(?:if .{1,80}? , )?"
    later = r"(?: ,| and| but)+ (?:that )?"
    return re.compile(rf"(?:{first}|{later})(?:(?:{'|'.join(some)}) of )?(?P<word>\w+) ")
