"""Channels that a preposition places a statement in: "in a letter", "at a rally", "on Telegram"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.nouns import core, heads, is_outlet, phrase_from
from sayso.resolve.channels.tables import tables
from sayso.resolve.parties.words import fold


@dataclass(frozen=True, slots=True)
class Found:
    """A channel phrase as a token range; ``relays`` marks who passes the whole statement on."""

    start: int
    end: int
    kind: ChannelKind
    relays: bool


def placed(tokens: Sequence[Token], at: int, inside: bool) -> Iterator[Found]:
    """Yield what "in a statement", "at a press conference", "on Telegram" name.

    ``inside`` says that the preposition stands in the source.
    """
    preposition = tokens[at].text.casefold()
    phrase = _after(tokens, at)
    if preposition in ("on", "at") and heads(phrase, tables().edges):
        # "On the sidelines of a summit" is at the summit.
        preposition = "at"
        at += len(core(phrase)) + 1
        phrase = phrase[len(core(phrase)) + 1 :]
    if not phrase or core(phrase)[-1].ent_type_ in ("DATE", "TIME"):
        return
    if preposition in ("on", "via", "through", "in", "from") and _is_medium(tokens, at, phrase):
        if not inside or (at and _published(tokens[at - 1])):
            yield found_as(phrase, ChannelKind.OUTLET)
    elif not inside:
        yield from _held(tokens, at, phrase, preposition)


def _published(token: Token) -> bool:
    """Whether a word is a document or tells that it is out: "a statement (posted) on …"."""
    return token.text.casefold() in tables().participles or heads([token], tables().documents)


def _held(
    tokens: Sequence[Token], at: int, phrase: Sequence[Token], preposition: str
) -> Iterator[Found]:
    """Yield the document, audience or occasion that stands after a preposition."""
    table = tables()
    lower = core(phrase)[-1].text[0].islower()
    written = lower and heads(phrase, table.documents) and not heads(phrase, table.spoken)
    if preposition in ("in", "via", "through", "by") and written:
        yield found_as(core(phrase), ChannelKind.DOCUMENT)
        return
    if preposition in ("in", "before") and heads(phrase, table.heard):
        yield found_as(phrase, ChannelKind.AUDIENCE)
        return
    occasions = table.on_occasions if preposition == "on" else table.occasions
    if preposition in ("in", "at", "during", "after", "on") and heads(phrase, occasions):
        yield found_as(with_place(tokens, at + 1, core(phrase)), ChannelKind.OCCASION)


def _after(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the noun phrase after a position; empty when none begins there."""
    return phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()


def _is_medium(tokens: Sequence[Token], at: int, phrase: Sequence[Token]) -> bool:
    """Whether the phrase after a preposition is an outlet: "on Telegram", "from her account"."""
    word = core(phrase)[-1].text
    if tokens[at].text.casefold() == "from":
        return word[0].islower() and is_outlet(phrase)
    return fold(word) in tables().platforms or is_outlet(phrase) or _by_name(tokens, at, phrase)


def _by_name(tokens: Sequence[Token], at: int, phrase: Sequence[Token]) -> bool:
    """Whether a name must be an outlet's: "writing in the Dockside Lantern"."""
    verbs = {"in": tables().written_in, "on": tables().appears_on}
    names = [token for token in phrase if token.pos_ != "DET"]
    return (
        bool(at)
        and tokens[at - 1].pos_ == "VERB"
        and tokens[at - 1].lemma_.casefold() in verbs.get(tokens[at].text.casefold(), ())
        and (tokens[at].text.casefold() == "on" or phrase[0].pos_ == "DET")
        and bool(names)
        and all(token.text[0].isupper() for token in names)
        and not any(token.ent_type_ in ("GPE", "DATE", "TIME") for token in names)
    )


def with_place(tokens: Sequence[Token], start: int, phrase: Sequence[Token]) -> Sequence[Token]:
    """Return an occasion with "in Velm" after it; a visit with "to Chad"."""
    if not heads(phrase, tables().occasions):
        return phrase
    end = start + len(phrase)
    wanted = {"in", "at"} | ({"to"} if heads(phrase, tables().journeys) else set())
    if end >= len(tokens) or tokens[end].text not in wanted:
        return phrase
    place = _after(tokens, end)
    if not place or place[0].ent_type_ in ("DATE", "TIME"):
        return phrase
    if not any(t.pos_ == "PROPN" for t in place):
        # "A visit to a school in Velm", but "a meeting in a school".
        named = _named_place(tokens, end + 1 + len(place)) if tokens[end].text == "to" else ()
        return tokens[start : end + 2 + len(place) + len(named)] if named else phrase
    return tokens[start : end + 1 + len(place)]


def _named_place(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the name after "in" or "at" at a position; empty when none stands there."""
    if at + 1 >= len(tokens) or tokens[at].text not in ("in", "at"):
        return ()
    place = phrase_from(tokens, at + 1)
    return place if place and place[0].pos_ == "PROPN" and place[0].ent_type_ != "DATE" else ()


def found_as(phrase: Sequence[Token], kind: ChannelKind) -> Found:
    """Return a phrase as a channel that relays nothing."""
    return Found(phrase[0].i, phrase[-1].i + 1, kind, False)
