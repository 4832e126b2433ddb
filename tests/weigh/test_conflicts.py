"""Conflicts in news that tells of many things: who surely contradicts whom, and who does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from made_rows import make_party, make_row
from sayso.model import Act, ConflictKind, Party, PartyKind, Row, Span, Stance, When
from sayso.weigh import stances, weigh

ARMY = make_party("Karsk army", "karsk", kind=PartyKind.ORGANISATION)
MARR = make_party("Ivo Marr", "front")
WATCH = make_party("Lantern Observatory for Rights", kind=PartyKind.ORGANISATION)
OBSERVATORY = make_party("observatory", kind=PartyKind.ORGANISATION)
COUNCIL = make_party("Rastel council", kind=PartyKind.ORGANISATION)
STATE_MEDIA = make_party("Karsk state media", "karsk", kind=PartyKind.ORGANISATION)
LOCALS = make_party("local sources", kind=PartyKind.GROUP)
SOURCES = make_party("sources", kind=PartyKind.GROUP)

Told = tuple[object, Act, str]


def kinds(*told: Told, one_article: bool = True) -> list[ConflictKind]:
    """The kinds of the conflicts among accounts of one day, stances as they are found."""
    rows: list[Row] = []
    for number, (party, act, content) in enumerate(told):
        article = "one" if one_article else f"{number}"
        rows.append(make_row(party, Stance.NEUTRAL, content, day=3, article=article, act=act))
    found = stances([replace(row, stance=None) for row in rows])
    return [
        c.kind
        for c in weigh([replace(r, stance=found[r.statement.id]) for r in rows], {}).conflicts
    ]


@pytest.mark.parametrize(
    ("first", "second", "conflicting"),
    [
        pytest.param("shells killed 12 in Tarn", "shells killed 5 in Tarn", True, id="one place"),
        pytest.param("shells killed 12 in Tarn", "shells killed 5 in Ossen", False, id="two"),
        pytest.param("12 died in Tarn", "30 died in Varn province", False, id="the province"),
        pytest.param("12 died in the town of Tarn", "5 died in Tarn", True, id="its kind told"),
        pytest.param("shells killed 12 in Tarn", "shells killed 5", True, id="one tells none"),
        pytest.param("two were killed in Tarn", "140 were killed", False, id="far too many"),
        pytest.param("30 raiders were killed", "four raiders were killed", True, id="of one kind"),
        pytest.param("30 raiders were killed", "four soldiers died", False, id="of two kinds"),
        pytest.param("30 were killed", "another 14 were killed", False, id="others"),
        pytest.param("30 were killed", "14 were among the dead", False, id="some of them"),
        pytest.param("30 were killed", "9 died in Tarn and 5 died in Ossen", False, id="a sum"),
    ],
)
def test_counts_of_one_thing_at_one_place_are_compared(first, second, conflicting):
    found = kinds((ARMY, Act.ASSERT, first), (COUNCIL, Act.ASSERT, second))
    assert found == ([ConflictKind.FIGURE] if conflicting else [])


@pytest.mark.parametrize(
    ("one", "other", "one_article", "conflicting"),
    [
        pytest.param(ARMY, COUNCIL, True, True, id="two in one article"),
        pytest.param(WATCH, OBSERVATORY, True, False, id="called by one word"),
        pytest.param(WATCH, OBSERVATORY, False, False, id="by one word, elsewhere"),
        pytest.param(ARMY, make_party("monitor", kind=PartyKind.GROUP), True, False, id="a body"),
        pytest.param(OBSERVATORY, STATE_MEDIA, True, True, id="a monitor is no outlet"),
        pytest.param(LOCALS, SOURCES, True, False, id="a shorter name in one article"),
        pytest.param(LOCALS, COUNCIL, True, True, id="a group and a body"),
        pytest.param(MARR, OBSERVATORY, True, True, id="a person is no body"),
    ],
)
def test_counts_by_two_voices_are_compared(one, other, one_article, conflicting):
    told = ((one, Act.ASSERT, "shells killed 12"), (other, Act.ASSERT, "shells killed 5 people"))
    assert bool(kinds(*told, one_article=one_article)) is conflicting


def test_who_tells_anothers_words_is_no_second_voice():
    outer = make_row(ARMY, Stance.AFFIRMS, "that shells killed 12 people", day=3)
    inner = make_row(COUNCIL, Stance.AFFIRMS, "shells killed 5 people", day=3)
    assert len(weigh([outer, inner], {}).conflicts) == 1
    told = replace(inner, statement=replace(inner.statement, inside=outer.statement.id))
    assert weigh([outer, told], {}).conflicts == ()


def test_a_count_may_grow_for_some_days():
    def found(day: int) -> int:
        rows = [
            make_row(ARMY, Stance.AFFIRMS, "12 people were killed", day=3, article="one"),
            make_row(COUNCIL, Stance.AFFIRMS, "20 people died", day=day, article="two"),
        ]
        return len(weigh(rows, {}).conflicts)

    assert found(4) == 1
    assert found(12) == 0


def test_counts_told_weeks_apart_are_of_two_events():
    def found(month: int) -> int:
        rows = [
            make_row(ARMY, Stance.AFFIRMS, "20 people were killed", day=3, article="one"),
            make_row(COUNCIL, Stance.AFFIRMS, "12 people died", day=3, article="two"),
        ]
        said = rows[1].statement.said
        assert said is not None
        later = replace(said, start=date(2026, month, 3), end=date(2026, month, 3))
        rows[1] = replace(rows[1], statement=replace(rows[1].statement, said=later))
        return len(weigh(rows, {}).conflicts)

    assert found(5) == 1
    assert found(7) == 0


def test_one_content_that_counts_twice_counts_two_things():
    def found(content: str) -> int:
        told = ((ARMY, Act.ASSERT, content), (COUNCIL, Act.ASSERT, "5 people were killed"))
        return len(kinds(*told))

    assert found("20 people were killed and 30 soldiers were wounded") == 1
    assert found("20 people were killed; at least 20 people died") == 1
    assert found("20 people were killed; 30 people died") == 0


@pytest.mark.parametrize(
    ("who", "act", "content", "conflicting"),
    [
        pytest.param(ARMY, Act.DENY, "that it had shelled Rastel", True, id="denied"),
        pytest.param(ARMY, Act.DENY, "the accusations", True, id="pointed at"),
        pytest.param(ARMY, Act.ASSERT, "there had been no shelling", True, id="said not to be"),
        pytest.param(
            COUNCIL, Act.ASSERT, "nobody got in because of the shelling", False, id="granted"
        ),
        pytest.param(
            COUNCIL, Act.ASSERT, "the lack of any answer while shells fell", False, id="a lack"
        ),
        pytest.param(
            COUNCIL, Act.ASSERT, "the shelling caused no injuries", False, id="nobody was hurt"
        ),
        pytest.param(
            COUNCIL, Act.ASSERT, "there was no solution to the shelling", False, id="no way out"
        ),
        pytest.param(
            COUNCIL, Act.ASSERT, "to stop the shelling is not enough", False, id="not enough"
        ),
        pytest.param(ARMY, Act.ASSERT, "it had many aircraft at the border", False, id="beside it"),
        pytest.param(
            ARMY, Act.ACCUSE, "the villagers of hiding guns", False, id="accused of something else"
        ),
    ],
)
def test_stances_conflict_where_somebody_surely_denies(who, act, content, conflicting):
    told = (
        (WATCH, Act.ACCUSE, "the Karsk army of shelling Rastel"),
        (MARR, Act.ASSERT, "the army shelled Rastel for two days"),
        (who, act, content),
    )
    assert kinds(*told) == ([ConflictKind.STANCE] if conflicting else [])


@pytest.mark.parametrize(
    ("content", "conflicting"),
    [
        pytest.param("12 shells were fired at Rastel, wounding 40", True, id="one place"),
        pytest.param("40 people were wounded", False, id="no place, no word in common"),
        pytest.param("the bakery was hit and 40 people were wounded", True, id="a word in common"),
    ],
)
def test_among_several_places_counts_need_more_in_common(content, conflicting):
    told = (
        (ARMY, "12 people were wounded when the bakery was hit in Rastel"),
        (WATCH, "shells fell in Ossen"),
        (WATCH, "shells fell near Velm"),
        (COUNCIL, content),
    )
    rows = [
        make_row(who, Stance.AFFIRMS, text, day=3, article=f"a{i}")
        for i, (who, text) in enumerate(told)
    ]
    found = [c.kind for c in weigh(rows, {}).conflicts]
    assert found == ([ConflictKind.FIGURE] if conflicting else [])


def test_what_a_question_counts_is_counted_by_nobody():
    told = ((WATCH, Act.ASSERT, "12 were killed"), (ARMY, Act.ASSERT, "{} a raid that killed 72"))
    asked = [(who, act, content.format("about who began")) for who, act, content in told]
    plainly = [(who, act, content.format("there was")) for who, act, content in told]
    assert kinds(*asked) == []
    assert kinds(*plainly) == [ConflictKind.FIGURE]


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        pytest.param("14 people were killed", Stance.AFFIRMS, id="counts the dead"),
        pytest.param("the market opens at nine", Stance.NEUTRAL, id="counts nobody"),
        pytest.param("9,000 people have died in the war", Stance.NEUTRAL, id="of the whole war"),
    ],
)
def test_who_counts_the_dead_of_an_undenied_raid_affirms_it(content, stance):
    told = (
        (WATCH, "aircraft bombed the market of Rastel"),
        (MARR, "aircraft bombed Rastel at noon"),
        (COUNCIL, content),
    )
    rows = [make_row(who, Stance.NEUTRAL, text, day=3) for who, text in told]
    found = stances([replace(row, stance=None) for row in rows])
    assert found[rows[2].statement.id] is stance


def test_who_is_accused_may_say_nothing_here():
    told = (
        (MARR, Act.ACCUSE, "the Velm police of gassing hundreds in an attack"),
        (WATCH, Act.ASSERT, "the fighters moved off before another gas attack"),
        (COUNCIL, Act.ASSERT, "hundreds died in the gas attack"),
    )
    assert kinds(*told) == []


def test_one_accusation_told_twice_contradicts_nobody():
    told = (
        (STATE_MEDIA, Act.ASSERT, "the council accuses Velm of arming gunmen near Rastel"),
        (COUNCIL, Act.ACCUSE, "Velm of arming gunmen near Rastel"),
    )
    assert kinds(*told) == []


def dated(who: Party, content: str, word: str, day: int) -> Row:
    """A row of 8 May whose content names a day of that month by a word."""
    row = make_row(who, Stance.AFFIRMS, content, day=8, article=f"{day}")
    start = content.index(word)
    span = Span(start, start + len(word), word)
    when = When(span, "", date(2026, 5, day), date(2026, 5, day))
    return replace(row, statement=replace(row.statement, dates=(when,)))


@pytest.mark.parametrize(
    ("place", "others", "conflicting"),
    [
        pytest.param(" in Rastel", ("Ossen", "Velm"), True, id="several, one named"),
        pytest.param("", ("Ossen", "Velm", "Tarn"), False, id="several, none named"),
        pytest.param("", (), True, id="one event"),
    ],
)
def test_days_are_compared_at_one_event(place, others, conflicting):
    rows = [
        dated(ARMY, f"the bakery was shelled on Monday{place}", "Monday", 4),
        dated(COUNCIL, f"shells hit the bakery on Tuesday{place}", "Tuesday", 5),
        *(make_row(WATCH, Stance.AFFIRMS, f"homes burnt in {name}", day=8) for name in others),
    ]
    assert bool(weigh(rows, {}).conflicts) is conflicting


@pytest.mark.parametrize(
    ("again", "conflicting"),
    [
        pytest.param("the blast heard on Saturday in Rastel was due to a rocket", False, id="same"),
        pytest.param("a blast shook a bakery on Saturday in Rastel", True, id="other words"),
    ],
)
def test_one_sentence_printed_twice_gives_no_two_days(again, conflicting):
    def told(content: str, day: int) -> Row:
        row = make_row(
            ARMY if day == 3 else COUNCIL, Stance.AFFIRMS, content, day=day, article=f"{day}"
        )
        start = content.index("Saturday")
        span = Span(start, start + 8, "Saturday")
        when = When(span, "", date(2026, 5, day - 1), date(2026, 5, day - 1))
        return replace(row, statement=replace(row.statement, dates=(when,)))

    first = told("the blast heard on Saturday in Rastel was due to a rocket", 3)
    assert bool(weigh([first, told(again, 8)], {}).conflicts) is conflicting


def test_a_denied_charge_is_none_of_another_matter():
    told = (
        (WATCH, Act.ASSERT, "the Front had bombed the mosque in Jen"),
        (MARR, Act.DENY, "that it had bombed a mosque"),
        (COUNCIL, Act.ACCUSE, "the Karsk army of using gas in Idra"),
        (ARMY, Act.DENY, "any use of gas"),
    )
    rows = [
        make_row(party, Stance.NEUTRAL, content, day=3, act=act) for party, act, content in told
    ]
    found = stances([replace(row, stance=None) for row in rows])
    assert [found[row.statement.id] for row in rows[2:]] == [Stance.NEUTRAL, Stance.NEUTRAL]


def test_who_condemns_a_deed_says_that_it_was_done():
    told = (
        (WATCH, Act.ACCUSE, "the Karsk army of shelling Rastel"),
        (ARMY, Act.ACCUSE, "the cowardly shelling of Rastel"),
    )
    rows = [make_row(who, Stance.NEUTRAL, content, day=3, act=act) for who, act, content in told]
    cue = (Span(0, 9, "condemned"),)
    rows[1] = replace(rows[1], statement=replace(rows[1].statement, cue=cue))
    found = stances([replace(row, stance=None) for row in rows])
    assert found[rows[1].statement.id] is Stance.AFFIRMS


def test_rivals_who_claim_one_victory_are_opposed():
    aron, dole = make_party("Lise Aron"), make_party("Matti Dole")
    told = (
        (aron, Act.ANNOUNCE, "that she had won the vote"),
        (dole, Act.REJECT, "Aron's claim of victory"),
        (dole, Act.ASSERT, "victory is ours"),
    )
    assert kinds(*told) == [ConflictKind.STANCE]
