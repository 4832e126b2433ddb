"""What statements come from: an article's own text, or a passage that it took over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from link.copies_pairs import articles_of
from made_rows import make_row
from sayso.link import origins_told, sketch_of
from sayso.model import Article, Row, Span, Stance, content_id

ARTICLES = articles_of("copies_pairs.txt")


def said(name: str, words: str) -> Row:
    """Return the row of a statement of these words in an article."""
    article = ARTICLES[name]
    start = article.text.index(words)
    row = make_row(None, Stance.AFFIRMS, words, article=article.id)
    statement = replace(
        row.statement,
        id=content_id("statement", name, words),
        content=(Span(start, start + len(words), words),),
    )
    return replace(row, statement=statement, article=article.head)


def origins(*rows: Row, copies: dict[str, str] | None = None) -> list[str]:
    """Return the name of each row's origin."""
    names = {article.id: name for name, article in ARTICLES.items()}
    articles = list(dict.fromkeys(row.article.id for row in rows))
    known = {i: ARTICLES[(copies or {}).get(names[i], names[i])].id for i in articles}
    told = origins_told(rows, known, [sketch_of(_article(i)) for i in articles])
    return [names[told.get(row.statement.id, told[row.article.id])] for row in rows]


def _article(id_: str) -> Article:
    return next(article for article in ARTICLES.values() if article.id == id_)


LETTERS = "her office had written to the ministry three times since 2023"
SEVEN = "seven people were still missing"
ENGINEERS = "an engineering unit at 4.50 in the morning"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [("bridge", LETTERS), ("bridge-follow", LETTERS)],
            ["bridge", "bridge"],
            id="background told again",
        ),
        pytest.param(
            [("bridge-follow", LETTERS), ("bridge", LETTERS)],
            ["bridge", "bridge"],
            id="the first published has it first",
        ),
        pytest.param(
            [("bridge", LETTERS), ("bridge-follow", SEVEN)],
            ["bridge", "bridge-follow"],
            id="news of the follow-up is its own",
        ),
        pytest.param(
            [("bridge", LETTERS), ("bridge-follow", LETTERS), ("bridge-follow", SEVEN)],
            ["bridge", "bridge", "bridge-follow"],
            id="each statement by itself",
        ),
        pytest.param(
            [("clinic", "put the dead at 97"), ("clinic-lifted", "put the dead at 97")],
            ["clinic", "clinic"],
            id="a lifted paragraph",
        ),
        pytest.param(
            [("clinic", "put the dead at 97"), ("clinic-lifted", "There were fifty-eight")],
            ["clinic", "clinic-lifted"],
            id="the reporter's own count",
        ),
        pytest.param(
            [("clinic", "The well is closed"), ("clinic-other", "The well is closed")],
            ["clinic", "clinic-other"],
            id="one quotation, two reporters",
        ),
        pytest.param(
            [("release", "the gate was in perfect"), ("release-quoted", "the gate was in perfect")],
            ["release", "release-quoted"],
            id="a press release in quotation marks",
        ),
        pytest.param(
            [("toll-one", "five people died"), ("toll-two", "one person died")],
            ["toll-one", "toll-two"],
            id="a form filled in anew",
        ),
        pytest.param([("bridge-follow", LETTERS)], ["bridge-follow"], id="nothing to compare with"),
    ],
)
def test_statements_have_the_origin_of_their_passage(
    rows: list[tuple[str, str]], expected: list[str]
) -> None:
    assert origins(*(said(*row) for row in rows)) == expected


def test_a_passage_of_a_copy_has_the_copys_origin() -> None:
    rows = [
        said("prison-long-reprint", "cameras had stopped"),
        said("prison-own", "there had been no failure"),
    ]
    assert origins(*rows, copies={"prison-long-reprint": "prison"}) == ["prison", "prison"]


def test_articles_of_one_origin_keep_it() -> None:
    rows = [said("border", ENGINEERS), said("border-trimmed", ENGINEERS)]
    assert origins(*rows, copies={"border-trimmed": "border"}) == ["border", "border"]
