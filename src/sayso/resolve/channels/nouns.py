"""Noun phrases as channels: where one ends, and whether it names an outlet, a crowd, a paper."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.tables import Key, tables
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.words import fold

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LONGEST_PHRASE = 14


def phrase_from(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """Return the noun phrase that begins at ``start``, "of …" included; empty when none does."""
    end = start
    noun_seen = False
    while end < min(len(tokens), start + _LONGEST_PHRASE) and _adjacent(tokens, start, end):
        token = tokens[end]
        if noun_seen and (_begins_date(tokens, end) or _told_of(tokens, end)):
            break
        if not (_is_nominal(token) or _goes_on(tokens, end, noun_seen)):
            break
        noun_seen = noun_seen or token.pos_ in ("NOUN", "PROPN")
        end += 1
    while end > start and tokens[end - 1].pos_ not in _NOMINAL:
        end -= 1
    return tokens[start:end] if noun_seen else ()


def _begins_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day begins that is no part of the phrase: "a statement | Monday"."""
    days = ("DATE", "TIME")
    before = tokens[at - 1]
    return tokens[at].ent_type_ in days and before.ent_type_ not in days and before.text != "of"


def _told_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle that looks like a noun follows a document: "a statement | read"."""
    table = tables()
    following = tokens[at + 1].pos_ if at + 1 < len(tokens) else ""
    participle = tokens[at].text in table.participles and following in ("ADP", "ADV")
    return participle and heads([tokens[at - 1]], table.documents)


def _is_nominal(token: Token) -> bool:
    """Whether a word is a noun's or joined to one by a hyphen: "the Lagos-based Punch"."""
    joined = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return joined or token.pos_ in _NOMINAL or token.text in ("'s", "’s", "&", "-")


def _goes_on(tokens: Sequence[Token], at: int, noun_seen: bool) -> bool:
    """Whether a word that is no noun goes on with a phrase: an article, a participle, "of"."""
    token = tokens[at]
    if noun_seen and tokens[at - 1].text != "of":
        return token.text == "of"
    return _opens(token) or _participle(tokens, at)


def phrase_before(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """Return the noun phrase that ends just before ``end``; empty when none does."""
    start = end
    while start > max(0, end - _LONGEST_PHRASE) and _adjacent(tokens, start - 1, end - 1):
        token = tokens[start - 1]
        if _is_nominal(token):
            start -= 1
        elif _opens(token):
            start -= 1
            break
        else:
            break
    return tokens[start:end]


def _adjacent(tokens: Sequence[Token], first: int, last: int) -> bool:
    return tokens[last].i - tokens[first].i == last - first


def _opens(token: Token) -> bool:
    return token.pos_ == "DET" or token.tag_ in ("PRP$", "WP$")


def _participle(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].tag_ in ("VBN", "VBG")
        and following is not None
        and following.pos_ in ("NOUN", "PROPN", "ADJ")
    )


def core(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return a noun phrase less its "of …"."""
    for i, token in enumerate(tokens):
        if token.text == "of":
            return tokens[:i]
    return tokens


def heads(tokens: Sequence[Token], table: frozenset[Key]) -> bool:
    """Whether the last one, two or three words of a phrase's core are in a table."""
    key = _key(core(tokens))
    return any(key[-length:] in table for length in (1, 2, 3) if length <= len(key))


def _key(tokens: Sequence[Token]) -> Key:
    return tuple(
        part for token in tokens if token.text not in ("'s", "’s") for part in fold(token.text)
    )


def is_outlet(tokens: Sequence[Token]) -> bool:
    """Whether a phrase names or describes an outlet: "the Gazette", "state television"."""
    table = tables()
    words = [token for token in core(tokens) if not _opens(token) and fold(token.text)]
    if not words or words[-1].text in ("'s", "’s"):
        return False
    key = _key(words)
    capital = words[0].text[0].isupper()
    if capital and (key in table.outlet_names or key in table.platforms):
        return True
    if len(words) > 1 and words[0].text[0].isupper() and fold(words[0].text) in table.outlet_names:
        return words[-1].pos_ != "NOUN" or fold(words[-1].text) in table.outlet_common
    if _outlet_noun(words, len(words) - 1):
        return True
    # "the news agency Tanvir", "Radio Velm"
    for i, word in enumerate(words[:-1]):
        rest = words[i + 1 :]
        if _outlet_noun(words, i) and all(w.text[0].isupper() or w.text.isdigit() for w in rest):
            return word.text[0].islower() or i == 0
    return False


def _outlet_noun(words: Sequence[Token], at: int) -> bool:
    table = tables()
    word = words[at]
    key = fold(word.text)
    if key not in table.outlet_nouns:
        return False
    allowed = table.outlet_unsure.get(key[0])
    if allowed is not None and not _is_numbered(words, at):
        return any(part in allowed for w in words[:at] for part in fold(w.text))
    return word.text[0].isupper() or key in table.outlet_common


def _is_numbered(words: Sequence[Token], at: int) -> bool:
    """Whether a name goes on with a number: "Channel 9"."""
    return words[at].text[0].isupper() and all(w.text.isdigit() for w in words[at + 1 : at + 2])


def kind_told(tokens: Sequence[Token], *, tell: bool) -> ChannelKind:
    """Return what "told X" makes of X: an outlet, an occasion, else an audience.

    ``tell`` says whether the verb is "tell" itself: a body that no table knows is mostly an
    outlet after it, but an audience after "warn".
    """
    table = tables()
    if is_outlet(tokens):
        return ChannelKind.OUTLET
    # "A joint session of Congress" hears; "a meeting of envoys" is held.
    if heads(tokens, table.audiences) or heads(tokens[len(core(tokens)) + 1 :], table.heard):
        return ChannelKind.AUDIENCE
    if heads(tokens, table.occasions):
        return ChannelKind.OCCASION
    return ChannelKind.OUTLET if tell and _unknown_body(tokens) else ChannelKind.AUDIENCE


def _unknown_body(tokens: Sequence[Token]) -> bool:
    """Whether the parse sees a body that no table knows: who is told things is mostly an outlet."""
    lex = lexicon()
    words = [token for token in tokens if not _opens(token)]
    return bool(words) and (
        all(token.ent_type_ == "ORG" for token in words)
        and _key(words) not in lex.bodies
        and not any(fold(token.text) in lex.organisations for token in words)
    )
