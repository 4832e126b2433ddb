"""Which words name which camp within a matter, learnt from its parties alone.

A camp is a side, or a party that has none with those who act for it: a union's leader stands with
the union. A word that could name two camps names neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import SPOKESPERSON, Party, PartyKind
from sayso.weigh.deeds import deeds_in

BOTH = "both camps"
"""Stands for the camp of "both armies" and the like: no camp's name is spelt with it alone."""

_LONGEST_NAME = 4
_SHORTEST_STEM = 4


def camp_of(party: Party, homes: Mapping[str, str]) -> str:
    """Return a party's camp: its home (by ``homes_of``), its side, or its own name."""
    return homes.get(party.id) or party.side or plain(party.name).strip()


def homes_of(spoken: Iterable[tuple[Party, Party]]) -> Mapping[str, str]:
    """Return by party id the camp of each party that is not simply its side's.

    Whoever has no side stands with the one that they are seen to act for. Among people of one
    country alone, a ferryman or a runner is not on its government's side.
    """
    known = list(spoken)
    sides = {plain(whose.name).strip(): whose.side for _, whose in known if whose.side}
    domestic = len(set(sides.values())) == 1
    stately = {whose.id for party, whose in known if not (domestic and _is_private(party))}
    homes: dict[str, set[str]] = {}
    for party, whose in known:
        if not whose.side or whose.id not in stately:
            name = party.acts_for or (whose.name if whose.side else "")
            homes.setdefault(whose.id, set()).update([plain(name).strip()] if name else [])
    one = {whose: next(iter(camps)) for whose, camps in homes.items() if len(camps) == 1}
    # A minister's lawyer stands with the minister, and both with the ministry.
    by_name = {plain(whose.name).strip(): one.get(whose.id) for _, whose in known}
    return {whose: by_name.get(home) or sides.get(home) or home for whose, home in one.items()}


def _is_private(party: Party) -> bool:
    """Whether a party is a person of a country in a role that no state gives."""
    if party.kind is not PartyKind.PERSON or not party.role:
        return False
    words = plain(f"{party.acts_for or ''} {party.role}").split()
    of_country = party.side is not None and party.side in load_table("countries")
    return of_country and actor_words("offices").isdisjoint(words)


def is_unnamed(party: Party | None) -> bool:
    """Whether a party is a crowd or one of it, by no name of its own: "residents", "a sailor".

    Such people may break ranks with their side. Who speaks for a body is none of them.
    """
    if party is None:
        return True
    if party.role == SPOKESPERSON or party.acts_for:
        return False
    alone = party.kind in (PartyKind.GROUP, PartyKind.PERSON)
    return alone and party.name.split()[-1:] != [] and party.name.split()[-1].islower()


def names_of_camps(
    spoken: Iterable[tuple[Party, Party]], homes: Mapping[str, str]
) -> Mapping[str, str]:
    """Return plain names and words, one to four words long, with the one camp each can mean.

    ``spoken`` pairs each party as it was read with the one whose position it shows.
    """
    known = sorted(set(spoken), key=lambda pair: (pair[0].id, pair[1].id, str(pair[0].role)))
    meant: dict[str, set[str]] = {}
    marked: dict[str, set[str]] = {"state": set(), "rebels": set()}
    for party, whose in known:
        camp = camp_of(whose, homes)
        for name in (*_names(party), *_names(whose), *_names_of_side(camp)):
            meant.setdefault(name, set()).add(camp)
        for kind, camps in marked.items():
            if _is_marked(party, kind) or _is_marked(whose, kind):
                camps.add(camp_of(whose, homes))
    # "The army" is first of all whoever bears that name, then any that act for a state.
    named = frozenset(meant)
    for kind, camps in marked.items():
        for word in actor_words(kind) - named:
            meant.setdefault(word, set()).update(camps)
    return {name: next(iter(camps)) for name, camps in meant.items() if len(camps) == 1}


def proper_names(spoken: Iterable[tuple[Party, Party]]) -> frozenset[str]:
    """Return the single words that parties bear as names only: "watches" of Halden Watches."""
    parties = {party for pair in spoken for party in pair}
    names = {name for p in parties for name in (p.name, p.acts_for or "") if name}
    written = {word for name in names for word in name.split()}
    common = {word for word in written if word.islower()}
    own = actor_words("bodies") | actor_words("state") | actor_words("rebels")
    proper = {plain(w).strip() for w in written if w[:1].isupper()}
    return frozenset(proper - common - own - actor_words("common"))


def mentions(
    words: Sequence[str],
    names: Mapping[str, str],
    speaker: str | None,
    uncalled: frozenset[str] = frozenset(),
) -> Iterator[tuple[int, str]]:
    """Yield where camps are named, by the index of the name's last word, in text order.

    "We" is the speaker's camp. ``uncalled`` are words that name nobody here, as they are written.
    """
    at = 0
    while at < len(words):
        length, camp = _longest(words, at, names)
        if length == 1 and words[at] in uncalled and "the" not in words[max(0, at - 1) : at]:
            # "The bank" is the Savings Bank, but "watches" not Halden Watches.
            camp = None
        if camp is None and speaker is not None:
            camp = speaker if words[at] in actor_words("first_person") else None
        if camp is not None:
            before = words[max(0, at - 2) : at]
            shared = any(w in actor_words("both") for w in before) and speaker != camp
            yield at + length - 1, BOTH if shared else camp
        elif words[at] == "both" and actor_words("camps").intersection(words[at + 1 : at + 2]):
            yield at, BOTH
        at += length


def _longest(words: Sequence[str], at: int, names: Mapping[str, str]) -> tuple[int, str | None]:
    for length in range(_LONGEST_NAME, 0, -1):
        camp = names.get(" ".join(words[at : at + length]))
        if camp is not None and at + length <= len(words):
            return length, camp
    return 1, None


@cache
def actor_words(kind: str) -> frozenset[str]:
    """Return a list of words for those who do deeds."""
    return frozenset(load_table("weighing")["actors"][kind])


def _names(party: Party) -> Iterator[str]:
    for name in (party.name, party.acts_for or ""):
        words = [w for w in plain(name).split() if w.isalnum() and w != "the"]
        if len(words) == 1 and deeds_in((words[0],)):
            # "Raids" or "the strike" does nothing by itself.
            continue
        if words:
            yield " ".join(words[:_LONGEST_NAME])
        # "Vrel" for Hana Vrel, "the Front" for the Southern Front: names are heard by their ends.
        own = actor_words("bodies") | actor_words("state") | actor_words("rebels")
        # The last word of "Widows of Korin" names a town rather than them.
        of_place = party.side is None and words[-2:-1] == ["of"]
        telling = words[-1:] != [] and (words[-1] not in actor_words("common") or words[-1] in own)
        if telling and not of_place:
            yield words[-1]
        # "Tessian missiles" are those of the Tessian army.
        of_state = _is_marked(party, "state") or _is_adjective(words[:1], party.side)
        if len(words) > 1 and words[0] not in actor_words("common") and of_state:
            yield words[0]


def _is_adjective(words: Sequence[str], side: str | None) -> bool:
    """Whether a name begins with its side's: "Pelagian coast guard" of Pelagia."""
    stem = plain(side or "").strip()[:-1]
    return len(stem) >= _SHORTEST_STEM and bool(words) and words[0].startswith(stem)


@cache
def _names_of_side(side: str) -> tuple[str, ...]:
    entry = load_table("countries").get(side)
    if entry is None:
        return (plain(side).strip(),)
    lists = [entry.get(key, []) for key in ("people", "names", "capitals", "seats")]
    found = [entry["name"], entry["adjective"], *(name for names in lists for name in names)]
    plural = [f"{entry['adjective']}s"]
    return tuple(plain(name).strip() for name in (*found, *plural))


def _is_marked(party: Party, kind: str) -> bool:
    """Whether a party's name tells that it is of a state, or of those who fight one."""
    if party.kind is PartyKind.GROUP and party.side is None:
        return False
    words = plain(f"{party.name} {party.acts_for or ''} {party.role or ''}").split()
    stately = kind == "state" and party.kind is PartyKind.GOVERNMENT
    return stately or any(word in actor_words(f"{kind}_names") for word in words)
