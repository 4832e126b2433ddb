"""The speakers of an article's attributions as parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Party, PartyKind
from sayso.resolve.parties.cast import gender_of, read_cast
from sayso.resolve.parties.completed import completed
from sayso.resolve.parties.draft import Mention
from sayso.resolve.parties.employers import arrayed, employed, encamped, staffed
from sayso.resolve.parties.first_person import quoting, says_i
from sayso.resolve.parties.localities import localised
from sayso.resolve.parties.names import full_name
from sayso.resolve.parties.party import make_party
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene, known_as
from sayso.resolve.parties.serving import states_served
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.source import less_scene
from sayso.resolve.parties.speaker import speaker_of
from sayso.resolve.parties.stage import Candidate, holders_of, make_stage
from sayso.resolve.parties.words import Word, fold, words_in

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr"})
_BESIDE = frozenset({"conj"})
_NAMED, _ASIDE, _SPEAKS = range(3)


def find_parties(
    parsed: ParsedText, attributions: Sequence[Attribution], sides: SideTable
) -> tuple[Party | None, ...]:
    """Return the speaker of each attribution, aligned with ``attributions``; None when unknown.

    Offices and governments are named with their country's adjective: "Tehran" and "Iran" are the
    "Iranian government", "Iran's foreign minister" acts for the "Iranian Foreign Ministry". An
    unnamed holder of a post is an office, an anonymous or plural source a group. Countries give
    the side unless the user's table does; international bodies have none. A pronoun or bare title
    that could stand for several is None, or stays the bare title.
    """
    cast, stage = read_cast(parsed.doc, sides), make_stage(parsed, attributions)
    scene = Scene(parsed.text, parsed.doc, sides, cast, stage)
    readings: list[Reading | None] = [None] * len(attributions)
    sources: list[Sequence[Word]] = [()] * len(attributions)
    events = sorted(
        [
            *((scene.doc[m.start].idx, _NAMED, i) for i, m in enumerate(scene.cast.mentions)),
            *((scene.doc[m.start].idx, _ASIDE, i) for i, m in enumerate(scene.cast.asides)),
            *((a.source[0].start, _SPEAKS, i) for i, a in enumerate(attributions) if a.source),
        ]
    )
    held = holders_of([start for start, _, _ in events], attributions)
    for (start, event, index), holders in zip(events, held, strict=True):
        if event == _ASIDE:
            _remember_aside(scene.cast.asides[index], start, holders, scene)
            continue
        if event == _NAMED:
            _remember_mention(scene.cast.mentions[index], start, holders, scene)
            continue
        reading = speaker_of(attributions[index], holders, scene)
        if reading is not None:
            words = less_scene(words_in(scene.doc, attributions[index].source[0]))
            sources[index] = words
            token = words[0].token if words else 0
            reading = localised(reading, token, scene)
            reading = completed(reading, scene.cast, token)
            reading = staffed(reading, start, scene.memory, scene.stage)
            reading = arrayed(encamped(reading, scene.memory), scene.cast.armed)
            spoke = known_as(reading.kind or PartyKind.PERSON, reading.name) in scene.known
            if not spoke and reading.owner is None:
                reading = employed(reading, start, scene.memory, scene.stage)
            reading = _as_known(reading, scene)
            _remember(reading, start, holders, scene, speaks=True, subject=True)
            readings[index] = reading
    whole = _at_one(readings)
    states = states_served(whole, sources, scene)
    found = [
        make_party(reading, scene, state) if reading else None
        for reading, state in zip(whole, states, strict=True)
    ]
    for i, attribution in enumerate(attributions):
        if says_i(attribution, scene.doc):
            outer = quoting(i, attributions, parsed.text)
            found[i] = found[outer] if outer is not None else None
    return tuple(found)


def _at_one(readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Return the readings with each person's country the same throughout, told early or late."""
    told: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for reading in readings:
        if reading and reading.kind is PartyKind.PERSON and reading.country and not reading.opposed:
            told[reading.name].add((reading.country, reading.office))
    return [
        _with(reading, told.get(reading.name, set())) if reading else None for reading in readings
    ]


def _with(reading: Reading, told: set[tuple[str, str | None]]) -> Reading:
    fixed = reading.kind is not PartyKind.PERSON or reading.opposed or reading.past
    if len(told) != 1 or fixed or reading.country is not None:
        return reading
    ((country, office),) = told
    return replace(reading, country=country, office=reading.office or office)


def _as_known(reading: Reading, scene: Scene) -> Reading:
    """Return a person with the post that an earlier statement gave, where this one gives none."""
    if reading.kind not in (PartyKind.PERSON, PartyKind.ORGANISATION):
        return reading
    key = known_as(reading.kind, reading.name)
    before = scene.known.get(key)
    if reading.kind is PartyKind.ORGANISATION:
        if before is not None and before.fixed and reading.country is None:
            reading = replace(reading, country=before.country, opposed=before.opposed, fixed=True)
        scene.known[key] = reading
        return reading
    body = scene.known.get(known_as(PartyKind.ORGANISATION, reading.office or ""))
    if body is not None and body.country and not (reading.country or reading.opposed):
        reading = replace(reading, country=None if body.opposed else body.country)
    vague = reading.office is None or (before and before.office and reading.office.islower())
    same_office = vague or (before and reading.office == before.office)
    if before is not None and reading.role is not None and reading.role == before.rank:
        same_office = same_office or reading.office is None
        reading = replace(reading, role=before.role)
    if before is not None and same_office and reading.role in (None, before.role):
        reading = replace(
            reading,
            role=before.role,
            rank=reading.rank or before.rank,
            office=before.office,
            country=reading.country or before.country,
            opposed=reading.opposed or before.opposed,
            basis=f"{reading.basis}, {before.basis}"[:400],
        )
    scene.known[key] = reading
    if len(name := fold(reading.name)) > 1:
        scene.surnames.setdefault(name[-1:], set()).add(reading.name)
    return reading


def _remember_aside(mention: Mention, start: int, holders: frozenset[int], scene: Scene) -> None:
    body = completed(mention.reading, scene.cast, mention.start)
    aside = Candidate(start, body, None, holders, speaks=False, subject=False, aside=True)
    scene.memory.add(aside)


def _remember_mention(mention: Mention, start: int, holders: frozenset[int], scene: Scene) -> None:
    tokens = scene.doc[mention.start : mention.end]
    # "One of them was Ada Moss" is about her, "Ada Moss and Ivo Marr fled" about both.
    subject = any(
        token.dep_ in _SUBJECTS or (token.dep_ in _BESIDE and token.head.dep_ in _SUBJECTS)
        for token in tokens
    )
    named = full_name(mention.reading, scene.cast, mention.start)
    reading = completed(named, scene.cast, mention.start)
    _remember(reading, start, holders, scene, speaks=False, subject=subject)


def _remember(
    reading: Reading,
    start: int,
    holders: frozenset[int],
    scene: Scene,
    *,
    speaks: bool,
    subject: bool,
) -> None:
    gender = gender_of(reading) or scene.genders.get(reading.name)
    scene.memory.add(Candidate(start, reading, gender, holders, speaks, subject))
