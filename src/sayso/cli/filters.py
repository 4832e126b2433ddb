"""The filters for machines: JSON Lines in and out, no ledger.

A line that can't be used is named on standard error and left out; the rest goes on, and the exit
code is 1.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.assemble import build_late_parser, build_parser, build_resources, build_tagger
from sayso.cli.console import write
from sayso.cli.lines import Json, each_line, list_of, published_of, range_of, said_json, text_of
from sayso.cli.options import InputArgument, TaggerOption
from sayso.export import place_json, to_jsonl, when_json
from sayso.language.parsed import ParsedText
from sayso.link import Mention, link_mentions
from sayso.model import Span, paragraphs
from sayso.resolve.dates import find_dates
from sayso.resolve.places import find_places, resolve_mentions
from sayso.settings import load_settings


def tag(path: InputArgument = None, tagger: TaggerOption = None) -> int:
    """Find statements: {"id", "text"} in, their source, cue and content spans out."""
    tags = build_tagger(load_settings(tagger=tagger))
    parser = build_late_parser()

    def tagged(line: Json) -> Json:
        text = text_of(line)
        parsed = ParsedText(text, paragraphs(text), parser)
        return {"id": line.get("id"), "attributions": [said_json(a) for a in tags(parsed)]}

    return _filter(path, tagged)


def dates(path: InputArgument = None) -> int:
    """Find dates: {"id", "text", "published"} in, TIMEX3 values and intervals out."""

    def dated(line: Json) -> Json:
        text = text_of(line)
        found = find_dates(text, published=published_of(line), blocks=paragraphs(text), timex3=True)
        rows = [when_json(when) for when in found]
        for row in rows:
            del row["text"]
        return {"id": line.get("id"), "dates": rows}

    return _filter(path, dated)


def places(path: InputArgument = None) -> int:
    """Find places, or resolve just the given "mentions": {"id", "text"} in, places out."""
    gazetteer = build_resources(load_settings()).gazetteer
    parser = build_parser()

    def placed(line: Json) -> Json:
        text = text_of(line)
        if line.get("mentions") is None:
            found = find_places(ParsedText(text, paragraphs(text), parser), gazetteer)
        else:
            mentions = [range_of(pair, text, what="mention") for pair in list_of(line, "mentions")]
            found = resolve_mentions(text, mentions, gazetteer)
        rows = [place_json(place) for place in found]
        for row in rows:
            del row["text"]
        return {"id": line.get("id"), "places": rows}

    return _filter(path, placed)


def link(path: InputArgument = None) -> int:
    """Cluster event mentions: {"id", "doc", "text", "mention", "published"} in, clusters out."""
    parser = build_parser()
    failures: list[str] = []
    mentions: list[Mention] = []
    ids: list[Any] = []

    def mentioned(line: Json) -> tuple[Any, Mention]:
        text = text_of(line)
        start, end = range_of(line.get("mention"), text, what="mention")
        span = Span(start, end, text[start:end])
        return line.get("id"), Mention(str(line.get("doc", "")), text, span)

    for line_id, mention in each_line(path, mentioned, failures=failures):
        ids.append(line_id)
        mentions.append(mention)
    clusters = link_mentions(mentions, parser)
    rows = ({"id": i, "cluster": c} for i, c in zip(ids, clusters, strict=True))
    write(to_jsonl(rows))
    return 1 if failures else 0


def _filter(path: Path | None, work: Callable[[Json], Json]) -> int:
    failures: list[str] = []
    for row in each_line(path, work, failures=failures):
        write(to_jsonl([row]))
    return 1 if failures else 0
