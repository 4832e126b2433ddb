"""Whose "his lawyer", "the company's lawyers", "her Turkish counterpart" are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.antecedents import (
    same_post,
    sole_aside,
    sole_thing,
    unnamed_between,
)
from sayso.resolve.parties.completed import completed
from sayso.resolve.parties.counterparts import as_counterpart
from sayso.resolve.parties.crowds import crowd_before, town_before
from sayso.resolve.parties.descriptions import described
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import pronoun_kind
from sayso.resolve.parties.names import full_name
from sayso.resolve.parties.phrase import OWNER_PREPOSITIONS, is_word
from sayso.resolve.parties.pointing import person_or_body
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.recalled import only_one, told_of
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.stage import Candidate, Pointer, recent
from sayso.resolve.parties.words import Word, fold

_SENT = frozenset({"mission", "delegation"})
_PRIVATE = frozenset({"relative"})
"""Those who are somebody's, and speak for no country of his."""
_MUNICIPAL = frozenset({"mayor", "chief", "councillor", "governor", SPOKESPERSON, "deputy"})
"""Whom a town has."""
_THE = frozenset({"the"})
_DEFINITE = 2
"""Words of "the paper"."""


def mirrored(
    reading: Reading, said: Sequence[Word], holders: frozenset[int], scene: Scene
) -> Reading | None:
    """Return "his Turkish counterpart" with the post that he holds, None for other phrases."""
    kind = pronoun_kind(said[0]) if said else None
    if kind not in ("male", "female", "plural"):
        return None
    before = person_or_body(Pointer(kind, said[0].start, holders), said[0], scene)
    return as_counterpart(reading, said, before, scene)


def owned(reading: Reading, owner: Word, holders: frozenset[int], scene: Scene) -> Reading:
    """Return "his lawyer" with whom he is, where that is known."""
    kind = pronoun_kind(owner)
    part = reading.office is not None and (
        reading.office in lexicon().public
        or reading.office in _SENT
        or (reading.role == SPOKESPERSON and reading.office in lexicon().soldiery)
    )
    if kind in (None, "nobody", "first", "relative") or (reading.office is not None and not part):
        return reading
    before = person_or_body(Pointer(kind, owner.start, holders), owner, scene)
    if before is None and kind == "thing" and reading.role in lexicon().led | {SPOKESPERSON}:
        before = sole_aside(scene.memory, owner.start, scene.stage)
    if before is None:
        crowd = crowd_before(owner, scene) if kind == "plural" else None
        return reading if crowd is None else _of_whom(reading, crowd, named=_named(reading))
    sure = kind in ("male", "female") and before.gender is not None
    sure = sure and not unnamed_between(before, owner, scene.doc)
    just = _just_spoke(before, reading, owner, scene)
    if not sure and not just and not scene.stage.close(before.start, owner.start):
        return reading
    # Only states and organisations have ministers; ships and books have owners too.
    governs = reading.role in lexicon().governing
    body = reading.role in lexicon().led
    thing = kind in ("thing", "plural") and not governs
    if thing and not just and not sole_thing(before, owner, scene.doc, body=body):
        return reading
    return _of_whom(reading, before.reading, named=_named(reading))


def _just_spoke(before: Candidate, reading: Reading, owner: Word, scene: Scene) -> bool:
    """Whether "its spokesman", "its chairwoman" is that of the body which alone spoke last."""
    led = lexicon().led | {SPOKESPERSON, "lawyer"}
    if not (before.speaks and before.reading.kind in BODIES and reading.role in led):
        return False
    spoke = {
        c.identity
        for c in recent(scene.memory, owner.start, scene.stage)
        if c.speaks and c.reading.kind in BODIES and scene.stage.back(c.start, owner.start) <= 1
    }
    return spoke == {before.identity}


def _named(reading: Reading) -> bool:
    return reading.kind is PartyKind.PERSON or reading.role == SPOKESPERSON


def _of_whom(reading: Reading, whom: Reading, *, named: bool) -> Reading:
    """Return "his lawyer" with his name, "her brother Ivo Marr" acting for her."""
    mark = "'" if whom.plural and whom.name.endswith("s") else "'s"
    name = reading.name if named else f"{whom.name}{mark} {reading.name}"
    body = reading.kind is PartyKind.ORGANISATION
    own = reading.role in _PRIVATE
    country = reading.country or (None if own else whom.country)
    office = None if body else whom.name
    return replace(
        reading,
        name=name,
        office=office,
        country=country,
        opposed=reading.opposed or (reading.country is None and whom.opposed),
        fixed=body or reading.fixed,
    )


def possessed(reading: Reading, words: Sequence[Word], scene: Scene) -> Reading:
    """Return "the general's aide", "the company's lawyers", "Marr's wife" with whose they are."""
    at = next((i for i, word in enumerate(words) if word.possessive), 0)
    start = max((i + 1 for i, word in enumerate(words[:at]) if word.text == ","), default=0)
    owner = words[start:at]
    if not owner or at + 1 >= len(words) or reading.owner is not None:
        return reading
    apart = start > 0 and reading.kind is PartyKind.GROUP  # "The rebels, Moss's men"
    if apart or any(is_word(word, OWNER_PREPOSITIONS) for word in owner):
        return reading
    named = reading.kind in BODIES and reading.name[:1].isupper() and reading.fixed
    if named and any(word.text == "," for word in words[at:]):
        return reading  # "Moss's party, the Rally for Renewal"
    whom = _whose(owner, reading, scene)
    if whom is None:
        return reading
    wing = reading.office and "'s " in reading.office.replace("’", "'")
    if wing and whom.kind in BODIES and reading.role == SPOKESPERSON:
        reading = replace(reading, office=None)  # "the group's military spokesman"
    if reading.kind is PartyKind.ORGANISATION and whom.office and _is_part(reading, whom.office):
        return replace(reading, name=whom.office, country=whom.country, fixed=False)
    name = reading.name.replace("’", "'").replace("s' ", "'s ").rpartition("'s ")[2]
    found = _of_whom(replace(reading, name=name), whom, named=reading.kind is PartyKind.PERSON)
    beside = any(is_word(word, lexicon().beside) for word in words[at + 1 : at + 4])
    if reading.role not in lexicon().against and not beside:
        return found
    return replace(found, office=None, country=reading.country)


def _is_part(reading: Reading, office: str) -> bool:
    """Whether "Moss' ministry" is the ministry that Moss heads."""
    return fold(reading.name)[-1:] == fold(office)[-1:] == ("ministry",)


def _outlet(words: Sequence[Word]) -> Reading | None:
    """Return "the paper" as a body: its editor is meant, not a document's."""
    if len(words) != _DEFINITE or not is_word(words[0], _THE):
        return None
    if words[1].key not in lexicon().papers:
        return None
    return Reading(words[1].text, PartyKind.ORGANISATION, definite=True)


def _whose(owner: Sequence[Word], reading: Reading, scene: Scene) -> Reading | None:
    if reading.role in _MUNICIPAL and len(owner) == _DEFINITE and is_word(owner[0], _THE):
        town = town_before(owner[-1], scene)
        if town is not None:
            return town
    title = read_source(owner, scene.sides) or _outlet(owner)
    if title is None or title.plural:
        return None
    start = owner[0].start
    if not owner[-1].capital:
        body = described(title, start, scene.memory, scene.stage)
        again = told_of(title, owner, scene) or only_one(title, owner, scene)
        if body is None and again is not None and title.role not in lexicon().governing:
            return again
        if body is None and title.definite and title.role is not None:
            holder = same_post(title, start, scene.memory, scene.stage)
            if holder is not None:
                return holder.reading
            return title if title.office is None and reading.kind is PartyKind.PERSON else None
        noun = fold(title.name)
        told = len(noun) > 1 or noun not in lexicon().vague  # "the dead man's", not "the man's"
        unnamed = title.kind is PartyKind.GROUP and noun[-1:] in lexicon().groups and told
        if body is None and title.definite and unnamed and reading.kind is PartyKind.PERSON:
            return title  # "the patient's sister, Ada Moss"
        return body
    person = full_name(title, scene.cast, owner[0].token)
    person = completed(person, scene.cast, owner[0].token)
    known = fold(person.name) in scene.cast.people
    crowd = reading.kind in (PartyKind.GROUP, PartyKind.PERSON) or (
        reading.kind is PartyKind.ORGANISATION and reading.name[-1:].islower()
    )
    return person if known and crowd and reading.office is None else None
