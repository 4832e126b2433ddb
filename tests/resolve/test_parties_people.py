"""Parties: what callings, clauses and places tell of people, and whom a pronoun brings back."""

from __future__ import annotations

import pytest
from party_gold import Case, answer


def _told(marked: str) -> tuple[str, ...]:
    found = answer(Case(marked, None))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("marked", "role", "acts_for"),
    [
        ("[S Ilan Moss, a tailor from Velm,] [C said] [T no].", "tailor", "-"),
        ("[S A lorry driver, Ilan Moss,] [C said] [T no].", "driver", "-"),
        ("Eva Holt, a weaver, had fled. [T So], [S she] [C said].", "weaver", "-"),
        ("[S Eva Holt, whose sons were taken,] [C said] [T no].", "relative", "-"),
        ("[S Eva Holt, 40, whose roof was blown off,] [C said] [T no].", "resident", "-"),
        ("[S Eva Holt, who has lived in a tent since May,] [C said] [T no].", "resident", "-"),
        ("[S Ilan Moss, a sailor who was pulled out alive,] [C said] [T no].", "survivor", "-"),
        ("[S Ilan Moss, 30, who packs tea in a factory,] [C said] [T no].", "worker", "-"),
        (
            "[S Ilan Moss, who heads the Velm Rowing Union,] [C said] [T no].",
            "chief",
            "Velm Rowing Union",
        ),
        (
            "[S Ilan Moss, who leads the World Health Organization's supply team,] [C said] [T no].",
            "leader",
            "World Health Organization",
        ),
        ("[S Eva Holt, who represents the families,] [C said] [T no].", "lawyer", "families"),
        ("[S Police superintendent Eva Holt] [C said] [T no].", "police officer", "police"),
        ("[S Detective Inspector Eva Holt] [C said] [T no].", "police officer", "-"),
        ("[S Ontario's premier, Ilan Moss,] [C said] [T no].", "premier", "Ontario"),
        ("[S Opposition leader Eva Holt] [C said] [T no].", "leader", "-"),
        (
            "[S Eva Holt, whose son was taken and who leads the Velm Search Union,] [C said] [T no].",
            "leader",
            "Velm Search Union",
        ),
        ("[S The bar's owner, Eva Holt,] [C said] [T no].", "owner", "-"),
        ("[S The runner-up, Eva Holt,] [C said] [T no].", "candidate", "-"),
        # negatives
        ("[S Weapons inspector Eva Holt] [C said] [T no].", "inspector", "-"),
        ("[S Eva Holt, whose book is about tailors,] [C said] [T no].", "-", "-"),
        ("[S Eva Holt, who was late,] [C said] [T no].", "-", "-"),
        ("[S Eva Holt, who represents Velm in parliament,] [C said] [T no].", "-", "-"),
        ("[S Chinese Premier Ilan Moss] [C said] [T no].", "prime minister", "Chinese government"),
    ],
)
def test_roles(marked: str, role: str, acts_for: str) -> None:
    found = _told(marked)
    assert found[1] == "person"
    assert found[3:] == (role, acts_for)


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("[S Its owner, Sunna Group,] [C said] [T no].", "Sunna Group", "organisation"),
        (
            "[S The ship's manager, Okada Maritime,] [C said] [T no].",
            "Okada Maritime",
            "organisation",
        ),
        (
            "[S The firm, Marr Coast General Trading,] [C said] [T no].",
            "Marr Coast General Trading",
            "organisation",
        ),
        ("[S Umoja, whose leader is in jail,] [C said] [T no].", "Umoja", "organisation"),
        (
            "[S The Federation of River Miners] [C said] [T no].",
            "Federation of River Miners",
            "organisation",
        ),
        (
            "The village fell to the paramilitary Sunna Shield. [S The Shield] [C said] [T so].",
            "Sunna Shield",
            "organisation",
        ),
        (
            "[S The Kenyan-led Joint River Support Mission] [C said] [T no].",
            "Joint River Support Mission",
            "organisation",
        ),
        ("[S The presiding judge] [C said] [T no].", "presiding judge", "office"),
        ("Moss wrote on X. [S Eva Holt] [C said] [T no].", "Eva Holt", "person"),
        ("[S General Zaw Min] [C said] [T no].", "Zaw Min", "person"),
        # negatives
        ("[S The ship's manager, Ilan Moss,] [C said] [T no].", "Ilan Moss", "person"),
        ("[S Eva Holt, whose mother died,] [C said] [T no].", "Eva Holt", "person"),
    ],
)
def test_bodies_and_people(marked: str, name: str, kind: str) -> None:
    assert _told(marked)[:2] == (name, kind)


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[S A nurse at Velm Hospital] [C said] [T no].", "nurse at Velm Hospital"),
        ("[S The mother of two of the boys] [C said] [T no].", "mother of two of the boys"),
        ("[S Officials on both sides] [C said] [T no].", "officials on both sides"),
        ("[S Two people familiar with the plan] [C said] [T no].", "people familiar with the plan"),
        ("[S An EU diplomat] [C said] [T no].", "EU diplomat"),
        # negatives: days and clauses tell nobody apart
        ("[S Officials on Monday] [C said] [T no].", "officials"),
        ("[S A diplomat involved in the talks] [C said] [T no].", "diplomat"),
        ("[S Residents who fled] [C said] [T no].", "residents"),
    ],
)
def test_groups_are_called_as_the_text_calls_them(marked: str, name: str) -> None:
    assert _told(marked)[:2] == (name, "group")


@pytest.mark.parametrize(
    ("marked", "name", "acts_for"),
    [
        (
            "A bridge fell in Tacloban. [S Mayor Eva Holt] [C said] [T no].",
            "Eva Holt",
            "Tacloban",
        ),
        (
            "KHARKIV, Ukraine - A bomb fell. [S The regional governor, Ilan Moss,] [C said] [T no].",
            "Ilan Moss",
            "Kharkiv region",
        ),
        (
            "Schools shut in Malatya. [S The governor] [C said] [T no].",
            "governor of Malatya",
            "Malatya",
        ),
        (
            "A raid near Gusau, in Zamfara, failed. "
            "[S The state's police spokesman, Ilan Moss,] [C said] [T no].",
            "Ilan Moss",
            "Zamfara police",
        ),
        # negatives: of several places, or of none
        (
            "Bridges fell in Tacloban and in Malatya. [S Mayor Eva Holt] [C said] [T no].",
            "Eva Holt",
            "-",
        ),
        ("A bridge fell. [S Governor Eva Holt] [C said] [T no].", "Eva Holt", "-"),
    ],
)
def test_whose_mayors_and_governors(marked: str, name: str, acts_for: str) -> None:
    found = _told(marked)
    assert (found[0], found[4]) == (name, acts_for)


@pytest.mark.parametrize(
    ("marked", "name", "role"),
    [
        (
            "[S1 Norwegian Foreign Minister Ada Moss] [C1 said] [T1 no]. "
            "[S Her Turkish counterpart, Emre Kaya,] [C said] [T yes].",
            "Emre Kaya",
            "minister",
        ),
        (
            "The Norwegian and Turkish foreign ministers, Ada Moss and Emre Kaya, met. "
            "[S Kaya] [C said] [T no].",
            "Emre Kaya",
            "minister",
        ),
        (
            "A shepherd in rubber boots counted the graves. [T They are forty], [S he] [C said].",
            "shepherd in rubber boots",
            "shepherd",
        ),
        (
            "Ilan Moss, 16, had swum ashore. [T It sank], [S the teenager] [C said].",
            "Ilan Moss",
            "-",
        ),
        (
            "[S1 The Southern Front's spokesman, Gen. Ilan Moss,] [C1 said] [T1 no]. "
            "[S2 A nurse] [C2 wept]. [S The general] [C said] [T yes].",
            "Ilan Moss",
            "spokesperson",
        ),
        # negatives
        (
            "Ilan Moss, 46, had swum ashore. [T It sank], [S the teenager] [C said].",
            "teenager",
            "-",
        ),
        (
            "[S1 Ilan Moss, a Norwegian baker,] [C1 said] [T1 no]. "
            "[S His Turkish colleague, Emre Kaya,] [C said] [T yes].",
            "Emre Kaya",
            "-",
        ),
        (
            "A nun had seen it. [S1 Ilan Moss, a baker,] [C1 said] [T1 no]. [S He] [C added] [T no].",
            "Ilan Moss",
            "baker",
        ),
    ],
)
def test_who_is_brought_back(marked: str, name: str, role: str) -> None:
    found = _told(marked)
    assert (found[0], found[3]) == (name, role)


def test_a_pronoun_after_somebody_else_unnamed_stays_open() -> None:
    marked = "[S1 Minister Ilan Moss] [C1 said] [T1 no]. A man was hurt. [S He] [C added] [T no]."
    assert answer(Case(marked, None)) is None


def test_he_is_neither_of_two() -> None:
    marked = "Ilan Moss and Ivo Marr were brought ashore. [T We had no oars], [S he] [C said]."
    assert answer(Case(marked, None)) is None


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("[S A person briefed on the plan] [C said] [T no].", "source"),
        ("[S People in the square] [C said] [T no].", "-"),
    ],
)
def test_who_knows_of_a_matter_is_a_source(marked: str, role: str) -> None:
    assert _told(marked)[3] == role
