"""Places that no gazetteer holds: only where the text itself says that they are places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model import Place, Precision, Span
from sayso.resolve.places.evidence import Surroundings
from sayso.resolve.places.fold import fold
from sayso.resolve.places.names import feature_after
from sayso.resolve.places.scan import Word
from sayso.resolve.places.wording import wording

MAX_WORDS = 4


def unknown_places(
    text: str, around: Surroundings, taken: Sequence[tuple[int, int]]
) -> Iterator[Place]:
    """Yield places by evidence alone: "the town of Orlitsa", "the Orlitsa dam", "in Orlitsa".

    A name that is a place once is one wherever it stands alone. None overlaps the ranges ``taken``.
    """
    busy = {position for start, end in taken for position in range(start, end)}
    runs = [run for run in _runs(around) if not busy.intersection(_range(around, run))]
    named = {fold(_text(text, around, run)) for run in runs if _is_place(text, around, run)}
    for run in runs:
        if fold(_text(text, around, run)) in named and _free(around, run):
            yield _place(text, around, run)


def _runs(around: Surroundings) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words ``[first, last]``, each as long as it goes."""
    words = around.words
    first = 0
    while first < len(words):
        if not words[first].capital:
            first += 1
            continue
        last = first
        while last + 1 < len(words) and words[last + 1].capital and _goes_on(words[last + 1]):
            last += 1
        begin = first
        while begin < last and words[begin].text.lower() in wording().traps:
            begin += 1  # "The Orlitsa", "Northern Orlitsa"
        if last - begin < MAX_WORDS and not _is_other(words[begin], words[last]):
            yield begin, last
        first = last + 1


def _goes_on(word: Word) -> bool:
    return word.joined or word.hyphened


def _is_other(begin: Word, last: Word) -> bool:
    """Whether a run is a street, a firm or a common word."""
    first, final = begin.text.lower(), last.text.lower()
    return first in wording().traps or final in wording().not_places_after


def _range(around: Surroundings, run: tuple[int, int]) -> range:
    return range(around.words[run[0]].start, around.words[run[1]].end)


def _text(text: str, around: Surroundings, run: tuple[int, int]) -> str:
    where = _range(around, run)
    return text[where.start : where.stop]


def _is_place(text: str, around: Surroundings, run: tuple[int, int]) -> bool:
    where = _range(around, run)
    if around.of_what(run[0]) in wording().settlements:
        return True
    if around.is_person(run[1]):
        return False
    entity = around.entity(where.start, where.stop)
    if entity is not None and entity.is_place and around.inside(run[0]):
        return True
    after = feature_after(text, where.stop)
    return after is not None and after[0] in wording().works


def _free(around: Surroundings, run: tuple[int, int]) -> bool:
    """Whether no person or organisation holds the name here."""
    where = _range(around, run)
    entity = around.entity(where.start, where.stop)
    if entity is None or entity.is_place or entity.label == "FAC":
        return True
    return entity.start >= where.start and entity.end <= where.stop


def _place(text: str, around: Surroundings, run: tuple[int, int]) -> Place:
    where = _range(around, run)
    after = feature_after(text, where.stop)
    precision, end = Precision.TOWN, where.stop
    if after is not None and after[0] in wording().sites:
        precision, end = Precision.POINT, after[1]
    elif after is not None and after[0] in wording().areas:
        precision, end = Precision.REGION, after[1]
    span = Span(where.start, end, text[where.start : end])
    return Place(span, span.text, None, None, None, None, precision)
