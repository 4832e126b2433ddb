"""A text with its blocks and its parse, made once, when a step first asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from sayso.model import Block

Parser = Callable[[str, Sequence[Block]], Doc]


class ParsedText:
    """A canonical text with its blocks; ``doc`` is its spaCy parse, whose offsets are the text's.

    The parse is made on first use, so that a tagger which needs none does not pay for one.
    """

    __slots__ = ("_doc", "_parser", "blocks", "text")

    def __init__(self, text: str, blocks: Sequence[Block], parser: Parser) -> None:
        self.text = text
        self.blocks = tuple(blocks)
        self._parser = parser
        self._doc: Doc | None = None

    @property
    def doc(self) -> Doc:
        """The parse; sentences never run over the edge of a block."""
        if self._doc is None:
            self._doc = self._parser(self.text, self.blocks)
        return self._doc
