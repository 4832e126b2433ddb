"""Channel phrases among the tokens around a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.nouns import is_outlet, is_person, kind_told
from sayso.resolve.channels.phrases import core, heads, phrase_from
from sayso.resolve.channels.placed import Found, found_as, placed, with_place
from sayso.resolve.channels.relayed import relayer, seen_by
from sayso.resolve.channels.tables import tables
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.words import fold

_DEEPEST = 5
"""How many words up in the parse a relative clause is looked for."""
_PLACING = frozenset(
    {"in", "at", "during", "after", "for", "through", "via", "before", "by", "on", "from", "over"}
)
_LEADING = _PLACING | {"to", "with"}


def scan(tokens: Sequence[Token], cue: set[int], source: set[int]) -> Iterator[Found]:
    """Yield the channels that the tokens name.

    ``tokens`` are those of the statement's sentences outside its content, in order; ``cue`` and
    ``source`` are the indices of the statement's own.
    """
    table = tables()
    for at, token in enumerate(tokens):
        lemma, word = token.lemma_.casefold(), token.lower_
        relays = lemma in table.relay_verbs
        verb = relays or lemma in table.told or lemma in table.urged
        if not (verb or word in _LEADING) or _is_apart(token, cue, source):
            continue
        inside = token.i in source
        if verb and not inside:
            spoken = token.pos_ in ("VERB", "AUX")
            if spoken and lemma in table.told:
                yield from _told(tokens, at)
            if spoken and lemma in table.urged:
                yield from _urged(tokens, at)
            if relays:
                yield from relayer(tokens, at, cue, source)
        if word in ("to", "before"):
            yield from _addressed(tokens, at)
            yield from _according(tokens, at, source)
        if word == "from" and at and tokens[at - 1].lemma_ == "question":
            yield from _urged(tokens, at)  # "Taking questions from deputies".
        if word == "for":
            yield from _written_for(tokens, at)
        if word == "by":
            yield from seen_by(tokens, at, cue)
        if word == "with":
            yield from _interviewed(tokens, at)
        if word in _PLACING:
            yield from placed(tokens, at, inside)


def _is_apart(token: Token, cue: set[int], source: set[int]) -> bool:
    """Whether a word tells of another occasion: "the premier, who spoke to reporters last week"."""
    for _ in range(_DEEPEST):
        if token.i in cue or token.head == token:
            return False
        if token.dep_ == "relcl":
            described = token.head
            return described.i in source and not heads([described], tables().documents)
        token = token.head
    return False


def _told(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    start = at + 1
    while start < len(tokens) and tokens[start].pos_ == "ADV":
        start += 1
    if start >= len(tokens) or tokens[start].i - tokens[at].i > start - at:
        return
    phrase = phrase_from(tokens, start)
    if not phrase or _is_pronoun(phrase):
        return
    kind = kind_told(phrase, tell=tokens[at].lemma_ == "tell")
    if kind is not ChannelKind.AUDIENCE or not is_person(phrase):
        yield found_as(with_place(tokens, start, phrase), kind)


def _urged(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield the audience of "urged party delegates", "questions from deputies".

    Only a known one counts, many or a body that sits.
    """
    if at + 1 >= len(tokens) or tokens[at + 1].i != tokens[at].i + 1:
        return
    phrase = phrase_from(tokens, at + 1)
    if phrase and heads(phrase, tables().audiences) and not is_person(phrase):
        many = core(phrase)[-1].tag_ in ("NNS", "NNPS", "JJ")
        if many or heads(phrase, tables().heard):
            yield found_as(phrase, ChannelKind.AUDIENCE)


def _addressed(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield whom "said to reporters", "in a letter to the mayor" name."""
    if not at or at + 1 >= len(tokens):
        return
    before = tokens[at - 1]
    spoken = before.lemma_.casefold() in tables().spoken_to and before.pos_ == "VERB"
    noun = (
        before.pos_ in ("NOUN", "PROPN", "ADJ")
        and (
            heads(tokens[max(0, at - 2) : at], tables().documents)
            or heads([before], tables().occasions)
        )
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
    elif not is_person(phrase) and _hears(phrase):
        yield found_as(phrase, ChannelKind.AUDIENCE)


def _written_for(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield the outlet of "in a column for the Gazette", "an article for the Sunday Mercury"."""
    phrase = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    written = at and phrase and heads(tokens[max(0, at - 3) : at], tables().documents)
    if written and (is_outlet(phrase) or _is_title(phrase)):
        yield found_as(phrase, ChannelKind.OUTLET)


def _is_title(phrase: Sequence[Token]) -> bool:
    """Whether a phrase can be a paper's name: "the Sunday Mercury", no place and nobody."""
    names = [token for token in phrase if token.pos_ != "DET"]
    return (
        phrase[0].text.casefold() == "the"
        and all(token.text[0].isupper() for token in names)
        and not any(token.ent_type_ in ("GPE", "PERSON", "LOC") for token in names)
        and not any(fold(token.text) in lexicon().organisations for token in names)
    )


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


def _interviewed(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    if not at or not heads(tokens[at - 1 : at], tables().occasions):
        return
    phrase = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    if phrase and (is_outlet(phrase) or kind_told(phrase, tell=True) is ChannelKind.OUTLET):
        yield found_as(phrase, ChannelKind.OUTLET)


def _hears(phrase: Sequence[Token]) -> bool:
    """Whether a phrase is a crowd, a body or a name."""
    body = fold(core(phrase)[-1].text) in lexicon().organisations
    named = any(t.pos_ == "PROPN" for t in core(phrase))
    return body or named or heads(phrase, tables().audiences)


def _is_pronoun(phrase: Sequence[Token]) -> bool:
    return len(phrase) == 1 and phrase[0].text.casefold() in lexicon().pronouns
