"""What is said of a noun in its relative clause: "the letters, which she said were lost"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.sheet import Sheet, token_range
from sayso.tag.rules.sources import subject_of


def gapped_clause(sheet: Sheet, verb: Token) -> tuple[Range, ...]:
    """Return noun and rest of "the letters, which she said were lost"."""
    which = verb.left_edge
    rest = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if rest is None or which.lower_ not in sheet.words.relative or subject_of(verb) == which:
        return ()
    noun = _antecedent(sheet, verb)
    said = token_range(sheet.doc, verb.i + 1, rest.right_edge.i + 1)
    return (noun, said) if noun and said else ()


def gapped_object(
    sheet: Sheet, verb: Token, key: str, completions: Iterable[Token]
) -> tuple[Range, ...]:
    """Return noun and judgement of "a charge that Marr called absurd", "a figure he disputes"."""
    words = sheet.words
    if verb.dep_ not in ("relcl", "acl") or key not in words.judging:
        return ()
    subject = subject_of(verb)
    if subject is None or subject.lower_ in words.relative or verb.head.pos_ != "NOUN":
        return ()
    if subject.pos_ == "PRON" and key not in words.naming:
        return ()
    if words.lemma(verb.head) in words.idle or any(c.dep_ == "dobj" for c in verb.rights):
        return ()
    judged = [c for c in completions if c.dep_ in ("oprd", "acomp", "xcomp") or c.lower_ == "as"]
    if key in words.naming and not judged:
        return ()
    noun = _antecedent(sheet, verb)
    rest = (
        token_range(sheet.doc, judged[0].left_edge.i, judged[-1].right_edge.i + 1)
        if judged
        else None
    )
    return tuple(r for r in (noun, rest) if r)


def _antecedent(sheet: Sheet, verb: Token) -> Range | None:
    """Return the noun phrase before its relative clause."""
    if verb.dep_ not in ("relcl", "acl"):
        return None
    return token_range(sheet.doc, verb.head.left_edge.i, verb.left_edge.i)
