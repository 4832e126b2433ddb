"""The user's word on who is one party, as ``[parties]`` of the settings gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.model import name_key


@dataclass(frozen=True, slots=True)
class Merges:
    """The user's word on who is one party.

    ``same`` maps a party's name to other names of it; the names of one group of ``apart`` are
    never merged unless the user does so.
    """

    same: Mapping[str, Sequence[str]]
    apart: Sequence[Sequence[str]]


NO_MERGES = Merges({}, ())

Fences = tuple[frozenset[str], ...]
"""Groups of names, as keys, of which no two are one party."""


def make_merges(same: Mapping[str, Sequence[str]], apart: Sequence[Sequence[str]]) -> Merges:
    """Return the user's word on who is one party.

    Raises UsageError when it contradicts itself: a name of two parties, or two names that are
    both the same and apart.
    """
    owners: dict[str, str] = {}
    for owner, names in same.items():
        for name in (owner, *names):
            if owners.setdefault(name_key(name), owner) != owner:
                raise _contradiction(
                    "parties.same",
                    f"{name!r} stands under both {owners[name_key(name)]!r} and {owner!r}",
                )
    for group in apart:
        known: dict[str, str] = {}
        for name in group:
            owner = owners.get(name_key(name), name_key(name))
            if owner in known:
                raise _contradiction(
                    "parties.apart",
                    f"{known[owner]!r} and {name!r} are the same party, by parties.same or by "
                    "their spelling",
                )
            known[owner] = name
    return Merges(same, apart)


def _contradiction(setting: str, problem: str) -> UsageError:
    return UsageError(
        f"The setting {setting} is wrong: {problem}", remedy="Leave one of the two out"
    )


def fences_of(merges: Merges) -> Fences:
    """Return the groups of names that the user keeps apart."""
    return tuple(frozenset(map(name_key, names)) for names in merges.apart)


def kept_apart(names: Iterable[str], fences: Fences) -> bool:
    """Whether the user keeps two of these names apart."""
    if not fences:
        return False
    keys = frozenset(map(name_key, names))
    return any(len(keys & fence) > 1 for fence in fences)
