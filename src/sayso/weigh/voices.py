"""Voices: whether two accounts are surely by two who speak for themselves."""

from __future__ import annotations

from functools import cache, lru_cache

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Party, PartyKind, Row, joined_text

_FEWEST = 4
"""Words that a content must have for its repetition to tell anything."""
REMEMBERED = 4096
"""Names whose words are kept: a matter compares each of its accounts with many others."""


def are_two(one: Row, other: Row) -> bool:
    """Whether two rows with parties are surely by different voices.

    A text names a body once and then calls it "the observatory" or "a monitor"; and what one
    party is said to have said is no second voice against the words that tell of it.
    """
    first, second = one.statement.party, other.statement.party
    if first is None or second is None or _nested(one, other):
        return False
    bare = _is_bare(first.name) or _is_bare(second.name)
    if bare and _may_be_body(first) and _may_be_body(second) and not _unlike(first, second):
        return False
    if one.article.id != other.article.id:
        return True
    words, others = _words(first.name), _words(second.name)
    return not (words <= others or others <= words)


def _nested(one: Row, other: Row) -> bool:
    return other.statement.id == one.statement.inside or one.statement.id == other.statement.inside


def repeats(one: Row, other: Row) -> bool:
    """Whether one article gives one content twice: as told, and within who told of it."""
    if one.article.id != other.article.id:
        return False
    short, long = sorted((_content(one), _content(other)), key=len)
    return len(short.split()) >= _FEWEST and short in long


def _content(row: Row) -> str:
    return plain(joined_text(row.statement.content))


@lru_cache(maxsize=REMEMBERED)
def _is_bare(name: str) -> bool:
    """Whether a party is called by words that could stand for any body: "monitoring group"."""
    words = plain(name).split()
    told = max((i + 1 for i, w in enumerate(words) if w in _table("articles")), default=0)
    last = words[-1:] if name.islower() else words[told:] if told else []
    return bool(last) and last[-1] in _table("bodies")


def _may_be_body(party: Party) -> bool:
    return party.kind is PartyKind.ORGANISATION or _is_bare(party.name)


def _unlike(first: Party, second: Party) -> bool:
    """Whether one is a monitor and the other an outlet: "monitoring group" and "state media"."""
    kinds = [
        {kind for kind in ("monitors", "outlets") if not _words(p.name).isdisjoint(_table(kind))}
        for p in (first, second)
    ]
    return bool(kinds[0] and kinds[1]) and kinds[0].isdisjoint(kinds[1])


@lru_cache(maxsize=REMEMBERED)
def _words(name: str) -> frozenset[str]:
    return frozenset(w for w in plain(name).split() if w not in _table("articles"))


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_table("weighing")["voices"][name])
