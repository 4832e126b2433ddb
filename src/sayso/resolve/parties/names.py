"""Names within one article: who is meant by a surname, an abbreviation, a short name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.language.en.spellings import surname_keys
from sayso.model import PartyKind
from sayso.resolve.parties.cast import Cast
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import longest_at
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.rosters import of_two_genders
from sayso.resolve.parties.sides import Form, SideTable, sole_country
from sayso.resolve.parties.words import PARTICLES, Word, fold, keys_of

_BODY_LABELS = ("ORG", "NORP", "FAC", "PRODUCT")
_LONGEST_ACRONYM = 6
_PERSON_WORDS = 3


def full_name(reading: Reading, cast: Cast, at: int | None = None) -> Reading:
    """Return a person's reading with the full name and all that the article says of them.

    A surname stands for the only full name of the article that ends with it and whose gender
    does not differ, or that begins with it if none ends so ("Xi", "Sofia"); otherwise it stays.
    Of several, the only one named before the token ``at`` is meant.
    """
    key = fold(reading.name)
    known = cast.people.get(key)
    if known is None or " " not in reading.name or key[0] in PARTICLES:
        fits = [
            cast.people[full]
            for full in cast.by_ending.get(key) or cast.by_given.get(key) or _spelt_so(key, cast)
            if reading.gender is None or cast.people[full].gender in (None, reading.gender)
        ]
        if len(fits) > 1 and at is not None:
            fits = [fit for fit in fits if cast.first.get(fold(fit.name), at) < at]
        known = fits[0] if len(fits) == 1 else known
        if known is not None and of_two_genders(reading, known):
            # "Lady Pelham" is not the Pelham of the article, who is a lord.
            return replace(reading, name=_titled(reading))
    if known is None:
        longer = cast.bodies.get(key, frozenset())
        named = [n for n in longer if len(fold(n)) <= _PERSON_WORDS and not _has_body_noun(fold(n))]
        return replace(reading, name=named[0]) if len(longer) == len(named) == 1 else reading
    if reading.past and known.role is not None and not known.past:
        reading = replace(reading, role=None, office=None, country=None, past=False)
    role = reading.role or known.role
    same_role = role == known.role
    return replace(
        reading,
        name=known.name,
        kind=PartyKind.PERSON,
        role=role,
        office=reading.office or (known.office if same_role and not reading.past else None),
        country=reading.country or (known.country if same_role or not reading.office else None),
        gender=reading.gender or known.gender,
        past=reading.past or (known.past and reading.role is None),
        rank=reading.rank or known.rank,
        opposed=reading.opposed or known.opposed,
        basis=f"{reading.basis}, {known.basis}",
    )


def _titled(reading: Reading) -> str:
    """Return a surname with the title before it, where the phrase has one."""
    before, name, _ = reading.basis.partition(reading.name)
    title = before.split()[-1:] if name else []
    return " ".join([*title, reading.name])


def _spelt_so(key: tuple[str, ...], cast: Cast) -> frozenset[tuple[str, ...]]:
    """Return the people whose surname is another spelling of a single word ("Kadhafi")."""
    if len(key) != 1:
        return frozenset()
    keys = surname_keys(key[0])
    return frozenset().union(*(cast.by_spelling.get(spelt, frozenset()) for spelt in keys))


def namesake(words: Sequence[Word], cast: Cast, sides: SideTable) -> bool:
    """Whether a single word that names a country is the name of one of the article's people.

    A capital may be a given name too ("Sofia"), where nothing else speaks of its country.
    """
    key = keys_of(words)
    if len(key) != 1:
        return False
    place = sole_country(sides, words)
    capital = place is not None and place.form is Form.CAPITAL and place.code not in cast.named
    return bool(cast.by_ending.get(key)) or (capital and bool(cast.by_given.get(key)))


def decided(reading: Reading, labels: Sequence[str], cast: Cast, sides: SideTable) -> Reading:
    """Return a bare name as a person, an organisation or a place's government.

    ``labels`` are the parse's entity labels of its words. What the article says elsewhere goes
    before them, since the parse often mistakes unusual names.
    """
    key = fold(reading.name)
    named = key in cast.by_ending and not reading.name.isupper()  # Ada Rai is no RAI
    if not named and (key in lexicon().outlets or _is_acronym(reading.name)):
        return replace(reading, kind=PartyKind.ORGANISATION)
    if len(key) > 1 and key[-1:] in lexicon().company_endings:
        return replace(reading, kind=PartyKind.ORGANISATION)
    if len(key) > 1 and key[:1] in lexicon().bodies and not reading.gender:
        return replace(reading, kind=PartyKind.ORGANISATION)  # "Greenpeace Nordic"
    if key in cast.begun and key not in cast.by_ending and key not in cast.by_given:
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
