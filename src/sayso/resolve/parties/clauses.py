"""What a clause tells of somebody: "who leads the strike", "whose brother was taken"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import PartyKind
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import complement, is_word
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.sides import SideTable, names_country
from sayso.resolve.parties.words import Word

_LONGEST = 16
_BETWEEN = 10
_KIN_WITHIN = 4
_OPENINGS = frozenset({"who", "whose"})
_BE = frozenset({"was", "were", "been"})
_LIVED = frozenset({"lived"})
_WORK = frozenset({"works", "worked"})
_AT = frozenset({"in", "at", "for"})
_COUNSEL = "lawyer"
_RESIDENT, _RELATIVE, _SURVIVOR, _WORKER = "resident", "relative", "survivor", "worker"


def told_by_clause(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return the role that a clause from "who" or "whose" on tells, and whom its holder acts for.

    The words may go on beyond the clause. What somebody was or did before is no role.
    """
    clause = words[:_LONGEST]
    if not clause:
        return None
    opening = clause[0].text.casefold()
    if opening == "whose":
        second = next((i for i, word in enumerate(clause[:-1]) if word.text == "who"), None)
        doing = _does(clause[second + 1 :], sides) if second else None
        return doing or _of_whose(clause[1:])  # "whose son was taken and who leads the search"
    if opening != "who" or len(clause) < 2:
        return None
    return _does(clause[1:], sides) or _undergoes(clause[1:])


def clause_start(words: Sequence[Word]) -> int | None:
    """Return where "who" or "whose" opens a clause within a description, None without one."""
    return next((i for i, word in enumerate(words) if i and is_word(word, _OPENINGS)), None)


def clause_after(words: Sequence[Word], after: int) -> Sequence[Word]:
    """Return the clause on a name that ends before ``after``: nothing else is named between."""
    for i in range(after, min(after + _BETWEEN, len(words))):
        word = words[i]
        if is_word(word, _OPENINGS):
            return words[i : i + _LONGEST]
        named = word.capital and not names_country(word.text)
        if named or word.verb or not (word.key or word.text == ","):
            return ()
    return ()


def is_of_body(words: Sequence[Word]) -> bool:
    """Whether "whose leader is in jail", "whose members vote" follows: only bodies have them."""
    told = callings()
    return words[0].text.casefold() == "whose" and any(
        is_word(word, told.members) for word in words[1:_KIN_WITHIN]
    )


def _of_whose(words: Sequence[Word]) -> Reading | None:
    """Return a relative of "whose younger brother was taken", a resident of "whose roof fell"."""
    told = callings()
    roles = lexicon().roles
    for word in words[:_KIN_WITHIN]:
        kin = word.key in roles and roles[word.key].word == _RELATIVE
        if kin or is_word(word, told.kin):
            return _as(_RELATIVE)
        if is_word(word, told.dwellings):
            return _as(_RESIDENT)
    return None


def _undergoes(words: Sequence[Word]) -> Reading | None:
    """Return a survivor of "who was pulled out alive", a resident of "who has lived there"."""
    told = callings()
    first, *rest = words
    if is_word(first, told.outlived):
        return _as(_SURVIVOR)
    if is_word(first, _BE) and rest and is_word(rest[0], told.saved):
        return _as(_SURVIVOR)
    if first.text == "has" and rest and is_word(rest[0], _LIVED):
        return _as(_RESIDENT)
    return None


def _does(words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return a leader of "who leads the union", a worker of "who sews shirts in a mill"."""
    told = callings()
    if words[0].text == "has" and len(words) > 1:
        words = words[1:]  # "who has represented him since his arrest"
    verb, object_ = words[0].text.casefold(), words[1:]
    role = told.doing.get(verb)
    if role is not None and object_:
        return _holder(role, object_, sides)
    if verb in told.living and verb != "lives":
        return _as(told.living[verb])
    if verb == "lives" and object_:
        return _as(_RESIDENT)
    if is_word(words[0], _WORK) and object_ and is_word(object_[0], _AT) and verb == "works":
        return _as(_WORKER)
    toils = verb.endswith("s") and words[0].key and verb not in ("is", "has", "was")
    if toils and any(is_word(word, told.workplaces) for word in object_):
        return _as(_WORKER)
    return None


def _holder(role: str, words: Sequence[Word], sides: SideTable) -> Reading | None:
    """Return who leads or represents what the words name; None for a lawmaker's constituency."""
    whom = _owner(complement(words))
    inner = read_phrase(whom, sides) if whom else None
    person = inner is not None and inner.kind in (PartyKind.PERSON, PartyKind.GROUP)
    if role == _COUNSEL:
        named = inner is not None and (person or (inner.kind is None and not whom[0].proper))
        if inner is None or not named:
            return None
        return _as(role, office=inner.name, country=None)
    if inner is None or inner.kind not in (*BODIES, None):
        return _as(role)
    return _as(role, office=inner.name, country=inner.country)


def _owner(words: Sequence[Word]) -> Sequence[Word]:
    """Return "the World Bank" of "the World Bank's response team", "Velm Unity" of "… group"."""
    lex = lexicon()
    at = next((i for i, word in enumerate(words) if word.possessive), 0)
    after = words[at + 1 :]
    named = any(word.capital for word in words[:at])
    if named and after and not any(word.capital for word in after):
        return words[:at]
    end = len(words)
    proper = sum(word.capital for word in words[:-1])
    if proper > 1 and not words[-1].capital and words[-1].key in lex.gatherings:
        end -= 1
    return words[:end]


def _as(role: str, *, office: str | None = None, country: str | None = None) -> Reading:
    return Reading(role, PartyKind.GROUP, role, office, country, basis="")
