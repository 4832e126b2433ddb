"""One party's page: all its words by matter and time, under all its names."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date

import pytest
from fastapi.testclient import TestClient

from made_rows import make_party, make_row
from sayso.assemble import build_ledger
from sayso.errors import NotFoundError
from sayso.ledger.protocol import MatterFilter, PartyCount, PartyMatter, RowFilter, ShiftRow
from sayso.model import Matter, Party, Shift, Stance
from sayso.settings import Settings
from sayso.views import Census, party_page
from sayso.views.party import MATTERS_SHOWN, ROWS_SHOWN
from sayso.web import make_app
from sayso.weigh import NO_MERGES, make_merges

FRONT = make_party("Southern Front", "South")
MARR = make_party("Ivo Marr", "South", role="spokesperson", acts_for="Southern Front")
MUAMMAR = make_party("Muammar Kadhafi", "South", role="minister")
MOAMMAR = make_party("Moammar Gaddafi", "South")
UNHEARD = make_party("Relief Front")


class Told:
    """A ledger in which ``rows`` of each matter are what a party said, by the party's id."""

    def __init__(self, rows, *, shifts=()) -> None:
        self.of = rows
        self.told = shifts
        self.counted = 0

    def newest(self) -> int:
        return sum(map(len, self.of.values()))

    def parties(self):
        self.counted += 1
        said = [r.statement.party for rows in self.of.values() for r in rows]
        return tuple(PartyCount(p, said.count(p)) for p in dict.fromkeys(said))

    def party(self, party_id):
        if party_id != UNHEARD.id:
            raise NotFoundError("no such party", remedy="none")
        return Party(UNHEARD.id, UNHEARD.name, UNHEARD.kind)

    def party_matters(self, _, *, limit, offset=0):
        found = [
            PartyMatter(Matter(of, of, None, None, None) if of else None, len(rows), date.min)
            for of, rows in self.of.items()
        ]
        return tuple(found[offset:][:limit])

    def origins(self, article_ids):
        return {article: article.removeprefix("copy of ") for article in article_ids}

    def rows_of_party(self, _, matter_id, *, limit):
        return tuple(self.of[matter_id][:limit])

    def shifts(self, **_):
        return iter(self.told)


def page_of(ledger: Told, party: Party, merges=NO_MERGES, page: int = 1):
    return party_page(ledger, party.id, Census(ledger, merges), page=page)


def test_whose_words_they_are():
    rows = [
        make_row(FRONT, Stance.DENIES, day=7),
        make_row(MARR, Stance.EVADES, day=6),
    ]
    page = page_of(Told({"dam": rows}), FRONT)
    assert page.party.one.party == FRONT
    assert page.party.total == 1
    (matter,) = page.matters
    assert [(s.by, s.called) for s in matter.rows] == [(None, None), ("Ivo Marr", None)]
    # Who speaks for the party does not give it a role.
    assert page.roles == ()


def test_copies_are_told_from_what_they_copy():
    rows = [make_row(FRONT, Stance.DENIES, article=name) for name in ("one", "copy of one", "two")]
    (matter,) = page_of(Told({"dam": rows}), FRONT).matters
    assert [s.is_copy for s in matter.rows] == [False, True, False]


@pytest.mark.parametrize("asked", [MUAMMAR, MOAMMAR])
def test_any_of_its_names_opens_one_party(asked):
    rows = [make_row(MUAMMAR, Stance.DENIES, day=7), make_row(MUAMMAR, Stance.DENIES, day=6)]
    rows += [make_row(MOAMMAR, Stance.DENIES, day=5)]
    page = page_of(Told({"dam": rows}), asked)
    assert page.party.one.party.name == "Muammar Kadhafi"
    assert [m.party.name for m in page.party.one.merged] == ["Moammar Gaddafi"]
    assert page.party.total == 3
    assert [s.called for s in page.matters[0].rows] == [None, None, "Moammar Gaddafi"]
    assert page.roles == ("minister",)


def test_the_user_merges_and_parts():
    rows = [make_row(FRONT, Stance.DENIES), make_row(MUAMMAR, Stance.DENIES)]
    ledger = Told({"dam": rows})
    merges = make_merges({"The Front": ["Southern Front", "Muammar Kadhafi"]}, ())
    page = page_of(ledger, FRONT, merges)
    assert page.party.one.party.name == "The Front"
    assert page.party.total == 2
    assert page_of(ledger, FRONT).party.total == 1


def test_shifts_stand_with_their_matters():
    ledger = Told({"dam": [make_row(FRONT, Stance.DENIES)], "mine": [], None: []})
    dam = Matter("dam", "dam", None, None, None)
    shift = ShiftRow(dam, Shift(FRONT, "South", Stance.DENIES, Stance.EVADES, ()))
    ledger.told = (shift,)
    page = page_of(ledger, FRONT)
    assert page.shifts == (shift,)
    assert [m.shifts for m in page.matters] == [(shift,), (), ()]


def test_what_is_left_out_is_counted():
    rows = [make_row(FRONT, Stance.DENIES, article=str(i)) for i in range(ROWS_SHOWN + 2)]
    many = Told({f"m{i}": rows for i in range(MATTERS_SHOWN + 1)})
    first, second = page_of(many, FRONT), page_of(many, FRONT, page=2)
    assert (len(first.matters), first.first, first.more) == (MATTERS_SHOWN, 1, True)
    assert (len(second.matters), second.first, second.more) == (1, MATTERS_SHOWN + 1, False)
    assert first.matters[0].left_out == 2


def test_whom_others_speak_for_has_a_page():
    page = page_of(Told({"dam": [make_row(MARR, Stance.DENIES)]}), UNHEARD)
    assert page.party.one.party.name == "Relief Front"
    assert page.party.total == 0


def test_an_unknown_party_is_named():
    with pytest.raises(NotFoundError):
        page_of(Told({}), FRONT)


def test_parties_are_counted_again_only_when_statements_came_in():
    ledger = Told({"dam": [make_row(FRONT, Stance.DENIES)]})
    census = Census(ledger, NO_MERGES)
    assert census.view(MARR.id) is None
    assert census.view(FRONT.id).total == 1
    census.views()
    assert ledger.counted == 1
    ledger.of["dam"].append(make_row(MARR, Stance.DENIES))
    assert census.view(MARR.id).total == 1
    assert ledger.counted == 2


def test_an_empty_ledger_has_no_parties():
    assert Census(Told({}), NO_MERGES).views() == ()


@pytest.fixture(scope="module")
def book(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(book):
    return TestClient(make_app(book, NO_MERGES), base_url="http://127.0.0.1")


def test_everything_a_party_said_is_on_its_page(client, book):
    for count in book.parties():
        page = client.get(f"/parties/{count.party.id}").text
        rows = list(book.rows(RowFilter(party=count.party.id)))
        assert rows
        for row in rows:
            assert f'id="a-{row.statement.id}"' in page
            assert f"/articles/{row.article.id}?statement={row.statement.id}" in page


def test_the_shifts_of_a_party_are_on_its_page(client, book):
    shifts = list(book.shifts(party=None, side=None))
    assert shifts
    for shift in shifts:
        page = client.get(f"/parties/{shift.shift.party.id}").text
        assert re.search(rf"⇄</span> {shift.shift.from_stance.value} ", page)
        assert f'href="/matters/{shift.matter.id}"' in page


def test_all_links_to_parties_from_the_first_screen_lead_somewhere(client, book):
    found = set(re.findall(r'href="(/parties/\w+)"', client.get("/").text))
    assert len(found) > 3
    assert {client.get(path).status_code for path in found} == {200}
    positions = [p for w in book.matters(MatterFilter()) for p in w.weighing.positions if p.party]
    assert {client.get(f"/parties/{p.party.id}").status_code for p in positions} == {200}


@pytest.mark.parametrize(
    ("path", "status"), [("ffffffffffffffffffff", 404), ("%25", 404), ("x?page=0", 422)]
)
def test_what_is_no_party_is_a_page_with_a_remedy(client, path, status):
    answer = client.get(f"/parties/{path}")
    assert answer.status_code == status
    assert "Traceback" not in answer.text
