"""Invented matters of many kinds, from rows to stances, shifts and conflicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_rows import make_party, make_row
from sayso.model import Act, Party, PartyKind, Row, Stance
from sayso.weigh import stances, weigh
from sayso.weigh.camps import names_of_camps
from sayso.weigh.deeds import deeds_in

A, D, E, N = Stance.AFFIRMS, Stance.DENIES, Stance.EVADES, Stance.NEUTRAL
Account = tuple[Party | None, Act, str, int, Stance]


@dataclass(frozen=True)
class Mini:
    """A matter: its accounts (who, act, content, day of May, stance) and what comes of them."""

    name: str
    accounts: tuple[Account, ...]
    shifts: tuple[tuple[str, Stance, Stance], ...] = ()
    conflicts: tuple[str, ...] = ()


def org(name: str, side: str | None = None, kind: PartyKind = PartyKind.ORGANISATION) -> Party:
    return make_party(name, side, kind=kind)


def spokes(name: str, whom: str, side: str | None = None) -> Party:
    return make_party(name, side, role="spokesperson", acts_for=whom)


def crowd(name: str) -> Party:
    return make_party(name, kind=PartyKind.GROUP)


BOARD = org("Electoral Board")
LIBERALS = org("Liberal Alliance")
CADE = make_party("Ines Cade", role="leader", acts_for="Liberal Alliance")
OBSERVERS = org("Lakeland Observers")
CLERK = crowd("clerk")

ELECTION = Mini(
    "an election said to be rigged",
    (
        (LIBERALS, Act.ACCUSE, "the Electoral Board of rigging the count in three districts", 3, A),
        (BOARD, Act.DENY, "that it had tampered with a single ballot", 4, D),
        (BOARD, Act.ASSERT, "turnout had reached 61 per cent", 4, N),
        (CADE, Act.ASSERT, "“The board stuffed the boxes while the lights were off,”", 5, A),
        (OBSERVERS, Act.ASSERT, "there had been no fraud on election day", 6, D),
        (CLERK, Act.ASSERT, "the heating in the hall had broken", 6, N),
        (BOARD, Act.ADMIT, "that two officials had falsified returns in Ostmark", 11, A),
    ),
    shifts=(("Electoral Board", D, A),),
    conflicts=("stance",),
)

OPERATOR = org("Blue Line")
UNION = org("Seafarers Union")
MINISTER = make_party("Petra Hall", "government", role="minister")
FERRY = Mini(
    "a ferry sinks, its owner blamed, tolls apart",
    (
        (UNION, Act.ACCUSE, "Blue Line of overloading the ferry before it sank", 3, A),
        (OPERATOR, Act.DENY, "that the ferry was overloaded", 4, D),
        (OPERATOR, Act.ASSERT, "its thoughts were with the families", 4, N),
        (OPERATOR, Act.ASSERT, "14 people had died when the ferry sank", 4, N),
        (MINISTER, Act.ASSERT, "31 people were dead", 9, N),
        (OPERATOR, Act.EVADE, "whether the ferry was overloaded", 10, E),
    ),
    shifts=(("Blue Line", D, E),),
    conflicts=("stance", "figure"),
)

POLICE = org("City Police", "state")
MARCHERS = org("Green Front", "greens")
PROTEST = Mini(
    "the size of a protest",
    (
        (MARCHERS, Act.ASSERT, "40,000 demonstrators had marched to the square", 3, A),
        (POLICE, Act.ASSERT, "no more than 9,000 demonstrators had marched", 4, A),
        (crowd("shopkeeper"), Act.ASSERT, "sales had doubled", 4, N),
    ),
    conflicts=("figure",),
)

BEATEN = Mini(
    "protesters beaten, and the police say it was the others",
    (
        (MARCHERS, Act.ACCUSE, "the City Police of beating protesters in custody", 3, A),
        (MARCHERS, Act.ASSERT, "the police beat a girl of fifteen", 3, A),
        (POLICE, Act.DENY, "that its officers had beaten anybody", 4, D),
        (POLICE, Act.ACCUSE, "the Green Front of beating two officers itself", 5, D),
        (MARCHERS, Act.DENY, "that the Green Front had beaten any officer", 6, A),
        (crowd("lawyer"), Act.ASSERT, "her client is aged 19", 6, N),
    ),
    conflicts=("stance",),
)

HOSPITAL = org("St Brida Hospital")
NURSES = org("Nurses Union")
WALKOUT = Mini(
    "a hospital strike",
    (
        (NURSES, Act.ANNOUNCE, "that nurses had walked out of all wards", 3, A),
        (HOSPITAL, Act.DENY, "that any ward had seen a walkout", 3, D),
        (HOSPITAL, Act.CONFIRM, "the walkout", 5, A),
        (crowd("patient"), Act.ASSERT, "his soup was cold", 5, N),
    ),
    shifts=(("St Brida Hospital", D, A),),
    conflicts=("stance",),
)

NORLAND = org("Norlandian government", "NOR", PartyKind.GOVERNMENT)
SWEDES = org("Swedish government", "SWE", PartyKind.GOVERNMENT)
TREATY = Mini(
    "a treaty to be signed",
    (
        (NORLAND, Act.OFFER, "to sign the fisheries treaty in June", 3, A),
        (SWEDES, Act.REJECT, "the offer of a treaty", 4, D),
        (SWEDES, Act.ASSERT, "that herring was the pride of the coast", 4, N),
        (SWEDES, Act.ANNOUNCE, "that it would sign the treaty after all", 12, A),
    ),
    shifts=(("Swedish government", D, A),),
    conflicts=("stance",),
)

CAPTORS = org("Red Dawn")
FAMILY = crowd("families")
HOSTAGES = Mini(
    "hostages to be freed",
    (
        (CAPTORS, Act.OFFER, "to release the six engineers", 3, A),
        (MINISTER, Act.ASSERT, "there would be no exchange with kidnappers", 4, D),
        (FAMILY, Act.DEMAND, "that the minister agree to the exchange", 5, A),
        (FAMILY, Act.ASSERT, "they had not slept for a week", 5, N),
    ),
    conflicts=("stance",),
)

FACTORY = org("Norchem")
VILLAGE = org("Alder village council")
AGENCY = org("Water Agency")
SPILL = Mini(
    "a river polluted",
    (
        (VILLAGE, Act.ACCUSE, "Norchem of dumping dye into the river", 3, A),
        (FACTORY, Act.REJECT, "the allegations", 4, D),
        (AGENCY, Act.ASSERT, "Norchem had discharged dye for two years", 9, A),
        (FACTORY, Act.EVADE, "about the discharge", 10, E),
        (FACTORY, Act.ADMIT, "that its plant had leaked dye", 15, A),
    ),
    shifts=(("Norchem", D, E), ("Norchem", E, A)),
    conflicts=("stance",),
)

ARMY = org("Army of Tessia", "TES")
REBELS = org("Free Tessia Movement", "FTM")
KANE = spokes("Rolf Kane", "Free Tessia Movement", "FTM")
KANE_BARE = make_party("Rolf Kane")
CONVOY = Mini(
    "two sides accuse each other, a spokesman is known from another article",
    (
        (ARMY, Act.ACCUSE, "the Free Tessia Movement of ambushing a bus at Hollin", 3, A),
        (ARMY, Act.ASSERT, "the rebels fired on the bus from the ridge", 3, A),
        (KANE, Act.DENY, "the ambush", 4, D),
        (KANE_BARE, Act.ACCUSE, "the army of ambushing the bus itself", 5, D),
        (ARMY, Act.DENY, "that its soldiers had fired at the bus", 6, A),
        (KANE_BARE, Act.ADMIT, "that fighters of ours had fired at the bus", 14, A),
        (crowd("driver"), Act.ASSERT, "the road is closed to lorries", 14, N),
    ),
    shifts=(("Free Tessia Movement", D, A),),
    conflicts=("stance",),
)

OUTBREAK = Mini(
    "measles at a school",
    (
        (AGENCY, Act.CONFIRM, "an outbreak of measles at the school", 3, A),
        (org("School Board"), Act.DENY, "there was any measles", 3, D),
        (org("School Board"), Act.CONFIRM, "11 cases of measles", 8, A),
        (crowd("parent"), Act.ASSERT, "the gym roof leaked", 8, N),
    ),
    shifts=(("School Board", D, A),),
    conflicts=("stance",),
)

MAYOR = make_party("Otto Brandt", role="mayor")
COUNCILLOR = make_party("Lena Fisk")
BRIBES = Mini(
    "a mayor said to have taken bribes, and a denial that affirms",
    (
        (COUNCILLOR, Act.ACCUSE, "Brandt of taking bribes from a builder", 3, A),
        (MAYOR, Act.DENY, "having taken any bribe", 4, D),
        (MAYOR, Act.ACCUSE, "Lena Fisk of corruption of her own", 5, D),
        (COUNCILLOR, Act.DENY, "that she had ever taken a bribe", 6, A),
        (MAYOR, Act.WANT, "the bridge finished by summer", 7, N),
    ),
    conflicts=("stance",),
)

QUIET = Mini(
    "a storm of which everybody tells the same",
    (
        (AGENCY, Act.ASSERT, "the tower collapsed in the storm and 14 people died", 3, A),
        (MINISTER, Act.CONFIRM, "that the tower had collapsed, killing 14 people", 4, A),
        (VILLAGE, Act.ASSERT, "fourteen people were killed when the tower collapsed", 9, A),
        (AGENCY, Act.ASSERT, "the wind reached 140 kilometres an hour", 9, N),
        (VILLAGE, Act.EVADE, "whether schools will open on Monday", 11, N),
    ),
)

JURY = org("Contest Jury")
SONG = Mini(
    "countries by name, capital and people",
    (
        (
            org("Finnish government", "FIN", PartyKind.GOVERNMENT),
            Act.ACCUSE,
            "Estonia of stealing its song for the contest",
            3,
            A,
        ),
        (
            org("Estonian government", "EST", PartyKind.GOVERNMENT),
            Act.DENY,
            "that Estonian singers had stolen a single note",
            4,
            D,
        ),
        (
            org("Estonian government", "EST", PartyKind.GOVERNMENT),
            Act.ACCUSE,
            "Helsinki of stealing an Estonian refrain itself",
            5,
            D,
        ),
        (JURY, Act.ASSERT, "the contest lasts 4 hours", 5, N),
        (JURY, Act.ASSERT, "Tallinn had stolen the Finnish tune twice", 9, A),
    ),
    conflicts=("stance",),
)

OUTLET = org("Lumen News")
TESSIANS = org("Tessian army", "TES")
SHOT = Mini(
    "a reporter shot, the culprit admitted at last",
    (
        (OUTLET, Act.ACCUSE, "Tessian soldiers of shooting its reporter at Marrow camp", 3, A),
        (TESSIANS, Act.DENY, "its troops had fired at reporters", 4, D),
        (crowd("doctor"), Act.ASSERT, "she wore a blue vest", 4, N),
        (TESSIANS, Act.ANNOUNCE, "an inquiry", 5, N),
        (TESSIANS, Act.ADMIT, "that one of its soldiers had shot her", 20, A),
    ),
    shifts=(("Tessian army", D, A),),
    conflicts=("stance",),
)

PREMIER = make_party("Aron Pell", "TES", role="prime minister")
RESIGNATION = Mini(
    "a resignation asked for, denied and announced",
    (
        (org("Civic Union"), Act.DEMAND, "that the prime minister resign", 3, N),
        (PREMIER, Act.DENY, "that he would resign", 4, D),
        (PREMIER, Act.ASSERT, "the harvest was the best in years", 4, N),
        (PREMIER, Act.ANNOUNCE, "that he would resign in June", 12, A),
    ),
    shifts=(("Aron Pell", D, A),),
)

VARNIANS = org("Varnian Foreign Ministry", "VAR")
CLINIC = Mini(
    "one missile, two states, a denial repeated and then an evasion",
    (
        (VARNIANS, Act.ASSERT, "a Tessian missile hit a clinic in Orne, killing 9", 3, A),
        (TESSIANS, Act.DENY, "striking any clinic", 4, D),
        (TESSIANS, Act.ASSERT, "a Varnian air defence missile fell on the clinic", 5, D),
        (VARNIANS, Act.REJECT, "that claim", 6, N),
        (TESSIANS, Act.EVADE, "to say where the missile was fired from", 9, E),
    ),
    shifts=(("Tessian army", D, E),),
    conflicts=("stance",),
)

TALKS = Mini(
    "talks offered, put off, then agreed to",
    (
        (TESSIANS, Act.OFFER, "to hold talks in the lake hotel", 3, A),
        (VARNIANS, Act.ASSERT, "it would not negotiate under fire", 4, D),
        (VARNIANS, Act.DEMAND, "that the tanks must be withdrawn first", 4, D),
        (VARNIANS, Act.ANNOUNCE, "it would send a team to the talks", 9, A),
        (TESSIANS, Act.ASSERT, "the weather at the lake was fine", 9, N),
    ),
    shifts=(("Varnian Foreign Ministry", D, A),),
    conflicts=("stance",),
)

HACKED = Mini(
    "who is accused has no party here: nothing is taken back",
    (
        (VARNIANS, Act.ACCUSE, "Ostland of hacking its tax office", 3, A),
        (org("Ostlander council"), Act.REJECT, "the accusation as baseless", 4, D),
        (org("Ostlander council"), Act.ASSERT, "neighbours hack each other every week", 6, N),
    ),
    conflicts=("stance",),
)

ALIKE = Mini(
    "no deed is shared: each row stands as it is",
    (
        (TESSIANS, Act.ASSERT, "the stamps are blue", 3, A),
        (VARNIANS, Act.DENY, "that the stamps are blue", 3, D),
    ),
    conflicts=("stance",),
)

MINIS = (
    SHOT,
    RESIGNATION,
    CLINIC,
    TALKS,
    HACKED,
    ALIKE,
    ELECTION,
    FERRY,
    PROTEST,
    BEATEN,
    WALKOUT,
    TREATY,
    HOSTAGES,
    SPILL,
    CONVOY,
    OUTBREAK,
    BRIBES,
    QUIET,
    SONG,
)


def rows_of(mini: Mini) -> list[Row]:
    number = count()
    return [
        make_row(who, N, content, day=day, act=act, article=f"a{next(number)}", published=day)
        for who, act, content, day, _ in mini.accounts
    ]


def with_stances(rows: list[Row]) -> list[Row]:
    found = stances(rows)
    return [replace(row, stance=found[row.statement.id]) for row in rows]


@pytest.mark.parametrize("mini", MINIS, ids=lambda m: m.name)
def test_stances(mini: Mini) -> None:
    given = [row.stance for row in with_stances(rows_of(mini))]
    told = [f"{content} => {stance}" for _, _, content, _, stance in mini.accounts]
    assert told == [
        f"{account[2]} => {stance}" for account, stance in zip(mini.accounts, given, strict=True)
    ]


@pytest.mark.parametrize("mini", MINIS, ids=lambda m: m.name)
def test_shifts_and_conflicts(mini: Mini) -> None:
    weighing = weigh(with_stances(rows_of(mini)), {})
    shifts = [(s.party.name, s.from_stance, s.to_stance) for s in weighing.shifts]
    assert shifts == list(mini.shifts)
    assert [c.kind.value for c in weighing.conflicts] == list(mini.conflicts)


@pytest.mark.parametrize("mini", MINIS, ids=lambda m: m.name)
def test_the_order_of_rows_plays_no_part(mini: Mini) -> None:
    rows = rows_of(mini)
    shuffled = list(rows)
    Random(mini.name).shuffle(shuffled)
    assert stances(shuffled) == stances(rows)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("the army shelled the dam", ["attack"]),
        ("they turned my whole convoy back", ["block"]),
        ("they turned the page", []),
        ("the vote took place on Sunday", []),
        ("the army took the town", ["capture"]),
        ("two expulsions", ["expulsion"]),
        ("fireworks and shellfish", []),
        ("", []),
    ],
)
def test_deeds(words: str, kinds: list[str]) -> None:
    assert [deed.kind for deed in deeds_in(tuple(words.split()))] == kinds


def test_a_word_for_two_camps_names_neither() -> None:
    pairs = [(p, p) for p in (org("Defence Ministry", "AAA"), org("Interior Ministry", "BBB"))]
    names = names_of_camps(pairs, {})
    assert (names["defence ministry"], names["interior ministry"]) == ("AAA", "BBB")
    assert "government" not in names
    assert "ministry" not in names


@given(st.lists(st.tuples(st.sampled_from(Act), st.text()), max_size=6))
def test_any_texts_get_stances(told: list[tuple[Act, str]]) -> None:
    speakers = [REBELS, ARMY, None, KANE]
    rows = [
        make_row(speakers[i % 4], N, content, day=3, act=act, article=f"a{i}")
        for i, (act, content) in enumerate(told)
    ]
    assert set(stances(rows)) == {row.statement.id for row in rows}


def test_nothing_has_no_stances() -> None:
    assert stances([]) == {}
