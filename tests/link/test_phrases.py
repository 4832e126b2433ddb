from __future__ import annotations

import pytest

from made_rows import make_party
from sayso.language.en.parse import parse
from sayso.link.phrases import LONGEST, phrase_of
from sayso.model import Act, Manner, Statement, paragraphs, span_of

VREL = make_party("Hana Vrel")
FRONT = make_party("Southern Front")


def phrase(
    content: str, party=VREL, *, before: str = "Hana Vrel said ", act=Act.ASSERT
) -> str | None:
    text = f"{before}{content}."
    span = span_of(text, len(before), len(before) + len(content))
    statement = Statement(
        "s",
        "a",
        Manner.INDIRECT,
        (),
        (),
        (span,),
        party,
        act,
        None,
        (),
        (),
        (),
        None,
        1.0,
        "r",
    )
    return phrase_of(parse(text, paragraphs(text)), statement)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (
            "that the army had shelled the Orlitsa dam",
            "Whether the army had shelled the Orlitsa dam",
        ),
        (
            "that nine shells had hit the spillway and that two engineers were hurt",
            "Whether nine shells had hit the spillway",
        ),
        (
            "the ferry was carrying too many passengers",
            "Whether the ferry was carrying too many passengers",
        ),
    ],
)
def test_claims_become_questions(content, title):
    assert phrase(content) == title


@pytest.mark.parametrize(
    "content",
    [
        "that terrorists had shelled the Orlitsa dam",
        "that we had shelled the Orlitsa dam",
        "that the “so-called army” had shelled the dam",
    ],
)
def test_a_camps_words_stand_in_quotation_marks_with_their_speaker(content):
    title = phrase(content)
    assert title.startswith("Hana Vrel: “")
    assert title.endswith("”")


def test_a_noun_is_no_fact():
    title = phrase("the shelling of the Orlitsa dam", FRONT, before="The Southern Front denied ")
    assert title == "Southern Front on “the shelling of the Orlitsa dam”"


def test_a_noun_ends_where_more_is_told():
    content = "the shelling of the Orlitsa dam, saying that it had cost four lives"
    title = phrase(content, FRONT, before="The Southern Front denounced ")
    assert title == "Southern Front on “the shelling of the Orlitsa dam”"


def test_an_intention_is_a_question():
    title = phrase("to free sixty captured soldiers", FRONT, before="The Southern Front offered ")
    assert title == "Whether Southern Front will free sixty captured soldiers"


@pytest.mark.parametrize(
    "content", ["it", "they heard it", "that its mortars had fired at Dravik", "no", "that he did"]
)
def test_what_names_nothing_is_no_title(content):
    assert phrase(content) is None


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (
            "that in the meantime, three jets had hit the town of Orlitsa on Monday, wounding nine",
            "Whether three jets had hit the town of Orlitsa",
        ),
        (
            "the barge, which belonged to a cousin of the mayor, had sunk near Dravik",
            "Whether the barge had sunk near Dravik",
        ),
        (
            "that nine villagers were killed as they fled the village of Dravik",
            "Whether nine villagers were killed as they fled the village of Dravik",
        ),
        (
            "in Orlitsa, gunmen had burnt two buses while the police looked on",
            "Whether gunmen had burnt two buses in Orlitsa",
        ),
        (
            "the troops had pushed them back from the Orlitsa dam",
            "Whether the troops had pushed them back from the Orlitsa dam",
        ),
    ],
)
def test_what_is_said_beside_the_claim_is_left_out(content, title):
    assert phrase(content) == title


def test_a_date_with_its_month_stays():
    title = phrase("the dam had burst near Orlitsa on 5 May 2026 and the mayor had left")
    assert title.startswith("Whether the dam had burst near Orlitsa")
    assert "mayor" not in title


@pytest.mark.parametrize(
    ("act", "title"),
    [
        (Act.DENY, "Whether Southern Front’s mortars had fired at the Orlitsa dam"),
        (Act.ASSERT, None),
    ],
)
def test_what_somebody_denies_of_their_own_is_named(act, title):
    content = "that its mortars had fired at the Orlitsa dam"
    assert phrase(content, FRONT, before="The Front said ", act=act) == title


@pytest.mark.parametrize(
    "content",
    [
        "Army Shells Dam Near Orlitsa As Rebels Flee The army shelled a dam",
        "shells hit the dam Dozens of shells hit the Orlitsa dam on Monday",
    ],
)
def test_headlines_that_ran_into_a_sentence_are_no_titles(content):
    assert phrase(content) is None


def test_a_cut_ends_with_a_word_that_leads_nowhere():
    content = (
        "the army had shelled the Orlitsa dam with the very largest of the mortars of a brigade"
    )
    title = phrase(f"{content} of the capital of the northernmost of the provinces")
    assert title.endswith("…")
    assert title.rstrip("…").split()[-1] not in {"a", "the", "of", "with"}


def test_long_titles_are_cut():
    things = ("bridge", "mill", "quay", "school", "bakery", "church", "weir", "station", "inn")
    content = "that the army had shelled the Orlitsa dam, " + ", ".join(f"the {t}" for t in things)
    assert len(phrase(content)) <= LONGEST + 1


@pytest.mark.parametrize(
    ("act", "title"),
    [
        (Act.ASSERT, "Hana Vrel: “terrorists had shelled the Orlitsa dam”"),
        (Act.DENY, "Denied by Hana Vrel: “terrorists had shelled the Orlitsa dam”"),
        (Act.REJECT, "Rejected by Hana Vrel: “terrorists had shelled the Orlitsa dam”"),
        (Act.DOUBT, "Doubted by Hana Vrel: “terrorists had shelled the Orlitsa dam”"),
        (Act.EVADE, "Not answered by Hana Vrel: “terrorists had shelled the Orlitsa dam”"),
    ],
)
def test_what_a_party_denies_never_reads_as_its_claim(act, title):
    assert phrase("that terrorists had shelled the Orlitsa dam", act=act) == title


@pytest.mark.parametrize(
    ("verb", "content", "title"),
    [
        (
            "accused",
            "the army of shelling the Orlitsa dam itself",
            "Whether the army shelled the Orlitsa dam",
        ),
        (
            "accused",
            "the Southern Front of having burnt two villages near Tarn",
            "Whether the Southern Front had burnt two villages near Tarn",
        ),
        (
            "blamed",
            "the Velmarian army for striking the hospital, where 14 people died",
            "Whether the Velmarian army struck the hospital",
        ),
        (
            "blamed",
            "the Velmarian army for the deaths of nine miners in Orlitsa",
            "Charge by Hana Vrel against the Velmarian army: “the deaths of nine miners in Orlitsa”",
        ),
        ("accused", "him of shelling the Orlitsa dam", None),
    ],
)
def test_a_charge_becomes_a_question_about_who_is_charged(verb, content, title):
    assert phrase(content, before=f"Hana Vrel {verb} ", act=Act.ACCUSE) == title


def test_a_deed_denied_is_the_speakers_own():
    title = phrase(
        "shelling the Orlitsa dam", FRONT, before="The Southern Front denied ", act=Act.DENY
    )
    assert title == "Whether Southern Front shelled the Orlitsa dam"


def test_what_is_no_charge_is_quoted():
    title = phrase(
        "the shelling of the Orlitsa dam", FRONT, before="The Front denied ", act=Act.DENY
    )
    assert title == "Southern Front on “the shelling of the Orlitsa dam”"


def test_a_loaded_charge_stands_in_quotation_marks():
    title = phrase(
        "the Velmarian army of helping terrorists", before="Hana Vrel accused ", act=Act.ACCUSE
    )
    assert title == "Charge by Hana Vrel against the Velmarian army: “helping terrorists”"
