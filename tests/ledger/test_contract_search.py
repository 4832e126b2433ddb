"""Full-text search: the same articles on both stores, whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_builders import FRONT, RUN, dam, make_article, make_statement

from sayso.ledger import Ledger, open_ledger

TEXTS = {
    "dam": dam()[0],
    "reprint": make_article(outlet="Coast Daily", title="Rebels blamed for dam"),
    "café": make_article("The café at Gdańsk-Port re-opened; NAÏVE, they said.", title="A café"),
    "figures": make_article("Some 1,400 or 3.5 per cent; e-mail a.b@example.org, u.s.", title="N"),
    "arabic": make_article("قال الوزير إنّ السدّ قُصف يوم الاثنين.", title="السد"),
    "emoji": make_article("🙂 alone 🙂 smiles 👍🏽 thumbs", title=None),
    "long": make_article(
        "Nothing here. " * 400 + "A lone heron stood there. " + "More. " * 400, title=None
    ),
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    with ledger.writing() as book:
        for name, article in TEXTS.items():
            statements = dam()[1] if name == "dam" else ()
            assert book.append(article, statements, RUN)
    return ledger


def found(ledger: Ledger, query: str) -> set[str]:
    names = {article.id: name for name, article in TEXTS.items()}
    return {names[hit.article.id] for hit in ledger.search(query, limit=20)}


CASES = {
    "dam": {"dam", "reprint"},
    "DAM": {"dam", "reprint"},
    "dam shelled": {"dam", "reprint"},
    "shelled dam Orlitsa": {"dam", "reprint"},
    "dam heron": set(),
    "da": set(),
    "dams": set(),
    "blamed": {"reprint"},
    "minister vrel": {"dam", "reprint"},
    "cafe": {"café"},
    "CAFÉ": {"café"},
    "cafe\u0301": {"café"},
    "naive": {"café"},
    "gdansk": {"café"},
    "gdańsk-port": {"café"},
    "reopened": set(),
    "re-opened": {"café"},
    "1,400": {"figures"},
    "3.5": {"figures"},
    "a.b@example.org": {"figures"},
    "example": {"figures"},
    "U.S.": {"figures"},
    "السد": {"arabic"},
    "السدّ قصف": {"arabic"},
    "heron": {"long"},
    '"late April"': {"dam", "reprint"},
    "“late April” dam": {"dam", "reprint"},
    '"April late"': set(),
    '"late April': {"dam", "reprint"},
    '"says dam"': set(),  # the end of the title, then the beginning of the text
    '"the shelling" "Southern Front"': {"dam", "reprint"},
    '"" dam': {"dam", "reprint"},
    "dam AND heron": set(),
    "dam OR heron": set(),
    "NOT dam": set(),
    "dam NOT": set(),
    "title:dam": set(),
    "dam*": {"dam", "reprint"},
    "^dam": {"dam", "reprint"},
    "-dam": {"dam", "reprint"},
    "(dam": {"dam", "reprint"},
    "dam' & !: | <-> \\": {"dam", "reprint"},
    "dam\0": {"dam", "reprint"},
    "": set(),
    "   ": set(),
    "?!…—": set(),
    '"': set(),
    '"""': set(),
    "🙂": set(),
    "🙂 smiles": {"emoji"},
    "\ud800": set(),
    "\ud800 dam": {"dam", "reprint"},
    "%": set(),
    "'; DROP TABLE article; --": set(),
    "x" * 100_000: set(),
    "dam " * 10_000: {"dam", "reprint"},
    " ".join(f"w{i}" for i in range(2_000)): set(),
}


def test_articles_that_a_query_finds(filled: Ledger) -> None:
    assert {query: found(filled, query) for query in CASES} == CASES


def test_the_passage_is_a_slice_that_holds_the_words(filled: Ledger) -> None:
    (hit,) = filled.search("lone heron", limit=5)
    assert hit.article == TEXTS["long"].head
    assert hit.span.text == "A lone heron stood there."
    assert hit.span.quotes(TEXTS["long"].text)
    first, *_ = filled.search("denied shelling southern", limit=5)
    assert first.span.text == "The Southern Front denied the shelling."


def test_statements_that_match_by_themselves(filled: Ledger) -> None:
    claim, denial = dam()[1]

    def told(query: str) -> tuple[str, ...]:
        hits = filled.search(query, limit=9)
        return next(h.statements for h in hits if h.article.id == TEXTS["dam"].id)

    assert told("shelling") == (denial.id,)
    assert told("FRONT denied") == (denial.id,)
    assert told("orlitsa vrel") == (claim.id,)
    assert told("the") == (claim.id, denial.id)
    assert told("orlitsa denied") == ()
    assert told('"since late April"') == (claim.id,)


def test_titles_weigh_more_and_the_limit_holds(ledger: Ledger) -> None:
    filler = "Nothing of note was told there. " * 20
    inside = make_article(f"{filler} A heron. {filler}", title="Birds", outlet="a")
    headline = make_article(filler, title="A heron", outlet="b")
    with ledger.writing() as book:
        for article in (inside, headline):
            book.append(article, (), RUN)
    assert [h.article.id for h in ledger.search("heron", limit=9)] == [headline.id, inside.id]
    assert len(ledger.search("heron", limit=1)) == 1
    assert ledger.search("heron", limit=0) == ()


def test_text_without_words_or_end_can_be_stored_and_searched(ledger: Ledger) -> None:
    hostile = {
        "x" * 1_000_000: "x" * 70,
        "🙂" * 100_000: None,
        " ".join(f"{i:x}" for i in range(200_000)): "1f",
        "\u0301" * 10_000: None,
        "\n" * 10_000 + "needle": "needle",
        "é" * 3_000 + " ende": "ende",
    }
    for i, (text, query) in enumerate(hostile.items()):
        article = make_article(text, title=None, outlet=str(i))
        told = make_statement(article, article.text[:50], party=FRONT)
        with ledger.writing() as book:
            assert book.append(article, (told,) if article.text else (), RUN)
        if query is not None:
            hits = ledger.search(query, limit=99)
            assert article.id in {hit.article.id for hit in hits}
            assert all(hit.span.text for hit in hits)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    ledger = open_ledger(str(tmp_path_factory.mktemp("search") / "shared.db"))
    with ledger.writing() as book:
        for article in TEXTS.values():
            book.append(article, (), RUN)
    yield ledger
    ledger.close()


@given(
    query=st.text(st.characters(), max_size=40)
    | st.text('"*():^-+ANDORNEAR damherón{}\\', max_size=30)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_is_a_syntax_error(shared: Ledger, query: str) -> None:
    for hit in shared.search(query, limit=5):
        article = next(a for a in TEXTS.values() if a.id == hit.article.id)
        assert hit.span.quotes(article.text)
