"""The shipped dispatches and the worked example: is their gold sound, and are they read as it says?"""

import json
import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.bench.gold import GoldDispatch, GoldStatement
from sayso.demo import (
    demo_folder,
    demo_gold,
    demo_sides,
    read_dispatches,
    read_gold,
    read_manifest,
    read_matters,
)
from sayso.errors import InputError
from sayso.model import Act, Article, BlockKind, Manner, Stance, block_at

WORKED_EXAMPLE = Path(__file__).parent / "worked_example"
FOLDERS = {"demo": demo_folder(), "worked example": WORKED_EXAMPLE}
GOLD = {
    f"{where}: {name}": gold
    for where, folder in FOLDERS.items()
    for name, gold in read_gold(folder).items()
}
REQUIRED = (
    "accusation-by-front",
    "accusation-by-government",
    "admission",
    "anonymous-source",
    "attitude",
    "caption-statement",
    "confirmation",
    "curly-quotes",
    "declined-to-comment",
    "demand",
    "denial",
    "editorial-sentence",
    "emoji",
    "evasion",
    "figure-conflict",
    "interrupted-quote",
    "json-lines",
    "lifted-from",
    "multi-paragraph-quote",
    "name-trap",
    "nested-chain",
    "not-verified",
    "noun-cue",
    "offer",
    "page-chrome",
    "partial-reprint",
    "passive",
    "pasted-page",
    "pronoun-speaker",
    "real-place",
    "rejection",
    "relative-date",
    "reprint",
    "reprinted",
    "right-to-left",
    "scare-quotes",
    "shift",
    "straight-quotes",
    "threat",
    "title-speaker",
    "un-report-seen-by",
)

each_gold = pytest.mark.parametrize("gold", GOLD.values(), ids=GOLD.keys())
each_folder = pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())


def statements() -> list[GoldStatement]:
    return [statement for gold in demo_gold() for statement in gold.statements]


def tags(entry_gold: str) -> set[str]:
    return next(set(e["tags"]) for e in read_manifest(demo_folder()) if e["gold"] == entry_gold)


@each_gold
def test_text_is_the_blocks_joined(gold: GoldDispatch) -> None:
    assert gold.blocks[0].kind is BlockKind.TITLE
    assert gold.text[: gold.blocks[0].end] == gold.title
    assert not any("\n" in gold.text[block.start : block.end] for block in gold.blocks)


@each_gold
def test_every_statement_lies_where_statements_can_stand(gold: GoldDispatch) -> None:
    for statement in gold.statements:
        assert statement.content
        for span in (*statement.source, *statement.cue, *statement.content):
            assert span.quotes(gold.text)
            block = block_at(gold.blocks, span.start)
            assert block is not None and span.end <= block.end
            assert block.kind in (BlockKind.BODY, BlockKind.CAPTION)


@each_gold
def test_roles_of_one_statement_do_not_overlap(gold: GoldDispatch) -> None:
    for statement in gold.statements:
        spans = sorted((*statement.source, *statement.cue, *statement.content))
        assert not any(a.overlaps(b) for a, b in pairwise(spans)), spans


@each_gold
def test_statements_inside_others_lie_in_their_content(gold: GoldDispatch) -> None:
    for statement in gold.statements:
        if statement.inside is not None:
            outer = gold.statements[statement.inside]
            assert outer is not statement
            for span in statement.content:
                assert any(piece.contains(span) for piece in outer.content)


@each_gold
def test_what_nobody_said_lies_in_no_content(gold: GoldDispatch) -> None:
    for nobodys in gold.not_statements:
        for statement in gold.statements:
            assert not any(nobodys.overlaps(piece) for piece in statement.content), nobodys.text


@each_gold
def test_values_agree_with_each_other(gold: GoldDispatch) -> None:
    sides = {*demo_sides(), "QAT", None}
    for statement in gold.statements:
        content = [span.text for span in statement.content]
        assert (statement.matter is None) == (statement.stance is None)
        assert statement.party is None or statement.party.side in sides
        assert all(any(place in piece for piece in content) for place in statement.places)
        assert all(any(d.text in piece for piece in content) for d in statement.dates)
        assert all(text in gold.text for text, _ in statement.channel)
        if statement.said is not None:
            assert statement.said.end is not None and statement.said.end <= gold.published
            assert statement.said.text is None or statement.said.text in gold.text
        quoted = sum(piece[0] in '“"' for piece in content)
        assert (statement.manner is Manner.DIRECT) == (quoted == len(content))


@each_folder
def test_matters_refer_to_the_statements_that_name_them(folder: Path) -> None:
    gold = read_gold(folder)
    named = {
        (name, index): statement.matter
        for name, dispatch in gold.items()
        for index, statement in enumerate(dispatch.statements)
        if statement.matter is not None
    }
    referred = {ref: m.label for m in read_matters(folder) for ref in m.statements}
    assert referred == named


@each_folder
def test_shifts_and_conflicts_rest_on_statements(folder: Path) -> None:
    gold = read_gold(folder)
    for matter in read_matters(folder):
        accounts = [gold[name].statements[index] for name, index in matter.statements]
        assert matter.articles == len({name for name, _ in matter.statements})
        assert 0 < matter.origins <= matter.articles
        for shift in matter.shifts:
            stances = {a.stance for a in accounts if a.party and _principal(a) == shift.party}
            assert {shift.from_stance, shift.to_stance} <= stances
        for _, sides in matter.conflicts:
            assert len(sides) > 1
            assert sides <= {a.party.side for a in accounts if a.party}


def _principal(statement: GoldStatement) -> str | None:
    party = statement.party
    assert party is not None
    return party.acts_for if party.role == "spokesperson" else party.name


def test_the_demo_is_as_large_as_promised() -> None:
    manifest = read_manifest(demo_folder())
    assert len(manifest) >= 16
    assert len({entry["outlet"] for entry in manifest}) == 6
    camps = {(entry["outlet"], entry["camp"]) for entry in manifest}
    assert sorted(camp for _, camp in camps) == ["front", "front", *["government"] * 3, "neutral"]
    assert {Path(entry["file"]).suffix for entry in manifest} == {".txt", ".html", ".jsonl"}
    assert len(read_matters(demo_folder())) >= 5
    lengths = {gold.title: len(gold.text.split()) for gold in demo_gold()}
    assert all(150 <= words <= 450 for words in lengths.values()), lengths


@pytest.mark.parametrize("phenomenon", REQUIRED)
def test_the_demo_holds(phenomenon: str) -> None:
    assert any(phenomenon in entry["tags"] for entry in read_manifest(demo_folder()))


@pytest.mark.parametrize("act", Act)
def test_the_demo_holds_every_act(act: Act) -> None:
    assert any(statement.act is act for statement in statements())


@pytest.mark.parametrize("stance", Stance)
def test_the_demo_holds_every_stance(stance: Stance) -> None:
    assert any(statement.stance is stance for statement in statements())


@pytest.mark.parametrize("manner", Manner)
def test_the_demo_holds_every_manner(manner: Manner) -> None:
    assert any(statement.manner is manner for statement in statements())


def test_tags_tell_what_the_texts_hold() -> None:
    for name, gold in read_gold(demo_folder()).items():
        marked = tags(name)
        quoted = [s.text for st in gold.statements for s in st.content]
        blocks = [block_at(gold.blocks, s.content[0].start) for s in gold.statements]
        assert ("curly-quotes" in marked) == ("“" in "".join(quoted)), name
        assert ("straight-quotes" in marked) == ('"' in "".join(quoted)), name
        assert ("right-to-left" in marked) == bool(re.search("[\u0590-\u06ff]", gold.text)), name
        assert ("emoji" in marked) == bool(re.search("[\U0001f300-\U0001faff]", gold.text)), name
        captions = any(block is not None and block.kind is BlockKind.CAPTION for block in blocks)
        assert ("caption-statement" in marked) == captions, name


def test_a_reprint_copies_all_and_a_partial_reprint_a_part() -> None:
    gold = read_gold(demo_folder())
    copies = json.loads((demo_folder() / "matters.gold.json").read_text("utf-8"))["copies"]
    assert {copy["whole"] for copy in copies} == {True, False}
    for copy in copies:
        texts = [gold[f"{copy[key]}.gold.json"] for key in ("copy", "of")]
        assert texts[0].title != texts[1].title and texts[0].outlet != texts[1].outlet
        shared = _shared(texts[0].text, texts[1].text)
        assert shared > 0.8 if copy["whole"] else 0.25 < shared < 0.7


def _shared(copy: str, original: str) -> float:
    """Return the share of the copy's words that it shares, in runs of eight or more."""
    words = copy.split()
    matches = SequenceMatcher(None, words, original.split(), autojunk=False).get_matching_blocks()
    return sum(m.size for m in matches if m.size >= 8) / len(words)


@pytest.mark.parametrize("nth", [1, 40])
def test_gold_that_quotes_what_is_not_there_is_refused(nth: int, tmp_path: Path) -> None:
    entry = read_manifest(WORKED_EXAMPLE)[0]
    gold = json.loads((WORKED_EXAMPLE / entry["gold"]).read_text("utf-8"))
    gold["statements"][0]["content"][0]["nth"] = nth
    (tmp_path / "manifest.toml").write_text(f'[[dispatches]]\ngold = "{entry["gold"]}"\n', "utf-8")
    (tmp_path / entry["gold"]).write_text(json.dumps(gold), "utf-8")
    with pytest.raises(InputError, match="which its blocks don't hold"):
        read_gold(tmp_path)


@lru_cache(maxsize=1)
def articles() -> dict[tuple[str | None, str | None], Article]:
    read = [item for folder in FOLDERS.values() for item in read_dispatches(folder)]
    failed = [str(item) for item in read if isinstance(item, InputError)]
    assert not failed
    return {(a.outlet, a.title): a for a in read if isinstance(a, Article)}


@each_gold
def test_reading_gives_the_gold_article(gold: GoldDispatch) -> None:
    article = articles()[gold.outlet, gold.title]
    read = (article.published, article.url, article.byline)
    assert read == (gold.published, gold.url, gold.byline)
    assert article.text.split() == gold.text.split()


@each_gold
def test_reading_gives_the_gold_blocks(gold: GoldDispatch) -> None:
    article = articles()[gold.outlet, gold.title]
    found = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    wanted = [(block.kind, gold.text[block.start : block.end]) for block in gold.blocks]
    assert found == wanted
