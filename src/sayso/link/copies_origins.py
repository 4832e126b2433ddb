"""Origins: which articles an article makes one, and what its single statements come from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sayso.link.copies_shared import one_origin, shared
from sayso.model import MarkKind, Row, Sketch, Statement

_MOST_EARLIER = 20
"""Articles compared for each mark and with each article: a bound for text that everyone repeats."""
_FEWEST_SHARED = 3


def copied(sketch: Sketch, candidates: Iterable[Sketch]) -> tuple[str, ...]:
    """Return the ids of the origins that an article belongs to: of several, it makes one."""
    found = (other.origin_id for other in candidates if one_origin(sketch, other))
    return tuple(dict.fromkeys(found))


def origins_told(
    rows: Iterable[Row], origins: Mapping[str, str], sketches: Iterable[Sketch]
) -> Mapping[str, str]:
    """Return the origin ids of a matter's articles, and of statements that come from another.

    A story of its own may take over a passage: what is said there has the origin of the passage.
    The article that was published first is taken to have it first, on one day the longer one.
    ``origins`` maps article ids; the result maps those, and the ids of such statements.
    """
    of_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_article[row.article.id].append(row)
    told = dict(origins)
    known = [sketch for sketch in sketches if sketch.article_id in of_article]
    published = {article: rows[0].article.published for article, rows in of_article.items()}
    known.sort(key=lambda s: (published[s.article_id] or date.max, -len(s.signature), s.article_id))
    for sketch, earlier in _with_earlier(known):
        waiting = of_article[sketch.article_id]
        for other in earlier:
            origin = origins.get(other.article_id, other.article_id)
            if origin == origins.get(sketch.article_id) or not waiting:
                continue
            passages = shared(sketch, other)
            taken = {r.statement.id for r in waiting if passages.holds(*_ranges(r.statement))}
            told.update(dict.fromkeys(taken, origin))
            waiting = [row for row in waiting if row.statement.id not in taken]
    return told


def _ranges(statement: Statement) -> Iterator[tuple[int, int]]:
    for span in (*statement.source, *statement.cue, *statement.content):
        yield span.start, span.end


def _with_earlier(sketches: Sequence[Sketch]) -> Iterator[tuple[Sketch, list[Sketch]]]:
    """Yield each sketch with those before it that share marks with it, in their order."""
    having: dict[int, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        marks = {mark.hash for mark in sketch.signature if mark.kind is MarkKind.TOLD}
        met = Counter(i for mark in marks for i in having[mark])
        often = [i for i, times in met.most_common(_MOST_EARLIER) if times >= _FEWEST_SHARED]
        yield sketch, [sketches[i] for i in sorted(often)]
        for mark in marks:
            if len(having[mark]) < _MOST_EARLIER:
                having[mark].append(number)
