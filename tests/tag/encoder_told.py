"""Texts as the encoder tagger takes them, and what it found as tables hold it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Block, paragraphs

Told = tuple[str | None, str, str]
"""Source, cue and content."""


def no_parse(text: str, blocks: Sequence[Block]) -> None:
    pytest.fail("the encoder needs no parse")


def parsed(text: str, blocks: Sequence[Block] | None = None) -> ParsedText:
    return ParsedText(text, paragraphs(text) if blocks is None else blocks, no_parse)


def told(found: Sequence[Attribution]) -> list[Told]:
    return [
        (
            a.source[0].text if a.source else None,
            a.cue[0].text,
            " … ".join(span.text for span in a.content),
        )
        for a in found
    ]
