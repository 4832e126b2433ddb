"""The jobs that commands and pages share: plain functions over parts that they are handed.

Nothing here prints, parses arguments or makes a concrete part; ``assemble`` does the last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.errors import InputError, LedgerError, SaysoError, SpanMismatchError
from sayso.language.parsed import ParsedText, Parser
from sayso.ledger.protocol import Book, Ledger
from sayso.link import (
    describe_matter,
    link_gists,
    make_gists,
    matter_opened_by,
    sketch_of,
    with_origin,
)
from sayso.model import Account, Article, ArticleHead, Gist, Matter, Row, Run, Sketch, Statement
from sayso.resolve import Resources, resolve
from sayso.tag import Tagger
from sayso.weigh import Schedule, stance_of, stances, weigh

CANDIDATES_PER_KEY = 15
"""The newest statements looked at for each key: a bound that keeps an article's cost flat."""
GISTS_PER_MATTER = 60


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that is inferred from one article by itself, ready to be stored and linked."""

    article: Article
    statements: tuple[Statement, ...]
    gists: tuple[Gist, ...]
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Stored:
    """An article went into the ledger, with this many statements."""

    article: ArticleHead
    statements: int


@dataclass(frozen=True, slots=True)
class Known:
    """An article was in the ledger already: nothing was added."""

    article: ArticleHead


@dataclass(frozen=True, slots=True)
class Failed:
    """An input can't be read; the rest goes on."""

    error: SaysoError


Outcome = Stored | Known | Failed
Item = Article | Known | Failed
Spread = Callable[[Iterable[Item]], Iterator[Analysis | Known | Failed]]
"""Analyses the articles among the items, over an engine; the rest passes through, in order."""


def analyse_article(
    article: Article, *, parser: Parser, tagger: Tagger, resources: Resources, run: Run
) -> Analysis:
    """Tag and resolve one article and make what linking needs of it: the work of one process."""
    parsed = ParsedText(article.text, article.blocks, parser)
    statements = resolve(
        parsed,
        tagger(parsed),
        resources,
        article_id=article.id,
        published=article.published,
        run=run.id,
    )
    # One statement for one set of spans: a tagger that finds it twice has found it once.
    statements = tuple({s.id: s for s in statements}.values())
    gists = make_gists(parsed, statements, published=article.published)
    return Analysis(article, statements, gists, sketch_of(article))


def read_articles(
    inputs: Iterable[Article | InputError], *, ledger: Ledger, spread: Spread, run: Run
) -> Iterator[Outcome]:
    """Read articles into the ledger, one transaction each, and yield what became of each input.

    Articles that the ledger holds are not analysed again, so a run that was stopped goes on where
    it stood. Large matters are weighed when they have grown by a share, and at the end.
    """
    schedule = Schedule()
    try:
        for result in spread(_sorted_out(inputs, ledger)):
            if isinstance(result, Analysis):
                yield _stored(ledger, result, run, schedule)
            else:
                yield result
    except LedgerError:
        # Nothing can be weighed in a ledger that fails, and what it failed on is not in it.
        schedule = Schedule()
        raise
    finally:
        weigh_overdue(ledger, schedule)


def weigh_overdue(ledger: Ledger, schedule: Schedule) -> None:
    """Weigh the matters that have grown since they were weighed, one transaction each."""
    for matter in schedule.overdue():
        with ledger.writing() as book:
            weigh_matter(book, matter, schedule)


def _sorted_out(inputs: Iterable[Article | InputError], ledger: Ledger) -> Iterator[Item]:
    for item in inputs:
        if isinstance(item, InputError):
            yield Failed(item)
        elif ledger.has_article(item.id):
            yield Known(item.head)
        else:
            yield item


def _stored(ledger: Ledger, analysis: Analysis, run: Run, schedule: Schedule) -> Outcome:
    try:
        with ledger.writing() as book:
            if store_analysis(book, analysis, run, schedule):
                return Stored(analysis.article.head, len(analysis.statements))
            return Known(analysis.article.head)
    except SpanMismatchError as error:
        return Failed(error)


def store_analysis(book: Book, analysis: Analysis, run: Run, schedule: Schedule) -> bool:
    """Append, link and weigh one article in an open transaction; False if it was there already."""
    if not book.append(analysis.article, analysis.statements, run):
        return False
    sketch = analysis.sketch
    book.save_sketch(with_origin(sketch, book.sketches(sketch.bands)))
    link_matters(book, analysis.statements, analysis.gists, run, schedule)
    return True


def link_matters(
    book: Book,
    statements: Iterable[Statement],
    gists: tuple[Gist, ...],
    run: Run,
    schedule: Schedule,
) -> None:
    """Link one article's stored statements into matters and weigh those that are due."""
    linked = link_gists(gists, lambda keys: book.gists_by_key(keys, per_key=CANDIDATES_PER_KEY))
    of_statement = {gist.statement_id: gist.matter_id for gist in linked}
    touched = Counter(m for m in of_statement.values() if m is not None)
    for gist in linked:
        if gist.matter_id == matter_opened_by(gist):
            # Accounts refer to their matter, so it must be there before it can be described.
            book.save_matter(Matter(gist.matter_id, "", None, None, None))
    book.save_gists(linked)
    book.save_accounts(
        Account(s.id, matter, stance_of(s), s.confidence, run.id)
        for s in statements
        if (matter := of_statement.get(s.id)) is not None
    )
    for matter, added in touched.items():
        if schedule.add(matter, added):
            weigh_matter(book, matter, schedule)


def weigh_matter(book: Book, matter_id: str, schedule: Schedule) -> None:
    """Describe and weigh one matter anew from its rows."""
    rows = _with_stances(book, matter_id, book.rows_of_matter(matter_id))
    gists = book.gists_of_matter(matter_id, limit=GISTS_PER_MATTER)
    book.save_matter(describe_matter(matter_id, gists, rows))
    origins = book.origins({row.article.id for row in rows})
    book.save_weighing(matter_id, weigh(rows, origins))
    schedule.weighed(matter_id, len(rows))


def _with_stances(book: Book, matter_id: str, rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return a matter's rows with their stances taken anew; those that changed are stored."""
    before = tuple(rows)
    found = stances(before)
    book.save_accounts(
        Account(s.id, matter_id, found[s.id], s.confidence, s.run)
        for row in before
        if found[(s := row.statement).id] is not row.stance
    )
    return tuple(replace(row, stance=found[row.statement.id]) for row in before)
