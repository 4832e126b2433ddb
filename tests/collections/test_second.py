"""A second collection, no war: is its gold sound, and how well is it read?

Its gold was written before it was first read. The floors lie a little under what was reached.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from sayso.assemble import build_parser, build_resources, build_tagger
from sayso.bench.dispatches import StatementCounts, score_statements
from sayso.demo import read_dispatches, read_gold, read_matters
from sayso.errors import InputError
from sayso.export import row_json
from sayso.language.parsed import ParsedText
from sayso.model import Article, Row
from sayso.resolve import resolve
from sayso.settings import load_settings

FOLDER = Path(__file__).parent / "second"
GOLD = read_gold(FOLDER)


@cache
def articles() -> dict[str, Article]:
    read: dict[str, Article] = {}
    for article in read_dispatches(FOLDER):
        assert not isinstance(article, InputError), article
        read[article.title or ""] = article
    return read


@pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD.keys())
def test_the_reader_gives_the_gold_blocks(gold) -> None:  # type: ignore[no-untyped-def]
    article = articles()[gold.title]
    assert (article.text, article.blocks) == (gold.text, gold.blocks)
    assert (article.outlet, article.published) == (gold.outlet, gold.published)


def test_statements_lie_inside_others_and_in_nobodys_words() -> None:
    for gold in GOLD.values():
        for statement in gold.statements:
            outer = None if statement.inside is None else gold.statements[statement.inside]
            for span in statement.content:
                assert outer is None or any(piece.contains(span) for piece in outer.content)
                assert not any(span.overlaps(nobodys) for nobodys in gold.not_statements)


def test_matters_refer_to_the_statements_that_name_them() -> None:
    named = {
        (name, index): statement.matter
        for name, gold in GOLD.items()
        for index, statement in enumerate(gold.statements)
        if statement.matter is not None
    }
    assert {ref: m.label for m in read_matters(FOLDER) for ref in m.statements} == named


@cache
def counts(tagger: str) -> StatementCounts:
    sides = tomllib.loads((FOLDER / "sayso.toml").read_text("utf-8"))["sides"]
    settings = load_settings(sides=sides, engine="serial", tagger=tagger)
    tag, parser, resources = build_tagger(settings), build_parser(), build_resources(settings)
    total = StatementCounts()
    for gold in GOLD.values():
        article = articles()[gold.title]
        parsed = ParsedText(article.text, article.blocks, parser)
        found = resolve(
            parsed,
            tag(parsed),
            resources,
            article_id=article.id,
            published=article.published,
            run="r",
        )
        rows = [
            row_json(Row(s, article.head, None, None)) for s in {s.id: s for s in found}.values()
        ]
        total += score_statements(gold, rows)
    return total


# The rules tagger was mended on this collection; the encoder was not trained on it.
FLOORS = {
    "rules": {"act": 0.86, "party": 0.81, "side": 0.80, "said": 0.92},
    "encoder": {"act": 0.85, "party": 0.84, "side": 0.84, "said": 0.9},
}


@pytest.mark.parametrize(
    ("tagger", "what", "floor"), [(t, w, f) for t, of in FLOORS.items() for w, f in of.items()]
)
def test_values_of_the_statements_found(tagger: str, what: str, floor: float) -> None:
    assert counts(tagger).share(getattr(counts(tagger), what)) >= floor


@pytest.mark.parametrize(
    ("tagger", "recall", "precision", "voiced"),
    [("rules", 0.92, 0.87, 4), ("encoder", 0.89, 0.87, 8)],
)
def test_statements_found(tagger: str, recall: float, precision: float, voiced: int) -> None:
    found = counts(tagger)
    assert found.recall >= recall
    assert found.precision >= precision
    assert found.voiced <= voiced
