"""Names of people and bodies in a phrase: "Japan's Okada Lines", "Nordvik's Ada Moss"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import longest_at
from sayso.resolve.parties.phrase import complement, is_name_run, is_word
from sayso.resolve.parties.reading import Parts, Reader, Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word, keys_of, text_of

NAME_WORDS = 2
_KINDS = frozenset({"NGO"})
# Named before bodies by their initials ("US Geological Survey").
_BY_INITIALS = frozenset({"USA", "GBR"})


def _without_calling(zone: Sequence[Word]) -> Sequence[Word]:
    """Return "Felipe Moss" of "Banker Felipe Moss", which opens a sentence."""
    lex = lexicon()
    if len(zone) <= NAME_WORDS or not (zone[0].key and zone[1].key):
        return zone
    calling, given = zone[0].key[0], zone[1].key[0]
    noun = calling.endswith(lex.agents) or (calling,) in lex.groups
    called = noun and calling not in lex.given and given in lex.given
    return zone[1:] if called or calling in lex.beside else zone


def of_country(parts: Parts, sides: SideTable, read: Reader) -> Reading | None:
    """Return a name told with its country: "Japan's Okada Lines", "the US Geological Survey"."""
    zone = parts.zone
    found = country_at(sides, zone, 0)
    if found is None:
        return _of_employer(parts, sides, read)
    if found[0].form is Form.CAPITAL:
        return None
    place, after = found
    owner = after < len(zone) and zone[after].possessive
    name = zone[after + owner :]
    if not is_name_run(name):
        return None
    if len(name) > 1 and name[0].text in _KINDS:
        body = text_of(name[1:])  # "the Italian NGO Mani Unite"
        return Reading(body, PartyKind.ORGANISATION, country=place.code, fixed=True)
    if owner:
        whose = read_name(Parts(name, parts.tail, False), sides, read)
        return replace(whose, country=place.code, fixed=True)
    national = any(keys_of(name[-n:]) in lexicon().countrywide for n in (1, 2))
    if place.form is not Form.DEMONYM and place.code not in _BY_INITIALS and not national:
        return None
    ending = keys_of(name[-1:]) in lexicon().company_endings
    if not (ending or national) and (len(name) < NAME_WORDS or not parts.definite):
        return None
    return Reading(text_of(zone), PartyKind.ORGANISATION, country=place.code, fixed=True)


def after_body(zone: Sequence[Word], sides: SideTable, read: Reader) -> Reading | None:
    """Return somebody named right after a body: "Velm National Council Ada Moss"."""
    lex = lexicon()
    if not is_name_run(zone):
        return None
    for i in range(2, len(zone) - 1):
        given = zone[i].key[:1] and zone[i].key[0] in lex.given
        if given and zone[i - 1].key in lex.organisations:
            body = read(zone[:i], sides)
            person = read_name(Parts(zone[i:], (), False), sides, read)
            office = body.name if body else None
            return replace(person, kind=PartyKind.PERSON, office=office)
    return None


def _of_employer(parts: Parts, sides: SideTable, read: Reader) -> Reading | None:
    """Return somebody named with whom he works for: "Nordvik's Sipho Mabena"."""
    zone = parts.zone
    at = next((i for i, word in enumerate(zone) if word.possessive), 0)
    name = zone[at + 1 :]
    if not at or len(name) < NAME_WORDS or not is_name_run(name) or not is_name_run(zone[:at]):
        return None
    if longest_at(lexicon().organisations, zone, len(zone) - 1):
        return None
    person = read_name(Parts(name, parts.tail, False), sides, read)
    return replace(person, kind=PartyKind.PERSON, office=text_of(zone[:at]))


def read_name(parts: Parts, sides: SideTable, read: Reader) -> Reading:
    """Return a run of capitalised words as a name: a body's after "the", else anybody's."""
    zone, tail, definite = _without_calling(parts.zone), parts.tail, parts.definite
    name = text_of(zone)
    gender = lexicon().given.get(zone[0].key[0]) if zone[0].key and len(zone) > 1 else None
    office = None
    if tail and not definite and is_word(tail[0], frozenset({"of", "from"})):
        inner = read(complement(tail[1:]), sides)
        office = inner.name if inner and inner.kind is PartyKind.ORGANISATION else None
    kind = PartyKind.ORGANISATION if definite and not office else None
    return Reading(name, kind, office=office, gender=gender, definite=definite)
