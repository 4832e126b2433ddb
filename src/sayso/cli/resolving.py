"""``sayso bench dates PATH`` and ``sayso bench places PATH``: what resolving gets right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sayso.assemble import build_parser, build_resources
from sayso.bench.attribution_units import cut
from sayso.bench.dates import score_dates
from sayso.bench.places import score_places
from sayso.bench.speed import Clock, Speed
from sayso.cli.console import console
from sayso.cli.figures import SPACY, measures, memory_line, speeds
from sayso.cli.gold import gold_lines
from sayso.cli.lines import Json, list_of, object_of, published_of, range_of
from sayso.cli.progress import followed
from sayso.errors import InputError
from sayso.export import place_json, when_json
from sayso.language.parsed import ParsedText
from sayso.model import paragraphs
from sayso.resolve.dates import find_dates
from sayso.resolve.places import find_places, resolve_mentions
from sayso.settings import load_settings
from sayso.views import counted


def bench_dates(path: Path) -> int:
    """Score the date expressions found in plain text, and time the finding of them.

    A line is ``{"id", "text", "published", "dates": [{"start", "end", "value"}]}``.
    """
    failures: list[str] = []
    form = '{"id", "text", "published", "dates"}'
    gold = gold_lines(path, _dates, form=form, failures=failures)
    # The first text of all is slow: word tables are read but once.
    find_dates(gold[0]["text"], published=None)
    clock, predicted = Clock(), {}
    for line in followed(gold, "Finding dates"):
        text = line["text"]
        found = clock.time(
            find_dates, text, published=line["published"], blocks=paragraphs(text), timex3=True
        )
        predicted[line["id"]] = [when_json(when) for when in found]
    tokens = sum(len(cut(line["text"], punctuation=True).starts) for line in gold)
    speed = Speed("finding dates", tokens, clock.seconds)
    out = console()
    out.print(measures(f"Dates, {counted(len(gold), 'text')}", score_dates(gold, predicted)))
    out.print(f"Speed: {speed.per_second:,.0f} tokens per CPU-second")
    return 1 if failures else 0


def bench_places(path: Path) -> int:
    """Score the places of given mentions and those found in plain text, beside spaCy's speed.

    A line is ``{"id", "text", "places": [{"start", "end", "lat", "lon"}]}``.
    """
    failures: list[str] = []
    form = '{"id", "text", "places"}'
    gold = gold_lines(path, _places, form=form, failures=failures)
    gazetteer, parser = build_resources(load_settings()).gazetteer, build_parser()
    # The first text of all is slow: what is looked up or made but once is then at hand.
    find_places(ParsedText(gold[0]["text"], paragraphs(gold[0]["text"]), parser), gazetteer)
    parsing, finding, resolving, tokens = Clock(), Clock(), Clock(), 0
    given, found = {}, {}
    for line in followed(gold, "Finding places"):
        parsed = ParsedText(line["text"], paragraphs(line["text"]), parser)
        tokens += parsing.time(lambda parsed: len(parsed.doc), parsed)
        places = finding.time(find_places, parsed, gazetteer)
        found[line["id"]] = [place_json(place) for place in places]
        mentions = [(place["start"], place["end"]) for place in line["places"]]
        places = resolving.time(resolve_mentions, line["text"], mentions, gazetteer)
        given[line["id"]] = [place_json(place) for place in places]
    scores = score_places(gold, given=given, found=found)
    alone = Speed(SPACY, tokens, parsing.seconds)
    steps = [
        Speed("finding places over the parse", tokens, finding.seconds),
        Speed("resolving the given mentions", tokens, resolving.seconds),
    ]
    out = console()
    out.print(measures(f"Places, {counted(len(gold), 'text')}", scores))
    out.print(speeds([alone, *steps], base=alone))
    out.print(memory_line(), markup=False)
    return 1 if failures else 0


def _dates(line: Json, text: str) -> Json:
    """Return what the scorer of dates needs of a line. Raises InputError."""
    dates = [object_of(date) for date in list_of(line, "dates")]
    return {"published": published_of(line), "dates": [_date(date, text) for date in dates]}


def _date(date: Json, text: str) -> Json:
    start, end = range_of([date.get("start"), date.get("end")], text, what="date")
    if not isinstance(date.get("value"), str):
        raise InputError(
            f'the date [{start}, {end}] has no "value"', remedy="Give its TIMEX3 value as a string"
        )
    return {"start": start, "end": end, "value": date["value"]}


def _places(line: Json, text: str) -> Json:
    """Return what the scorer of places needs of a line. Raises InputError."""
    places = [object_of(place) for place in list_of(line, "places")]
    return {"places": [_place(place, text) for place in places]}


def _place(place: Json, text: str) -> Json:
    start, end = range_of([place.get("start"), place.get("end")], text, what="place")
    return {
        "start": start,
        "end": end,
        "lat": _degrees(place, "lat", most=90),
        "lon": _degrees(place, "lon", most=180),
    }


def _degrees(place: Json, key: str, *, most: int) -> float:
    value: Any = place.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
        raise InputError(
            f'"{key}" is no degree: {value!r}', remedy=f"Give a number from -{most} to {most}"
        )
    return float(value)
