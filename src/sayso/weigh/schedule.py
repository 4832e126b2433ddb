"""When a matter is due to be weighed anew: so that large ones do not cost more with each article.

Weighing takes time in proportion to a matter's statements. Done after every article, a matter
told by a thousand articles would be weighed a thousand times; done after growth by a fixed share,
all its weighings together cost a fixed multiple of the last one.
"""

from __future__ import annotations

from collections import Counter

SHARE = 8
"""A matter is due when it has grown by one statement in so many since it was weighed."""


class Schedule:
    """What one run has added to matters since it weighed them; the first touch is always due."""

    def __init__(self) -> None:
        self._size: dict[str, int] = {}
        self._added: Counter[str] = Counter()

    def add(self, matter_id: str, statements: int) -> bool:
        """Note that a matter has got so many more statements; return whether it is due now."""
        self._added[matter_id] += statements
        size = self._size.get(matter_id)
        return size is None or self._added[matter_id] * SHARE >= size

    def weighed(self, matter_id: str, size: int) -> None:
        """Note that a matter of so many statements has just been weighed."""
        self._size[matter_id] = size
        del self._added[matter_id]

    def overdue(self) -> tuple[str, ...]:
        """Return the matters that have grown since they were weighed."""
        return tuple(self._added)
