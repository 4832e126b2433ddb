"""Which phrase of a matter's statements becomes its title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made_rows import make_party, make_row
from sayso.link import describe_matter
from sayso.model import Act, Gist, Row, Stance

WATCH = make_party("Lantern Observatory")
TERMS = {"rastel": 6.0}


def title(
    *phrases: str | None, called: str = "Shells hit market in Rastel", acts=(), stances=()
) -> str:
    """The title of a matter whose statements, one an article, give these phrases."""
    rows: list[Row] = []
    gists: list[Gist] = []
    for number, phrase in enumerate(phrases):
        act = acts[number] if acts else Act.ASSERT
        row = make_row(
            WATCH,
            stances[number] if stances else _own(act),
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


def _own(act: Act) -> Stance:
    """What an account of this act would be towards its own content."""
    return Stance.DENIES if act in (Act.DENY, Act.REJECT) else Stance.AFFIRMS


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


@pytest.mark.parametrize(
    ("act", "stance", "phrase", "otherwise"),
    [
        pytest.param(Act.ACCUSE, Stance.DENIES, "Velm guns hit Rastel", True, id="counter-charge"),
        pytest.param(Act.ASSERT, Stance.DENIES, "Velm guns hit Rastel", True, id="another account"),
        pytest.param(Act.DENY, Stance.AFFIRMS, "Velm guns hit Rastel", True, id="charged, denies"),
        pytest.param(Act.DENY, Stance.DENIES, "no gun of ours hit Rastel", True, id="own words"),
        pytest.param(Act.ASSERT, Stance.DENIES, "no gun hit Rastel", True, id="a negative"),
        pytest.param(Act.DENY, Stance.DENIES, "Velm guns hit Rastel", False, id="denies it"),
        pytest.param(Act.ACCUSE, Stance.AFFIRMS, "Velm guns hit Rastel", False, id="charge"),
        pytest.param(Act.ASSERT, Stance.NEUTRAL, "Velm guns hit Rastel", False, id="neutral"),
        pytest.param(Act.ASSERT, Stance.AFFIRMS, "no gun hit Rastel", False, id="nothing hit it"),
    ],
)
def test_the_question_is_what_the_stances_are_towards(act, stance, phrase, otherwise):
    plain, asked = "Whether the crossing at the mill was calm on Monday", f"Whether {phrase}"
    stances = (Stance.AFFIRMS, stance)
    expected = plain if otherwise else asked
    assert title(plain, asked, acts=(Act.ASSERT, act), stances=stances) == expected


def test_a_counter_charge_is_not_the_question():
    charged, countered = "Whether Karsk guns hit the market", "Whether Velm guns hit the market"
    acts = (Act.ACCUSE, Act.DENY, Act.ACCUSE)
    first = (Stance.AFFIRMS, Stance.DENIES, Stance.DENIES)
    assert title(charged, None, countered, acts=acts, stances=first) == charged
    assert title(countered, None, charged, acts=acts, stances=first) == countered


def test_a_quotation_asks_nothing():
    quoted = "Lantern Observatory: “Velm guns hit Rastel”"
    assert title(quoted, acts=(Act.ACCUSE,), stances=(Stance.DENIES,)) == quoted


def test_without_phrases_the_first_statement_is_quoted():
    assert title(None, None) in {f"Lantern Observatory on “content {n}”" for n in (0, 1)}
