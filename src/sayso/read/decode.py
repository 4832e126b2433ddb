"""Bytes to characters: byte-order marks, declared and detected encodings, and what is no text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sayso.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that hold no plain text, as registered in the "file" program's magic.
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"OggS\x00", "an Ogg recording"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"{\\rtf", "an RTF document"),
)
_SAMPLE = 65_536
_CONTROL_BYTES = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b") | {0x7F})
# The charset names that pages use for what is really windows-1252 (WHATWG Encoding, section 4.2).
_LATIN_LABELS = frozenset(("iso8859-1", "ascii", "latin-1", "iso8859-9"))
# UTF-8 has been tried and UTF-16 can't be declared in ASCII bytes; the rest are Python's own.
_NOT_CHARSETS = ("utf", "idna", "punycode", "unicode", "raw", "undefined")
_HIGH = re.compile(r"[^\x00-\x7f]")
_TYPOGRAPHIC = frozenset("‘’“”‚„–—…•€™ \xa0£©®°½¼¾«»§·´¿¡²³ª\xadº")
_RARE_LETTERS = frozenset("ÿþýðÞÝÐ×÷ƒˆ¦¨¬¯±¶¸¹")
_MOST_REPLACED = 0.001
_FEWEST_WORDS = 4
_META_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.I)


def binary_kind(head: bytes) -> str | None:
    """Return what the first bytes of a file show it to be, or None when it may be text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if any(head.startswith(bom) for bom, _ in _BOMS) or _wide_encoding(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    return "binary data" if controls * 50 > len(head) else None


def refuse_binary(name: str, head: bytes) -> None:
    """Raise InputError when the first bytes show that a source holds no text."""
    kind = binary_kind(head)
    if kind is not None:
        remedy = "Unpack it first" if "archive" in kind else "Save its text as a file first"
        raise InputError(
            f"{name} looks like {kind}, not an article",
            remedy=f"{remedy}: text, HTML and JSON Lines can be read",
        )


def _wide_encoding(head: bytes) -> str | None:
    """Return UTF-16 without a mark, shown by a NUL in nearly every second byte."""
    sample = head[:1024]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def decode(name: str, raw: bytes, *, charset: str | None = None, lenient: bool = False) -> str:
    """Return the characters of ``raw``; ``charset`` is what the page or its server declares.

    With ``lenient``, as for pages, UTF-8 with at most one broken character in a thousand is
    read, the broken ones as U+FFFD. Raises InputError when no encoding makes sense.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _strict_or_error(name, raw[len(bom) :], encoding)
    wide = _wide_encoding(raw)
    if wide:
        return _strict_or_error(name, raw, wide)
    # UTF-8 first: other encodings hardly ever form it by chance, and declarations are often wrong.
    text = _strict(raw, "utf-8")
    if text is None and charset is not None:
        text = _declared(raw, charset)
    if text is None and lenient:
        text = _mended(raw)
    if text is None and not _has_utf8_sequence(raw):
        text = _detected(raw)
    if text is None:
        raise InputError(
            f"{name} is neither UTF-8 nor another encoding that makes sense: its bytes are broken",
            remedy="Save it again as UTF-8",
        )
    return text


def declared_charset(head: bytes) -> str | None:
    """Return the charset that a page's first bytes declare in a meta tag."""
    match = _META_CHARSET.search(head)
    return match[1].decode("ascii", "replace") if match else None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _strict_or_error(name: str, raw: bytes, encoding: str) -> str:
    text = _strict(raw, encoding)
    if text is None:
        raise InputError(
            f"{name} begins as {encoding.upper()} but its bytes are broken",
            remedy="Save it again as UTF-8",
        )
    return text


def _declared(raw: bytes, charset: str) -> str | None:
    try:
        codec = codecs.lookup(charset.strip().strip("\"'"))
    except LookupError:
        return None
    if codec.name.startswith(_NOT_CHARSETS):
        return None
    return _strict(raw, "windows-1252" if codec.name in _LATIN_LABELS else codec.name)


def _mended(raw: bytes) -> str | None:
    text = raw.decode("utf-8", "replace")
    broken = text.count("�")
    return text if broken <= len(text) * _MOST_REPLACED else None


def _has_utf8_sequence(raw: bytes) -> bool:
    """Whether some character beyond ASCII is well-formed UTF-8: then the text is UTF-8, broken."""
    return _HIGH.search(raw.decode("utf-8", "ignore")) is not None


def _detected(raw: bytes) -> str | None:
    western = _strict(raw, "windows-1252")
    if western is not None and _is_plausible_western(western):
        return western
    best = from_bytes(raw[:_SAMPLE]).best()
    text = _strict(raw, best.encoding) if best is not None else None
    return text if text is not None and _is_plausible(text) else None


def _is_plausible_western(text: str) -> bool:
    """Whether each character beyond ASCII stands where English or its neighbours would have it."""
    high = list(_HIGH.finditer(text))
    if len(high) * 5 > len(text):
        return False
    for match in high:
        char, before = match[0], text[match.start() - 1 : match.start()]
        after = text[match.end() : match.end() + 1]
        if char in _TYPOGRAPHIC:
            continue
        if char in _RARE_LETTERS or not char.isalpha():
            return False
        if char.isupper() and before.islower():
            return False  # "cafÃ": the mark of UTF-8 read as windows-1252
        if not (before.isalpha() or after.isalpha()):
            return False
        if _HIGH.match(after or "a") and after.isalpha() and _HIGH.match(before or "a"):
            return False
    return True


def _is_plausible(text: str) -> bool:
    """Whether what is beyond ASCII in a decoded text is words, and no control characters."""
    high = [char for char in text if ord(char) > 0x7F]
    if any(0x80 <= ord(char) < 0xA0 or 0xE000 <= ord(char) < 0xF900 for char in high):
        return False
    # A Cyrillic, Greek or Arabic text is words of such letters; noise is single ones.
    words = re.findall(r"[^\x00-\x7f\W\d_]{3,}", text)
    return len(words) >= _FEWEST_WORDS and 10 * sum(map(len, words)) >= 7 * len(high)
