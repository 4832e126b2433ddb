"""``sayso bench`` without a name: the shipped dispatches, and a growing ledger."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from sayso.assemble import (
    build_ledger,
    build_merges,
    build_parser,
    build_resources,
    build_run,
    build_spread,
    build_tagger,
)
from sayso.bench.attribution import score_attributions
from sayso.bench.dispatches import score_dispatches
from sayso.bench.matters import score_matters
from sayso.bench.speed import Speed, measure
from sayso.cli.console import complain, console
from sayso.cli.corpora import BenchOptions
from sayso.cli.figures import SPACY, pace, share, speeds
from sayso.cli.growing import print_curve
from sayso.cli.lines import Json, said_json
from sayso.cli.progress import followed
from sayso.cli.sheet import table
from sayso.demo import demo_articles, demo_folder, demo_gold, demo_sides, read_matters
from sayso.errors import InputError, MissingPartError
from sayso.export import matter_json, row_json
from sayso.jobs import read_articles
from sayso.language.parsed import ParsedText, Parser
from sayso.ledger.protocol import MatterFilter, RowFilter
from sayso.model import Article
from sayso.resolve import resolve
from sayso.settings import Settings, load_settings
from sayso.tag import TAGGERS, Tagger

Predicted = dict[tuple[str | None, str | None], list[Json]]
"""Attributions by the outlet and the title of their article."""


def bench_shipped(options: BenchOptions, statements: int) -> int:
    """Print accuracy on the shipped dispatches, speeds, and what a growing ledger costs.

    Return the exit code: 1 when a tagger of ours could not be measured.
    """
    missing: list[str] = []
    settings = load_settings(sides=demo_sides(), engine="serial", tagger=options.tagger)
    read = [item for item in demo_articles() if not isinstance(item, InputError)]
    _accuracy(settings, read)
    alone = _taggers(read, options, missing=missing)
    _speeds(settings, read, alone)
    print_curve(settings, statements)
    return 1 if missing else 0


def _accuracy(settings: Settings, articles: Sequence[Article]) -> None:
    run = build_run(settings)
    with tempfile.TemporaryDirectory() as folder:
        ledger = build_ledger(load_settings(ledger=str(Path(folder) / "b.db")), create=True)
        spread = build_spread(settings, run)
        outcomes = read_articles(
            articles, ledger=ledger, spread=spread, run=run, merges=build_merges(settings)
        )
        deque(outcomes, maxlen=0)
        rows = [row_json(row) for row in ledger.rows(RowFilter())]
        matters = [matter_json(matter) for matter in ledger.matters(MatterFilter())]
        ledger.close()
    gold = demo_gold()
    figures = (
        *score_dispatches(gold, rows),
        *score_matters(gold, read_matters(demo_folder()), rows, matters),
    )
    console().print(
        table(
            "Shipped dispatches",
            ["measure", "right", "of", "share"],
            ([f.name, f"{f.right:g}", str(f.total), share(f.share)] for f in figures),
        )
    )


def _taggers(articles: Sequence[Article], options: BenchOptions, *, missing: list[str]) -> Speed:
    """Print what each tagger finds and how fast, from the text alone; return the parser's speed.

    A tagger whose model is not there is named on standard error and added to ``missing``.
    """
    parser = build_parser()

    def parse_all() -> int:
        return sum(len(parser(article.text, article.blocks)) for article in articles)

    tokens = parse_all()
    alone = measure(SPACY, tokens, parse_all)
    rows = [[SPACY, "", "", *pace(alone, base=alone)]]
    for name in followed(list(TAGGERS), "Tagging"):
        try:
            tagger = build_tagger(load_settings(tagger=name))
        except MissingPartError as error:
            complain(str(error))
            missing.append(name)
            continue
        tag_all = partial(_tagged, articles, tagger, parser)
        f1s = _f1s(tag_all(), options)
        rows.append([name, *f1s, *pace(measure(name, tokens, tag_all), base=alone)])
    console().print(
        table(
            "Taggers on the shipped dispatches, from the text alone",
            ["tagger", "lenient F1", "strict F1", "tokens per CPU-second", "times spaCy's"],
            rows,
        )
    )
    return alone


def _tagged(articles: Sequence[Article], tagger: Tagger, parser: Parser) -> Predicted:
    return {
        (a.outlet, a.title): [said_json(s) for s in tagger(ParsedText(a.text, a.blocks, parser))]
        for a in articles
    }


def _f1s(found: Predicted, options: BenchOptions) -> list[str]:
    """Return the cells of lenient and strict F1 against the dispatches' gold."""
    gold = [
        {
            "id": (d.outlet, d.title),
            "text": d.text,
            "attributions": [said_json(s) for s in d.statements],
        }
        for d in demo_gold()
    ]
    scored = score_attributions(
        gold, found, drop_nested=options.drop_nested, punctuation=options.punctuation
    )
    by_name = {measure.name: measure.f1 for measure in scored}
    return [share(by_name[f"attr.{level}"]) for level in ("lenient", "strict")]


def _speeds(settings: Settings, articles: Sequence[Article], alone: Speed) -> None:
    parser, tagger, resources = build_parser(), build_tagger(settings), build_resources(settings)
    parsed = [ParsedText(a.text, a.blocks, parser) for a in articles]
    tokens = sum(len(p.doc) for p in parsed)
    found = [tagger(p) for p in parsed]

    def tag_all() -> None:
        for p in parsed:
            tagger(p)

    def resolve_all() -> None:
        for article, p, attributions in zip(articles, parsed, found, strict=True):
            resolve(
                p,
                attributions,
                resources,
                article_id=article.id,
                published=article.published,
                run="bench",
            )

    steps = [
        measure(f"{settings.tagger} tagger over the parse", tokens, tag_all),
        measure("resolve over the parse", tokens, resolve_all),
    ]
    console().print(speeds([alone, *steps], base=alone))
