"""The word tables of roles, offices and bodies, folded and ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sayso.language.en.tables import load_table
from sayso.resolve.parties.words import Word, fold

Key = tuple[str, ...]

_LONGEST_ENTRY = 5


class Gender(StrEnum):
    """What a title, a given name or a pronoun tells of a person."""

    MALE = "male"
    FEMALE = "female"


class RoleClass(StrEnum):
    """What an unnamed holder of the role is."""

    POST = "post"
    RANK = "rank"
    CROWD = "crowd"
    HONORIFIC = "honorific"


@dataclass(frozen=True, slots=True)
class Role:
    """A role word or title; ``word`` is the canonical role, None for an honorific."""

    word: str | None
    kind: RoleClass
    gender: Gender | None
    plural: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known body by its usual name, with the country it speaks for, if any."""

    name: str
    side: str | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of roles.toml, keys folded.

    ``nominal`` holds every single word that may be part of a phrase about a speaker without being
    capitalised: roles, qualifiers, portfolios and the nouns of organisations.
    """

    roles: Mapping[Key, Role]
    bodies: Mapping[Key, Body]
    given: Mapping[str, Gender]
    titled: frozenset[Key]
    qualifiers: frozenset[Key]
    past: frozenset[Key]
    governing: frozenset[str]
    portfolios: Mapping[Key, str]
    state: frozenset[Key]
    organisations: frozenset[Key]
    governments: frozenset[Key]
    groups: frozenset[Key]
    lower: frozenset[Key]
    opposed: frozenset[str]
    nobody: frozenset[str]
    agents: tuple[str, ...]
    things: tuple[str, ...]
    determiners: frozenset[str]
    possessives: frozenset[str]
    documents: frozenset[Key]
    outlets: frozenset[Key]
    nominal: frozenset[Key]
    pronouns: Mapping[str, str]
    departments: Mapping[str, Mapping[str, str]]
    untold: Mapping[str, str]
    houses: Mapping[Key, str]
    spelt_alike: frozenset[str]
    crowding: frozenset[str]
    seated: frozenset[Key]
    kin: frozenset[str]
    against: frozenset[str]
    camps: frozenset[Key]
    unruly: frozenset[Key]
    staffs: Mapping[Key, str]
    helpers: frozenset[str]
    local: frozenset[str]
    fields: frozenset[Key]
    led: frozenset[str]
    companies: frozenset[Key]
    company_endings: frozenset[Key]
    gatherings: frozenset[Key]
    directional: frozenset[str]
    callings: frozenset[str]
    ranks: frozenset[str]
    irregular: frozenset[str]
    seats: frozenset[Key]
    where: frozenset[str]
    regions: frozenset[str]
    towns: frozenset[str]
    recalling: frozenset[str]
    showing: frozenset[str]
    municipal: frozenset[Key]
    unions: frozenset[Key]
    homes: Mapping[str, str]
    martial: frozenset[str]
    regular: frozenset[str]
    watching: frozenset[str]
    state_media: frozenset[Key]
    administrative: frozenset[str]
    postnominal: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    families: Mapping[str, frozenset[str]]
    national: frozenset[str]
    corporate: frozenset[str]
    areas: frozenset[Key]
    vague: frozenset[Key]
    countrywide: frozenset[Key]
    subnational: frozenset[str]
    public: frozenset[str]
    placed: frozenset[str]
    days: frozenset[str]
    collective: frozenset[str]
    provinces: frozenset[Key]
    chosen: frozenset[str]
    papers: frozenset[Key]
    paper_endings: frozenset[Key]
    initials: Mapping[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the English tables."""
    table = load_table("roles")
    nouns, qualifiers = table["nouns"], table["qualifiers"]
    roles = _roles(table, _genders(table["genders"]))
    portfolios = {
        fold(word): name for name, more in table["portfolios"].items() for word in (name, *more)
    }
    nominal = _keys(
        [
            *nouns["organisation"],
            *nouns["government"],
            *nouns["openings"],
            *qualifiers["titled"],
            *qualifiers["past"],
        ]
    ) | frozenset([*roles, *portfolios])
    return Lexicon(
        roles=roles,
        bodies=_bodies(table["bodies"]),
        given={key[0]: gender for key, gender in _genders(table["given"]).items()},
        titled=_keys(qualifiers["titled"]),
        qualifiers=_keys(qualifiers["plain"]),
        past=_keys(qualifiers["past"]),
        governing=frozenset(table["governing"]["roles"]),
        portfolios=portfolios,
        state=_keys(nouns["state"]),
        organisations=_keys(nouns["organisation"]),
        governments=_keys(nouns["government"]),
        groups=_keys(nouns["group"]) | _plurals(nouns["group"]),
        lower=_keys(nouns["lower"]),
        opposed=frozenset(nouns["opposed"]),
        nobody=frozenset(nouns["nobody"]),
        agents=tuple(nouns["agents"]),
        things=tuple(nouns["things"]),
        determiners=frozenset(table["determiners"]["words"]),
        possessives=frozenset(table["determiners"]["possessive"]),
        documents=_keys(load_table("channels")["documents"]["nouns"]),
        outlets=_keys(load_table("channels")["outlets"]["names"]),
        nominal=frozenset(key for key in nominal if len(key) == 1),
        pronouns={word: kind for kind, words in table["pronouns"].items() for word in words},
        departments=table["departments"],
        untold=table["untold"],
        houses={fold(word): name for word, name in table["houses"].items()},
        spelt_alike=frozenset(table["abbreviations"]["names"]),
        crowding=frozenset(nouns["crowding"]),
        seated=_keys(nouns["seated"]),
        kin=frozenset(nouns["kin"]),
        helpers=frozenset(table["governing"]["helpers"]),
        local=frozenset(table["governing"]["local"]),
        fields=frozenset(portfolios) - {("treasury",)},
        staffs={
            fold(word): name for name, more in table["staffs"].items() for word in (name, *more)
        },
        against=frozenset(table["governing"]["against"]),
        camps=_keys(qualifiers["camps"]),
        unruly=_keys(nouns["unruly"]),
        led=frozenset(table["governing"]["led"]),
        companies=_keys(table["descriptions"]["company"]),
        company_endings=_keys(table["descriptions"]["endings"]),
        gatherings=_keys(table["descriptions"]["group"]),
        directional=frozenset(nouns["adjectives"]),
        callings=frozenset(table["phrases"]["callings"]),
        ranks=frozenset([*table["ranks"], *table["governing"]["ranking"]]),
        irregular=frozenset(nouns["irregular"]),
        seats=_keys(nouns["seats"]),
        where=frozenset(nouns["where"]),
        regions=frozenset(nouns["regions"]),
        towns=frozenset(nouns["towns"]),
        recalling=frozenset(nouns["recalling"]),
        showing=frozenset(nouns["showing"]),
        municipal=_keys(nouns["municipal"]),
        unions=_keys(nouns["unions"]),
        homes={word: code for code, words in table["homes"].items() for word in words},
        martial=frozenset(nouns["martial"]),
        regular=frozenset(nouns["regular"]),
        watching=frozenset(nouns["watching"]),
        state_media=_keys(nouns["state_media"]),
        administrative=frozenset(nouns["administrative"]),
        postnominal=frozenset(table["phrases"]["postnominal"]),
        kinds={noun: frozenset(words) for noun, words in table["kinds"].items()},
        families={noun: frozenset(roles) for noun, roles in table["families"].items()},
        national=frozenset(table["governing"]["national"]),
        corporate=frozenset(table["governing"]["corporate"]),
        areas=_keys(qualifiers["areas"]),
        vague=_keys(nouns["vague"]),
        countrywide=_keys(table["descriptions"]["national"]),
        subnational=frozenset(nouns["subnational"]),
        public=frozenset(nouns["public"]),
        placed=frozenset(table["phrases"]["placed"]),
        days=frozenset(table["phrases"]["days"]),
        collective=frozenset(table["determiners"]["collective"]),
        provinces=_keys(qualifiers["provinces"]),
        chosen=frozenset(table["phrases"]["chosen"]),
        papers=_keys(table["descriptions"]["paper"]),
        paper_endings=_keys(table["descriptions"]["paper_endings"]),
        initials=table["initials"],
    )


def pronoun_kind(word: Word) -> str | None:
    """Return the class of a pronoun ("male", "thing", …), None for any other word.

    "US" and "IT" are names where they are written so.
    """
    lex = lexicon()
    return None if word.text in lex.spelt_alike else lex.pronouns.get(word.text.casefold())


def longest_at(
    table: Mapping[Key, Any] | frozenset[Key], words: Sequence[Word], start: int
) -> int | None:
    """Return the index after the longest table key of up to 5 words that begins at ``start``."""
    best: int | None = None
    key: Key = ()
    for end in range(start, min(start + _LONGEST_ENTRY, len(words))):
        if not words[end].key:
            break
        key += words[end].key
        if key in table:
            best = end + 1
    return best


def key_between(words: Sequence[Word], start: int, end: int) -> Key:
    """Return the folded words of ``words[start:end]``."""
    return tuple(key for word in words[start:end] for key in word.key)


def _roles(table: Mapping[str, Any], genders: Mapping[Key, Gender]) -> dict[Key, Role]:
    roles: dict[Key, Role] = {}
    without_plural = frozenset(table["abbreviations"]["words"])
    for column, kind in (
        ("crowds", RoleClass.CROWD),
        ("ranks", RoleClass.RANK),
        ("posts", RoleClass.POST),
    ):
        for word, surfaces in table[column].items():
            for surface in surfaces:
                key = fold(surface)
                plural = key[-1].endswith(("men", "people", "witnesses"))
                if surface not in without_plural:
                    roles[(*key[:-1], key[-1] + "s")] = Role(word, kind, genders.get(key), True)
                roles[key] = Role(word, kind, genders.get(key), plural)
    for name, gender in (("male", Gender.MALE), ("female", Gender.FEMALE), ("any", None)):
        for surface in table["honorifics"][name]:
            roles[fold(surface)] = Role(None, RoleClass.HONORIFIC, gender, False)
    return roles


def _bodies(table: Mapping[str, Mapping[str, Any]]) -> dict[Key, Body]:
    return {
        fold(alias): Body(name, row.get("side"))
        for name, row in table.items()
        for alias in (name, *row["aliases"])
    }


def _genders(table: Mapping[str, Iterable[str]]) -> dict[Key, Gender]:
    return {fold(word): Gender(gender) for gender, words in table.items() for word in words}


def _keys(words: Iterable[str]) -> frozenset[Key]:
    return frozenset(fold(word) for word in words)


def _plurals(words: Iterable[str]) -> frozenset[Key]:
    keys = _keys(words)
    return frozenset((*key[:-1], key[-1] + "s") for key in keys if not key[-1].endswith("s"))
