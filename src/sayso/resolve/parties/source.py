"""From the source spans of an attribution to one reading: appositions and coordinations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon, longest_at
from sayso.resolve.parties.modifiers import read_modifiers
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import (
    complement,
    coordinates,
    is_name_run,
    is_word,
    segments,
    trimmed,
    undetermined,
    without_brackets,
)
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable, country_at
from sayso.resolve.parties.words import Word, fold, keys_of, text_of

_RELATIVE = frozenset({"who", "whom", "which", "whose", "where", "speaking", "aged"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_WHERE = frozenset({"in", "at", "on"})
_BEFORE_NAME = frozenset({"as", "by", "name", "itself", "himself", "herself", "themselves"})
_NAME = frozenset({"name", "names"})
_LONGEST_NAME = 4
_MOST_PARTS = 12
_MOST_WORDS = 80


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
    several = _coordination(parts, sides)
    if several is not None:
        return several
    if len(parts[0]) > 1 and is_word(parts[0][-1], _REFLEXIVE):
        parts[0] = parts[0][:-1]
    first = read_phrase(parts[0], sides)
    if first is not None and [word.text.casefold() for word in parts[0][:2]] == ["one", "of"]:
        first = replace(first, plural=False)
    if first is None and len(parts) > 1 and is_word(parts[0][0], lexicon().possessives):
        # "His rival, the former mayor Ada Moss"
        second = read_phrase(parts[1], sides)
        if second is not None and second.kind is PartyKind.PERSON:
            return second
    if first is None:
        return _named_after(parts, sides)
    for part in parts[1:]:
        called = _called(part)
        if not called and is_word(part[0], _RELATIVE):
            break
        other = read_phrase(called or part, sides)
        if other is not None:
            first = _joined(first, other, called=bool(called))
    return first


def _called(part: Sequence[Word]) -> Sequence[Word]:
    """Return the name in "known as Abu Saqr", "who gave his name only as Daud", else nothing."""
    head = part[1:2] if part[0].text in ("who", "also") else part[:1]
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
    first = parts[0]
    for i, word in enumerate(first):
        if i and is_word(word, lexicon().callings):
            start = i - (first[i - 1].text == "who")
            if start and _called(first[start:]):
                return [first[:start], first[start:], *parts[1:]]
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


def with_post(name: Reading, post: Reading | None) -> Reading:
    """Return a name with the post that its apposition or predicate tells; a rank gives way."""
    if post is None or post.role is None or post.kind not in (PartyKind.OFFICE, PartyKind.GROUP):
        return name
    ranked = name.role in lexicon().ranks and post.role not in lexicon().ranks
    if name.kind not in (None, PartyKind.PERSON) or not (name.role is None or ranked):
        return name
    return replace(
        name,
        kind=PartyKind.PERSON,
        role=post.role,
        rank=name.role or name.rank,
        office=post.office or name.office,
        country=post.country or name.country,
        gender=post.gender or name.gender,
        opposed=post.opposed,
        past=post.past,
        basis=f"{name.basis}, {post.basis}",
    )


def _joined(first: Reading, other: Reading, *, called: bool) -> Reading:
    """Return a name with what the apposition says of it, or a post with its holder's name."""
    held = with_post(first, other)
    if held is not first:
        return held
    unnamed = first.kind is PartyKind.ORGANISATION or (
        first.kind is None and first.gender is None and first.office is None
    )
    if unnamed and _describes_company(other):
        # "Sunna Marine, the Norwegian company": the name is whole without the adjective.
        return replace(
            first,
            kind=PartyKind.ORGANISATION,
            country=first.country or other.country,
            opposed=first.opposed or other.opposed,
            fixed=first.fixed or first.country is None,
            basis=f"{first.basis}, {other.basis}",
        )
    holder = first.kind is PartyKind.GROUP and first.role is None and not first.plural
    company = _describes_company(first)
    full = holder and (called or len(other.name.split()) > 1)
    person = fold(first.name)[-1:] in lexicon().groups - lexicon().companies
    if company and other.kind is PartyKind.ORGANISATION and _is_name(other):
        # "Her party, the Workers' Front", "Peru's labour union, the UGT".
        country = other.country or first.country
        opposed = first.opposed or other.opposed
        return replace(other, country=country, opposed=opposed, fixed=other.country is None)
    known = first.definite or "'s " in first.name.replace("’", "'")
    fits = known or full or (person and _is_name(other))
    if (holder or company) and fits and other.kind in (None, PartyKind.PERSON):
        # "The skipper of the boat, Ivo Marr", "the Norwegian company, Sunna Marine".
        return replace(
            other,
            kind=PartyKind.ORGANISATION if company else PartyKind.PERSON if person else other.kind,
            country=other.country or first.country,
            opposed=first.opposed or other.opposed,
            definite=False,
            fixed=True,
            basis=f"{other.basis}, {first.basis}",
        )
    post = first.kind in (PartyKind.OFFICE, PartyKind.GROUP) and first.role and not first.plural
    if post and other.kind in (None, PartyKind.PERSON) and other.name:
        return replace(
            first,
            name=other.name,
            kind=PartyKind.PERSON,
            gender=first.gender or other.gender,
            definite=False,
            basis=f"{other.basis}, {first.basis}",
        )
    return first


def _is_name(reading: Reading) -> bool:
    return reading.name[:1].isupper() and reading.name.split()[-1][:1].isupper()


def _describes_company(reading: Reading) -> bool:
    """Whether a phrase tells what a body is ("the Norwegian company"), not where somebody works."""
    head = fold(reading.name)[-1:]
    return (
        reading.kind is PartyKind.ORGANISATION
        and reading.name.split()[-1].islower()
        and head not in lexicon().state
    )


def _coordination(parts: Sequence[Sequence[Word]], sides: SideTable) -> Reading | None:
    pieces = [piece for part in parts for piece in coordinates(part, sides)]
    if len(pieces) == len(parts) or not all(pieces):
        return None
    readings = [read_phrase(piece, sides) for piece in pieces]
    if len(parts) == 1 and all(
        r is not None and _is_unnamed(r, piece) for r, piece in zip(readings, pieces, strict=True)
    ):
        return _crowd(parts[0], pieces[-1], [r for r in readings if r is not None], sides)
    if not all(
        r is not None and _stands_alone(r, piece) for r, piece in zip(readings, pieces, strict=True)
    ):
        return None
    first = readings[0]
    if first is not None and first.kind is PartyKind.PERSON and len(parts) == 1:
        parts = [_from_name(parts[0], pieces[0], first)]
    countries = {r.country for r in readings if r is not None}
    name = text_of([word for part in parts for word in part]) if len(parts) == 1 else None
    joined = name or ", ".join(text_of(part) for part in parts)
    return Reading(
        joined,
        PartyKind.GROUP,
        country=countries.pop() if len(countries) == 1 else None,
        plural=True,
        opposed=any(r is not None and r.opposed for r in readings),
        fixed=True,
    )


def _is_unnamed(reading: Reading, piece: Sequence[Word]) -> bool:
    """Whether a part is somebody unnamed by itself: "two diplomats", "a doctor at the hospital"."""
    plain = reading.kind is PartyKind.GROUP and reading.owner is None
    return plain and (reading.plural or is_word(piece[0], lexicon().determiners))


def _crowd(
    words: Sequence[Word], last: Sequence[Word], readings: Sequence[Reading], sides: SideTable
) -> Reading | None:
    """Return "diplomats and a Gulf official"; None where the parts are of one kind of people."""
    roles = {reading.role for reading in readings}
    countries = {reading.country for reading in readings}
    if len(roles) == 1 and not is_word(last[0], lexicon().determiners):
        return None
    named, _ = undetermined(words[: len(words) - len(last)])
    name = text_of([*named, *complement(last)])
    proper = named[0].proper or country_at(sides, named, 0) is not None
    if not proper and not is_word(named[0], lexicon().directional):
        name = name[:1].lower() + name[1:]
    return Reading(
        name,
        PartyKind.GROUP,
        country=countries.pop() if len(countries) == 1 else None,
        plural=True,
        opposed=any(reading.opposed for reading in readings),
        fixed=True,
    )


def _from_name(words: Sequence[Word], piece: Sequence[Word], reading: Reading) -> Sequence[Word]:
    """Return the words without the title before the first name."""
    count = len(fold(reading.name))
    tail = [i for i in range(len(piece)) if keys_of(piece[i:]) == fold(reading.name)]
    return words[tail[0] :] if tail and count else words


def _stands_alone(reading: Reading, piece: Sequence[Word]) -> bool:
    if reading.kind in (PartyKind.GOVERNMENT, PartyKind.PERSON):
        return True
    if reading.kind is None:
        return piece[-1].proper
    if reading.kind is PartyKind.GROUP:
        return reading.plural
    return reading.kind is PartyKind.ORGANISATION and (
        piece[0].text.casefold() == "the" or reading.fixed
    )
