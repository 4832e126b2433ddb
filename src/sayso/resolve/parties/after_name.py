"""What stands after a name and tells a nation or a post: "Ada Moss, a Chadian shepherd"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import complement
from sayso.resolve.parties.reading import BODIES, Reading
from sayso.resolve.parties.runs import Run
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word

_ARTICLES = frozenset({"a", "an"})
_BEFORE_NATION = 3
_LONGEST = 12
_RELATIVE = "relative"
_CLOSING = frozenset({",", ".", ";", ":", "—", "–"})
_LEADS = {
    "leads": "leader",
    "led": "leader",
    "heads": "head",
    "headed": "head",
    "chairs": "chair",
    "commands": "commander",
    "represents": "lawyer",
    "defends": "lawyer",
}


def nation_after(words: Sequence[Word], run: Run, sides: SideTable) -> str | None:
    """Return the country whose adjective an apposition has: "…, a 19-year-old Chadian who"."""
    at = run.first + len(run.words)
    if [word.text for word in words[at : at + 1]] != [","]:
        return None
    at += 1
    if not words[at : at + 1] or words[at].text not in _ARTICLES:
        return None
    for i in range(at + 1, min(at + 1 + _BEFORE_NATION, len(words))):
        place = country_at(sides, words, i) if words[i].key else None
        if place is not None:
            following = words[place[1] : place[1] + 1]
            named = bool(following) and (following[0].capital or following[0].possessive)
            return None if named or place[0].form is not Form.DEMONYM else place[0].code
        if words[i].capital or not words[i].letters:
            return None
    return None


def post_after(words: Sequence[Word], run: Run, sides: SideTable) -> Reading | None:
    """Return the post that a clause tells: "who leads the Front", "who represents Ada Moss"."""
    at = run.first + len(run.words)
    at += bool(words[at : at + 1]) and words[at].text == ","
    verb = words[at + 1 : at + 2]
    if words[at : at + 1] and words[at].text == "whose" and _is_kin(words[at + 1 : at + 4]):
        return Reading(_RELATIVE, PartyKind.OFFICE, role=_RELATIVE)
    if not verb or words[at].text != "who" or verb[0].text not in _LEADS:
        return None
    whom = complement(words[at + 2 : at + 2 + _LONGEST])
    end = next((i for i, word in enumerate(whom) if word.text in _CLOSING), len(whom))
    owner = next((i for i, word in enumerate(whom[:end]) if word.possessive), end)
    end = owner if owner and whom[owner - 1].capital else end  # "the UN's response team"
    read = read_phrase(whom[:end], sides) if end else None
    role = _LEADS[verb[0].text]
    client = role == "lawyer" and read is not None and read.kind in (PartyKind.PERSON, None)
    if read is None or not (read.kind in BODIES or client) or not read.name[:1].isupper():
        return None
    country = None if client or role == "lawyer" else read.country
    return Reading(
        role, PartyKind.OFFICE, role=role, office=read.name, country=country, opposed=read.opposed
    )


def _is_kin(words: Sequence[Word]) -> bool:
    """Whether somebody's family follows: "whose younger brother was killed"."""
    roles = lexicon().roles
    return any(word.key in roles and roles[word.key].word == _RELATIVE for word in words)


def as_told_after(reading: Reading, words: Sequence[Word], run: Run, sides: SideTable) -> Reading:
    """Return a person with the nation that an apposition tells, where nothing else does."""
    if reading.country is not None or reading.opposed:
        return reading
    code = nation_after(words, run, sides)
    beside = words[run.first : run.first + len(run.words) + _LONGEST]
    opposed = any(word.text in lexicon().opposed for word in beside)
    return replace(reading, country=code) if code and not opposed else reading
