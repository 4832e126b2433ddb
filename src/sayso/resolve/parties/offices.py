"""Which names are those of organs of a state, and which of armed groups."""

from __future__ import annotations

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import names_country
from sayso.resolve.parties.words import fold


def is_state_office(name: str) -> bool:
    """Whether a name is that of an organ of a state ("Foreign Ministry", "army", "state radio")."""
    lex = lexicon()
    key = fold(name)
    owner, _, part = name.replace("’", "'").partition("'s ")
    if part and key[: len(fold(owner))][-1:] in lex.gatherings:
        return False  # "the group's military"
    if key[:1] == ("state",):
        return key[-1:] in lex.state_media
    state = key[-1:] in lex.state or key[-2:] in lex.state or key in lex.houses_of_state
    if is_armed_group(name):
        return False
    governs = key[-1:] in lex.governments or key[-1:] == ("parliament",)
    other = lex.irregular | lex.subnational if governs else lex.irregular
    return state and not other.intersection(key)


def is_armed_group(name: str) -> bool:
    """Whether forces bear a name of their own: "Rapid Eagle Forces", not "Armed Forces"."""
    lex = lexicon()
    words = name.split()
    head = fold(words[-1]) if words else ()
    if len(words) < 2 or not words[-1][:1].isupper() or not lex.martial.intersection(head):
        return False
    return any(
        word[:1].isupper() and not lex.regular.issuperset(fold(word)) and not names_country(word)
        for word in words[:-1]
    )
