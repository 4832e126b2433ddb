"""Anything -> Article: text, HTML and JSON Lines from files, folders, standard input, the web."""

from sayso.read.fetch import Fetch, Fetched, fetch_url, is_url, without_login
from sayso.read.formats import ENDINGS, READERS, detect_format, reader_named
from sayso.read.inputs import count_inputs, read_inputs, read_stream
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
    "is_url",
    "read_inputs",
    "read_stream",
    "reader_named",
    "without_login",
]
