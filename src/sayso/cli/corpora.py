"""``sayso bench NAME PATH``: one step's accuracy and speed on a corpus with gold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.assemble import build_parser, build_tagger
from sayso.bench.attribution import score_attributions
from sayso.bench.attribution_kinds import found_by_kind
from sayso.bench.attribution_units import ROLES
from sayso.bench.speed import Clock, Speed
from sayso.cli.console import console
from sayso.cli.figures import SPACY, by_kind, measures, memory_line, speeds
from sayso.cli.gold import gold_lines
from sayso.cli.lines import Json, list_of, object_of, range_of, said_json
from sayso.cli.linking import bench_linking
from sayso.cli.progress import followed
from sayso.cli.resolving import bench_dates, bench_places
from sayso.errors import UnknownNameError
from sayso.language.parsed import ParsedText
from sayso.model import paragraphs
from sayso.settings import load_settings
from sayso.views import counted

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class BenchOptions:
    """What every bench is told; ``tagger`` None is the one that the settings name."""

    tagger: str | None
    drop_nested: bool
    punctuation: bool


Bench = Callable[[Path, BenchOptions], int]
"""Scores a corpus file, prints the figures and returns the exit code."""


def bench_attribution(path: Path, options: BenchOptions) -> int:
    """Score a tagger on gold attributions, and measure it beside spaCy's pipeline.

    A line is ``{"id", "text", "attributions"}`` and perhaps ``"discard"``, as the scorer takes it.
    The tagger starts from the text alone, so that it pays for a parse if it wants one.
    """
    settings = load_settings(tagger=options.tagger)
    tagger, parser = build_tagger(settings), build_parser()

    def tag(text: str) -> list[Json]:
        return [said_json(a) for a in tagger(ParsedText(text, paragraphs(text), parser))]

    def parse(text: str) -> Doc:
        return parser(text, paragraphs(text))

    failures: list[str] = []
    form = '{"id", "text", "attributions"}'
    gold = gold_lines(path, _gold, form=form, failures=failures)
    # The first text of all is slow: what is looked up or made but once is then at hand.
    tag(gold[0]["text"])
    parse(gold[0]["text"])
    tagging, parsing = Clock(), Clock()
    predicted: dict[str | int, list[Json]] = {}
    docs: dict[str, Doc] = {}
    for line in followed(gold, "Tagging"):
        predicted[line["id"]] = tagging.time(tag, line["text"])
        docs[line["text"]] = parsing.time(parse, line["text"])
    tokens = sum(len(docs[line["text"]]) for line in gold)
    found = score_attributions(
        gold, predicted, drop_nested=options.drop_nested, punctuation=options.punctuation
    )
    alone = Speed(SPACY, tokens, parsing.seconds)
    tagged = Speed(f"{settings.tagger} tagger over plain text", tokens, tagging.seconds)
    out = console()
    out.print(measures(f"{settings.tagger} tagger, {counted(len(gold), 'text')}", found))
    kinds = found_by_kind(gold, predicted, docs.__getitem__, drop_nested=options.drop_nested)
    out.print(by_kind(kinds))
    out.print(speeds([alone, tagged], base=alone))
    out.print(memory_line(), markup=False)
    return 1 if failures else 0


BENCHES: dict[str, Bench] = {
    "attribution": bench_attribution,
    "dates": lambda path, _options: bench_dates(path),
    "linking": lambda path, _options: bench_linking(path),
    "places": lambda path, _options: bench_places(path),
}
"""The benches over a corpus file, by the name of the step that they measure."""


def bench_named(name: str) -> Bench:
    """Return the bench of this name. Raises UnknownNameError, which lists the valid ones."""
    if name not in BENCHES:
        raise UnknownNameError("bench", name, BENCHES)
    return BENCHES[name]


def _gold(line: Json, text: str) -> Json:
    """Return what the scorer needs of a line, its ranges checked. Raises InputError."""
    return {
        "attributions": [
            {role: _ranges(object_of(a), role, text) for role in ROLES}
            for a in list_of(line, "attributions")
        ],
        "discard": _ranges(line, "discard", text),
    }


def _ranges(holder: Json, key: str, text: str) -> list[tuple[int, int]]:
    """Return the ranges that an object holds as ``key``, none when it is left out or null."""
    if holder.get(key) is None:
        return []
    return [range_of(pair, text, what=f"{key} range") for pair in list_of(holder, key)]
