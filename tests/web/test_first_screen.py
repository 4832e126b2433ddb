"""The first screen: what a card shows, and the filters in its address."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from made_rows import make_party
from sayso.assemble import build_ledger
from sayso.ledger.protocol import MatterFilter
from sayso.model import (
    Conflict,
    ConflictKind,
    Matter,
    Position,
    Shift,
    Stance,
    WeighedMatter,
    Weighing,
)
from sayso.settings import Settings
from sayso.views import first_page
from sayso.views.first import matter_card
from sayso.web import make_app
from sayso.web.asked import Asked
from sayso.weigh import NO_MERGES

VREL = make_party("Hana Vrel", "North")
MOSS = make_party("Agot Moss", "North")
FRONT = make_party("Southern Front", "South")
NOBODY = make_party("engineers")


def held(party, stance, start=None, end=None, *, side=None):
    days = (date(2026, 5, d) if d else None for d in (start, end))
    return Position(party, side or (party.side if party else None), stance, *days, ())


def card_of(*positions, shifts=(), conflicts=()):
    weighing = Weighing(positions, tuple(shifts), tuple(conflicts), articles=14, origins=5)
    matter = Matter("m", "Whether the dam was shelled", None, None, None)
    return matter_card(WeighedMatter(matter, (), weighing))


def stands(card):
    return [(s.name, s.party.name, s.latest.stance.value, s.others) for s in card.sides]


A, D, E, N = Stance.AFFIRMS, Stance.DENIES, Stance.EVADES, Stance.NEUTRAL


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ((), []),
        # A party's last position counts, whatever it held before.
        ((held(FRONT, D, 1, 2), held(FRONT, E, 6, 6)), [("South", "Southern Front", "evades", 0)]),
        # A side stands where the party stands that spoke last; the other differs.
        (
            (held(VREL, A, 4, 4), held(MOSS, E, 6, 6)),
            [("North", "Agot Moss", "evades", 1)],
        ),
        (
            (held(VREL, A, 4, 4), held(MOSS, A, 6, 6)),
            [("North", "Agot Moss", "affirms", 0)],
        ),
        # Who is neutral stands nowhere, be it later.
        (
            (held(VREL, A, 4, 4), held(MOSS, N, 9, 9)),
            [("North", "Hana Vrel", "affirms", 0)],
        ),
        # The latest side first, those that take no stance last, undated ones before them.
        (
            (held(NOBODY, N, 9, 9), held(MOSS, D), held(FRONT, A, None, 5)),
            [
                ("South", "Southern Front", "affirms", 0),
                ("North", "Agot Moss", "denies", 0),
                ("engineers", "engineers", "neutral", 0),
            ],
        ),
        # A position of nobody in particular is nobody's.
        ((held(None, A, 4, 4, side="North"),), []),
    ],
)
def test_where_the_sides_stand(positions, expected):
    assert stands(card_of(*positions)) == expected


def test_sides_in_conflict_come_first():
    positions = (held(VREL, A, 4, 4), held(FRONT, D, 2, 2), held(NOBODY, E, 9, 9))
    conflicts = [Conflict(ConflictKind.STANCE, ("North", "South"), ())]
    card = card_of(*positions, conflicts=conflicts)
    assert [side.name for side in card.sides] == ["North", "South", "engineers"]
    assert [side.name for side in card_of(*positions).sides] == ["engineers", "North", "South"]


def test_a_card_tells_how_much_it_leaves_out():
    parties = [make_party(f"Group {i}", f"side {i}") for i in range(9)]
    shifts = [Shift(FRONT, "South", D, E, ())] * 5
    conflicts = [Conflict(ConflictKind.FIGURE, ("North", "South"), ())] * 4
    card = card_of(*(held(p, A, 4, 4) for p in parties), shifts=shifts, conflicts=conflicts)
    assert (len(card.sides), card.more_sides) == (6, 3)
    assert (len(card.shifts), card.more_shifts) == (3, 2)
    assert (len(card.conflicts), card.more_conflicts) == (3, 1)
    assert (card.articles, card.origins) == (14, 5)


class Overview:
    """A ledger of so many matters, none of which anybody has a position on."""

    def __init__(self, number: int) -> None:
        self.found = [
            WeighedMatter(
                Matter(f"m{i}", f"Whether {i}", None, None, None), (), Weighing((), (), (), 1, 1)
            )
            for i in range(number)
        ]

    def overview(self, which: MatterFilter):
        return iter(self.found[which.offset :][: which.limit])


@pytest.mark.parametrize(
    ("number", "page", "shown", "more"),
    [(0, 1, 0, False), (5, 1, 3, True), (5, 2, 2, False), (6, 2, 3, False), (5, 3, 0, False)],
)
def test_screens(number, page, shown, more):
    found = first_page(Overview(number), MatterFilter(), page=page, size=3)
    assert (len(found.cards), found.more, found.first) == (shown, more, 3 * page - 2)


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (Asked(), "/"),
        (Asked(q="dam & mine"), "/?q=dam+%26+mine"),
        (
            Asked(side="front", outlet="Ö", conflict=True),
            "/?side=front&outlet=%C3%96&conflict=true",
        ),
        (Asked(act="deny", page=7), "/?act=deny"),
    ],
)
def test_the_address_holds_the_filters_that_are_set(asked, address):
    assert asked.address() == address


def test_the_address_of_another_screen():
    assert Asked(q="dam").address(page=3) == "/?q=dam&page=3"
    assert Asked(page=4).address(page=1) == "/"
    assert not Asked(page=4).filters
    assert replace(Asked(), outlet="x").filters


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(), ()),
        (Asked(page=7), ()),
        (Asked(q="dam", conflict=True, act="deny"), ("“dam”", "act deny", "conflicts only")),
        (Asked(since="2026-05-01", until="2026-05-09"), ("from 2026-05-01", "to 2026-05-09")),
        # Braces in what somebody types are theirs, too.
        (
            Asked(party="{0}", side="a", place="b", outlet="c"),
            ("party {0}", "side a", "place b", "outlet c"),
        ),
    ],
)
def test_filters_that_are_set_are_told_in_words(asked, words):
    assert asked.words == words


@pytest.fixture(scope="module")
def book(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(book):
    return TestClient(make_app(book, NO_MERGES), base_url="http://127.0.0.1")


def shown(page: str) -> list[str]:
    return re.findall(r'<h2 dir="auto"><a href="/matters/(\w+)"', page)


def test_a_card_shows_what_the_ledger_holds(client, book):
    page = client.get("/").text
    first = next(iter(book.matters(MatterFilter())))
    card = page.split('<li class="card">')[1]
    assert first.matter.id in card
    assert f"{first.weighing.articles} articles" in card
    for s in matter_card(first).sides:
        assert f'href="/parties/{s.party.id}"' in card
        assert f"</span> {s.latest.stance.value}</span>" in card


@pytest.mark.parametrize(
    "query",
    ["outlet=coast+daily", "outlet=COAST&act=deny", "q=dam", "place=orlitsa", "side=front"],
)
def test_filters_join(client, book, query):
    values = dict(pair.split("=") for pair in query.split("&"))
    asked = Asked(**{name: value.replace("+", " ") for name, value in values.items()})
    site = type("S", (), {"census": None})
    expected = [w.matter.id for w in book.matters(asked.which(site))]
    assert 0 < len(expected) < book.counts().matters
    assert shown(client.get(f"/?{query}").text) == expected


def test_an_outlet_that_is_none_shows_nothing(client):
    answer = client.get("/?outlet=oast")
    assert shown(answer.text) == []
    assert "No matter fits these filters" in answer.text


def test_only_the_list_is_sent_where_a_script_asks(client):
    whole = client.get("/?act=deny")
    part = client.get("/?act=deny&q=&party=", headers={"HX-Request": "true"})
    assert shown(part.text) == shown(whole.text)
    assert "<html" not in part.text
    assert "<form" not in part.text
    assert part.headers["hx-push-url"] == "/?act=deny"
    assert "hx-push-url" not in whole.headers
    assert "HX-Request" in whole.headers["vary"]


def test_going_back_brings_the_whole_page(client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in client.get("/?act=deny", headers=headers).text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("page=0", "Write 1 or more"),
        ("page=x", "Write a whole number"),
        ("page=99999999", "Write 1000000 or less"),
        ("outlet=" + "x" * 501, "Write 500 characters at most"),
        ("conflict=perhaps", "Write true, or leave it out"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(client, query, told):
    answer = client.get(f"/?{query}")
    assert answer.status_code == 422
    assert told in answer.text
    assert f"as {query.partition('=')[0]}" in answer.text
    assert len(answer.text) < 5_000


@pytest.mark.parametrize("path", ["/", "/map", "/matters.csv", "/matters.svg", "/map.svg"])
def test_days_the_wrong_way_round_are_refused(client, path):
    answer = client.get(f"{path}?since=2026-06-01&until=2026-05-01")
    assert answer.status_code == 400
    assert "From 2026-06-01 is after to 2026-05-01" in answer.text
    assert "Swap the two days" in answer.text
    assert client.get(f"{path}?since=2026-05-10&until=2026-05-10").status_code == 200


@pytest.mark.parametrize("path", ["/", "/map", "/matters.csv", "/matters.svg", "/map.svg"])
def test_a_name_that_is_no_filter_is_refused(client, path):
    answer = client.get(f"{path}?from=2026-06-01")
    assert answer.status_code == 400
    assert "There is no filter" in answer.text
    assert "since, until" in answer.text


def test_a_script_is_told_in_place_what_is_wrong(client):
    asked = "/?since=2026-06-01&until=2026-05-01"
    answer = client.get(asked, headers={"HX-Request": "true"})
    assert answer.status_code == 400
    assert "<html" not in answer.text
    assert "Swap the two days" in answer.text
    assert shown(answer.text) == []
    assert "hx-push-url" not in answer.headers


def test_a_screen_beyond_the_last_says_so(client):
    page = client.get("/?page=50").text
    assert "No matter is left" in page
    assert 'rel="prev" href="/?page=49"' in page
    assert '<a href="/">First screen</a>' in page


def test_screens_keep_the_filters(tmp_path, monkeypatch, book):
    monkeypatch.setattr("sayso.web.pages.matters.PAGE_SIZE", 2)
    client = TestClient(make_app(book, NO_MERGES), base_url="http://127.0.0.1")
    seen: list[str] = []
    address = "/?conflict=true"
    while address:
        page = client.get(address).text
        seen += shown(page)
        found = re.search(r'rel="next" href="([^"]+)"', page)
        address = found.group(1).replace("&amp;", "&") if found else ""
    assert seen == [w.matter.id for w in book.matters(MatterFilter(contested=True))]
    assert len(seen) > 2
