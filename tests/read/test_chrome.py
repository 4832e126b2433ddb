from __future__ import annotations

import pytest

from sayso.model import BlockKind
from sayso.read import Hints, read_inputs
from sayso.read.chrome import is_chrome

PASTED = """Skip to content
Menu
News
|
Middle East
Live
Sign up

Ministry denies role in tanker blast as owner counts the injured

By Lena Okafor
Published On 14 Jun 2025
14 Jun 2025
Listen (5 min)

Loading

The ministry rejected the accusation on Friday.

The owner said that three sailors had been injured.
"""


@pytest.mark.parametrize("line", ["|", "•", "—", "* * *", "-----", " | ", "___"])
def test_rules_between_lines_are_chrome(line):
    assert is_chrome(line)


@pytest.mark.parametrize("line", ["", "😷", "“…”", "No.", "- No, he said.", "5", "…"])
def test_what_may_be_text_is_not(line):
    assert not is_chrome(line)


def test_the_headline_stands_behind_the_menu(tmp_path):
    (tmp_path / "pasted.txt").write_text(PASTED, "utf-8")
    (article,) = read_inputs(["pasted.txt"], hints=Hints(), stdin=None, fetch=None)
    assert article.title == "Ministry denies role in tanker blast as owner counts the injured"
    assert (article.byline, str(article.published)) == ("Lena Okafor", "2025-06-14")
    assert [b.kind for b in article.blocks] == [BlockKind.TITLE, BlockKind.BODY, BlockKind.BODY]
