"""Whether what an attribution was read with is told against its speaker.

"Contrary to what Vrel said, the dam held": the text's own word, and the opposite of hers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sayso.tag.layout import Range
from sayso.tag.surface.words import listed

_WORDS_BETWEEN = 4
"""Most words between "despite" and the cue or its speaker: "despite the ministry's first"."""


def is_contrary(
    text: str, cue: Range, source: Range | None, content: Sequence[Range], sentence: Range
) -> bool:
    """Tell whether a phrase such as "contrary to" sets all of the content against the saying.

    All ranges are half-open ranges of code points of ``text``; ``sentence`` holds the cue.
    What stands right after the cue ("despite claims that the dam held") is what was claimed.
    """
    inside = source is not None and sentence[0] <= source[0] <= source[1] <= sentence[1]
    start = min(cue[0], source[0]) if inside and source else cue[0]
    phrase = _against().search(text, sentence[0], start)
    if phrase is None or not content:
        return False
    return all(end <= phrase.start() or "," in text[cue[1] : begin] for begin, end in content)


@lru_cache(maxsize=1)
def _against() -> re.Pattern[str]:
    phrases = "|".join(
        phrase.replace(" ", r"\s+") for phrase in sorted(listed("contrary", "phrases"))
    )
    between = rf"(?:\s+(?!that\b)[^\s,;:]+){{0,{_WORDS_BETWEEN}}}"
    return re.compile(rf"\b(?:{phrases})\b{between}\s*\Z", re.IGNORECASE)
