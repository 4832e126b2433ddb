"""Finding the places in a parsed text, known to the gazetteer or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.language.parsed import ParsedText
from sayso.model import Place, Span
from sayso.resolve.places.choose import SEEN_WEIGHT, Name, choose
from sayso.resolve.places.evidence import Surroundings, Verdict
from sayso.resolve.places.fold import fold
from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.names import feature_after, parents_after, parents_before, precision_of
from sayso.resolve.places.scan import Hit, scan, split_words
from sayso.resolve.places.unknown import unknown_places

SURE_POPULATION = 100_000
"""Inhabitants from which a town's name is taken for the town where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text, how strongly it is a place, and the areas said to hold it."""

    hit: Hit
    key: str
    verdict: Verdict
    parents: tuple[Entry, ...]


def find_places(parsed: ParsedText, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that a text names, in order, none overlapping.

    Names of people and organisations, words for people ("Syrian") and speakers ("Washington
    said") are left out. A place that the gazetteer lacks has no id, point or country. Raises
    MissingPartError when the gazetteer turns out damaged.
    """
    words = split_words(parsed.text)
    if not any(word.capital for word in words):
        return ()
    around = Surroundings(parsed.doc, words)
    candidates = [_candidate(parsed.text, hit, around, gazetteer) for hit in scan(words, gazetteer)]
    accepted = _accepted(candidates)
    known = list(_known(parsed.text, candidates, accepted, around))
    taken = [place.span for place in known]
    return tuple(
        sorted(
            (*known, *unknown_places(parsed.text, around, taken)),
            key=lambda place: (place.span.start, place.span.end),
        )
    )


def _candidate(text: str, hit: Hit, around: Surroundings, gazetteer: Gazetteer) -> Candidate:
    parents = (
        *parents_after(text, hit.end, gazetteer),
        *parents_before(text, hit.start, gazetteer),
    )
    verdict = around.judge(hit.first, hit.last, trap=hit.trap)
    return Candidate(hit, fold(text[hit.start : hit.end]), verdict, parents)


def _accepted(candidates: list[Candidate]) -> list[Candidate]:
    """Return the names that are places by evidence, by fame, or by evidence elsewhere."""
    plain = {c.key for c in candidates if c.verdict is Verdict.STRONG}
    fair = {c.key for c in candidates if c.verdict >= Verdict.FAIR}
    return [
        candidate
        for candidate in candidates
        if candidate.verdict >= Verdict.FAIR
        or (candidate.verdict is Verdict.WEAK and (candidate.key in fair or candidate.parents))
        or (candidate.verdict is Verdict.WEAK and _famous(candidate.hit))
        or (candidate.verdict is Verdict.DOUBT and candidate.key in plain)
    ]


def _famous(hit: Hit) -> bool:
    return any(
        entry.main
        and not entry.people
        and (not entry.is_town or entry.population >= SURE_POPULATION)
        for entry in hit.entries
    )


def _known(
    text: str, candidates: list[Candidate], accepted: list[Candidate], around: Surroundings
) -> Iterator[Place]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in accepted:
        groups.setdefault(candidate.key, []).append(candidate)
    names = [
        Name(
            members[0].hit.entries,
            tuple({p.id: p for member in members for p in member.parents}.values()),
        )
        for members in groups.values()
    ]
    # "Aleppo University" is no place, but tells which Idlib is meant.
    others = {c.key: c for c in candidates if c.key not in groups and not c.hit.trap}
    names.extend(Name(c.hit.entries, c.parents, SEEN_WEIGHT) for c in others.values())
    for members, entry in zip(groups.values(), choose(names), strict=False):
        if entry is not None and not entry.people:
            for member in members:
                yield _place(text, member.hit, entry, around)


def _place(text: str, hit: Hit, entry: Entry, around: Surroundings) -> Place:
    """Return the place of a hit, with the word that follows and says what it is."""
    feature, end = _feature(text, hit, around)
    precision = precision_of(feature, entry)
    if precision is entry.precision:
        end = hit.end
    span = Span(hit.start, end, text[hit.start : end])
    own = precision is entry.precision
    return Place(
        span=span,
        name=entry.name if own else span.text,
        geonameid=entry.geonameid if own else None,
        country=entry.country,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
    )


def _feature(text: str, hit: Hit, around: Surroundings) -> tuple[str | None, int]:
    after = feature_after(text, hit.end)
    if after is not None:
        return after
    return around.of_what(hit.first), hit.end
