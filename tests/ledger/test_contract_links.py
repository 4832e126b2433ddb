"""What linking and weighing store comes back the same, in the order the contract names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from ledger_builders import (
    FRONT,
    RUN,
    VREL,
    account_of,
    dam,
    dam_weighing,
    link,
    make_article,
    make_gist,
    make_matter,
    make_party,
    make_place,
    make_sketch,
    make_statement,
    store_dam,
)

from sayso.errors import LedgerError, NotFoundError
from sayso.ledger import Book, Growth, Ledger, MatterFilter, RowFilter
from sayso.model import (
    Article,
    Position,
    Said,
    SaidBasis,
    Shift,
    Stance,
    Statement,
    Weighing,
    make_run,
)

EMPTY = Weighing((), (), (), 0, 0)


def store_many(book: Book, count: int) -> list[tuple[Article, Statement]]:
    """Store articles of one statement each, one a day."""
    made = []
    for i in range(count):
        article = make_article(f"The dam was shelled, wire {i} said.", outlet=f"wire {i}")
        told = make_statement(article, "The dam was shelled")
        assert book.append(article, (told,), RUN)
        made.append((article, told))
    return made


# Sketches and origins


def test_sketches_come_back_by_band_oldest_first(ledger: Ledger) -> None:
    with ledger.writing() as book:
        (a, _), (b, _), (c, _) = store_many(book, 3)
        first = make_sketch(a, bands=("0:x", "1:y"))
        second = make_sketch(b, origin=a, bands=("0:x", "1:z", "0:x"))
        third = make_sketch(c, bands=("0:other", "🙂"))
        for sketch in (first, second, third):
            book.save_sketch(sketch)
        assert book.sketches(("1:z", "1:y", "0:x")) == (first, second)
        assert book.sketches(("1:z",)) == (second,)
        assert book.sketches(("🙂", "nothing")) == (third,)
        assert book.sketches(("nothing",)) == book.sketches(()) == ()


def test_a_sketch_saved_again_takes_the_place_of_the_old_one(ledger: Ledger) -> None:
    with ledger.writing() as book:
        (a, _), (b, _) = store_many(book, 2)
        book.save_sketch(make_sketch(b, bands=("old",)))
        book.save_sketch(make_sketch(b, origin=a, bands=("new",)))
        assert book.sketches(("old",)) == ()
        assert book.sketches(("new",)) == (make_sketch(b, origin=a, bands=("new",)),)
        assert book.origins([b.id]) == {b.id: a.id}


def test_at_most_a_hundred_sketches_the_oldest(ledger: Ledger) -> None:
    with ledger.writing() as book:
        made = store_many(book, 104)
        for i, (article, _) in enumerate(made):
            book.save_sketch(make_sketch(article, bands=("all", f"{i % 2}")))
        found = book.sketches(("all", "0", "1"))
    assert [sketch.article_id for sketch in found] == [article.id for article, _ in made[:100]]


def test_sketches_that_share_most_bands_come_first(ledger: Ledger) -> None:
    with ledger.writing() as book:
        made = store_many(book, 12)
        keys = tuple(f"{i}" for i in range(11))
        for i, (article, _) in enumerate(made):
            book.save_sketch(make_sketch(article, bands=keys[: i or 11]))
        found = book.sketches(keys)
    expected = [made[i][0].id for i in (0, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)]
    assert [sketch.article_id for sketch in found] == expected


def test_sketches_come_back_by_article(ledger: Ledger) -> None:
    with ledger.writing() as book:
        (a, _), (b, _), (c, _) = store_many(book, 3)
        first, second = make_sketch(a, bands=("x",)), make_sketch(b, origin=a, bands=())
        for sketch in (first, second):
            book.save_sketch(sketch)
        assert book.sketches_of([c.id, b.id, a.id, "f" * 20]) == (first, second)
        assert book.sketches_of([]) == ()


def test_origins_become_one_the_first_published(ledger: Ledger) -> None:
    matter = make_matter()
    with ledger.writing() as book:
        made = store_many(book, 6)
        (a, _), (b, _), (c, told), (d, _), (e, _), (f, _) = made
        for article, origin in ((a, a), (b, a), (c, c), (d, c), (e, e), (f, f)):
            book.save_sketch(make_sketch(article, origin=origin, bands=()))
        link(book, matter, [told, made[0][1]])
        first, *_ = sorted((a, c, e), key=lambda x: (x.published, x.id))
        changed = book.join_origins([e.id, c.id, a.id])
        assert changed == (matter.id,)
        one = {x.id: first.id for x in (a, b, c, d, e)}
        assert book.origins([x.id for x, _ in made]) == one | {f.id: f.id}
        assert book.join_origins([f.id]) == ()
    assert ledger.counts().origins == 2


def test_copies_share_an_origin(ledger: Ledger) -> None:
    with ledger.writing() as book:
        (a, _), (b, _), (c, _), (d, _) = store_many(book, 4)
        book.save_sketch(make_sketch(a, bands=()))
        for copy in (b, c):
            book.save_sketch(make_sketch(copy, origin=a, bands=()))
        ids = (a.id, b.id, d.id, "f" * 20)
        origins = {a.id: a.id, b.id: a.id, d.id: d.id, "f" * 20: "f" * 20}
        assert book.origins(ids) == origins
    assert ledger.origins(iter(ids)) == origins
    assert set(ledger.copies(a.id)) == {b.head, c.head}
    assert set(ledger.copies(b.id)) == {a.head, c.head}
    assert ledger.copies(d.id) == ()
    assert ledger.counts().origins == 2


def test_a_sketch_of_nothing_is_refused(ledger: Ledger) -> None:
    with ledger.writing() as book:
        ((a, _),) = store_many(book, 1)
        with pytest.raises(LedgerError, match="no article"):
            book.save_sketch(replace(make_sketch(a, bands=()), article_id="f" * 20))


# Gists


def test_gists_come_back_by_key_newest_first(ledger: Ledger) -> None:
    matter = make_matter()
    with ledger.writing() as book:
        told = [statement for _, statement in store_many(book, 5)]
        book.save_matter(matter)
        keys = (("dam",), ("dam", "x"), ("x", "x"), ("dam",), ("🙂",))
        gists = [make_gist(s, matter, keys=k) for s, k in zip(told, keys, strict=True)]
        book.save_gists(gists)
        assert book.gists_by_key(("dam",), per_key=2, most=99) == (gists[3], gists[1])
        assert book.gists_by_key(("dam", "x", "dam"), per_key=1, most=99) == (gists[3], gists[2])
        assert book.gists_by_key(("dam", "x"), per_key=9, most=99) == tuple(reversed(gists[:4]))
        many = tuple(f"no{i}" for i in range(30))
        assert book.gists_by_key((*many, "🙂"), per_key=3, most=99) == (gists[4],)
        assert book.gists_by_key((), per_key=3, most=99) == ()
        # Those that share most keys, of these the newest.
        assert book.gists_by_key(("dam", "x"), per_key=9, most=1) == (gists[1],)
        assert book.gists_by_key(("dam", "x"), per_key=9, most=2) == (gists[3], gists[1])
        assert book.gists_of_matter(matter.id, limit=2) == (gists[4], gists[3])


def test_a_gist_without_a_matter_is_not_found(ledger: Ledger) -> None:
    with ledger.writing() as book:
        (_, told), *_ = store_many(book, 1)
        book.save_gists([make_gist(told, None)])
        assert book.gists_by_key(("dam",), per_key=5, most=99) == ()
        matter = make_matter()
        book.save_matter(matter)
        book.save_gists([make_gist(told, matter, keys=("new",))])
        assert book.gists_by_key(("new",), per_key=5, most=99) == (
            make_gist(told, matter, keys=("new",)),
        )
        assert book.gists_by_key(("dam",), per_key=5, most=99) == ()
        book.save_gists([make_gist(told, None)])
        assert book.gists_by_key(("new",), per_key=5, most=99) == ()


def test_a_gist_saved_in_a_transaction_is_read_anew(ledger: Ledger) -> None:
    one, two = make_matter("one"), make_matter("two")
    with ledger.writing() as book:
        (_, told), *_ = store_many(book, 1)
        for matter in (one, two):
            book.save_matter(matter)
            book.save_gists([make_gist(told, matter)])
            assert book.gists_by_key(("dam",), per_key=5, most=99) == (make_gist(told, matter),)
            assert book.gists_of_matter(matter.id, limit=5) == (make_gist(told, matter),)
        assert book.gists_of_matter(one.id, limit=5) == ()


def test_a_gist_of_no_statement_is_refused(ledger: Ledger) -> None:
    _, (claim, _) = dam()
    with ledger.writing() as book, pytest.raises(LedgerError, match="no statement"):
        book.save_gists([make_gist(claim, None)])


# Matters, accounts and weighings


def test_a_weighed_matter_comes_back_equal(ledger: Ledger) -> None:
    article, statements = dam()
    matter = make_matter(place=make_place(article, "Orlitsa"), end=date(2026, 5, 5))
    weighing = dam_weighing(statements)
    with ledger.writing() as book:
        store_dam(book)
        link(book, matter, statements)
        book.save_weighing(matter.id, weighing)
        assert book.matter(matter.id) == matter
    found = ledger.matter(matter.id[:8])
    assert found.matter == matter
    assert found.weighing == weighing
    assert found.statements == tuple(s.id for s in statements)
    assert [row.stance for row in ledger.rows(RowFilter())] == [Stance.AFFIRMS] * 2
    assert {row.matter for row in ledger.rows(RowFilter())} == {matter.id}


def test_a_weighing_takes_the_place_of_the_one_before(ledger: Ledger) -> None:
    with ledger.writing() as book:
        _, statements = store_dam(book)
        matter = make_matter()
        link(book, matter, statements)
        book.save_weighing(matter.id, dam_weighing(statements))
        fewer = replace(dam_weighing(statements), positions=(), shifts=(), conflicts=(), articles=7)
        book.save_weighing(matter.id, fewer)
    assert ledger.matter(matter.id).weighing == fewer
    assert list(ledger.matters(MatterFilter(contested=True))) == []
    assert list(ledger.shifts(party=None, side=None)) == []


def test_a_matter_saved_again_keeps_what_was_weighed(ledger: Ledger) -> None:
    with ledger.writing() as book:
        article, statements = store_dam(book)
        matter = make_matter(place=make_place(article, "Orlitsa"))
        link(book, matter, statements)
        book.save_weighing(matter.id, dam_weighing(statements))
        renamed = replace(matter, title="Whether it was", place=None, start=None)
        book.save_matter(renamed)
    found = ledger.matter(matter.id)
    assert found.matter == renamed
    assert found.weighing == dam_weighing(statements)
    assert len(list(ledger.matters(MatterFilter(least=2)))) == 1


def test_the_newest_account_of_a_statement_wins(ledger: Ledger) -> None:
    with ledger.writing() as book:
        _, (claim, denial) = store_dam(book)
        one, two = make_matter("one"), make_matter("two")
        link(book, one, (claim, denial))
        link(book, two, (denial,), Stance.DENIES)
        both = (account_of(claim, one), account_of(claim, one, Stance.DOUBTS))
        book.save_accounts(both)
    assert ledger.matter(one.id).statements == (claim.id,)
    assert ledger.matter(two.id).statements == (denial.id,)
    assert ledger.row(denial.id).stance is Stance.DENIES
    assert ledger.row(claim.id).stance is Stance.DOUBTS
    assert [m.matter.id for m in ledger.matters(MatterFilter(least=2))] == []
    with ledger.writing() as book:
        link(book, two, (claim,))
    assert [m.matter for m in ledger.matters(MatterFilter())] == [two]


# What is to be weighed


def test_a_matter_is_to_be_weighed_until_it_was(ledger: Ledger) -> None:
    one, two = make_matter("one"), make_matter("two")
    with ledger.writing() as book:
        _, (claim, denial) = store_dam(book)
        link(book, one, (claim, denial))
        link(book, two, ())
        assert book.growth([one.id, two.id, "f" * 20]) == {
            one.id: Growth(2, 2),
            two.id: Growth(0, 0),
        }
        book.save_weighing(one.id, EMPTY)
        assert book.growth([one.id]) == {one.id: Growth(2, 0)}
        # Another stance is no change of what the matter holds.
        link(book, one, (claim,), Stance.DOUBTS)
        assert book.growth([one.id]) == {one.id: Growth(2, 0)}
    assert ledger.changed_matters() == ()
    with ledger.writing() as book:
        link(book, two, (denial,))
        assert book.growth([one.id, two.id]) == {one.id: Growth(1, 1), two.id: Growth(1, 1)}
    assert ledger.changed_matters() == tuple(sorted((one.id, two.id)))
    with ledger.writing() as book:
        book.save_weighing(one.id, EMPTY)
    assert ledger.changed_matters() == (two.id,)
    with ledger.writing() as book:
        book.mark_changed([one.id])
    assert ledger.changed_matters() == tuple(sorted((one.id, two.id)))


def test_another_origin_is_a_change(ledger: Ledger) -> None:
    matter = make_matter()
    with ledger.writing() as book:
        (a, _), (b, told) = store_many(book, 2)
        for article in (a, b):
            book.save_sketch(make_sketch(article, bands=()))
        link(book, matter, (told,))
        book.save_weighing(matter.id, EMPTY)
        first, _ = sorted((a, b), key=lambda x: (x.published, x.id))
        changed = book.join_origins([a.id, b.id])
        assert changed == (() if first == b else (matter.id,))
    assert ledger.changed_matters() == changed


def test_articles_taken_out_of_their_matters_are_named_until_linked(ledger: Ledger) -> None:
    matter = make_matter()
    with ledger.writing() as book:
        made = store_many(book, 3)
        told = [statement for _, statement in made]
        link(book, matter, told[:2])
        # The third says nothing to link by.
        book.save_gists([*(make_gist(s, matter) for s in told[:2]), make_gist(told[2], None)])
    assert ledger.unlinked() == ()
    with ledger.writing() as book:
        book.unlink()
        assert book.gists_of_matter(matter.id, limit=5) == ()
        assert book.gists_by_key(("dam",), per_key=5, most=99) == ()
    heads = [article.head for article, _ in made[:2]]
    assert list(ledger.unlinked()) == [head for head in ledger.articles() if head in heads]
    assert ledger.changed_matters() == (matter.id,)
    with ledger.writing() as book:
        book.save_gists([make_gist(told[0], matter)])
    assert ledger.unlinked() == (heads[1],)


def test_accounts_of_what_is_not_there_are_refused(ledger: Ledger) -> None:
    other = make_run(version="9", tagger="x", model_digest="", settings="{}")
    with ledger.writing() as book:
        _, (claim, denial) = store_dam(book)
        matter = make_matter()
        book.save_matter(matter)
        with pytest.raises(LedgerError, match="no statement"):
            book.save_accounts([replace(account_of(claim, matter), statement_id="f" * 20)])
        with pytest.raises(LedgerError, match="no run"):
            book.save_accounts([account_of(claim, matter, run=other)])
        book.append(make_article("Rain fell.", outlet="z"), (), other)
        book.save_accounts([account_of(denial, matter, run=other)])
        with pytest.raises(LedgerError, match="no statement"):
            book.save_weighing(matter.id, dam_weighing((claim, replace(denial, id="f" * 20))))


def test_an_account_of_an_unknown_matter_undoes_the_transaction(ledger: Ledger) -> None:
    article, (claim, denial) = dam()
    with pytest.raises(LedgerError), ledger.writing() as book:
        book.append(article, (claim, denial), RUN)
        book.save_accounts([account_of(claim, make_matter())])
    assert not ledger.has_article(article.id)


def test_what_is_asked_of_an_unknown_matter(ledger: Ledger) -> None:
    with ledger.writing() as book:
        with pytest.raises(NotFoundError):
            book.matter("f" * 20)
        with pytest.raises(NotFoundError):
            book.save_weighing("f" * 20, EMPTY)
        assert book.rows_of_matter("f" * 20) == ()
        assert book.gists_of_matter("f" * 20, limit=5) == ()


def test_rows_of_a_matter_come_in_order_of_saying(ledger: Ledger) -> None:
    article = make_article(" ".join(f"w{i} " for i in range(9)), title=None)
    later = make_article("w9", title=None, published=date(2026, 5, 9))
    undated = make_article("w10", title=None, published=None)

    def on(start: date | None, end: date | None) -> Said:
        return Said(None, start, end, SaidBasis.SENTENCE)

    may = [date(2026, 5, day) for day in range(1, 10)]
    told = [
        make_statement(article, "w7", said=on(may[0], may[1])),
        make_statement(article, "w6", said=on(None, may[2])),
        make_statement(article, "w5", said=on(may[3], None)),
        make_statement(article, "w1"),  # said on the day of the article: 5 May
        make_statement(article, "w2", said=on(None, None)),
        make_statement(article, "w0", said=on(may[7], may[7])),
    ]
    last = make_statement(later, "w9", said=on(may[7], may[7]))
    unknown = make_statement(undated, "w10")
    with ledger.writing() as book:
        matter = make_matter()
        book.append(undated, (unknown,), RUN)
        book.append(later, (last,), RUN)
        book.append(article, told, RUN)
        link(book, matter, [*reversed(told), unknown, last])
        ids = [row.statement.id for row in book.rows_of_matter(matter.id)]
    assert ids == [s.id for s in (*told, last, unknown)]
    assert list(ledger.matter(matter.id).statements) == ids


def test_rows_of_a_matter_have_all_that_rows_have(ledger: Ledger) -> None:
    with ledger.writing() as book:
        article, statements = store_dam(book)
        link(book, make_matter(), statements, Stance.EVADES)
        rows = book.rows_of_matter(make_matter().id)
    assert [row.statement for row in rows] == list(statements)
    assert rows == tuple(ledger.rows(RowFilter()))
    assert rows[0].article == article.head


def test_shifts_come_latest_first(ledger: Ledger) -> None:
    with ledger.writing() as book:
        _, (claim, denial) = store_dam(book)
        shown = (denial.id, claim.id)
        days = {"a": date(2026, 5, 2), "b": date(2026, 5, 9), "c": None}
        for title, day in days.items():
            matter = make_matter(title)
            book.save_matter(matter)
            party = VREL if title == "b" else FRONT
            book.save_weighing(
                matter.id,
                Weighing(
                    positions=(
                        Position(party, party.side, Stance.DENIES, None, None, (denial.id,)),
                        Position(party, party.side, Stance.EVADES, day, None, (claim.id,)),
                    ),
                    shifts=(Shift(party, party.side, Stance.DENIES, Stance.EVADES, shown),),
                    conflicts=(),
                    articles=1,
                    origins=1,
                ),
            )

    def titles(party: str | None = None, side: str | None = None) -> list[str]:
        return [row.matter.title for row in ledger.shifts(party=party, side=side)]

    assert titles() == ["b", "a", "c"]
    assert titles(party="southern") == titles(side="South") == ["a", "c"]
    assert titles(party=VREL.id) == titles(party="hana VREL") == ["b"]
    assert titles(party="uthern") == titles(side="nobody") == titles(party="") == []
    assert titles(party="hana", side="South") == []
    first = next(iter(ledger.shifts(party=None, side=None)))
    assert first.shift == Shift(VREL, VREL.side, Stance.DENIES, Stance.EVADES, shown)


def test_a_party_of_a_weighing_need_not_have_spoken(ledger: Ledger) -> None:
    cabinet = make_party("The Cabinet", side="North")
    held = Position(cabinet, "North", Stance.DENIES, None, None, ())
    with ledger.writing() as book:
        matter = make_matter()
        book.save_matter(matter)
        book.save_weighing(matter.id, replace(EMPTY, positions=(held,)))
    assert ledger.matter(matter.id).weighing.positions == (held,)


def test_links_that_cannot_be_stored_are_refused(ledger: Ledger) -> None:
    with ledger.writing() as book:
        article, (claim, _) = store_dam(book)
        gist = make_gist(claim, None)
        for bad in ("a\0b", "a\ud800b"):
            refused = pytest.raises(LedgerError, match="can't be stored")
            with refused:
                book.save_matter(replace(make_matter(), title=bad))
            with refused:
                book.save_gists([replace(gist, phrase=bad)])
            with refused:
                book.save_sketch(make_sketch(article, bands=(bad,)))
            with refused:
                book.append(make_article("Rain fell."), (), replace(RUN, settings=bad))
