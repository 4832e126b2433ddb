"""Text set in lines: nothing is lost, nothing runs out, and each word runs its own way."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.web.pictures.faces import read_face
from sayso.web.pictures.joining import joined_forms
from sayso.web.pictures.setting import MORE, Ink, lines_of, width_of
from sayso.web.site import STATIC

SIZE = 12.0
FACE = read_face(STATIC / "built" / "DejaVuSans.ttf")
BOLD = read_face(STATIC / "built" / "DejaVuSans-Bold.ttf")
TEXTS = st.text(st.sampled_from("abc M.“”\n\u00a0سلادבוד24ée\u0301👩🏽‍🚒火"), max_size=120)
INKS = st.lists(
    st.builds(Ink, TEXTS, st.sampled_from([(), ("cue",), ("content", "place")])), max_size=6
)


def lines(text: str, width: float = 100.0, most: int | None = None):
    return lines_of([Ink(text)], FACE, SIZE, width, most=most)


def said(line) -> str:
    return "".join(run.text for run in line)


def test_a_bold_letter_is_wider_and_a_narrow_one_narrower():
    assert FACE.width("i", SIZE) < FACE.width("W", SIZE) < BOLD.width("W", SIZE)
    assert FACE.width("Front", 24.0) == 2 * FACE.width("Front", SIZE)


@pytest.mark.parametrize("mark", ["\u0301", "\u200d", "\u200f", "\ufe0f"])
def test_what_stands_on_or_between_letters_takes_no_room(mark):
    assert FACE.width(f"e{mark}", SIZE) == FACE.width("e", SIZE)


def test_joined_pictures_are_as_wide_as_one_and_joined_letters_as_two():
    assert FACE.width("👩\u200d👧", SIZE) == FACE.width("👩", SIZE)
    assert FACE.width("2\u200d火", SIZE) == FACE.width("2火", SIZE)
    assert [said(line) for line in lines("2\u200d火", width=20.0)] == ["2\u200d", "火"]


def test_a_letter_that_the_font_lacks_takes_room():
    assert FACE.width("火", SIZE) > SIZE
    assert FACE.width("\u0f40", SIZE) > 0


@pytest.mark.parametrize("data", [b"", b"no font", b"\0\1\0\0\0\0\0\0\0\0\0\0"])
def test_what_is_no_font_is_refused(tmp_path, data):
    (tmp_path / "face.ttf").write_bytes(data)
    with pytest.raises(ValueError, match="no font"):
        read_face(tmp_path / "face.ttf")


@pytest.mark.parametrize(
    ("letters", "forms"),
    [
        ("سلم", "\ufeb3\ufee0\ufee2"),
        ("دار", "\ufea9\ufe8d\ufead"),
        ("سَل", "\ufeb3\ufede"),
        ("dam", "dam"),
        ("دוד", "\ufea9וד"),
    ],
)
def test_arabic_letters_join(letters, forms):
    assert joined_forms(letters) == forms


@given(INKS, st.floats(20, 300))
def test_lines_are_no_wider_than_their_room_and_runs_do_not_overlap(inks, width):
    for line in lines_of(inks, FACE, SIZE, width):
        assert width_of(line) <= width + 0.01
        assert line[0].x >= -0.01
        assert line[-1].x + line[-1].width <= width + 0.01
        for run, following in pairwise(line):
            assert run.x + run.width <= following.x + 0.01


@given(INKS, st.floats(40, 300))
def test_no_letter_is_lost(inks, width):
    given_letters = sorted("".join("".join(ink.text for ink in inks).split()))
    found = lines_of(inks, FACE, SIZE, width)
    assert sorted("".join("".join(said(line) for line in found).split())) == given_letters


@given(st.text("abc M.", max_size=200), st.integers(1, 4))
def test_a_text_that_is_cut_says_so(text, most):
    whole, cut = lines(text), lines(text, most=most)
    assert len(cut) == min(most, len(whole))
    assert whole == cut or said(cut[-1]).endswith(MORE)
    assert all(width_of(line) <= 100.01 for line in cut)


def test_a_text_much_too_long_is_not_looked_at_to_its_end():
    found = lines("dam " * 100_000, 1000.0)
    assert said(found[-1]).endswith(MORE)
    assert len(found) < 200


def test_marks_go_over_lines_and_spaces_between_two_marks_are_unmarked():
    inks = [Ink("Hana Vrel", ("source",)), Ink(" "), Ink("said", ("cue",)), Ink(".")]
    (line,) = lines_of(inks, FACE, SIZE, 300)
    assert [(run.text, run.marks) for run in line] == [
        ("Hana Vrel", ("source",)),
        (" ", ()),
        ("said", ("cue",)),
        (".", ()),
    ]
    first, second = lines_of(inks[:1], FACE, SIZE, 40)
    assert first[0].marks == second[0].marks == ("source",)


def test_a_text_that_runs_backwards_ends_at_the_right_and_begins_there():
    (line,) = lines("قصف السد Orlitsa dam أمس", 300)
    assert line[-1].x + line[-1].width == pytest.approx(300)
    assert [(run.text, run.backwards) for run in line] == [
        ("أمس", True),
        ("Orlitsa dam", False),
        ("قصف السد", True),
    ]


def test_backward_words_within_another_text_keep_their_place():
    (line,) = lines("the word سلام عليكم stands", 300)
    assert [(run.text, run.backwards) for run in line] == [
        ("the word", False),
        ("سلام عليكم", True),
        ("stands", False),
    ]


def test_an_emoji_of_several_is_not_broken():
    assert all("👩🏽‍🚒" in said(line) for line in lines("👩🏽‍🚒" * 9, 50))
