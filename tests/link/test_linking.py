from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from sayso.link import link_gists
from sayso.link.affinity import affinities
from sayso.link.agglomerate import agglomerate
from sayso.link.cluster import SETTLED
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


def affinity(a: Gist, b: Gist) -> float:
    return float(affinities([a, b])[0, 1])


def linked(*gists: Gist) -> list[str | None]:
    known: dict[str, Gist] = {}

    def members(matter: str, limit: int) -> list[Gist]:
        return [k for k in known.values() if k.matter_id == matter][:limit]

    for one in gists:
        near = [k for k in known.values() if set(k.keys) & set(one.keys)]
        found = link_gists([one], lambda _keys, near=near: near, members)
        known |= {g.statement_id: g for g in (*found.gists, *found.moved)}
    return [known[g.statement_id].matter_id for g in gists]


def test_statements_on_one_thing_share_a_matter():
    one, two = linked(gist("a", DAM), gist("b", DAM | {"water": 2.0}))
    assert one == two
    assert one == linked(gist("a", DAM))[0]


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


def test_one_rare_word_in_common_makes_no_matter():
    """Two short articles that have nothing in common but the town."""
    pit = {"pit": 3.7, "flood": 3.8, "miner": 4.1, "orlitsa": 8.8}
    one, two = linked(gist("a", DAM), gist("b", pit))
    assert one != two
    # With the same words in common beside the town, they are about one thing.
    one, two = linked(gist("a", DAM), gist("b", pit | {"shell": 3.6, "dam": 3.8, "rebel": 3.9}))
    assert one == two


def test_statements_of_one_article_may_be_of_two_matters():
    both = DAM | TALKS
    told = gist("a", DAM, context=both), gist("b", TALKS, context=both, article_id="article of a")
    found = link_gists(told, lambda _keys: [], lambda _matter, _limit: [])
    assert len({g.matter_id for g in found.gists}) == 2


def test_a_statement_that_says_nothing_has_no_matter():
    assert linked(gist("a", {})) == [None]


def test_affinity_is_symmetric_and_bounded():
    pairs = [(gist("a", DAM), gist("b", TALKS | {"dam": 3.8})), (gist("a", DAM), gist("b", DAM))]
    for a, b in pairs:
        assert affinity(a, b) == pytest.approx(affinity(b, a))
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
    assert affinity(since, later) == pytest.approx(affinity(since, gist("b", DAM)))
    ended = gist("a", DAM, start=date(2026, 4, 21), end=date(2026, 4, 22))
    assert affinity(ended, later) < affinity(since, later) / 2


def test_what_links_two_matters_makes_them_one():
    ends = gist("a", {"shell": 3.6, "dam": 3.8}), gist("b", {"flood": 3.6, "valley": 3.8})
    apart = linked(*ends)
    assert apart[0] != apart[1]
    both = gist("c", {"shell": 3.6, "dam": 3.8, "flood": 3.6, "valley": 3.8})
    for order in ((*ends, both), (both, *ends), (ends[0], both, ends[1])):
        assert len(set(linked(*order))) == 1


def test_a_large_matter_stays_together_and_takes_in_more():
    old = [gist(f"{i:03}", DAM, matter_id="old") for i in range(SETTLED + 1)]
    new, other = gist("new", DAM), gist("other", TALKS)
    found = link_gists([new, other], lambda _keys: old, lambda _matter, limit: old[:limit])
    first, second = (g.matter_id for g in found.gists)
    assert first == "old" != second
    assert found.moved == ()
    assert found.opened == (second,)


@pytest.mark.parametrize(
    ("least", "together", "expected"),
    [
        pytest.param(0.5, None, (0, 0, 2, 2), id="two pairs"),
        pytest.param(0.15, None, (0, 0, 0, 0), id="all"),
        pytest.param(0.95, None, (0, 1, 2, 3), id="none"),
        pytest.param(0.15, (7, -1, 9, -1), (0, 0, 2, 2), id="given clusters are never joined"),
        pytest.param(0.95, (7, -1, -1, 7), (0, 1, 2, 0), id="a given cluster is kept"),
    ],
)
def test_the_most_alike_are_joined_first(least, together, expected):
    likeness = np.full((4, 4), 0.2)
    likeness[0, 1] = likeness[1, 0] = 0.9
    likeness[2, 3] = likeness[3, 2] = 0.8
    given = None if together is None else np.array(together)
    assert agglomerate(likeness, least, together=given) == expected


@pytest.mark.parametrize(("more", "expected"), [(0.0, (0, 0, 0)), (0.2, (0, 0, 2))])
def test_it_takes_more_to_be_joined_to_a_given_cluster(more, expected):
    likeness = np.array([[1, 0.9, 0.5], [0.9, 1, 0.5], [0.5, 0.5, 1]])
    given = np.array([4, 4, -1])
    assert agglomerate(likeness, 0.4, together=given, together_more=more) == expected
    # Those that were not given together are joined as ever.
    assert agglomerate(likeness, 0.4, together_more=more) == (0, 0, 0)


def test_no_items_make_no_clusters():
    assert agglomerate(np.zeros((0, 0)), 0.5) == ()
