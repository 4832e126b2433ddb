"""Arabic letters as they join: which form of each is drawn depends on those beside it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

_FORMS = range(0xFE80, 0xFEFD)
"""Unicode's block of forms of single Arabic letters (Arabic Presentation Forms-B)."""
_LETTERS = range(0x0600, 0x0700)


def joined_forms(text: str) -> str:
    """Return a text with its Arabic letters in the forms in which they join, marks left out.

    What two letters are drawn as together (lam and alef) stays two. For measuring alone: no font
    needs to be given these forms.
    """
    if not any(ord(char) in _LETTERS for char in text):
        return text
    letters = [char for char in text if not unicodedata.combining(char)]
    forms = _forms()
    found = []
    for before, char, after in zip(["", *letters], letters, [*letters[1:], ""], strict=False):
        own = forms.get(char, {})
        joins_before = "initial" in forms.get(before, {}) and "final" in own
        joins_after = "initial" in own and "final" in forms.get(after, {})
        place = ("medial" if joins_after else "final") if joins_before else ""
        place = place or ("initial" if joins_after else "isolated")
        found.append(own.get(place, char))
    return "".join(found)


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Return the forms of each letter by their names: isolated, initial, medial, final."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code in _FORMS:
        kind, *letters = unicodedata.decomposition(chr(code)).split()
        if len(letters) == 1:
            found[chr(int(letters[0], 16))][kind.strip("<>")] = chr(code)
    return found
