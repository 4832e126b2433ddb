"""The encoder tagger with a small package: windows read, rules asked, in the text's order."""

from __future__ import annotations

from typing import cast

import pytest
from encoder_told import Told, parsed, told
from hypothesis import given
from hypothesis import strategies as st

from encoder_parts import write_tiny_package
from sayso.model import Block, BlockKind
from sayso.tag import tagger_named
from sayso.tag.encoder.tagger import EncoderTagger
from sayso.tag.encoder.windows import LONGEST

LIKES = {
    **dict.fromkeys(["vrel", "marr", "front"], "B-source"),
    **dict.fromkeys(["said", "denied", "says"], "B-cue"),
    "that": "B-content",
    **dict.fromkeys(["the", "dam", "held", "raid", "took", "place"], "I-content"),
}


@pytest.fixture(scope="module")
def tagger(tmp_path_factory: pytest.TempPathFactory) -> EncoderTagger:
    folder = write_tiny_package(tmp_path_factory.mktemp("package"), LIKES)
    return cast(EncoderTagger, tagger_named("encoder", model=str(folder)))


TAGGED: list[tuple[str, list[Told]]] = [
    ("", []),
    ("It rained.", []),
    ("Vrel said that the dam held.", [("Vrel", "said", "that the dam held")]),
    ("“The dam held,” Vrel said.", [("Vrel", "said", "“The dam held,”")]),
    (
        "Vrel said that the dam held. It rained.\n\nMarr denied that the raid took place.",
        [("Vrel", "said", "that the dam held"), ("Marr", "denied", "that the raid took place")],
    ),
    ("🌊 Vrel said that the dam held.", [("Vrel", "said", "that the dam held")]),
    # A dateline is nobody's words.
    (
        "VREL, May 5 (The Dam) — Marr denied that the raid took place.",
        [("Marr", "denied", "that the raid took place")],
    ),
    # What the rules know.
    ("Vrel never said that the dam held.", []),
    (
        "Marr denied that the raid took place. Ott declined to comment.",
        [("Marr", "denied", "that the raid took place"), ("Ott", "declined", "to comment")],
    ),
    (
        "MARR: It rained.\nVREL: It did not.",
        [("MARR", ":", "It rained."), ("VREL", ":", "It did not.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TAGGED)
def test_attributions_of_a_text(tagger: EncoderTagger, text: str, expected: list[Told]) -> None:
    assert told(tagger(parsed(text))) == expected


def test_only_body_and_captions_are_read(tagger: EncoderTagger) -> None:
    sentence = "Vrel said that the dam held."
    text = "\n\n".join([sentence] * 4)
    step = len(sentence) + 2
    blocks = [
        Block(kind, step * number, step * number + len(sentence))
        for number, kind in enumerate(BlockKind)
    ]
    starts = [attribution.pieces[0].start for attribution in tagger(parsed(text, blocks))]
    read = {BlockKind.BODY, BlockKind.CAPTION}
    assert starts == [block.start for block in blocks if block.kind in read]


def test_a_long_text_is_read_window_by_window(tagger: EncoderTagger) -> None:
    count = 3 * LONGEST
    text = "Vrel said that the dam held. " * count
    found = tagger(parsed(text))
    assert told(found) == [("Vrel", "said", "that the dam held")] * count
    assert len({a.pieces[0].start for a in found}) == count


PIECES = st.sampled_from(
    [*(word.title() for word in LIKES), ".", ",", "“", "”", "\n", "\n\n", "🌊", "é", "Q:", "A:"]
)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_spans_are_slices_of_any_text(tagger: EncoderTagger, text: str) -> None:
    found = tagger(parsed(text))
    firsts = [attribution.pieces[0] for attribution in found]
    assert firsts == sorted(firsts)
    for index, attribution in enumerate(found):
        assert attribution.content
        assert 0 < attribution.confidence < 1
        assert all(span.quotes(text) for span in attribution.pieces)
        seen, holder = {index}, attribution.inside
        while holder is not None:
            assert holder not in seen
            seen.add(holder)
            holder = found[holder].inside
