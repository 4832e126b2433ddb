"""What goes into a ledger comes out the same; what is wrong is refused whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_builders import (
    DAM,
    FRONT,
    MINE,
    RUN,
    dam,
    make_article,
    make_party,
    make_place,
    make_statement,
    piece,
    store_dam,
)

from sayso.errors import LedgerError, NotFoundError, SpanMismatchError
from sayso.ledger import Ledger, RowFilter, open_ledger
from sayso.ledger.append import check_spans
from sayso.model import (
    Act,
    Article,
    Channel,
    ChannelKind,
    Manner,
    PartyKind,
    Place,
    Precision,
    Said,
    SaidBasis,
    Span,
    Statement,
    When,
    span_of,
)

ALL = RowFilter()


def stored_statements(ledger: Ledger) -> list[Statement]:
    return [row.statement for row in ledger.rows(ALL)]


def test_a_new_ledger_is_empty(ledger: Ledger) -> None:
    assert list(ledger.articles()) == []
    assert list(ledger.rows(ALL)) == []
    assert ledger.counts().articles == ledger.counts().statements == 0


def test_an_article_with_statements_comes_back_equal(ledger: Ledger) -> None:
    with ledger.writing() as book:
        article, (claim, denial) = store_dam(book)
    assert ledger.article(article.id) == article
    assert stored_statements(ledger) == [claim, denial]
    assert ledger.row(claim.id).statement == claim
    assert ledger.row(claim.id).article == article.head
    assert ledger.row(claim.id).matter is None


def test_runs_are_told_with_the_number_of_their_statements(ledger: Ledger) -> None:
    assert ledger.runs() == ()
    with ledger.writing() as book:
        _, statements = store_dam(book)
    (found,) = ledger.runs()
    assert found.run == RUN
    assert found.statements == len(statements)


def test_appending_twice_adds_nothing(ledger: Ledger) -> None:
    article, statements = dam()
    with ledger.writing() as book:
        assert book.append(article, statements, RUN) is True
        assert book.append(article, statements, RUN) is False
    with ledger.writing() as book:
        assert book.append(article, (), RUN) is False
    assert len(stored_statements(ledger)) == 2
    assert ledger.counts().articles == 1


SCRIPTS = (
    "🙂🙂 said “no” 🙂",
    "قال الوزير إن السد قُصف said",
    "first line\r\nsecond\rthird said",
    "e\u0301 combining said \u202eright to left\u202c",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 said so; ' \" \\ % _ $1 :name ?",
    "\ufeffmark said \x01\x1b[31m",
)


def test_text_of_all_scripts_comes_back_equal(ledger: Ledger) -> None:
    made = [_everywhere(text) for text in SCRIPTS]
    for article, told in made:
        with ledger.writing() as book:
            book.append(article, (told,), RUN)
    for article, told in made:
        assert ledger.article(article.id) == article
        assert ledger.row(told.id).statement == told


def _everywhere(text: str) -> tuple[Article, Statement]:
    """Return an article and a statement that hold a text wherever they can."""
    article = replace(
        make_article(text, title=text, outlet=text, name=text, given_id=text), byline=text
    )
    whole = span_of(article.text, 0, len(article.text))
    told = make_statement(article, "said", party=make_party(text, side=text, role=text))
    told = replace(
        told,
        content=(whole,),
        places=(Place(whole, text, None, None, None, None, Precision.POINT),),
        dates=(When(whole, text, None, None),),
        channel=(Channel(whole, ChannelKind.DOCUMENT),),
        said=Said(text, None, None, SaidBasis.BEFORE),
    )
    return article, told


def test_an_article_of_nulls_comes_back_equal(ledger: Ledger) -> None:
    article = make_article("", title=None, outlet=None, published=None, raw=b"")
    assert article.text == ""
    with ledger.writing() as book:
        assert book.append(article, (), RUN)
    assert ledger.article(article.id) == article
    assert list(ledger.articles()) == [article.head]


def test_the_ends_of_time_come_back(ledger: Ledger) -> None:
    said = Said(None, date.min, date.max, SaidBasis.ARTICLE)
    for published in (date.min, date.max):
        article = make_article(published=published)
        told = make_statement(article, "the shelling", said=said)
        with ledger.writing() as book:
            book.append(article, (told,), RUN)
        assert ledger.article(article.id) == article
        assert ledger.row(told.id).statement == told


def test_every_word_of_the_lists_comes_back(ledger: Ledger) -> None:
    article = make_article(" ".join(f"w{i} said{i}." for i in range(60)))
    place = make_place(article, "w1")
    told: list[Statement] = []
    for i, act in enumerate(Act):
        told.append(make_statement(article, f"w{i} ", act=act))
    for i, kind in enumerate(PartyKind, start=18):
        told.append(make_statement(article, f"w{i} ", party=make_party("Somebody", kind)))
    for i, basis in enumerate(SaidBasis, start=24):
        told.append(make_statement(article, f"w{i} ", said=Said(None, None, None, basis)))
    for i, channel in enumerate(ChannelKind, start=28):
        base = make_statement(article, f"w{i} ")
        told.append(replace(base, channel=(Channel(piece(article, "w3"), channel),)))
    for i, precision in enumerate(Precision, start=33):
        base = make_statement(article, f"w{i} ")
        told.append(replace(base, places=(replace(place, precision=precision), place)))
    for i, manner in enumerate(Manner, start=14):
        told.append(make_statement(article, f"w{i} ", manner=manner))
    told.sort(key=lambda s: s.start)
    with ledger.writing() as book:
        book.append(article, told, RUN)
    assert stored_statements(ledger) == told


def test_a_party_keeps_its_role_and_side_in_each_row(ledger: Ledger) -> None:
    article = make_article()
    here = make_party(side="North", role="minister", acts_for="the cabinet")
    there = make_party(side=None, role=None)
    assert here.id == there.id
    told = (
        make_statement(article, "Rebel forces", party=here),
        make_statement(article, "late April", party=there),
    )
    with ledger.writing() as book:
        book.append(article, told, RUN)
    assert [s.party for s in stored_statements(ledger)] == [here, there]


def test_a_statement_inside_another(ledger: Ledger) -> None:
    article, (claim, denial) = dam()
    inner = replace(claim, inside=denial.id)
    with ledger.writing() as book:
        book.append(article, (inner, denial), RUN)
    assert ledger.row(claim.id).statement == inner


# Refusals


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)


def _with_bad_span(role: str, article: Article, statement: Statement) -> Statement:
    bad = _shifted(piece(article, "Orlitsa"), 1)
    if role in {"source", "cue", "content"}:
        return replace(statement, **{role: (bad,)})
    return {
        "place": replace(
            statement, places=(Place(bad, "Orlitsa", None, None, None, None, Precision.TOWN),)
        ),
        "date": replace(statement, dates=(When(bad, "2026", None, None),)),
        "channel": replace(statement, channel=(Channel(bad, ChannelKind.OUTLET),)),
    }[role]


@pytest.mark.parametrize("role", ["source", "cue", "content", "place", "date", "channel"])
def test_a_wrong_span_refuses_the_whole_article(tmp_path: Path, role: str) -> None:
    # The check is made before either store is reached; what it leaves behind is tested on both.
    ledger = open_ledger(str(tmp_path / "ledger.db"))
    article, (claim, denial) = dam()
    with ledger.writing() as book, pytest.raises(SpanMismatchError) as refused:
        book.append(article, (claim, _with_bad_span(role, article, denial)), RUN)
    ledger.close()
    assert role in refused.value.problem
    assert article.name in refused.value.problem
    assert "Orlitsa" in refused.value.problem
    assert refused.value.remedy


BAD_SPANS = (
    Span(-3, 2, "ab"),
    Span(0, 10_000, DAM),
    Span(5, 5, ""),
    Span(9, 5, "x"),
    Span(10_000, 10_005, "Rebel"),
    Span(0, 5, "rebel"),
    Span(1, 6, "Rebel"),
)


def test_nothing_is_left_of_a_refused_article(ledger: Ledger) -> None:
    article = make_article(title=None)
    other = make_article(MINE, name="other.txt")
    good = make_statement(article, "Orlitsa", party=FRONT)
    with ledger.writing() as book:
        for span in BAD_SPANS:
            with pytest.raises(SpanMismatchError):
                book.append(article, (good, replace(good, id="f" * 20, content=(span,))), RUN)
        assert not ledger.has_article(article.id)
        assert book.append(other, (), RUN)
    assert [head.id for head in ledger.articles()] == [other.id]
    assert stored_statements(ledger) == []


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(text=TEXTS, data=st.data())
def test_every_span_moved_off_its_text_is_refused(text: str, data: st.DataObject) -> None:
    article = replace(make_article(), text=text, blocks=())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = _shifted(Span(start, end, text[start:end]), data.draw(st.integers(-4, 4)))
    told = replace(make_statement(make_article(), "Rebel"), content=(span,))
    if span.start >= 0 and text[span.start : span.end] == span.text:
        check_spans(article, (told,))
    else:
        with pytest.raises(SpanMismatchError):
            check_spans(article, (told,))


def test_text_that_cannot_be_stored_is_refused(ledger: Ledger) -> None:
    fields = ("title", "name", "byline", "given_id", "text", "outlet", "url", "language")
    with ledger.writing() as book:
        for bad in ("\0", "\ud800"):
            for field in fields:
                article = replace(make_article(), **{field: f"a{bad}b", "blocks": ()})
                with pytest.raises(LedgerError) as refused:
                    book.append(article, (), RUN)
                assert field.replace("_", " ") in refused.value.problem
            article = make_article()
            party = make_party(f"Vrel{bad}")
            with pytest.raises(LedgerError):
                book.append(article, (make_statement(article, "Rebel", party=party),), RUN)
        assert book.append(make_article(MINE), (), RUN)
    assert len(list(ledger.articles())) == 1


def test_statements_that_do_not_belong_together_are_refused(ledger: Ledger) -> None:
    article, (claim, denial) = dam()
    other = make_article(MINE)
    cases = {
        "same id": (claim, replace(denial, id=claim.id)),
        "another article": (replace(claim, article_id=other.id),),
        "another run": (replace(claim, run="f" * 20),),
        "without content": (replace(claim, content=()),),
        "inside one": (replace(claim, inside="f" * 20),),
    }
    with ledger.writing() as book:
        for what, statements in cases.items():
            with pytest.raises(LedgerError, match=what):
                book.append(article, statements, RUN)
    assert not ledger.has_article(article.id)


# Looking up


def test_short_ids(ledger: Ledger) -> None:
    twins = [replace(make_article(), id=f"abcd{d}" + "0" * 15, given_id=None) for d in "01"]
    with ledger.writing() as book:
        for twin in twins:
            book.append(twin, (), RUN)
        store_dam(book)
    assert ledger.article("abcd0").id == twins[0].id
    assert ledger.article(" ABCD1 ").id == twins[1].id
    assert ledger.article(twins[0].id).id == twins[0].id
    with pytest.raises(NotFoundError, match="Several"):
        ledger.article("abcd")
    for ref in ("abc", "", "abcd2", "%", "____", "abcd%", "🙂", "\0", "\ud800", "no such thing"):
        with pytest.raises(NotFoundError, match="no article"):
            ledger.article(ref)


def test_an_article_is_found_by_its_given_id(ledger: Ledger) -> None:
    with ledger.writing() as book:
        article, _ = store_dam(book)
        for day in (1, 2):
            book.append(make_article(published=date(2026, 1, day), given_id="7"), (), RUN)
    assert ledger.article("dam-1") == article
    with pytest.raises(NotFoundError, match="Several"):
        ledger.article("7")
    with pytest.raises(NotFoundError):
        ledger.article("dam-")


def test_rows_and_matters_are_found_by_short_ids_alike(ledger: Ledger) -> None:
    with ledger.writing() as book:
        _, (claim, _) = store_dam(book)
    assert ledger.row(claim.id[:12]).statement == claim
    with pytest.raises(NotFoundError, match="no statement"):
        ledger.row("0" * 20)
    with pytest.raises(NotFoundError, match="no matter"):
        ledger.matter("0" * 20)


def test_articles_come_by_date_then_id(ledger: Ledger) -> None:
    made = [
        make_article(published=day, outlet=outlet)
        for day in (date(2026, 5, 5), None, date(999, 1, 1), date(2025, 12, 31))
        for outlet in ("a", "b")
    ]
    with ledger.writing() as book:
        for article in made:
            book.append(article, (), RUN)
    wanted = sorted(made, key=lambda a: (a.published or date.min, a.id))
    assert list(ledger.articles()) == [article.head for article in wanted]


def test_the_party_table_serves_all_articles(ledger: Ledger) -> None:
    for day in (1, 2):
        article = make_article(published=date(2026, 1, day))
        with ledger.writing() as book:
            book.append(article, (make_statement(article, "Rebel", party=FRONT),), RUN)
    assert [s.party for s in stored_statements(ledger)] == [FRONT, FRONT]
