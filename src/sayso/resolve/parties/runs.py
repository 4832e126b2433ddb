"""Stretches of words that may form a phrase about a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import pronoun_kind
from sayso.resolve.parties.phrase import BOUNDARIES, is_word
from sayso.resolve.parties.sides import names_country
from sayso.resolve.parties.words import PARTICLES, Word

_CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–"})
_NAMES_TOO = frozenset({"may", "march"})
_NETWORK = "X."
"""At a sentence's end the network, no initial: "wrote on X. Ada Moss said"."""
_LONGEST_RUN = 12
_OWNED_WORDS = 3


@dataclass(slots=True)
class Run:
    """A stretch of words that may form a phrase about a speaker; ``before`` is the word before."""

    words: list[Word]
    first: int
    before: str
    label: str


def runs_of(doc: Doc, words: Sequence[Word]) -> Iterator[Run]:
    """Yield stretches of capitalised words, titles and the nouns of offices, within sentences."""
    lex = lexicon()
    days = lex.days - _NAMES_TOO
    run: Run | None = None
    for i, word in enumerate(words):
        if run is None and not word.capital and word.key not in lex.nominal:
            continue  # most words: they begin nothing
        token = doc[word.token]
        if run is not None and words[i - 1].text == "X." and run.before == "on":
            run = None  # "wrote on X. Ada Moss", which the parse may take for one sentence
        joins = run is not None and (
            word.possessive or is_word(word, PARTICLES) or _couples(words, i)
        )
        fits = (
            bool(word.key)
            and word.letters
            and (
                (
                    run is not None
                    and not word.capital
                    and _owned_by(run.words)
                    and _to_body(words, i)
                )
                or (
                    word.capital
                    and not is_word(word, lex.determiners)
                    and not is_word(word, BOUNDARIES)
                )
                or word.key in lex.nominal
            )
        )
        before_line = word.token > 0 and "\n" in doc[word.token - 1].text_with_ws
        dated = token.ent_type_ in ("DATE", "TIME") or is_word(word, days)
        # A given name at the head of a sentence is often mistaken, but not its part in a name.
        opener = (
            token.is_sent_start
            and token.pos_ not in ("PROPN", "NOUN", "ADJ")
            and token.dep_ != "compound"
        )
        pronoun = pronoun_kind(word) is not None or word.text == _NETWORK
        if run is not None and (
            token.is_sent_start
            or before_line
            or len(run.words) >= _LONGEST_RUN
            or dated
            or pronoun
            or not (fits or joins)
        ):
            yield run
            run = None
        if not (fits or joins) or dated or opener or pronoun:
            continue
        if run is None and not fits:
            continue
        if run is None:
            before = words[i - 1].text.casefold() if i else ""
            run = Run([], i, before, "")
        run.words.append(word)
        run.label = run.label or token.ent_type_
    if run is not None:
        yield run


def _owned_by(words: Sequence[Word]) -> bool:
    """Whether an owner stands before, words in lower case at most between."""
    for word in reversed(words[-_OWNED_WORDS:]):
        if _owns(word):
            return True
        if word.capital or word.key in lexicon().organisations:
            return False
    return False


def _owns(word: Word) -> bool:
    """Whether a word tells whose the next is: "Nepal's", "U.S."."""
    return word.possessive or (word.capital and names_country(word.text))


def _to_body(words: Sequence[Word], at: int) -> bool:
    """Whether a word begins what somebody owns: "Nepal's [top court]", "[canal authority]"."""
    lex = lexicon()
    if words[at].text == "state":
        return False  # "Georgia state senator"
    for word in words[at : at + _OWNED_WORDS]:
        if word.key in lex.organisations:
            return True
        if word.capital or word.verb or not word.letters or is_word(word, BOUNDARIES):
            return False
    return False


def _couples(words: Sequence[Word], at: int) -> bool:
    """Whether "and" stands within a body's name: "Search and Rescue Agency"."""
    if words[at].text != "and" or at + 2 >= len(words):
        return False
    lex = lexicon()
    first, second, head = words[at - 1], words[at + 1], words[at + 2]
    public = lex.administrative.issuperset((*first.key, *second.key))
    return (
        public and all(w.capital for w in (first, second, head)) and head.key in lex.organisations
    )


def predicate(words: Sequence[Word], run: Run) -> Sequence[Word]:
    """Return the post in "Ada Moss was elected mayor of Velm", "is the mayor"; else nothing."""
    at = run.first + len(run.words)
    copula = [word.text.casefold() for word in words[at : at + 3]]
    if (copula[:1] == ["is"] and copula[1:2] == ["the"]) or copula[:1] == ["became"]:
        start = at + 1
    elif copula[:1] == ["was"] and copula[1:2] and copula[1] in lexicon().chosen:
        start = at + 2 + (copula[2:] == ["as"])
    else:
        return ()
    end = start
    while end < min(len(words), start + _LONGEST_RUN) and words[end].text not in _CLOSING:
        end += 1
    return words[start:end]


def possessor(run: Run) -> Run | None:
    """Return the part of a run before its first "'s": "Chancellor Ada Moss" of "…'s spokesman"."""
    at = next((i for i, word in enumerate(run.words) if word.possessive), 0)
    return Run(run.words[:at], run.first, run.before, run.label) if at else None
