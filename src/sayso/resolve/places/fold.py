"""Folding of place names, so that spellings of one name share one key.

Standard library only: the build hook loads this module before sayso is installed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that NFKD leaves whole, in the spelling that English newspapers use for them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_SILENT = re.compile(r"['’‘ʼʻʿʾ`´.]")
_GAP = re.compile(r"[\W_]+")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "twp": "township"}
MAX_NAME = 80
"""Code points; longer strings are no place names, and are cut before folding."""


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key of a name: case, accents, apostrophes and hyphens removed, "St." spelt out.

    The key is empty when the name holds no letter or digit.
    """
    lowered = name[:MAX_NAME].casefold()
    if lowered.isascii():
        plain = lowered
    else:
        decomposed = unicodedata.normalize("NFKD", lowered).casefold().translate(_LETTERS)
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = _GAP.sub(" ", _SILENT.sub("", plain)).split()
    return " ".join(_SHORT.get(word, word) if len(words) > 1 else word for word in words)
