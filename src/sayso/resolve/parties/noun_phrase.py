"""What one noun phrase says of a speaker, by itself: name, kind, role, office, country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.bodies import of_body, read_organisation, spelt_as_body
from sayso.resolve.parties.called import (
    is_brotherhood,
    is_called_crowd,
    is_member,
    is_of_members,
    named_for,
    read_staff,
)
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.groups import group_name, read_group
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import key_between, longest_at, pronoun_kind
from sayso.resolve.parties.modifiers import composed
from sayso.resolve.parties.name_phrase import NAME_WORDS, after_body, of_country, read_name
from sayso.resolve.parties.phrase import complement, is_name_run, is_word, trimmed, undetermined
from sayso.resolve.parties.posts import read_role
from sayso.resolve.parties.reading import BODIES, Parts, Reading
from sayso.resolve.parties.sides import Form, SideTable, sole_country
from sayso.resolve.parties.titles import Titles, heads_organisation, scan_titles
from sayso.resolve.parties.words import Word, keys_of, text_of

_NOBODY = frozenset(
    {("everyone",), ("everybody",), ("nobody",), ("anyone",), ("none",), ("neither",)}
)


_OWN_NOUNS = frozenset({("bank",)})
"""Companies' nouns that begin their names ("Bank Mandiri")."""
_CHARITIES = frozenset({("ngo",), ("charity",), ("nonprofit",)})
_OF = frozenset({"of", "for"})
_ONE = frozenset({"a", "an", "one", "another"})


def read_phrase(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return what a noun phrase without commas says, or None where it names no speaker."""
    lex = lexicon()
    given = _without_letters(trimmed(words))
    words, definite = undetermined(given)
    if not words:
        return None
    owner = words[0] if is_word(words[0], lex.possessives) else None
    if owner:
        words, definite = words[1:], True
    staff = read_staff(words, sides)
    if staff is not None:
        return staff
    if is_brotherhood(words) and definite:
        return Reading(
            text_of(words), PartyKind.ORGANISATION, definite=True, fixed=True, owner=owner
        )
    if is_of_members(words):
        return Reading(text_of(words), PartyKind.ORGANISATION, definite=True, fixed=True)
    of_body = _post_of_body(words, sides)
    if of_body is not None:
        return replace(of_body, definite=definite or of_body.definite, owner=owner)
    if (called := named_for(words, sides)) is not None:
        return replace(called, owner=owner)
    titles, zone_end = scan_titles(words)
    zone, tail = words[:zone_end], words[zone_end:]
    if not zone or any(pronoun_kind(word) for word in zone) or zone[0].key[:1] in _NOBODY:
        return None
    found = _read_parts(Parts(zone, tail, definite), titles, sides)
    one = is_word(given[0], _ONE) and not owner
    if found and one and found.kind is PartyKind.OFFICE and _is_one_of_many(found):
        found = replace(found, kind=PartyKind.GROUP, name=group_name(zone, tail, sides))
    if found and found.kind is PartyKind.GROUP and given[0].text.casefold() == "both":
        found = replace(found, name=f"both {found.name.removeprefix('both ')}")
    return found and replace(found, basis=found.basis or text_of(zone), owner=owner)


def _is_one_of_many(reading: Reading) -> bool:
    """Whether a post is held by several at once: "a colonel", "a councillor"."""
    lex = lexicon()
    return reading.role in lex.ranks or reading.role in callings().shared


def _without_letters(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words without the letters after a name ("Rupert Sands KC")."""
    end = len(words)
    while end > NAME_WORDS and words[end - 1].text in lexicon().postnominal:
        end -= 1
    return words[:end]


def _post_of_body(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return a role that stands after a body's whole name: "Ministry of Health spokesman"."""
    lex = lexicon()
    for i, word in enumerate(words[: -NAME_WORDS - 1]):
        if not (word.capital and word.key in lex.organisations and words[i + 1].text in _OF):
            continue
        start = i + 2 + (words[i + 2].text == "the")
        end = start
        while end < len(words) and words[end].capital and not _is_post(words, end):
            end += 1
        after = end + (end < len(words) and words[end].possessive)
        if not start < end < len(words) or longest_at(lex.roles, words, after) is None:
            return None
        first = i
        while first and words[first - 1].capital:
            first -= 1
        body = read_phrase(words[first:end], sides)
        post = read_phrase([*words[:first], *words[after:]], sides)
        if body is None or post is None or body.kind not in BODIES or post.role is None:
            return None
        country = post.country or body.country
        whole = body.name if body.fixed else composed(body.name, country, sides)
        name = f"{whole} {post.name}" if post.kind is PartyKind.GROUP else post.name
        basis = text_of(words)
        return replace(post, name=name, office=body.name, country=country, basis=basis)
    return None


def _is_post(words: Sequence[Word], at: int) -> bool:
    """Whether a capitalised post begins there, no members: "Federation of Miners"."""
    roles = lexicon().roles
    after = longest_at(roles, words, at)
    return after is not None and not roles[key_between(words, at, after)].plural


def _read_parts(parts: Parts, titles: Titles | None, sides: SideTable) -> Reading | None:
    whole = (*parts.zone, *parts.tail)
    place = sole_country(sides, whole) if parts.tail else None
    if place is not None and place.form is Form.NAME:  # "the Democratic Republic of Congo"
        return Reading("government", PartyKind.GOVERNMENT, country=place.code, definite=True)
    body = lexicon().bodies.get(keys_of(whole))
    if body is not None and spelt_as_body(whole):
        return of_body(body, (), sides)
    body = lexicon().bodies.get(keys_of(parts.zone))
    if body is not None and spelt_as_body(parts.zone):
        return of_body(body, parts.tail, sides)
    if titles is not None and is_called_crowd(parts, titles, sides):
        return Reading(text_of(parts.zone), PartyKind.ORGANISATION, definite=True, fixed=True)
    if titles is not None and not heads_organisation(parts.zone, titles):
        return read_role(parts, titles, sides, read_phrase)
    return _read_unranked(parts, sides)


def _read_unranked(parts: Parts, sides: SideTable) -> Reading | None:
    """Read a phrase that holds no role: a country, an organisation, a document, a group, a name."""
    zone = parts.zone
    lex = lexicon()
    # "Democratic Republic of Congo"
    place = sole_country(sides, zone) or sole_country(sides, [*zone, *parts.tail])
    if place is not None:
        if place.form is not Form.DEMONYM:
            return Reading("government", PartyKind.GOVERNMENT, country=place.code, definite=True)
        name = text_of(zone)
        return Reading(name, PartyKind.GROUP, country=place.code, plural=True, fixed=True)
    head_start = len(zone) - 1
    shown = len(zone) == 1 and bool(zone[0].key) and zone[0].key[0] in lex.showing
    if (shown or not zone[-1].capital) and longest_at(lex.documents, zone, head_start):
        return _author(zone[:-1], parts.tail, sides)
    someone = not parts.definite and zone[-1].text in lex.watchers and len(zone) == 1
    if zone[-1].text in lex.crowding or someone:
        return read_group(parts, sides)
    firm = (
        len(zone) == 1 and parts.definite and not zone[0].capital and zone[0].key in lex.companies
    )
    if (
        firm
        or longest_at(lex.governments, zone, head_start)
        or longest_at(lex.organisations, zone, head_start)
        or keys_of(zone[-2:]) in lex.state
    ):
        return read_organisation(parts, sides)
    if (named := of_country(parts, sides, read_phrase)) is not None:
        return named
    crowd = zone[-1].key in lex.groups or is_member(zone)
    common = (crowd or (len(zone) == 1 and not zone[0].proper)) and zone[-1].text.endswith("s")
    if (member := after_body(zone, sides, read_phrase)) is not None:
        return member
    if is_name_run(zone) and not common and not (crowd and (len(zone) == 1 or parts.definite)):
        sole = len(zone) > 1 and zone[0].key in (lex.companies | _CHARITIES) - _OWN_NOUNS
        if sole and not longest_at(lex.organisations, zone, len(zone) - 1):
            name = text_of(zone[1:])  # "Airline AeroBalt"
            return Reading(name, PartyKind.ORGANISATION, definite=True, basis=text_of(zone))
        if len(zone) > NAME_WORDS and zone[0].text.isupper() and zone[0].key in lex.outlets:
            credited = read_name(Parts(zone[1:], parts.tail, False), sides, read_phrase)
            return replace(credited, kind=PartyKind.PERSON)  # "REUTERS Ada Moss"
        return read_name(parts, sides, read_phrase)
    return read_group(parts, sides)


def _author(zone: Sequence[Word], tail: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return who speaks in "a UN report", "a statement by the ministry"; None for "the report"."""
    if tail and is_word(tail[0], frozenset({"by", "from", "of", "in"})):
        found = read_phrase(complement(tail[1:]), sides)
        if found is not None and (found.kind is not PartyKind.GROUP or found.role):
            return found
    while zone and not zone[0].capital and not zone[0].possessive and not _is_noun(zone[0]):
        zone = zone[1:]
    found = read_phrase(zone, sides) if any(w.letters for w in zone) else None
    return None if found and found.kind is PartyKind.GROUP and not found.role else found


def _is_noun(word: Word) -> bool:
    lex = lexicon()
    return word.key in lex.organisations or word.key in lex.governments or word.key in lex.roles
