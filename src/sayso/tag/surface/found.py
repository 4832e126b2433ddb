"""What the surface rules find: one attribution as ranges of code points."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.tag.layout import Range


@dataclass(frozen=True, slots=True)
class Found:
    """Half-open ranges of one attribution; ``source`` is None where nobody clear is named."""

    source: Range | None
    cue: Range
    content: Range
