"""Which phrase of a matter's statements becomes its title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made_rows import make_party, make_row
from sayso.link import describe_matter
from sayso.model import Act, Gist, Row, Stance

WATCH = make_party("Lantern Observatory")
COUNCIL = make_party("Rastel council")
TERMS = {"rastel": 6.0}


def title(
    *phrases: str | None, called: str = "Shells hit market in Rastel", acts=(), parties=()
) -> str:
    """The title of a matter whose statements, one an article, give these phrases."""
    rows: list[Row] = []
    gists: list[Gist] = []
    for number, phrase in enumerate(phrases):
        act = acts[number] if acts else Act.ASSERT
        row = make_row(
            parties[number] if parties else WATCH,
            Stance.AFFIRMS,
            f"content {number}",
            day=3,
            article=f"a{number}",
            act=act,
        )
        rows.append(replace(row, article=replace(row.article, title=called)))
        made = Gist(
            row.statement.id, row.article.id, "m", TERMS, TERMS, TERMS, (), (), None, None, phrase
        )
        gists.append(made)
    return describe_matter("m", gists, rows).title


GOOD = "Whether shells hit the market of Rastel"


@pytest.mark.parametrize(
    "worse",
    [
        pytest.param("Whether the attack on the market had begun at noon", id="only points"),
        pytest.param("Whether the children were aged under 10", id="a side detail"),
        pytest.param("Whether shells hit the market", id="names nobody"),
        pytest.param("Lantern Observatory: “shells hit the market of Rastel”", id="a quotation"),
        pytest.param("Whether shells hit the market of Rastel, killing the…", id="cut"),
        pytest.param("Whether the market of Rastel opens at nine", id="no deed"),
        pytest.param("Whether this shelling of the Rastel market will end", id="this"),
        pytest.param("Whether shells must not hit the market of Rastel", id="an opinion"),
        pytest.param("Whether no shells hit the market of Rastel", id="a negative"),
        pytest.param(None, id="nothing"),
    ],
)
def test_the_better_title_is_taken_whatever_the_order(worse):
    assert title(GOOD, worse) == GOOD
    assert title(worse, GOOD) == GOOD


def test_a_clause_is_a_better_quotation_than_a_noun():
    clause = "Lantern Observatory: “shells hit the market of Rastel”"
    assert title("Lantern Observatory on “the shelling of the Rastel market”", clause) == clause


def test_the_articles_own_titles_tell_what_matters():
    bus = "Whether a bus had left Rastel before shells hit it"
    assert title(GOOD, bus) == GOOD
    assert title(GOOD, bus, called="Bus left before shells hit, says driver of Rastel bus") == bus


def test_who_denies_it_asks_the_question():
    denied = "Whether Karsk guns hit the market of Rastel"
    told = "Whether Velm guns hit the market of Rastel"
    for acts, expected in (((Act.DENY, Act.ASSERT), denied), ((Act.ASSERT, Act.DENY), told)):
        assert title(denied, told, acts=acts) == expected


def test_a_counter_charge_is_not_the_question():
    charged, countered = "Whether Karsk guns hit the market", "Whether Velm guns hit the market"
    acts, parties = (Act.ACCUSE, Act.DENY, Act.ACCUSE), (WATCH, COUNCIL, COUNCIL)
    assert title(charged, None, countered, acts=acts, parties=parties) == charged
    assert title(countered, None, charged, acts=acts, parties=parties) == countered


def test_without_phrases_the_first_statement_is_quoted():
    assert title(None, None) in {f"Lantern Observatory on “content {n}”" for n in (0, 1)}
