"""Entries of the word tables: roles, bodies, and how they are made from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sayso.resolve.parties.words import fold

Key = tuple[str, ...]


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


def roles_of(table: Mapping[str, Any], genders: Mapping[Key, Gender]) -> dict[Key, Role]:
    """Return all titles and roles of a table by their folded words, plurals included."""
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


def bodies_of(table: Mapping[str, Mapping[str, Any]]) -> dict[Key, Body]:
    """Return well-known bodies by their folded names and aliases."""
    return {
        fold(alias): Body(name, row.get("side"))
        for name, row in table.items()
        for alias in (name, *row["aliases"])
    }


def genders_of(table: Mapping[str, Iterable[str]]) -> dict[Key, Gender]:
    """Return words by the gender that lists them."""
    return {fold(word): Gender(gender) for gender, words in table.items() for word in words}


def keys_from(words: Iterable[str]) -> frozenset[Key]:
    """Return words folded."""
    return frozenset(fold(word) for word in words)


def plurals_of(words: Iterable[str]) -> frozenset[Key]:
    """Return the folded plurals of words, those that are plurals left out."""
    keys = keys_from(words)
    return frozenset((*key[:-1], key[-1] + "s") for key in keys if not key[-1].endswith("s"))
