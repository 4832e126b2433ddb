"""What an article tells of its people beside their names: "Ada Moss, 46, a crane driver"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.phrase import BOUNDARIES, is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.runs import Run
from sayso.resolve.parties.words import Word, fold, keys_of

Key = tuple[str, ...]
Portraits = Mapping[Key, frozenset[str]]
"""Folded names to the folded words that describe whoever bears them."""

_LONGEST = 10
_TITLE = 4
_CLOSING = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "--", "“", "”", '"', "\n"})
_COPULAS = frozenset({"is", "was", "became"})


def portrait(words: Sequence[Word], run: Run, reading: Reading) -> frozenset[str]:
    """Return the words that stand beside a name and describe it, folded."""
    first, after = run.first, run.first + len(run.words)
    told = [*_before(words, first), *_after(words, after)]
    return frozenset((*keys_of(told), *fold(reading.basis))).difference(fold(reading.name))


def was_before(words: Sequence[Word], run: Run) -> bool:
    """Whether the words before a title say that it was held: "former regional president"."""
    return any(word.key in lexicon().past for word in _before(words, run.first)[-_TITLE:])


def _before(words: Sequence[Word], first: int) -> Sequence[Word]:
    """Return "24-year-old student" of "24-year-old student Dewi Lestari", back to a break."""
    start = first
    while start and first - start < _LONGEST and _describes(words[start - 1]):
        start -= 1
    if start == first and start > 1 and words[start - 1].text == ",":
        # "A bus driver, Eloy Quispe"
        start -= 1
        while start and first - start < _LONGEST and _describes(words[start - 1]):
            start -= 1
        if not (start and is_word(words[start - 1], lexicon().determiners)):
            return ()
    return words[start:first]


def _after(words: Sequence[Word], after: int) -> Sequence[Word]:
    """Return "46, a retired crane driver" after "Ada Moss," or "is a driver", up to a break."""
    told: list[Word] = []
    at = after
    if words[at : at + 1] and is_word(words[at], _COPULAS):
        return _up_to_break(words, at + 1) if is_word_at(words, at + 1) else ()
    while at + 1 < len(words) and words[at].text in (",", "("):
        if not is_word_at(words, at + 1):
            break
        part = _up_to_break(words, at + 1)
        told += part
        at += 1 + len(part)
        if len(told) >= _LONGEST or not part:
            break
    return told


def is_word_at(words: Sequence[Word], at: int) -> bool:
    """Whether a description may begin there: with an article, a number or a common word."""
    if at >= len(words):
        return False
    word = words[at]
    numeral = word.text.isdecimal() or word.text[0].isdecimal()
    return numeral or is_word(word, frozenset({"a", "an", "the", "who"})) or _describes(word)


def _up_to_break(words: Sequence[Word], start: int) -> Sequence[Word]:
    end = start
    while (
        end < len(words)
        and end - start < _LONGEST
        and words[end].text not in _CLOSING
        and not (is_word(words[end], BOUNDARIES - {"of"}) and end > start)
    ):
        end += 1
    return words[start:end]


def _describes(word: Word) -> bool:
    """Whether a word before a name may describe it: no verb, no mark, nothing that ends phrases."""
    return (
        bool(word.key)
        and word.letters
        and not word.verb
        and not is_word(word, BOUNDARIES)
        and not is_word(word, lexicon().determiners)
    )
