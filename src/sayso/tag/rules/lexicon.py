"""The rules' word lists, read once and held as sets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from sayso.language.en.plain import compile_patterns
from sayso.language.en.tables import load_table

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Which lemma licenses which shape of sentence; the lists are told apart in tagging.toml."""

    lemmas: Mapping[str, str]
    clause: Words
    quoting: Words
    parenthetical: Words
    object: Words
    infinitive: Words
    directive: Words
    hearsay: Words
    passive: Words
    pointed: Words
    naming: Words
    idle: Words
    empty_handed: Words
    listening: Words
    informing: Words
    judging: Words
    withheld: Words
    belying: Words
    accounts: Words
    figures: Mapping[str, Words]
    counts: Words
    tolls: Words
    harmed: Words
    evidence: Words
    showing: Words
    measures: Words
    prepositions: Mapping[str, Words]
    nouns: Mapping[str, Words]
    held_nouns: Words
    infinitive_nouns: Words
    noun_carriers: Words
    adjectives: Mapping[str, Words]
    copulas: Words
    hearsay_adverbs: Words
    attitude: Words
    refusals: Words
    evaded_speech: Words
    dodges: Words
    dodged: Words
    passes: Words
    silences: Words
    requests: Words
    drawn: Words
    asked: Words
    askers: Words
    about: Words
    modals: Words
    wishes: Words
    conditions: Words
    verb_carriers: Words
    undone: Words
    resuming: Words
    instead: Words
    meanwhile: Words
    contrasts: Words
    pleading: Words
    pleas: Words
    before_now: Words
    causers: Words
    relative: Words
    first_person: Words
    nobody: Words
    complements: Words
    verbs: Words
    non_answer: re.Pattern[str]

    def lemma(self, token: Token) -> str:
        """Return the token's lemma in lower case, with the parser's known slips put right."""
        lemma = token.lemma_.lower()
        return self.lemmas.get(lemma, lemma)

    def verb_key(self, verb: Token) -> str:
        """Return the verb's lemma, with its particle where a list knows the two together."""
        lemma = self.lemma(verb)
        for child in verb.rights:
            if child.i > verb.i + 2:
                break
            if child.dep_ in ("prt", "advmod", "prep") and f"{lemma} {child.lower_}" in self.verbs:
                return f"{lemma} {child.lower_}"
        return lemma


_NO_SHAPES = frozenset(["idle", "empty_handed", "listening", "informing", "judging"])
"""Lists under [frames] that license no shape of sentence."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon of language/en/tagging.toml."""
    table = load_table("tagging")
    frames, evasions, unasserted = table["frames"], table["evasions"], table["unasserted"]
    noun_frames = table["noun_frames"]
    shapes = {name: frozenset(words) for name, words in frames.items()}
    prepositions = _word_map(table["prepositions"])
    non_answers = load_table("non_answers")
    return Lexicon(
        lemmas=table["lemmas"],
        non_answer=compile_patterns(
            [f"^ {pattern} $" for pattern in non_answers["patterns"]], non_answers["lists"]
        ),
        clause=shapes["clause"],
        quoting=shapes["quoting"],
        parenthetical=shapes["parenthetical"],
        object=shapes["object"],
        infinitive=shapes["infinitive"],
        directive=shapes["directive"],
        hearsay=shapes["hearsay"],
        passive=shapes["passive"],
        pointed=shapes["pointed"],
        naming=shapes["naming"],
        idle=frozenset(frames["idle"]),
        empty_handed=frozenset(frames["empty_handed"]),
        listening=frozenset(frames["listening"]),
        informing=frozenset(frames["informing"]),
        judging=frozenset(frames["judging"]),
        withheld=frozenset(unasserted["withheld"]),
        belying=frozenset(table["evidence"]["belying"]),
        accounts=frozenset((*table["evidence"]["nouns"], *table["evidence"]["accounts"])),
        figures=_word_map(table["figures"]["verbs"]),
        counts=frozenset(table["figures"]["counts"]),
        tolls=frozenset(table["figures"]["tolls"]),
        harmed=frozenset(table["figures"]["harmed"]),
        evidence=frozenset(table["evidence"]["nouns"]),
        showing=frozenset(table["evidence"]["verbs"]),
        measures=frozenset(table["according"]["measures"]),
        prepositions=prepositions,
        nouns=_word_map(table["nouns"]),
        held_nouns=frozenset(noun_frames["held"]),
        infinitive_nouns=frozenset(noun_frames["infinitive"]),
        noun_carriers=frozenset(noun_frames["carriers"]),
        adjectives=_word_map(table["adjectives"]),
        copulas=frozenset(table["copulas"]["verbs"]),
        hearsay_adverbs=frozenset(table["adverbs"]["hearsay"]),
        attitude=frozenset(table["manner"]["attitude"]),
        refusals=frozenset(evasions["refusals"]),
        evaded_speech=frozenset(evasions["speech"]),
        dodges=frozenset(evasions["dodges"]),
        dodged=frozenset(evasions["dodged"]),
        passes=frozenset(evasions["passes"]),
        silences=frozenset(evasions["silences"]),
        requests=frozenset(evasions["requests"]),
        drawn=frozenset(evasions["drawn"]),
        asked=frozenset(evasions["asked"]),
        askers=frozenset(evasions["askers"]),
        about=frozenset(evasions["about"]),
        modals=frozenset(unasserted["modals"]),
        wishes=frozenset(unasserted["wishes"]),
        conditions=frozenset(unasserted["conditions"]),
        verb_carriers=frozenset(unasserted["carriers"]),
        undone=frozenset(unasserted["undone"]),
        resuming=frozenset(unasserted["resuming"]),
        instead=frozenset(unasserted["instead"]),
        meanwhile=frozenset(table["narration"]["meanwhile"]),
        pleading=frozenset(table["pleas"]["verbs"]),
        pleas=frozenset(table["pleas"]["answers"]),
        contrasts=frozenset(table["narration"]["contrasts"]),
        before_now=frozenset(table["narration"]["before_now"]),
        causers=frozenset(unasserted["causers"]),
        relative=frozenset(table["pronouns"]["relative"]),
        first_person=frozenset(table["pronouns"]["first"]),
        nobody=frozenset(table["pronouns"]["nobody"]),
        complements=frozenset(table["complements"]["prepositions"]),
        verbs=frozenset().union(
            *(words for name, words in shapes.items() if name not in _NO_SHAPES), prepositions
        ),
    )


def _word_map(table: Mapping[str, Iterable[str]]) -> dict[str, Words]:
    return {word: frozenset(others) for word, others in table.items()}
