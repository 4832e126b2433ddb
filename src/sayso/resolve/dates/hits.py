"""Finding date expressions: the longest match of any rule at each token, left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.resolve.dates.patterns import RULES
from sayso.resolve.dates.tokens import Tokens, number_of

# Where an expression can begin; other tokens are passed over without trying a rule. Words such as
# "the" and "last" begin one only before a token of another class than OTHER, which is
# "."; "previously" stands alone.
_OPENERS: Final = re.compile(
    r"[MmWwdiyoONUVHSPTREYIJCXxQeB%#]|[taLphjgqnflvD](?!\.)|c(?=\.)|'(?=X)|/(?=U)"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One match of a rule; ``start`` and ``end`` are token indices."""

    rule: str
    tokens: Tokens
    found: re.Match[str]

    @property
    def start(self) -> int:
        """The first token."""
        return self.found.start()

    @property
    def end(self) -> int:
        """The token after the last."""
        return self.found.end()

    def has(self, group: str) -> bool:
        """Whether the rule has this group and it matched."""
        return self.found.re.groupindex.get(group) is not None and self.found[group] is not None

    def last_word(self, group: str) -> str:
        """Return the last token of a group in lower case; empty when it did not match."""
        return self.tokens.word(self.found.end(group) - 1) if self.has(group) else ""

    def words(self, group: str) -> list[str]:
        """Return the tokens of a group in lower case."""
        if not self.has(group):
            return []
        return [self.tokens.word(i) for i in range(*self.found.span(group))]

    def number(self, group: str) -> int | None:
        """Return the integer that the last token of a group stands for."""
        return number_of(self.last_word(group)) if self.has(group) else None

    @property
    def before(self) -> str:
        """The word before the expression."""
        return self.tokens.word(self.start - 1)

    @property
    def after(self) -> str:
        """The word after the expression."""
        return self.tokens.word(self.end)


def hits_at(tokens: Tokens, position: int) -> tuple[Hit, ...]:
    """Return the matches at or next after a token that begin at one place, the longest first.

    Empty when no token from ``position`` on opens an expression.
    """
    while opener := _OPENERS.search(tokens.classes, position):
        position = opener.start()
        here = [
            Hit(name, tokens, found)
            for name, rule in RULES.items()
            if (found := rule.match(tokens.classes, position))
        ]
        if here:
            return tuple(sorted(here, key=lambda hit: -hit.end))
        position += 1
    return ()
