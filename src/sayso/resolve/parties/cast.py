"""The cast of an article: the people and bodies it names, and what it says of them anywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from spacy.tokens import Doc

from sayso.language.en.spellings import surname_keys
from sayso.model import PartyKind
from sayso.resolve.parties.home import Home, countries_in, home_of, is_state_office
from sayso.resolve.parties.lexicon import Gender, lexicon
from sayso.resolve.parties.phrase import is_name_run, is_word
from sayso.resolve.parties.portraits import Portraits, portrait, was_before
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.runs import Run, extended, possessor, predicate, runs_of
from sayso.resolve.parties.sides import Form, SideTable
from sayso.resolve.parties.source import read_source, with_post
from sayso.resolve.parties.words import PARTICLES, Word, fold, text_of, words_of

Key = tuple[str, ...]

_PERSON_WORDS = (2, 4)
_MINISTRY = ("ministry",)
_SHORTEST_INITIALS = 3
_LONG_WORD = 4
_HEADLINE_WORDS = 4
_HEADLINE_PART = 0.8


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
    last words of a name ("vrel") to the full names that end so, ``by_given`` all words but the
    last. ``bodies`` does the same as ``by_ending`` for organisations, ``begun`` maps the first
    words of their names. ``countries`` maps a state office ("foreign ministry") to the countries
    whose office the article names, ``short`` maps abbreviations to names, ``places`` holds names
    that stand after "in". ``mentions`` are those of people, ``asides`` those of organisations, in
    text order. ``named`` holds the countries that are named otherwise than by their capitals, and
    ``home`` tells the one whose ministries stand without it; ``first`` tells the token at which
    each person is first named, ``by_spelling`` maps keys of surnames (spellings) to full names,
    ``portraits`` full names to the words that describe them.
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


def read_cast(doc: Doc, sides: SideTable) -> Cast:
    """Return the cast of a parsed text, in time linear in its length."""
    words = words_of(doc)
    people: dict[Key, Reading] = {}
    mentions: list[Mention] = []
    bodies: dict[Key, set[str]] = defaultdict(set)
    countries: dict[Key, set[str]] = defaultdict(set)
    places: set[Key] = set()
    read: list[tuple[int, Reading]] = []
    bare: list[Mention] = []
    asides: list[Mention] = []
    ministries: set[str] = set()
    first: dict[Key, int] = {}
    drawn: dict[Key, set[str]] = defaultdict(set)
    headlines = _headlines(doc)
    for run, words_read in _phrases(doc, words):
        if doc[run.words[0].token].sent.start in headlines:
            continue
        if run.before == "in" and is_name_run(run.words):
            places.add(fold(text_of(run.words)))
        reading = read_source(words_read, sides)
        if reading is None:
            continue
        reading = _as_told(reading, words, run)
        span = run.words[0].token, run.words[-1].token + 1
        if reading.kind is not PartyKind.GOVERNMENT or _acts(reading, doc, span, sides):
            read.append((span[0], reading))
        if _is_person(reading, run):
            past = reading.past or was_before(words, run)
            reading = replace(reading, kind=PartyKind.PERSON, definite=False, past=past)
            post = predicate(words, run)
            reading = with_post(reading, read_source(post, sides)) if post else reading
            mentions.append(Mention(*span, reading))
            drawn[fold(reading.name)] |= portrait(words, run, reading)
            if reading.office is not None and reading.office.endswith(" Ministry"):
                ministries.add(reading.office)
            for person in (reading, *_kin(words, run, reading)):
                key = fold(person.name)
                people[key] = _merged(people.get(key, person), person)
                first.setdefault(key, span[0])
        else:
            if reading.kind is None and " " not in reading.name:
                person = replace(reading, kind=PartyKind.PERSON, definite=False)
                bare.append(Mention(*span, person))
                drawn[fold(reading.name)] |= portrait(words, run, reading)
            _note_body(reading, run, bodies)
            if reading.kind is PartyKind.ORGANISATION and reading.name[:1].isupper():
                asides.append(Mention(*span, reading))
        _note_country(reading, countries)
    _absorb_surnames(people)
    if ministries and _MINISTRY not in bodies:
        bodies[_MINISTRY] = ministries  # "the ministry" may be a minister's
    endings = _endings(people)
    mentions += [mention for mention in bare if fold(mention.reading.name) in endings]
    named = countries_in(words, sides)
    return Cast(
        people,
        endings,
        {ending: frozenset(names) for ending, names in bodies.items()},
        {office: frozenset(codes) for office, codes in countries.items()},
        _short_names(words, bodies),
        frozenset(places),
        tuple(sorted(mentions, key=attrgetter("start"))),
        _beginnings(people),
        frozenset(code for _, code, form in named if form is not Form.CAPITAL),
        home_of(_without_namesakes(read, people), words, named, sides, doc),
        _begun(bodies),
        first,
        tuple(asides),
        _by_spelling(people),
        _portraits(drawn, endings),
    )


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


def _as_told(reading: Reading, words: Sequence[Word], run: Run) -> Reading:
    """Return a bare name as a body's, where the noun before it says so: "carmaker Voltara"."""
    before = words[run.first - 1] if run.first else None
    if reading.kind is not None or before is None or before.capital:
        return reading
    if before.key not in lexicon().companies | lexicon().gatherings:
        return reading
    basis = f"{before.text} {reading.basis}"
    return replace(reading, kind=PartyKind.ORGANISATION, definite=True, basis=basis)


def _headlines(doc: Doc) -> frozenset[int]:
    """Return where sentences begin that are written in capitals: "Mayor Moss Quits Amid Row"."""
    found: set[int] = set()
    for sentence in doc.sents:
        long = [token for token in sentence if len(token.text) >= _LONG_WORD and token.is_alpha]
        capital = sum(token.text[0].isupper() for token in long)
        verbs = any(token.pos_ in ("VERB", "AUX") and token.text[0].islower() for token in sentence)
        if len(long) >= _HEADLINE_WORDS and capital >= len(long) * _HEADLINE_PART and not verbs:
            found.add(sentence.start)
    return frozenset(found)


def of_two_genders(one: Reading, other: Reading) -> bool:
    """Whether titles or given names tell two readings apart."""
    return None not in (one.gender, other.gender) and one.gender != other.gender


def _acts(reading: Reading, doc: Doc, span: tuple[int, int], sides: SideTable) -> bool:
    """Whether a government does something: "Chad denied", but not "a report on Chad"."""
    if fold(reading.basis) not in sides.countries:
        return True
    # "Chad denied", "Chad's water board has warned"
    return any(
        token.dep_ == "nsubj"
        or (token.dep_ == "poss" and token.head.dep_ == "nsubj" and token.head.text.islower())
        for token in doc[span[0] : span[1]]
    )


def _is_person(reading: Reading, run: Run) -> bool:
    if reading.kind is PartyKind.PERSON:
        return bool(reading.name)
    count = len(reading.name.split())
    return (
        reading.kind is None
        and run.label in ("PERSON", "")
        and _PERSON_WORDS[0] <= count <= _PERSON_WORDS[1]
        and run.before != "the"
        and fold(reading.name)[-1:] not in lexicon().company_endings
    )


def _merged(first: Reading, later: Reading) -> Reading:
    """Return what two mentions of a person say together; the first word on each point stands.

    Lord and Lady Pelham are two.
    """
    if first is later or of_two_genders(first, later):
        return first
    return replace(
        first,
        role=first.role or later.role,
        office=first.office or later.office if not first.past else first.office,
        country=first.country or later.country,
        gender=first.gender or later.gender,
        rank=first.rank or later.rank,
        opposed=first.opposed or later.opposed,
        basis=first.basis if first.basis == later.basis else f"{first.basis}, {later.basis}"[:400],
    )


def _kin(words: Sequence[Word], run: Run, reading: Reading) -> Iterator[Reading]:
    """Yield Karim Haddou of "the brothers Karim and Nabil Haddou": the surname is both's."""
    key = fold(reading.name)
    first = run.first - 2
    if first < 0 or len(key) != _PERSON_WORDS[0] or words[first + 1].text != "and":
        return
    given = words[first]
    kin = first and words[first - 1].text.casefold() in lexicon().kin
    if given.capital and len(given.key) == 1 and (kin or given.key[0] in lexicon().given):
        yield Reading(f"{given.text} {reading.name.split()[-1]}", PartyKind.PERSON)


def _without_namesakes(
    read: Iterable[tuple[int, Reading]], people: Mapping[Key, Reading]
) -> Iterator[tuple[int, Reading]]:
    """Yield the readings but for capitals that are somebody's name ("Sofia")."""
    names = {part for key in people for part in key}
    for token, reading in read:
        if reading.kind is not PartyKind.GOVERNMENT or not names.intersection(fold(reading.basis)):
            yield token, reading


def _beginnings(people: Mapping[Key, Reading]) -> dict[Key, frozenset[Key]]:
    begun: dict[Key, set[Key]] = defaultdict(set)
    for key in people:
        # Inner words too: "Lopez" may be Juan Manuel Lopez Reyes.
        for word in key[:-1]:
            if word not in PARTICLES:
                begun[(word,)].add(key)
    return {beginning: frozenset(keys) for beginning, keys in begun.items()}


def _begun(bodies: Mapping[Key, set[str]]) -> dict[Key, frozenset[str]]:
    begun: dict[Key, set[str]] = defaultdict(set)
    lex = lexicon()
    for name in {name for names in bodies.values() for name in names}:
        owned = "'s " in name.replace("’", "'")
        if " " in name and not owned and fold(name)[-1:] in lex.company_endings | lex.organisations:
            begun[fold(name.split()[0])].add(name)
    return {key: frozenset(names) for key, names in begun.items()}


def _portraits(
    drawn: Mapping[Key, set[str]], endings: Mapping[Key, frozenset[Key]]
) -> dict[Key, frozenset[str]]:
    """Return the portraits by full name: what is said of "Vrel" is said of Hana Vrel."""
    whole: dict[Key, set[str]] = defaultdict(set)
    for key, told in drawn.items():
        owners = endings.get(key, frozenset())
        whole[next(iter(owners)) if len(owners) == 1 else key] |= told
    return {key: frozenset(told) for key, told in whole.items()}


def _by_spelling(people: Mapping[Key, Reading]) -> dict[str, frozenset[Key]]:
    spelt: dict[str, set[Key]] = defaultdict(set)
    for key, person in people.items():
        for surname in surname_keys(person.name) if len(key) > 1 else ():
            spelt[surname].add(key)
    return {surname: frozenset(keys) for surname, keys in spelt.items()}


def _endings(people: Mapping[Key, Reading]) -> dict[Key, frozenset[Key]]:
    endings: dict[Key, set[Key]] = defaultdict(set)
    for key in people:
        for start in range(1, len(key)):
            endings[key[start:]].add(key)
    return {ending: frozenset(keys) for ending, keys in endings.items()}


def _absorb_surnames(people: dict[Key, Reading]) -> None:
    """Give what is said of "Minister Vrel" to the only full name that ends so."""
    endings = _endings(people)
    given = lexicon().given
    # Longer ones too: "Abdel Rahman" is Rami Abdel Rahman.
    for key in sorted((key for key in people if endings.get(key)), key=len):
        full = [owner for owner in endings[key] if owner in people]
        longer = [owner for owner in full if owner[0] not in given]
        if len(key) > 1 and key[0] in given and longer:
            for owner in longer:  # "Miss Velm Ada Moss" is Ada Moss
                people[key] = _merged(people[key], people.pop(owner))
        elif len(full) == 1:
            people[full[0]] = _merged(people[full[0]], people.pop(key))


def _note_body(reading: Reading, run: Run, bodies: dict[Key, set[str]]) -> None:
    key = fold(reading.name)
    known = key in lexicon().bodies and reading.country is None
    fixed = reading.fixed and reading.kind is not None and not known
    fixed = fixed or (reading.name[:1].islower() and " the " in reading.name)  # two phrases in one
    if reading.kind not in (PartyKind.ORGANISATION, None) or fixed or run.label == "PERSON":
        return
    for start in range(1, len(key)):
        bodies[key[start:]].add(reading.name)


def _note_country(reading: Reading, countries: dict[Key, set[str]]) -> None:
    if reading.country is None or reading.opposed:
        return
    for name in (reading.name, reading.office):
        if name and is_state_office(name):
            countries[fold(name)].add(reading.country)


def _short_names(words: Sequence[Word], bodies: Mapping[Key, set[str]]) -> dict[Key, str]:
    """Return the names that stand for abbreviations, told ("… (SDC)") or the initials of one."""
    initials: dict[Key, set[str]] = defaultdict(set)
    for name in {name for names in bodies.values() for name in names}:
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(letters) >= _SHORTEST_INITIALS and fold(letters) not in lexicon().bodies:
            initials[fold(letters)].add(name)
    sole = {key: next(iter(names)) for key, names in initials.items() if len(names) == 1}
    return {**sole, **dict(_abbreviations(words))}


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
