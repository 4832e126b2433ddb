"""Quotations read in part are taken whole; those that carry a statement on are taken along."""

from __future__ import annotations

import pytest
from surface_marks import unmarked

from sayso.model import Attribution, Manner, Span, paragraphs
from sayso.tag.encoder.direct import carry_on, whole_quotations
from sayso.tag.layout import Layout, Range, has_words, make_layout
from sayso.tag.surface import split_sentences

SPEECH = Manner.DIRECT


def marked(text: str, manner: Manner = SPEECH) -> tuple[Layout, list[Attribution]]:
    """Return a text's layout and its one attribution, whose parts are marked."""
    plain, marks = unmarked(text)

    def spans(places: list[Range]) -> tuple[Span, ...]:
        return tuple(Span(start, end, plain[start:end]) for start, end in places)

    source, cue, content = (spans(marks[role]) for role in "SCT")
    return make_layout(plain, paragraphs(plain)), [Attribution(source, cue, content, manner)]


def content(found: list[Attribution]) -> list[list[str]]:
    return [[span.text for span in a.content] for a in found]


WHOLE: list[tuple[str, list[str]]] = [
    ('"[T The dam held]. It will hold," [S Vrel] [C said].', ['"The dam held. It will hold,"']),
    ('"The dam held. [T It will hold]," [S Vrel] [C said].', ['"The dam held. It will hold,"']),
    ('[S Vrel] [C called] [T the dam "a sound] wall".', ['the dam "a sound wall"']),
    # Both halves of an interrupted quotation.
    (
        '"[T The dam] held," [S Vrel] [C said]. "[T It] will hold."',
        ['"The dam held,"', '"It will hold."'],
    ),
    # Somebody else's words: the cue stands inside.
    ('"[S Vrel] [C said] [T the dam held] and left," Marr said.', ["the dam held"]),
    # No part of the quotation is in the content.
    ('[S Vrel] [C said] [T the dam held] "for now".', ["the dam held"]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_whole_quotations(text: str, expected: list[str]) -> None:
    layout, found = marked(text)
    assert content(whole_quotations(layout, found)) == [expected]


def test_a_quotation_of_two_speakers_is_left_as_it_is() -> None:
    text = '"The dam held. The wall fell. All is lost."'
    first, second = (
        Attribution((), (), (Span(text.index(s), text.index(s) + len(s), s),), SPEECH)
        for s in ("The dam held", "The wall fell")
    )
    layout = make_layout(text, paragraphs(text))
    assert whole_quotations(layout, [first, second]) == [first, second]


def test_the_manner_is_that_of_the_whole_content() -> None:
    layout, found = marked('[S Vrel] [C called] [T the dam] a wall, and "[T sound] at that".')
    (whole,) = whole_quotations(layout, found)
    assert [span.text for span in whole.content] == ["the dam", '"sound at that"']
    assert whole.manner is Manner.MIXED


CARRIED: list[tuple[str, list[str]]] = [
    ('[T "The dam held,"] [S Vrel] [C said]. "It will."', ['"The dam held,"', '"It will."']),
    ('[S Vrel] [C said] [T the dam held]. "It will."', ["the dam held", '"It will."']),
    (
        '[T "It held,"] [S Vrel] [C said]. "It will." "It must."',
        ['"It held,"', '"It will."', '"It must."'],
    ),
    # The next paragraph, when it is nothing else.
    ('[T "It held,"] [S Vrel] [C said].\n\n"It will."', ['"It held,"', '"It will."']),
    ('[T "It held,"] [S Vrel] [C said].\n\n"It will." So it goes.', ['"It held,"']),
    # A sentence between, no sentence of its own, or one that another one's sentence introduces.
    ('[T "It held,"] [S Vrel] [C said]. Rain fell. "It will."', ['"It held,"']),
    ('[T "It held,"] [S Vrel] [C said]. "A wall of sand" fell.', ['"It held,"']),
    ('[T "It held,"] [S Vrel] [C said]. Marr smiled: "It will."', ['"It held,"']),
    # A cue inside somebody's quotation carries nothing on.
    ('"[S Vrel] [C said] [T it held]." "It will."', ["it held"]),
]


def carried(text: str, manner: Manner = SPEECH) -> list[list[str]]:
    layout, found = marked(text, manner)
    sentences = [
        sentence
        for start, end in layout.blocks
        if has_words(layout.text, start, end)
        for sentence in split_sentences(layout.text, start, end)
    ]
    return content(carry_on(layout, found, sentences))


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_quotations_that_carry_a_statement_on(text: str, expected: list[str]) -> None:
    assert carried(text) == [expected]


def test_nothing_carries_an_attitude_on() -> None:
    text = '[S Vrel] [C fears] [T that the dam fell]. "It will."'
    assert carried(text, Manner.ATTITUDE) == [["that the dam fell"]]
    assert carried(text, Manner.INDIRECT) == [["that the dam fell", '"It will."']]
