"""Whom a number counts: "30 regime soldiers", "dozens of children", "eight medics"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.weigh.numbers import value_of, words

_LONGEST = 5
_FATES = {"killed", "wounded", "missing", "detained", "displaced"}
"""Kinds that tell what became of people; what else is counted is the kind itself."""
_NUMBER_REACH = 8


def counted_by(tokens: Sequence[str], at: tuple[int, int], kind: str) -> str | None:
    """Return whom the number ``[start, end)`` counts; None when it says no more than people.

    A class of the table ("civilians"), or other nouns as they stand, marked with ``~``, with what
    tells them apart: "kurdish fighters" and "fighters" may be two camps'.
    """
    if kind not in _FATES:
        return None
    start, end = at
    named = _named(tokens, end)
    if not named and tokens[start - 1 : start] in (["at"], ["to"], ["as"]):
        # "The number of pupils killed at 19".
        since = max(0, start - _NUMBER_REACH)
        of = next((j for j in range(start - 1, since, -1) if tokens[j] == "of"), None)
        if of is not None and tokens[of - 1] == "number":
            named = _named(tokens, of)
    return _class_of(named)


def _named(tokens: Sequence[str], end: int) -> list[str]:
    found: list[str] = []
    skipped = words().lists["determiners"]
    after = tokens[end + (tokens[end : end + 1] == ["of"]) :]
    for at, token in enumerate(after[:_LONGEST]):
        if at == 0 and words().kinds.get(token) in _FATES and _heads(after[1:2]):
            # "A dozen wounded children", but "a dozen wounded in the raid".
            continue
        if token in words().lists["stops"] or words().kinds.get(token) or value_of(token):
            break
        found += [] if token in skipped else [token]
    else:
        if len(after) > _LONGEST:
            # What has no end in sight names nobody: keep what the table knows of it.
            return [token for token in found if token in words().counted][:1]
    return found


def _heads(after: Sequence[str]) -> bool:
    return bool(after) and after[0] in words().counted


def _class_of(named: Sequence[str]) -> str | None:
    if not named:
        return None
    head = named[-1]
    if head in words().lists["people"]:
        return None
    known = words().counted.get(head)
    if known in words().lists["plain_classes"]:
        return known
    return "~" + " ".join([*named[:-1], known or head])
