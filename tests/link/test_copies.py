"""Copies on pairs of articles written out, and on texts that no editor would send."""

from __future__ import annotations

from itertools import combinations, permutations
from time import perf_counter

import pytest

from link.copies_pairs import Pair, articles_of, make_article, read_pairs
from sayso.link import copied, sketch_of
from sayso.link.copies_shared import one_origin, shared
from sayso.model import BlockKind, MarkKind

FILES = ("copies_pairs.txt", "copies_pairs_fresh.txt", "copies_pairs_last.txt")
PAIRS = [pair for name in FILES for pair in read_pairs(name)]

NOT_YET = {
    "speech-copy copy speech": "nearly all of it is a quotation, whose words tell no copy",
}


def found(pair: Pair) -> tuple[str, frozenset[int]]:
    """Return what a pair is taken for, and which paragraphs of the first are the second's."""
    first, second = sketch_of(pair.first), sketch_of(pair.second)
    if not set(first.bands) & set(second.bands):
        return "apart", frozenset()
    if one_origin(first, second):
        return "copy", frozenset()
    passages = shared(first, second)
    bodies = [b for b in pair.first.blocks if b.kind is BlockKind.BODY]
    taken = {i for i, b in enumerate(bodies) if passages.holds((b.start, b.end))}
    return "part" if taken else "apart", frozenset(taken)


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pairs(pair: Pair, request: pytest.FixtureRequest) -> None:
    if str(pair) in NOT_YET:
        request.applymarker(pytest.mark.xfail(reason=NOT_YET[str(pair)], strict=True))
    assert found(pair) == (pair.kind, pair.shared)


def related_groups() -> dict[str, str]:
    """Return the group of each article that shares text with another, through others, too."""
    group = {a.id: a.id for pair in PAIRS for a in (pair.first, pair.second)}
    for pair in PAIRS:
        if pair.kind != "apart":
            old, new = group[pair.first.id], group[pair.second.id]
            group = {article: new if its == old else its for article, its in group.items()}
    return group


def test_articles_on_other_things_share_nothing() -> None:
    group = related_groups()
    sketches = {a.id: sketch_of(a) for pair in PAIRS for a in (pair.first, pair.second)}
    written = {frozenset((p.first.id, p.second.id)) for p in PAIRS}
    others = [
        (sketches[a], sketches[b])
        for a, b in combinations(sketches, 2)
        if group[a] != group[b] and frozenset((a, b)) not in written
    ]
    assert len(others) > 2000
    assert not any(shared(a, b).share or one_origin(a, b) for a, b in others)


def test_one_origin_is_symmetric() -> None:
    for pair in PAIRS:
        first, second = sketch_of(pair.first), sketch_of(pair.second)
        assert one_origin(first, second) == one_origin(second, first)


def test_an_article_belongs_to_the_origins_of_its_copies_only() -> None:
    known = articles_of("copies_pairs.txt")
    sketches = [sketch_of(known[name]) for name in ("flood", "border")]
    merged = sketch_of(known["clinic-merged"])
    assert copied(merged, [*sketches, sketch_of(known["clinic"])]) == (
        known["flood"].id,
        known["clinic"].id,
    )
    assert copied(sketch_of(known["mayor"]), sketches) == ()


# Texts of every kind


@pytest.mark.parametrize("text", ["", "…", "🙂 🙂", '""'])
def test_what_holds_no_words_is_no_copy(text: str) -> None:
    a, b = (sketch_of(make_article(name, [text], title="")) for name in "ab")
    assert a.bands == ()
    assert not one_origin(a, b)


def test_very_short_texts_are_copies_only_when_equal() -> None:
    one, same, other = (
        sketch_of(make_article(name, [text]))
        for name, text in (("a", "No comment."), ("b", "no comment"), ("c", "No comment today."))
    )
    assert one_origin(one, same)
    assert not one_origin(one, other)


ARABIC = """قال وزير الداخلية يوم الاثنين إن القوات قصفت السد منذ أواخر أبريل وإن المهندسين خفضوا منسوب
المياه خلفه بمقدار مترين حتى لا تغرق القرى الواقعة أسفله ونفت الجبهة الجنوبية ذلك وقالت إن مدافعها لم
تطلق النار منذ الشتاء"""
CHINESE = """内政部长周一表示，叛军自四月下旬以来一直炮击大坝，工程师已将水位降低两米，以免决口淹没下游村庄。
南方阵线否认炮击，称其火炮自冬季以来从未开火，大坝的损坏是三月洪水造成的。"""


@pytest.mark.parametrize("text", [ARABIC, CHINESE])
def test_other_scripts_are_compared_too(text: str) -> None:
    whole, cut, other = (
        sketch_of(make_article(name, [t]))
        for name, t in (("a", text), ("b", text[: len(text) * 4 // 5]), ("c", text[::-1]))
    )
    assert one_origin(whole, cut)
    assert not one_origin(whole, other)


HUGE = 5_000_000
BOOK = " ".join(f"word{i % 4099}x{i % 97}" for i in range(60_000))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BOOK, id="a book"),
        pytest.param("x" * HUGE, id="one word"),
        pytest.param(" " * HUGE, id="spaces"),
        pytest.param('"' * 200_000, id="quotation marks"),
        pytest.param('"abc ' * 100_000, id="quotations that never close"),
        pytest.param("abc " * 100_000, id="one word again and again"),
    ],
)
def test_a_sketch_is_bounded(text: str) -> None:
    sketch = sketch_of(make_article("a", [text]))
    assert len(sketch.bands) <= 200
    assert len(sketch.signature) <= 4250


def test_a_sketch_costs_in_proportion_to_the_text() -> None:
    short, long = make_article("a", [BOOK[: len(BOOK) // 8]]), make_article("b", [BOOK])

    def seconds(article) -> float:
        started = perf_counter()
        sketch_of(article)
        return perf_counter() - started

    assert min(seconds(long) for _ in range(3)) < 8 * 4 * min(seconds(short) for _ in range(3))


def test_a_chapter_of_a_book_has_the_books_origin() -> None:
    words = BOOK.split()
    book, chapter = make_article("a", [BOOK]), make_article("b", [" ".join(words[:20_000])])
    assert one_origin(sketch_of(book), sketch_of(chapter))


def test_quotations_are_marked_apart() -> None:
    told = "The minister said on Monday in the town of Orlitsa that " + "the water was low and " * 4
    sketch = sketch_of(make_article("a", [told + '"we shall not wait until the rain comes again"']))
    kinds = {mark.kind for mark in sketch.signature}
    assert kinds >= {MarkKind.TOLD, MarkKind.NAME}
    quoted = [m for m in sketch.signature if m.kind is MarkKind.QUOTED]
    assert all(mark.start >= len("x\n\n" + told) - 3 for mark in quoted)


# The order in which they come


def test_groups_are_the_same_in_any_order() -> None:
    known = articles_of("copies_pairs.txt")
    names = ("prison", "prison-short", "prison-middle", "prison-own", "prison-other")
    sketches = [sketch_of(known[name]) for name in names]
    groupings = set()
    for order in permutations(sketches):
        origin: dict[str, str] = {}
        for i, sketch in enumerate(order):
            joined = {origin[o.article_id] for o in order[:i] if one_origin(sketch, o)}
            origin[sketch.article_id] = sketch.article_id
            for article, its in tuple(origin.items()):
                if its in joined:
                    origin[article] = sketch.article_id
        groups: dict[str, set[str]] = {}
        for article, its in origin.items():
            groups.setdefault(its, set()).add(article)
        groupings.add(frozenset(map(frozenset, groups.values())))
    (only,) = groupings
    copies = frozenset(known[name].id for name in names[:3])
    assert only == {
        copies,
        frozenset({known["prison-own"].id}),
        frozenset({known["prison-other"].id}),
    }
