"""Channel phrases among the tokens around a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.nouns import is_outlet, is_person, kind_told
from sayso.resolve.channels.phrases import core, heads, phrase_before, phrase_from
from sayso.resolve.channels.placed import Found, found_as, placed, with_place
from sayso.resolve.channels.tables import tables
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.words import fold

_SKIPPED = frozenset({"ADV", "AUX", "PART"})
_PLACING = frozenset(
    {"in", "at", "during", "after", "for", "through", "via", "before", "by", "on", "from", "over"}
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
        if lemma in tables().urged and token.pos_ in ("VERB", "AUX") and not inside:
            yield from _urged(tokens, at)
        if lemma in tables().relay_verbs and not inside:
            yield from _relayer(tokens, at, cue, source)
        if token.text.casefold() == "to" or token.text.casefold() == "before":
            yield from _addressed(tokens, at)
            yield from _according(tokens, at, source)
        if token.text.casefold() == "for":
            yield from _written_for(tokens, at)
        if token.text.casefold() == "by":
            yield from _seen_by(tokens, at, cue)
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
    if not phrase or _is_pronoun(phrase):
        return
    kind = kind_told(phrase, tell=tokens[at].lemma_ == "tell")
    if kind is not ChannelKind.AUDIENCE or not is_person(phrase):
        yield found_as(with_place(tokens, start, phrase), kind)


def _urged(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield the audience of "urged party delegates": only a known one, many or a body that sits."""
    if at + 1 >= len(tokens) or tokens[at + 1].i != tokens[at].i + 1:
        return
    phrase = phrase_from(tokens, at + 1)
    if phrase and heads(phrase, tables().audiences) and not is_person(phrase):
        many = core(phrase)[-1].tag_ in ("NNS", "NNPS", "JJ")
        if many or heads(phrase, tables().heard):
            yield found_as(phrase, ChannelKind.AUDIENCE)


def _relayer(tokens: Sequence[Token], at: int, cue: set[int], source: set[int]) -> Iterator[Found]:
    """Yield the outlet that is the subject of "reported", "quoted", before or after the verb."""
    start = at
    while start and tokens[start - 1].pos_ in _SKIPPED:
        start -= 1
    before = phrase_before(tokens, start)
    after = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    quoting = tokens[at].lemma_ in ("quote", "cite")
    cites = any(t.i in cue and t.lemma_ in ("quote", "cite") for t in tokens[at : at + 4])
    for phrase in (before, () if quoting or tokens[at].i in cue else after):
        if not phrase or source.intersection(t.i for t in phrase):
            continue
        # Who reports, quoting somebody, is an outlet under any name.
        if is_outlet(phrase) or (cites and all(t.pos_ in ("PROPN", "DET") for t in phrase)):
            yield Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.OUTLET, True)
            return


def _addressed(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """Yield whom "said to reporters", "in a letter to the mayor" name."""
    if not at or at + 1 >= len(tokens):
        return
    before = tokens[at - 1]
    spoken = before.lemma_.casefold() in tables().spoken_to and before.pos_ == "VERB"
    noun = (
        before.pos_ in ("NOUN", "PROPN", "ADJ")
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


def _seen_by(tokens: Sequence[Token], at: int, cue: set[int]) -> Iterator[Found]:
    """Yield whom "seen by", "quoted by", "asked by" name, where that is an outlet."""
    if not at:
        return
    # "Quoted as saying by the Gazette".
    said = at > 2 and tokens[at - 1].text in ("saying", "telling")
    # "Carried live by".
    aside = at > 1 and tokens[at - 1].text.casefold() not in tables().participles
    participle = tokens[at - 3 if said else at - 2 if aside else at - 1].text.casefold()
    if participle not in tables().participles:
        return
    found = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    phrase = [token for token in found if token.i not in cue]
    named = participle in tables().journalistic and phrase and all(_in_name(t) for t in phrase)
    if phrase and (is_outlet(phrase) or named):
        relays = participle in ("quoted", "cited", "reported")
        yield Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.OUTLET, relays)


def _in_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "DET") or token.text[0].isupper() or token.lower_ == "agency"


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
