"""Groups by nouns that name no role: "the rebels", "both sides", "skipper Ada Moss"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import PartyKind
from sayso.resolve.parties.apposition import EITHER
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.modifiers import adjectival, read_modifiers
from sayso.resolve.parties.phrase import BOUNDARIES, OWNER_PREPOSITIONS, is_word
from sayso.resolve.parties.reading import Parts, Reading
from sayso.resolve.parties.sides import SideTable, country_at
from sayso.resolve.parties.words import Word, keys_of, text_of

_SOURCE = "source"
_AGED = ("year", "old")


def group_name(zone: Sequence[Word], tail: Sequence[Word], sides: SideTable) -> str:
    """Return what a group is called: less determiners, "Iran's" as "Iranian", with its place."""
    name = adjectival(zone, sides)
    first = zone[0]
    common = len(zone) == 1 or not (zone[1].capital or is_word(first, lexicon().directional))
    plain = first.key in lexicon().nominal | lexicon().qualifiers or common
    proper = first.proper or first.text.casefold().removesuffix("s") in lexicon().directional
    field = len(zone) > 1 and not zone[1].capital and first.key in lexicon().portfolios
    proper = proper and not field  # "Transport ministry officials", at a sentence's head
    initials = len(first.text) > 1 and first.text.isupper()
    if first.capital and not (proper or initials) and plain and country_at(sides, zone, 0) is None:
        name = name[:1].lower() + name[1:]
    whole = restriction(tail, vague=is_word(zone[-1], callings().anybody))
    return f"{name} {text_of(whole)}" if whole else name


def restriction(tail: Sequence[Word], *, vague: bool) -> Sequence[Word]:
    """Return what tells which people are meant: "in the canyon", "familiar with the talks".

    Days and clauses are left out; participles tell it only of ``vague`` people.
    """
    lex = lexicon()
    first = lex.placed | callings().restricting if vague else lex.placed
    if not tail or not is_word(tail[0], first):
        return ()
    end = 1
    while end < len(tail) and not is_word(tail[end], BOUNDARIES - lex.placed - OWNER_PREPOSITIONS):
        dated = is_word(tail[end], lex.days) and is_word(tail[end - 1], lex.placed)
        if dated or not (tail[end].key or tail[end].possessive):
            end -= dated
            break
        end += 1
    while end and is_word(tail[end - 1], lex.placed):
        end -= 1
    return tail[:end] if end > 1 else ()


def _is_someone(noun: Sequence[str]) -> bool:
    """Whether a noun is one person's: "protest organiser Ada Moss", not "the rebels Al-Nur"."""
    lex = lexicon()
    alone = noun[-1] not in lex.collective and noun not in lex.gatherings
    return not noun[-1].endswith("s") and (noun[-1].endswith(lex.agents) or alone)


def _calling(noun: Word) -> str | None:
    """Return what somebody introduced by it is: "[herder] Ada Moss"."""
    return noun.key[-1] if noun.key[-1:] in callings().nouns else None


def read_group(parts: Parts, sides: SideTable) -> Reading | None:
    """Return a group, or the name after a noun that no table holds; None for mere things."""
    zone, tail = parts.zone, parts.tail
    lex = lexicon()
    before = read_modifiers(zone[:-1], sides)
    head = zone[-1]
    key = head.key[-1:] if head.key else ()
    # "skipper Ada Moss": a noun that no table holds before a name.
    start = len(zone)
    while start and zone[start - 1].capital:
        start -= 1
    if 0 < start < len(zone) and not zone[start - 1].possessive and zone[start - 1].letters:
        gender = lex.given.get(zone[start].key[0]) if zone[start].key else None
        noun = zone[start - 1].key
        sure = len(zone) - start > 1 and noun not in EITHER
        kind = PartyKind.PERSON if sure else None
        if (
            keys_of(zone[-1:]) in lex.company_endings
            or noun in lex.organisations
            or noun in lex.companies
            or (noun in lex.groups and not _is_someone(noun))
            or (*noun[:-1], noun[-1][:-1]) in lex.organisations
        ):
            kind = PartyKind.ORGANISATION
        return Reading(
            text_of(zone[start:]),
            kind,
            country=before.country,
            opposed=before.opposed,
            role=_calling(zone[start - 1]) if kind is PartyKind.PERSON else None,
            gender=gender,
            fixed=before.country is not None,
        )
    if not key or key[0] in lex.nobody or not head.letters:
        return None
    aged = head.key[-2:] == _AGED or (len(head.key) > 1 and head.key[:1] in lex.past)
    people = lex.groups | callings().nouns
    known = aged or {key, (f"{key[0]}s",)} & people or key[0].endswith(lex.agents)
    plural = key[0].endswith(("s", "men", "people")) or key[0] in ("public", "community")
    owned = any(word.possessive for word in zone[:-1])
    if not known and (not plural or owned or key[0].endswith(lex.things)):
        return None
    name = group_name(zone, tail, sides)
    if key == ("sides",) and len(zone) == 1:
        name = "both sides"
    opposed = before.opposed or key[0] in lex.opposed
    if is_word(head, callings().anybody) and tail and is_word(tail[0], callings().knowing):
        return Reading(
            name, PartyKind.GROUP, _SOURCE, country=before.country, plural=plural, fixed=True
        )
    return Reading(
        name,
        PartyKind.GROUP,
        key[0] if head.key in callings().nouns and not plural else None,
        country=before.country,
        definite=parts.definite or owned,
        plural=plural,
        opposed=opposed,
        fixed=True,
    )
