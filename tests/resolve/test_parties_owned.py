"""Whose leaders, lawyers and mayors are told of: crowds, towns and bodies named before."""

from __future__ import annotations

import pytest
from party_gold import Case, answer


@pytest.mark.parametrize(
    ("marked", "acts_for"),
    [
        ("Miners blocked a road. [S Their leader, Ilan Moss,] [C said] [T no].", "miners"),
        ("Two men were jailed. [S Their lawyer, Eva Holt,] [C said] [T no].", "men"),
        ("Two men were jailed. It rained. [S Their lawyer, Eva Holt,] [C said] [T no].", "men"),
        (
            "A fire closed in on the town of Orlitsa. [S The town's mayor, Eva Holt,] [C said] [T no].",
            "Orlitsa",
        ),
        ("A fire closed in on Izmir. [S The city's mayor, Eva Holt,] [C said] [T no].", "Izmir"),
        ("[S Union boss Ilan Moss of the RTU] [C said] [T no].", "RTU"),
        ("[S Airport spokeswoman Eva Holt] [C said] [T no].", "airport"),
        ("[S Exiled opposition leader Eva Holt] [C said] [T no].", None),
        (
            "[S Bavaria's interior minister, Eva Holt,] [C said] [T no].",
            "Bavaria Interior Ministry",
        ),
        # negatives
        ("Miners met farmers. [S Their leader, Ilan Moss,] [C said] [T no].", None),
        ("They hid secrets. [S Their lawyer, Eva Holt,] [C said] [T no].", None),
        ("Two men were jailed. It rained. It snowed. [S Their lawyer] [C said] [T no].", None),
        (
            "A fire leapt from Izmir to Ankara. [S The city's mayor, Eva Holt,] [C said] [T no].",
            None,
        ),
        ("A fire closed in on Izmir. [S The region's governor, Eva Holt,] [C said] [T no].", None),
        ("[S Military blogger Ilan Moss] [C said] [T no].", None),
        ("[S Former railway minister Eva Holt] [C said] [T no].", None),
        ("Ilan Moss resigned. [S Moss's predecessor, Eva Holt,] [C said] [T no].", None),
    ],
)
def test_acts_for(marked: str, acts_for: str | None) -> None:
    found = answer(Case(marked, None))
    assert found is not None
    assert found[4] == (acts_for or "-")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Peru's labour minister met miners. [S The minister, Eva Holt,] [C said] [T no].",
            ("Eva Holt", "person", "PER", "minister", "Peruvian Labour Ministry"),
        ),
        (
            "The Dutch firm Velm Works fled. [S The company] [C said] [T no].",
            ("Velm Works", "organisation", "NLD", "-", "-"),
        ),
        (
            "[S Local rights group Justice for Divers] [C said] [T no].",
            ("Justice for Divers", "organisation", "-", "-", "-"),
        ),
        (
            "[S Surf Rescue Australia chief executive Eva Holt] [C said] [T no].",
            ("Eva Holt", "person", "AUS", "chief executive", "Surf Rescue Australia"),
        ),
        (
            "[S Iran and Oman, which had met,] [C said] [T no].",
            ("Iran and Oman", "group", "-", "-", "-"),
        ),
        (
            "[S Emergency Lawyers, a group that counts the dead,] [C said] [T no].",
            ("Emergency Lawyers", "organisation", "-", "-", "-"),
        ),
        (
            "[S First Minister Ilan Moss] [C said] [T no].",
            ("Ilan Moss", "person", "-", "chief minister", "-"),
        ),
        # negatives
        (
            "Peru's labour minister met Chile's health minister. "
            "[S The minister, Eva Holt,] [C said] [T no].",
            ("Eva Holt", "person", "-", "minister", "-"),
        ),
        (
            "[S Emergency lawyers] [C said] [T no].",
            ("emergency lawyers", "group", "-", "lawyer", "-"),
        ),
    ],
)
def test_party(marked: str, expected: tuple[str, ...]) -> None:
    assert answer(Case(marked, None)) == expected
