"""Titles of matters by their ids, on both stores."""

from __future__ import annotations

from ledger_builders import make_matter

from sayso.ledger import Ledger


def test_titles_of_matters_that_are_there(ledger: Ledger) -> None:
    saved = [make_matter(f"Whether dam {number} burst") for number in range(3)]
    with ledger.writing() as book:
        for matter in saved:
            book.save_matter(matter)
    asked = [saved[0].id, saved[2].id, saved[0].id, "no matter"]
    assert ledger.titles(asked) == {m.id: m.title for m in (saved[0], saved[2])}
    assert ledger.titles([]) == {}
