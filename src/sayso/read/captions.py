"""Photo captions and credits, told apart by how they are worded."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.language.en.tables import load_table
from sayso.model import BlockKind
from sayso.read.chrome import ends_sentence
from sayso.read.signatures import is_signature

_LONGEST_CAPTION = 600
_MOST_CAPTION_WORDS = 80
_LONGEST_CREDIT = 120
_CLOSING = {"]": "[", ")": "("}
_NAME = re.compile(r"[^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){0,5}")


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    labels = sorted(load_table("page")["credits"]["labels"], key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, labels))})(?: by |: ?| ?[–—©] ?)(?=\S)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _trailing() -> re.Pattern[str]:
    # A label opens the credit only after the end of the caption, never inside its sentence.
    return re.compile(
        rf"(?:(?<=[.!?\]”\"])|(?<=\n)|(?<= [–—|]))\s*({_labelled().pattern})", re.IGNORECASE
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_table("page")["credits"][key])


def _is_name(text: str) -> bool:
    """Whether ``text`` looks like a person's or an agency's name: a few words, capitalised."""
    words = text.split()
    return (
        0 < len(words) <= 6
        and _NAME.fullmatch(text) is not None
        and words[0][0].isupper()
        and (len(words) == 1 or words[-1][0].isupper())
    )


def _is_credit(inner: str, *, square: bool, detached: bool) -> bool:
    """Whether the words inside a bracket give a picture's maker.

    Square brackets also hold an editor's insertions and round ones all kinds of asides, so both
    need a label, a picture word, or names parted by a slash; an agency alone only counts in
    square brackets, since "(AP)" also signs or opens a report. A bare name or body counts in
    square brackets that are ``detached``: that follow the end of a sentence.
    """
    plain = inner.strip().casefold()
    if not plain or len(inner) > _LONGEST_CREDIT or inner.rstrip().endswith((".", "!", "?")):
        return False
    if _labelled().match(inner.strip()) or plain.startswith(("©", "via ")):
        return True
    parts = [part.strip() for part in inner.split("/")]
    named = len(parts) > 1 and all(_is_name(part) for part in parts)
    if named and (square or any(part.casefold() in _words("agencies") for part in parts)):
        return True
    words = re.findall(r"[\w-]+", plain)
    if len(words) <= 8 and any(word in _words("words") for word in words):
        return len(words) > 1 and inner.strip()[0].isupper()
    if not square:
        return False
    return plain in _words("agencies") or (detached and _names_a_maker(inner.strip()))


def _names_a_maker(text: str) -> bool:
    """Whether ``text`` is a full name, all capitalised, or that of a body that hands out pictures.

    One word is not enough: "[Laughter]" follows sentences, too.
    """
    words = text.split()
    if not 2 <= len(words) <= 6 or not text[0].isupper() or text[-1] in ".!?":
        return False
    plain = text.casefold()
    return all(word[0].isupper() for word in words) or any(
        plain.endswith(f" {body}") or plain.startswith(f"{body} of ") for body in _words("bodies")
    )


def _bracket_start(text: str) -> int | None:
    """Return where the bracket that ends ``text`` opens, or None."""
    opening = _CLOSING.get(text[-1:])
    if opening is None:
        return None
    start = text.rfind(opening, max(0, len(text) - _LONGEST_CREDIT - 2))
    return start if start >= 0 else None


def _credit_start(text: str) -> int | None:
    start = _bracket_start(text)
    if start is not None and _is_credit(
        text[start + 1 : -1], square=text[start] == "[", detached=ends_sentence(text[:start])
    ):
        return start
    tail_from = max(0, len(text) - _LONGEST_CREDIT - 2)
    labels = list(_trailing().finditer(text, tail_from))
    if labels and not text.endswith((".", "!", "?")):
        return labels[-1].start(1)
    whole = _labelled().match(text)
    if whole is not None and len(text) <= _LONGEST_CREDIT and _is_maker(text[whole.end() :]):
        return 0
    return None


def _is_maker(text: str) -> bool:
    return all(_is_name(part.strip()) for part in re.split(r"[/,]| via ", text))


Pieces = tuple[tuple[BlockKind, str], ...]


def caption_pieces(paragraph: str) -> Pieces | None:
    """Return a paragraph's caption and credit, or None when it is neither.

    A paragraph that only signs the report is a credit.
    Only a credit in its last place shows that a paragraph of plain text is a caption.
    """
    text = paragraph.strip()
    if not text or len(text) > _LONGEST_CAPTION or len(text.split()) > _MOST_CAPTION_WORDS:
        return None
    if is_signature(text):
        return ((BlockKind.CREDIT, text),)
    start = _credit_start(text)
    if start is None:
        return None
    caption, credit = text[:start].rstrip(), text[start:]
    if not caption:
        return ((BlockKind.CREDIT, credit),)
    return ((BlockKind.CAPTION, caption), (BlockKind.CREDIT, credit))


def known_caption(text: str) -> Pieces:
    """Return the pieces of a text that the page marks up as a caption."""
    text = text.strip()
    if not text:
        return ()
    pieces = caption_pieces(text)
    if pieces is not None:
        return pieces
    start = _bracket_start(text)
    if start is not None and text[start + 1 : -1].strip().casefold() in _words("agencies"):
        caption = text[:start].rstrip()
        return tuple(
            (kind, piece)
            for kind, piece in ((BlockKind.CAPTION, caption), (BlockKind.CREDIT, text[start:]))
            if piece
        )
    return ((BlockKind.CAPTION, text),)
