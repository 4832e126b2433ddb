"""A bar on standard error that shows how far a long run is, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TypeVar

from rich.progress import track

from sayso.cli.console import error_console

Item = TypeVar("Item")


def followed(items: Iterable[Item], label: str, *, total: int | None = None) -> Iterable[Item]:
    """Return the items, moving a bar on as each is asked for; ``total`` is how many there are.

    Without a ``total`` the items' own length counts.
    """
    return track(
        items,
        label,
        total=total,
        console=error_console(),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
