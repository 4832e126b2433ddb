"""Days that a speaker's next statements share: "The army said on Monday … The army denied"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.language.en.tables import load_table
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Block, BlockKind, Party, Said, SaidBasis, block_at, name_key

_PRESENT = frozenset({"VBZ", "VBP"})


def carry_days(
    parsed: ParsedText,
    attributions: Sequence[Attribution],
    parties: Sequence[Party | None],
    saids: Sequence[Said | None],
) -> tuple[Said | None, ...]:
    """Give statements without a day of their own that of the statement before, by the same speaker.

    That statement must stand in the same paragraph or the one before, nobody else having spoken in
    between; a ministry's or movement's day is also its minister's and spokesperson's. What is said
    in the present tense or had been said before has no day from there. Basis ``before``.
    """
    carried = list(saids)
    bodies = [b for b in parsed.blocks if b.kind is BlockKind.BODY]
    sources = [span for a in attributions for span in a.source]
    order = sorted(
        (
            i
            for i, a in enumerate(attributions)
            # What is said in passing, in a relative clause, lies in the other's source.
            if a.inside is None and a.cue and not any(s.contains(a.cue[0]) for s in sources)
        ),
        key=lambda i: attributions[i].cue[0].start,
    )
    speaker: Party | None = None
    day: Said | None = None
    paragraph = -1
    for i in order:
        party, said = parties[i], saids[i]
        here = _paragraph(parsed, bodies, attributions[i])
        if here is None:
            continue
        follows = speaker is not None and party is not None and _speaks_on(party, speaker)
        if said is not None and said.basis is not SaidBasis.ARTICLE:
            day = said
        elif said is None or not follows or here - paragraph > 1:
            day = None
        elif day is not None and _is_told_in_turn(parsed, attributions[i]):
            carried[i] = replace(day, basis=SaidBasis.BEFORE)
        speaker, paragraph = party, here
    return tuple(carried)


def _paragraph(parsed: ParsedText, bodies: Sequence[Block], attribution: Attribution) -> int | None:
    """Return which of the body's paragraphs holds the cue, or None when another block does."""
    block = block_at(parsed.blocks, attribution.cue[0].start)
    return bodies.index(block) if block in bodies else None


def _speaks_on(party: Party, before: Party) -> bool:
    """Whether the party is the one before, or speaks for it."""
    if party.id == before.id:
        return True
    if party.role not in load_table("dates")["said"]["voices"]:
        return False
    if party.acts_for is None:
        return False
    return name_key(party.acts_for) == name_key(before.name) or party.acts_for == before.acts_for


def _is_told_in_turn(parsed: ParsedText, attribution: Attribution) -> bool:
    """Whether the cue stands in the simple past, as the telling of one occasion does."""
    cue = attribution.cue[0]
    span = parsed.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if span is None:
        return False
    forms = [span.root, *(c for c in span.root.lefts if c.dep_ in ("aux", "auxpass"))]
    return not any(_is_apart(form, span.root) for form in forms)


def _is_apart(form: Token, verb: Token) -> bool:
    return form.tag_ in _PRESENT or (form != verb and form.lemma_.lower() == "have")
