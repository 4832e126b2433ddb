"""The filters for machines: JSON Lines in and out, no ledger.

A line that can't be used is named on standard error and left out; the rest goes on, and the exit
code is 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from sayso.assemble import build_parser, build_resources, build_tagger
from sayso.cli.console import complain, write
from sayso.cli.options import InputArgument, TaggerOption
from sayso.errors import InputError
from sayso.export import place_json, to_jsonl, when_json
from sayso.language.parsed import ParsedText
from sayso.link import Mention, link_mentions
from sayso.model import Span, paragraphs
from sayso.resolve.dates import find_dates
from sayso.resolve.places import find_places, resolve_mentions
from sayso.settings import load_settings

Json = dict[str, Any]


def tag(path: InputArgument = None, tagger: TaggerOption = None) -> int:
    """Find statements: {"id", "text"} in, their source, cue and content spans out."""
    tags = build_tagger(load_settings(tagger=tagger))
    parser = build_parser()

    def tagged(line: Json) -> Json:
        parsed = ParsedText(_text(line), paragraphs(_text(line)), parser)
        attributions = [
            {"source": _pairs(a.source), "cue": _pairs(a.cue), "content": _pairs(a.content)}
            for a in tags(parsed)
        ]
        return {"id": line.get("id"), "attributions": attributions}

    return _filter(path, tagged)


def dates(path: InputArgument = None) -> int:
    """Find dates: {"id", "text", "published"} in, TIMEX3 values and intervals out."""

    def dated(line: Json) -> Json:
        text = _text(line)
        found = find_dates(text, published=_published(line), blocks=paragraphs(text))
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
        text = _text(line)
        if line.get("mentions") is None:
            found = find_places(ParsedText(text, paragraphs(text), parser), gazetteer)
        else:
            mentions = [_mention(pair, text) for pair in _list(line, "mentions")]
            found = resolve_mentions(text, mentions, gazetteer)
        rows = [place_json(place) for place in found]
        for row in rows:
            del row["text"]
        return {"id": line.get("id"), "places": rows}

    return _filter(path, placed)


def link(path: InputArgument = None) -> int:
    """Cluster event mentions: {"id", "doc", "text", "mention", "published"} in, clusters out."""
    parser = build_parser()
    failed = 0
    mentions: list[Mention] = []
    ids: list[Any] = []
    with _opened(path) as (name, stream):
        for where, line in _lines(name, stream):
            try:
                text = _text(_object(line))
                start, end = _mention(line.get("mention"), text)
            except InputError as error:
                failed += _named(where, error)
                continue
            doc = str(line.get("doc", ""))
            mentions.append(Mention(doc, text, Span(start, end, text[start:end])))
            ids.append(line.get("id"))
    clusters = link_mentions(mentions, parser)
    rows = ({"id": i, "cluster": c} for i, c in zip(ids, clusters, strict=True))
    write(to_jsonl(rows))
    return 1 if failed else 0


def _filter(path: Path | None, work: Callable[[Json], Json]) -> int:
    failed = 0
    with _opened(path) as (name, stream):
        for where, line in _lines(name, stream):
            try:
                row = work(_object(line))
            except InputError as error:
                failed += _named(where, error)
                continue
            write(to_jsonl([row]))
    return 1 if failed else 0


@contextmanager
def _opened(path: Path | None) -> Iterator[tuple[str, BinaryIO]]:
    if path is None or str(path) == "-":
        yield "standard input", sys.stdin.buffer
        return
    try:
        stream = path.open("rb")
    except OSError as exc:
        raise InputError(
            f"{path} can't be read ({exc.strerror})", remedy="Name a file that is there"
        ) from exc
    with stream:
        yield str(path), stream


def _lines(name: str, stream: BinaryIO) -> Iterator[tuple[str, Any]]:
    """Yield each line's place and its JSON value; a broken line's value is its InputError."""
    for number, raw in enumerate(stream, start=1):
        if not raw.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield where, json.loads(raw)
        except (ValueError, RecursionError) as exc:
            yield where, InputError(f"not JSON ({exc})", remedy="Write one JSON object a line")


def _named(where: str, error: InputError) -> int:
    complain(f"{where}: {error}")
    return 1


def _object(line: Any) -> Json:
    if isinstance(line, InputError):
        raise line
    if not isinstance(line, dict):
        raise InputError("not a JSON object", remedy="Write one JSON object a line")
    return line


def _text(line: Json) -> str:
    text = line.get("text")
    if not isinstance(text, str):
        raise InputError('"text" is missing or no string', remedy='Give the text as "text"')
    # A lone surrogate has no UTF-8 form; the replacement keeps all offsets.
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def _published(line: Json) -> date | None:
    value = line.get("published")
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as exc:
        raise InputError(
            f'"published" is no day: {value!r}', remedy="Write it as year-month-day: 2026-05-04"
        ) from exc


def _list(line: Json, key: str) -> list[Any]:
    value = line[key]
    if not isinstance(value, list):
        raise InputError(f'"{key}" is no list', remedy=f'Give "{key}" as [[start, end], ...]')
    return value


def _mention(pair: Any, text: str) -> tuple[int, int]:
    match pair:
        case [int(start), int(end)] if 0 <= start < end <= len(text):
            return start, end
    raise InputError(
        f"the mention {pair!r} is no range of its text",
        remedy=f"Give [start, end] with 0 <= start < end <= {len(text)}",
    )


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
