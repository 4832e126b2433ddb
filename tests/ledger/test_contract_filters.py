"""Filters of rows and matters: what they let through, and what they don't."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from ledger_builders import (
    FRONT,
    RUN,
    VREL,
    dam_weighing,
    link,
    make_article,
    make_matter,
    make_party,
    make_place,
    make_statement,
    store_dam,
)

from sayso.errors import NotFoundError
from sayso.ledger import Ledger, MatterFilter, RowFilter
from sayso.model import Act, Conflict, ConflictKind, PartyKind, Said, SaidBasis, Stance, Weighing

UN = make_party("The U.N. Mission", PartyKind.ORGANISATION, None)


@pytest.fixture
def filled(ledger: Ledger) -> Iterator[Ledger]:
    """The dam (two statements, one matter, contested), and two matters of lone statements."""
    flood = make_article(
        "The pit at Ålesund-on-Sea was flooded, a union said.", outlet="Öst Kurier", published=None
    )
    flooded = make_statement(
        flood,
        "The pit at Ålesund-on-Sea was flooded",
        party=UN,
        act=Act.ACCUSE,
        place="Ålesund-on-Sea",
        country="NOR",
    )
    fire = make_article("The depot burned, nobody was named.", published=date(2026, 4, 1))
    burned = make_statement(
        fire, "The depot burned", said=Said(None, date(2026, 3, 30), None, SaidBasis.SENTENCE)
    )
    with ledger.writing() as book:
        article, statements = store_dam(book)
        book.append(flood, (flooded,), RUN)
        book.append(fire, (burned,), RUN)
        matter = make_matter("Whether the dam was shelled", place=make_place(article, "Orlitsa"))
        link(book, matter, statements[:1])
        link(book, matter, statements[1:], Stance.DENIES)
        book.save_weighing(matter.id, dam_weighing(statements))
        pit = make_matter("Whether the pit of 100% was flooded", start=None, end=None)
        link(book, pit, (flooded,))
        held = replace(dam_weighing(statements), positions=(), shifts=(), conflicts=())
        book.save_weighing(pit.id, held)
    yield ledger


def contents(ledger: Ledger, which: RowFilter) -> list[str]:
    """Return the first word or two of the content of each row."""
    rows = ledger.rows(which)
    return [" ".join(r.statement.content[0].text.split()[:2]) for r in rows]


FLOOD, FIRE, CLAIM, DENIAL = "The pit", "The depot", "Rebel forces", "the shelling"
EVERYTHING = [FLOOD, FIRE, CLAIM, DENIAL]


ROW_CASES = {
    RowFilter(): EVERYTHING,
    RowFilter(limit=2): [FLOOD, FIRE],
    RowFilter(limit=0): [],
    RowFilter(article="dam-1"): [CLAIM, DENIAL],
    # The title and the empty line after it are 28 code points.
    RowFilter(article="dam-1", begins=(0, 28)): [],
    RowFilter(article="dam-1", begins=(0, 29)): [CLAIM],
    RowFilter(article="dam-1", begins=(29, 10_000)): [DENIAL],
    RowFilter(article="dam-1", begins=(-5, 10_000)): [CLAIM, DENIAL],
    RowFilter(party=VREL.id): [CLAIM],
    RowFilter(party="vrel"): [CLAIM],
    RowFilter(party="HANA VREL"): [CLAIM],
    RowFilter(party="hana  v"): [CLAIM],
    RowFilter(party="the Southern"): [DENIAL],
    RowFilter(party="u n mission"): [FLOOD],
    RowFilter(party="rel"): [],
    RowFilter(party="%"): [],
    RowFilter(party="_"): [],
    RowFilter(party=""): [],
    RowFilter(party="\0\ud800"): [],
    RowFilter(party="vrel", merged=(FRONT.id, UN.id)): [FLOOD, CLAIM, DENIAL],
    RowFilter(party="nobody", merged=(FRONT.id,)): [DENIAL],
    RowFilter(party="nobody", merged=("Southern", "%", "\0\ud800")): [],
    RowFilter(party="nobody", merged=(FRONT.id,), side="North"): [],
    RowFilter(merged=(FRONT.id,)): EVERYTHING,
    RowFilter(side="North"): [CLAIM],
    RowFilter(side="Nort"): [],
    RowFilter(act=Act.DENY): [DENIAL],
    RowFilter(act=Act.WANT): [],
    RowFilter(place="orlitsa"): [CLAIM],
    RowFilter(place="orl"): [CLAIM],
    RowFilter(place="alesund on"): [FLOOD],
    RowFilter(place="sea"): [FLOOD],
    RowFilter(place="lesund"): [],
    RowFilter(place="nor"): [FLOOD, CLAIM],
    RowFilter(place="SWE"): [],
    RowFilter(place="100%"): [],
    RowFilter(outlet="northern WIRE"): [FIRE, CLAIM, DENIAL],
    RowFilter(outlet="ost kurier"): [FLOOD],
    RowFilter(outlet="northern"): [FIRE, CLAIM, DENIAL],
    RowFilter(outlet="wire"): [FIRE, CLAIM, DENIAL],
    RowFilter(outlet="kur"): [FLOOD],
    RowFilter(outlet="orthern"): [],
    RowFilter(outlet="wire northern"): [],
    RowFilter(outlet=""): [],
    # said: the claim on 4 May, the denial by 5 May, the fire since 30 March, the flood unknown
    RowFilter(since=date(2026, 5, 4)): [FIRE, CLAIM, DENIAL],
    RowFilter(since=date(2026, 5, 5)): [FIRE, DENIAL],
    RowFilter(since=date(2026, 5, 6)): [FIRE],
    RowFilter(until=date(2026, 5, 4)): [FIRE, CLAIM, DENIAL],
    RowFilter(until=date(2026, 5, 3)): [FIRE, DENIAL],
    RowFilter(until=date(2026, 3, 29)): [DENIAL],
    RowFilter(since=date(2026, 5, 4), until=date(2026, 5, 4)): [FIRE, CLAIM, DENIAL],
    RowFilter(party="vrel", act=Act.DENY): [],
    RowFilter(party="southern", side="South", act=Act.DENY, outlet="Northern Wire"): [DENIAL],
}


def test_rows_that_a_filter_lets_through(filled: Ledger) -> None:
    found = {which: contents(filled, which) for which in ROW_CASES}
    assert found == ROW_CASES


def test_country_codes_of_sides_may_be_in_small_letters(ledger: Ledger) -> None:
    article = make_article()
    told = make_statement(article, "Rebel", party=make_party(side="NOR"))
    with ledger.writing() as book:
        book.append(article, (told,), RUN)
    assert len(list(ledger.rows(RowFilter(side="nor")))) == 1


def test_rows_of_one_matter(filled: Ledger) -> None:
    (matter,) = filled.matters(MatterFilter(contested=True))
    assert contents(filled, RowFilter(matter=matter.matter.id[:6])) == [CLAIM, DENIAL]
    both = RowFilter(matter=matter.matter.id, act=Act.DENY)
    assert contents(filled, both) == [DENIAL]


def test_a_filter_by_what_is_not_there_says_so(filled: Ledger) -> None:
    for which in (RowFilter(article="nothing"), RowFilter(matter="0000")):
        with pytest.raises(NotFoundError):
            list(filled.rows(which))


DAM, PIT = "Whether the dam was shelled", "Whether the pit of 100% was flooded"

MATTER_CASES = {
    MatterFilter(): [DAM, PIT],
    MatterFilter(limit=1): [DAM],
    MatterFilter(limit=0): [],
    MatterFilter(least=2): [DAM],
    MatterFilter(least=3): [],
    MatterFilter(contested=True): [DAM],
    MatterFilter(shifted=True): [DAM],
    MatterFilter(party="southern front"): [DAM],
    MatterFilter(party=UN.id): [PIT],
    MatterFilter(party="nobody"): [],
    MatterFilter(party="nobody", merged=(UN.id,)): [PIT],
    MatterFilter(party="nobody", merged=(FRONT.id, UN.id)): [DAM, PIT],
    MatterFilter(side="South"): [DAM],
    MatterFilter(side="west"): [],
    MatterFilter(place="orlitsa"): [DAM],
    MatterFilter(place="nor"): [DAM],
    MatterFilter(place="alesund"): [],
    MatterFilter(act=Act.DENY): [DAM],
    MatterFilter(act=Act.ACCUSE): [PIT],
    MatterFilter(act=Act.OFFER): [],
    MatterFilter(outlet="northern WIRE"): [DAM],
    MatterFilter(outlet="ost kurier"): [PIT],
    MatterFilter(outlet="northern"): [DAM],
    MatterFilter(outlet="kur"): [PIT],
    MatterFilter(outlet="rier"): [],
    MatterFilter(outlet="%"): [],
    MatterFilter(outlet="northern wire", act=Act.ACCUSE): [],
    MatterFilter(offset=1): [PIT],
    MatterFilter(offset=1, limit=1): [PIT],
    MatterFilter(offset=2, limit=1): [],
    MatterFilter(offset=1, contested=True): [],
    MatterFilter(since=date(2030, 1, 1)): [DAM],
    MatterFilter(until=date(2026, 4, 21)): [DAM],
    MatterFilter(until=date(2026, 4, 20)): [],
    MatterFilter(text="DAM shelled"): [DAM],
    MatterFilter(text="Orlitsa rebels"): [],
    MatterFilter(text="orlitsa rebel"): [DAM],
    MatterFilter(text='"was flooded"'): [PIT],
    MatterFilter(text='"flooded was"'): [],
    MatterFilter(text="southern denied"): [DAM],
    MatterFilter(text="southern rebel"): [],
    MatterFilter(text="alesund"): [PIT],
    MatterFilter(text="dam pit"): [],
    MatterFilter(text="100%"): [PIT],
    MatterFilter(text="%"): [],
    MatterFilter(text=""): [],
    MatterFilter(text='" OR NEAR( * \0\ud800'): [],
    MatterFilter(text="was", contested=True, act=Act.DENY, side="South"): [DAM],
}


def test_matters_that_a_filter_lets_through(filled: Ledger) -> None:
    found = {w: [m.matter.title for m in filled.matters(w)] for w in MATTER_CASES}
    assert found == MATTER_CASES


def test_counts_of_matters_are_those_of_what_is_on_them(filled: Ledger) -> None:
    for which in MATTER_CASES:
        found = list(filled.matters(which))
        assert [(c.matter, c.conflicts, c.shifts) for c in filled.matter_counts(which)] == [
            (w.matter, len(w.weighing.conflicts), len(w.weighing.shifts)) for w in found
        ]


def test_shifts_of_a_party_under_any_of_its_ids(filled: Ledger) -> None:
    asked = [("southern", ()), ("nobody", (FRONT.id,)), ("nobody", (UN.id,)), ("nobody", ())]
    found = [len(list(filled.shifts(party=p, side=None, merged=m))) for p, m in asked]
    assert found == [1, 1, 0, 0]


def test_parties_are_counted_by_side_the_most_statements_first(ledger: Ledger) -> None:
    article = make_article("alpha beta gamma delta epsilon zeta eta")
    words = iter(article.text.rsplit("\n", 1)[-1].split())
    spoken = [
        FRONT,
        make_party("Ågot Moss", side=None),
        make_party(),
        make_party(role="minister", acts_for="the government"),
        make_party(side=None),
        make_party(side="South"),
        None,
    ]
    told = [make_statement(article, next(words), party=party) for party in spoken]
    with ledger.writing() as book:
        book.append(article, told, RUN)
    assert [(c.party, c.statements) for c in ledger.parties()] == [
        (make_party(), 2),
        (make_party("Ågot Moss", side=None), 1),
        (make_party(side=None), 1),
        (make_party(side="South"), 1),
        (FRONT, 1),
    ]


def test_nobody_speaks_in_an_empty_ledger(ledger: Ledger) -> None:
    assert ledger.parties() == ()


def test_a_party_holds_a_position_that_others_spoke(ledger: Ledger) -> None:
    with ledger.writing() as book:
        _, statements = store_dam(book)
        matter = make_matter()
        link(book, matter, statements[:1])
        book.save_weighing(matter.id, dam_weighing(statements))
    assert len(list(ledger.matters(MatterFilter(party=FRONT.id)))) == 1
    assert len(list(ledger.matters(MatterFilter(side="South")))) == 1


def test_matters_come_most_contested_first(ledger: Ledger) -> None:
    # (conflicts, origins, articles, statements), each the tie-breaker of the one before
    ranks = [(0, 1, 1, 1), (2, 1, 1, 1), (0, 2, 2, 1), (0, 1, 2, 1), (0, 1, 1, 2), (1, 9, 9, 1)]
    with ledger.writing() as book:
        for i, (conflicts, origins, articles, statements) in enumerate(ranks):
            article = make_article(f"alpha {i} beta")
            told = [make_statement(article, word) for word in ("alpha", "beta")[:statements]]
            book.append(article, told, RUN)
            matter = make_matter(str(i))
            link(book, matter, told)
            found = (Conflict(ConflictKind.STANCE, ("a", "b"), ()),) * conflicts
            book.save_weighing(matter.id, Weighing((), (), found, articles, origins))
        book.save_matter(make_matter("nobody speaks of it"))
    titles = [m.matter.title for m in ledger.matters(MatterFilter())]
    assert titles == ["1", "5", "2", "3", "4", "0"]
    counts = ledger.counts()
    assert (counts.matters, counts.contested) == (6, 2)


def test_long_lists_come_whole_and_in_order(ledger: Ledger) -> None:
    text = " ".join(f"w{i:04}" for i in range(603))
    article = make_article(text, title=None)
    told = [make_statement(article, f"w{i:04}", party=FRONT, place="w0000") for i in range(603)]
    with ledger.writing() as book:
        book.append(article, told, RUN)
        for i in range(0, 600, 5):
            link(book, make_matter(f"m{i}"), told[i : i + 5])
    assert [row.statement for row in ledger.rows(RowFilter())] == told
    matters = list(ledger.matters(MatterFilter()))
    assert len(matters) == 120
    assert {len(m.statements) for m in matters} == {5}
    # A reader who stops early leaves nothing open: there are 15 connections.
    for _ in range(17):
        next(iter(ledger.rows(RowFilter())))
        next(iter(ledger.matters(MatterFilter())))
