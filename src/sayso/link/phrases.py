"""Title phrases: a statement's content put as a neutral title for its matter.

A claim becomes a question ("Whether …"); what can't be one, or carries a camp's words, stands in
quotation marks with its speaker's name. No side's claim is ever given as fact.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc
from spacy.tokens import Span as Passage

from sayso.language.en.tables import load_table
from sayso.model import Statement

LONGEST = 110
SHORTEST_WORDS = 2
_QUOTES = "\"'“”‘’«»„`"
_FINITE = {"VBD", "VBP", "VBZ", "MD"}


@lru_cache(maxsize=1)
def _word_lists() -> tuple[frozenset[str], frozenset[str]]:
    table = load_table("linking")
    return frozenset(table["loaded"]), frozenset(table["first_person"])


def phrase_of(doc: Doc, statement: Statement) -> str | None:
    """Return the title that a statement's content can give its matter, or None."""
    longest = max(statement.content, key=lambda span: span.end - span.start)
    passage = doc.char_span(longest.start, longest.end, alignment_mode="expand")
    if passage is None:
        return None
    sentence = passage[0].sent
    words = doc[max(sentence.start, passage.start) : min(sentence.end, passage.end)]
    text = _tidy(words)
    if len(text.split()) < SHORTEST_WORDS:
        return None
    loaded, first_person = _word_lists()
    plain = not any(t.lemma_.lower() in loaded or t.lower_ in first_person for t in words)
    if plain and not any(c in _QUOTES for c in text.replace("’s", "").replace("'s", "")):
        if _is_clause(words):
            return f"Whether {_lowered(words, text)}"
        if words.root.pos_ in {"NOUN", "PROPN"}:
            return _raised(text)
    speaker = statement.party.name if statement.party else "Unnamed source"
    return f"{_raised(speaker)}: “{text.strip(_QUOTES)}”"


def _tidy(words: Passage) -> str:
    text = " ".join(words.text.split()).strip(f"{_QUOTES},;:.!?-–— ")
    for opening in ("that ", "whether ", "about "):
        text = text.removeprefix(opening)
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST].rsplit(" ", 1)[0]
    return cut.rstrip(",;:-–— ") + "…"


def _is_clause(words: Passage) -> bool:
    """Whether the words hold a finite verb with its subject, in this order, and ask nothing."""
    if words.text.rstrip(_QUOTES).endswith("?"):
        return False
    subjects = [t.i for t in words if t.dep_ in {"nsubj", "nsubjpass", "expl"}]
    verbs = [t.i for t in words if t.tag_ in _FINITE]
    return bool(subjects and verbs) and min(subjects) < max(verbs)


def _lowered(words: Passage, text: str) -> str:
    first = next((t for t in words if text.startswith(t.text)), None)
    keep = first is None or first.pos_ == "PROPN" or first.ent_type_ or first.text.isupper()
    return text if keep else text[:1].lower() + text[1:]


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
