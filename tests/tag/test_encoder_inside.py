"""Contents read again: what was said in what was said."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
from encoder_told import Told, parsed, told

from encoder_parts import even_heads, tiny_tokenizer
from sayso.tag.encoder.labels import LABELS, Floats
from sayso.tag.encoder.links import PARTS, WIDTH
from sayso.tag.encoder.package import Model
from sayso.tag.encoder.tagger import EncoderTagger
from sayso.tag.encoder.windows import Window
from sayso.tag.encoder.words import START_PIECE


class Scripted:
    """A model that labels the window which begins with these words as it is told, others O."""

    def __init__(self, script: dict[str, str]) -> None:
        self.tokenizer = tiny_tokenizer(word for text in script for word in text.lower().split())
        self.start_piece = self.tokenizer.token_to_id(START_PIECE)
        self.heads = even_heads()
        self.script = {
            tuple(self.tokenizer.encode(text, add_special_tokens=False).ids): labels.split()
            for text, labels in script.items()
        }
        self.read_words: list[int] = []

    def read(self, window: Window) -> tuple[Floats, Floats]:
        self.read_words.append(window.high - window.low)
        emissions = np.zeros((window.high - window.low, len(LABELS)), np.float32)
        emissions[:, 0] = 1
        labels = next(
            (
                labels
                for pieces, labels in self.script.items()
                if tuple(window.pieces[1 : len(pieces) + 1]) == pieces
            ),
            [],
        )
        for index, label in enumerate(labels):
            liked = [number for number, name in enumerate(LABELS) if name.endswith(label)]
            # A span goes on rather than to begin anew.
            emissions[index, liked] = np.arange(len(liked)) + 8
        return emissions, np.zeros((len(emissions), len(PARTS), WIDTH), np.float32)


def scripted(script: dict[str, str], text: str) -> tuple[list[Told], list[int | None], Scripted]:
    """Tag a text; return what was found, what lies inside what, and the model."""
    model = Scripted(script)
    found = EncoderTagger(cast(Model, model))(parsed(text))
    return told(found), [attribution.inside for attribution in found], model


OUTER = "-source -cue -content -content -content -content -content"


def test_a_content_is_read_again_for_what_was_said_in_it() -> None:
    found, inside, _ = scripted(
        {
            "Vrel said Marr denied the big raid": OUTER,
            "Marr denied the big raid": "-source -cue -content -content -content",
        },
        "Vrel said Marr denied the big raid.",
    )
    assert found == [
        ("Vrel", "said", "Marr denied the big raid"),
        ("Marr", "denied", "the big raid"),
    ]
    assert inside == [None, 0]


def test_only_sentences_with_a_word_of_saying_are_read_again() -> None:
    text = "Vrel said Marr left. Marr went out by boat. Ott denied the raid."
    whole = "-source -cue" + " -content" * 13
    found, _, model = scripted({text: whole, "Ott denied": "-source -cue -content -content"}, text)
    assert found[1:] == [("Ott", "denied", "the raid")]
    assert model.read_words[1:] == [4]


NOT_TAKEN = [
    # Nobody is named whose words they are.
    "O -cue -content -content -content",
    # The content is the outer one's, once more.
    "-content -content -content -content -content",
]


@pytest.mark.parametrize("labels", NOT_TAKEN)
def test_an_inner_statement_needs_a_source_of_its_own(labels: str) -> None:
    text = "Vrel said Marr denied the big raid."
    script = {text[:-1]: OUTER, "Marr denied the big raid": labels}
    found, _, model = scripted(script, text)
    assert found == [("Vrel", "said", "Marr denied the big raid")]
    assert model.read_words == [9, 5]


def test_a_speakers_own_mind_is_no_statement_inside() -> None:
    text = "Vrel said I believe it is gone."
    inner = {"I believe it is gone": "-source -cue -content -content -content"}
    found, _, _ = scripted({text[:-1]: OUTER} | inner, text)
    assert found == [("Vrel", "said", "I believe it is gone")]


def test_what_is_not_said_inside_is_left_out() -> None:
    text = "Vrel said Marr never said it fell."
    inner = {"Marr never said it fell": "-source O -cue -content -content"}
    found, _, _ = scripted({text[:-1]: OUTER} | inner, text)
    assert found == [("Vrel", "said", "Marr never said it fell")]
