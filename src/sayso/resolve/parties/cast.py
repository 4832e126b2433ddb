"""The cast of an article: the people and bodies it names, and what it says of them anywhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from spacy.tokens import Doc

from sayso.model import PartyKind
from sayso.resolve.parties.draft import Draft, Mention, note_country, note_other, note_person
from sayso.resolve.parties.entries import Gender
from sayso.resolve.parties.extended import extended
from sayso.resolve.parties.home import Home, countries_in, home_of
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.pairs import pairs
from sayso.resolve.parties.phrase import is_name_run
from sayso.resolve.parties.portraits import Portraits
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.rosters import (
    absorb_surnames,
    beginnings,
    begun_by,
    endings_of,
    merged,
    short_names,
    spelt_by,
    whole_portraits,
)
from sayso.resolve.parties.runs import Run, possessor, runs_of
from sayso.resolve.parties.runs_read import acts, as_told, in_headline, is_person
from sayso.resolve.parties.sides import Form, SideTable
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.words import Word, fold, text_of, words_of

Key = tuple[str, ...]
Said = tuple[tuple[str, int, bool, bool], ...]
"""A phrase's words: text, place in the phrase, and what the parse takes them for."""

_MINISTRY = ("ministry",)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who an article names.

    ``people`` maps folded full names to what the article says of them; ``by_ending`` maps the
    last words of a name ("vrel") to the full names that end so, ``by_given`` all words but the
    last. ``bodies`` does the same as ``by_ending`` for organisations, ``begun`` maps the first
    words of their names. ``countries`` maps a state office ("foreign ministry") to the countries
    whose office the article names, ``short`` maps abbreviations to names, ``places`` holds names
    that stand after "in". ``mentions`` are those of people, ``asides`` those of organisations, in
    text order. ``named`` holds the countries that are named otherwise than by their capitals, and
    ``home`` tells the one whose ministries stand without it; ``first`` tells the token at which
    each person is first named, ``by_spelling`` maps keys of surnames (spellings) to full names,
    ``portraits`` full names to the words that describe them, ``told`` bodies' names to the one
    country that the article tells of them ("Norwegian oil firm Nordvik"), ``armed`` the names of
    those that are told to bear arms, ``words`` all the article's words.
    """

    people: Mapping[Key, Reading]
    by_ending: Mapping[Key, frozenset[Key]]
    bodies: Mapping[Key, frozenset[str]]
    countries: Mapping[Key, frozenset[str]]
    short: Mapping[Key, str]
    places: frozenset[Key]
    mentions: tuple[Mention, ...]
    by_given: Mapping[Key, frozenset[Key]]
    named: frozenset[str]
    home: Home
    begun: Mapping[Key, frozenset[str]]
    first: Mapping[Key, int]
    asides: tuple[Mention, ...]
    by_spelling: Mapping[str, frozenset[Key]]
    portraits: Portraits
    told: Mapping[str, str]
    armed: frozenset[str]
    words: tuple[Word, ...]

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words of a range of tokens."""
        first = bisect_left(self.words, start, key=_token)
        return self.words[first : bisect_left(self.words, end, key=_token)]


def read_cast(doc: Doc, sides: SideTable) -> Cast:
    """Return the cast of a parsed text, in time linear in its length."""
    words = words_of(doc)
    draft = Draft()
    places: set[Key] = set()
    read: list[tuple[int, Reading]] = []
    headlines: dict[int, bool] = {}
    readings: dict[Said, Reading | None] = {}
    for run, words_read in _phrases(doc, words):
        if in_headline(run, doc, headlines):
            continue
        if run.before == "in" and is_name_run(run.words):
            places.add(fold(text_of(run.words)))
        reading = _read(words_read, sides, readings)
        if reading is None:
            continue
        reading = as_told(reading, words, run, sides)
        span = run.words[0].token, run.words[-1].token + 1
        if reading.kind is not PartyKind.GOVERNMENT or acts(reading, doc, span, sides):
            read.append((span[0], reading))
        if is_person(reading, run):
            reading = note_person(reading, words, run, sides, draft)
        else:
            note_other(reading, words, run, draft)
        note_country(reading, draft.countries)
    for token, person in pairs(words, sides):
        key = fold(person.name)
        draft.people[key] = merged(person, draft.people.get(key, person))
        draft.first.setdefault(key, token)
    absorb_surnames(draft.people)
    if draft.ministries and _MINISTRY not in draft.bodies:
        draft.bodies[_MINISTRY] = draft.ministries  # "the ministry" may be a minister's
    endings = endings_of(draft.people)
    bare = [mention for mention in draft.bare if fold(mention.reading.name) in endings]
    named = countries_in(words, sides)
    stated = _without_namesakes(read, draft.people)
    return Cast(
        draft.people,
        endings,
        {ending: frozenset(names) for ending, names in draft.bodies.items()},
        {office: frozenset(codes) for office, codes in draft.countries.items()},
        short_names(words, draft.bodies),
        frozenset(places),
        tuple(sorted([*draft.mentions, *bare], key=attrgetter("start"))),
        beginnings(draft.people),
        frozenset(code for _, code, form in named if form is not Form.CAPITAL),
        home_of(stated, words, named, sides, doc),
        begun_by(draft.bodies),
        draft.first,
        tuple(draft.asides),
        spelt_by(draft.people),
        whole_portraits(draft.portraits, endings),
        {name: next(iter(codes)) for name, codes in draft.told.items() if len(codes) == 1},
        frozenset(draft.armed),
        words,
    )


def _read(
    words: Sequence[Word], sides: SideTable, known: dict[Said, Reading | None]
) -> Reading | None:
    """Return what a phrase says; ``known`` remembers it, since articles repeat their names.

    Where the words stand tells nothing, but for a pronoun that owns them.
    """
    first = words[0].start
    said = tuple([(w.text, w.start - first, w.proper, w.verb) for w in words])
    if said in known:
        return known[said]
    reading = read_source(words, sides)
    if reading is None or reading.owner is None:
        known[said] = reading
    return reading


def _token(word: Word) -> int:
    return word.token


def _phrases(doc: Doc, words: Sequence[Word]) -> Iterator[tuple[Run, Sequence[Word]]]:
    """Yield the runs of a text with the words to read, and the owners in them for themselves."""
    for run in runs_of(doc, words):
        yield run, extended(doc, words, run)
        owner = possessor(run)
        if owner is not None and len(owner.words) > 1:
            yield owner, owner.words


def gender_of(reading: Reading) -> Gender | None:
    """Return the gender that a title or a given name tells."""
    if reading.gender is not None:
        return reading.gender
    key = fold(reading.name)
    return lexicon().given.get(key[0]) if len(key) > 1 else None


def _without_namesakes(
    read: Iterable[tuple[int, Reading]], people: Mapping[Key, Reading]
) -> Iterator[tuple[int, Reading]]:
    """Yield the readings but for capitals that are somebody's name ("Sofia")."""
    names = {part for key in people for part in key}
    for token, reading in read:
        if reading.kind is not PartyKind.GOVERNMENT or not names.intersection(fold(reading.basis)):
            yield token, reading
