"""Transcripts: "VREL: The bridge held." and "Q: … A: …", at the head of a line only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.tag.rules.sheet import Draft, Range, Sheet

_LINE = re.compile(r"[^\S\n]*([^\s:][^:\n]{0,79}):[^\S\n]+(\S[^\n]*)")
_CAPITALS = re.compile(r"[^\W\d_a-z](?:['’.-]|[^\W\d_a-z])+(?:,? \(?[^\W\d_a-z][\w.'’-]*\)?){0,4}")
_QUESTION = re.compile(r"[QA]\.?")


def transcript_drafts(sheet: Sheet) -> Iterator[Draft]:
    """Yield one attribution for each line of a transcript.

    One line in capitals and a colon may be a label ("UPDATE: …"), so a text needs two such lines
    before its names are taken for speakers. The head is -1: no token is the cue's.
    """
    found: list[tuple[bool, Range, Range, Range]] = []
    for start, end in sheet.blocks:
        position = start
        while position < end:
            line_end = sheet.text.find("\n", position, end)
            line_end = end if line_end < 0 else line_end
            match = _LINE.match(sheet.text, position, line_end)
            if match is not None:
                name = match.group(1)
                by_name = _CAPITALS.fullmatch(name) is not None
                if by_name or _QUESTION.fullmatch(name):
                    colon = match.end(1)
                    found.append((by_name, match.span(1), (colon, colon + 1), match.span(2)))
            position = line_end + 1
    if len(found) < 2:
        return
    for by_name, name_at, colon_at, said in found:
        source = (name_at,) if by_name else ()
        cue = (colon_at,) if by_name else (name_at,)
        yield Draft(head=-1, source=source, cue=cue, content=(said,), confidence=0.6)
