"""A corpus file with gold: its lines, checked, each named by an id of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sayso.cli.lines import Json, each_line, text_of
from sayso.errors import InputError


def gold_lines(
    path: Path, read: Callable[[Json, str], Json], *, form: str, failures: list[str]
) -> list[Json]:
    """Return the lines that can be scored: ``{"id", "text"}`` and what ``read`` makes of them.

    ``read`` takes a line and its text, and raises InputError for what can't be scored; such lines
    are named and left out (``each_line``). Raises InputError when none is left; ``form`` is the
    line that the message then asks for.
    """
    seen: set[str | int] = set()

    def checked(line: Json) -> Json:
        text, line_id = text_of(line), line.get("id")
        if not isinstance(line_id, str | int):
            raise InputError('"id" is missing', remedy='Name each text with an "id"')
        gold = {"id": line_id, "text": text, **read(line, text)}
        if line_id in seen:
            raise InputError(
                f"the id {line_id!r} was given before", remedy="Give each text its own id"
            )
        seen.add(line_id)
        return gold

    gold = list(each_line(path, checked, failures=failures))
    if not gold:
        raise InputError(
            f"{path} holds no text that can be scored", remedy=f"Name a file with lines of {form}"
        )
    return gold
