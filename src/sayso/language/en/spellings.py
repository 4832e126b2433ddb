"""Whether two people's names are spellings of one name ("Muammar Gaddafi", "Moammar Kadhafi").

Precision first: a name that no other alphabet shows in is only compared without its accents,
hyphens and dots. "Hofmann" is not "Hoffmann", "Catherine" not "Katherine", "Young" not "Yung".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table

_KNOWN = 20_000
"""Names whose keys are kept: a matter is weighed anew with each of its articles."""

_DROPPED = re.compile(r"['’‘`ʼʾʿ]")
_SPLIT = re.compile(r"[^\w]+")
_HYPHEN = re.compile(r"(?<=\w{3})-(?=\w)")
_DOUBLED = re.compile(r"(.)\1+")
# Letters that no accent can be taken off.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class _Names:
    """The spellings of given and family names, and how names from other alphabets are told."""

    given: Mapping[str, str]
    arabic: frozenset[str]
    family: Mapping[str, str]
    articles: frozenset[str]
    prefixed: re.Pattern[str]
    cyrillic: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]


@lru_cache(maxsize=_KNOWN)
def name_keys(name: str) -> frozenset[str]:
    """Return the keys of a full name; two names that share one are spellings of one name.

    There are several where an umlaut may be written out ("Müller": "muller", "mueller") or a
    hyphen left out ("Jong-un": "jong un", "jongun").
    """
    return frozenset(_key(words) for words in _readings(name))


@lru_cache(maxsize=_KNOWN)
def surname_keys(name: str) -> frozenset[str]:
    """Return the keys of the last word of a name, as it is written and as it may be respelt."""
    found = _readings(name)
    return frozenset(key for words in found for key in (words[-1], _family(words)))


def is_full(name: str) -> bool:
    """Whether a name has at least two words, articles left out."""
    return len(_words(name)) > 1


def _readings(name: str) -> list[list[str]]:
    unhyphened = _HYPHEN.sub("", name)
    written = (name, _written_out(name), unhyphened, _written_out(unhyphened))
    return [words for words in map(_words, dict.fromkeys(written)) if words]


def _key(words: Sequence[str]) -> str:
    if len(words) == 1:
        return words[0]
    names = _table()
    loose = _loose(words)
    given = [names.given.get(word) or (_respelt(word) if loose else word) for word in words[:-1]]
    return " ".join([*given, _family(words)])


def _family(words: Sequence[str]) -> str:
    names = _table()
    known = names.family.get(words[-1]) or names.given.get(words[-1])
    return known or (_respelt(words[-1]) if _loose(words) else words[-1])


def _loose(words: Sequence[str]) -> bool:
    """Whether a name shows that its family name was written in other letters."""
    names = _table()
    return (
        words[-1] in names.family
        or any(word in names.arabic for word in words)
        or words[-1].endswith(names.cyrillic)
    )


def _respelt(word: str) -> str:
    """Return a word as all its usual transcriptions are: "Zelenskyy" and "Zelenskiy" as one."""
    for ending, kept in _table().endings:
        if word.endswith(ending):
            word = word[: -len(ending)] + kept
            break
    return _DOUBLED.sub(r"\1", word.replace("x", "ks"))


def _words(name: str) -> list[str]:
    names = _table()
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    plain = _DROPPED.sub("", "".join(c for c in plain if not unicodedata.combining(c)))
    plain = names.prefixed.sub("", plain)
    words = [word for word in _SPLIT.split(plain.replace("_", " ")) if word]
    kept = [word for word in words if word not in names.articles]
    return kept or words


def _written_out(name: str) -> str:
    return unicodedata.normalize("NFC", name.casefold()).translate(_UMLAUTS)


@lru_cache(maxsize=1)
def _table() -> _Names:
    table = load_table("names")
    marks = table["marks"]
    endings = [(end, kept) for kept, ends in marks["endings"].items() for end in ends]
    arabic = _by_spelling(table["given"]["arabic"])
    prefixes = [*marks["articles"], *marks["hyphened"]]
    return _Names(
        given=arabic | _by_spelling(table["given"]["cyrillic"]),
        arabic=frozenset(arabic),
        family=_by_spelling(table["family"]),
        articles=frozenset(marks["articles"]),
        prefixed=re.compile(rf"\b(?:{'|'.join(prefixes)})-(?=\w)"),
        cyrillic=tuple(marks["cyrillic"]),
        endings=tuple(sorted(endings, key=lambda pair: -len(pair[0]))),
    )


def _by_spelling(rows: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: name for name, spellings in rows.items() for word in (name, *spellings)}
