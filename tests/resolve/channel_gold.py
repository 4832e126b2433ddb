"""The gold examples of channels: files of lines, read into cases."""

from __future__ import annotations

from pathlib import Path

from marked_text import gold_lines, read_marked

from sayso.model import Channel
from sayso.resolve.channels import find_channels


def cases(file: str) -> list[tuple[str, list[str]]]:
    lines = gold_lines(Path(__file__).with_name(file).read_text("utf-8"))
    return [
        (marked, [] if wanted == "none" else [part.strip() for part in wanted.split(";")])
        for marked, wanted in lines
    ]


def told(channel: Channel) -> str:
    return f"{channel.kind.value}: {channel.span.text}"


def answer(marked: str) -> list[str]:
    """Return what sayso finds for a case, as the gold writes it."""
    parsed, attributions, asked = read_marked(marked)
    return [told(channel) for channel in find_channels(parsed, attributions)[asked]]
