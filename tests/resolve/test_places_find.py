"""Places found in text: a table of marked sentences, negatives included.

``[Homs|SYR]`` marks an expected place and its country, ``[Orlitsa|-]`` one with no country;
a third field is the precision where it is not "town".
"""

from __future__ import annotations

import re

import pytest

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Place, paragraphs
from sayso.resolve.places import Gazetteer, find_places, open_gazetteer

MARK = re.compile(r"\[([^|\]]+)\|([^|\]]+)(?:\|([^\]]+))?\]")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def find(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    return find_places(ParsedText(text, paragraphs(text), english_parser()), gazetteer)


PLACES = [
    # Towns after the words that introduce them
    "Two people were hurt in [Kharkiv|UKR] on Monday.",
    "Fighting continued near [Aleppo|SYR] overnight.",
    "They drove north of [Mosul|IRQ] and stopped.",
    "Smoke rose over the outskirts of [Donetsk|UKR].",
    "The convoy left [Baghdad|IRQ] for [Basra|IRQ].",
    "Trains from [Vienna|AUT] to [Budapest|HUN] were late.",
    "A bakery opened in the city of [Lyon|FRA].",
    "Residents of [Sarajevo|BIH] gathered in the square.",
    "Flights between [Nairobi|KEN] and [Kampala|UGA] resumed.",
    "He flew via [Doha|QAT] to [Colombo|LKA].",
    # Spellings
    "Snow fell in [Kiev|UKR] and in [Kharkov|UKR].",
    "The fair opened in [Kyiv|UKR].",
    "The ferry sails from [Odessa|UKR] to [Istanbul|TUR].",
    "Markets in [Bombay|IND] and [Calcutta|IND] were closed.",
    "The council of [Zurich|CHE] met in [Geneva|CHE].",
    "A school opened in [St. Petersburg|RUS], in northern [Russia|RUS|country].",
    "A library opened in [Deir ez-Zor|SYR].",
    "The team trains in [São Paulo|BRA].",
    "The team trains in [Sao Paulo|BRA].",
    # Countries
    "Rain fell across [Armenia|ARM|country] and [Georgia|GEO|country].",
    "The minister visited [South Korea|KOR|country] and [Japan|JPN|country].",
    "Talks between the [US|USA|country] and [Iran|IRN|country] ended.",
    "She moved to the [U.K.|GBR|country] last year.",
    "Exports from [Ivory Coast|CIV|country] rose.",
    "Schools in [Burma|MMR|country] reopened.",
    "Floods hit the [Democratic Republic of the Congo|COD|country].",
    "Farmers in [Bosnia|BIH|country] planted early.",
    # Regions, seas, contested lands
    "Ships crossed the [Gulf of Aden|-|region].",
    "Rain is rare in [Darfur|SDN|region].",
    "The road to [Nagorno-Karabakh|AZE|region] was closed.",
    "Apples from the [Golan Heights|-|region] were sold.",
    "Aid reached the [Gaza Strip|PSE|region].",
    "Shops in the [West Bank|PSE|region] town of [Jenin|PSE] opened.",
    "Miners in the [Donbas|UKR|region] went home.",
    "Skiers love [Kashmir|-|region].",
    "Storms crossed the [Black Sea|-|region].",
    "Tankers wait in the [Strait of Hormuz|-|region].",
    "A festival in [Catalonia|ESP|region] drew crowds.",
    "Farmers across the [Middle East|-|region] worry.",
    "A school in [Khuzestan|IRN|region] won.",
    "Voters in [Bavaria|DEU|region] and [Saxony|DEU|region] stayed at home.",
    # Land and sites called after a town
    "Wheat grows in [Idlib province|SYR|region].",
    "Farms in the [Kharkiv region|UKR|region] were flooded.",
    "Workers at [Kharkiv airport|UKR|point] went home.",
    "The [Mosul Dam|IRQ|point] was repaired.",
    "The [Zaporizhzhia nuclear power plant|UKR|point] was inspected.",
    # Told apart by what is near
    "He was born in [Paris|USA], [Texas|USA|region].",
    "He was born in [Paris|FRA], [France|FRA|country].",
    "They met in [London|CAN], [Ontario|CAN|region].",
    "The fire began in [Birmingham|USA], [Alabama|USA|region].",
    "The game in [Alexandria|USA], [Va.|USA|region], was called off.",
    "Boats left [Alexandria|EGY] in [Egypt|EGY|country].",
    "The mill in [Moscow|USA], [Idaho|USA|region], burned.",
    "Roads from [Tripoli|LBN] to [Beirut|LBN], in [Lebanon|LBN|country], were closed.",
    "Roads from [Tripoli|LBY] to [Benghazi|LBY], in [Libya|LBY|country], were closed.",
    "The shop in [Cordoba|ARG], [Argentina|ARG|country], closed.",
    "A bus left [Valencia|VEN] for [Caracas|VEN].",
    "The team flew from [Geneva|CHE] to [Vienna|AUT], then home to the [US|USA|country].",
    "The boat left [Mobile|USA], [Alabama|USA|region].",
    "A shop in [Reading|GBR], [England|GBR|region], closed.",
    # In the names of bodies that sit there, and of those elected there
    "The [Lyon|FRA] Police Department bought bicycles.",
    "The University of [Oslo|NOR] lent a boat.",
    "She studied at [Oxford|GBR] University.",
    "The [Kentucky|USA|region] Department of Education bought maps.",
    "The [Laurel County|USA|region] Sheriff waved.",
    "Voters wrote to Hana Vrel, R-[Ohio|USA|region].",
    "A [Lyon|FRA] man won a boat.",
    # Two places with a hyphen between them, and one that has a hyphen
    "The [Moscow|RUS]-[Minsk|BLR] train was late.",
    "The fair in [Clermont-Ferrand|FRA] was wet.",
    "The [Charleston|USA], [W. Va.|USA|region], fair was wet.",
    # Capitals with small letters beside them
    "A boat from [Nice|FRA], [France|FRA|country], sank. It was a nice boat.",
    # Spelt wrong once
    "Rain fell in [Mariupol|UKR]. Snow fell in the town of [Mariuopl|UKR].",
    "Rain fell on [Reykjavik|ISL]. Buses left the town of [Reykjavk|ISL].",
    # Not in any gazetteer
    "Fire broke out in the town of [Orlitsa|-].",
    "Water rose behind the [Orlitsa dam|-|point].",
    "The village of [Vesk Polna|-] has one shop. Rain fell in [Vesk Polna|-] again.",
    "Buses stop on the outskirts of [Trenovar|-].",
]

NOT_PLACES = [
    "George Washington liked his garden.",
    "Washington said it would wait.",
    "Mr. Paris paid the bill.",
    "Paris Hilton opened a shop.",
    "Jordan Peele made a film.",
    "Ms. Georgia Brown sang.",
    "Mayor Florence Ward cut the ribbon.",
    "Reading is good for children.",
    "March was cold and wet.",
    "Most of the men went home.",
    "Nice weather is expected.",
    "Of the nine, four stayed.",
    "Mobile phones rang.",
    "Let us go, they said.",
    "Split the bill with a friend.",
    "Police stopped a car.",
    "Syrian cooks won the prize.",
    "An Iranian film opened the festival.",
    "The Russians and the French played chess.",
    "He works for the Boston Globe.",
    "The Bank of America raised its fees.",
    "They live on Lancaster Street.",
    "General Lincoln retired.",
    "President Jackson signed the bill.",
    "On Sunday, the march began.",
    "NATO and the EU agreed.",
    "Nobody came.",
    "the dam at the river held.",
    "Interior Minister Hana Vrel spoke first.",
    "The Marburg virus was found.",
    "It cost US$5.",
    "Hana Smith-Paris sang.",
    "The Justice Department paid.",
    "They met in West Street, then in City Hall.",
    "The pool was shut. Pool opening hours are short.",
    "Mercy Hospital bought a boat.",
    "They sang at Lyon Street.",
    "Southern Front spokesman Ivo Marr declined to comment.",
    "",
    "   ",
    "12:30 – 14 %",
]


@pytest.mark.parametrize("marked", PLACES)
def test_places_are_found_and_told_apart(marked: str, gazetteer: Gazetteer) -> None:
    text = MARK.sub(lambda match: match[1], marked)
    expected = [
        (match[1], None if match[2] == "-" else match[2], match[3] or "town")
        for match in MARK.finditer(marked)
    ]
    found = [(p.span.text, p.country, p.precision.value) for p in find(text, gazetteer)]
    assert found == expected


@pytest.mark.parametrize("text", NOT_PLACES)
def test_names_of_others_are_no_places(text: str, gazetteer: Gazetteer) -> None:
    assert [place.span.text for place in find(text, gazetteer)] == []
