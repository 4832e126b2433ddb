"""Organisations and governments: "the Ministry of Health of Iran", "the UN", "the army"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import PartyKind
from sayso.resolve.parties.entries import Body
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.modifiers import read_modifiers
from sayso.resolve.parties.offices import is_armed_group
from sayso.resolve.parties.phrase import complement, is_word, undetermined
from sayso.resolve.parties.reading import Parts, Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at, sole_country
from sayso.resolve.parties.words import Word, fold, keys_of, text_of

_OF = frozenset({"of", "for", "on"})
_NAME_WORDS = 3
_DRIVEN = ("-led", "-backed", "-run", "-owned")
_ORGANS = frozenset({"ministry", "department", "directorate", "bureau"})
"""Named in lower case by what they are of: "the department of migrant workers"."""


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
    lex = lexicon()
    opposed = read_modifiers(parts.zone[:-1], sides).opposed or parts.zone[-1].key in lex.unruly
    opposed = opposed or is_armed_group(text_of([w for w in parts.zone if not w.possessive]))
    zone, tail = _from_name(parts.zone), parts.tail
    before = read_modifiers(zone[:-1], sides, named=True)
    head = zone[-1]
    # "Israeli firm Orpaz Works": the country is in what was cut off.
    apart = read_modifiers(parts.zone[: len(parts.zone) - len(zone)], sides).country
    country = None if opposed else before.country or apart
    owner = zone[-3:-1]
    owned = len(owner) == 2 and owner[1].possessive and before.rest[-1:] == (owner[0],)
    kept = [*before.rest, *owner[1:], head] if owned else [*before.rest, head]
    name = " ".join(text_of(kept).split())
    alone = keys_of(kept)
    if alone in lex.lower or (not head.capital and alone in lex.organisations):
        name = " ".join(w if w.isupper() else w.casefold() for w in name.split())
    fixed = country is not None and before.country is None
    if before.country and not _leads(zone, sides):
        name, fixed = text_of(zone), True
    if tail and is_word(tail[0], _OF) and (head.capital or tail[0].text != "on"):
        name, whose, whole = _with_complement(name, tail, sides)
        country, fixed = country or whose, fixed or whole
    elif tail and tail[0].text in ("in", "to") and head.key in lex.seated:
        noun = complement(tail[1:])
        named = any(word.capital for word in noun)
        name = f"{name} {tail[0].text} {text_of(noun)}" if named else name
    group = lex.bodies.get(keys_of(word for word in kept[:-1] if word.capital))
    if group is not None and group.side is None and head.key in lex.gatherings:
        return of_body(group, (), sides)  # "the Lebanese Hezbollah group"
    if country and _is_about(name):
        # The "Syrian Observatory" watches Syria and is no organ of it.
        adjective = text_of(zone[:1])
        name = name if name.startswith(adjective) else f"{adjective} {name}"
        country, fixed = None, True
    own = head.capital and len(before.rest) > 1  # the "Federal Aviation Administration"
    if head.key in lex.governments and not own:
        kind = PartyKind.GOVERNMENT
        name = name.casefold() if keys_of(kept) == head.key else name
        area = next((w.text.casefold() for w in zone[:-1] if is_word(w, lex.subnational)), None)
        if area and area not in fold(name):
            name = f"{area} {name}"
    else:
        kind = PartyKind.ORGANISATION
    body = lex.bodies.get(keys_of(kept))
    foreign = body is not None and None not in (country, body.side) and country != body.side
    if body is not None and country and body.name.startswith("UN "):
        foreign = True  # Russia has a Security Council too
    if body is not None and spelt_as_body(kept) and not foreign:
        name, country = body.name, country or body.side
        fixed = fixed or body.side is not None
    if name.casefold().endswith(" ministry"):
        name = ministry_of(_portfolio(name[: -len(" ministry")]))
    return Reading(
        name,
        kind,
        country=country,
        definite=parts.definite or (len(kept) == 1 and not tail),
        opposed=opposed,
        fixed=fixed,
    )


def _is_about(name: str) -> bool:
    """Whether a body with a country in its name watches it: "Observatory for Human Rights"."""
    lex = lexicon()
    key = frozenset(fold(name))
    return bool(lex.watching.intersection(key)) or (
        key.issuperset(("human", "rights")) and not lex.public.intersection(key)
    )


def _from_name(zone: Sequence[Word]) -> Sequence[Word]:
    """Return "People's Party" of "ruling People's Party"; what is no name stays whole."""
    if len(zone) > _NAME_WORDS and zone[1].capital and zone[0].text.endswith(_DRIVEN):
        zone = zone[1:]  # "Kenyan-led Multinational Support mission"
    start = next((i for i, word in enumerate(zone) if word.capital), len(zone))
    rest = zone[start:]
    if start > 1 and zone[start - 1].possessive and zone[start - 2].text in lexicon().towns:
        return rest if len(rest) > 1 and rest[-1].capital else zone  # "the capital's Bir Hospital"
    if start and len(rest) == 1 and all(w.text in lexicon().opposed for w in zone[:start]):
        return rest  # "the opposition Coalition for Europe"
    named = rest if len(rest) < _NAME_WORDS or rest[-1].capital else rest[:-1]
    whole = len(rest) > 1 and all(word.capital or word.possessive for word in named)
    if whole and not any(word.possessive for word in zone[:start]):
        return rest
    at = next((i for i, word in enumerate(zone) if i and word.key in lexicon().companies), 0)
    called = at and not zone[at].capital and len(zone) - at > _NAME_WORDS - 1
    return zone[at + 1 :] if called and all(word.capital for word in zone[at + 1 :]) else zone


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
    initials = place.code == "USA" or zone[0].text in ("UK", "U.K.")
    return place.form is Form.DEMONYM or owner or state or initials


def _with_complement(
    name: str, tail: Sequence[Word], sides: SideTable
) -> tuple[str, str | None, bool]:
    """Add "of Health", "of Iran" to an organisation's name, or take the country from it.

    The third result says that the name is whole: the "Law Society of Kenya" is called so.
    """
    preposition, whole = tail[0].text, complement(tail[1:])
    noun, definite = undetermined(whole)
    country: str | None = None
    place = sole_country(sides, noun)
    if place is not None and place.form is Form.NAME and preposition == "of":
        if name[:1].isupper() and name.rsplit(maxsplit=1)[-1][:1].isupper() and _is_own_name(name):
            return f"{name} of {text_of(whole)}", place.code, True
        return name, place.code, False
    if not any(word.capital for word in noun):
        field = lexicon().portfolios.get(keys_of(noun))
        if name == "ministry" and field is not None:
            return ministry_of(field), None, False
        organ = name in _ORGANS and preposition in ("of", "for") and bool(noun)
        return (f"{name} {preposition} {text_of(noun)}" if organ else name), None, False
    for i, word in enumerate(noun):
        inner = sole_country(sides, undetermined(noun[i + 1 :])[0]) if word.text == "of" else None
        if inner is not None and inner.form is Form.NAME:
            country, noun = inner.code, noun[:i]
            break
    if name.casefold() == "ministry":
        return f"{text_of(noun)} Ministry", country, False
    article = "the " if definite and preposition != "on" else ""
    return f"{name} {preposition} {article}{text_of(noun)}", country, False


def _is_own_name(name: str) -> bool:
    """Whether a body is no organ that every state has: "Law Society", not "Foreign Ministry"."""
    lex = lexicon()
    key = fold(name)
    organ = key[-1:] in lex.state or key[-2:] in lex.state or key[-1:] in lex.governments
    return not organ and key[-1:] not in lex.seated and key[-1] not in ("department", "office")
