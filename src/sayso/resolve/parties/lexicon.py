"""The word tables of roles, offices and bodies, folded and ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.resolve.parties.entries import (
    Body,
    Gender,
    Key,
    Role,
    bodies_of,
    genders_of,
    keys_from,
    plurals_of,
    roles_of,
)
from sayso.resolve.parties.words import fold


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables of roles.toml, keys folded.

    ``nominal`` holds every word, of one part or hyphened, that may be part of a phrase about a
    speaker without being capitalised: roles, qualifiers, portfolios and the nouns of organisations.
    """

    roles: Mapping[Key, Role]
    bodies: Mapping[Key, Body]
    given: Mapping[str, Gender]
    titled: frozenset[Key]
    qualifiers: frozenset[Key]
    past: frozenset[Key]
    governing: frozenset[str]
    portfolios: Mapping[Key, str]
    state: frozenset[Key]
    organisations: frozenset[Key]
    governments: frozenset[Key]
    groups: frozenset[Key]
    lower: frozenset[Key]
    opposed: frozenset[str]
    nobody: frozenset[str]
    agents: tuple[str, ...]
    things: tuple[str, ...]
    determiners: frozenset[str]
    possessives: frozenset[str]
    documents: frozenset[Key]
    outlets: frozenset[Key]
    nominal: frozenset[Key]
    pronouns: Mapping[str, str]
    departments: Mapping[str, Mapping[str, str]]
    secretaries: frozenset[str]
    untold: Mapping[str, str]
    houses: Mapping[Key, str]
    spelt_alike: frozenset[str]
    short_titles: frozenset[str]
    crowding: frozenset[str]
    watchers: frozenset[str]
    seated: frozenset[Key]
    kin: frozenset[str]
    against: frozenset[str]
    camps: frozenset[Key]
    unruly: frozenset[Key]
    staffs: Mapping[Key, str]
    helpers: frozenset[str]
    local: frozenset[str]
    fields: frozenset[Key]
    led: frozenset[str]
    companies: frozenset[Key]
    company_endings: frozenset[Key]
    gatherings: frozenset[Key]
    directional: frozenset[str]
    callings: frozenset[str]
    ranks: frozenset[str]
    irregular: frozenset[str]
    seats: frozenset[Key]
    where: frozenset[str]
    regions: frozenset[str]
    towns: frozenset[str]
    recalling: frozenset[str]
    unfielded: frozenset[str]
    venues: frozenset[str]
    travelling: frozenset[str]
    uniformed: frozenset[str]
    private: frozenset[str]
    chambers: frozenset[str]
    offices: frozenset[str]
    houses_of_state: frozenset[Key]
    beside: frozenset[str]
    onlookers: frozenset[str]
    lost: frozenset[str]
    showing: frozenset[str]
    municipal: frozenset[Key]
    unions: frozenset[Key]
    homes: Mapping[str, str]
    martial: frozenset[str]
    regular: frozenset[str]
    watching: frozenset[str]
    state_media: frozenset[Key]
    administrative: frozenset[str]
    postnominal: frozenset[str]
    kinds: Mapping[str, frozenset[str]]
    families: Mapping[str, frozenset[str]]
    national: frozenset[str]
    corporate: frozenset[str]
    areas: frozenset[Key]
    vague: frozenset[Key]
    countrywide: frozenset[Key]
    subnational: frozenset[str]
    public: frozenset[str]
    placed: frozenset[str]
    days: frozenset[str]
    collective: frozenset[str]
    provinces: frozenset[Key]
    chosen: frozenset[str]
    papers: frozenset[Key]
    paper_endings: frozenset[Key]
    initials: Mapping[str, str]
    serving: frozenset[str]
    leading: frozenset[str]
    civic: frozenset[Key]
    holders: frozenset[str]
    enterprises: frozenset[str]
    apart: frozenset[str]
    lacking: Mapping[str, frozenset[str]]
    made: frozenset[str]
    armed: frozenset[str]
    callable: frozenset[str]
    deputies: frozenset[str]
    blows: frozenset[str]
    soldiery: frozenset[str]
    inner: frozenset[str]
    ways: frozenset[str]
    officers: frozenset[str]
    forces: frozenset[str]
    disputed: frozenset[Key]
    landmarks: frozenset[Key]
    guilds: frozenset[Key]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the English tables."""
    table = load_table("roles")
    nouns, qualifiers = table["nouns"], table["qualifiers"]
    roles = roles_of(table, genders_of(table["genders"]))
    portfolios = {
        fold(word): name for name, more in table["portfolios"].items() for word in (name, *more)
    }
    nominal = keys_from(
        [
            *nouns["organisation"],
            *nouns["government"],
            *nouns["openings"],
            *qualifiers["titled"],
            *qualifiers["past"],
        ]
    ) | frozenset([*roles, *portfolios])
    return Lexicon(
        roles=roles,
        bodies=bodies_of(table["bodies"]),
        given={key[0]: gender for key, gender in genders_of(table["given"]).items()},
        titled=keys_from(qualifiers["titled"]),
        qualifiers=keys_from(qualifiers["plain"]),
        past=keys_from(qualifiers["past"]),
        governing=frozenset(table["governing"]["roles"]),
        portfolios=portfolios,
        state=keys_from(nouns["state"]),
        organisations=keys_from(nouns["organisation"]),
        governments=keys_from(nouns["government"]),
        groups=keys_from(nouns["group"]) | plurals_of(nouns["group"]),
        lower=keys_from(nouns["lower"]),
        opposed=frozenset(nouns["opposed"]),
        nobody=frozenset(nouns["nobody"]),
        agents=tuple(nouns["agents"]),
        things=tuple(nouns["things"]),
        determiners=frozenset(table["determiners"]["words"]),
        possessives=frozenset(table["determiners"]["possessive"]),
        documents=keys_from(load_table("channels")["documents"]["nouns"]),
        outlets=keys_from(load_table("channels")["outlets"]["names"]),
        nominal=nominal,
        pronouns={word: kind for kind, words in table["pronouns"].items() for word in words},
        departments=table["departments"],
        secretaries=frozenset(table["governing"]["secretaries"]),
        untold=table["untold"],
        houses={fold(word): name for word, name in table["houses"].items()},
        spelt_alike=frozenset(table["abbreviations"]["names"]),
        short_titles=frozenset(word.title() for word in table["abbreviations"]["words"]),
        crowding=frozenset(nouns["crowding"]),
        watchers=frozenset(nouns["watchers"]),
        seated=keys_from(nouns["seated"]),
        kin=frozenset(nouns["kin"]),
        helpers=frozenset(table["governing"]["helpers"]),
        local=frozenset(table["governing"]["local"]),
        fields=frozenset(portfolios) - {("treasury",)},
        staffs={
            fold(word): name for name, more in table["staffs"].items() for word in (name, *more)
        },
        against=frozenset(table["governing"]["against"]),
        camps=keys_from(qualifiers["camps"]),
        unruly=keys_from(nouns["unruly"]),
        led=frozenset(table["governing"]["led"]),
        companies=keys_from(table["descriptions"]["company"]),
        company_endings=keys_from(table["descriptions"]["endings"]),
        gatherings=keys_from(table["descriptions"]["group"]),
        directional=frozenset(nouns["adjectives"]),
        callings=frozenset(table["phrases"]["callings"]),
        ranks=frozenset([*table["ranks"], *table["governing"]["ranking"]]),
        irregular=frozenset(nouns["irregular"]),
        seats=keys_from(nouns["seats"]),
        where=frozenset(nouns["where"]),
        regions=frozenset(nouns["regions"]),
        towns=frozenset(nouns["towns"]),
        recalling=frozenset(nouns["recalling"]),
        unfielded=frozenset(table["governing"]["unfielded"]),
        venues=frozenset(nouns["venues"]),
        travelling=frozenset(nouns["travelling"]),
        uniformed=frozenset(nouns["uniformed"]),
        private=frozenset(nouns["private"]),
        chambers=frozenset(nouns["chambers"]),
        offices=frozenset(nouns["offices"]),
        houses_of_state=keys_from(nouns["houses"]),
        beside=frozenset(table["phrases"]["beside"]),
        onlookers=frozenset(table["governing"]["onlookers"]),
        lost=frozenset(nouns["lost"]),
        showing=frozenset(nouns["showing"]),
        municipal=keys_from(nouns["municipal"]),
        unions=keys_from(nouns["unions"]),
        homes={word: code for code, words in table["homes"].items() for word in words},
        martial=frozenset(nouns["martial"]),
        regular=frozenset(nouns["regular"]),
        watching=frozenset(nouns["watching"]),
        state_media=keys_from(nouns["state_media"]),
        administrative=frozenset(nouns["administrative"]),
        postnominal=frozenset(table["phrases"]["postnominal"]),
        kinds={noun: frozenset(words) for noun, words in table["kinds"].items()},
        families={noun: frozenset(roles) for noun, roles in table["families"].items()},
        national=frozenset(table["governing"]["national"]),
        corporate=frozenset(table["governing"]["corporate"]),
        areas=keys_from(qualifiers["areas"]),
        vague=keys_from(nouns["vague"]),
        countrywide=keys_from(table["descriptions"]["national"]),
        subnational=frozenset(nouns["subnational"]),
        public=frozenset(nouns["public"]),
        placed=frozenset(table["phrases"]["placed"]),
        days=frozenset(table["phrases"]["days"]),
        collective=frozenset(table["determiners"]["collective"]),
        provinces=keys_from(qualifiers["provinces"]),
        chosen=frozenset(table["phrases"]["chosen"]),
        papers=keys_from(table["descriptions"]["paper"]),
        paper_endings=keys_from(table["descriptions"]["paper_endings"]),
        initials=table["initials"],
        serving=frozenset(table["governing"]["serving"]),
        leading=frozenset(table["governing"]["leading"]),
        civic=keys_from(nouns["civic"]),
        holders=frozenset(nouns["holders"]),
        enterprises=frozenset(nouns["enterprises"]),
        apart=frozenset(nouns["apart"]),
        lacking={
            "president": frozenset(table["governing"]["no_president"]),
            "prime minister": frozenset(table["governing"]["no_premier"]),
        },
        made=frozenset(nouns["made"]),
        armed=frozenset(nouns["armed"]),
        callable=frozenset(table["governing"]["callable"]),
        deputies=frozenset(table["governing"]["deputies"]),
        blows=frozenset(nouns["blows"]),
        soldiery=frozenset(nouns["soldiery"]),
        inner=frozenset(nouns["inner"]),
        ways=frozenset(nouns["ways"]),
        officers=frozenset(table["ranks"]) - {"professor"},
        forces=frozenset([*nouns["martial"], *nouns["troops"]]),
        disputed=keys_from(nouns["disputed"]),
        landmarks=keys_from(nouns["landmarks"]),
        guilds=keys_from(nouns["guilds"]),
    )
