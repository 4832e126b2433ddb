"""The word patterns and cue tables behind the acts, compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sayso.language.en.finder import Finder, make_finder
from sayso.language.en.inflect import verb_forms
from sayso.language.en.plain import Lists
from sayso.language.en.tables import load_table
from sayso.model import Act


@dataclass(frozen=True, slots=True)
class Rules:
    """Rows in order of precedence: plain text in which one of a row's patterns is shows its act."""

    acts: tuple[Act, ...]
    finder: Finder


@dataclass(frozen=True, slots=True)
class ActRules:
    """Everything that acts are read with.

    ``frames``, ``content``, ``answers`` (to a question), ``insisted`` (after the ``insisting``
    verbs) and ``contested`` (in answer to a claim) are in order of precedence; ``asked`` and
    ``claims`` find the question and the claim in the sentence around the words said.
    ``verbs`` and ``nouns`` map inflected forms to lemmas, ``verb_acts`` and ``noun_acts`` lemmas
    to the act each shows by itself, ``negated`` acts to what they are under "not", ``yields``
    lemmas to the acts by content that overrule them. ``warnings`` finds harm that is put on a
    condition, which threatens after any cue that only makes known. ``left_open`` finds where a
    content goes on with a question that it leaves open ("not known who did it"); ``refused``
    and ``fell_short`` find what takes back the verb that follows ("declined to", "has yet to");
    after a ``leading`` verb the next one tells ("sought to deny"); a cue of ``plans`` announces
    what follows it. ``verb_group`` are the words
    that may stand between an auxiliary and its verb; ``subject`` finds the word that opens a
    clause, for which ``first_person`` tells what the speaker said.
    """

    frames: tuple[Rules, ...]
    content: Rules
    answers: Rules
    insisted: Rules
    contested: Rules
    warnings: Finder
    asked: Finder
    claims: Finder
    left_open: Finder
    refused: Finder
    fell_short: Finder
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
    plans: frozenset[str]
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

    def rules(rows: list[dict[str, Any]]) -> Rules:
        return _rules(rows, every_list)

    def finder(*patterns: str) -> Finder:
        return make_finder([patterns], every_list)

    return ActRules(
        frames=(
            _rules([{"act": Act.EVADE, **non_answers}], non_answers["lists"]),
            rules(
                [
                    *complements["complements"],
                    *load_table("act_phrases")["phrases"],
                    *load_table("act_frames")["frames"],
                ]
            ),
        ),
        content=rules(content["content"]),
        warnings=finder(*content["warnings"]["patterns"]),
        answers=rules(content["answers"]),
        insisted=rules(content["insisted"]),
        contested=rules(content["contested_content"]),
        asked=finder("{asked}"),
        claims=finder(*content["contested"]["patterns"]),
        left_open=finder(*content["left_open"]["patterns"]),
        refused=finder("refuse+|decline+ to ({adverb}) $"),
        fell_short=finder("{fell_short} (to|from|of) ({adverb}) $"),
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
        plans=frozenset(words["plans"]),
        not_adverbs=frozenset(words["not_adverbs"]),
        principals=frozenset(words["principals"]),
        negations=frozenset(words["negations"]),
        nobody=frozenset(words["nobody"]),
    )


def _rules(rows: list[dict[str, Any]], lists: Lists) -> Rules:
    return Rules(
        tuple(Act(row["act"]) for row in rows),
        make_finder([row["patterns"] for row in rows], lists),
    )


def _subject(some: list[str]) -> re.Pattern[str]:
    """Return what finds the first word of a plain text's first clause and of later ones."""
    first = r"^ (?:that )?(?:if .{1,80}? , )?"
    later = r"(?: ,| and| but)+ (?:that )?"
    return re.compile(rf"(?:{first}|{later})(?:(?:{'|'.join(some)}) of )?(?P<word>\w+) ")
