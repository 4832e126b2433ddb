"""Cutting a source phrase: parentheses, commas, determiners, heads and their complements."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.en.tables import load_table
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import SideTable, country_at
from sayso.resolve.parties.words import PARTICLES, Word

_PHRASES = load_table("roles")["phrases"]
OWNER_PREPOSITIONS: frozenset[str] = frozenset(_PHRASES["owners"])
BOUNDARIES = OWNER_PREPOSITIONS.union(_PHRASES["boundaries"], _PHRASES["participles"])
_JOINERS: frozenset[str] = frozenset(_PHRASES["joiners"])
_LEADING: frozenset[str] = frozenset(_PHRASES["leading"])
_SEPARATORS = frozenset({",", ";", ":", "–", "—", "--", "-"})
# "New York-based" has so many words, or fewer.
_SEAT_WORDS = 3
_NAMES = frozenset(load_table("roles")["abbreviations"]["names"])
_BRACKETS = {"(": ")", "[": "]"}


def without_brackets(words: Sequence[Word]) -> list[Word]:
    """Return the words outside round and square brackets; an unclosed one cuts the rest off."""
    kept: list[Word] = []
    closers: list[str] = []
    for word in words:
        if word.text in _BRACKETS:
            closers.append(_BRACKETS[word.text])
        elif closers:
            if word.text == closers[-1]:
                closers.pop()
        else:
            kept.append(word)
    return kept


def segments(words: Sequence[Word]) -> list[list[Word]]:
    """Return the parts between commas, dashes and semicolons, empty ones left out."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.text in _SEPARATORS:
            parts.append([])
        elif word.key or word.possessive or word.text == "&":
            parts[-1].append(word)
    return [part for part in parts if any(word.letters for word in part)]


def coordinates(words: Sequence[Word], sides: SideTable) -> list[list[Word]]:
    """Return the parts between each "and" that is not a country's ("Bosnia and Herzegovina")."""
    parts: list[list[Word]] = [[]]
    i = 0
    while i < len(words):
        country = country_at(sides, words, i)
        after = country[1] if country else i + 1
        if words[i].text.casefold() == "and":
            parts.append([])
        else:
            parts[-1].extend(words[i:after])
        i = after
    return parts


def trimmed(words: Sequence[Word]) -> list[Word]:
    """Return the words without prepositions before and possessive marks after them."""
    start, end = 0, len(words)
    while start < end and (not words[start].key or is_word(words[start], _LEADING)):
        start += 1
    while end > start and not words[end - 1].key:
        end -= 1
    return list(words[start:end])


def undetermined(words: Sequence[Word]) -> tuple[list[Word], bool]:
    """Return the words without leading determiners and numbers, and whether "the" was there."""
    lex = lexicon()
    start = 0
    definite = False
    while start < len(words) and (
        (
            is_word(words[start], lex.determiners)
            and not _is_body(words, start)
            and not _is_titled(words, start)
        )
        or not words[start].key
        or words[start].text.replace(",", "").isdecimal()
    ):
        definite = definite or words[start].text.casefold() == "the"
        start += 1
    for i, word in enumerate(words[start : start + _SEAT_WORDS]):
        if word.text.casefold().endswith("-based") and start + i + 1 < len(words):
            return list(words[start + i + 1 :]), definite
    return list(words[start:]), definite


def _is_body(words: Sequence[Word], at: int) -> bool:
    """Whether "group" and the like count nothing: "the group's leader", not "a group of men"."""
    following = words[at + 1 : at + 2]
    return is_word(words[at], lexicon().collective) and not (
        following and following[0].text == "of"
    )


def _is_titled(words: Sequence[Word], at: int) -> bool:
    """Whether a word counts nothing, but begins a post of two words ("First Minister")."""
    lex = lexicon()
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or not following.key:
        return False
    called = words[at].text == "First" and words[at].proper and following.proper
    return (*words[at].key, *following.key) in lex.roles or called


def complement(words: Sequence[Word]) -> list[Word]:
    """Return the noun phrase at the head of ``words``, cut before the next clause or phrase.

    "Southern Front in Velm" gives "Southern Front"; "Ministry of Health" stays whole.
    """
    for i, word in enumerate(words):
        joined = i and is_word(word, _JOINERS) and any(w.capital for w in words[i + 1 : i + 3])
        if is_word(word, BOUNDARIES | {"and"}) and not joined:
            return list(words[:i])
    return list(words)


def is_word(word: Word, table: frozenset[str]) -> bool:
    """Whether the word, as it stands, is one of the single words of a table."""
    return word.text.casefold() in table and word.text not in _NAMES


def is_name_run(words: Sequence[Word]) -> bool:
    """Whether all the words look like parts of a name ("Abu Karim al-Rashidi")."""
    return (
        bool(words)
        and words[-1].capital
        and words[-1].letters
        and all(
            word.capital or is_word(word, PARTICLES) or (i and word.text == "&")
            for i, word in enumerate(words)
        )
    )
