from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.signatures import is_signature


@pytest.mark.parametrize(
    "text",
    [
        "(Northern Wire)",
        "(AP)",
        "(Reuters, AFP)",
        "Reporting by Hana Vrel; editing by Ivo Marr",
        "Reporting by Hana Vrel in Orlitsa and Lena Okafor in Geneva; Editing by Ivo Marr.",
        "(Reporting by Hana Vrel; Writing by Ivo Marr)",
        "Additional reporting by Jan de Witt.",
        "With reporting by Northern Wire",
        "With agencies",
        "Northern Wire contributed to this report.",
    ],
)
def test_signing_lines(text):
    assert is_signature(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "()",
        "(he did not say why)",
        "(No.)",
        "Reporting by the army was slow.",
        "Writing by hand helps, said the teacher.",
        "With the dam gone, the town was lost.",
        "With tears she left.",
        "He contributed to this report of the ministry.",
        "The ministry contributed to this story by keeping silent.",
        "Vrel said no.",
    ],
)
def test_sentences_of_the_story(text):
    assert not is_signature(text)


@given(st.text(max_size=400))
def test_any_text_is_judged(text):
    assert is_signature(text) in {True, False}
