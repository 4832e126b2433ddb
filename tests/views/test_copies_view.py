"""Two copies of one text beside each other."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views import word_matches
from sayso.views.copies import MOST_WORDS, CopiesPage, Paragraph, compare
from sayso.views.word_matches import matching_words
from told_articles import told_article


def own(paragraph: Paragraph | None) -> list[str]:
    return [s.text for s in paragraph.stretches if s.own] if paragraph else []


def text_of(paragraph: Paragraph) -> str:
    return "".join(s.text for s in paragraph.stretches)


def differences(left: str, right: str) -> tuple[list[str], list[str]]:
    page = compare(told_article(left), told_article(right))
    return (
        [words for pair in page.pairs for words in own(pair.left)],
        [words for pair in page.pairs for words in own(pair.right)],
    )


@pytest.mark.parametrize(
    ("left", "right", "only_left", "only_right"),
    [
        ("Rebels shelled the dam.", "Rebels shelled the dam.", [], []),
        ("Rebels  shelled\tthe dam.", "Rebels shelled\nthe dam.", [], []),
        ("Rebels shelled the dam.", "Rebels shelled a dam.", ["the"], ["a"]),
        ("Rebels shelled the dam.", "Rebels shelled the dam", ["dam."], ["dam"]),
        ("Vrel said so.", "Marr denied it.", ["Vrel said so."], ["Marr denied it."]),
        ("It burned, Vrel said.", "It burned.", ["burned, Vrel said."], ["burned."]),
        ("It burned", "It burned , Vrel said", [], [", Vrel said"]),
        ("قالت فريل إن السد قُصف", "قالت فريل إن الجسر قُصف", ["السد"], ["الجسر"]),
        ("The firm 👩🏽‍🚒 said no.", "The firm 👩🏻‍🚒 said no.", ["👩🏽‍🚒"], ["👩🏻‍🚒"]),
        # The same to the eye, written in another way: it is another text.
        ("The Caf\u00e9 burned", "The Cafe\u0301 burned", ["Caf\u00e9"], ["Cafe\u0301"]),
        ("<b>Vrel</b> said", "<i>Vrel</i> said", ["<b>Vrel</b>"], ["<i>Vrel</i>"]),
    ],
)
def test_words_in_one_text_alone_are_marked(left, right, only_left, only_right):
    assert differences(left, right) == (only_left, only_right)


def paragraphs(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(f"w{chance.randrange(5000)}" for _ in range(40)) for _ in range(count)]


def beside(page: CopiesPage) -> list[tuple[str | None, str | None]]:
    return [
        (text_of(p.left) if p.left else None, text_of(p.right) if p.right else None)
        for p in page.pairs
    ]


def test_paragraphs_stand_beside_those_they_share_most_with():
    a, b, c, d = paragraphs(4, 1)
    left, right = told_article(a, b, c), told_article(d, a, c + " and more")
    assert beside(compare(left, right)) == [
        (None, d),
        (a, a),
        (b, None),
        (c, c + " and more"),
    ]


def test_a_paragraph_cut_in_two_stands_beside_the_greater_part():
    (a,) = paragraphs(1, 2)
    words = a.split()
    first, second = " ".join(words[:30]), " ".join(words[30:])
    left, right = told_article(a), told_article(first, second)
    page = compare(left, right)
    assert beside(page) == [(a, first), (None, second)]
    assert (page.only_left, page.only_right) == (0, 0)


def test_a_moved_paragraph_is_marked_once_on_each_side():
    a, b, c = paragraphs(3, 3)
    page = compare(told_article(a, b, c), told_article(b, c, a))
    assert (page.both, page.only_left, page.only_right) == (80, 40, 40)
    assert not page.coarse


@given(st.lists(st.sampled_from("abc"), max_size=40), st.lists(st.sampled_from("abc"), max_size=40))
def test_matches_are_equal_words_in_order(a: Sequence[str], b: Sequence[str]):
    matches, coarse = matching_words(a, b)
    assert not coarse
    end_a = end_b = 0
    for at_a, at_b, length in matches:
        assert length > 0
        assert at_a >= end_a and at_b >= end_b
        assert list(a[at_a : at_a + length]) == list(b[at_b : at_b + length])
        end_a, end_b = at_a + length, at_b + length
    if a == b:
        assert sum(n for _, _, n in matches) == len(a)


@given(st.lists(st.text("ab \n🕊\u0301ق", max_size=30), max_size=5), st.data())
def test_nothing_of_either_text_is_lost(pieces: list[str], data: st.DataObject):
    others = data.draw(st.permutations(pieces))
    left, right = told_article(*pieces), told_article(*others)
    page = compare(left, right)
    for article, shown in (
        (left, [p.left for p in page.pairs if p.left]),
        (right, [p.right for p in page.pairs if p.right]),
    ):
        blocks = [article.text[b.start : b.end] for b in article.blocks]
        assert [text_of(p) for p in shown] == blocks
        marked = sum(len(words.split()) for p in shown for words in own(p))
        assert marked == (page.only_left if article is left else page.only_right)


def test_only_the_beginning_of_long_texts_is_compared():
    words = " ".join(f"w{i}" for i in range(MOST_WORDS + 100))
    page = compare(told_article(words, "the end"), told_article(words + " more"))
    assert page.cut
    assert (page.both, page.only_left) == (MOST_WORDS, 0)
    assert text_of(page.pairs[0].left).endswith(f"w{MOST_WORDS - 1}")
    assert len(page.pairs) == 1


def test_the_same_words_over_and_over_are_the_same():
    page = compare(told_article("no " * 5000), told_article("no " * 4990 + "yes"))
    assert (page.both, page.only_left, page.only_right) == (4990, 10, 1)
    assert not page.coarse


def test_passages_that_differ_much_are_marked_as_a_whole():
    a, b = " ".join(["left", "same"] * 1000), " ".join(["right", "same"] * 1000)
    page = compare(told_article(a), told_article(b))
    assert page.coarse
    assert page.both == 0


def test_the_work_is_bounded_however_many_passages_differ(monkeypatch):
    compared = []
    real = word_matches.SequenceMatcher

    def counting(junk, a, b, *, autojunk):
        compared.append(len(a) * len(b))
        return real(junk, a, b, autojunk=autojunk)

    monkeypatch.setattr(word_matches, "SequenceMatcher", counting)
    chance = random.Random(5)
    left, right = [], []
    for i in range(120):
        anchor = [f"anchor{i}word{j}" for j in range(10)]
        left += anchor + [f"l{chance.random()}" for _ in range(200)]
        right += anchor + [f"r{chance.random()}" for _ in range(200)]
    matches, coarse = matching_words(left, right)
    assert coarse
    assert sum(n for _, _, n in matches) == 1200
    assert 0 < sum(compared) <= word_matches.MOST_PAIRS_IN_ALL
