"""When a matter is due to be weighed anew: so that large ones do not cost more with each article.

Weighing takes time in proportion to a matter's statements. Done after every article, a matter
told by a thousand articles would be weighed a thousand times; done after growth by a fixed share,
all its weighings together cost a fixed multiple of the last one.
"""

from __future__ import annotations

SHARE = 2
"""A matter is due when it has changed by one in so many of the statements that were weighed."""


def is_due(statements: int, changed: int) -> bool:
    """Whether a matter of so many statements, so many of them new, is to be weighed at once."""
    return changed > 0 and changed * SHARE >= statements - changed
