"""Who a pronoun or a bare title stands for: precision first, None when in doubt.

The rule for pronouns is the usual one of salience (Lappin and Leass 1994), cut down to what
holds most often: subjects and speakers of the same or the two sentences before, of matching
gender and number, not hidden in somebody else's words. Rivals are looked for one sentence further.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.stage import (
    MOST_CANDIDATES,
    RIVALS_BACK,
    Candidate,
    Memory,
    Pointer,
    Stage,
    recent,
)
from sayso.resolve.parties.words import Word, fold

_SENTENCES_BACK = 2
_FAR_BACK = 8
_BODIES = (PartyKind.ORGANISATION, PartyKind.GOVERNMENT)


def antecedent(pronoun: Pointer, memory: Memory, stage: Stage) -> Candidate | None:
    """Return whom a pronoun stands for, or None when nobody or more than one may be meant."""
    seen = [
        candidate
        for candidate in recent(memory, pronoun.position, stage)
        if candidate.holders <= pronoun.holders and not candidate.aside
    ]
    if pronoun.kind in ("male", "female") and not any(fits(pronoun.kind, c) for c in seen):
        return _sole_far(pronoun, memory, stage)
    near = [c for c in seen if c.subject and fits(pronoun.kind, c)]
    nearest = stage.back(near[0].start, pronoun.position) if near else 0
    if not near or nearest > (_SENTENCES_BACK if near[0].gender is None else RIVALS_BACK):
        return None
    if len({candidate.identity for candidate in near}) == 1:
        return None if _outdone(near[0], pronoun.kind, seen) else near[0]
    closest = [c for c in near if stage.back(c.start, pronoun.position) == nearest]
    sole = len({candidate.identity for candidate in closest}) == 1
    sure = (
        pronoun.kind not in ("male", "female")
        or closest[0].gender is not None
        or _sole_named(closest[0], pronoun, seen, stage)
    )
    speaker = next((c for c in closest if c.speaks), None)
    return speaker if sole and sure and nearest <= 1 else None


def sole_person(pronoun: Pointer, memory: Memory, stage: Stage) -> Candidate | None:
    """Return the only person named in the last two sentences, who need do nothing there.

    "The court jailed Ada Moss. Her lawyer said": nobody else was named since the article began,
    or in the sentences that ``recent`` yields.
    """
    seen = [c for c in recent(memory, pronoun.position, stage) if not c.aside]
    people = [c for c in seen if c.reading.kind is PartyKind.PERSON]
    able = [c for c in people if fits(pronoun.kind, c) and c.holders <= pronoun.holders]
    if not able or len({c.identity for c in people}) != 1:
        return None
    others = any(fits(pronoun.kind, c) and c.identity != able[0].identity for c in seen)
    near = stage.back(able[0].start, pronoun.position) <= 1
    return able[0] if near and not others else None


def _sole_far(pronoun: Pointer, memory: Memory, stage: Stage) -> Candidate | None:
    """Return the only person further back whom "he" may mean, who spoke, where none is near."""
    far = [
        c
        for c in memory.seen[: -MOST_CANDIDATES - 1 : -1]
        if stage.back(c.start, pronoun.position) <= _FAR_BACK
        and not c.aside
        and c.holders <= pronoun.holders
        and fits(pronoun.kind, c)
    ]
    spoke = next((c for c in far if c.speaks), None)
    return spoke if len({c.identity for c in far}) == 1 else None


def sole_aside(memory: Memory, position: int, stage: Stage) -> Candidate | None:
    """Return the only body of the last sentences that is named and does not speak."""
    near = {
        c.identity: c
        for c in recent(memory, position, stage)
        if c.reading.kind in _BODIES and stage.back(c.start, position) <= 1
    }
    return next(iter(near.values())) if len(near) == 1 else None


def sole_thing(candidate: Candidate, owner: Word, doc: Doc, *, body: bool) -> bool:
    """Whether no other noun that "its" or "their" might mean stands between the two.

    The ship of "the ship sank off the port, its owner said" is no candidate, but a rival.
    ``body`` says that only bodies may be meant: ships have owners, but no chairmen.
    """
    span = doc.char_span(candidate.start, owner.start, alignment_mode="expand")
    if span is None:
        return False
    own = frozenset(candidate.reading.name.split())
    head = span[0]
    while head.dep_ in ("compound", "amod", "det", "poss", "nmod") and head.head.i > head.i:
        head = head.head
    described = {token.i for token in head.subtree}
    return not any(
        token.pos_ in ("NOUN", "PROPN")
        and token.text not in own
        and token.i not in described
        and token.dep_ not in ("compound", "poss")
        and token.ent_type_ not in ("DATE", "TIME", "PERSON")
        and not token.left_edge.idx <= candidate.start <= token.idx
        and not (body and (token.dep_ == "appos" or not _may_be_body(token)))
        for token in doc[span.sent.start : span.end]
    )


def unnamed_between(candidate: Candidate, owner: Word, doc: Doc) -> bool:
    """Whether somebody unnamed, whom "his" may mean, stands between the two ("the boy")."""
    span = doc.char_span(candidate.start, owner.start, alignment_mode="expand")
    lex = lexicon()
    own = frozenset(fold(candidate.reading.basis))
    return span is None or any(
        token.pos_ == "NOUN"
        and own.isdisjoint(fold(token.text))
        and token.dep_ not in ("compound", "appos")
        and ((key := fold(token.text)) in lex.groups or key in lex.roles)
        for token in span
    )


def acts_between(candidate: Candidate, owner: Word, doc: Doc) -> bool:
    """Whether somebody unnamed does something in a sentence after the candidate's: "a woman"."""
    span = doc.char_span(candidate.start, owner.start, alignment_mode="expand")
    if span is None:
        return False
    lex = lexicon()
    own = frozenset(fold(f"{candidate.reading.basis} {candidate.reading.role or ''}"))
    return any(
        token.tag_ == "NN"
        and token.dep_ in ("nsubj", "nsubjpass")
        and token.sent.start > doc[span.start].sent.start
        and own.isdisjoint(fold(token.text))
        and any(child.lower_ in ("a", "an") for child in token.children)
        and ((key := fold(token.text)) in lex.groups or key in lex.roles)
        for token in span
    )


def _may_be_body(token: Token) -> bool:
    lex = lexicon()
    return token.pos_ == "PROPN" or any(
        key in table
        for key in (fold(token.text), fold(token.lemma_))
        for table in (lex.organisations, lex.governments, lex.groups)
    )


def _sole_named(
    candidate: Candidate, pronoun: Pointer, seen: Sequence[Candidate], stage: Stage
) -> bool:
    """Whether its sentence, in the pronoun's paragraph, names nobody else who might be meant."""
    back = stage.back(candidate.start, pronoun.position)
    named = {
        c.identity
        for c in seen
        if stage.back(c.start, pronoun.position) == back and fits(pronoun.kind, c)
    }
    apart = bisect_right(stage.paragraphs, pronoun.position) - bisect_right(
        stage.paragraphs, candidate.start
    )
    return (
        (not apart or (candidate.speaks and apart == 1 and back <= 1))
        and named == {candidate.identity}
        and not _outdone(candidate, pronoun.kind, seen)
    )


def _outdone(candidate: Candidate, kind: str, seen: Sequence[Candidate]) -> bool:
    """Whether somebody of the pronoun's own gender is near while the candidate's is unknown."""
    return candidate.gender is None and any(
        other.gender is not None
        and other.gender.value == kind
        and other.identity != candidate.identity
        for other in seen
    )


def fits(pronoun: str, candidate: Candidate) -> bool:
    """Whether a pronoun of a class may stand for somebody, by kind, number and gender."""
    reading = candidate.reading
    if pronoun == "thing":
        return reading.kind in _BODIES
    if pronoun == "plural":
        called = reading.kind is PartyKind.ORGANISATION and reading.country is None
        folk = called and reading.name[:1].isupper() and reading.name.endswith("s")
        return (reading.kind is PartyKind.GROUP and reading.plural) or folk  # "the Houthis"
    single = reading.kind in (PartyKind.PERSON, PartyKind.OFFICE) or (
        reading.kind is PartyKind.GROUP and not reading.plural and reading.role is not None
    )
    return single and (candidate.gender is None or candidate.gender.value == pronoun)


def same_post(title: Reading, position: int, memory: Memory, stage: Stage) -> Candidate | None:
    """Return whom "the minister", "the spokesman" points back to among those seen, or None."""
    held = [c for c in memory.by_role.get(title.role or "", {}).values() if _holds(title, c)]
    if len(held) > 1:
        held = [c for c in held if c.speaks and stage.near(c.start, position)]
    return held[0] if len(held) == 1 else None


def _holds(title: Reading, candidate: Candidate) -> bool:
    reading = candidate.reading
    return (
        title.role in (reading.role, reading.rank)
        and not reading.plural
        and not reading.past
        and title.office in (None, reading.office)
        and title.country in (None, reading.country)
        and (title.gender is None or candidate.gender in (None, title.gender))
    )
