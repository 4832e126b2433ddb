"""Event mentions as linking sees them: the naming word, what stands about it, and its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.link.gists import context_of, tokens_in
from sayso.link.stories import story_terms
from sayso.link.terms import rarity, stem, weigh_tokens
from sayso.link.vectors import Terms
from sayso.model import Span

WINDOW = 6
"""Words to either side of the naming word that count as near it."""
MOST_ARGUMENT_WORDS = 12
OWN_WORD = 3.0
"""Least weight of a mention's own words: common ones ("take over") tell events apart, too."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "poss", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "dative", "oprd"})
_MODIFIERS = frozenset(
    {"prep", "amod", "compound", "nmod", "acl", "pobj", "npadvmod", "appos", "advmod"}
)
_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class EventDocument:
    """A document: the few terms that it is most about, and all of them; both at unit length."""

    context: Terms
    terms: Terms


@dataclass(frozen=True, slots=True)
class Event:
    """One mention of an event; ``document`` is the index of its document.

    ``rare`` is the rarity of the naming word, 0 to 1; ``sentence`` the index of its sentence;
    ``words`` the mention's own as they stand, in lower case, without those that say little alone.
    The terms are those of the mention itself, of its objects, of all its arguments, of the words
    near it, of its sentence and of the sentences about it; names, days and numbers are those of
    its sentence.
    """

    document: int
    sentence: int
    lemma: str
    stem: str
    rare: float
    is_verb: bool
    words: tuple[str, ...]
    own: Terms
    objects: Terms
    arguments: Terms
    governor: Terms
    near: Terms
    in_sentence: Terms
    around: Terms
    names: Terms
    days: Terms
    numbers: Terms


def event_document(doc: Doc) -> EventDocument:
    """Return what pairs of mentions need of their documents."""
    return EventDocument(context_of(doc), story_terms(doc))


def events_of(doc: Doc, document: int, spans: Iterable[Span]) -> tuple[Event, ...]:
    """Return the events that spans of one document name, in the order of the spans."""
    sentences = [list(sentence) for sentence in doc.sents]
    number_of = {token.i: i for i, tokens in enumerate(sentences) for token in tokens}
    return tuple(_event(doc, document, span, sentences, number_of) for span in spans)


def _event(
    doc: Doc,
    document: int,
    span: Span,
    sentences: Sequence[Sequence[Token]],
    number_of: Mapping[int, int],
) -> Event:
    tokens = [token for token in tokens_in(doc, span) if not token.is_space]
    if not tokens:
        return _nameless(document, span)
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[-1])
    number = number_of[head.i]
    told = sentences[number]
    others = [token for token in told if token.i not in inside]
    # Of two verbs that share a subject or object, the parse gives it to one.
    ruling = [head, head.head] if head.dep_ in {"xcomp", "conj"} else [head]
    subjects = _phrases(ruling, _SUBJECTS, inside)
    objects = _phrases(ruling, _OBJECTS, inside)
    near = [token for token in others if abs(token.i - head.i) <= WINDOW]
    beside = [t for tokens_ in sentences[max(0, number - 1) : number + 2] for t in tokens_]
    telling = [t for t in tokens if t.is_alpha and not t.is_stop]
    own = {stem(t.lemma_): OWN_WORD for t in telling}
    return Event(
        document=document,
        sentence=number,
        lemma=head.lemma_.lower(),
        stem=stem(head.lemma_),
        rare=rarity(head.lemma_.lower()) / rarity("\0"),
        is_verb=head.pos_ in {"VERB", "AUX"},
        words=tuple(t.lower_ for t in telling or [head]),
        own={**(own or {stem(head.lemma_): OWN_WORD}), **weigh_tokens(tokens)},
        objects=objects,
        arguments={**subjects, **objects, **_phrases([head], _MODIFIERS, inside)},
        governor={stem(head.head.lemma_): 1.0} if head.head.i != head.i else {},
        near=weigh_tokens(near),
        in_sentence=weigh_tokens(others),
        around=weigh_tokens(t for t in beside if t.i not in inside),
        names={stem(t.lower_): 1.0 for t in others if t.pos_ == "PROPN" and t.is_alpha},
        days={
            t.lower_: 1.0
            for t in told
            if t.ent_type_ in _TIMES and not t.is_stop and t.text.isalnum()
        },
        numbers={t.lower_: 1.0 for t in others if t.like_num},
    )


def _nameless(document: int, span: Span) -> Event:
    """Return the event of a span that holds no word: only the same characters are like it."""
    text = span.text.casefold()
    nothing: Terms = {}
    return Event(document, 0, text, text, 0.0, False, (text,), {text: OWN_WORD}, *[nothing] * 9)


def _phrases(ruling: Iterable[Token], kinds: frozenset[str], inside: set[int]) -> dict[str, float]:
    """Return the terms of the phrases that depend on words in one of these ways."""
    phrases = [child for token in ruling for child in token.children if child.dep_ in kinds]
    words = [t for child in phrases if child.i not in inside for t in child.subtree]
    return weigh_tokens([t for t in words if t.i not in inside][:MOST_ARGUMENT_WORDS])
