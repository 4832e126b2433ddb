"""What one more article costs while a ledger grows."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from sayso.assemble import build_ledger, build_merges, build_parser, build_run
from sayso.bench.annotated import Annotator, statements_of
from sayso.bench.generate import article_of, generated_dispatches
from sayso.bench.speed import measure
from sayso.cli.console import console
from sayso.cli.progress import followed
from sayso.cli.sheet import table
from sayso.jobs import Analysis, store_analysis, weigh_changed
from sayso.language.parsed import ParsedText
from sayso.ledger.protocol import Ledger, MatterFilter
from sayso.link import make_gists, sketch_of
from sayso.model import Run
from sayso.settings import Settings, load_settings
from sayso.web.asked import Asked
from sayso.web.pages.matters import matters_view
from sayso.web.site import make_site
from sayso.weigh import Merges

POINTS = (1_000, 3_000, 10_000, 30_000, 100_000)
"""Statements held when the cost of one more article is measured."""
MEASURED = 1_000
"""Statements added for each measurement: some 140 articles, read in one run."""
ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Point:
    """What an article cost, in seconds, while a ledger grew on from so many statements.

    ``screen`` is what the page's first screen cost before that, in CPU-seconds.
    """

    statements: int
    matters: int
    largest: int
    screen: float
    cpu: float
    wall: float


def print_curve(settings: Settings, most: int) -> None:
    """Let a ledger of its own grow to ``most`` generated statements and print what it cost."""
    points = [*(point for point in POINTS if point < most), most]
    found = list(followed(curve(settings, points), "Growing", total=len(points)))
    first = found[0]
    console().print(
        table(
            "Adding one article to a growing ledger: storing, linking and weighing",
            [
                "statements held",
                "matters",
                "largest",
                "CPU milliseconds",
                f"times that at {first.statements:,}",
                "milliseconds passed",
                "first screen, CPU milliseconds",
            ],
            (
                [
                    f"{point.statements:,}",
                    f"{point.matters:,}",
                    f"{point.largest:,}",
                    f"{1000 * point.cpu:.1f}",
                    f"{point.cpu / first.cpu:.2f}",
                    f"{1000 * point.wall:.1f}",
                    f"{1000 * point.screen:.1f}",
                ]
                for point in found
            ),
        )
    )


def curve(settings: Settings, points: Sequence[int]) -> Iterator[Point]:
    """Yield what adding an article costs in a ledger that holds so many statements.

    What is put off to the end of a run counts, too.
    """
    run, merges = build_run(settings), build_merges(settings)
    coming = _analyses(run)
    with tempfile.TemporaryDirectory() as folder:
        made = load_settings(ledger=str(Path(folder) / "c.db"))
        with closing(build_ledger(made, create=True)) as ledger:
            held = 0
            for point in points:
                held += _grow(ledger, _some(coming, point - held), run, merges)
                sizes = [len(m.statements) for m in ledger.matters(MatterFilter())]
                screen = _first_screen(ledger, merges)
                # Made beforehand: generating is not what is measured.
                more = list(_some(coming, min(MEASURED, point)))
                cpu, wall = process_time(), perf_counter()
                added = _grow(ledger, more, run, merges)
                cpu, wall = process_time() - cpu, perf_counter() - wall
                yield Point(held, len(sizes), max(sizes), screen, cpu / len(more), wall / len(more))
                held += added


def _first_screen(ledger: Ledger, merges: Merges) -> float:
    """Return the CPU-seconds of the page that shows the most contested matters."""
    site = make_site(ledger, merges)
    return measure("first screen", 0, lambda: site.drawn(matters_view(site, Asked()))).seconds


def _analyses(run: Run) -> Iterator[Analysis]:
    annotator = Annotator(build_parser())
    for dispatch in generated_dispatches(ENDLESS):
        article = article_of(dispatch)
        statements = statements_of(dispatch, article, run.id)
        doc = annotator.doc(dispatch)
        parsed = ParsedText(article.text, article.blocks, lambda *_, doc=doc: doc)
        gists = make_gists(parsed, statements, published=article.published)
        yield Analysis(article, statements, gists, sketch_of(article))


def _some(coming: Iterator[Analysis], statements: int) -> Iterator[Analysis]:
    """Yield analyses until they have so many statements."""
    while statements > 0:
        analysis = next(coming)
        statements -= len(analysis.statements)
        yield analysis


def _grow(ledger: Ledger, analyses: Iterable[Analysis], run: Run, merges: Merges) -> int:
    """Store the analyses as one run does; return how many statements that added."""
    added = 0
    for analysis in analyses:
        with ledger.writing() as book:
            if store_analysis(book, analysis, run, merges):
                added += len(analysis.statements)
    weigh_changed(ledger, merges)
    return added
