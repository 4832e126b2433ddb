"""What one party says, and matters in short, on both stores."""

from __future__ import annotations

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
    make_statement,
    store_dam,
)

from sayso.errors import NotFoundError
from sayso.ledger import Ledger, MatterFilter
from sayso.model import Party, PartyKind, Position, Said, SaidBasis, Stance

MARR = make_party("Ivo Marr", side="South", role="spokesperson", acts_for="Southern Front")


def fill(ledger: Ledger) -> None:
    """Store the dam, a mine of which the Front and its spokesman speak, and a lone word of it."""
    with ledger.writing() as book:
        _, statements = store_dam(book)
        dam = make_matter()
        link(book, dam, statements)
        book.save_weighing(dam.id, dam_weighing(statements))
        article = make_article(
            "The mine is shut, Marr said. The mine is open, the Front said. All is well.",
            published=date(2026, 6, 1),
        )
        may = Said(None, date(2026, 5, 9), date(2026, 5, 9), SaidBasis.SENTENCE)
        shut = make_statement(article, "The mine is shut", party=MARR, said=may)
        opened = make_statement(article, "The mine is open", party=FRONT)
        lone = make_statement(article, "All is well", party=FRONT)
        book.append(article, (shut, opened, lone), RUN)
        mine = make_matter("Whether the mine is shut")
        link(book, mine, (shut, opened))
        told = replace(
            dam_weighing(statements),
            positions=(
                Position(FRONT, "South", Stance.AFFIRMS, None, None, (shut.id,)),
                Position(VREL, "North", Stance.DENIES, None, None, ()),
            ),
            shifts=(),
            conflicts=(),
        )
        book.save_weighing(mine.id, told)


def told_by(ledger: Ledger, *ids: str, limit: int = 9, offset: int = 0) -> list[object]:
    found = ledger.party_matters(ids, limit=limit, offset=offset)
    return [(m.matter.title if m.matter else None, m.statements, m.last) for m in found]


DAM, MINE = "Whether the Orlitsa dam was shelled", "Whether the mine is shut"


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        # What Marr said shows the Front's position on the mine, what Vrel said one on the dam.
        (
            (FRONT.id,),
            [(MINE, 2, date(2026, 6, 1)), (DAM, 2, date(2026, 5, 5)), (None, 1, date(2026, 6, 1))],
        ),
        ((MARR.id,), [(MINE, 1, date(2026, 5, 9))]),
        ((VREL.id,), [(DAM, 1, date(2026, 5, 4))]),
        ((VREL.id, MARR.id), [(MINE, 1, date(2026, 5, 9)), (DAM, 1, date(2026, 5, 4))]),
        ((), []),
        (("nobody", "%", "\0\ud800"), []),
    ],
)
def test_what_parties_speak_of(ledger: Ledger, ids, expected) -> None:
    fill(ledger)
    assert told_by(ledger, *ids) == expected


def test_what_a_party_speaks_of_comes_in_screens(ledger: Ledger) -> None:
    fill(ledger)
    whole = told_by(ledger, FRONT.id)
    assert [told_by(ledger, FRONT.id, limit=1, offset=i) for i in range(4)] == [
        whole[:1],
        whole[1:2],
        whole[2:],
        [],
    ]


def test_the_rows_of_a_party_on_a_matter(ledger: Ledger) -> None:
    fill(ledger)
    matter = {m.matter.title: m.matter.id for m in ledger.matters(MatterFilter())}

    def words(party: Party, of: str | None, limit: int = 9) -> list[str]:
        rows = ledger.rows_of_party((party.id,), of, limit=limit)
        return [row.statement.content[0].text for row in rows]

    assert words(FRONT, matter[MINE]) == ["The mine is open", "The mine is shut"]
    assert words(FRONT, matter[MINE], limit=1) == ["The mine is open"]
    assert words(MARR, matter[MINE]) == ["The mine is shut"]
    assert words(MARR, matter[DAM]) == []
    assert words(FRONT, None) == ["All is well"]
    assert words(VREL, None) == []
    (told,) = ledger.rows_of_party((VREL.id,), matter[DAM], limit=9)
    assert told == ledger.row(told.statement.id)


def test_a_party_by_its_id(ledger: Ledger) -> None:
    fill(ledger)
    assert ledger.party(VREL.id) == Party(VREL.id, "Hana Vrel", PartyKind.PERSON)
    for unknown in ("", VREL.id[:6], "%", "\0", "x" * 1000):
        with pytest.raises(NotFoundError):
            ledger.party(unknown)


def test_matters_in_short(ledger: Ledger) -> None:
    fill(ledger)
    whole, short = list(ledger.matters(MatterFilter())), list(ledger.overview(MatterFilter()))
    assert [w.matter for w in short] == [w.matter for w in whole]
    dam, full = short[0], whole[0]
    assert dam.statements == ()
    assert full.statements != ()
    # Of the Front's two positions on the dam the last one is left, and no evidence of any.
    held = [p for p in full.weighing.positions if p.stance is not Stance.DENIES or p.party is None]
    assert dam.weighing.positions == tuple(replace(p, statements=()) for p in held)
    assert [s.to_stance for s in dam.weighing.shifts] == [Stance.EVADES]
    assert [c.sides for c in dam.weighing.conflicts] == [c.sides for c in full.weighing.conflicts]
    assert (dam.weighing.articles, dam.weighing.origins) == (1, 1)


def test_the_newest_statement_changes_with_each_that_comes_in(ledger: Ledger) -> None:
    assert ledger.newest() == 0
    with ledger.writing() as book:
        store_dam(book)
    before = ledger.newest()
    assert before > 0
    with ledger.writing() as book:
        book.append(make_article("The depot burned."), (), RUN)
    assert ledger.newest() == before
    with ledger.writing() as book:
        article = make_article("The depot was on fire.")
        book.append(article, (make_statement(article, "The depot"),), RUN)
    assert ledger.newest() > before
