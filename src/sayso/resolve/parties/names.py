"""Names within one article: who is meant by a surname, an abbreviation, a short name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.cast import Cast, is_state_office
from sayso.resolve.parties.lexicon import lexicon, longest_at
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.words import Word, fold, keys_of

_BODY_LABELS = ("ORG", "NORP", "FAC", "PRODUCT")
_LONGEST_ACRONYM = 6
_PERSON_WORDS = 3


def full_name(reading: Reading, cast: Cast) -> Reading:
    """Return a person's reading with the full name and all that the article says of them.

    A surname stands for the only full name of the article that ends with it and whose gender
    does not differ; otherwise it stays as it is.
    """
    key = fold(reading.name)
    known = cast.people.get(key)
    if known is None or len(key) == 1:
        fits = [
            cast.people[full]
            for full in cast.by_ending.get(key, frozenset())
            if reading.gender is None or cast.people[full].gender in (None, reading.gender)
        ]
        known = fits[0] if len(fits) == 1 else known
    if known is None:
        longer = cast.bodies.get(key, frozenset())
        named = [n for n in longer if len(fold(n)) <= _PERSON_WORDS and not _has_body_noun(fold(n))]
        return replace(reading, name=named[0]) if len(longer) == len(named) == 1 else reading
    role = reading.role or known.role
    same_role = role == known.role
    return replace(
        reading,
        name=known.name,
        kind=PartyKind.PERSON,
        role=role,
        office=reading.office or (known.office if same_role and not reading.past else None),
        country=reading.country or known.country,
        gender=reading.gender or known.gender,
        opposed=reading.opposed or known.opposed,
        basis=f"{reading.basis}, {known.basis}",
    )


def namesake(words: Sequence[Word], cast: Cast) -> bool:
    """Whether a single word that names a country ends the name of one of the article's people."""
    key = keys_of(words)
    return len(key) == 1 and bool(cast.by_ending.get(key))


def decided(reading: Reading, labels: Sequence[str], cast: Cast, sides: SideTable) -> Reading:
    """Return a bare name as a person, an organisation or a place's government.

    ``labels`` are the parse's entity labels of its words. What the article says elsewhere goes
    before them, since the parse often mistakes unusual names.
    """
    key = fold(reading.name)
    if key in cast.short or key in lexicon().outlets or _is_acronym(reading.name):
        return replace(reading, kind=PartyKind.ORGANISATION)
    if key in cast.people or cast.by_ending.get(key) or reading.office or reading.gender:
        return replace(reading, kind=PartyKind.PERSON)
    label = Counter(labels).most_common(1)[0][0] if labels else ""
    if key in sides.places or key in cast.places or (label == "GPE" and len(key) == 1):
        return replace(reading, kind=PartyKind.GOVERNMENT, fixed=True)
    if (
        "&" in reading.name
        or _is_address(reading.name)
        or label in _BODY_LABELS
        or _has_body_noun(key)
    ):
        return replace(reading, kind=PartyKind.ORGANISATION)
    return replace(reading, kind=PartyKind.PERSON)


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 2 <= len(name) <= _LONGEST_ACRONYM


def _is_address(name: str) -> bool:
    """Whether a name is a web site's: "Example.com"."""
    _, dot, ending = name.rpartition(".")
    return bool(dot) and ending.isalpha() and ending.islower() and " " not in name


def _has_body_noun(key: tuple[str, ...]) -> bool:
    words = [Word(part, 0, (part,)) for part in key]
    return any(longest_at(lexicon().organisations, words, i) for i in range(len(words)))


def completed(reading: Reading, cast: Cast) -> Reading:
    """Return a reading whose office or organisation bears its full name and its country.

    "Front" becomes "Southern Front" and "SDC" its long form where the article gives exactly one;
    a "Foreign Ministry" gets its country where the article speaks of one country's only.
    """
    name, office, country = reading.name, reading.office, reading.country
    if reading.kind is PartyKind.ORGANISATION and not reading.fixed and country is None:
        name = _fuller(name, cast)
    if office is not None:
        person = cast.by_ending.get(fold(office), frozenset())
        office = cast.people[next(iter(person))].name if len(person) == 1 else _fuller(office, cast)
    if country is None and not reading.opposed:
        body = name if reading.kind in (PartyKind.ORGANISATION, PartyKind.GOVERNMENT) else office
        if body and is_state_office(body):
            codes = cast.countries.get(fold(body), frozenset())
            country = next(iter(codes)) if len(codes) == 1 else None
    if name == reading.name and office == reading.office and country == reading.country:
        return reading
    return replace(reading, name=name, office=office, country=country)


def _fuller(name: str, cast: Cast) -> str:
    key = fold(name)
    if key in cast.short:
        return cast.short[key]
    longer = {fold(full): full for full in cast.bodies.get(key, frozenset())}
    return next(iter(longer.values())) if len(longer) == 1 else name
