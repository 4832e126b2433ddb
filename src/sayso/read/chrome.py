"""Page chrome: the words of a page that are not its story."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.language.en.tables import load_table

_LONGEST_CHROME = 400
_LONGEST_LINK_WORDS = 20
_MENU_PARTS = re.compile(r"\s*[|·•/>»›]\s*")
_RULES = "|·•>»›/\\-–—_=*~ \t"
"""What lines that only part other lines are drawn with."""
_FINAL_STOPS = ".!?…。؟॥।。！？"
_CLOSERS = "\"'”’»)]}"


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    return line.rstrip().rstrip(_CLOSERS).endswith(tuple(_FINAL_STOPS))


@lru_cache(maxsize=1)
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in load_table("page")["chrome"]["patterns"]))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("page")["chrome"][key])


def _plain(line: str) -> str:
    return " ".join(line.casefold().split()).strip("|·•>»› ").removesuffix(":")


def is_chrome(line: str) -> bool:
    """Whether a line by itself is page chrome: a menu word, a share bar, a copyright notice."""
    if len(line) > _LONGEST_CHROME:
        return False
    if not line.strip(_RULES):
        return bool(line)
    plain = _plain(line)
    return plain in _words("lines") or _patterns().fullmatch(plain) is not None or is_menu(line)


def is_list_heading(line: str) -> bool:
    """Whether a line heads a list of other stories ("Related stories")."""
    return len(line) <= _LONGEST_CHROME and _plain(line) in _words("list_headings")


def is_section(line: str) -> bool:
    """Whether a line names a section of a site or a language: chrome only beside other chrome."""
    plain = _plain(line)
    return plain in _words("sections") or plain in _words("languages")


def is_menu(line: str) -> bool:
    """Whether a line is a row of links or languages ("News | World | Sport")."""
    parts = [_plain(part) for part in _MENU_PARTS.split(line) if part.strip()]
    if len(parts) < 2:
        # Languages in a row, without any sign between them.
        names = line.casefold().split()
        return len(names) >= 2 and all(name in _words("languages") for name in names)
    known = _words("sections") | _words("languages") | _words("lines") | _words("list_headings")
    hits = sum(part in known for part in parts)
    return hits == len(parts) or (len(parts) >= 3 and hits * 2 > len(parts))


def is_link_line(line: str) -> bool:
    """Whether a line below a list heading reads like the title of another story."""
    return len(line.split()) <= _LONGEST_LINK_WORDS and not ends_sentence(line)
