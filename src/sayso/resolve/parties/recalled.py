"""Whom a description used instead of a name means: "the peer", "the 54-year-old", "the colonel".

The article's own words decide first. Words that nobody is introduced by may also mean the only
person of the last sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.phrase import BOUNDARIES, is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.sides import Form, sole_country
from sayso.resolve.parties.stage import Candidate, recent
from sayso.resolve.parties.words import Word, fold, keys_of

_AGED = ("year", "old")
_TEENS = frozenset({"teenager", "teen"})
_TEEN_AGES = frozenset(str(age) for age in range(13, 20))
_BACK = 2
_STEM = 4
_PARENT = 4
_MOST = 300


def told_of(reading: Reading, words: Sequence[Word], scene: Scene) -> Reading | None:
    """Return the person whom the article calls so: "the colonel" is who was called a colonel."""
    said = [word for word in words if word.key]
    if not _points_back(reading, said, scene):
        return None
    told = _told(keys_of(said[1:]), _people(scene.memory.seen), scene)
    return replace(told.reading, definite=False, plural=False) if told else None


def only_one(reading: Reading, words: Sequence[Word], scene: Scene) -> Reading | None:
    """Return the only person of the last sentences, where nobody new is introduced so.

    "The 54-year-old", "the peer", "the former minister", "the Slovak", and "the lawmaker" of a
    senator.
    """
    said = [word for word in words if word.key]
    if not _points_back(reading, said, scene):
        return None
    keys = keys_of(said[1:2] if _is_parent(said) else said[1:])
    roles = lexicon().families.get(keys[-1], frozenset())
    if not (roles or _is_parent(said) or _recalls(keys, reading, said[1:], scene)):
        return None
    person = _only_one(_people(scene.memory.seen), roles, said[0].start, scene)
    return replace(person.reading, definite=False, plural=False) if person else None


def _points_back(reading: Reading, said: Sequence[Word], scene: Scene) -> bool:
    if len(said) < 2 or said[0].text.casefold() != "the":
        return False
    lex = lexicon()
    recalls = lex.recalling | lex.families.keys()
    named = said[-1].capital and not recalls.intersection(said[-1].key)
    return not (named and not _is_demonym(said[1:], scene)) and not _is_others(reading, said, scene)


def _is_parent(said: Sequence[Word]) -> bool:
    """Whether it is "the father of five"."""
    numbers = lexicon().determiners
    return len(said) == _PARENT and said[2].text == "of" and is_word(said[3], numbers)


def _is_demonym(words: Sequence[Word], scene: Scene) -> bool:
    """Whether it is one person's nationality ("the Slovak")."""
    place = sole_country(scene.sides, words)
    return place is not None and place.form is Form.DEMONYM and not words[-1].text.endswith("s")


def _is_others(reading: Reading, said: Sequence[Word], scene: Scene) -> bool:
    """Whether it cannot be one person told of before: bodies, several, owners, complements."""
    if reading.plural and not _is_demonym(said[1:], scene):
        return True
    if (
        reading.kind is PartyKind.OFFICE
        and reading.role not in lexicon().ranks | lexicon().callable
        and not reading.past
    ):
        return True
    if reading.kind in (PartyKind.PERSON, PartyKind.GOVERNMENT) or reading.office is not None:
        return True
    lex = lexicon()
    if _is_parent(said):
        return False
    owned = any(word.possessive or word.text.endswith(("'s", "’s")) for word in said)
    return (owned or any(is_word(word, BOUNDARIES) for word in said)) or (
        said[-1].key in lex.organisations | lex.governments
    )


def _people(seen: Sequence[Candidate]) -> list[Candidate]:
    """Return the named persons so far, each once and as they spoke, who was named last first."""
    people: dict[str, Candidate] = {}
    for candidate in reversed(seen[-_MOST:]):
        if candidate.reading.kind is PartyKind.PERSON:
            name = candidate.reading.name.casefold()
            if name not in people or (candidate.speaks and not people[name].speaks):
                people[name] = candidate
    return list(people.values())


def _told(keys: tuple[str, ...], people: Iterable[Candidate], scene: Scene) -> Candidate | None:
    """Return the person whom the article describes with all of these words, or with the last."""
    age = keys[0] if keys[1:3] == _AGED else None
    head = keys[-1] if age is None or len(keys) > 3 else age
    if head in _TEENS and len(keys) == 1:
        teens = [person for person in people if _TEEN_AGES & _portrait(person, scene)]
        return teens[0] if len(teens) == 1 else None
    fits = [
        person
        for person in people
        if head in _portrait(person, scene) and (age is None or _may_be_aged(person, age, scene))
    ]
    whole = [person for person in fits if _portrait(person, scene).issuperset(keys)]
    fits = whole or fits or [person for person in people if _does(person, keys, scene)]
    if len(fits) > 1:
        speaking = [person for person in fits if person.speaks]
        fits = speaking or fits
    return fits[0] if len(fits) == 1 else None


def _does(person: Candidate, keys: tuple[str, ...], scene: Scene) -> bool:
    """Whether all words but for their endings are told of somebody: "sells tea", "tea seller"."""
    stems = {word[:_STEM] for word in _portrait(person, scene)}
    return len(keys) > 1 and all(key[:_STEM] in stems for key in keys)


def _may_be_aged(person: Candidate, age: str, scene: Scene) -> bool:
    numbers = {word for word in _portrait(person, scene) if word.isdecimal()}
    return age in numbers or not numbers


def _portrait(person: Candidate, scene: Scene) -> frozenset[str]:
    name = fold(person.reading.name)
    return scene.cast.portraits.get(name, frozenset()).union(fold(person.reading.basis)) - set(name)


def _recalls(keys: tuple[str, ...], reading: Reading, noun: Sequence[Word], scene: Scene) -> bool:
    """Whether nobody new is introduced so: by an age, a nationality, a former post, a party."""
    lex = lexicon()
    return (
        keys[1:3] == _AGED
        or _is_demonym(noun, scene)
        or reading.past
        or keys[:1] in lex.past
        or (keys[-1] in lex.recalling)
    )


def _only_one(
    people: Sequence[Candidate], roles: frozenset[str], position: int, scene: Scene
) -> Candidate | None:
    """Return the only person of the last sentences, speaking or not, of one of the roles if any."""
    for back in range(1, _BACK + 1 + bool(roles)):
        names = {
            c.reading.name.casefold()
            for c in recent(scene.memory, position, scene.stage)
            if c.reading.kind is PartyKind.PERSON and scene.stage.back(c.start, position) <= back
        }
        near = [
            person
            for person in people
            if person.reading.name.casefold() in names
            and (not roles or person.reading.role in roles or roles & _portrait(person, scene))
        ]
        if near:
            return near[0] if len(near) == 1 else None
    return None
