"""Holders of roles: "Iran's foreign minister", "Front spokesman Ivo Marr", "officials"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.bodies import ministry_of
from sayso.resolve.parties.entries import Role, RoleClass
from sayso.resolve.parties.groups import group_name
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import longest_at
from sayso.resolve.parties.modifiers import Modifiers, read_modifiers
from sayso.resolve.parties.name_phrase import NAME_WORDS
from sayso.resolve.parties.phrase import (
    OWNER_PREPOSITIONS,
    complement,
    is_name_run,
    is_word,
    undetermined,
)
from sayso.resolve.parties.post_office import RIVALS, is_capital, of_city, office_of
from sayso.resolve.parties.reading import BODIES, Parts, Reader, Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at, sole_country
from sayso.resolve.parties.titles import Titles
from sayso.resolve.parties.towns import towns
from sayso.resolve.parties.words import PARTICLES, Word, fold, keys_of, text_of

_PRESIDENTIAL = "presidential"
_RELATIVE = "relative"
_JUDGE = "judge"
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_OF_PRESIDENT = frozenset({SPOKESPERSON, "adviser", "aide"})


def read_role(parts: Parts, titles: Titles, sides: SideTable, read: Reader) -> Reading | None:
    """Return the holder of a role: a named person, an unnamed post, or an anonymous source."""
    zone, tail = parts.zone, _from_owner(parts.tail)
    before = read_modifiers(zone[: titles.start], sides)
    name = list(zone[titles.end :])
    role = titles.role
    word = role.word
    named = is_name_run(name)
    if role.kind is RoleClass.HONORIFIC and not named:
        if zone[titles.start].capital or titles.end < len(zone) or not before.rest:
            return None
        group = group_name(zone, tail, sides)
        return Reading(group, PartyKind.GROUP, country=before.country, opposed=before.opposed)
    if named and role.plural and zone[titles.start].capital and not (titles.start or tail):
        given = name[0].key[:1] and name[0].key[0] in lexicon().given
        if not given:  # "Reporters Sans Crainte"
            return Reading(text_of(zone), PartyKind.ORGANISATION, definite=True, fixed=True)
    office, country = office_of(before, titles, sides, read)
    city = country_at(sides, zone, 0) if word in lexicon().local else None
    if city is not None and city[0].form is Form.CAPITAL and city[1] < titles.start:
        office, country = text_of(zone[: city[1]]), None  # "Kyiv's mayor" is no government's
    owned = is_word(tail[0], OWNER_PREPOSITIONS) if tail else False
    if word == _RELATIVE and _counts(tail):
        word = None  # "a mother of six" is nobody's
    if word is None and tail and tail[0].text == "of" and not _works_at(tail):
        tail = ()  # "Lord Moss of Velm" is no lord of anybody's
    common = named and _is_common(office, tail)
    helps = bool(tail) and tail[0].text == "to" and word in lexicon().helpers
    if tail and (office is None or common) and (owned or helps):
        whole, country = _complement_office(tail, role, country, sides, read)
        office = whole or office
    elif not named and role.kind is RoleClass.CROWD and office is None and _within(tail):
        office, country = _complement_office(tail, role, country, sides, read)
    if office is None and word in _OF_PRESIDENT and _PRESIDENTIAL in keys_of(zone[: titles.start]):
        office = "presidency"
    if office is None and country and word in lexicon().governing:
        office = "government"
    reading = Reading(
        text_of(name),
        PartyKind.PERSON,
        word,
        None if before.past and office not in RIVALS else office,
        before.country if before.past else country,
        titles.gender,
        parts.definite,
        False,
        before.opposed,
        before.past,
    )
    if named:
        return reading
    held = any(w.possessive for w in zone[: titles.start])
    reading = replace(reading, definite=parts.definite or held, plural=role.plural)
    if role.kind is RoleClass.CROWD or role.plural:
        return replace(reading, kind=PartyKind.GROUP, name=group_name(zone, parts.tail, sides))
    return replace(reading, kind=PartyKind.OFFICE, name=_post_name(zone, titles, before))


def _is_common(office: str | None, tail: Sequence[Word]) -> bool:
    """Whether a proper name follows that tells more: "union boss Ada Moss of the CGT"."""
    return (
        office is not None
        and office.islower()
        and bool(tail)
        and tail[0].text == "of"
        and any(word.capital for word in complement(tail[1:]))
    )


def _within(tail: Sequence[Word]) -> bool:
    """Whether "in the presidency" follows: somebody in a body is of it, one in a city is not."""
    noun = complement(tail[1:]) if tail and tail[0].text == "in" else []
    lex = lexicon()
    common = bool(noun) and not noun[-1].capital and noun[-1].key not in lex.provinces | lex.seated
    return common and longest_at(lex.organisations, noun, len(noun) - 1) is not None


def _counts(tail: Sequence[Word]) -> bool:
    """Whether "of six" follows: how many children somebody has, not whose relative she is."""
    number = tail[1:2] if tail and tail[0].text == "of" else ()
    return bool(number) and (
        is_word(number[0], lexicon().determiners - _ARTICLES) or number[0].text.isdecimal()
    )


def _works_at(tail: Sequence[Word]) -> bool:
    """Whether "of the Lusaka hospital" follows: a body's article tells it from a lord's town."""
    noun = complement(tail[1:])
    lex = lexicon()
    return len(noun) > NAME_WORDS and noun[0].text == "the" and noun[-1].key in lex.organisations


def _from_owner(tail: Sequence[Word]) -> Sequence[Word]:
    """Return what follows a role from "at Harwick University" on: "of law" names nobody."""
    while tail and tail[0].text == "of" and not any(w.capital for w in complement(tail[1:])):
        after = next(
            (i for i, word in enumerate(tail) if i and is_word(word, OWNER_PREPOSITIONS)), None
        )
        if after is None or len(complement(tail[1:])) + 1 != after:
            return tail
        tail = tail[after:]
    return tail


def _complement_office(
    tail: Sequence[Word], role: Role, country: str | None, sides: SideTable, read: Reader
) -> tuple[str | None, str | None]:
    """Return the office and country that "for the Southern Front", "of Iran" name."""
    lex = lexicon()
    noun, _ = undetermined(_seated(tail[1:]))
    own = [word.text.casefold() for word in noun[1:2]] == ["own"]
    if own and is_word(noun[0], lex.possessives):
        return None, country  # "lawmakers of his own bloc"
    place = sole_country(sides, noun)
    if place is not None and place.form is Form.NAME:
        # The "special envoy for Yemen" is not Yemen's.
        field = tail[0].text == "for" and role.word != SPOKESPERSON
        return None, country or (None if field else place.code)
    if is_capital(noun, sides):
        return of_city(noun, role), country
    if role.word == "minister" and keys_of(noun) in lex.portfolios:
        return ministry_of(lex.portfolios[keys_of(noun)]), country
    owner = country_at(sides, noun, 0) if noun else None
    after = noun[owner[1] : owner[1] + 1] if owner else []
    if role.word in lexicon().local and owner and after and after[0].possessive:
        # The governor "of Russia's Belgorod region".
        noun, country = noun[owner[1] + 1 :], country or owner[0].code
    inner = read(noun, sides) if noun else None
    if inner is not None and inner.kind is None and role.kind is RoleClass.CROWD:
        # Somebody works at what he is "at": "journalists at The Harbour Ledger".
        company = fold(inner.name)[-1:] in lex.company_endings or inner.name.isupper()
        if tail[0].text == "at" or company:
            inner = replace(inner, kind=PartyKind.ORGANISATION)
    if role.word in lexicon().local and noun and noun[0].capital:
        return text_of(_place_of(noun)), country or (inner.country if inner else None)
    if inner is None:
        return None, country
    if (
        role.kind is RoleClass.CROWD
        and inner.kind not in BODIES
        and tail[0].text
        not in (
            "for",
            "to",
        )
    ):
        return None, country
    return inner.name, country or inner.country


def _seated(words: Sequence[Word]) -> Sequence[Word]:
    """Return a complement, with where it sits: "the embassy in Oslo"."""
    noun = complement(words)
    after = words[len(noun) :]
    if not noun or noun[-1].key not in lexicon().seated or not after or after[0].text != "in":
        return noun
    place = complement(after[1:])
    return [*noun, after[0], *place] if is_name_run(place) else noun


def _place_of(words: Sequence[Word]) -> Sequence[Word]:
    """Return "Kharkiv region" of "Kharkiv region four years ago"."""
    end = 1
    while end < len(words) and (words[end].capital or is_word(words[end], PARTICLES)):
        end += 1
    return words[: end + (end < len(words) and words[end].key in lexicon().provinces)]


def _post_name(zone: Sequence[Word], titles: Titles, before: Modifiers) -> str:
    """Return what an unnamed post is called, less its country: "foreign minister"."""
    word = titles.role.word or ""
    surface = text_of(zone[titles.start : titles.end]).casefold()
    if word == SPOKESPERSON or not before.rest:
        return surface if word == _JUDGE else word  # "presiding judge"
    owner = max((i + 1 for i, w in enumerate(before.rest) if w.possessive), default=0)
    rest = text_of(before.rest[owner:])
    if word == "minister":
        rest = " ".join(w if fold(w) in towns() else w.casefold() for w in rest.split())
    if owner:
        rest = f"{text_of(before.rest[:owner])} {rest}".strip()
    elif titles.start and zone[titles.start - 1].possessive:
        rest += "'s"
    return f"{rest} {text_of(zone[titles.start : titles.end]).casefold()}".strip()
