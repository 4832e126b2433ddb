"""What the run of words around a name shows of it: a person, a body, a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from sayso.model import PartyKind
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.runs import Run
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word, fold

_PERSON_WORDS = (2, 4)
_FIGHTERS = frozenset({"fighters", "militants"})


_LONG_WORD = 4


_HEADLINE_WORDS = 4


_HEADLINE_PART = 0.8


def as_told(reading: Reading, words: Sequence[Word], run: Run, sides: SideTable) -> Reading:
    """Return a bare name as a body's, where the noun before it says so: "Thai carmaker Voltara"."""
    before = words[run.first - 1] if run.first else None
    if reading.kind is not None or before is None or before.capital:
        return reading
    the = run.first > 1 and words[run.first - 2].text.casefold() == "the"
    if not (
        before.key in lexicon().companies | lexicon().gatherings
        or (the and is_word(before, callings().banded) and reading.gender is None)
    ):
        return reading
    basis = f"{before.text} {reading.basis}"
    country = _nation_before(words, run.first - 1, sides)
    return replace(
        reading,
        kind=PartyKind.ORGANISATION,
        country=reading.country or country,
        definite=True,
        fixed=reading.fixed or country is not None,
        basis=basis,
    )


def _nation_before(words: Sequence[Word], at: int, sides: SideTable) -> str | None:
    """Return the country whose adjective stands before a noun, a word apart at most."""
    for first in (at - 1, at - 2):
        found = country_at(sides, words, first) if first >= 0 and words[first].key else None
        if found is not None:
            return found[0].code if found[0].form is Form.DEMONYM else None
        if first < 0 or words[first].capital or not words[first].letters:
            return None
    return None


def in_headline(run: Run, doc: Doc, known: dict[int, bool]) -> bool:
    """Whether a run of several words stands in a line in capitals: "Mayor Moss Quits Amid Row".

    ``known`` remembers the answers by the tokens at which sentences begin.
    """
    if len(run.words) == 1:
        return False
    sentence = doc[run.words[0].token].sent
    if sentence.start not in known:
        known[sentence.start] = _is_headline(sentence)
    return known[sentence.start]


def _is_headline(sentence: Span) -> bool:
    long = [token.text for token in sentence if len(token) >= _LONG_WORD and token.is_alpha]
    capital = sum(text[0].isupper() for text in long)
    if len(long) < _HEADLINE_WORDS or capital < len(long) * _HEADLINE_PART:
        return False
    return not any(token.pos_ in ("VERB", "AUX") and token.is_lower for token in sentence)


def acts(reading: Reading, doc: Doc, span: tuple[int, int], sides: SideTable) -> bool:
    """Whether a government does something: "Chad denied", but not "a report on Chad"."""
    if fold(reading.basis) not in sides.countries:
        return True
    # "Chad denied", "Chad's water board has warned"
    return any(
        token.dep_ == "nsubj"
        or (token.dep_ == "poss" and token.head.dep_ == "nsubj" and token.head.text.islower())
        for token in doc[span[0] : span[1]]
    )


def is_person(reading: Reading, run: Run) -> bool:
    """Whether a run is read as a person's name, or looks like one of several words."""
    if reading.kind is PartyKind.PERSON:
        return bool(reading.name)
    count = len(reading.name.split())
    called = reading.gender is not None and run.words[-1].key not in lexicon().organisations
    return (
        reading.kind is None
        and (run.label in ("PERSON", "") or called)
        and _PERSON_WORDS[0] <= count <= _PERSON_WORDS[1]
        and run.before != "the"
        and fold(reading.name)[-1:] not in lexicon().company_endings
    )


def is_armed(words: Sequence[Word], run: Run, reading: Reading) -> bool:
    """Whether a body is told to bear arms: "M23 rebels", "the paramilitary Sahel Shield"."""
    if reading.kind not in (PartyKind.ORGANISATION, None) or not reading.name[:1].isupper():
        return False
    end = run.first + len(run.words)
    before = [word.text.casefold() for word in words[max(run.first - 3, 0) : run.first]]
    told = before[-1:] if before[-1:] != ["the"] else before[-3:-1]
    after = [word.text.casefold() for word in words[end : end + 8]]
    beside = after[1:] if after[:1] == [","] else after[:1]
    state = is_state_office(reading.name) or reading.country is not None
    fight = lexicon().armed | _FIGHTERS
    return not (state or fight.isdisjoint([*told, *beside]))


def kin_of(words: Sequence[Word], run: Run, reading: Reading) -> Iterator[Reading]:
    """Yield Karim Haddou of "the brothers Karim and Nabil Haddou": the surname is both's."""
    key = fold(reading.name)
    first = run.first - 2
    if first < 0 or len(key) != _PERSON_WORDS[0] or words[first + 1].text != "and":
        return
    given = words[first]
    kin = first and words[first - 1].text.casefold() in lexicon().kin
    if given.capital and len(given.key) == 1 and (kin or given.key[0] in lexicon().given):
        yield Reading(f"{given.text} {reading.name.split()[-1]}", PartyKind.PERSON)
