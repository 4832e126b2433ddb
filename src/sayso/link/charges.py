"""Charges: what "accused the army of shelling the dam" makes of a content, as a clause.

The content is "the army of shelling the dam": who is charged, a preposition, and the deed as a
verb in -ing or a noun. A denial or an admission may begin with the deed itself ("denied shelling
the dam"), which is then the speaker's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Passage
from spacy.tokens import Token

from sayso.language.en.inflect import verb_forms
from sayso.link.clauses import predicate, text_of

_LEADS = {"of", "for", "with", "over"}
_NOMINAL = {"NOUN", "PROPN"}
_SINGULAR = {"NN", "NNP"}


@dataclass(frozen=True, slots=True)
class Charge:
    """A deed that somebody is charged with.

    ``accused`` is empty where the speaker tells of themselves; ``past`` is the deed told as
    past, "shelled the Orlitsa dam", or None where it is a noun; ``deed`` is it as it stands.
    """

    accused: tuple[Token, ...]
    past: str | None
    deed: tuple[Token, ...]


def charge_of(words: Passage) -> Charge | None:
    """Return the charge that a content's words make, None where they make none."""
    if words[0].tag_ == "VBG":
        return _told((), words)
    lead = next((t for t in words[1:] if t.lower_ in _LEADS and t.dep_ == "prep"), None)
    if lead is None or lead.head in words or lead.i + 1 >= words.end:
        return None
    accused = tuple(words[: lead.i - words.start])
    if not _names(accused):
        return None
    return _told(accused, words[lead.i + 1 - words.start :])


def _told(accused: tuple[Token, ...], deed: Passage) -> Charge | None:
    verb = next((t for t in deed[:3] if t.tag_ == "VBG" and t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or (verb.i > deed.start and deed[0].dep_ not in {"advmod", "neg"}):
        nominal = accused and deed.root.pos_ in _NOMINAL
        return Charge(accused, None, tuple(deed)) if nominal else None
    done = verb
    past = verb_forms(verb.lemma_.lower())[2] if verb.lemma_.isalpha() else ""
    if verb.lower_ in {"having", "being"}:
        done = next((t for t in deed if t.tag_ == "VBN" and t.i > verb.i), verb)
        one = not accused or accused[-1].tag_ in _SINGULAR
        past = "had" if verb.lower_ == "having" else "was" if one else "were"
        past = f"{past} {text_of(t for t in deed if verb.i < t.i <= done.i)}"
    rest = tuple(t for t in predicate(deed, done) if t.i > done.i)
    return Charge(accused, f"{past} {text_of(rest)}".strip(), tuple(deed)) if past else None


def _names(accused: Sequence[Token]) -> bool:
    """Whether words name somebody: a noun phrase of no great length, without a clause."""
    return (
        bool(accused)
        and accused[-1].pos_ in _NOMINAL
        and not any(t.pos_ in {"VERB", "AUX", "PUNCT"} and t.tag_ != "VBN" for t in accused)
    )
