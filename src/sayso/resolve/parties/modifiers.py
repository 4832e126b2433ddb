"""What stands before a head: a country, qualifiers, and the words of an office or body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.lookup import longest_at
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.words import Word, fold, text_of

_NAME_WORDS = 2
_AGAINST = ("anti",)
"""An "anti-mafia prosecutor" is no mafia's."""


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The country named, the words left, and whether they speak of the past or of opponents.

    ``seat`` says that the country is named by its seat of government ("Kremlin spokesman").
    """

    country: str | None
    rest: tuple[Word, ...]
    past: bool
    opposed: bool
    seat: bool


def read_modifiers(words: Sequence[Word], sides: SideTable, *, named: bool = False) -> Modifiers:
    """Return what the words before a head say, countries and qualifiers taken out of ``rest``.

    ``named`` keeps what belongs to a body's name: "Democratic" of a party, "presidential" of an
    office.
    """
    lex = lexicon()
    rest: list[Word] = []
    country: str | None = None
    past = seat = False
    i = 0
    while i < len(words):
        word = words[i]
        found = country_at(sides, words, i)
        if found is not None:
            place, after = found
            owner = after < len(words) and words[after].possessive
            local = place.form is Form.CAPITAL and any(
                w.key in lex.municipal for w in words[after:]
            )
            if local and owner:
                # "Tehran's police chief" is the city's.
                rest += words[i:after]
                i = after + owner
                continue
            if place.form is Form.NAME and not owner and after == len(words) and _is_called(rest):
                rest += words[i:after]  # "Surf Rescue Australia"
            field = place.form is Form.NAME and not owner and any(w.possessive for w in rest)
            if place.form is not Form.CAPITAL or owner:
                # "Amnesty's Nigeria director" speaks for no country.
                country = country or (None if field else place.code)
                seat = seat or place.form is Form.SEAT
                i = after + owner
                continue
        # The "attorney general" of an office, a minister's "national security".
        whole = longest_at(lex.roles, words, i) if named else longest_at(lex.portfolios, words, i)
        if whole is not None and whole > i + 1:
            rest += words[i:whole]
            i = whole
            continue
        common = not word.text[0].isupper()
        after_past = longest_at(lex.past, words, i) if common or not named else None
        kept = named and (not common or word.key in lex.camps)
        after_plain = None if kept else longest_at(lex.titled, words, i)
        if not named and len(words) == 1 and word.key in lex.qualifiers:
            after_plain = i + 1  # "Regional governor", at the head of a sentence
        if after_plain is None and common and not (named and word.key in lex.camps):
            after_plain = longest_at(lex.qualifiers, words, i)
        if after_past or after_plain:
            past = past or after_past is not None
            i = max(after_past or 0, after_plain or 0)
            continue
        rest.append(word)
        i += 1
    while rest and not rest[-1].key:
        rest.pop()
    while rest and not rest[0].key:
        rest.pop(0)
    opposed = any(
        part in lex.opposed for word in words if word.key[:1] != _AGAINST for part in word.key
    )
    return Modifiers(country, tuple(rest), past, opposed, seat)


def _is_called(rest: Sequence[Word]) -> bool:
    """Whether several capitalised words, none of a post, stand before a country: a body's name."""
    lex = lexicon()
    return (
        len(rest) >= _NAME_WORDS
        and all(word.capital for word in rest)
        and not any(word.key in lex.roles or word.key in lex.portfolios for word in rest)
    )


def composed(name: str, country: str | None, sides: SideTable, *, bodies: bool = True) -> str:
    """Return an office's name with its country: ``"Foreign Ministry"`` of IRN is "Iranian …".

    With ``bodies`` well-known ones ("NATO", "FBI") keep the name that they have.
    """
    adjective = sides.adjectives.get(country) if country else None
    body = lexicon().bodies.get(fold(name))
    if body is not None and body.side is not None and body.side == country:
        return body.name
    known = bodies and body is not None and body.side is None and not name.endswith("Ministry")
    if adjective is None or known or name.startswith(adjective + " "):
        return name
    if _ends_in(name, country, sides):
        return name
    return f"{adjective} {name}"


def _ends_in(name: str, country: str | None, sides: SideTable) -> bool:
    """Whether a country's name ends a body's: "Surf Rescue Australia"."""
    *before, last = name.split()
    place = sides.countries.get(fold(last)) if len(before) >= _NAME_WORDS else None
    told = place is not None and place.code == country and place.form is Form.NAME
    return told and before[-1] not in ("of", "the")


def adjectival(words: Sequence[Word], sides: SideTable) -> str:
    """Return the words with "Iran's" as "Iranian", so that both spellings make one name."""
    pieces: list[str] = []
    start = i = 0
    while i < len(words):
        found = country_at(sides, words, i)
        if found is None:
            i += 1
            continue
        place, after = found
        owner = after < len(words) and words[after].possessive
        common = after + owner < len(words) and not words[after + owner].capital
        if common and (owner or place.form is Form.NAME):
            pieces += [text_of(words[start:i]), sides.adjectives[place.code]]
            start = after + owner
        i = after + owner
    return " ".join(piece for piece in (*pieces, text_of(words[start:])) if piece)
