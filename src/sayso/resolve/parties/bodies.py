"""Organisations and governments: "the Ministry of Health of Iran", "the UN", "the army"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import Body, lexicon
from sayso.resolve.parties.modifiers import read_modifiers
from sayso.resolve.parties.phrase import complement, is_word, undetermined
from sayso.resolve.parties.reading import Parts, Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at, sole_country
from sayso.resolve.parties.words import Word, fold, keys_of, text_of


def spelt_as_body(zone: Sequence[Word]) -> bool:
    """Whether a short alias is in capitals: "WHO" is a body, "Who" is not."""
    key = keys_of(zone)
    return len("".join(key)) > 3 or sum(c.isupper() for word in zone for c in word.text) > 1


def of_body(body: Body, tail: Sequence[Word], sides: SideTable) -> Reading:
    """Return a well-known body; a ministry's country may follow it ("of Iran")."""
    country = body.side
    if country is None and body.name.endswith("Ministry") and tail and tail[0].text == "of":
        place = sole_country(sides, undetermined(complement(tail[1:]))[0])
        country = place.code if place else None
    return Reading(
        body.name,
        PartyKind.ORGANISATION,
        country=country,
        definite=True,
        fixed=not body.name.endswith("Ministry"),
    )


def read_organisation(parts: Parts, sides: SideTable) -> Reading:
    """Return an organisation or government, its country taken out of its name."""
    zone, tail = parts.zone, parts.tail
    lex = lexicon()
    before = read_modifiers(zone[:-1], sides)
    head = zone[-1]
    country = None if before.opposed else before.country
    owner = zone[-3:-1]
    owned = len(owner) == 2 and owner[1].possessive and before.rest[-1:] == (owner[0],)
    kept = [*before.rest, *owner[1:], head] if owned else [*before.rest, head]
    name = " ".join(text_of(kept).split())
    fixed = False
    if before.country and not _leads(zone, sides):
        name, fixed = text_of(zone), True
    if tail and is_word(tail[0], frozenset({"of", "for"})):
        noun, _ = undetermined(complement(tail[1:]))
        name, country = _with_complement(name, tail[0], noun, country, sides)
    if head.key in lex.governments:
        kind = PartyKind.GOVERNMENT
        name = name.casefold() if keys_of(kept) == head.key else name
    else:
        kind = PartyKind.ORGANISATION
    body = lex.bodies.get(keys_of(kept))
    if body is not None and spelt_as_body(kept):
        name, country = body.name, country or body.side
        fixed = fixed or body.side is not None
    elif keys_of(kept) in lex.lower:
        name = name.casefold()
    if name.casefold().endswith(" ministry"):
        name = ministry_of(_portfolio(name[: -len(" ministry")]))
    alone = len(kept) == 1 and not tail
    return Reading(
        name,
        kind,
        country=country,
        definite=parts.definite or alone,
        opposed=before.opposed,
        fixed=fixed,
    )


def _portfolio(name: str) -> str:
    return lexicon().portfolios.get(tuple(name.casefold().split()), name)


def ministry_of(portfolio: str) -> str:
    """Return what the ministry of a portfolio is called: "foreign" gives "Foreign Ministry"."""
    return " ".join(w[:1].upper() + w[1:] for w in portfolio.split()) + " Ministry"


def department_of(written: str, country: str | None) -> str:
    """Return what the secretary of a portfolio heads: "US Defense Department", "Defence Ministry".

    Without a country the spelling tells: "Defense" is a department's, "Defence" a ministry's.
    """
    lex = lexicon()
    portfolio = _portfolio(written)
    if fold(written) in lex.houses:
        return lex.houses[fold(written)]
    if country is not None and country not in lex.departments:
        return ministry_of(portfolio)
    own = lex.departments[country or "USA"].get(portfolio, portfolio)
    if country is None and own != written.casefold():
        return ministry_of(portfolio)
    name = " ".join(w[:1].upper() + w[1:] for w in own.split()) + " Department"
    full = lex.bodies.get(fold(name))
    return full.name if full and country and full.side == country else name


def _leads(zone: Sequence[Word], sides: SideTable) -> bool:
    """Whether a country's name stands at the head, where it can be taken off and put back."""
    found = country_at(sides, zone, 0)
    if found is None:
        return False
    place, after = found
    state = len(zone) == after + 1 and not zone[-1].capital
    owner = after < len(zone) and zone[after].possessive
    return place.form is Form.DEMONYM or owner or state or place.code == "USA"


def _with_complement(
    name: str,
    preposition: Word,
    noun: Sequence[Word],
    country: str | None,
    sides: SideTable,
) -> tuple[str, str | None]:
    """Add "of Health", "of Iran" to an organisation's name, or take the country from it."""
    place = sole_country(sides, noun)
    if place is not None and place.form is Form.NAME and preposition.text == "of":
        return name, country or place.code
    if not any(word.capital for word in noun):
        return name, country
    for i, word in enumerate(noun):
        inner = sole_country(sides, undetermined(noun[i + 1 :])[0]) if word.text == "of" else None
        if inner is not None and inner.form is Form.NAME:
            country, noun = country or inner.code, noun[:i]
            break
    if name.casefold() == "ministry":
        return f"{text_of(noun)} Ministry", country
    return f"{name} {preposition.text} {text_of(noun)}", country
