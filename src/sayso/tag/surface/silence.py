"""Evasions whose speaker comes last: "There was no immediate comment from the ministry"."""

from __future__ import annotations

import re

from sayso.tag.layout import Range
from sayso.tag.surface.found import Found
from sayso.tag.surface.speakers import names_speaker

_SILENCE = re.compile(
    r"\b(?:there (?:(?:was|were|is)|(?:has|had|have) been)|with|without|(?:drew|got|met with))"
    r" (?:still |as yet )?(?:no|any) (?P<how>(?:immediate|official|public|further|early|formal"
    r"|instant) )*(?P<given>comment|response|reply|answer)s?"
    r"(?P<matter> (?:on|about|over|regarding|to) [^,;.\n]{1,80}?)? from (?=\S)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s(?P<matter>(?:on|about|over|regarding) [^,;.\n]+)"
    r"|\s(?:when|after|before|by|as|in response)\s|[,;:!?—–()“”\"]|[.](?=\s|\Z)"
    r"|\s(?=(?:but|and) (?:it|he|she|they|the|its)\b)"
)
_DAY = re.compile(
    r"\s(?:(?:late|early) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*", re.DOTALL
)


def find_silence(text: str, sentence: Range) -> Found | None:
    """Return the silence that a sentence tells of, None where nobody clear kept it.

    A missing answer is one only where it was awaited ("no immediate response"): "no response from
    the crew" may be a search that found nobody.
    """
    told = _SILENCE.search(text, *sentence)
    if told is None or not (told["how"] or told["given"].lower() == "comment"):
        return None
    tail = _TAIL.search(text, told.end(), sentence[1])
    end = tail.start() if tail is not None else sentence[1]
    day = _DAY.search(text, told.end(), end)
    source = told.end(), day.start() if day is not None else end
    if not names_speaker(text, *source):
        return None
    given = told.span("given")
    if told["matter"]:
        matter = _undated(text, *told.span("matter"))
    elif tail is not None and tail["matter"]:
        matter = _undated(text, *tail.span())
    else:
        matter = None
    if matter is None:
        cue = told.start(), told.start() + len(text[told.start() : given[0]].rstrip())
        return Found(source, cue, given)
    return Found(source, (told.start(), given[1]), matter)


def _undated(text: str, start: int, end: int) -> Range | None:
    """Return " on the raid on Monday" less its first blank and its day, None for a mere day."""
    day = _DAY.search(text, start, end)
    finish = day.start() if day is not None else end
    return (start + 1, finish) if finish > start else None
