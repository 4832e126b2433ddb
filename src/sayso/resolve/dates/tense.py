"""The tense of the clause around an expression: whether it speaks of what is past or to come."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import Final

from sayso.language.en.tables import load_table
from sayso.resolve.dates.tokens import BREAK, STOP, Tokens

_REACH_BEFORE: Final = 12
_REACH_AFTER: Final = 12
_WILL: Final = frozenset({"will", "shall", "ll", "would", "to", "must"})
_AFTER_WILL: Final = frozenset({"have", "been"})
_PASSIVE: Final = frozenset({"be", "is", "are"})


class Tense(Enum):
    """Which side of the publication an expression's clause speaks of."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def tense_at(tokens: Tokens, start: int, end: int) -> Tense:
    """Return the tense of the clause around the tokens ``[start, end)``: the nearest cue decides.

    Cues before the expression go before cues after it, as in "said on Monday that it will". A
    verb in the plain present ("polls open on Sunday") counts where there is no cue before.
    """
    if _stands_on(tokens, start, end):
        return Tense.FUTURE
    # "until Friday", "until noon Friday"
    deferring = "u" in {tokens.kind(start - 1), tokens.kind(start - 2)}
    plain = past = False
    for index in range(start - 1, max(-1, start - 1 - _REACH_BEFORE), -1):
        if tokens.kind(index) in {BREAK, STOP}:
            break
        tense = _cue_at(tokens, index, deferring=deferring)
        if tense is Tense.PAST and deferring:
            past = True  # "will stay closed until Friday"
        elif tense is not Tense.UNKNOWN:
            return tense
        plain = plain or _is_plain_verb(tokens, index)
    if past:
        return Tense.PAST
    if plain:
        return Tense.FUTURE
    for index in range(end, min(len(tokens.classes), end + _REACH_AFTER)):
        if tokens.kind(index) in {BREAK, STOP}:
            break
        tense = _cue_at(tokens, index)
        if tense is not Tense.UNKNOWN:
            return tense
    return Tense.UNKNOWN


def _stands_on(tokens: Tokens, start: int, end: int) -> bool:
    """Whether something "is on Saturday" or comes "as early as Saturday"."""
    words = [tokens.word(start - i) for i in (3, 2, 1)]
    if words[1:] in (["is", "on"], ["are", "on"]):
        return tokens.kind(end) != "$"
    return words in (["as", "early", "as"], ["as", "soon", "as"]) and not any(
        _cue_at(tokens, i) is Tense.PAST for i in (start - 4, start - 5)
    )


def _cue_at(tokens: Tokens, index: int, *, deferring: bool = False) -> Tense:
    """Return the tense that one word tells of; ``deferring`` when an "until" follows the clause."""
    word = tokens.word(index)
    tense = _cue(word)
    if word in _AFTER_WILL and tokens.word(index - 1) in _WILL:
        return Tense.FUTURE
    if tense is Tense.FUTURE and (tokens.word(index - 2), tokens.word(index - 1)) == (
        "had",
        "been",
    ):
        return Tense.PAST  # "had been due on Monday"
    asked = _future_before().get(word)
    following = tokens.word(index + 1)
    if asked is not None and following in asked:
        to_a_place = following == "to" and tokens.raw(index + 2)[:1].isupper()
        return tense if to_a_place else Tense.FUTURE
    if deferring and (word in _deferred() or (word == "had" and tokens.kind(index + 1) == "u")):
        return Tense.FUTURE
    # A participle: "will be held", "is to be published", "unless it is reached".
    if tense is Tense.PAST and not _PASSIVE.isdisjoint(
        {tokens.word(index - 1), tokens.word(index - 2)}
    ):
        return Tense.UNKNOWN
    return tense


def _is_plain_verb(tokens: Tokens, index: int) -> bool:
    """Whether a word may be a verb in the plain present: "polls open", not "the start"."""
    before = tokens.raw(index - 1)
    return (
        tokens.raw(index) in _plain_verbs()
        and before.isalpha()
        and before.lower() not in {"the", "a", "an", "to", "its", "of", "in"}
    )


@lru_cache(maxsize=4096)
def _cue(word: str) -> Tense:
    future, past, not_past = _cues()
    if word in future:
        return Tense.FUTURE
    if word in past or (word.endswith("ed") and len(word) > 4 and word not in not_past):
        return Tense.PAST
    return Tense.UNKNOWN


@lru_cache(maxsize=1)
def _future_before() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load_table("dates")["tense"]["future_before"]
    return table


@lru_cache(maxsize=1)
def _plain_verbs() -> frozenset[str]:
    return frozenset(load_table("dates")["tense"]["plain"])


@lru_cache(maxsize=1)
def _deferred() -> frozenset[str]:
    return frozenset(load_table("dates")["tense"]["deferred"])


@lru_cache(maxsize=1)
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    tense = load_table("dates")["tense"]
    return frozenset(tense["future"]), frozenset(tense["past"]), frozenset(tense["not_past"])
