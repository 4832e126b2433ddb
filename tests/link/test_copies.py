from __future__ import annotations

import pytest

from sayso.link import similarity, sketch_of, with_origin
from sayso.model import Article, BlockKind, join_blocks

STORY = """Rebel forces have shelled the Orlitsa dam since late April, the interior minister said on
Monday, and engineers have lowered the water behind it by two metres so that a breach would not
flood the villages below. The Southern Front denied the shelling. Its spokesman said the guns on
the ridge had not fired since the winter, and that the damage came from the floods in March.
Residents of two villages slept in a school on Sunday night. A nurse there said that nobody had
told them when they could go home."""

OTHER = """The Southern Front said on Friday that it would hand over 60 captured soldiers on any
bridge and on any day, in exchange for 85 people held in the prison at Tolvar. The government did
not answer at once. Mothers of the soldiers stood before the ministry with photographs, as they
have done every Friday since the last exchange fifteen months ago, and read out the names."""

SAME_TOPIC = """Engineers at the Orlitsa dam said on Thursday that the spillway could be mended
within a month if the shelling stopped. The interior minister has blamed rebel forces; the Southern
Front has denied that its guns fired. A UN team is to visit the dam next week and will look at the
damage, at the water level and at the shelters in which the villagers have slept since Sunday."""


def article(body: str, *, id_: str = "a", title: str = "Shelling at the dam") -> Article:
    text, blocks = join_blocks([(BlockKind.TITLE, title), (BlockKind.BODY, body)])
    return Article(
        id_, None, id_, "Wire", title, None, None, None, "en", text, blocks, text.encode(), ""
    )


def is_copy(first: Article, second: Article) -> bool:
    original = sketch_of(first)
    sketch = sketch_of(second)
    shares_a_band = bool(set(original.bands) & set(sketch.bands))
    found = with_origin(sketch, [original] if shares_a_band else [])
    return found.origin_id == original.article_id


COPIES = [
    pytest.param(STORY, id="as it is"),
    pytest.param(STORY.replace("\n", " "), id="other line breaks"),
    pytest.param(STORY.upper(), id="other case"),
    pytest.param(STORY.replace("on\nMonday", "Monday"), id="a word cut"),
    pytest.param("(Northern Wire) " + STORY, id="a credit added"),
    pytest.param(STORY + " Northern Wire contributed to this report.", id="a closing line"),
    pytest.param(STORY.rsplit(". ", 1)[0] + ".", id="the last sentence cut"),
    pytest.param(STORY.replace("Residents", "People"), id="a word changed"),
]
DIFFERENT = [
    pytest.param(OTHER, id="another story"),
    pytest.param(SAME_TOPIC, id="the same topic"),
    pytest.param("The Southern Front denied the shelling.", id="one shared sentence"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("body", COPIES)
def test_copies_have_one_origin(body):
    assert is_copy(article(STORY, id_="a"), article(body, id_="b", title="Another headline"))


@pytest.mark.parametrize("body", DIFFERENT)
def test_other_articles_are_origins_of_their_own(body):
    assert not is_copy(article(STORY, id_="a"), article(body, id_="b"))


def test_a_copy_of_a_copy_has_the_first_ones_origin():
    first = sketch_of(article(STORY, id_="a"))
    second = with_origin(sketch_of(article(STORY + " More.", id_="b")), [first])
    third = with_origin(sketch_of(article(STORY + " More. Still.", id_="c")), [second])
    assert third.origin_id == "a"


def test_similarity_is_one_for_equal_texts():
    assert similarity(sketch_of(article(STORY)), sketch_of(article(STORY))) == 1.0


def test_short_texts_are_copies_only_when_equal():
    assert is_copy(article("No comment.", id_="a"), article("No comment.", id_="b"))
    assert not is_copy(article("No comment.", id_="a"), article("No comment today.", id_="b"))
