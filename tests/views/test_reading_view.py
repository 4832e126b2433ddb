"""An article cut at the edges of its marks: every mark's text is the span that was stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from sayso.errors import NotFoundError
from sayso.ledger import Ledger, open_ledger
from sayso.model import Article, Block, BlockKind, Statement
from sayso.views import ReadingPage, reading_page, reading_part
from sayso.views.reading import PART, cut_in_parts
from told_articles import NESTED, odd_article, store, store_copies, told, told_article


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(str(tmp_path / "read.db"), create=True)) as book:
        yield book


def shown(page: ReadingPage) -> dict[tuple[str, str], str]:
    """The text under each statement's marks, by statement and role."""
    found: defaultdict[tuple[str, str], str] = defaultdict(str)
    for block in page.blocks:
        for segment in block.segments:
            for touch in segment.touches:
                found[touch.statement, touch.role] += segment.text
    return found


def stored(statements: Sequence[Statement]) -> dict[tuple[str, str], str]:
    found = {}
    for s in statements:
        roles = {
            "source": s.source,
            "cue": s.cue,
            "content": s.content,
            "place": [p.span for p in s.places],
            "date": [d.span for d in s.dates],
        }
        found |= {(s.id, r): "".join(x.text for x in spans) for r, spans in roles.items() if spans}
    return found


def test_every_mark_has_the_text_of_its_span(ledger):
    article, statements = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
    page = reading_page(ledger, article.id)
    assert shown(page) == stored(statements)
    assert ["".join(s.text for s in b.segments) for b in page.blocks] == [
        article.text[b.start : b.end] for b in article.blocks
    ]


def test_every_statement_begins_once(ledger):
    article, statements = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
    page = reading_page(ledger, article.id)
    begun = {
        touch.statement: segment.start
        for block in page.blocks
        for segment in block.segments
        for touch in segment.begins
    }
    assert begun == {s.id: s.start for s in statements}
    assert sum(len(s.begins) for b in page.blocks for s in b.segments) == len(statements)


def test_the_innermost_statement_is_last(ledger):
    article, statements = odd_article()
    outer, inner = statements[:2]
    with ledger.writing() as book:
        store(book, article, statements)
    segments = [s for b in reading_page(ledger, article.id).blocks for s in b.segments]
    (nested,) = [s for s in segments if s.text == "Orlitsa"]
    assert nested.statements == (outer.id, inner.id)
    assert nested.depth == 2
    assert nested.roles == ("content", "place")
    (told_by,) = [s for s in segments if s.text == "the Southern Front’s spokesman"]
    assert [(t.role, t.statement) for t in told_by.touches] == [
        ("content", outer.id),
        ("source", inner.id),
    ]
    (plain,) = [s for s in segments if s.text == " on "]
    assert (plain.touches, plain.depth, plain.begins) == ((), 0, ())


def test_rows_are_numbered_as_they_are_shown(ledger):
    article, statements = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
    page = reading_page(ledger, article.id)
    assert [view.number for view in page.rows] == list(range(1, len(statements) + 1))
    starts = [view.row.statement.start for view in page.rows]
    assert starts == sorted(starts)
    numbers = {t.statement: t.number for b in page.blocks for s in b.segments for t in s.touches}
    assert numbers == {view.row.statement.id: view.number for view in page.rows}


def test_copies_are_named(ledger):
    article, statements = odd_article()
    copy = told_article(NESTED, outlet="Coast Daily")
    with ledger.writing() as book:
        store(book, article, statements)
        store(book, copy, [])
        store_copies(book, article, copy)
    assert [head.id for head in reading_page(ledger, article.id).copies] == [copy.id]


WORD = "said 🕊 "


def block(start: int, end: int) -> Block:
    return Block(BlockKind.BODY, start, end)


@pytest.mark.parametrize(
    ("text", "blocks", "parts"),
    [
        ("", [], [()]),
        ("ab", [block(0, 2)], [(0, 2)]),
        ("a" * PART, [block(0, PART)], [(0, PART)]),
        ("a" * (PART + 5), [block(0, PART + 5)], [(0, PART), (PART, PART + 5)]),
        (
            "a" * (PART - 3) + " " + "b" * 9,
            [block(0, PART + 7)],
            [(0, PART - 2), (PART - 2, PART + 7)],
        ),
        (
            "a" * 2 * PART,
            [block(0, PART // 2), block(PART // 2 + 2, PART + 10)],
            [(0, PART // 2), (PART // 2 + 2, PART + 10)],
        ),
    ],
)
def test_long_articles_come_in_parts(text, blocks, parts):
    cut = cut_in_parts(text, blocks)
    assert [tuple(edge for b in part for edge in (b.start, b.end)) for part in cut] == parts


def long_article() -> tuple[Article, list[Statement]]:
    """An article of three parts, a statement in each, one of them over the edge of two."""
    filler = [(f"{i} " + WORD * 900).strip() for i in range(20)]
    article = told_article("The first claim, Vrel said.", *filler, "The last claim, Marr said.")
    parts = cut_in_parts(article.text, article.blocks)
    assert len(parts) == 3
    edge = parts[1][0].start
    across = article.text[edge - 40 : edge + 50]
    return article, [
        told(article, "The first claim", source="Vrel"),
        told(article, across),
        told(article, "The last claim", source="Marr"),
    ]


def test_each_part_shows_its_own_statements_and_what_runs_on(ledger):
    article, statements = long_article()
    first, across, last = statements
    with ledger.writing() as book:
        store(book, article, statements)
    pages = [reading_part(ledger, article.id, part=n) for n in (1, 2, 3)]
    assert [(page.part, page.parts) for page in pages] == [(1, 3), (2, 3), (3, 3)]
    assert [[v.row.statement.id for v in page.rows] for page in pages] == [
        [first.id, across.id],
        [],
        [last.id],
    ]
    whole = "".join(shown(page).get((across.id, "content"), "") for page in pages)
    assert whole.replace("\n", "") == across.content[0].text.replace("\n", "")
    assert shown(pages[1])[across.id, "content"]
    run_on = [t for b in pages[1].blocks for s in b.segments for t in s.touches]
    assert {t.number for t in run_on} == {0}
    blocks = [b for page in pages for b in page.blocks]
    assert "".join(s.text for b in blocks for s in b.segments) == article.text.replace("\n\n", "")


def test_a_statement_is_shown_in_its_part(ledger):
    article, statements = long_article()
    other, others = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
        store(book, other, others)
    parts = [reading_part(ledger, article.id, statement=s.id).part for s in statements]
    assert parts == [1, 1, 3]
    # One of another article is not looked for in this one.
    assert reading_part(ledger, article.id, part=2, statement=others[0].id).part == 2


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (-3, 1), (3, 3), (99, 3)])
def test_a_part_that_there_is_not_is_the_nearest(ledger, asked, given):
    article, statements = long_article()
    with ledger.writing() as book:
        store(book, article, statements)
    assert reading_part(ledger, article.id, part=asked).part == given


def test_what_is_not_there_is_told(ledger):
    article, statements = odd_article()
    with ledger.writing() as book:
        store(book, article, statements)
    with pytest.raises(NotFoundError):
        reading_part(ledger, "f" * 12)
    with pytest.raises(NotFoundError):
        reading_part(ledger, article.id, statement="f" * 12)
