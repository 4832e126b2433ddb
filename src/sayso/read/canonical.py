"""Canonical characters: what a text is before anybody counts offsets in it."""

from __future__ import annotations

import re
import unicodedata

# Line ends of all kinds become "\n", a paragraph separator a blank line.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
# C0 controls but tab and line feed, DEL, and byte-order marks carry no text.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
# C1 controls in a text are windows-1252 read as Latin-1: browsers take them so, too (WHATWG HTML,
# section 13.2.5.80, numeric character references). Five stand for nothing in windows-1252.
_C1 = {
    code: bytes([code]).decode("windows-1252", "ignore")
    for code in range(0x80, 0xA0)
    if code != 0x85
}
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
_INVISIBLE = ("Z", "C")


def canonical_characters(text: str) -> str:
    r"""Return ``text`` with "\n" line ends, no control characters and no lone surrogates.

    Everything else stays, code point by code point: no Unicode normalisation, so that emoji
    sequences, joiners and direction marks are what they were.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    return _LONE_SURROGATES.sub("\ufffd", _CONTROLS.sub("", text.translate(_C1)))


def is_blank(text: str) -> bool:
    """Whether ``text`` shows nothing: white space, controls and format characters only."""
    return all(unicodedata.category(char)[0] in _INVISIBLE for char in text)


def one_line(text: str | None) -> str | None:
    """Return a metadata field on one line, or None when nothing is in it."""
    line = " ".join(canonical_characters(text or "").split())
    return None if is_blank(line) else line
