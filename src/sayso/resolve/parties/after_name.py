"""What stands after a name and tells a nation: "Ada Moss, a Chadian shepherd"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.runs import Run
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word

_ARTICLES = frozenset({"a", "an"})
_BEFORE_NATION = 3
_LONGEST = 12


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


def as_told_after(reading: Reading, words: Sequence[Word], run: Run, sides: SideTable) -> Reading:
    """Return a person with the nation that an apposition tells, where nothing else does."""
    if reading.country is not None or reading.opposed:
        return reading
    code = nation_after(words, run, sides)
    beside = words[run.first : run.first + len(run.words) + _LONGEST]
    opposed = any(word.text in lexicon().opposed for word in beside)
    return replace(reading, country=code) if code and not opposed else reading
