"""Cutting one line into sentences by its marks alone."""

from __future__ import annotations

import re

from sayso.tag.layout import Range

_STOP = re.compile(r"(?:[.!?…؟۔]+|[。！？])[\"”’'»)\]]*(?=\s)\s*")
_CLOSING = "\"”’'»"
_SHORT = re.compile(
    r"(?<![\w'’])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Cpl|Adm|Brig|Gov|Sen|Rep|Rev|Hon|Pres|St|Mt"
    r"|Ft|No|Nos|vs|etc|approx|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Dept|Fig|Art|Sec|Supt|Insp|Det|Amb|Atty|Msgr|Fr|Sheikh"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|e\.g|i\.e|cf|[^\W\d_])\.\Z"
)
_MAY_END = re.compile(r"(?<![\w'’])(?:etc|Jr|Sr|Inc|Ltd|Co|Corp|Bros|a\.m|p\.m|(?:\w\.)+\w)\.\Z")
_STARTER = re.compile(
    r"[\"“„‘«(\[]|(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|This|That|These|Those|His|Her|Their|Its|There|When"
    r"|After|Before|If|As|Asked|No|Nobody|Some|Many|Most|Both|Officials|Police|Meanwhile|However)\b"
)
_SPEAKS_ON = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]*\s){1,3}(?:said|says|asked|asks|added|replied|told|wrote|shouted|cried)\b"
)
_OPENS = re.compile(r"[\"“„‘«'(\[]*[^\W_a-z]")


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Range]:
    """Return the sentences of one line, ``[start, end)`` of a text, in order.

    They cover the line but for blank space between and around them. Closing quotation marks and
    brackets go with the sentence that they end.
    """
    end = len(text) if end is None else end
    found: list[Range] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends(text, begin, stop, end):
            _add(found, text, begin, stop.end())
            begin = stop.end()
    _add(found, text, begin, end)
    return found


def _add(found: list[Range], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    body = piece.strip()
    if body:
        first = start + len(piece) - len(piece.lstrip())
        found.append((first, first + len(body)))


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at this mark: what follows opens one, and this is no short form."""
    if _OPENS.match(text, stop.end(), end) is None:
        return False
    mark = stop.group().rstrip()
    if mark[0] in "?!" and mark[-1] in _CLOSING:
        return _SPEAKS_ON.match(text, stop.end(), end) is None
    if mark != ".":
        return True
    head = text[max(begin, stop.start() - 12) : stop.start() + 1]
    if _MAY_END.search(head):
        return _STARTER.match(text, stop.end(), end) is not None
    return _SHORT.search(head) is None
