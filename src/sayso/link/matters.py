"""Matters: what a cluster of statements is called, where and when it is said to have happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from math import sqrt

from sayso.language.en.deeds import deed_forms
from sayso.language.en.tables import load_table
from sayso.link.phrases import LONGEST
from sayso.link.terms import cosine, rarity, stem, unit
from sayso.model import Act, Gist, Matter, Place, Precision, Row, Stance, joined_text

_ANSWERING = {Act.ACCUSE, Act.DENY, Act.CONFIRM, Act.ADMIT}
"""Acts that answer the question of a matter, where others may tell what stands about it."""
_DENYING = {Act.DENY, Act.REJECT, Act.DOUBT}
_QUESTION = "Whether "
_CLAIM, _TOPIC = 0.7, 0.55
"""What a quotation is worth beside a question: a clause, and a mere noun ("on “the raid”")."""
_LACK = 0.78
"""For each thing that a title lacks: an end, a name, what it is about, a plain claim, a deed."""
_NAMELESS = 2
"""A title without a name lacks twice as much: it could be of any such event."""
_CALLED = 0.7
"""How much the articles' own titles count beside what is said."""
_OPINING = {"should", "must", "can", "cannot", "could", "may", "might", "not", "no", "never"}
"""Words of a clause that tells what ought to be, or what was not: its opposite asks better."""
_NEGATIVE = {"no", "not", "never", "nobody", "none", "nothing"}
_POINTERS = {"this", "that", "these", "those", "such"}
_ASKED = 1.15
_LEAST = 2.5
"""Rarity of a word up to which it tells little: "the", "people", "made"."""
_MARKS = "\"'“”‘’,;:.!?()…"
_EXACT = (Precision.POINT, Precision.TOWN, Precision.REGION, Precision.COUNTRY)


def describe_matter(matter_id: str, gists: Sequence[Gist], rows: Sequence[Row]) -> Matter:
    """Return the matter of these statements; ``rows`` must not be empty.

    The title is the phrase closest to what all its articles say, a question before a quotation,
    one that names who or where before one that points ("the attack").
    """
    start, end = _period(rows)
    return Matter(matter_id, _title(gists, rows), _place(rows), start, end)


def _title(gists: Sequence[Gist], rows: Sequence[Row]) -> str:
    phrases = [g for g in gists if g.phrase]
    if not phrases:
        return _fallback(rows)
    whole = _whole(gists, rows)
    by_id = {row.statement.id: row for row in rows}

    def rank(gist: Gist) -> tuple[bool, float, str]:
        row, phrase = by_id[gist.statement_id], gist.phrase or ""
        answers = row.statement.act in _ANSWERING
        fits = not _asks_otherwise(phrase, row)
        return fits, _rank(phrase, whole, answers), gist.statement_id

    best = max(phrases, key=rank)
    return best.phrase or ""


def _asks_otherwise(phrase: str, row: Row) -> bool:
    """Whether the title would ask the opposite of what the stances are towards.

    Who denies that they shelled the dam may charge others with it: they affirm their charge, and
    deny what the matter is about. A phrase is what its speaker affirms, or what they deny; what
    they deny in words of their own ("no shell of ours fell there") they affirm as it stands.
    """
    if not phrase.startswith(_QUESTION):
        return False
    negated = not _NEGATIVE.isdisjoint(word.casefold() for word in phrase.split())
    affirms = row.statement.act not in _DENYING or negated
    return row.stance is (Stance.DENIES if affirms else Stance.AFFIRMS)


def _whole(gists: Sequence[Gist], rows: Sequence[Row]) -> Mapping[str, float]:
    """Return what all the statements say and what their articles are called, by stem.

    One long article counts for less than several.
    """
    per_article = Counter(gist.article_id for gist in gists)
    told: Counter[str] = Counter()
    for gist in gists:
        share = 1 / sqrt(per_article[gist.article_id])
        told.update({term: weight * share for term, weight in gist.terms.items()})
    called: Counter[str] = Counter()
    for head in {row.article.id: row.article for row in rows}.values():
        called.update(_own(head.title or ""))
    told_unit, called_unit = unit(told), unit(called)
    terms = told_unit.keys() | called_unit.keys()
    return {t: told_unit.get(t, 0.0) + _CALLED * called_unit.get(t, 0.0) for t in terms}


def _fallback(rows: Sequence[Row]) -> str:
    first = min(rows, key=lambda r: (r.article.published or date.max, r.statement.id)).statement
    words = " ".join(joined_text(first.content).split())
    speaker = first.party.name if first.party else "unnamed source"
    short = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{speaker[:1].upper()}{speaker[1:]} on “{short}”"


def _rank(phrase: str, whole: Mapping[str, float], answers: bool) -> float:
    question = phrase.startswith(_QUESTION)
    words = (phrase.removeprefix(_QUESTION) if question else phrase.partition("“")[2]).split()
    form = 1.0 if question else _CLAIM if ": “" in phrase else _TOPIC
    lacks = (
        phrase.endswith(("…", "…”")),
        *[not any(c.isupper() for word in words[1:] for c in word)] * _NAMELESS,
        _points(words),
        not _OPINING.isdisjoint(word.casefold() for word in words),
        deed_forms().keys().isdisjoint(word.strip(_MARKS).casefold() for word in words),
    )
    asked = _ASKED if answers else 1.0
    # What a content only points at tells no reader of the title anything: its own words count.
    return form * asked * _LACK ** sum(lacks) * (0.1 + cosine(_own(" ".join(words)), whole))


def _points(words: Sequence[str]) -> bool:
    """Whether a clause speaks of what only its article tells: "the incident", "our struggle"."""
    first, second = (word.strip(_MARKS).casefold() for word in (*words[:2], "", "")[:2])
    nouns, table = _pointing(), load_table("linking")
    return (
        first in _POINTERS or (first == "the" and second in nouns) or first in table["first_person"]
    )


@cache
def _pointing() -> frozenset[str]:
    nouns = load_table("linking")["pointing"]
    return frozenset([*nouns, *(f"{noun}s" for noun in nouns)])


def _own(text: str) -> dict[str, float]:
    """Return the stems of a text's telling words with their weights."""
    words = [word.strip(_MARKS) for word in text.split()]
    return {stem(word): rarity(word.casefold()) for word in words if _tells(word)}


def _tells(word: str) -> bool:
    return rarity(word.casefold()) > _LEAST and any(c.isalpha() for c in word)


def _place(rows: Sequence[Row]) -> Place | None:
    named: Counter[str] = Counter()
    first: dict[str, Place] = {}
    for row in rows:
        for place in row.statement.places:
            named[place.name] += 1
            first.setdefault(place.name, place)
    if not named:
        return None
    # Countries are named for who acts there; where it happened is the most exact of the rest.
    best = min(
        named,
        key=lambda n: (
            first[n].precision is Precision.COUNTRY,
            -named[n],
            _EXACT.index(first[n].precision),
            n,
        ),
    )
    return first[best]


def _period(rows: Sequence[Row]) -> tuple[date | None, date | None]:
    dated = [d for row in rows for d in row.statement.dates if d.start or d.end]
    starts = [d.start for d in dated if d.start]
    if not starts:
        return None, None
    # An open end stays open: what is said to go on since a day has not ended.
    ends = [d.end for d in dated if d.end]
    return min(starts), None if len(ends) < len(dated) or not ends else max(ends)
