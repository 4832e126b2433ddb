"""Whose state a public servant serves, and who serves none."""

from __future__ import annotations

import pytest
from marked_text import read_marked

from sayso.resolve.parties import find_parties, make_sides

CHILEAN = "A storm hit northern Chile."


def _side(text: str) -> str | None:
    parsed, attributions, asked = read_marked(text)
    party = find_parties(parsed, attributions, make_sides({}))[asked]
    assert party is not None
    return party.side


@pytest.mark.parametrize(
    ("source", "side"),
    [
        ("The mayor of Badalona, Ada Moss,", "ESP"),
        ("Prosecutors in Milan", "ITA"),
        ("The prosecutor in Bangui, Ivo Marr,", "CAF"),
        ("Ohio Gov. Ada Moss", "USA"),
        ("Bavarian police", "DEU"),
        ("Governor Ada Moss", "CHL"),
        ("Judge Ada Moss", "CHL"),
        ("The court", "CHL"),
        ("The fire chief, Ada Moss,", "CHL"),
        ("Anti-mafia prosecutor Ada Moss", "CHL"),
        ("Election officials", "CHL"),
        ("A security official", "CHL"),
        ("The regional government", "CHL"),
        ("The port authority", "CHL"),
        # negatives
        ("The opposition leader, Ada Moss,", None),
        ("Senator Ada Moss", None),
        ("Hospital officials", None),
        ("Union officials", None),
        ("European officials", None),
        ("Former mayor Ada Moss", None),
        ("The Russian-installed governor, Ada Moss,", None),
        ("The mayor of Sevastopol, Ada Moss,", None),
        ("The International Criminal Court's prosecutor, Ada Moss,", None),
        ("The eastern government's health minister, Ada Moss,", None),
        ("The rebels", None),
        ("Marlin Shipping", None),
        ("An economist, Ada Moss,", None),
    ],
)
def test_side_of_a_public_servant(source: str, side: str | None) -> None:
    assert _side(f"{CHILEAN} [S {source}] [C said] [T it was so].") == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("[S Governor Ada Moss] [C said] [T so].", None),
        ("Bombs fell on a West Bank village. [S The mayor] [C said] [T so].", None),
        ("[S Prosecutors in The Hague] [C said] [T so].", None),
        ("Rain fell in the Puno region of Peru. [S The mayor, Ada Moss,] [C said] [T so].", "PER"),
        ("Shirts made in China were sold. [S The mayor, Ada Moss,] [C said] [T so].", None),
        ("A Kenyan navy ship sank. [S Rear Admiral Ivo Marr] [C said] [T so].", "KEN"),
        ("The rebels fled. [S Colonel Ivo Marr] [C said] [T so].", None),
        ("A Chinese cutter rammed a boat. [S The coast guard] [C said] in Manila [T so].", "PHL"),
        (
            "Floods hit Papua New Guinea. ¶ Canberra promised two planes. "
            '"[T So]," [C said] [S Foreign Minister Ada Moss].',
            "AUS",
        ),
        (
            "Two men were hurt in Colombia. ¶ On the far bank, in Venezuela, "
            "[S the mayor] [C said] [T so].",
            "VEN",
        ),
        ("Ivo Marr, an Armenian shepherd from Gavar, went home. [S Marr] [C said] [T so].", "ARM"),
        (
            "[S1 Kenyan Interior Minister Ada Moss] [C1 said] [T1 no]. "
            "[S Her deputy, Ivo Marr,] [C said] [T so].",
            "KEN",
        ),
    ],
)
def test_side_by_what_the_text_tells(text: str, side: str | None) -> None:
    assert _side(text) == side
