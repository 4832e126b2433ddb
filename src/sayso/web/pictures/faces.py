"""How wide letters are: what the fonts that ship with the page say of themselves."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from struct import error, unpack_from

from sayso.web.pictures.joining import joined_forms

_UNICODE_FULL = (3, 10)
"""Platform and encoding of the table of all code points, in format 12."""
_WIDE = 1.2
_OTHER = 0.7
"""Width of a letter that a font lacks, of its size: another font draws it, if any."""
ZWJ = "\u200d"
_JOINERS = range(0x200B, 0x2010)
_CHOOSERS = range(0xFE00, 0xFE10)


@dataclass(frozen=True, slots=True)
class Face:
    """Widths of a font's letters by code point, of its size."""

    widths: Mapping[int, float]

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is at a size, in the size's unit; kerning is not looked at."""
        if text.isascii():
            # Most of what is measured, and nothing in it joins.
            return size * sum(self.widths.get(code, _OTHER) for code in text.encode())
        letters = [c for c in joined_forms(text) if c == ZWJ or not _is_thin(c)]
        alone = (c for before, c in pairwise(["", *letters]) if not joins_pictures(before, c))
        return size * sum(self.widths.get(ord(c), _unknown(c)) for c in alone if c != ZWJ)


def joins_pictures(before: str, char: str) -> bool:
    """Whether a character is drawn as one with the picture before it: joiners join no letters."""
    return before == ZWJ and unicodedata.category(char) == "So"


def _is_thin(char: str) -> bool:
    code = ord(char)
    return bool(unicodedata.combining(char)) or code in _JOINERS or code in _CHOOSERS


def _unknown(char: str) -> float:
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _OTHER


@lru_cache(maxsize=4)
def read_face(path: Path) -> Face:
    """Return the widths in a TrueType file with a table of all code points (OpenType, chapter 5).

    Raises OSError for a file that can't be read, ValueError for one that is no such font.
    """
    try:
        return Face(_widths(path.read_bytes()))
    except (error, KeyError) as exc:
        raise ValueError(f"{path.name} is no font that can be read") from exc


def _widths(data: bytes) -> dict[int, float]:
    tables = {
        data[at : at + 4]: unpack_from(">II", data, at + 8)[0]
        for at in range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)
    }
    (em,) = unpack_from(">H", data, tables[b"head"] + 18)
    (measured,) = unpack_from(">H", data, tables[b"hhea"] + 34)
    advances = unpack_from(f">{2 * measured}H", data, tables[b"hmtx"])[::2]
    glyphs = _glyphs(data, tables[b"cmap"])
    # Glyphs after the last one measured are as wide as that one.
    return {code: advances[min(g, measured - 1)] / em for code, g in glyphs if g}


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """Yield code points with the numbers of their glyphs."""
    for i in range(unpack_from(">H", data, cmap + 2)[0]):
        platform, encoding, offset = unpack_from(">HHI", data, cmap + 4 + 8 * i)
        if (platform, encoding) == _UNICODE_FULL:
            at = cmap + offset
            (groups,) = unpack_from(">I", data, at + 12)
            for group in range(groups):
                first, last, glyph = unpack_from(">III", data, at + 16 + 12 * group)
                yield from ((code, glyph + code - first) for code in range(first, last + 1))
            return
    raise KeyError(_UNICODE_FULL)
