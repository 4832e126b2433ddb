"""Noun phrases as channels: whether one names an outlet, a crowd, an occasion, a person."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.phrases import core, heads, key_of, opens
from sayso.resolve.channels.tables import Key, tables
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.words import fold

_FOREIGN_ARTICLES = frozenset({"l", "le", "la", "les", "el", "il", "der", "die", "das", "het"})


def is_outlet(tokens: Sequence[Token]) -> bool:
    """Whether a phrase names or describes an outlet: "the Gazette", "state television"."""
    table = tables()
    words = [token for token in core(tokens) if not opens(token) and fold(token.text)]
    if not words or words[-1].text in ("'s", "’s"):
        return False
    owned = [i for i, token in enumerate(tokens[:-1]) if token.text in ("'s", "’s")]
    if owned:
        # "Radio Orla's morning show", "the club's own channel".
        owner, thing = tokens[: owned[0]], tokens[owned[0] + 1 :]
        if is_outlet(thing):
            return True
        programme = all(t.text[0].isupper() and t.ent_type_ != "PERSON" for t in thing)
        return (programme or heads(thing, table.outlet_common)) and is_outlet(owner)
    key = key_of(words)
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
        described = fold(word.text) in table.outlet_described and word.text[0].islower()
        if (described or _outlet_noun(words, i)) and all(
            w.text[0].isupper() or w.text.isdigit() for w in rest
        ):
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
    return words[at].text[0].isupper() and all(w.like_num for w in words[at + 1 : at + 2])


def kind_told(tokens: Sequence[Token], *, tell: bool) -> ChannelKind:
    """Return what "told X" makes of X: an outlet, an occasion, else an audience.

    ``tell`` says whether the verb is "tell" itself: a body that no table knows is mostly an
    outlet after it, but an audience after "warn".
    """
    table = tables()
    if is_outlet(tokens):
        return ChannelKind.OUTLET
    # "Congress" hears; "a joint session of Congress" is held.
    if heads(tokens, table.audiences) and not _names_more(tokens, table.occasions):
        return ChannelKind.AUDIENCE
    if heads(tokens, table.occasions):
        return ChannelKind.OCCASION
    return ChannelKind.OUTLET if tell and _unknown_body(tokens) else ChannelKind.AUDIENCE


def _names_more(tokens: Sequence[Token], table: frozenset[Key]) -> bool:
    """Whether two or three words tell what their last one leaves open: "the party congress"."""
    key = key_of(core(tokens))
    return any(key[-length:] in table for length in (2, 3) if length <= len(key))


def is_foreign_title(words: Sequence[Token]) -> bool:
    """Whether a name begins with a foreign article: "Le Matin", "L'Avenir"."""
    article = words[0].text.replace("’", "'").split("'")[0].casefold() if words else ""
    return article in _FOREIGN_ARTICLES and all(token.text[0].isupper() for token in words)


def is_person(tokens: Sequence[Token]) -> bool:
    """Whether a phrase names one person, or kin, whom something is told in private."""
    head = core(tokens)[-1]
    table = tables()
    if any(heads(tokens, known) for known in (table.official, table.heard, table.audiences)):
        return False
    if heads(tokens, table.persons):
        return True
    if head.pos_ == "PROPN":
        # "Chat-show host Bea Lund".
        introduced = any(t.text[0].islower() and fold(t.text) in lexicon().roles for t in tokens)
        return introduced or head.ent_type_ == "PERSON"
    # "A class of ten-year-olds" is many; "the Tribune's video series" is nobody.
    many = any(token.tag_ in ("NNS", "NNPS") for token in tokens[len(core(tokens)) :])
    many = many or any(token.ent_type_ == "ORG" for token in tokens)
    return head.tag_ == "NN" and not many and fold(head.text) not in lexicon().organisations


def _unknown_body(tokens: Sequence[Token]) -> bool:
    """Whether the parse sees a body that no table knows: who is told things is mostly an outlet."""
    lex = lexicon()
    words = [token for token in tokens if not opens(token)]
    if is_foreign_title(words):
        return True
    return bool(words) and (
        all(token.ent_type_ == "ORG" for token in words)
        and key_of(words) not in lex.bodies
        and not any(fold(token.text) in lex.organisations for token in words)
    )
