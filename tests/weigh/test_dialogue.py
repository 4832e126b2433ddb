"""Accounts as parts of a dialogue: who claims first, who turns, who vouches, who stands beside."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from made_rows import make_party, make_row
from sayso.model import Act, Party, PartyKind, Row, Span, Stance
from sayso.weigh import stances, weigh
from sayso.weigh.camps import mentions, names_of_camps, proper_names

A, D, E, N = Stance.AFFIRMS, Stance.DENIES, Stance.EVADES, Stance.NEUTRAL
ORG = PartyKind.ORGANISATION


@dataclass(frozen=True)
class Said:
    """Who said what by which act on a day of May; ``cue`` where the word for saying tells."""

    who: Party
    act: Act
    content: str
    day: int
    cue: str = "said"


def row(said: Said) -> Row:
    made = make_row(
        said.who, N, said.content, day=said.day, act=said.act, article=f"a{said.day}", published=20
    )
    begin = 1000 * said.day
    cue = (Span(begin, begin + len(said.cue), said.cue),)
    content = (Span(begin + 50, begin + 50 + len(said.content), said.content),)
    published = replace(made.article, published=made.article.published.replace(day=said.day))
    return replace(
        made, statement=replace(made.statement, cue=cue, content=content), article=published
    )


def stance_of_last(*told: Said) -> Stance:
    rows = [row(said) for said in told]
    return stances(rows)[rows[-1].statement.id]


MILL = make_party("Brandt Mill", kind=ORG)
SPOKESWOMAN = make_party("Alis Kerr", role="spokesperson", acts_for="Brandt Mill")
TRUST = make_party("River Trust", kind=ORG)
OFFICE = make_party("Water Office", kind=PartyKind.OFFICE)
DYERS = make_party("Hollow Dyers", kind=ORG)
BAKER = make_party("baker", kind=PartyKind.GROUP)
HAND = make_party("former mill hand", kind=PartyKind.GROUP)
CLINIC = make_party("Saint Olga Clinic", kind=ORG)

CHARGE = Said(TRUST, Act.ACCUSE, "letting dye into the Hollow", 3)
DENIAL = Said(MILL, Act.DENY, "that a drop of dye had left its yard", 4)


@pytest.mark.parametrize(
    ("first", "stance"),
    [
        (Said(TRUST, Act.ASSERT, "The Hollow ran purple from Brandt's gate to the weir", 2), A),
        (Said(CLINIC, Act.ASSERT, "Fourteen people had died by the evening", 2), N),
    ],
)
def test_what_comes_first_is_the_claim_unless_it_counts_the_dead(
    first: Said, stance: Stance
) -> None:
    rows = [row(said) for said in (first, DENIAL)]
    assert stances(rows)[rows[0].statement.id] is stance


@pytest.mark.parametrize(
    ("later", "stance"),
    [
        (Said(DYERS, Act.ADMIT, "a valve had been left open", 9), D),
        (Said(DYERS, Act.EVADE, "what had been in the tank", 9), D),
        (Said(OFFICE, Act.EVADE, "what had been in the tank", 9), N),
        (Said(DYERS, Act.EVADE, "what had been in the tank", 3), N),
    ],
)
def test_what_was_told_before_a_turn_was_a_denial(later: Said, stance: Stance) -> None:
    story = Said(DYERS, Act.ASSERT, "Children had emptied their paint boxes upstream", 5)
    told = [row(said) for said in (CHARGE, DENIAL, story, later)]
    assert stances(told)[told[2].statement.id] is stance


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        (Said(BAKER, Act.ASSERT, "lorries with their lamps out", 6, "recalled"), A),
        (Said(HAND, Act.ASSERT, "The barrels went over the wall at night", 6), A),
        (Said(OFFICE, Act.ASSERT, "The barrels were opened by hand", 6, "found"), A),
        (Said(CLINIC, Act.ASSERT, "beds had grown scarce", 6), N),
        (Said(CLINIC, Act.ASSERT, "eleven people had been wounded", 6, "reported"), N),
        (Said(OFFICE, Act.ANNOUNCE, "it would send two chemists to inspect the weir", 6), N),
        (Said(TRUST, Act.ANNOUNCE, "a vigil at the weir", 6), N),
        (Said(OFFICE, Act.THREATEN, "to sue the mill for poisoning the Hollow", 6), A),
        (Said(OFFICE, Act.ASSERT, "any cause was possible but unproven", 6), Stance.DOUBTS),
        (Said(OFFICE, Act.DEMAND, "a full account by June", 6), N),
        (Said(OFFICE, Act.DEMAND, "to hand over the mill's logs", 6), N),
        (Said(MILL, Act.ADMIT, "its guard had raised his voice", 6), N),
        (Said(MILL, Act.ADMIT, "some dye had been washed out", 6), A),
        (Said(MILL, Act.REJECT, "the hand's confession", 6), D),
        (Said(MILL, Act.ASSERT, "no more than eight", 6), N),
    ],
    ids=lambda case: case.content if isinstance(case, Said) else str(case),
)
def test_what_others_say_after_a_charge_and_a_denial(told: Said, stance: Stance) -> None:
    assert stance_of_last(CHARGE, DENIAL, told) is stance


GOVERNMENT = make_party("Lume government", "lume", kind=PartyKind.GOVERNMENT)
MAYOR = make_party("Sela Dorn", "lume", role="mayor")
FRONT = make_party("Southern Front", "front", kind=ORG)


def test_one_of_a_side_may_deny_what_another_of_it_has_announced() -> None:
    claim = Said(GOVERNMENT, Act.ANNOUNCE, "a curfew from ten at night in Port Lume", 2)
    denial = Said(MAYOR, Act.DENY, "that anyone would be kept indoors", 4)
    assert stance_of_last(claim, denial) is D


BY_FRONT, BY_GOVERNMENT = "Front guns have shelled the dam", "the government shelled the dam"
TOLD_FIRST = (
    Said(GOVERNMENT, Act.ASSERT, BY_FRONT, 2),
    Said(FRONT, Act.DENY, "that it had shelled the dam", 4),
    Said(FRONT, Act.ACCUSE, BY_GOVERNMENT, 4),
)
CHARGED_FIRST = (
    Said(FRONT, Act.ASSERT, BY_GOVERNMENT, 2),
    Said(GOVERNMENT, Act.DENY, "that it had shelled the dam", 3),
    Said(GOVERNMENT, Act.ASSERT, BY_FRONT, 4),
)


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        pytest.param(TOLD_FIRST, A, id="told of it first"),
        pytest.param(CHARGED_FIRST, D, id="was charged first"),
    ],
)
def test_who_told_of_it_first_denies_a_counter_charge(told: tuple[Said, ...], stance) -> None:
    bystander = Said(TRUST, Act.ACCUSE, "both armies", 5)
    again = Said(GOVERNMENT, Act.ACCUSE, "Southern Front of shelling the dam", 6)
    denial = Said(GOVERNMENT, Act.DENY, "that the government had shelled the dam", 7)
    assert stance_of_last(*told, bystander, again, denial) is stance


def test_who_announced_it_and_denies_a_counter_charge_affirms() -> None:
    claim = Said(OFFICE, Act.ANNOUNCE, "the seizure of 300 crates of rifles aboard the Calla", 2)
    answer = Said(DYERS, Act.REJECT, "the charge of gun-running", 3)
    counter = Said(DYERS, Act.ACCUSE, "having carried the crates aboard themselves", 4)
    denial = Said(OFFICE, Act.DENY, "that its officers had planted the rifles", 5)
    assert stance_of_last(claim, answer, counter, denial) is A


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the closing of a mill that had coloured the Hollow", A),
        ("blankets for all who had lost their homes", N),
    ],
)
def test_a_demand_may_take_the_deed_for_granted(content: str, stance: Stance) -> None:
    assert stance_of_last(CHARGE, DENIAL, Said(CLINIC, Act.DEMAND, content, 6)) is stance


POLICE = make_party("Tarn police", kind=ORG)
UNION = make_party("Police Officers' Union", kind=ORG)
BAKERS = make_party("Bakers' Union", kind=ORG)


@pytest.mark.parametrize(("who", "stance"), [(UNION, D), (BAKERS, N)])
def test_a_union_stands_by_those_whom_it_organises(who: Party, stance: Stance) -> None:
    charge = Said(TRUST, Act.ACCUSE, "the police of beating nine marchers", 3)
    denial = Said(POLICE, Act.DENY, "that its men had beaten anybody", 4)
    story = Said(who, Act.ASSERT, "Bottles had flown from the roofs", 5)
    assert stance_of_last(charge, denial, story) is stance


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("gold watches were handed out", []),
        ("Watches had paid", ["halden watches"]),
        ("the watches had paid", ["halden watches"]),
    ],
)
def test_names_are_heard_as_they_are_written(content: str, named: list[str]) -> None:
    party = make_party("Halden Watches", kind=ORG)
    names = names_of_camps([(party, party)], {})
    small = frozenset(word for word in content.split() if word.islower())
    uncalled = proper_names([(party, party)]) & small
    words = content.lower().split()
    assert [camp for _, camp in mentions(words, names, None, uncalled)] == named


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("at least 27 people had been killed", "no more than eight", True),
        ("at least 27 people had been killed", "no more than 40", False),
        ("all 112 girls had come home", "no more than 90", True),
        ("it had been cold", "no more than 90", False),
        ("it had sent 5,000 envelopes", "it had sent 1,200 envelopes and not one more", True),
        ("it had sent 5,000 envelopes", "it had sent 1,200 envelopes", False),
        ("it had sent 5,000 envelopes", "it had sent 1,200 letters and not one more", False),
        ("turnout was 81 per cent", "no more than 58 per cent had voted", True),
        ("the talks went on for 12 hours", "the talks went on for 3 hours and no more", False),
    ],
)
def test_counts_of_anything_are_opposed_where_one_is_stressed(
    one: str, other: str, conflicts: bool
) -> None:
    rows = [
        replace(row(Said(who, Act.ASSERT, content, 3)), stance=N)
        for who, content in ((TRUST, one), (OFFICE, other))
    ]
    found = [c for c in weigh(rows, {}).conflicts if c.kind.value == "figure"]
    assert bool(found) is conflicts
