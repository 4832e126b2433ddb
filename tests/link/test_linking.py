from __future__ import annotations

from datetime import date

import pytest

from sayso.link import affinity, link_gists, matter_opened_by
from sayso.link.terms import unit
from sayso.model import Gist

DAM = {"shell": 3.6, "dam": 3.8, "orlitsa": 8.8, "rebel": 3.9}
TALKS = {"prison": 3.5, "exchang": 3.3, "mediat": 4.0}


def gist(name: str, terms: dict[str, float], **changes) -> Gist:
    given = {
        "statement_id": name,
        "article_id": f"article of {name}",
        "matter_id": None,
        "terms": terms,
        "around": terms,
        "context": terms,
        "keys": tuple(terms),
        "places": (),
        "start": date(2026, 5, 1),
        "end": date(2026, 5, 5),
        "phrase": None,
    }
    given |= changes
    return Gist(**given | {name: unit(given[name]) for name in ("around", "context")})


def linked(*gists: Gist) -> list[str | None]:
    known: list[Gist] = []
    for one in gists:
        near = [k for k in known if set(k.keys) & set(one.keys)]
        known.extend(link_gists([one], lambda _keys, near=near: near))
    return [g.matter_id for g in known]


def test_statements_on_one_thing_share_a_matter():
    one, two = linked(gist("a", DAM), gist("b", DAM | {"water": 2.0}))
    assert one == two == matter_opened_by(gist("a", DAM))


def test_statements_on_other_things_open_their_own():
    one, two = linked(gist("a", DAM), gist("b", TALKS))
    assert one != two


def test_a_short_mention_joins_the_matter_that_holds_it():
    one, two = linked(gist("a", DAM), gist("b", {"dam": 3.8}, around=DAM, context=DAM))
    assert one == two


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            {"start": date(2027, 1, 1), "end": date(2027, 1, 9), "around": {}}, id="long after"
        ),
        pytest.param({"around": TALKS, "context": TALKS}, id="in an article about other things"),
    ],
)
def test_the_same_short_word_elsewhere_is_another_matter(changes):
    one, two = linked(gist("a", DAM), gist("b", {"dam": 3.8}, **changes))
    assert one != two


def test_a_statement_that_says_nothing_has_no_matter():
    assert linked(gist("a", {})) == [None]


def test_affinity_is_symmetric_and_bounded():
    pairs = [(gist("a", DAM), gist("b", TALKS | {"dam": 3.8})), (gist("a", DAM), gist("b", DAM))]
    for a, b in pairs:
        assert affinity(a, b) == affinity(b, a)
        assert 0 <= affinity(a, b) <= 1


def test_far_days_and_other_surroundings_lower_the_affinity():
    a = gist("a", DAM)
    near = affinity(a, gist("b", DAM))
    assert affinity(a, gist("b", DAM, context=TALKS)) < near
    assert affinity(a, gist("b", DAM, around=TALKS)) < near
    here, there = gist("a", DAM, places=("1",)), gist("b", DAM, places=("2",))
    assert affinity(here, there) < near
    assert affinity(a, gist("b", DAM, start=date(2026, 9, 1), end=None)) < near


def test_an_open_period_meets_what_comes_after():
    since = gist("a", DAM, start=date(2026, 4, 21), end=None)
    later = gist("b", DAM, start=date(2026, 8, 1), end=date(2026, 8, 2))
    assert affinity(since, later) == pytest.approx(1.0, abs=1e-3)
