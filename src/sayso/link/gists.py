"""Gists: statements as linking sees them, with what they point back to in their article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

from spacy.tokens import Doc, Token

from sayso.language.en.tables import load_table
from sayso.language.parsed import ParsedText
from sayso.link.phrases import phrase_of
from sayso.link.terms import Weighed, unit, weigh_for_news, weigh_token, weigh_tokens
from sayso.model import Gist, Precision, Span, Statement, name_key

CONTEXT_TERMS = 40
INHERITED = 0.8
"""Weight of a term that a pointing content ("the attack") takes over from what it points at."""
FEW_TERMS = 2
OWN_KEYS = 4
CONTEXT_KEYS = 8
WINDOW = 2
"""Sentences before a statement that count as around it; after it one less does."""
LOOKED_BACK = 100
"""Most sentences, and most statements, that are looked through for what a content points at."""
NEWS_WINDOW = timedelta(days=3)
"""What news reports without a date happened at most this long before."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of an article in order: first offsets, ends, and weighed terms of each."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    terms: tuple[Mapping[str, float], ...]

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """Return the sentences of a parse."""
        found = list(doc.sents)
        return cls(
            tuple(s.start_char for s in found),
            tuple(s.end_char for s in found),
            tuple(weigh_tokens(s) for s in found),
        )

    def touching(self, start: int, end: int) -> range:
        """Return the indices of those that share a code point with a range."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def before(self, offset: int) -> Iterator[Mapping[str, float]]:
        """Yield the terms of the last few that end by an offset, the nearest first."""
        last = bisect_right(self.ends, offset)
        return reversed(self.terms[max(0, last - LOOKED_BACK) : last])


def make_gists(
    parsed: ParsedText, statements: Sequence[Statement], *, published: date | None
) -> tuple[Gist, ...]:
    """Return the gist of each statement of one article, aligned with ``statements``."""
    doc = parsed.doc
    context = context_of(doc, weigh_for_news)
    places = _main_place(statements)
    sentences = Sentences.of(doc)
    made: list[Gist] = []
    terms_so_far: list[tuple[Statement, dict[str, float]]] = []
    for statement in statements:
        tokens = _content_tokens(doc, statement)
        own = weigh_tokens(tokens)
        terms = {**_pointed_at(sentences, statement, tokens, own, terms_so_far), **own}
        terms_so_far.append((statement, terms))
        start, end = _period(statement, published)
        made.append(
            Gist(
                statement_id=statement.id,
                article_id=statement.article_id,
                matter_id=None,
                terms=terms,
                around=unit(_around(sentences, statement)),
                context=context,
                keys=_keys(terms, context),
                places=places,
                start=start,
                end=end,
                phrase=phrase_of(doc, statement),
            )
        )
    return tuple(made)


def _main_place(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return the key of the place that an article's statements name most, if they name any."""
    named = Counter(
        str(place.geonameid) if place.geonameid is not None else name_key(place.name)
        for statement in statements
        for place in statement.places
        if place.precision is not Precision.COUNTRY
    )
    return tuple(place for place, _ in named.most_common(1))


def _keys(terms: Mapping[str, float], context: Mapping[str, float]) -> tuple[str, ...]:
    own = sorted(terms, key=lambda t: (-terms[t], t))[:OWN_KEYS]
    return tuple(dict.fromkeys([*own, *list(context)[:CONTEXT_KEYS]])) if terms else ()


def _around(sentences: Sentences, statement: Statement) -> dict[str, float]:
    spans = (*statement.source, *statement.cue, *statement.content)
    start, end = statement.start, max(span.end for span in spans)
    own = sentences.touching(start, end)
    if not own:
        return {}
    near = sentences.terms[max(0, own[0] - WINDOW) : own[-1] + WINDOW]
    return {term: weight for terms in near for term, weight in terms.items()}


def _content_tokens(doc: Doc, statement: Statement) -> list[Token]:
    return [token for span in statement.content for token in tokens_in(doc, span)]


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """Return the tokens that share a code point with a span."""
    piece = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [] if piece is None else list(piece)


def context_of(
    doc: Doc, weigh: Callable[[Token], Weighed | None] = weigh_token
) -> dict[str, float]:
    """Return the terms that an article is about, the weightiest first, at unit length."""
    counts: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for token in doc:
        weighed = weigh(token)
        if weighed:
            counts[weighed[0]] += 1
            weights[weighed[0]] = max(weighed[1], weights.get(weighed[0], 0.0))
    scored = {term: weight * (1 + min(counts[term], 5)) for term, weight in weights.items()}
    top = sorted(scored, key=lambda t: (-scored[t], t))[:CONTEXT_TERMS]
    return unit({term: scored[term] for term in top})


@lru_cache(maxsize=1)
def _pointing() -> frozenset[str]:
    return frozenset(load_table("linking")["pointing"])


def _pointed_at(
    sentences: Sentences,
    statement: Statement,
    tokens: Sequence[Token],
    own: Mapping[str, float],
    before: Sequence[tuple[Statement, Mapping[str, float]]],
) -> dict[str, float]:
    """Return the terms of what a short, definite or pronominal content points back to."""
    points = any(t.lemma_.lower() in _pointing() for t in tokens)
    definite = any(t.lower_ in {"the", "that", "this", "these", "those", "such"} for t in tokens)
    pronoun = any(t.pos_ == "PRON" and t.lower_ in {"it", "this", "that", "so"} for t in tokens)
    if len(own) > FEW_TERMS or not (definite or pronoun or points or not own):
        return {}
    # What shares a word with the content is what it points at, the nearest first.
    for earlier, terms in reversed(before[-LOOKED_BACK:]):
        if earlier.id != statement.inside and own.keys() & terms.keys():
            return {term: weight * INHERITED for term, weight in terms.items()}
    first = min(span.start for span in statement.content)
    for terms in sentences.before(first):
        if own.keys() & terms.keys():
            return {term: weight * INHERITED for term, weight in terms.items()}
    if before and (points or pronoun or not own):
        return {term: weight * INHERITED for term, weight in before[-1][1].items()}
    return {}


def _period(statement: Statement, published: date | None) -> tuple[date | None, date | None]:
    starts = [d.start for d in statement.dates if d.start]
    ends = [d.end for d in statement.dates if d.end]
    if starts or ends:
        open_end = any(d.start and not d.end for d in statement.dates)
        start = min(starts) if starts else None
        return start, None if open_end else max(ends) if ends else None
    day = (statement.said.end if statement.said else None) or published
    if day is None:
        return None, None
    return (day - NEWS_WINDOW if day.toordinal() > NEWS_WINDOW.days else date.min), day
