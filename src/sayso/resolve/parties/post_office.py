"""The office that the words before a title name: "Iran's [foreign] minister"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import SPOKESPERSON, PartyKind
from sayso.resolve.parties.bodies import department_of, ministry_of
from sayso.resolve.parties.entries import Role, RoleClass
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.modifiers import Modifiers, composed
from sayso.resolve.parties.phrase import (
    is_word,
)
from sayso.resolve.parties.reading import BODIES, Reader, Reading
from sayso.resolve.parties.sides import Form, SideTable, sole_country
from sayso.resolve.parties.titles import Titles
from sayso.resolve.parties.towns import towns
from sayso.resolve.parties.words import Word, fold, keys_of, text_of

# "Interior cabinet secretary", "health permanent secretary".
_SENIOR = frozenset({"cabinet", "permanent", "principal", "parliamentary", "state"})


_NATIONAL = frozenset({"federal", "union"})
_LEADER = "leader"
_MILITARY = ("military",)
RIVALS = frozenset({"opposition"})


def office_of(
    before: Modifiers, titles: Titles, sides: SideTable, read: Reader
) -> tuple[str | None, str | None]:
    """Return the office and country that the words before a role name."""
    if titles.portfolio is not None:
        return _headed(titles.portfolio, titles.role, before.country), before.country
    if before.seat:
        return "government", before.country
    untold = lexicon().untold.get(titles.role.word or "")
    if untold and not before.rest and before.country in lexicon().departments:
        return department_of(untold, before.country), before.country
    if not before.rest or keys_of(before.rest) in sides.demonyms:
        return None, before.country
    if titles.role.word == "minister":
        return _minister_office(before), before.country
    if titles.role.word == SPOKESPERSON and keys_of(before.rest) in lexicon().fields:
        return ministry_of(lexicon().portfolios[keys_of(before.rest)]), before.country
    if titles.role.word != "secretary" and keys_of(before.rest) in lexicon().fields:
        # A "defence lawyer" is no ministry's; "the Treasury" is one.
        return None, before.country
    if titles.role.word == "secretary" and _is_portfolio(_owned_words(before)):
        return department_of(text_of(_owned_words(before)), before.country), before.country
    camp, *field = before.rest
    if field and keys_of(field) in lexicon().portfolios and camp.text.casefold() in RIVALS:
        return camp.text.casefold(), before.country  # "Opposition transport spokesman"
    if is_capital(before.rest, sides):
        return of_city(before.rest, titles.role), before.country
    if keys_of(before.rest) in lexicon().areas:
        return None, before.country
    if titles.role.word == "governor" and keys_of(before.rest) == _MILITARY:
        return None, before.country  # "the military governor"
    if keys_of(before.rest) in lexicon().state:
        if titles.role.word in lexicon().onlookers and before.rest[0].text != "state":
            return None, before.country  # a "military blogger" watches it
        named = len(before.rest) > 1 and before.rest[-1].capital
        office = text_of(before.rest)
        return office if named else office.casefold(), before.country
    inner = read(before.rest, sides)
    if inner is None or (inner.kind not in BODIES and inner.role is None):
        owner = _named_first(before.rest)
        inner = (read(owner, sides) if owner else None) or inner
    if inner is not None and before.country and _speaks_for_none(inner):
        if titles.role.word in lexicon().governing and titles.role.word != SPOKESPERSON:
            return None, before.country
        return composed(inner.name, before.country, sides, bodies=False), None
    if inner is not None and inner.opposed and before.country and not before.opposed:
        return composed(inner.name, before.country, sides), None  # an "Iraqi militia leader"
    if inner is None or (inner.kind is PartyKind.GROUP and not inner.opposed):
        return None, before.country
    printed = inner.name.isupper() or fold(inner.name) in lexicon().outlets
    outlet = titles.role.word == "journalist" and printed  # an "NNA correspondent"
    bodily = inner.kind in BODIES or outlet
    unnamed = titles.role.plural and inner.kind is None  # "Galician prosecutors"
    crowd = titles.role.kind is RoleClass.CROWD or unnamed
    if crowd and (not bodily or before.opposed):
        return None, before.country
    if inner.kind is None and (not before.rest[0].capital or _adjective(before.rest[-1])):
        return None, before.country
    lex = lexicon()
    common = (
        fold(inner.name) in lex.seated
        or inner.name.casefold() in lex.public
        or (len(before.rest) == 1 and inner.name.casefold() in lex.opposed)  # "Gang leader"
    )
    bare = len(before.rest) == 1 and inner.kind is None
    if bare and lex.administrative.issuperset(fold(inner.name)) and inner.name.istitle():
        return None, before.country  # "Search spokesperson"
    folk = len(before.rest) == 1 and inner.kind is None and titles.role.word == _LEADER
    if folk and inner.name.casefold().endswith(lex.agents):
        return None, before.country  # "Settler leader"
    plain = common or (_is_plain(before.rest) and not inner.name.endswith("Ministry"))
    name = inner.name.casefold() if plain else inner.name
    people, _, force = name.partition("s' ")
    if people[:1].isupper() and (force,) in lex.state:
        name = f"{people} {force}"  # "the Houthis' military"
    return name, before.country or inner.country


def _is_plain(words: Sequence[Word]) -> bool:
    """Whether only a sentence's head is capitalised in it: "Riot police commander"."""
    first, *others = words
    return (
        bool(others)
        and not any(word.capital for word in others)
        and lexicon().administrative.issuperset(first.key)
        and not first.text.isupper()
    )


def _named_first(words: Sequence[Word]) -> Sequence[Word]:
    """Return whose the post is in "SNP's Westminster [leader]", "EU foreign policy [chief]"."""
    at = next((i for i, word in enumerate(words) if word.possessive), 0)
    if not at and words[-1].text.islower():
        at = next((i for i, w in enumerate(words) if not (w.proper or w.text.isupper())), 0)
    return () if at and _adjective(words[at - 1]) else words[:at]


def _speaks_for_none(reading: Reading) -> bool:
    """Whether it is a well-known body of no country: "Afghan Taliban", "Kenya's UN [envoy]"."""
    body = lexicon().bodies.get(fold(reading.name))
    return body is not None and body.side is None and not body.name.endswith("Ministry")


def _adjective(word: Word) -> bool:
    """Whether a capitalised word describes ("Catholic", "Moscow-installed")."""
    return is_word(word, lexicon().directional) or (
        "-" in word.text and word.text.rpartition("-")[2].islower()
    )


def is_capital(words: Sequence[Word], sides: SideTable) -> bool:
    """Whether words name a capital."""
    place = sole_country(sides, words)
    return place is not None and place.form is Form.CAPITAL


def of_city(words: Sequence[Word], role: Role) -> str | None:
    """Return the city that a mayor acts for; residents act for none."""
    return None if role.kind is RoleClass.CROWD else text_of(words)


def _minister_office(before: Modifiers) -> str | None:
    rest = _owned_words(before)
    known = lexicon().portfolios.get(keys_of(rest))
    if rest and rest[0].text.isupper() and len(rest) > 1:
        return None  # "EU foreign ministers"
    if known is not None:
        owner = before.rest[: len(before.rest) - len(_after_owner(before))]
        region = text_of(owner[:-1]) if fold(text_of(owner[:-1])) in towns() else ""
        return f"{region} {ministry_of(known)}".strip()  # "Bavaria's interior minister"
    field = len(rest) == 1 and not is_word(rest[0], lexicon().unfielded)
    return ministry_of(text_of(rest)) if rest and (rest[0].capital or field) else None


def _headed(portfolio: str, role: Role, country: str | None) -> str:
    if role.word == "minister":
        return ministry_of(lexicon().portfolios[fold(portfolio)])
    return department_of(portfolio, country)


def _is_portfolio(words: Sequence[Word]) -> bool:
    return keys_of(words) in lexicon().portfolios or keys_of(words) in lexicon().houses


def _owned_words(before: Modifiers) -> Sequence[Word]:
    """Return the portfolio: also of "interior cabinet secretary", less whose it is."""
    rest = _after_owner(before)
    if len(rest) > 1 and is_word(rest[0], _NATIONAL):
        rest = rest[1:]  # "Federal Justice Minister"
    senior = len(rest) > 1 and rest[-1].text.casefold() in _SENIOR
    return rest[:-1] if senior else rest


def _after_owner(before: Modifiers) -> Sequence[Word]:
    """Return the words after a possessor: one that is no known country is not the portfolio.

    "Velmar's interior minister" gives "interior".
    """
    owner = max((i + 1 for i, w in enumerate(before.rest) if w.possessive), default=0)
    return before.rest[owner:]
