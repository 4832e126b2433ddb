"""Channel phrases among the tokens around a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.nouns import (
    core,
    heads,
    is_outlet,
    kind_told,
    phrase_before,
    phrase_from,
)
from sayso.resolve.channels.placed import Found, found_as, placed, with_place
from sayso.resolve.channels.tables import tables
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.words import fold

_SKIPPED = frozenset({"ADV", "AUX", "PART"})
_PLACING = frozenset(
    {"in", "at", "during", "after", "for", "through", "via", "before", "by", "on", "from"}
)


def scan(tokens: Sequence[Token], cue: set[int], source: set[int]) -> Iterator[Found]:
    """Yield the channels that the tokens name.

    ``tokens`` are those of the statement's sentences outside its content, in order; ``cue`` and
    ``source`` are the indices of the statement's own.
    """
    for at, token in enumerate(tokens):
        lemma = token.lemma_.casefold()
        inside = token.i in source
        if lemma in tables().told and token.pos_ in ("VERB", "AUX") and not inside:
            yield from _told(tokens, at)
        if lemma in tables().relay_verbs and not inside:
            yield from _relayer(tokens, at, cue, source)
        if token.text.casefold() == "to" or token.text.casefold() == "before":
            yield from _addressed(tokens, at)
            yield from _according(tokens, at, source)
        if token.text.casefold() == "for":
            yield from _written_for(tokens, at)
        if token.text.casefold() == "by":
            yield from _seen_by(tokens, at)
        if token.text.casefold() == "with":
            yield from _interviewed(tokens, at)
        if token.text.casefold() in _PLACING:
            yield from placed(tokens, at, inside)


def _told(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    start = at + 1
    while start < len(tokens) and tokens[start].pos_ == "ADV":
        start += 1
    if start >= len(tokens) or tokens[start].i - tokens[at].i > start - at:
        return
    phrase = phrase_from(tokens, start)
    if phrase and not _is_pronoun(phrase):
        kind = kind_told(phrase, tell=tokens[at].lemma_ == "tell")
        yield found_as(with_place(tokens, start, phrase), kind)


def _relayer(tokens: Sequence[Token], at: int, cue: set[int], source: set[int]) -> Iterator[Found]:
    """Yield the outlet that is the subject of "reported", "quoted", before or after the verb."""
    start = at
    while start and tokens[start - 1].pos_ in _SKIPPED:
        start -= 1
    before = phrase_before(tokens, start)
    after = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    quoting = tokens[at].lemma_ in ("quote", "cite")
    for phrase in (before, () if quoting or tokens[at].i in cue else after):
        if phrase and not source.intersection(t.i for t in phrase) and is_outlet(phrase):
            yield Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.OUTLET, True)
            return


def _addressed(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield whom "said to reporters", "in a letter to the mayor" name."""
    if not at or at + 1 >= len(tokens):
        return
    before = tokens[at - 1]
    spoken = before.lemma_.casefold() in tables().spoken_to and before.pos_ == "VERB"
    noun = (
        before.pos_ == "NOUN"
        and (heads([before], tables().documents) or heads([before], tables().occasions))
        and not heads([before], tables().journeys)
    )
    passed = before.text.casefold() in tables().passed_to and tokens[at].text.casefold() == "to"
    phrase = phrase_from(tokens, at + 1) if spoken or noun or passed else ()
    if not phrase or _is_pronoun(phrase):
        return
    if is_outlet(phrase):
        yield found_as(phrase, ChannelKind.OUTLET)
    elif passed and not spoken:
        return
    elif heads(phrase, tables().audiences) or _is_somebody(phrase):
        yield found_as(phrase, ChannelKind.AUDIENCE)


def _written_for(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield the outlet of "in a column for the Gazette"."""
    phrase = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    if at and phrase and heads(tokens[at - 1 : at], tables().documents) and is_outlet(phrase):
        yield found_as(phrase, ChannelKind.OUTLET)


def _according(tokens: Sequence[Token], at: int, source: set[int]) -> Iterator[Found]:
    """Yield the document or outlet of "according to", where it is not the source itself."""
    if not at or at + 1 >= len(tokens) or tokens[at - 1].text.casefold() != "according":
        return
    phrase = core(phrase_from(tokens, at + 1))
    if not phrase or source.intersection(token.i for token in phrase):
        return
    lower = phrase[-1].text[0].islower()
    if lower and heads(phrase, tables().occasions):
        yield found_as(phrase, ChannelKind.OCCASION)
    elif lower and heads(phrase, tables().documents):
        yield found_as(phrase, ChannelKind.DOCUMENT)
    elif is_outlet(phrase):
        yield found_as(phrase, ChannelKind.OUTLET)


def _seen_by(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield whom "seen by", "quoted by", "asked by" name, where that is an outlet."""
    if not at:
        return
    # "Quoted as saying by the Gazette".
    said = at > 2 and tokens[at - 1].text in ("saying", "telling")
    participle = tokens[at - 3 if said else at - 1].text.casefold()
    if participle not in tables().participles:
        return
    phrase = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    named = (
        participle in tables().journalistic
        and phrase
        and all(t.pos_ in ("PROPN", "DET") for t in phrase)
    )
    if phrase and (is_outlet(phrase) or named):
        relays = participle in ("quoted", "cited", "reported")
        yield Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.OUTLET, relays)


def _interviewed(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    if not at or not heads(tokens[at - 1 : at], tables().occasions):
        return
    phrase = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    if phrase and (is_outlet(phrase) or kind_told(phrase, tell=True) is ChannelKind.OUTLET):
        yield found_as(phrase, ChannelKind.OUTLET)


def _is_somebody(phrase: Sequence[Token]) -> bool:
    roles = lexicon().roles
    return any(t.pos_ == "PROPN" for t in phrase) or fold(phrase[-1].text) in roles


def _is_pronoun(phrase: Sequence[Token]) -> bool:
    return len(phrase) == 1 and phrase[0].text.casefold() in lexicon().pronouns
