"""English text as plain lower-case words, and word patterns to look for in them.

A *plain* text is ``" word word , word . "``: lower case, one blank around every word and mark,
contractions opened (``won't`` is ``will not``), quotation marks and brackets gone. A *pattern* is
a line of elements, each of which must match in turn:

====================  ====================================================================
``word``              that word; ``,`` ``.`` ``?`` are words too
``deny+``             any form of the verb
``*ly``               any word with that ending
``a|b|c``             one of these; each may be any of the forms here
``!a|b``              one word, but none of these and no mark
``{list}``            one entry of a named list (entries may be patterns without gaps)
``to_be``             the words (or ``{list}``) one after the other, where one element is needed
``(x)``               ``x`` or nothing
``..3``               up to three words, none of which ends a sentence or a clause (``.;?!``)
``^``                 the start of the text
``$``                 the end of the text, marks aside
====================  ====================================================================

Gaps are bounded, so that matching takes time linear in the text's length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.language.en.inflect import verb_forms

Lists = Mapping[str, Sequence[str]]

_SAME = (
    *(("’", "'"), ("‘", "'"), ("ʼ", "'"), ("`", "'")),
    *(("—", ","), ("–", ","), ("…", ",")),
)
_WORD = re.compile(r"'s\b|[^\W_]+(?:['.\-][^\W_]+|,\d+)*|[.,;:?!]")
_CONTRACTED = re.compile(r"(?:(?:ca|wo|sha)n't|cannot|n't|'(?:ll|re|ve|m|d))(?!\w)")
_OPENED = {
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "cannot": "can not",
    "n't": " not",
    "'ll": " will",
    "'re": " are",
    "'ve": " have",
    "'m": " am",
    "'d": " would",
}
PART = re.compile(r"\{\w+\}|[^ _]+")
"""The words and lists that follow each other in one choice of a pattern."""
_END = r"(?:[.,;:?!] )*\Z"
_POSSESSIVE = re.compile(r"'s(?!\w)")


def plain(text: str, limit: int = 2000) -> str:
    """Return the plain form of the first ``limit`` code points of a text; " " if wordless."""
    folded = text[:limit]
    for mark, plain_mark in _SAME:  # str.translate takes ten times as long.
        folded = folded.replace(mark, plain_mark)
    folded = unicodedata.normalize("NFKC", folded).lower()
    if "'" in folded or "cannot" in folded:
        folded = _CONTRACTED.sub(lambda found: _OPENED[found.group()], folded)
        folded = _POSSESSIVE.sub(" 's ", folded)
    words = _WORD.findall(folded)
    return f" {' '.join(words)} " if words else " "


def compile_patterns(patterns: Sequence[str], lists: Lists) -> re.Pattern[str]:
    """Return one expression that finds any of the patterns in a plain text.

    Raises KeyError when a pattern names a list that ``lists`` lacks.
    """
    alternatives = "|".join(expression(pattern, lists) for pattern in patterns)
    return re.compile(f"(?<= )(?:{alternatives})" if patterns else r"(?!)")


def expression(pattern: str, lists: Lists) -> str:
    """Return a pattern as a regular expression, to be tried where a word of a plain text begins.

    Raises KeyError when the pattern names a list that ``lists`` lacks.
    """
    return "".join(_element(element, lists) for element in pattern.split())


def _element(element: str, lists: Lists) -> str:
    if element == "^":
        return r"(?<=\A )"
    if element.startswith("..") and len(element) > 2:
        return rf"(?:[^ .;?!]+ ){{0,{int(element[2:])}}}?"
    if element.startswith("(") and element.endswith(")"):
        return f"(?:{_element(element[1:-1], lists)})?"
    if element.startswith("!") and len(element) > 1:
        return rf"(?!{_element(element[1:], lists)})[^ .;?!]+ "
    choices = element.split("|")
    found = [_END if choice == "$" else f"{_choice(choice, lists)} " for choice in choices]
    return f"(?:{'|'.join(found)})"


def _choice(choice: str, lists: Lists) -> str:
    if choice.startswith("{") and choice.endswith("}"):
        return f"(?:{'|'.join(_choice(entry, lists) for entry in entries(choice[1:-1], lists))})"
    parts = PART.findall(choice)
    return " ".join(_choice(p, lists) if p.startswith("{") else _word(p) for p in parts)


@lru_cache(maxsize=8192)
def _word(word: str) -> str:
    if word.endswith("+") and len(word) > 1:
        return f"(?:{'|'.join(re.escape(form) for form in verb_forms(word[:-1]))})"
    if word.startswith("*"):
        return f"[^ ]+{re.escape(word[1:])}"
    return re.escape(word)


def entries(name: str, lists: Lists) -> list[str]:
    """Return the entries of a list as choices of a pattern; KeyError for an unknown list."""
    return [entry.replace(" ", "_") for entry in lists[name]]
