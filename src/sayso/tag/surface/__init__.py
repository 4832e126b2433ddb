"""What can be read of statements without a parse: plain functions over text and ranges."""

from sayso.tag.surface.contrary import is_contrary
from sayso.tag.surface.evasion import find_asked, find_evasions
from sayso.tag.surface.found import Found
from sayso.tag.surface.sentences import split_sentences
from sayso.tag.surface.transcript import find_transcript, is_label_line
from sayso.tag.surface.unsaid import is_unsaid

__all__ = [
    "Found",
    "find_asked",
    "find_evasions",
    "find_transcript",
    "is_contrary",
    "is_label_line",
    "is_unsaid",
    "split_sentences",
]
