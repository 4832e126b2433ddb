"""The jobs that commands and pages share: plain functions over parts that they are handed.

Nothing here prints, parses arguments or makes a concrete part; ``assemble`` does the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.errors import InputError, LedgerError, SaysoError, SpanMismatchError
from sayso.language.parsed import ParsedText, Parser
from sayso.ledger.protocol import Book, Ledger, MatterFilter
from sayso.link import (
    Linked,
    copied,
    describe_matter,
    link_gists,
    make_gists,
    origins_told,
    sketch_of,
)
from sayso.model import Account, Article, ArticleHead, Gist, Matter, Row, Run, Sketch, Statement
from sayso.resolve import Resources, resolve
from sayso.tag import Tagger
from sayso.weigh import Merges, is_due, stance_of, stances, weigh

CANDIDATES_PER_KEY = 200
CANDIDATES = 300
"""The statements compared with an article: those that share most keys, of the newest of each key.
These bounds keep an article's cost flat. Fewer make the order of articles count: with the 15 newest
of each key, 420 reports of one war in two orders agreed at B-cubed 0.89."""
GISTS_PER_MATTER = 60
GISTS_AT_ONCE = 150
"""Most statements of one article that are linked at once."""


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
    inputs: Iterable[Article | InputError],
    *,
    ledger: Ledger,
    spread: Spread,
    run: Run,
    merges: Merges,
) -> Iterator[Outcome]:
    """Read articles into the ledger, one transaction each, and yield what became of each input.

    Articles that the ledger holds are not analysed again, so a run that was stopped goes on where
    it stood. Large matters are weighed when they have grown by a share, and at the end; what a
    killed run left to weigh, the next one does. ``merges`` is the user's word on who is one party.
    """
    fails = False
    try:
        for result in spread(_sorted_out(inputs, ledger)):
            if isinstance(result, Analysis):
                yield _stored(ledger, result, run, merges)
            else:
                yield result
    except LedgerError:
        fails = True
        raise
    finally:
        # Nothing can be weighed in a ledger that fails.
        if not fails:
            weigh_changed(ledger, merges)


def weigh_changed(ledger: Ledger, merges: Merges) -> None:
    """Weigh the matters that have changed since they were weighed, one transaction each.

    Those that hold nothing any more are removed.
    """
    for matter in ledger.changed_matters():
        with ledger.writing() as book:
            if not book.drop_empty([matter]):
                weigh_matter(book, matter, merges)


def weigh_again(ledger: Ledger, merges: Merges) -> Iterator[str]:
    """Weigh every matter anew, one transaction each, and yield its id: who is one party may change.

    Nothing that was read changes. A run that was stopped leaves each matter as it was or anew.
    """
    for matter in [weighed.matter.id for weighed in ledger.matters(MatterFilter())]:
        with ledger.writing() as book:
            weigh_matter(book, matter, merges)
        yield matter


def _sorted_out(inputs: Iterable[Article | InputError], ledger: Ledger) -> Iterator[Item]:
    for item in inputs:
        if isinstance(item, InputError):
            yield Failed(item)
        elif ledger.has_article(item.id):
            yield Known(item.head)
        else:
            yield item


def _stored(ledger: Ledger, analysis: Analysis, run: Run, merges: Merges) -> Outcome:
    try:
        with ledger.writing() as book:
            if store_analysis(book, analysis, run, merges):
                return Stored(analysis.article.head, len(analysis.statements))
            return Known(analysis.article.head)
    except SpanMismatchError as error:
        return Failed(error)


def store_analysis(book: Book, analysis: Analysis, run: Run, merges: Merges) -> bool:
    """Append, link and weigh one article in an open transaction; False if it was there already."""
    if not book.append(analysis.article, analysis.statements, run):
        return False
    sketch = analysis.sketch
    origins = copied(sketch, book.sketches(sketch.bands))
    book.save_sketch(sketch)
    changed = book.join_origins([sketch.origin_id, *origins]) if origins else ()
    said = {s.id: s for s in analysis.statements}
    for linked in _linked(book, analysis.gists):
        book.save_accounts(
            Account(s.id, gist.matter_id, stance_of(s), s.confidence, run.id)
            for gist in linked.gists
            if gist.matter_id is not None and (s := said[gist.statement_id])
        )
        _settle(book, linked, merges)
    # Where two origins became one, matters that this article does not touch have fewer, too.
    _weigh_due(book, changed, merges)
    return True


def _linked(book: Book, gists: Sequence[Gist]) -> Iterator[Linked]:
    """Link an article's gists and store them with the matters that they open.

    A long article is linked in pieces, each with what came before it: the cost is bounded.
    """
    for start in range(0, len(gists), GISTS_AT_ONCE):
        linked = link_gists(
            gists[start : start + GISTS_AT_ONCE],
            lambda keys: book.gists_by_key(keys, per_key=CANDIDATES_PER_KEY, most=CANDIDATES),
            lambda matter, limit: book.gists_of_matter(matter, limit=limit),
        )
        for matter in linked.opened:
            # Accounts refer to their matter, so it must be there before it can be described.
            book.save_matter(Matter(matter, "", None, None, None))
        book.save_gists((*linked.gists, *linked.moved))
        yield linked


def _settle(book: Book, linked: Linked, merges: Merges) -> None:
    """Move the accounts that linking took elsewhere, and weigh the matters that are due."""
    book.move_accounts(linked.moved)
    left = linked.left.difference(book.drop_empty(linked.left))
    # What was told of a matter by statements that left it is no longer so.
    for matter in sorted(left):
        weigh_matter(book, matter, merges)
    touched = {g.matter_id for g in (*linked.gists, *linked.moved) if g.matter_id is not None}
    _weigh_due(book, touched - left, merges)


def _weigh_due(book: Book, matters: Iterable[str], merges: Merges) -> None:
    for matter, grown in book.growth(matters).items():
        if is_due(grown.statements, grown.changed):
            weigh_matter(book, matter, merges)


def relink(ledger: Ledger, merges: Merges) -> Iterator[ArticleHead]:
    """Link and weigh all that the ledger holds from scratch, and yield each article when linked.

    It is one transaction an article: a run that was stopped goes on where it stood. Until then,
    statements that were not reached stay in the matters they were in. No article is read again.
    Articles are linked in the order of their publication.
    """
    heads = ledger.unlinked()
    if not heads:
        with ledger.writing() as book:
            book.unlink()
        heads = ledger.unlinked()
    try:
        for head in heads:
            with ledger.writing() as book:
                for linked in _linked(book, book.gists_of_article(head.id)):
                    told = (*linked.gists, *linked.moved)
                    book.move_accounts(told)
                    # Also those whose accounts were there before.
                    book.mark_changed(g.matter_id for g in told if g.matter_id is not None)
                    book.drop_empty(linked.left)
            yield head
    finally:
        # At the end: most accounts of a matter come to it later.
        weigh_changed(ledger, merges)


def weigh_matter(book: Book, matter_id: str, merges: Merges) -> int:
    """Describe and weigh one matter anew from its rows; return their number."""
    rows = _with_stances(book, matter_id, book.rows_of_matter(matter_id), merges)
    if not rows:
        # A run that is stopped within a transaction has nothing of it to weigh.
        return 0
    gists = book.gists_of_matter(matter_id, limit=GISTS_PER_MATTER)
    book.save_matter(describe_matter(matter_id, gists, rows))
    articles = {row.article.id for row in rows}
    origins = book.origins(articles)
    if len(set(origins.values())) > 1:
        origins = origins_told(rows, origins, book.sketches_of(articles))
    book.save_weighing(matter_id, weigh(rows, origins, merges))
    return len(rows)


def _with_stances(
    book: Book, matter_id: str, rows: Iterable[Row], merges: Merges
) -> tuple[Row, ...]:
    """Return a matter's rows with their stances taken anew; those that changed are stored."""
    before = tuple(rows)
    found = stances(before, merges)
    book.save_accounts(
        Account(s.id, matter_id, found[s.id], s.confidence, s.run)
        for row in before
        if found[(s := row.statement).id] is not row.stance
    )
    return tuple(replace(row, stance=found[row.statement.id]) for row in before)
