"""The cast of an article: the people and bodies it names, and what it says of them anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import Gender, lexicon, pronoun_kind
from sayso.resolve.parties.phrase import BOUNDARIES, is_name_run, is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.words import PARTICLES, Word, fold, text_of, words_of

Key = tuple[str, ...]

_CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–"})
_LINKS = frozenset({"of", "for", "the", "a", "an", ",", "'s", "’s"})
_LONGEST_RUN = 12
_PERSON_WORDS = (2, 4)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the article names a person: token range and the reading of the phrase."""

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Cast:
    """Who an article names.

    ``people`` maps folded full names to what the article says of them; ``by_ending`` maps the
    last words of a name ("vrel") to the full names that end so. ``bodies`` does the same for
    organisations, ``countries`` maps a state office ("foreign ministry") to the countries whose
    office the article names, ``short`` maps abbreviations to names, ``places`` holds names that
    stand after "in". ``mentions`` are those of people, in text order.
    """

    people: Mapping[Key, Reading]
    by_ending: Mapping[Key, frozenset[Key]]
    bodies: Mapping[Key, frozenset[str]]
    countries: Mapping[Key, frozenset[str]]
    short: Mapping[Key, str]
    places: frozenset[Key]
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Run:
    """A stretch of words that may form a phrase about a speaker; ``before`` is the word before."""

    words: list[Word]
    first: int
    before: str
    label: str


def read_cast(doc: Doc, sides: SideTable) -> Cast:
    """Return the cast of a parsed text, in time linear in its length."""
    words = words_of(doc)
    runs = list(_runs(doc, words))
    people: dict[Key, Reading] = {}
    mentions: list[Mention] = []
    bodies: dict[Key, set[str]] = defaultdict(set)
    countries: dict[Key, set[str]] = defaultdict(set)
    places: set[Key] = set()
    for run in runs:
        if run.before == "in" and is_name_run(run.words):
            places.add(fold(text_of(run.words)))
        reading = read_source(_extended(doc, words, run), sides)
        if reading is None:
            continue
        if _is_person(reading, run):
            reading = replace(reading, kind=PartyKind.PERSON, definite=False)
            mentions.append(Mention(run.words[0].token, run.words[-1].token + 1, reading))
            key = fold(reading.name)
            people[key] = _merged(people[key], reading) if key in people else reading
        else:
            _note_body(reading, run, bodies)
        _note_country(reading, countries)
    _absorb_surnames(people)
    return Cast(
        people,
        _endings(people),
        {ending: frozenset(names) for ending, names in bodies.items()},
        {office: frozenset(codes) for office, codes in countries.items()},
        dict(_abbreviations(words)),
        frozenset(places),
        tuple(mentions),
    )


def gender_of(reading: Reading) -> Gender | None:
    """Return the gender that a title or a given name tells."""
    if reading.gender is not None:
        return reading.gender
    key = fold(reading.name)
    return lexicon().given.get(key[0]) if len(key) > 1 else None


def _runs(doc: Doc, words: Sequence[Word]) -> Iterator[_Run]:
    """Yield stretches of capitalised words, titles and the nouns of offices, within sentences."""
    lex = lexicon()
    run: _Run | None = None
    for i, word in enumerate(words):
        token = doc[word.token]
        joins = run is not None and (word.possessive or is_word(word, PARTICLES))
        fits = (
            bool(word.key)
            and word.letters
            and (
                (
                    word.capital
                    and not is_word(word, lex.determiners)
                    and not is_word(word, BOUNDARIES)
                )
                or word.key in lex.nominal
            )
        )
        before_line = word.token > 0 and "\n" in doc[word.token - 1].text_with_ws
        dated = token.ent_type_ in ("DATE", "TIME")
        opener = token.is_sent_start and token.pos_ not in ("PROPN", "NOUN", "ADJ")
        pronoun = pronoun_kind(word) is not None
        if run is not None and (
            token.is_sent_start
            or before_line
            or len(run.words) >= _LONGEST_RUN
            or dated
            or pronoun
            or not (fits or joins)
        ):
            yield run
            run = None
        if not fits or dated or opener or pronoun:
            continue
        if run is None:
            before = words[i - 1].text.casefold() if i else ""
            run = _Run([], i, before, "")
        run.words.append(word)
        run.label = run.label or token.ent_type_
    if run is not None:
        yield run


def _extended(doc: Doc, words: Sequence[Word], run: _Run) -> list[Word]:
    """Return a run with "for the …" and an apposition after a comma, in its sentence, 14 words."""
    end = run.first + len(run.words)
    limit = min(len(words), end + 14)
    commas: list[int] = []
    while end < limit:
        word = words[end]
        if doc[word.token].is_sent_start:
            break
        if word.text == ",":
            commas.append(end)
        if len(commas) > 1 or not (
            word.capital or is_word(word, _LINKS) or word.key in lexicon().nominal
        ):
            break
        end += 1
    # An apposition is closed as it was opened: "In Velm, the minister said" holds none.
    if commas and end < len(words) and words[end].text not in _CLOSING:
        end = commas[0]
    return list(words[run.first : end])


def _is_person(reading: Reading, run: _Run) -> bool:
    if reading.kind is PartyKind.PERSON:
        return bool(reading.name)
    count = len(fold(reading.name))
    return (
        reading.kind is None
        and run.label in ("PERSON", "")
        and _PERSON_WORDS[0] <= count <= _PERSON_WORDS[1]
        and run.before != "the"
    )


def _merged(first: Reading, later: Reading) -> Reading:
    """Return what two mentions of a person say together; the first word on each point stands."""
    return replace(
        first,
        role=first.role or later.role,
        office=first.office or later.office if not first.past else first.office,
        country=first.country or later.country,
        gender=first.gender or later.gender,
        opposed=first.opposed or later.opposed,
        basis=first.basis if first.basis == later.basis else f"{first.basis}, {later.basis}"[:400],
    )


def _endings(people: Mapping[Key, Reading]) -> dict[Key, frozenset[Key]]:
    endings: dict[Key, set[Key]] = defaultdict(set)
    for key in people:
        for start in range(1, len(key)):
            endings[key[start:]].add(key)
    return {ending: frozenset(keys) for ending, keys in endings.items()}


def _absorb_surnames(people: dict[Key, Reading]) -> None:
    """Give what is said of "Minister Vrel" to the only full name that ends so."""
    endings = _endings(people)
    for key in [key for key in people if len(key) == 1]:
        full = endings.get(key, frozenset())
        if len(full) == 1:
            (owner,) = full
            people[owner] = _merged(people[owner], people.pop(key))


def _note_body(reading: Reading, run: _Run, bodies: dict[Key, set[str]]) -> None:
    if reading.kind not in (PartyKind.ORGANISATION, None) or reading.fixed or run.label == "PERSON":
        return
    key = fold(reading.name)
    for start in range(1, len(key)):
        bodies[key[start:]].add(reading.name)


def _note_country(reading: Reading, countries: dict[Key, set[str]]) -> None:
    if reading.country is None or reading.opposed:
        return
    for name in (reading.name, reading.office):
        if name and is_state_office(name):
            countries[fold(name)].add(reading.country)


def is_state_office(name: str) -> bool:
    """Whether a name is that of an organ of a state ("Foreign Ministry", "army")."""
    key = fold(name)
    return key[-1:] in lexicon().state or key[-2:] in lexicon().state


def _abbreviations(words: Sequence[Word]) -> Iterable[tuple[Key, str]]:
    """Yield the names that the text abbreviates: "the Southern Defence Council (SDC)"."""
    for i in range(1, len(words) - 2):
        short = words[i + 1].text
        if words[i].text != "(" or words[i + 2].text != ")" or not short.isupper():
            continue
        if not 2 <= len(short) <= 8:
            continue
        start, wanted = i, len(short) - 1
        while start and wanted >= 0 and i - start < 12:
            word = words[start - 1]
            if word.capital and word.text[0].casefold() == short[wanted].casefold():
                wanted -= 1
            elif word.capital or not is_word(word, frozenset({"of", "for", "the", "and", "on"})):
                break
            start -= 1
        if wanted < 0:
            yield fold(short), text_of(words[start:i])
