"""Finding the places in a parsed text, known to the gazetteer or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.language.parsed import ParsedText
from sayso.model import Place, Span
from sayso.resolve.places.choose import SEEN_WEIGHT, Name, choose, contains, distance_km
from sayso.resolve.places.evidence import Surroundings, Verdict
from sayso.resolve.places.fold import fold
from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.listed import listed_regions
from sayso.resolve.places.names import (
    feature_after,
    narrowed,
    parents_after,
    parents_before,
    place_of,
    precision_of,
)
from sayso.resolve.places.scan import Hit, scan, split_words
from sayso.resolve.places.typos import corrected
from sayso.resolve.places.unknown import unknown_places

KNOWN_EVERYWHERE = 30
"""Names in all languages from which a town is meant even where the parse sees a person."""
KNOWN_NEARBY = 6
NEARBY_KM = 200.0
"""Names in all languages, and distance, by which a doubtful name is taken for a town close by."""
SURE_POPULATION = 100_000
"""Inhabitants from which a town's name is taken for the town where nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text, how strongly it is a place, and the areas said to hold it.

    ``feature`` is the word that says what the name stands for ("province", "dam"), or None;
    ``end`` is where the two end. ``entries`` are the places of both, or else of the name alone.
    ``is_context`` says that the name helps to choose the places of others, though it be no place.
    """

    hit: Hit
    key: str
    end: int
    feature: str | None
    entries: tuple[Entry, ...]
    parents: tuple[Entry, ...]
    verdict: Verdict
    is_context: bool


def find_places(parsed: ParsedText, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that a text names, in order, none overlapping.

    Names of people and organisations, words for people ("Syrian") and speakers ("Washington
    said") are left out. A place in the name of a body that sits there counts ("Homs Police"). A
    place that the gazetteer lacks has no id, point or country. Raises MissingPartError when the
    gazetteer turns out damaged.
    """
    words = split_words(parsed.text)
    if not any(word.capital for word in words):
        return ()
    around = Surroundings(parsed.doc, words)
    rows = listed_regions(parsed.text, gazetteer)
    hits = list(scan(words, gazetteer))
    candidates = [_listed(hit, rows[hit.start, hit.end]) for hit in hits if _range(hit) in rows]
    candidates += [
        _candidate(parsed.text, hit, around, gazetteer)
        for hit in _less_bare_counties(hit for hit in hits if _range(hit) not in rows)
    ]
    candidates.sort(key=lambda candidate: candidate.hit.start)
    known = list(_known(parsed.text, candidates))
    peoples = [c.hit for c in candidates if all(entry.people for entry in c.entries)]
    taken = [(p.span.start, p.span.end) for p in known] + [(h.start, h.end) for h in peoples]
    unknown = corrected(unknown_places(parsed.text, around, taken), known)
    return tuple(sorted((*known, *unknown), key=lambda place: place.span.start))


def _range(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _listed(hit: Hit, regions: tuple[Entry, ...]) -> Candidate:
    """Return the candidate for a name in a row of regions, which are all that it can mean."""
    key = f"{fold(regions[0].name)} {regions[0].kind}"
    return Candidate(hit, key, hit.end, None, regions, (), Verdict.FAIR, True)


def _less_bare_counties(hits: Iterable[Hit]) -> list[Hit]:
    """Take away the counties that a short name could mean, but for those named in full too."""
    hits = list(hits)
    whole = {e.id for hit in hits for e in hit.entries if e.main}
    kept = []
    for hit in hits:
        entries = tuple(e for e in hit.entries if e.main or e.kind != "county" or e.id in whole)
        if entries:
            kept.append(replace(hit, entries=entries))
    return kept


def _candidate(text: str, hit: Hit, around: Surroundings, gazetteer: Gazetteer) -> Candidate:
    feature, end = feature_after(text, hit.end) or (None, hit.end)
    whole = gazetteer.lookup(text[hit.start : end]) if feature else ()
    if feature and not whole and precision_of(feature, hit.entries[0]) is hit.entries[0].precision:
        feature, end = None, hit.end  # "Kherson river bank": the river is no part of the name
    parents = (*parents_after(text, end, gazetteer), *parents_before(text, hit.start, gazetteer))
    verdict = around.judge(hit.first, hit.last, end=end, trap=hit.trap)
    return Candidate(
        hit=hit,
        key=fold(text[hit.start : end]) if whole else fold(text[hit.start : hit.end]),
        end=end,
        feature=None if whole else feature or around.of_what(hit.first),
        entries=whole or narrowed(hit.entries, around.of_what(hit.first)),
        parents=parents,
        verdict=verdict,
        is_context=verdict > Verdict.NEVER or around.tells_where(hit.first, hit.last),
    )


def _accepted(candidates: list[Candidate]) -> list[Candidate]:
    """Return the names that are places by evidence, by fame, or by evidence elsewhere."""
    fair = {c.key for c in candidates if c.verdict >= Verdict.FAIR}
    return [
        candidate
        for candidate in candidates
        if candidate.verdict >= Verdict.FAIR
        or (
            candidate.verdict > Verdict.NEVER
            and (candidate.key in fair or _held(candidate) or _famous(candidate))
        )
    ]


def _held(candidate: Candidate) -> bool:
    """Whether the text puts the name in an area where such a place is: "Mobile, Alabama"."""
    return any(contains(outer, inner) for outer in candidate.parents for inner in candidate.entries)


def _famous(candidate: Candidate) -> bool:
    """Whether the name alone makes one think of a place."""
    if candidate.hit.trap:
        return False
    if candidate.verdict is Verdict.DOUBT:
        several = candidate.hit.first < candidate.hit.last
        return any(
            entry.fame >= KNOWN_EVERYWHERE or (several and entry.kind == "region")
            for entry in candidate.entries
        )
    return any(
        not entry.people
        and (entry.main or entry.kind in ("country", "state"))
        and (not entry.is_town or entry.population >= SURE_POPULATION)
        for entry in candidate.entries
    )


def _known(text: str, candidates: list[Candidate]) -> Iterator[Place]:
    groups = _grouped(_accepted(candidates))
    # "Aleppo University" is no place, but tells which Idlib is meant.
    others = _grouped(
        c for c in candidates if c.key not in groups and c.is_context and not c.hit.trap
    )
    names = [_name(members, 1.0) for members in groups.values()]
    names += [_name(members, SEEN_WEIGHT) for members in others.values()]
    meant = choose(names)
    places = [entry for entry in meant[: len(groups)] if entry is not None and not entry.people]
    for members, entry in zip((*groups.values(), *others.values()), meant, strict=True):
        if entry is None or entry.people:
            continue
        sure = members[0].key in groups or _fits(entry, places)
        for member in members:
            if sure and member.verdict > Verdict.NEVER:
                span = Span(member.hit.start, member.end, text[member.hit.start : member.end])
                yield place_of(span, member.feature, entry)


def _grouped(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    groups: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.key, []).append(candidate)
    return groups


def _name(members: list[Candidate], weight: float) -> Name:
    parents = {parent.id: parent for member in members for parent in member.parents}
    entries = min((member.entries for member in members), key=len)  # the most narrowed
    return Name(entries, tuple(parents.values()), weight)


def _fits(entry: Entry, places: list[Entry]) -> bool:
    """Whether a doubtful name means a town of note close to a place that the text does name."""
    return entry.fame >= KNOWN_NEARBY and any(
        place.country == entry.country and distance_km(place, entry) < NEARBY_KM for place in places
    )
