"""From what was read of a speaker to the party: its name, side, role and whom it acts for."""

from __future__ import annotations

from sayso.model import SPOKESPERSON, Party, PartyKind, party_id
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.modifiers import composed
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.plain_role import office_told, role_of
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene, known_as
from sayso.resolve.parties.sides import SideTable, user_side
from sayso.resolve.parties.words import fold


def make_party(reading: Reading, scene: Scene, state: str | None) -> Party:
    """Return a speaker's reading as a party, its name and office with their country.

    ``state`` is the country (ISO 3166-1 alpha-3) that it serves where the reading tells none.
    """
    sides = scene.sides
    country = reading.country
    office = office_told(reading)
    if office is not None and (
        is_state_office(office)
        or (reading.kind is PartyKind.GROUP and office in lexicon().national)
        or (
            reading.kind is not PartyKind.GROUP
            and reading.role not in lexicon().local
            and not _stands_whole(office, scene)
        )
        or office in lexicon().national
    ):
        office = composed(office, country, sides)
    elif office is not None and _is_many_states(office):
        office = office.replace("’", "'").replace("'s ", " ", 1)
    name = _user_name(reading, sides)
    kind = reading.kind or PartyKind.GROUP
    if kind is PartyKind.OFFICE:
        name = _office_name(reading, office, scene)
    elif kind in (PartyKind.ORGANISATION, PartyKind.GOVERNMENT) and not reading.fixed:
        name = composed(name, country, sides)
    side = user_side(sides, name, office, reading.basis)
    if (
        country is not None
        and not reading.opposed
        and not _is_own(reading)
        and (side is None or _is_foreign(name, country, sides))
    ):
        side = country
    side = side or state
    name = _initials(name)
    office = _initials(office) if office and office != name else None
    return Party(party_id(name, kind, side), name, kind, side, role_of(reading), office)


def _is_own(reading: Reading) -> bool:
    """Whether a body is nobody's but its own, whatever its country: "University of Iceland"."""
    body = reading.name if reading.kind is PartyKind.ORGANISATION else reading.office or ""
    lex = lexicon()
    noun, country = fold(body)[-1:], fold(body.partition(" of ")[0])[-1:]
    return bool({noun, country} & lex.guilds) and reading.role not in lex.serving


def _initials(name: str) -> str:
    """Return a name with "U.N." as "UN"."""
    table = lexicon().initials
    return " ".join(table.get(word, word) for word in name.split(" "))


def _stands_whole(office: str, scene: Scene) -> bool:
    """Whether it names a person or a company, which take no country's adjective."""
    if fold(office)[-1:] in lexicon().company_endings or _is_many_states(office):
        return True
    if (
        office in scene.cast.told
        or fold(office) in scene.cast.people
        or known_as(PartyKind.PERSON, office) in scene.known
    ):
        return True
    body = scene.known.get(known_as(PartyKind.ORGANISATION, office))
    return body is not None and body.fixed


def _is_many_states(office: str) -> bool:
    """Whether an office is that of a body of several states: "European Union observer mission"."""
    key = fold(office)
    bodies = (lexicon().bodies.get(key[:end]) for end in range(1, len(key)))
    return any(body is not None and body.side is None for body in bodies)


def _user_name(reading: Reading, sides: SideTable) -> str:
    """Return the name that the user's table gives a bare surname or the "Front" of an article."""
    named = reading.kind is PartyKind.PERSON or (
        reading.kind is PartyKind.ORGANISATION and reading.country is None
    )
    key = fold(reading.name)
    if not named or len(key) != 1 or not reading.name[:1].isupper():
        return reading.name
    return sides.full.get(key, reading.name)


def _is_foreign(name: str, country: str, sides: SideTable) -> bool:
    """Whether a body is called by a country that the user's table knows nothing of.

    The "Coast Guard" of that table is then not the "Italian Coast Guard".
    """
    adjective = fold(sides.adjectives.get(country, ""))
    known = any(found.code == country for key in sides.user if (found := sides.countries.get(key)))
    return bool(adjective) and fold(name)[: len(adjective)] == adjective and not known


def _office_name(reading: Reading, office: str | None, scene: Scene) -> str:
    sides = scene.sides
    if reading.role == SPOKESPERSON:
        return f"{office} spokesperson" if office else "spokesperson"
    if (
        office
        and fold(reading.name) == fold(reading.role)
        and reading.role not in lexicon().untold
        and office != composed("government", reading.country, sides)
    ):
        place = not office.endswith("'s") and fold(office)[-1:] not in lexicon().organisations
        if reading.role in lexicon().local and place:
            return f"{reading.name} of {office}"  # "mayor of Adana"
        owner = f"{office}'" if office.islower() and office.endswith("s") else office
        return f"{owner} {reading.name}"
    if office and _stands_whole(office, scene):
        return reading.name
    return composed(reading.name, reading.country, sides)
