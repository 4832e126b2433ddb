"""Figures that somebody gives: "put the number of dead at 14", "raised the toll to 118"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.sheet import Sheet, token_range
from sayso.tag.rules.sources import agent_of, is_passive


def figure_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return what was counted and the figure put on it, or nothing where it is no figure given."""
    words = sheet.words
    links = words.figures.get(key)
    if links is None:
        return ()
    passive = is_passive(verb)
    if passive and agent_of(verb) is None:
        return ()
    role = "nsubjpass" if passive else "dobj"
    counted = next((c for c in verb.children if c.dep_ == role), None)
    if counted is None or not _is_counted(sheet, counted, moved="to" in links):
        return ()
    after = max(verb.i, counted.i)
    link = next(
        (
            t
            for t in sheet.doc[after + 1 : verb.right_edge.i + 1]
            if t.dep_ == "prep" and t.lower_ in links and any(n.like_num for n in t.subtree)
        ),
        None,
    )
    if link is None:
        return ()
    end = link.right_edge.i + 1
    if not passive:
        piece = token_range(sheet.doc, counted.left_edge.i, end)
        return (piece,) if piece else ()
    pieces = (
        token_range(sheet.doc, counted.left_edge.i, counted.right_edge.i + 1),
        token_range(sheet.doc, link.i, end),
    )
    return tuple(p for p in pieces if p)


def _is_counted(sheet: Sheet, noun: Token, *, moved: bool) -> bool:
    """Whether the noun is a count; one ``moved`` must be of harm, as seats are really added."""
    words = sheet.words
    lemma = words.lemma(noun)
    if not moved:
        return lemma in words.counts
    return lemma in words.tolls or (
        lemma in words.counts and any(words.lemma(t) in words.harmed for t in noun.subtree)
    )
