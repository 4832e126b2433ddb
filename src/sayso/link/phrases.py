"""Title phrases: a statement's content put as a neutral title for its matter.

A claim becomes a question ("Whether …"); what can't be one, or carries a camp's words, stands in
quotation marks with its speaker's name. No side's claim is ever given as fact.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Passage

from sayso.language.en.tables import load_table
from sayso.link.terms import weigh_tokens
from sayso.model import Statement

LONGEST = 100
SHORTEST_CUT = 45
FEWEST_TERMS = 2
"""A phrase with fewer words that tell anything ("they heard it") is no title."""
_QUOTES = "\"'“”‘’«»„`"
_EDGES = f"{_QUOTES},;:.!?-–—() "
_OPENINGS = {"that", "whether", "if", "about", "and", "but"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}


@lru_cache(maxsize=1)
def _word_lists() -> tuple[frozenset[str], frozenset[str]]:
    table = load_table("linking")
    return frozenset(table["loaded"]), frozenset(table["first_person"])


def phrase_of(doc: Doc, statement: Statement) -> str | None:
    """Return the title that a statement's content can give its matter, or None."""
    words = _first_sentence(doc, statement)
    if words is None or len(weigh_tokens(words)) < FEWEST_TERMS:
        return None
    text = _tidy(words.text)
    speaker = _raised(statement.party.name) if statement.party else None
    loaded, first_person = _word_lists()
    quoted = any(t.lemma_.lower() in loaded or t.lower_ in first_person for t in words)
    quoted = quoted or any(c in _QUOTES for c in text.replace("’s ", " ").replace("'s ", " "))
    if words[0].tag_ == "TO" and speaker and not quoted:
        return _shortened(f"Whether {speaker} will {text.removeprefix('to ')}")
    subject = _subject(words)
    if subject is not None and not quoted:
        if subject.pos_ == "PRON" or any(
            t.dep_ == "poss" and t.pos_ == "PRON" for t in subject.lefts
        ):
            return None  # "whether its mortars fired" names nobody
        return _shortened(f"Whether {_lowered(words[0], text)}")
    if speaker is None or words.root.pos_ not in {"NOUN", "PROPN", "VERB", "AUX"}:
        return None
    between = ": " if subject is not None else " on "
    return f"{speaker}{between}“{_shortened(text)}”"


def _first_sentence(doc: Doc, statement: Statement) -> Passage | None:
    """Return the first sentence of the longest piece of a content, less what leads into it."""
    longest = max(statement.content, key=lambda span: span.end - span.start)
    passage = doc.char_span(longest.start, longest.end, alignment_mode="expand")
    if passage is None:
        return None
    end = min(passage[0].sent.end, passage.end)
    start = passage.start
    while start < end and (doc[start].lower_ in _OPENINGS or not doc[start].text.strip(_EDGES)):
        start += 1
    return doc[start:end] if start < end else None


def _tidy(text: str) -> str:
    # A second reported clause ("…, and that two were hurt") is another claim.
    return re.split(r",? and that ", " ".join(text.split()), maxsplit=1)[0].strip(_EDGES)


def _shortened(text: str) -> str:
    """Return a text of at most LONGEST characters, cut where a clause ends if one does."""
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    clause = max(head.rfind(", "), head.rfind("; "), head.rfind(" when "), head.rfind(" while "))
    cut = head[:clause] if clause >= SHORTEST_CUT else head.rsplit(" ", 1)[0]
    return cut.rstrip(_EDGES) + "…"


def _subject(words: Passage) -> Token | None:
    """Return the subject of the finite clause that the words make, None if they make none."""
    if words.text.rstrip(_QUOTES).endswith("?"):
        return None
    root = words.root
    subject = next((t for t in root.lefts if t.dep_ in _SUBJECTS and t.i >= words.start), None)
    finite = root.tag_ in _FINITE or any(
        t.dep_ in {"aux", "auxpass"} and t.tag_ in _FINITE for t in root.lefts if t.i >= words.start
    )
    return subject if finite else None


def _lowered(first: Token, text: str) -> str:
    keep = first.pos_ == "PROPN" or first.ent_type_ not in {"", "CARDINAL"} or first.is_upper
    return text if keep and first.lower_ != "a" else text[:1].lower() + text[1:]


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
