"""Channels that a preposition places a statement in: "in a letter", "at a rally", "on Telegram"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.nouns import is_foreign_title, is_outlet
from sayso.resolve.channels.phrases import core, heads, phrase_from
from sayso.resolve.channels.tables import tables
from sayso.resolve.parties.words import fold

# Known by who holds them, not by where.
_HELD_BY = frozenset(
    {
        ("press", "conference"),
        ("news", "conference"),
        ("party", "congress"),
        ("party", "conference"),
    }
)

_TALKS = frozenset(
    {("talks",), ("meeting",), ("negotiations",), ("consultations",), ("discussions",), ("summit",)}
)
_WRITTEN = frozenset({"written", "printed", "typed"})


@dataclass(frozen=True, slots=True)
class Found:
    """A channel phrase as a token range; ``relays`` marks who passes the whole statement on."""

    start: int
    end: int
    kind: ChannelKind
    relays: bool

    def lies_in(self, other: Found) -> bool:
        """Whether another phrase holds this one: "the Council on (Foreign Affairs)"."""
        wider = other.end - other.start > self.end - self.start
        return wider and other.start <= self.start and self.end <= other.end


def placed(tokens: Sequence[Token], at: int, inside: bool) -> Iterator[Found]:
    """Yield what "in a statement", "at a press conference", "on Telegram" name.

    ``inside`` says that the preposition stands in the source.
    """
    preposition = tokens[at].text.casefold()
    phrase = _after(tokens, at)
    if preposition in ("on", "at") and heads(phrase, tables().edges):
        # "On the sidelines of a summit" is at the summit; "the opening of a bridge" is held.
        preposition = "at"
        of = phrase[len(core(phrase)) + 1 :]
        if heads(of, tables().occasions) or not heads(phrase, tables().occasions):
            at += len(core(phrase)) + 1
            phrase = of
    if not phrase or core(phrase)[-1].ent_type_ in ("DATE", "TIME"):
        return
    if preposition == "after" and at and tokens[at - 1].text.casefold() in tables().participles:
        return  # "A statement released after the summit" was not made at it.
    if preposition in ("on", "via", "through", "in", "from", "over") and _is_medium(
        tokens, at, phrase
    ):
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
    spoken = heads(phrase, table.spoken) and not any(t.lower_ in _WRITTEN for t in phrase)
    written = lower and heads(phrase, table.documents) and not spoken
    if preposition in ("in", "via", "through", "by") and written:
        yield found_as(core(phrase), ChannelKind.DOCUMENT)
        return
    if preposition in ("in", "before") and heads(phrase, table.heard):
        yield found_as(phrase, ChannelKind.AUDIENCE)
        return
    occasions = table.on_occasions if preposition == "on" else table.occasions
    # "After the funeral, she told": only talks and their like are where things are said.
    earlier = preposition == "after" and tokens[at].is_sent_start and not heads(phrase, _TALKS)
    if preposition in ("in", "at", "during", "after", "on") and heads(phrase, occasions):
        if earlier:
            return
        yield found_as(with_place(tokens, at + 1, phrase), ChannelKind.OCCASION)


def _after(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the noun phrase after a position; empty when none begins there."""
    return phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()


def _is_medium(tokens: Sequence[Token], at: int, phrase: Sequence[Token]) -> bool:
    """Whether the phrase after a preposition is an outlet: "on Telegram", "from her account"."""
    word = core(phrase)[-1].text
    if tokens[at].text.casefold() == "from":
        return word[0].islower() and is_outlet(phrase)
    platform = fold(word) in tables().platforms and (word[0].isupper() or word == "media")
    return platform or is_outlet(phrase) or _by_name(tokens, at, phrase)


def _by_name(tokens: Sequence[Token], at: int, phrase: Sequence[Token]) -> bool:
    """Whether a name must be an outlet's: "writing in the Dockside Lantern"."""
    verbs = {"in": tables().written_in, "on": tables().appears_on}
    names = [token for token in phrase if token.pos_ != "DET"]
    return (
        bool(at)
        and tokens[at - 1].pos_ == "VERB"
        and tokens[at - 1].lemma_.casefold() in verbs.get(tokens[at].text.casefold(), ())
        and (
            tokens[at].text.casefold() == "on" or phrase[0].pos_ == "DET" or is_foreign_title(names)
        )
        and bool(names)
        and all(token.text[0].isupper() for token in names)
        and not any(token.ent_type_ in ("GPE", "DATE", "TIME") for token in names)
    )


def with_place(tokens: Sequence[Token], start: int, phrase: Sequence[Token]) -> Sequence[Token]:
    """Return an occasion with what names it: "with the developers", "for exporters", "to Chad".

    Fairs and summits keep "in Milan", by which they are known; a rally leaves its town out.
    """
    table = tables()
    end = start + len(phrase)
    if end + 1 >= len(tokens) or not heads(phrase, table.occasions):
        return phrase
    wanted: set[str] = set()
    bare = len(core(phrase)) == len(phrase)
    if bare and heads(phrase, table.named_by_place) and not heads(phrase, _HELD_BY):
        wanted |= {"in", "at"}
    if heads(phrase, table.journeys):
        wanted |= {"to", "in"}
    if heads(phrase, table.joined):
        wanted |= {"with", "for", "between"}
    word = tokens[end].text
    joined = _after(tokens, end) if word in wanted else ()
    if not joined or (word != "to" and joined[0].ent_type_ in ("DATE", "TIME")):
        return phrase
    if word == "with" and is_outlet(joined):
        return phrase
    if word in ("in", "at") and not any(t.pos_ == "PROPN" for t in joined):
        return phrase
    # "A visit to a school in Velm".
    named = _named_place(tokens, end + 1 + len(joined)) if word == "to" else ()
    return tokens[start : end + 1 + len(joined) + (1 + len(named) if named else 0)]


def _named_place(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the name after "in" or "at" at a position; empty when none stands there."""
    if at + 1 >= len(tokens) or tokens[at].text not in ("in", "at"):
        return ()
    place = phrase_from(tokens, at + 1)
    return place if place and place[0].pos_ == "PROPN" and place[0].ent_type_ != "DATE" else ()


def found_as(phrase: Sequence[Token], kind: ChannelKind) -> Found:
    """Return a phrase as a channel that relays nothing."""
    return Found(phrase[0].i, phrase[-1].i + 1, kind, False)
