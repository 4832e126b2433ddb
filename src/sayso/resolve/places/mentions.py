"""Resolving mentions whose spans are given: no parse, only the text around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Place, Span, span_of
from sayso.resolve.places.choose import SEEN_WEIGHT, Name, choose
from sayso.resolve.places.fold import fold
from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.names import (
    Reading,
    feature_after,
    kind_before,
    narrowed,
    parents_after,
    parents_before,
    place_of,
    read_name,
)
from sayso.resolve.places.scan import scan, split_words


def resolve_mentions(
    text: str, mentions: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """Return the place of every mention ``[start, end)`` that the gazetteer can resolve, in order.

    Offsets are code points. A mention with no known name is left out. Words for people
    ("Syrian") resolve to their country. Raises ValueError for a span that holds no text.
    """
    spans = [span_of(text, start, end) for start, end in mentions]
    readings = [read_span(text, span, gazetteer) for span in spans]
    chosen = decide(text, list(zip(spans, readings, strict=True)), gazetteer)
    return tuple(
        place_of(span, reading.feature, entry)
        for span, reading, entry in zip(spans, readings, chosen, strict=True)
        if entry is not None
    )


def read_span(text: str, span: Span, gazetteer: Gazetteer) -> Reading:
    """Return what a mention can mean, by its own words and those next to it."""
    reading = read_name(span.text, gazetteer)
    parents = (
        *reading.parents,
        *parents_after(text, span.end, gazetteer),
        *parents_before(text, span.start, gazetteer),
    )
    after = feature_after(text, span.end) if reading.feature is None else None
    entries = narrowed(reading.entries, kind_before(text, span.start))
    return Reading(entries, parents, after[0] if after else reading.feature)


def decide(
    text: str, read: Sequence[tuple[Span, Reading]], gazetteer: Gazetteer
) -> list[Entry | None]:
    """Choose the place of each mention: one sense for a name throughout a text.

    Names elsewhere in the text count as context.
    """
    groups: dict[str, list[int]] = {}
    for number, (span, _) in enumerate(read):
        groups.setdefault(fold(span.text), []).append(number)
    names = [_merged([read[number][1] for number in numbers]) for numbers in groups.values()]
    seen = _elsewhere(text, [span for span, _ in read], set(groups), gazetteer)
    meant = choose([*names, *seen])
    chosen: list[Entry | None] = [None] * len(read)
    for entry, numbers in zip(meant, groups.values(), strict=False):
        for number in numbers:
            chosen[number] = entry
    return chosen


def _merged(readings: Sequence[Reading]) -> Name:
    parents = {parent.id: parent for reading in readings for parent in reading.parents}
    entries = min((reading.entries for reading in readings), key=len)  # the most narrowed
    return Name(entries, tuple(parents.values()))


def _elsewhere(
    text: str, spans: Iterable[Span], keys: set[str], gazetteer: Gazetteer
) -> list[Name]:
    """Return the other names of the text, each once."""
    taken = {position for span in spans for position in (span.start, span.end - 1)}
    names: dict[str, Name] = {}
    for hit in scan(split_words(text), gazetteer):
        key = fold(text[hit.start : hit.end])
        if (
            hit.trap
            or key in keys
            or key in names
            or any(p in taken for p in (hit.start, hit.end - 1))
        ):
            continue
        parents = parents_after(text, hit.end, gazetteer)
        names[key] = Name(hit.entries, parents, SEEN_WEIGHT)
    return list(names.values())
