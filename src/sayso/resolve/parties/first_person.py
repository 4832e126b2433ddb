"""Whom "I" and "we" mean: the speaker of the quotation that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.model import Attribution, Manner
from sayso.resolve.parties.lookup import pronoun_kind
from sayso.resolve.parties.words import words_in

_LONGEST_QUOTE = 2000
_MOST_LEVELS = 8


def says_i(attribution: Attribution, doc: Doc) -> bool:
    """Whether the source is nothing but "I" or "we"."""
    if len(attribution.source) != 1 or len(attribution.source[0].text) > 2:
        return False
    words = words_in(doc, attribution.source[0])
    return len(words) == 1 and pronoun_kind(words[0]) == "first"


def quoting(index: int, attributions: Sequence[Attribution], text: str) -> int | None:
    """Return the attribution in whose quotation another stands, None outside of quotations.

    Paraphrase between the two is passed over: in "Marr says we lied" within a quotation "we" is
    whoever is quoted, not Marr.
    """
    position = attributions[index].source[0].start
    outer = attributions[index].inside
    for _ in range(_MOST_LEVELS):
        if outer is None:
            return None
        holder = attributions[outer]
        if any(
            span.start <= position < span.end
            and (holder.manner is Manner.DIRECT or _quoted(text, span.start, position))
            for span in holder.content
            if holder.manner is not Manner.INDIRECT
        ):
            return outer
        outer = holder.inside
    return None


def _quoted(text: str, start: int, position: int) -> bool:
    """Whether a quotation mark that opened between two positions is still open."""
    before = text[max(start, position - _LONGEST_QUOTE) : position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
