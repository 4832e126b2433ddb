"""One party across articles and spellings: what is merged, why, and how the user undoes it.

Rows keep the party that they were read with; a merge is only ever computed from them, so that
dropping one leaves everything as it was read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.language.en.spellings import is_full, name_keys, surname_keys
from sayso.model import Party, PartyKind, name_key, party_id
from sayso.weigh.merges import NO_MERGES, Fences, Merges, fences_of, kept_apart


class MergeReason(StrEnum):
    """Why two parties are taken for one."""

    SPELLING = "spelling"
    SURNAME = "surname"
    SHORT_NAME = "short name"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Merge:
    """A party that another one stands for, and why."""

    party: Party
    reason: MergeReason


@dataclass(frozen=True, slots=True)
class OneParty:
    """A party and all that are the same as it; ``merged`` is empty where it has one name only."""

    party: Party
    merged: tuple[Merge, ...]


def merge_parties(
    parties: Mapping[Party, int], merges: Merges = NO_MERGES, *, surnames: bool = False
) -> tuple[OneParty, ...]:
    """Return each party once, with those that are the same; in the order of their first mention.

    ``parties`` are given with the number of their statements: the commonest spelling names the
    party, unless the user does. People are one where their full names are spellings of one name
    and no two of them stand on different sides. ``surnames`` also merges a bare surname with the
    only person who has it, which is safe within one matter, not in a whole collection. Groups and
    offices are merged by the user alone. A party has the one side on which it is seen under any
    of its names.
    """
    census = _take_census(parties, fences_of(merges))
    joined, heads = _told(census, merges)
    for group in _spelt_alike(census, joined, heads):
        into = max(group, key=lambda i: (i in heads, census.counted[i], -census.order[i]))
        if sum(i in heads for i in group) < _TWO:
            joined.update({i: (into, MergeReason.SPELLING) for i in group if i != into})
    if surnames:
        _add_surnames(joined, census, heads)
    return _collected(census, joined, heads)


_TWO = 2
_Joined = dict[str, tuple[str, MergeReason]]


@dataclass(frozen=True, slots=True)
class _Census:
    """All parties by id: the first seen of each, its place, how often it is seen, on what sides.

    ``fenced`` are those with a name that the user keeps apart from others.
    """

    known: Mapping[str, Party]
    order: Mapping[str, int]
    counted: Mapping[str, int]
    sides: Mapping[str, frozenset[str]]
    fences: Fences
    fenced: tuple[str, ...]


def _take_census(parties: Mapping[Party, int], fences: Fences) -> _Census:
    known: dict[str, Party] = {}
    counted: Counter[str] = Counter()
    sides: dict[str, set[str]] = defaultdict(set)
    for party, statements in parties.items():
        known.setdefault(party.id, party)
        counted[party.id] += statements
        sides[party.id].update([party.side] if party.side else [])
    return _Census(
        known,
        {i: place for place, i in enumerate(known)},
        counted,
        {i: frozenset(found) for i, found in sides.items()},
        fences,
        tuple(i for i, p in known.items() if any(name_key(p.name) in names for names in fences)),
    )


def _root(i: str, joined: _Joined) -> str:
    while i in joined:
        i = joined[i][0]
    return i


def _told(census: _Census, merges: Merges) -> tuple[_Joined, dict[str, str]]:
    """Return what the user merges, and how the user calls the parties that take others in."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for i, party in census.known.items():
        by_name[name_key(party.name)].append(i)
    joined: _Joined = {}
    called: dict[str, str] = {}
    for name, others in merges.same.items():
        members = [i for other in (name, *others) for i in by_name.get(name_key(other), ())]
        for i in members[1:]:
            root, into = _root(i, joined), _root(members[0], joined)
            if root != into:
                joined[root] = into, MergeReason.USER
        if members:
            called.setdefault(_root(members[0], joined), name)
    return joined, {i: name for i, name in called.items() if i not in joined}


def _apart(ids: Iterable[str], census: _Census, joined: _Joined) -> bool:
    """Whether the sides of parties differ, or the user keeps apart two names that they go by."""
    ids = tuple(ids)
    if len({side for i in ids for side in census.sides[i]}) > 1:
        return True
    roots = {_root(i, joined) for i in ids}
    names = (census.known[i].name for i in census.fenced if _root(i, joined) in roots)
    return kept_apart(names, census.fences)


def _people(census: _Census) -> Iterator[str]:
    return (i for i in census.order if census.known[i].kind is PartyKind.PERSON)


def _full_names(i: str, census: _Census, heads: Mapping[str, str]) -> list[str]:
    """Return the full names of a party: as it was read, and as the user calls it."""
    return [name for name in {census.known[i].name, heads.get(i, "")} if is_full(name)]


def _spelt_alike(census: _Census, joined: _Joined, heads: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the people whose full names are spellings of one; all of them or none."""
    group_of: dict[str, list[str]] = {}
    keys_of = {
        i: {key for name in _full_names(i, census, heads) for key in name_keys(name)}
        for i in _people(census)
        if i not in joined
    }
    for i, keys in keys_of.items():
        before = {id(g): g for key in keys if (g := group_of.get(key)) is not None}
        group = [*(member for other in before.values() for member in other), i]
        for member in group:
            group_of.update(dict.fromkeys(keys_of[member], group))
    for group in {id(group): group for group in group_of.values()}.values():
        if len(group) > 1 and not _apart(group, census, joined):
            yield group


def _add_surnames(joined: _Joined, census: _Census, heads: Mapping[str, str]) -> None:
    """Join bare surnames to the only person who has that surname and no other side."""
    bearers: dict[str, set[str]] = defaultdict(set)
    found_alike: dict[str, list[str]] = defaultdict(list)
    for i in _people(census):
        root = _root(i, joined)
        if i == root or joined[i][1] is not MergeReason.USER:
            found_alike[root].append(i)
        for name in _full_names(i, census, heads):
            for key in surname_keys(name):
                bearers[key].add(root)
    for i in _people(census):
        if i in joined or _full_names(i, census, heads):
            continue
        keys = surname_keys(census.known[i].name)
        owners = {owner for key in keys for owner in bearers.get(key, ())}
        alike = [j for owner in owners for j in found_alike[owner]]
        # The user may have put somebody with a full name under a bare one.
        into_itself = any(_root(owner, joined) == i for owner in owners)
        if len(owners) == 1 and not into_itself and not _apart((i, *alike), census, joined):
            joined[i] = next(iter(owners)), MergeReason.SURNAME
            found_alike[joined[i][0]].append(i)


def _collected(census: _Census, joined: _Joined, called: Mapping[str, str]) -> tuple[OneParty, ...]:
    merged: dict[str, list[Merge]] = {}
    for i in census.order:
        found = merged.setdefault(_root(i, joined), [])
        if i in joined:
            found.append(Merge(census.known[i], joined[i][1]))
    return tuple(_one(i, found, census, called) for i, found in merged.items())


def _one(i: str, merged: Sequence[Merge], census: _Census, called: Mapping[str, str]) -> OneParty:
    """Return a party as the user calls it; what it was read as is then among the merged."""
    party = census.known[i]
    name = called.get(i, party.name)
    sides = {side for j in (i, *(m.party.id for m in merged)) for side in census.sides[j]}
    side = next(iter(sides)) if len(sides) == 1 else party.side
    if name == party.name and side == party.side:
        # As it was read: its id need not be made again, which takes half the time of a census.
        return OneParty(party, tuple(merged))
    one = replace(party, id=party_id(name, party.kind, side), name=name, side=side)
    if one.id == party.id:
        return OneParty(replace(one, name=party.name), tuple(merged))
    return OneParty(one, (Merge(party, MergeReason.USER), *merged))
