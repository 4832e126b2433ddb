"""Documents of one happening come together, those of another of its kind do not."""

from __future__ import annotations

import pytest

from sayso.assemble import build_parser
from sayso.link import group_stories, story_document
from sayso.model import paragraphs

OSTRY = (
    "OSTRY, May 5 - An earthquake of magnitude 6.1 shook the valley of Ostry on Tuesday, killing "
    "14 people and destroying a bridge, Mayor Jana Korvin said. Rescuers dug through the night.",
    "Fourteen people died when a 6.1-magnitude quake struck the Ostry valley on Tuesday. Mayor "
    "Jana Korvin said rescuers had dug through the night and that a bridge was destroyed.",
)
MAREN = (
    "PORT MAREN, June 9 - An earthquake of magnitude 5.2 shook Port Maren on Monday, injuring 40 "
    "people, Governor Tomas Reyl said. Schools stay closed until engineers have looked at them.",
    "Governor Tomas Reyl closed the schools of Port Maren after a 5.2-magnitude quake injured 40 "
    "people there on Monday. Engineers are to look at the buildings.",
)
THEFT = (
    "LOM, May 5 - Burglars took nine paintings from the Lom museum on Tuesday night, the curator "
    "Vera Osin said. Guards found a window broken.",
)


def groups(*texts: str) -> list[int]:
    parser = build_parser()
    found = group_stories([story_document(parser(text, paragraphs(text))) for text in texts])
    return [found.index(one) for one in found]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((*OSTRY, *MAREN, *THEFT), [0, 0, 2, 2, 4], id="two quakes and a theft"),
        pytest.param((MAREN[0], OSTRY[0]), [0, 1], id="one kind of event, two happenings"),
        pytest.param((OSTRY[0], OSTRY[0]), [0, 0], id="a copy"),
        pytest.param((OSTRY[0], THEFT[0]), [0, 1], id="one day, two happenings"),
        pytest.param((OSTRY[0], ""), [0, 1], id="a text without words"),
        pytest.param((), [], id="nothing"),
    ],
)
def test_documents_by_story(texts, expected):
    assert groups(*texts) == expected
