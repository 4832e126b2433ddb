"""Matters do not depend on the order in which articles come in, and can be made anew."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sayso.assemble import build_run, make_work
from sayso.bench.dispatches import b_cubed, score_dispatches
from sayso.demo import demo_articles, demo_gold, demo_sides
from sayso.export import row_json
from sayso.jobs import Analysis, relink, store_analysis, weigh_changed
from sayso.ledger import Ledger, MatterFilter, RowFilter, open_ledger
from sayso.model import Matter
from sayso.settings import load_settings
from sayso.weigh import NO_MERGES

SETTINGS = load_settings(sides=demo_sides(), engine="serial", tagger="rules")
RUN = build_run(SETTINGS)


@cache
def analyses() -> tuple[Analysis, ...]:
    work = make_work(SETTINGS, RUN)
    found = [work(article) for article in demo_articles()]
    assert all(isinstance(one, Analysis) for one in found)
    return tuple(found)


def stored(where: Path | str, read: Iterable[Analysis]) -> Ledger:
    ledger = open_ledger(str(where))
    for analysis in read:
        with ledger.writing() as book:
            assert store_analysis(book, analysis, RUN, NO_MERGES)
    weigh_changed(ledger, NO_MERGES)
    return ledger


def matters_of(ledger: Ledger) -> Mapping[str, str]:
    found = {row.statement.id: row.matter for row in ledger.rows(RowFilter())}
    return {statement: matter for statement, matter in found.items() if matter is not None}


def agreement(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    assert one.keys() == other.keys()
    precision, recall = b_cubed((one[statement], other[statement]) for statement in one)
    return 2 * precision * recall / (precision + recall)


def orders() -> dict[str, Sequence[Analysis]]:
    given = analyses()
    shuffled = {f"shuffled {n}": random.Random(n).sample(given, len(given)) for n in range(2)}
    return {"last first": given[::-1], **shuffled}


def told(ledger: Ledger) -> list[object]:
    """All that is told of matters: what they are called, who holds what, and on what it rests."""
    return [
        (weighed.matter, sorted(weighed.statements), weighed.weighing)
        for weighed in ledger.matters(MatterFilter())
    ]


@pytest.mark.parametrize("name", ["last first", *(f"shuffled {n}" for n in range(2))])
def test_any_order_gives_the_same_matters(name: str, tmp_path: Path) -> None:
    first = stored(tmp_path / "one.db", analyses())
    other = stored(tmp_path / "other.db", orders()[name])
    assert agreement(matters_of(first), matters_of(other)) >= 0.97
    assert other.counts().statements == first.counts().statements
    for ledger in (first, other):
        assert ledger.counts().matters == len(list(ledger.matters(MatterFilter())))
        ledger.close()


def test_linking_anew_agrees_with_what_was_linked_as_it_came(where: str, tmp_path: Path) -> None:
    other = stored(tmp_path / "other.db", analyses())
    ledger = stored(where, orders()["shuffled 1"])
    assert agreement(matters_of(ledger), matters_of(other)) >= 0.97
    other.close()
    before = matters_of(ledger)
    linked = list(relink(ledger, NO_MERGES))
    assert [head.id for head in linked] == [head.id for head in ledger.articles()]
    assert agreement(before, matters_of(ledger)) >= 0.97
    counted = {m.matter.id: len(m.statements) for m in ledger.matters(MatterFilter())}
    assert sum(counted.values()) == len(before)
    assert ledger.counts().matters == len(counted)
    ledger.close()


def test_matters_are_those_of_a_careful_reader(tmp_path: Path) -> None:
    ledger = stored(tmp_path / "ledger.db", analyses())
    rows = [row_json(row) for row in ledger.rows(RowFilter())]
    ledger.close()
    found = {figure.name: figure.share for figure in score_dispatches(demo_gold(), rows)}
    # Floors a little under what was reached.
    assert found["matters, B-cubed precision"] >= 0.9
    assert found["matters, B-cubed recall"] >= 0.87


def test_linking_anew_mends_what_was_put_together_wrongly(tmp_path: Path) -> None:
    ledger = stored(tmp_path / "ledger.db", analyses())
    before, was_told = matters_of(ledger), told(ledger)
    list(relink(ledger, NO_MERGES))
    expected = told(ledger)
    with ledger.writing() as book:
        book.save_matter(Matter("f" * 20, "All in one", None, None, None))
        gists = [g for a in analyses() for g in book.gists_of_article(a.article.id)]
        moved = [replace(gist, matter_id="f" * 20) for gist in gists if gist.matter_id is not None]
        book.save_gists(moved)
        book.move_accounts(moved)
    assert set(matters_of(ledger).values()) == {"f" * 20}
    list(relink(ledger, NO_MERGES))
    assert told(ledger) == expected
    assert len(was_told) == len(expected)
    assert agreement(before, matters_of(ledger)) >= 0.97
    ledger.close()


@pytest.mark.parametrize("articles", [0, 1, 7])
def test_a_run_that_is_stopped_goes_on_where_it_stood(articles: int, where: str) -> None:
    ledger = stored(where, analyses())
    given = matters_of(ledger)
    list(relink(ledger, NO_MERGES))
    expected = told(ledger)
    stopped = relink(ledger, NO_MERGES)
    first = [next(stopped) for _ in range(articles + 1)]
    stopped.close()
    # Every statement is in a matter at any time.
    assert matters_of(ledger).keys() == given.keys()
    rest = list(relink(ledger, NO_MERGES))
    assert [*first, *rest] == list(ledger.articles())
    assert told(ledger) == expected
    assert ledger.changed_matters() == ()
    ledger.close()


def test_reading_after_a_stopped_run_weighs_all_matters(tmp_path: Path) -> None:
    *before, last = analyses()
    ledger = stored(tmp_path / "ledger.db", before)
    stopped = relink(ledger, NO_MERGES)
    for _ in range(5):
        next(stopped)
    stopped.close()
    with ledger.writing() as book:
        assert store_analysis(book, last, RUN, NO_MERGES)
    weigh_changed(ledger, NO_MERGES)
    assert ledger.changed_matters() == ()
    held = list(ledger.matters(MatterFilter()))
    assert all(weighed.weighing.positions and weighed.matter.title for weighed in held)
    rest = list(relink(ledger, NO_MERGES))
    assert len(rest) == len(before) - 5
    assert len(set(matters_of(ledger).values())) == ledger.counts().matters
    ledger.close()
