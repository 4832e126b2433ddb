"""Whose post "his Turkish counterpart" holds at home: that of whoever he is set beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.stage import Candidate, recent
from sayso.resolve.parties.words import Word

_COUNTERPART = frozenset({"counterpart"})
_BACK = 2
_MINISTRY = " Ministry"


def as_counterpart(
    reading: Reading, words: Sequence[Word], before: Candidate | None, scene: Scene
) -> Reading | None:
    """Return a counterpart with the post that it mirrors, None for any other phrase.

    ``before`` is whom "his" or "her" means. "Their" are the last holders of one post.
    """
    if reading.country is None or not any(is_word(word, _COUNTERPART) for word in words):
        return None
    start = words[0].start
    holder = before.reading if before is not None else None
    holder = holder or _sharing(start, scene) or _governing(start, scene)
    if holder is None or holder.role is None or holder.past or holder.country == reading.country:
        return None
    office = holder.office
    if office is not None and not is_state_office(office):
        return None
    named = reading.kind is PartyKind.PERSON or (reading.kind is None and reading.name)
    return replace(
        reading,
        name=reading.name if named else _post(holder.role, office),
        kind=PartyKind.PERSON if named else PartyKind.OFFICE,
        role=holder.role,
        office=office,
        opposed=False,
        fixed=False,
        owner=None,
    )


def _sharing(position: int, scene: Scene) -> Reading | None:
    """Return the last holder of a post that all people of the last sentences share."""
    people = {
        c.identity: c.reading
        for c in recent(scene.memory, position, scene.stage)
        if c.reading.kind is PartyKind.PERSON and scene.stage.back(c.start, position) <= _BACK
    }
    posts = {(person.role, person.office) for person in people.values()}
    return next(iter(people.values())) if len(people) > 1 and len(posts) == 1 else None


def _governing(position: int, scene: Scene) -> Reading | None:
    """Return the last minister, president or the like who was named."""
    for candidate in recent(scene.memory, position, scene.stage):
        role = candidate.reading.role
        if role in lexicon().governing and role != SPOKESPERSON:
            return candidate.reading
    return None


def _post(role: str, office: str | None) -> str:
    """Return what the unnamed holder of a post is called: "foreign minister"."""
    if office is None or not office.endswith(_MINISTRY) or role != "minister":
        return role
    return f"{office.removesuffix(_MINISTRY).casefold()} {role}"
