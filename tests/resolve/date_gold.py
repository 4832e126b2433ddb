"""The gold passages of dates: ``published | text with [expression|value]``, read into lines."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

_MARK = re.compile(r"\[([^\]|]*)\|([^\]]*)\]")


def passages(file: str) -> list[dict[str, Any]]:
    """Return the passages of a file as the scorer takes them."""
    lines = Path(__file__).with_name(file).read_text("utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return [_passage(f"{file}:{number}", line) for number, line in enumerate(kept, start=1)]


def _passage(name: str, line: str) -> dict[str, Any]:
    published, marked = line.split(" | ", 1)
    text, position, dates = "", 0, []
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        dates.append({"start": len(text), "end": len(text) + len(mark[1]), "value": mark[2]})
        text += mark[1]
        position = mark.end()
    return {
        "id": name,
        "published": date.fromisoformat(published),
        "text": text + marked[position:],
        "dates": dates,
    }
