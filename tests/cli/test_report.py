"""``sayso report``: one file that needs nothing else."""

from __future__ import annotations

import re
from contextlib import closing

import pytest

from sayso.assemble import build_ledger
from sayso.cli.app import run
from sayso.ledger.protocol import MatterFilter
from sayso.model import joined_text
from sayso.settings import Settings


@pytest.fixture(scope="module")
def matters(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        yield list(book.matters(MatterFilter(limit=2)))


def written(tmp_path, demo_ledger, *arguments: str) -> str:
    target = tmp_path / "report.html"
    assert run(["report", *arguments, "-o", str(target), "--ledger", str(demo_ledger)]) == 0
    return target.read_text("utf-8")


def test_it_stands_alone(tmp_path, demo_ledger, matters):
    page = written(tmp_path, demo_ledger, *(w.matter.id for w in matters))
    assert "<script" not in page
    assert not re.findall(r'(?:src|href|action)="(?!#)', page)
    assert not re.search(r"url\(|@import|https?:", page.split("</style>")[0])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy and policy[1].startswith("default-src 'none'")
    assert all(w.matter.title in page.replace("&#39;", "'") for w in matters)


def test_every_account_is_in_it_once(tmp_path, demo_ledger, matters):
    page = written(tmp_path, demo_ledger, matters[0].matter.id)
    assert sorted(re.findall(r'<li [^>]*id="\w+-0-a-(\w+)"', page)) == sorted(matters[0].statements)


def test_texts_are_there_only_when_asked_for(tmp_path, demo_ledger, matters):
    matter = matters[0].matter.id
    short, full = (written(tmp_path, demo_ledger, matter, *more) for more in ((), ("--full-text",)))
    assert 'class="report-text"' not in short
    assert full.count('class="report-text"') == matters[0].weighing.articles
    targets = set(re.findall(r'href="#([^"]+)"', full))
    assert targets
    assert all(f'id="{target}"' in full for target in targets)


def test_long_contents_are_cut_at_a_word(tmp_path, demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        row = max(
            (r for w in book.matters(MatterFilter()) for r in map(book.row, w.statements)),
            key=lambda r: len(joined_text(r.statement.content)),
        )
    text = joined_text(row.statement.content)
    page = written(tmp_path, demo_ledger, row.matter)
    assert len(text) > 160
    account = page[page.index(f'-0-a-{row.statement.id}"') :]
    quotation = re.search(r"<blockquote[^>]*>([^<]*)</blockquote>", account)
    assert quotation
    assert len(quotation[1]) <= 162
    assert quotation[1].endswith(" …")


def test_a_matter_that_is_not_there(tmp_path, demo_ledger, capsys):
    target = tmp_path / "report.html"
    assert run(["report", "ffffffffffff", "-o", str(target), "--ledger", str(demo_ledger)]) == 1
    assert not target.exists()
    assert "ffffffffffff" in capsys.readouterr().err


def test_a_file_that_cannot_be_written(tmp_path, demo_ledger, matters, capsys):
    target = tmp_path / "no" / "report.html"
    arguments = ["report", matters[0].matter.id, "-o", str(target), "--ledger", str(demo_ledger)]
    assert run(arguments) == 2
    assert "can't be written" in capsys.readouterr().err
