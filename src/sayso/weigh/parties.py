"""Who is one party within a matter.

People are one under all spellings of their names. Spokespersons stand with whom they speak for,
short names with the one fuller name they can mean, a capital's government with the government of
its side. What could be two parties stays two, and so does what the user keeps apart.
Merging is for one matter only: each row keeps the party it was read with.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import SPOKESPERSON, Party, PartyKind, Row, name_key, party_id
from sayso.weigh.merges import NO_MERGES, Fences, Merges, fences_of, kept_apart
from sayso.weigh.merging import Merge, MergeReason, OneParty, merge_parties

_LONGEST_NAME = 8
_UNNAMED = {PartyKind.GROUP}
_SpokenFor = Mapping[str, set[str]]


@dataclass(frozen=True, slots=True)
class _Known:
    """A matter's parties by each ending of their names, and the sides seen with each name."""

    by_end: Mapping[str, tuple[Party, ...]]
    sides: Mapping[str, frozenset[str]]
    fences: Fences


def principals(rows: Iterable[Row], merges: Merges = NO_MERGES) -> Mapping[str, Party]:
    """Return, for each statement with a party, whose position it shows, by statement id."""
    said_by = _as_one(
        {r.statement.id: r.statement.party for r in rows if r.statement.party}, merges
    )
    parties = sorted(set(said_by.values()), key=_order)
    known = _known([*parties, *(p for p in map(_spoken_for, parties) if p)], fences_of(merges))
    spoken_for: dict[str, set[str]] = defaultdict(set)
    for party in parties:
        if party.kind is PartyKind.PERSON and party.acts_for:
            whom = _spoken_for(party)
            # A minister or commander speaks for an office too, but in their own name.
            name = _fuller(whom, known).name if whom else ""
            spoken_for[_fuller(party, known).name].add(name)
    whose = {party: _whose(party, known, spoken_for) for party in parties}
    found = {statement: whose[party] for statement, party in said_by.items()}
    # Whom somebody speaks for may be one of those that the user merges.
    return _as_one(found, merges) if merges.same else found


def one_parties(rows: Sequence[Row], merges: Merges = NO_MERGES) -> tuple[OneParty, ...]:
    """Return the parties of a matter that count under one name, with their others and why.

    Those who speak for a party are not other names of it.
    """
    whose = principals(rows, merges)
    read = {r.statement.id: r.statement.party for r in rows if r.statement.party}
    counted = _counted(read.values())
    reasons = {
        merge.party.id: merge.reason
        for one in merge_parties(counted, merges, surnames=True)
        for merge in one.merged
    }
    found: dict[str, OneParty] = {}
    for statement, party in read.items():
        one = found.get(whose[statement].id) or OneParty(whose[statement], ())
        if _is_other_name(party, one) and _spoken_for(party) is None:
            plain = replace(party, role=None, acts_for=None)
            merge = Merge(plain, reasons.get(party.id, MergeReason.SHORT_NAME))
            found[one.party.id] = OneParty(one.party, (*one.merged, merge))
    return tuple(found.values())


def _is_other_name(party: Party, one: OneParty) -> bool:
    """Whether a party's name is one that the party it counts as is not known by yet."""
    known = {name_key(p.name) for p in (one.party, *(m.party for m in one.merged))}
    alike = (party.kind is PartyKind.PERSON) == (one.party.kind is PartyKind.PERSON)
    return alike and name_key(party.name) not in known


def _as_one(parties: Mapping[str, Party], merges: Merges) -> Mapping[str, Party]:
    """Return parties as those that they are merged into; a row's side and role stay its own."""
    counted = _counted(parties.values())
    into = {
        i: one.party
        for one in merge_parties(counted, merges, surnames=True)
        if one.merged
        for i in (one.party.id, *(m.party.id for m in one.merged))
    }
    renamed = {party: _renamed(party, into[party.id]) for party in counted if party.id in into}
    return {key: renamed.get(party, party) for key, party in parties.items()}


def _counted(parties: Iterable[Party]) -> Mapping[Party, int]:
    """Return how often each party speaks; the order of rows plays no part."""
    counted = Counter(parties)
    return {p: counted[p] for p in sorted(counted, key=lambda p: (name_key(p.name), *_order(p)))}


def _renamed(party: Party, one: Party) -> Party:
    return replace(party, id=one.id, name=one.name, kind=one.kind, side=party.side or one.side)


def _whose(party: Party, known: _Known, spoken_for: _SpokenFor) -> Party:
    full = _fuller(party, known)
    whom = _spoken_for(party)
    if whom is None and full.kind is PartyKind.PERSON:
        # Whoever speaks for one party only in this matter does so throughout.
        names = spoken_for.get(full.name, set())
        name = next(iter(names)) if len(names) == 1 else ""
        whom = _organisation(name, full.side) if name else None
    # Role and principal belong to one statement; a position is the party's own.
    return replace(_sided(_fuller(whom, known) if whom else full, known), role=None, acts_for=None)


def _spoken_for(party: Party) -> Party | None:
    """Return whose position a spokesperson's statement shows; None for anybody else."""
    if party.role == SPOKESPERSON and party.acts_for:
        return _organisation(party.acts_for, party.side)
    return None


def _organisation(name: str, side: str | None) -> Party:
    return Party(party_id(name, PartyKind.ORGANISATION, side), name, PartyKind.ORGANISATION, side)


def _sided(party: Party, known: _Known) -> Party:
    """Return a party with the one side that its name is seen with in the matter."""
    sides = known.sides.get(name_key(party.name), frozenset())
    if party.side is not None or len(sides) != 1 or party.kind in _UNNAMED:
        return party
    (side,) = sides
    return replace(party, side=side, id=party_id(party.name, party.kind, side))


def _known(parties: Iterable[Party], fences: Fences) -> _Known:
    by_end: dict[str, dict[Party, None]] = defaultdict(dict)
    sides: dict[str, set[str]] = defaultdict(set)
    for party in sorted(parties, key=_order):
        words = name_key(party.name).split()
        if words and party.kind not in _UNNAMED:
            for start in range(max(0, len(words) - _LONGEST_NAME), len(words)):
                ending = " ".join(words[start:])
                by_end[ending][replace(party, role=None, acts_for=None)] = None
            sides[" ".join(words)].update([party.side] if party.side else [])
    return _Known(
        by_end={end: tuple(found) for end, found in by_end.items()},
        sides={name: frozenset(found) for name, found in sides.items()},
        fences=fences,
    )


def _order(party: Party) -> tuple[str, str, str, str, str]:
    return (party.id, party.name, party.side or "", party.role or "", party.acts_for or "")


def _fuller(party: Party, known: _Known) -> Party:
    """Return the one other party that this one's name is a short form of, else itself."""
    words = name_key(party.name).split()
    if party.kind in _UNNAMED or not words:
        return party
    ending = known.by_end.get(" ".join(words), ())
    longer = (p for p in ending if _shortens(words, party, p))
    first = next(longer, None)
    # Two that it could mean are as good as many: none is meant.
    if first is None or any(p.id != first.id for p in longer):
        return party
    return party if kept_apart((party.name, first.name), known.fences) else first


def _shortens(words: list[str], short: Party, long: Party) -> bool:
    """Whether a name, in words, can be short for one that ends in the same words."""
    if long.id == short.id or (short.kind is PartyKind.PERSON) != (long.kind is PartyKind.PERSON):
        return False
    if short.side and long.side and short.side != long.side:
        return False
    full = name_key(long.name).split()
    # "Front" is short for "Southern Front", "Vrel" for "Hana Vrel": the ends agree. Names that
    # are equal but for the kind or a missing side are one party, named by the one with a side.
    if len(words) == len(full):
        return (long.side is not None, long.id) > (short.side is not None, short.id)
    return True
