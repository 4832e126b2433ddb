"""Matters: what a cluster of statements is called, where and when it is said to have happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sayso.link.phrases import LONGEST
from sayso.link.terms import cosine
from sayso.model import Gist, Matter, Place, Precision, Row, joined_text

_EXACT = (Precision.POINT, Precision.TOWN, Precision.REGION, Precision.COUNTRY)


def describe_matter(matter_id: str, gists: Sequence[Gist], rows: Sequence[Row]) -> Matter:
    """Return the matter of these statements; ``rows`` must not be empty.

    The title is the phrase closest to what all its statements say, a question before a quotation.
    """
    start, end = _period(rows)
    return Matter(matter_id, _title(gists, rows), _place(rows), start, end)


def _title(gists: Sequence[Gist], rows: Sequence[Row]) -> str:
    whole: Counter[str] = Counter()
    for gist in gists:
        whole.update(gist.terms)
    phrases = [g for g in gists if g.phrase]
    if not phrases:
        return _fallback(rows)
    best = max(phrases, key=lambda g: (_rank(g, whole), g.statement_id))
    return best.phrase or ""


def _fallback(rows: Sequence[Row]) -> str:
    first = min(rows, key=lambda r: (r.article.published or date.max, r.statement.id)).statement
    words = " ".join(joined_text(first.content).split())
    speaker = first.party.name if first.party else "unnamed source"
    short = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{speaker[:1].upper()}{speaker[1:]} on “{short}”"


def _rank(gist: Gist, whole: Mapping[str, float]) -> float:
    phrase = gist.phrase or ""
    form = 1.0 if phrase.startswith("Whether ") else 0.7
    brief = 1.0 if not phrase.endswith(("…", "…”")) else 0.85
    return form * brief * (0.1 + cosine(gist.terms, whole))


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
