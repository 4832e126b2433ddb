"""What shows which country an article is about: states that act, places where it happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_public_body, is_state_office
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import Form, names_country
from sayso.resolve.parties.words import Word, fold

STATE, PLACE, CAPITAL, DATELINE, _HOUSE, MENTION, HAMLET = 4, 4, 2, 8, 2, 1, 3
"""How much each kind of evidence weighs."""
Sign = tuple[int, str | None, int]
"""A token, the country (ISO 3166-1 alpha-3) that it shows, and how much that weighs."""
NOWHERE = ""
"""Stands for a land whose state is disputed among the countries that an article may be of."""
_LONGEST_COUNTRY = 5


def states(readings: Iterable[tuple[int, Reading]]) -> Iterator[Sign]:
    """Yield what speaks for a state; no code for an office whose country is left out."""
    for token, reading in readings:
        body = reading.office or reading.name
        if reading.country is None:
            posted = reading.role in lexicon().local and not (reading.past or reading.opposed)
            if posted or (is_state_office(body) and reading.name != "police"):
                yield token, None, 0
        elif _speaks_for_state(reading, body):
            yield token, reading.country, STATE


def _speaks_for_state(reading: Reading, body: str) -> bool:
    lex = lexicon()
    if reading.opposed:
        return "opposition" in fold(reading.basis)
    if reading.kind is PartyKind.GROUP and fold(reading.name)[-1] in lex.uniformed:
        return True
    if reading.kind is PartyKind.GOVERNMENT or is_public_body(body):
        return True
    if reading.role in lex.serving and not reading.past:
        return True
    if reading.office is not None:
        return bool(lex.public.intersection(fold(reading.office)))
    if reading.kind is not PartyKind.ORGANISATION or fold(reading.name)[-1:] in lex.companies:
        return False
    public = lex.public | lex.chambers
    return reading.name.split()[-1].islower() or not public.isdisjoint(fold(reading.basis))


def houses(words: Sequence[Word]) -> Iterator[tuple[int, str, int]]:
    """Yield the countries whose parliaments and parties are named without them ("Senate")."""
    lex = lexicon()
    marked = {
        word.key[0]
        for before, word in pairwise(words)
        if len(word.key) == 1 and word.key[0] in lex.homes and names_country(before.text)
    }
    for word in words:
        key = word.key[0] if word.capital and len(word.key) == 1 else ""
        if key in lex.homes and key not in marked:
            yield word.token, lex.homes[key], _HOUSE


def owners(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]]
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries with something common: "Chad's water board", "Greek coast guards"."""
    for i, code, form in named:
        if not i and form is Form.NAME and words[1:2] and words[1].possessive:
            yield words[i].token, code, _HOUSE  # "Australia's Great Barrier Reef has bleached"
        if (form is Form.NAME and _owns_common(words, i)) or (
            form is Form.DEMONYM and _serve(words[i + 1 : i + 3])
        ):
            yield words[i].token, code, STATE


def _serve(following: Sequence[Word]) -> bool:
    """Whether people in a country's service are named after its adjective."""
    return any(is_word(word, lexicon().uniformed) for word in following)


def _owns_common(words: Sequence[Word], at: int) -> bool:
    """Whether a country has something: "Chad's water board", not "Chad's Nordvik Lines"."""
    for i in range(at + 1, min(at + _LONGEST_COUNTRY, len(words) - 1)):
        if words[i].possessive:
            return words[i + 1].text.islower() or _is_province(words, i + 1)
        if not words[i].capital:
            return False
    return False


def _is_province(words: Sequence[Word], at: int) -> bool:
    """Whether a country's province is named: "[Egypt's] Minya province"."""
    end = at
    while end < min(at + _LONGEST_COUNTRY, len(words)) and words[end].capital:
        end += 1
    if not at < end < len(words):
        return False
    return words[end].key in lexicon().provinces or words[end].text in lexicon().towns
