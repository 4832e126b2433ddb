"""What a speaker's role is called in the ledger, and who has a role but speaks for nobody."""

from __future__ import annotations

from sayso.model import SPOKESPERSON
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.post_office import RIVALS
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.words import fold

_POLICE_OFFICER = "police officer"
_POLICE = "police"
_RELATIVE = "relative"
_PREMIER = "premier"
_PRIME_MINISTER = "prime minister"
_GOVERNMENT = ("government",)


def role_of(reading: Reading) -> str | None:
    """Return a role by its plain noun: a head is a chief, a superintendent a police officer.

    The premier of a province is no prime minister.
    """
    told, role = callings(), reading.role
    if role is None:
        return None
    words = fold(reading.basis)
    force = fold(reading.office or "")
    police = _POLICE in words or _POLICE in force or not told.forces.isdisjoint(force)
    if role in told.policing and police:
        return _POLICE_OFFICER
    if role in told.police_ranks and any(map(_is_ranked, reading.basis.split(", "))):
        return _POLICE_OFFICER  # "Inspector Ada Moss", but not "weapons inspector Ada Moss"
    province = reading.office is not None and fold(reading.office)[-1:] != _GOVERNMENT
    if role == _PRIME_MINISTER and province and _PREMIER in words:
        return _PREMIER
    return told.plainly.get(role, role)


def _is_ranked(phrase: str) -> bool:
    """Whether a phrase begins with a title: "Inspector Moss", not "weapons inspector Moss"."""
    roles, words = lexicon().roles, fold(phrase)
    return words[:1] in roles or words[:2] in roles


def office_told(reading: Reading) -> str | None:
    """Return whom a speaker acts for: relatives for nobody, the opposition's leaders neither."""
    if reading.role == _RELATIVE:
        return None
    if reading.office in RIVALS and reading.role != SPOKESPERSON:
        return None
    return reading.office
