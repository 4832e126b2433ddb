"""The encoder tagger: a small network labels the words of plain text and links the spans.

What news corpora hardly have, and the network so can't know, is left to rules over plain text:
what was not said, evasions that it missed, transcripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sayso.language.en.dateline import dateline_end
from sayso.language.parsed import ParsedText
from sayso.model import Attribution
from sayso.tag.encoder.decode import read_windows
from sayso.tag.encoder.inner import of_first_person, reporting_sentences
from sayso.tag.encoder.links import Linked, WordSpan
from sayso.tag.encoder.mend import Mending
from sayso.tag.encoder.package import Model, load_model
from sayso.tag.encoder.settle import settle
from sayso.tag.encoder.windows import LONGEST, Window, make_own_window, windows
from sayso.tag.encoder.words import Words, make_words
from sayso.tag.layout import Layout, make_layout
from sayso.tag.nesting import inside_of

AT_ONCE = 64
"""Windows whose labels are decoded together; what is held of them is bounded by it."""
DEEPEST = 3
"""How many times a content's content is read again."""


class EncoderTagger:
    """Holds a loaded model; called with a text, it returns the attributions in order."""

    __slots__ = ("model",)

    def __init__(self, model: Model) -> None:
        self.model = model

    def __call__(self, parsed: ParsedText) -> tuple[Attribution, ...]:
        """Return the attributions of a text's body and captions, in the order they begin."""
        layout = make_layout(parsed.text, parsed.blocks)
        reading = _Reading(self.model, layout)
        found = reading.mending.completed(list(reading.attributions()))
        found.sort(key=lambda a: (a.pieces[0], a.cue))
        holders = inside_of(found)
        return tuple(replace(a, inside=holder) for a, holder in zip(found, holders, strict=True))


class _Reading:
    """One text as it is read."""

    def __init__(self, model: Model, layout: Layout) -> None:
        self.model = model
        self.layout = layout
        # A dateline is nobody's words: "KALVARIN, May 5 (Northern Wire) - Rebel artillery …".
        told = [(dateline_end(layout.text, start), end) for start, end in layout.blocks]
        self.words: Words = make_words(layout.text, model.tokenizer, told)
        self.mending = Mending(layout)

    def attributions(self) -> Iterator[Attribution]:
        """Yield what was said, each followed by what was said in it."""
        cuts = windows(self.words, self.model.start_piece)
        while group := list(islice(cuts, AT_ONCE)):
            for linked in self._read(group):
                yield from self._with_inner(linked, depth=0)

    def _read(self, cuts: Sequence[Window]) -> list[Linked]:
        outputs = [self.model.read(window) for window in cuts]
        return read_windows(self.words, cuts, outputs, self.model.heads)

    def _with_inner(self, linked: Linked, *, depth: int) -> Iterator[Attribution]:
        attribution = settle(self.layout, self.words, linked)
        if attribution is None or self.mending.drops(attribution):
            return
        yield attribution
        if depth == DEEPEST:
            return
        for piece in linked.content:
            for inner in self._inner(piece):
                if piece not in inner.content:
                    yield from self._with_inner(inner, depth=depth + 1)

    def _inner(self, content: WordSpan) -> list[Linked]:
        """Read the sentences of a content again, by themselves.

        The corpora mark the outermost attribution only, and so does the network. A content stands
        like a text of its own: "A said that B had denied X".
        """
        text = self.layout.text
        cuts = [
            window
            for sentence in reporting_sentences(text, self.words, content)
            if len(
                (window := make_own_window(self.words, *sentence, self.model.start_piece)).pieces
            )
            <= LONGEST
        ]
        found = self._read(cuts)
        return [a for a in found if a.source and not of_first_person(text, self.words, a.source)]


def encoder_tagger(model: str | None = None) -> EncoderTagger:
    """Load a model package (the installed one, or a folder) and return its tagger.

    Raises MissingPartError when the model is missing or damaged.
    """
    return EncoderTagger(load_model(model))
