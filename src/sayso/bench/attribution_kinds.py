"""Which kinds of gold attributions are found: by manner, source, cue and pieces of content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.bench.attribution_pairs import LEVELS, closeness, paired
from sayso.bench.attribution_units import JsonAttribution, Unit, cut, units, without_nested
from sayso.language.quotes import find_quotes
from sayso.model import paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = (
    "direct speech",
    "mixed speech",
    "indirect speech",
    "source named",
    "source described",
    "source a pronoun",
    "no source",
    "cue with a verb",
    "cue without a verb",
    "no cue",
    "content in one piece",
    "content in several pieces",
)
_VERBS = frozenset(["VERB", "AUX"])


@dataclass(frozen=True, slots=True)
class Found:
    """How many of a kind of gold attributions were found, at the levels of LEVELS."""

    kind: str
    gold: int
    lenient: int
    strict: int

    def recall(self, level: str) -> float:
        """Share of the gold found at "lenient" or "strict"; 0 when there is none."""
        right: int = getattr(self, level)
        return right / self.gold if self.gold else 0.0


def found_by_kind(
    gold: Sequence[Mapping[str, Any]],
    predicted: Mapping[Any, Sequence[JsonAttribution]],
    parse: Callable[[str], Doc],
    *,
    drop_nested: bool = False,
) -> tuple[Found, ...]:
    """Return how much of each of KINDS was found; pairs are made as the scorer makes them.

    ``gold`` and ``predicted`` are what ``score_attributions`` takes; ``parse`` tells verbs, names
    and pronouns. Each attribution is of one manner, one source, one cue and one sort of content.
    """
    counted: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {level: Counter() for level in ("lenient", "strict")}
    for line in gold:
        tokens = cut(line["text"], punctuation=False)
        discarded = tokens.within(line.get("discard") or ())
        found = units(predicted.get(line["id"], ()), tokens, discarded=discarded)
        if drop_nested:
            found = without_nested(found)
        wanted: list[tuple[Unit, tuple[str, ...]]] = []
        doc = parse(line["text"])
        for entry in line["attributions"]:
            for unit in units([entry], tokens, discarded=discarded):
                wanted.append((unit, tuple(kinds(entry, doc))))
        for _, of in wanted:
            counted.update(of)
        for level, counter in right.items():
            for index in _matched([unit for unit, _ in wanted], found, level):
                counter.update(wanted[index][1])
    return tuple(
        Found(kind, counted[kind], right["lenient"][kind], right["strict"][kind]) for kind in KINDS
    )


def kinds(attribution: JsonAttribution, doc: Doc) -> Iterator[str]:
    """Yield the kinds of an attribution, whose offsets are code points into the parsed text."""
    yield _manner(attribution.get("content") or (), doc.text)
    source = _tags(attribution.get("source") or (), doc)
    if not source:
        yield "no source"
    elif "PROPN" in source:
        yield "source named"
    else:
        yield "source a pronoun" if source <= {"PRON"} else "source described"
    cue = _tags(attribution.get("cue") or (), doc)
    if cue:
        yield "cue without a verb" if cue.isdisjoint(_VERBS) else "cue with a verb"
    else:
        yield "no cue"
    pieces = len(attribution["content"])
    yield "content in one piece" if pieces == 1 else "content in several pieces"


def _matched(gold: Sequence[Unit], found: Sequence[Unit], level: str) -> Iterator[int]:
    alike = LEVELS[level]
    # Two attributions may hold the very same tokens: their indexes tell them apart.
    wanted, given = list(enumerate(gold)), [(-1, unit) for unit in found]
    pairs = paired(
        wanted,
        given,
        lambda one, other: alike(one[1], other[1]),
        lambda one, other: closeness(one[1], other[1]),
    )
    return (index for (index, _), _ in pairs)


def _manner(content: Sequence[Sequence[int]], text: str) -> str:
    quotes = find_quotes(text, paragraphs(text))
    quoted = [
        any(quote.start <= place < quote.end for quote in quotes)
        for start, end in content
        for place in range(start, end)
        if text[place].isalnum()
    ]
    if not any(quoted):
        return "indirect speech"
    return "direct speech" if all(quoted) else "mixed speech"


def _tags(ranges: Sequence[Sequence[int]], doc: Doc) -> frozenset[str]:
    """Return the parts of speech of the tokens in these ranges, punctuation left out."""
    found: set[str] = set()
    for start, end in ranges:
        span = doc.char_span(start, end, alignment_mode="expand")
        found.update(token.pos_ for token in span or () if not token.is_punct)
    return frozenset(found)
