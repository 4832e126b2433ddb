"""Transcripts as drafts of the rules; tag/surface reads them from the lines alone."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.tag.rules.sheet import Draft, Sheet
from sayso.tag.surface.transcript import find_transcript


def transcript_drafts(sheet: Sheet) -> Iterator[Draft]:
    """Yield one attribution for each line of a transcript; no token is the cue's, hence head -1."""
    for found in find_transcript(sheet.text, sheet.blocks):
        yield Draft(
            head=-1,
            source=(found.source,) if found.source else (),
            cue=(found.cue,),
            content=(found.content,),
            confidence=0.6,
        )
