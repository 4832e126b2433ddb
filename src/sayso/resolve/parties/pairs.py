"""Two people told with one post: "the Serbian and Croatian envoys, Ada Moss and Ivo Marr"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import longest_at
from sayso.resolve.parties.noun_phrase import read_phrase
from sayso.resolve.parties.phrase import is_name_run
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word, text_of

_POST_WORDS = 4
_NAME_WORDS = (2, 4)


def pairs(words: Sequence[Word], sides: SideTable) -> Iterator[tuple[int, Reading]]:
    """Yield both of two people named after one post, each with the token of the name."""
    lex = lexicon()
    for i, word in enumerate(words):
        if word.text != "and" or not i or i + 2 >= len(words):
            continue
        first, second = country_at(sides, words, i - 1), country_at(sides, words, i + 1)
        if first is None or second is None or first[1] != i:
            continue
        if not (first[0].form is second[0].form is Form.DEMONYM):
            continue
        starts = range(second[1], min(second[1] + _POST_WORDS, len(words)))
        ends = (longest_at(lex.roles, words, at) for at in starts)
        end = next((after for after in ends if after and words[after - 1].text.endswith("s")), None)
        post = read_phrase(words[second[1] : end], sides) if end else None
        if end is None or post is None or post.role is None:
            continue
        comma = end < len(words) and words[end].text == ","
        names = _two_names(words, end + comma)
        for name, place in zip(names, (first[0], second[0]), strict=False):
            person = replace(
                post,
                name=text_of(name),
                kind=PartyKind.PERSON,
                country=place.code,
                plural=False,
                definite=False,
                basis=text_of([*words[second[1] : end], *name]),
            )
            yield name[0].token, person


def _two_names(words: Sequence[Word], start: int) -> Sequence[Sequence[Word]]:
    """Return the names in "Ada Moss and Ivo Marr", which begin at ``start``; none otherwise."""
    joint = next((i for i in range(start, min(start + 5, len(words))) if words[i].text == "and"), 0)
    end = joint + 1
    while end < len(words) and words[end].capital and words[end].key:
        end += 1
    found = (words[start:joint], words[joint + 1 : end])
    low, high = _NAME_WORDS
    whole = joint and all(low <= len(name) <= high and is_name_run(name) for name in found)
    return found if whole else ()
