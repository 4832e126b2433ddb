"""The country of offices that an article leaves unmarked, and when nobody can tell."""

from __future__ import annotations

import pytest
from marked_text import read_marked

from sayso.resolve.parties import find_parties, make_sides

SAYS = "[S The Foreign Ministry] [C said] [T it was looking into it]."


@pytest.mark.parametrize(
    ("before", "side"),
    [
        ("A storm hit northern Portugal.", "PRT"),
        ("In Bolivia, roads were closed.", "BOL"),
        ("Chad's water board has warned of a dry year.", "TCD"),
        ("The Kenyan army lost two men.", "KEN"),
        ("Kenya's army lost two men. Ugandan traders saw it.", "KEN"),
        ("A flood hit villages near Izmir.", "TUR"),
        ("Fires raged in the Turkish city of Bodrum.", "TUR"),
        ("A Nairobi court freed two men.", "KEN"),
        ("Kazakh miners walked out.", "KAZ"),
        ("A Swiss appeals court freed two men.", "CHE"),
        ("Two men were shot in Egypt's Minya province.", "EGY"),
        ("The Japanese utility Okada Power was fined.", "JPN"),
        ("A barn burnt down in Bantry.", "IRL"),
        ("Whangārei Hospital has closed two wards.", "NZL"),
        ("ST. JOHN'S, N.L. - Crab boats stayed in port.", "CAN"),
        ("KINGSTON, Ont. - Two men were shot.", "CAN"),
        ("INGHAM, Queensland - The river rose.", "AUS"),
        # negatives
        ("He was born in Bantry.", None),
        ("Mr Bantry burnt a barn down.", None),
        ("A barn burnt down in Bantry and one in Izmir.", None),
        ("Talks were held in Izmir.", None),
        ("A Geneva court freed two men.", None),
        ("Rain fell all night. It was cold. Nobody came. His client was in Bergen then.", None),
        ("Japanese tourists were robbed.", None),
        ("Rain fell all night.", None),
        ("A French tourist was killed.", None),
        ("Two books about Chad were banned.", None),
        ("The Chinese ambassador was called in.", None),
        ("Kenya's army met Uganda's army.", None),
        ("A storm hit Georgia's embassy in Chad.", None),
        ("The army lost two men. Kenya's army lost none.", None),
        ("An airliner of Chad's Nordvik Lines was late.", None),
    ],
)
def test_unmarked_ministry(before: str, side: str | None) -> None:
    parsed, attributions, asked = read_marked(f"{before} {SAYS}")
    party = find_parties(parsed, attributions, make_sides({}))[asked]
    assert party is not None
    assert party.side == side


@pytest.mark.parametrize(
    ("marked", "side"),
    [
        ("A storm hit northern Portugal. [S In Oslo, the energy minister] [C said] [T so].", "NOR"),
        ("A storm hit northern Portugal. [S The energy minister] [C said] [T so].", "PRT"),
        ("[S Cork County Council] [C said] [T so].", "IRL"),
        ("[S The Cork Hurling Council of Elders] [C said] [T so].", None),
        ("[S Statistics Finland] [C said] [T so].", "FIN"),
        ("[S Radio Finland] [C said] [T so].", None),
        ("[S The mayor of Bantry, Ada Moss,] [C said] [T so].", "IRL"),
        ("[S A spokesman for Bantry, Ivo Marr,] [C said] [T so].", None),
        (
            "GALLUP, N.M. - [S2 Gov. Ada Moss] [C2 left] [T2 it]. [S Her office] [C said] [T so].",
            "USA",
        ),
        (
            "A storm hit northern Peru. [S2 The singer Ada Moss] [C2 wept]. [S Her office] [C said] [T so].",
            None,
        ),
        ("[S The University of Iceland] [C said] [T so].", None),
    ],
)
def test_whose_side_a_phrase_tells(marked: str, side: str | None) -> None:
    parsed, attributions, asked = read_marked(marked)
    party = find_parties(parsed, attributions, make_sides({}))[asked]
    assert party is not None
    assert party.side == side


def test_a_place_of_the_user_may_be_the_home() -> None:
    parsed, attributions, asked = read_marked(f"The Kenyan army left Velmar. {SAYS}")
    party = find_parties(parsed, attributions, make_sides({"Government": ["Velmar"]}))[asked]
    assert party is not None
    assert party.side is None
