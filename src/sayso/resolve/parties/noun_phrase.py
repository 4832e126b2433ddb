"""What one noun phrase says of a speaker, by itself: name, kind, role, office, country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.bodies import of_body, read_organisation, spelt_as_body
from sayso.resolve.parties.groups import read_group
from sayso.resolve.parties.lexicon import lexicon, longest_at, pronoun_kind
from sayso.resolve.parties.phrase import complement, is_name_run, is_word, trimmed, undetermined
from sayso.resolve.parties.posts import read_role
from sayso.resolve.parties.reading import Parts, Reading
from sayso.resolve.parties.sides import Form, SideTable, sole_country
from sayso.resolve.parties.titles import Titles, heads_organisation, scan_titles
from sayso.resolve.parties.words import Word, keys_of, text_of

_NOBODY = frozenset({("everyone",), ("everybody",), ("nobody",), ("anyone",), ("none",)})


def read_phrase(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return what a noun phrase without commas says, or None where it names no speaker."""
    lex = lexicon()
    words, definite = undetermined(trimmed(words))
    if not words:
        return None
    owner = words[0] if is_word(words[0], lex.possessives) else None
    if owner:
        words, definite = words[1:], True
    titles, zone_end = scan_titles(words)
    zone, tail = words[:zone_end], words[zone_end:]
    if not zone or any(pronoun_kind(word) for word in zone) or zone[0].key[:1] in _NOBODY:
        return None
    found = _read_parts(Parts(zone, tail, definite), titles, sides)
    return found and replace(found, basis=found.basis or text_of(zone), owner=owner)


def _read_parts(parts: Parts, titles: Titles | None, sides: SideTable) -> Reading | None:
    body = lexicon().bodies.get(keys_of(parts.zone))
    if body is not None and spelt_as_body(parts.zone):
        return of_body(body, parts.tail, sides)
    if titles is not None and not heads_organisation(parts.zone, titles):
        return read_role(parts, titles, sides, read_phrase)
    return _read_unranked(parts, sides)


def _read_unranked(parts: Parts, sides: SideTable) -> Reading | None:
    """Read a phrase that holds no role: a country, an organisation, a document, a group, a name."""
    zone = parts.zone
    lex = lexicon()
    place = sole_country(sides, zone)
    if place is not None:
        if place.form is not Form.DEMONYM:
            return Reading("government", PartyKind.GOVERNMENT, country=place.code, definite=True)
        name = text_of(zone)
        return Reading(name, PartyKind.GROUP, country=place.code, plural=True, fixed=True)
    head_start = len(zone) - 1
    if not zone[-1].capital and longest_at(lex.documents, zone, head_start):
        return _author(zone[:-1], parts.tail, sides)
    if longest_at(lex.governments, zone, head_start) or longest_at(
        lex.organisations, zone, head_start
    ):
        return read_organisation(parts, sides)
    common = zone[-1].key in lex.groups or (len(zone) == 1 and not zone[0].proper)
    if is_name_run(zone) and not (common and zone[-1].key[-1:] and zone[-1].text.endswith("s")):
        return _read_name(parts, sides)
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


def _read_name(parts: Parts, sides: SideTable) -> Reading:
    zone, tail, definite = parts.zone, parts.tail, parts.definite
    name = text_of(zone)
    gender = lexicon().given.get(zone[0].key[0]) if zone[0].key and len(zone) > 1 else None
    office = None
    if tail and not definite and is_word(tail[0], frozenset({"of", "from"})):
        inner = read_phrase(complement(tail[1:]), sides)
        office = inner.name if inner and inner.kind is PartyKind.ORGANISATION else None
    kind = PartyKind.ORGANISATION if definite and not office else None
    return Reading(name, kind, office=office, gender=gender, definite=definite)
