"""Noun phrases around a statement: where one begins and ends, and what heads it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.resolve.channels.tables import Key, tables
from sayso.resolve.parties.words import fold

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LONGEST_PHRASE = 14
# The recogniser takes them for days, but "the teachers' annual conference" is one phrase.
_REGULAR = frozenset({"annual", "daily", "weekly", "monthly", "quarterly", "yearly", "biennial"})


def phrase_from(tokens: Sequence[Token], start: int) -> Sequence[Token]:
    """Return the noun phrase that begins at ``start``, "of …" included; empty when none does."""
    end = start
    noun_seen = False
    while end < min(len(tokens), start + _LONGEST_PHRASE) and _adjacent(tokens, start, end):
        token = tokens[end]
        if noun_seen and (
            _begins_date(tokens, end) or _told_of(tokens, end) or _follows(tokens, end)
        ):
            break
        if not (_is_nominal(token) or _goes_on(tokens, end, noun_seen)):
            break
        noun_seen = (
            noun_seen
            or token.pos_ in ("NOUN", "PROPN")
            or _stands_alone(token)
            or _taken_for_verb(token)
        )
        end += 1
    while end > start and not _ends(tokens[end - 1]):
        end -= 1
    return tokens[start:end] if noun_seen else ()


def _ends(token: Token) -> bool:
    capital = token.text[0].isupper() and token.pos_ != "DET"
    return capital or token.pos_ in _NOMINAL or _taken_for_verb(token)


def _stands_alone(token: Token) -> bool:
    """Whether an adjective is a noun here: "a circular", "the faithful"."""
    table = tables()
    key = fold(token.text)
    named = (table.documents, table.audiences, table.occasions)
    return token.pos_ == "ADJ" and any(key in known for known in named)


def _begins_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a day begins that is no part of the phrase: "a statement | Monday"."""
    days = ("DATE", "TIME")
    before = tokens[at - 1]
    if before.tag_ == "POS" or tokens[at].lower_ in _REGULAR:
        return False  # "Radio Orla's | morning show"
    return tokens[at].ent_type_ in days and before.ent_type_ not in days and before.text != "of"


def _follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands behind its noun and leads on: "a book | due out in May"."""
    leads_on = at + 1 < len(tokens) and tokens[at + 1].pos_ in ("ADP", "ADV", "PART", "SCONJ")
    noun = tokens[at - 1].pos_ == "NOUN" and tokens[at].text[0].islower()
    return tokens[at].pos_ == "ADJ" and noun and leads_on and not _stands_alone(tokens[at])


def _told_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle that looks like a noun follows a document: "a statement | read"."""
    table = tables()
    following = tokens[at + 1].pos_ if at + 1 < len(tokens) else ""
    participle = tokens[at].text in table.participles and following in ("ADP", "ADV")
    return participle and heads([tokens[at - 1]], table.documents)


def _is_nominal(token: Token) -> bool:
    """Whether a word is a noun's or joined to one by a hyphen: "the Lagos-based Punch"."""
    joined = token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    told = joined or token.pos_ in _NOMINAL or token.text in ("'s", "’s", "&", "-")
    # "The teachers' conference": after a plural the mark stands alone.
    told = told or token.tag_ == "POS"
    return told or _taken_for_verb(token)


def _taken_for_verb(token: Token) -> bool:
    """Whether a noun was tagged a verb: "on her Instagram account", "the book fair"."""
    table = tables()
    key = fold(token.text)
    if token.pos_ == "VERB" and token.text[0].isupper() and not token.is_sent_start:
        return key in table.platforms  # "uploaded to Facebook"
    if token.tag_ == "VBN" and token.dep_ == "pobj" and token.nbor(-1).pos_ == "DET":
        return True  # "a vigil for the drowned"
    return (
        token.pos_ in ("VERB", "AUX")
        and token.i > 0
        and token.nbor(-1).pos_ in ("NOUN", "PROPN")
        and (key in table.outlet_common or key in table.occasions)
        and key[0] not in table.relay_verbs | table.told | table.spoken_to | table.urged
    )


def _goes_on(tokens: Sequence[Token], at: int, noun_seen: bool) -> bool:
    """Whether a word that is no noun goes on with a phrase: an article, a participle, "of"."""
    token = tokens[at]
    if noun_seen and tokens[at - 1].tag_ == "POS" and _participle(tokens, at):
        return True  # "Tuesday's | televised debate"
    if noun_seen and tokens[at - 1].text != "of":
        return token.text == "of" or _names_on(tokens, at) or _titled(tokens, at)
    return opens(token) or _participle(tokens, at)


def _names_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name goes on: "the Council | on Foreign Affairs", "the club's in|-house TV"."""
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return False
    if following.text == "-" and not token.whitespace_:
        return True
    body = tokens[at - 1].text[0].isupper() and heads([tokens[at - 1]], tables().heard)
    return body and token.text in ("on", "for") and following.text[0].isupper()


def _titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a title goes on with a word that is no noun: "the programme Morning | Call"."""
    return tokens[at].text[0].isupper() and tokens[at - 1].text[0].isupper()


def phrase_before(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """Return the noun phrase that ends just before ``end``; empty when none does."""
    start = end
    while start > max(0, end - _LONGEST_PHRASE) and _adjacent(tokens, start - 1, end - 1):
        token = tokens[start - 1]
        if _is_nominal(token):
            start -= 1
        elif opens(token):
            start -= 1
            break
        else:
            break
    return tokens[start:end]


def _adjacent(tokens: Sequence[Token], first: int, last: int) -> bool:
    return tokens[last].i - tokens[first].i == last - first


def opens(token: Token) -> bool:
    """Whether a word begins a noun phrase: an article, a possessive."""
    if token.tag_ == "PRP" and token.lower_ == "her" and token.i + 1 < len(token.doc):
        # The tagger takes "told her 40,000 followers" for "told her".
        following = token.nbor()
        return following.pos_ in _NOMINAL and following.ent_type_ not in ("DATE", "TIME")
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
    key = key_of(core(tokens))
    return any(key[-length:] in table for length in (1, 2, 3) if length <= len(key))


def key_of(tokens: Sequence[Token]) -> Key:
    """Return the folded words of a phrase, as the tables have them."""
    return tuple(
        part for token in tokens if token.text not in ("'s", "’s") for part in fold(token.text)
    )
