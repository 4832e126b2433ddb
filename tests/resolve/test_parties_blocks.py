from __future__ import annotations

from sayso.language.en.parse import parse
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Manner, paragraphs, span_of
from sayso.resolve.parties import find_parties, make_sides

TEXT = (
    "Smoke over the market.\n\nPhoto: Valley Voice\n\nThe Front accused the ministry of a massacre.\n\n"
    "The Front said it would answer."
)


def test_no_name_is_put_together_over_the_edge_of_a_block():
    parsed = ParsedText(TEXT, paragraphs(TEXT), parse)

    def at(quote: str, start: int):
        i = TEXT.index(quote, start)
        return (span_of(TEXT, i, i + len(quote)),)

    first = TEXT.index("The Front accused")
    attribution = Attribution(
        at("The Front", first), at("accused", first), at("the ministry", first), Manner.INDIRECT
    )
    (party,) = find_parties(parsed, [attribution], make_sides({}))
    assert party is not None
    assert party.name == "Front"
