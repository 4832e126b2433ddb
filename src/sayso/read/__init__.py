"""Anything -> Article: text, HTML and JSON Lines from files, folders, standard input, the web."""

from sayso.read.fetch import Fetch, Fetched, fetch_url
from sayso.read.formats import ENDINGS, READERS, detect_format, reader_named
from sayso.read.inputs import count_inputs, read_inputs
from sayso.read.source import Hints, Reader, Source

__all__ = [
    "ENDINGS",
    "READERS",
    "Fetch",
    "Fetched",
    "Hints",
    "Reader",
    "Source",
    "count_inputs",
    "detect_format",
    "fetch_url",
    "read_inputs",
    "reader_named",
]
