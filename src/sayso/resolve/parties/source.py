"""From the source spans of an attribution to one reading: appositions and coordinations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.apposition import joined, with_post
from sayso.resolve.parties.clauses import clause_start, is_of_body, told_by_clause
from sayso.resolve.parties.coordination import coordination
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import longest_at
from sayso.resolve.parties.modifiers import read_modifiers
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import (
    is_name_run,
    is_word,
    segments,
    trimmed,
    without_brackets,
)
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.words import Word, text_of

_RELATIVE = frozenset({"who", "whom", "which", "whose", "where", "speaking", "aged"})
_CLAUSE = frozenset({"who", "which", "whose"})
_RELATIVE_ROLE = "relative"
_OF_THINGS = frozenset({"which"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_WHERE = frozenset({"in", "at", "on"})
_BEFORE_NAME = frozenset(
    {"as", "by", "called", "sign", "alias", "name", "itself", "himself", "herself", "themselves"}
)
_NAME = frozenset({"name", "names"})
_OF_BODY = frozenset({"of", "from", "with", "at"})
_LONGEST_NAME = 4
_MOST_PARTS = 12
_MOST_WORDS = 80


def less_scene(words: Sequence[Word]) -> Sequence[Word]:
    """Return a source without where it is: "In Lima, the minister" is the minister."""
    comma = next((i for i, word in enumerate(words) if word.text == ","), 0)
    return words[comma + 1 :] if comma and is_word(words[0], _WHERE) else words


def read_source(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return what a source phrase says, or None when it names nobody.

    A name and a description beside it ("Ivo Marr, a spokesman for the Front") make one reading;
    several speakers ("Iran and Oman") make a group.
    """
    parts = segments(without_brackets(trimmed(words[:_MOST_WORDS])))[:_MOST_PARTS]
    if not parts:
        return None
    if len(parts) > 1 and is_word(parts[0][0], _WHERE):
        parts = parts[1:]
    parts = [piece for part in parts for piece in _apart(part)]
    parts = _name_given(_called_apart(parts))
    several = coordination(_before_clause(parts), sides)
    if several is not None:
        return several
    if len(parts[0]) > 1 and is_word(parts[0][-1], _REFLEXIVE):
        parts[0] = parts[0][:-1]
    first = read_phrase(parts[0], sides)
    if first is not None and [word.text.casefold() for word in parts[0][:2]] == ["one", "of"]:
        first = replace(first, plural=False)
    lex = lexicon()
    whose = len(parts) > 1 and (
        is_word(parts[0][0], lex.possessives) or any(word.possessive for word in parts[0])
    )
    kin = first is not None and first.role == _RELATIVE_ROLE and not first.plural
    if whose and kin and len(parts[1]) == 1 and is_name_run(parts[1]):
        # "Moss's daughter, Sofia": a capital too
        person = Reading(text_of(parts[1]), PartyKind.PERSON)
        return joined(first, person, called=False) if first else person
    if whose and (first is None or is_word(parts[0][-1], lex.beside)):
        # "His rival, the former mayor Ada Moss"
        second = read_phrase(parts[1], sides)
        if second is not None and second.kind is PartyKind.PERSON:
            first, parts = second, parts[1:]
    if first is None:
        return _named_after(parts, sides)
    for part in parts[1:]:
        called = _called(part)
        if not called and is_word(part[0], _RELATIVE):
            if first.kind is None and part[0].text in _OF_THINGS:
                first = replace(first, kind=PartyKind.ORGANISATION, definite=True)
            if first.kind is None and is_of_body(part):
                first = replace(first, kind=PartyKind.ORGANISATION)
            first = with_post(first, told_by_clause(part, sides))
            break
        other = read_phrase(called or part, sides)
        body = other is not None and other.kind is PartyKind.ORGANISATION
        if body and other and is_word(part[0], _OF_BODY) and first.kind is PartyKind.PERSON:
            first = replace(first, office=first.office or other.name)  # "Moss, of the Institute,"
        elif other is not None:
            other = replace(other, kind=PartyKind.PERSON) if called and not other.kind else other
            first = joined(first, other, called=bool(called))
        if (clause := clause_start(part)) is not None:
            first = with_post(first, told_by_clause(part[clause:], sides))
    return first


def _before_clause(parts: Sequence[list[Word]]) -> Sequence[list[Word]]:
    """Return the parts without a clause after them ("Iran and Oman, which had met")."""
    end = next((i for i, part in enumerate(parts) if i and is_word(part[0], _CLAUSE)), len(parts))
    return parts[:end]


def _called(part: Sequence[Word]) -> Sequence[Word]:
    """Return the name in "known as Abu Saqr", "who gave his name only as Daud", else nothing."""
    head = part[1:5] if part[0].text in ("who", "also") else part[:1]
    if not any(is_word(word, lexicon().callings) for word in head):
        return ()
    start = max((i + 1 for i, w in enumerate(part) if w.text in _BEFORE_NAME), default=0)
    return part[start:] if start and is_name_run(part[start:]) else ()


def _apart(part: list[Word]) -> list[list[Word]]:
    """Return a description and the name after it apart, where no comma parts them.

    "The speaker of the People's Council Hadiya Abbas", "Velm Monitor a monitoring group".
    """
    lex = lexicon()
    for i in range(2, len(part)):
        if part[i].text in ("a", "an") and part[i - 1].capital and part[i - 2].text != "of":
            following = part[i + 1 : i + 2]
            if following and not following[0].capital:
                return [part[:i], part[i:]]
        name = part[i:]
        if (
            is_name_run(part[:i])
            and part[0].key
            and part[0].key[0] in lex.given
            and not part[i].capital
            and (after := longest_at(lex.roles, part, i)) is not None
            and any(word.text in ("of", "for", "at") for word in part[after : after + 1])
        ):
            return [part[:i], part[i:]]
        if (
            2 <= len(name) <= _LONGEST_NAME
            and part[i - 1].capital
            and part[i - 1].key in lex.organisations | lex.unruly
            and any(word.text == "of" for word in part[: i - 1])
            and not part[0].capital
            and name[0].key
            and name[0].key[0] in lex.given
            and is_name_run(name)
        ):
            return [part[:i], name]
    return [part]


def _name_given(parts: list[list[Word]]) -> list[list[Word]]:
    """Return "who gave only his first name" and the name after the comma as one part."""
    for i in range(1, len(parts) - 1):
        called = any(is_word(word, lexicon().callings) for word in parts[i])
        if called and is_word(parts[i][-1], _NAME) and is_name_run(parts[i + 1]):
            return [*parts[:i], [*parts[i], *parts[i + 1]], *parts[i + 2 :]]
    return parts


def _called_apart(parts: list[list[Word]]) -> list[list[Word]]:
    """Return the parts with "known as …" cut from "a man known as Abu Saqr"."""
    for at, part in enumerate(parts):
        for i, word in enumerate(part):
            if i and is_word(word, lexicon().callings):
                start = i - (part[i - 1].text == "who")
                if start and _called(part[start:]):
                    return [*parts[:at], part[:start], part[start:], *parts[at + 1 :]]
    return parts


def _named_after(parts: Sequence[Sequence[Word]], sides: SideTable) -> Reading | None:
    """Return the full name after a description that no table knows ("a potter, Ilan Moss")."""
    lex = lexicon()
    described = is_word(parts[0][0], lex.determiners)
    owned = is_word(parts[0][0], lex.possessives) or any(w.possessive for w in parts[0])
    if len(parts) < 2 or len(parts[1]) < 2 or not is_name_run(parts[1]):
        return None
    if not (described or owned):
        return None
    found = read_phrase(parts[1], sides)
    if found is None or found.kind not in (None, PartyKind.PERSON):
        return None
    country = None if owned else read_modifiers(parts[0], sides).country
    return replace(found, country=found.country or country, fixed=True)
