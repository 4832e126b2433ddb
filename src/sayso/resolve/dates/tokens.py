"""Tokens of a text, each with a one-letter class: what the date patterns are matched on.

A text of n tokens becomes a string of n letters, so a pattern of date expressions is a short
regular expression over that string, and one token is one position. Time is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.language.en.tables import load_table

OTHER: Final = "."
BREAK: Final = "\n"
STOP: Final = "!"
YEARS: Final = range(1000, 2200)
MAX_DIGITS: Final = 9

# Letters of the classes whose words dates.toml lists under [classes].
_LISTED: Final = {
    "early": "e",
    "bound": "B",
    "part": "p",
    "last": "l",
    "past": "g",
    "previous": "q",
    "next": "n",
    "following": "f",
    "this": "h",
    "that": "j",
    "the": "t",
    "of": "r",
    "in": "k",
    "at": "K",
    "since": "s",
    "until": "u",
    "ago": "A",
    "after": "b",
    "before": "c",
    "every": "v",
    "and": "&",
    "or": "=",
    "from": "F",
    "between": "<",
    "few": "L",
    "an": "a",
    "half": "%",
    "hours_mark": "Z",
    "per": "/",
    "length_adjective": "~",
    "recent": "#",
    "time": "@",
    "all": "D",
}
_MARKS: Final = {
    ",": ",", ".": STOP, "!": STOP, "?": STOP, ";": STOP, "-": "-", "–": "-", "—": "-",
    "'": "'", "’": "'", "‘": "'", "‐": "-", "‑": "-", "−": "-",
}  # fmt: skip
# A number right after one of these is a sum, a fraction, a code or a part of an address.
_GLUE: Final = frozenset("$€£¥₴₽₹#№@_/\\+=&*")

_TOKEN: Final = re.compile(
    r"""
    (?P<blank>\n[^\S\n]*\n\s*)
  | (?=[0-9])(?:(?P<iso>(?<![\w.-])[0-9]{4}(?P<bar>[-/])[0-9]{2}(?P=bar)[0-9]{2}
        (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w/-]))
  | (?P<numeric>(?<![\w./-])[0-9]{1,2}(?:/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})
        |\.[0-9]{1,2}\.[0-9]{4})(?![\w/]|\.[0-9]))
  | (?P<clock>(?<![\w.:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))
  | (?P<number>[0-9]+(?:[.,][0-9]+)*)(?P<suffix>\w*))
  | (?P<era>(?:B\.C\.(?:E\.)?|A\.D\.|BCE?|AD|CE)(?!\w))
  | (?P<meridiem>[AaPp](?:\.[Mm]\.|[Mm])(?!\w)|o['’]clock(?!\w))
  | (?P<word>[^\W\d_]+)(?P<tail>\w*)
  | (?P<possessive>['’]s(?!\w))
  | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: ``classes[i]`` is the class of ``text[starts[i]:ends[i]]``.

    ``people`` holds the words that are months elsewhere but somebody's name in this text.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    people: frozenset[str]

    def word(self, index: int) -> str:
        """Return a token in lower case; the empty string beyond either end."""
        return self.raw(index).lower()

    def raw(self, index: int) -> str:
        """Return a token as it stands; the empty string beyond either end."""
        if not 0 <= index < len(self.starts):
            return ""
        return self.text[self.starts[index] : self.ends[index]]

    def kind(self, index: int) -> str:
        """Return a token's class; a break beyond either end."""
        return self.classes[index] if 0 <= index < len(self.classes) else BREAK

    def glued(self, index: int) -> bool:
        """Whether no space parts this token from the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


def tokens_of(text: str) -> Tokens:
    """Cut a text into tokens and class them."""
    words = _word_classes()
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        group = found.lastgroup
        start, end = found.span()
        if group == "tail":
            word = found["word"]
            letter = (
                _mixed(found[0]) if found["tail"] else words.get(word, words.get(word.lower(), ""))
            )
            if letter and word.islower() and letter in "mMw" and word in _never_lower():
                letter = OTHER
        elif group == "suffix":
            letter = _number_class(text, found)
        elif group is None:
            letter = _MARKS.get(found[0], OTHER)
        else:
            letter = _GROUPS[group]
        classes.append(letter or OTHER)
        starts.append(start)
        ends.append(end)
    marked = _with_holidays(text, classes, starts, ends)
    return Tokens(text, marked, starts, ends, _people(text, marked, starts, ends))


_GROUPS: Final = {
    "blank": BREAK,
    "iso": "I",
    "bar": "I",
    "numeric": "J",
    "clock": "C",
    "era": "G",
    "meridiem": "z",
    "possessive": "$",
}


def number_of(word: str) -> int | None:
    """Return the integer that a number token stands for ("1,460", "3rd"), or None."""
    digits = word.replace(",", "").rstrip("stndrh")
    # isdecimal alone would let other scripts' digits through, which the patterns never class.
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= 9 else None


def _people(text: str, classes: str, starts: list[int], ends: list[int]) -> frozenset[str]:
    """Return the months that the text also uses as a surname: "Ms May"."""
    honorifics = load_table("dates")["doubtful"]["honorifics"]
    people = set()
    index = classes.find("m", 1)
    while index > 0:
        before = index - 2 if classes[index - 1] == STOP and index > 1 else index - 1
        title = text[starts[before] : ends[before]]
        if title[:1].isupper() and title.lower() in honorifics:
            people.add(text[starts[index] : ends[index]].lower())
        index = classes.find("m", index + 1)
    return frozenset(people)


def _number_class(text: str, found: re.Match[str]) -> str:
    number, suffix = found["number"], found["suffix"].lower()
    start, end = found.span()
    before = text[start - 1] if start else " "
    after = text[end : end + 2]
    if before.isalnum() or before in _GLUE or len(number) > MAX_DIGITS:
        return OTHER
    if after[:1] in {"%", "°", "/"} or (after[:1] == ":" and after[1:].isdigit()):
        return OTHER
    plain = number.isdigit()
    if suffix:
        if not plain:
            return OTHER
        if suffix in {"st", "nd", "rd", "th"} and 1 <= int(number) <= 31:
            return "O"
        if suffix == "s" and number[-1] == "0" and (len(number) == 2 or int(number) in YEARS):
            return "X"
        return "C" if suffix in {"am", "pm"} and 1 <= int(number) <= 12 else OTHER
    if plain and len(number) <= 2 and 1 <= int(number) <= 31:
        return "d"
    return "y" if plain and len(number) == 4 and int(number) in YEARS else "i"


def _mixed(word: str) -> str:
    return "Q" if len(word) == 2 and word[0] in "QH" and word[1] in "1234" else OTHER


@lru_cache(maxsize=1)
def _never_lower() -> frozenset[str]:
    doubtful = load_table("dates")["doubtful"]
    return frozenset((*doubtful["lower"], *doubtful["weekdays"]))


@lru_cache(maxsize=1)
def _word_classes() -> dict[str, str]:
    table = load_table("dates")
    doubtful = table["doubtful"]
    classes = {word: letter for name, letter in _LISTED.items() for word in table["classes"][name]}
    classes.update(dict.fromkeys(table["numbers"], "N"))
    classes.update(dict.fromkeys(table["ordinals"], "o"))
    classes.update(dict.fromkeys(table["seasons"], "S"))
    classes.update(dict.fromkeys(table["day_parts"], "P"))
    classes.update(dict.fromkeys(table["day_words"], "T"))
    classes.update(dict.fromkeys(table["references"], "R"))
    classes.update(dict.fromkeys((*table["sets"], *table["lengths"]), "E"))
    classes.update(dict.fromkeys(table["decades"], "x"))
    for word, unit in table["units"].items():
        clock = unit.startswith("T")
        classes[word] = "H" if clock else "V" if word.endswith("s") or word[-1] == "a" else "U"
    for word in table["months"]:
        classes[word] = "m" if word in doubtful["months"] else "M"
    for word in table["weekdays"]:
        classes[word] = "w" if word in doubtful["weekdays"] else "W"
    return classes


@lru_cache(maxsize=1)
def _holiday_phrases() -> dict[str, list[list[str]]]:
    phrases: dict[str, list[list[str]]] = {}
    for name in load_table("dates")["holidays"]:
        words = [found[0] for found in _TOKEN.finditer(name)]
        phrases.setdefault(words[0], []).append(words)
    for listed in phrases.values():
        listed.sort(key=len, reverse=True)
    return phrases


def _with_holidays(text: str, classes: list[str], starts: list[int], ends: list[int]) -> str:
    """Return the classes with holiday names marked: Y their first token, _ the others."""
    phrases = _holiday_phrases()
    for index, start in enumerate(starts):
        if classes[index] == "_" or not text[start].isupper():
            continue
        for words in phrases.get(text[start : ends[index]].lower(), ()):
            stop = index + len(words)
            here = [
                text[s:e].lower().replace("’", "'")
                for s, e in zip(starts[index:stop], ends[index:stop], strict=True)
            ]
            if here == words:
                classes[index:stop] = ["Y", *("_" * (len(words) - 1))]
                break
    return "".join(classes)
