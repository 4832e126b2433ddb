"""What is gathered of an article's cast while its phrases are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.model import PartyKind
from sayso.resolve.parties.after_name import as_told_after
from sayso.resolve.parties.apposition import with_post
from sayso.resolve.parties.clauses import clause_after, told_by_clause
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.portraits import portrait, was_before
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.rosters import (
    merged,
)
from sayso.resolve.parties.runs import Run, predicate
from sayso.resolve.parties.runs_read import is_armed, kin_of
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.words import Word, fold

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names a person: token range and the reading of the phrase."""

    start: int
    end: int
    reading: Reading


@dataclass(slots=True)
class Draft:
    """What is gathered of a cast while the text is read; the names are those of ``Cast``."""

    people: dict[Key, Reading] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    bare: list[Mention] = field(default_factory=list)
    asides: list[Mention] = field(default_factory=list)
    bodies: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    countries: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    ministries: set[str] = field(default_factory=set)
    first: dict[Key, int] = field(default_factory=dict)
    portraits: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    armed: set[str] = field(default_factory=set)


def note_person(
    reading: Reading, words: Sequence[Word], run: Run, sides: SideTable, draft: Draft
) -> Reading:
    """Note a person named in a run and return the reading with the post that the text tells."""
    past = reading.past or was_before(words, run)
    reading = replace(reading, kind=PartyKind.PERSON, definite=False, past=past)
    post = predicate(words, run)
    reading = with_post(reading, read_source(post, sides)) if post else reading
    clause = clause_after(words, run.first + len(run.words))
    reading = with_post(reading, told_by_clause(clause, sides))
    reading = as_told_after(reading, words, run, sides)
    start = run.words[0].token
    draft.mentions.append(Mention(start, run.words[-1].token + 1, reading))
    draft.portraits[fold(reading.name)] |= portrait(words, run, reading)
    if reading.office is not None and reading.office.endswith(" Ministry"):
        draft.ministries.add(reading.office)
    for person in (reading, *kin_of(words, run, reading)):
        key = fold(person.name)
        draft.people[key] = merged(draft.people.get(key, person), person)
        draft.first.setdefault(key, start)
    return reading


def note_other(reading: Reading, words: Sequence[Word], run: Run, draft: Draft) -> None:
    """Note a body or a bare surname named in a run, and the country told of a body."""
    span = run.words[0].token, run.words[-1].token + 1
    if reading.kind is None and " " not in reading.name:
        person = replace(reading, kind=PartyKind.PERSON, definite=False)
        draft.bare.append(Mention(*span, person))
        draft.portraits[fold(reading.name)] |= portrait(words, run, reading)
    _note_body(reading, run, draft.bodies)
    named = reading.kind is PartyKind.ORGANISATION and fold(reading.name) not in lexicon().bodies
    if named and reading.country and reading.fixed and not reading.opposed:
        draft.told[reading.name].add(reading.country)
    if is_armed(words, run, reading):
        draft.armed.add(reading.name)
    if reading.kind is PartyKind.OFFICE and reading.office and reading.country:
        draft.asides.append(Mention(*span, reading))
    if reading.kind is PartyKind.ORGANISATION and (reading.country or reading.name[:1].isupper()):
        draft.asides.append(Mention(*span, reading))


def _note_body(reading: Reading, run: Run, bodies: dict[Key, set[str]]) -> None:
    key = fold(reading.name)
    known = key in lexicon().bodies and reading.country is None
    fixed = reading.fixed and reading.kind is not None and not known
    two = reading.name[:1].islower() and (" the " in reading.name or " of " in reading.name)
    fixed = fixed or two  # "a unit of Swiss trader Alpex"
    label = run.label == "PERSON" and reading.kind is None
    person = label and run.words[-1].key not in lexicon().organisations
    if reading.kind not in (PartyKind.ORGANISATION, None) or fixed or person:
        return
    for start in range(1, len(key)):
        bodies[key[start:]].add(reading.name)


def note_country(reading: Reading, countries: dict[Key, set[str]]) -> None:
    """Note which country's state office the article names (ISO 3166-1 alpha-3)."""
    if reading.country is None or reading.opposed:
        return
    for name in (reading.name, reading.office):
        if name and is_state_office(name):
            countries[fold(name)].add(reading.country)
