from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.language.en import parse as parsing
from sayso.language.en.dateline import dateline_end
from sayso.language.en.parse import parse
from sayso.model import paragraphs


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (
            "ORLITSA, May 5 (Northern Wire) — Rebels shelled the dam.",
            "ORLITSA, May 5 (Northern Wire) — ",
        ),
        ("HALVEK — At least 40 people died.", "HALVEK — "),
        ("HALVEK, 13 May. The Front offered a swap.", "HALVEK, 13 May. "),
        ("VIENNA (Reuters) - Envoys met.", "VIENNA (Reuters) - "),
        (
            "PORT MAREN, Velmaria, 5 May 2026 – The ship came.",
            "PORT MAREN, Velmaria, 5 May 2026 – ",
        ),
        ("(Northern Wire) — Rebels fired.", "(Northern Wire) — "),
        ("NATO said on Monday that it would watch.", ""),
        ("The dam — the largest of the country — broke.", ""),
        ("Vrel said: “No.” — and left.", ""),
        ("UN officials (and others) said no.", ""),
        ("A — B", ""),
        ("", ""),
    ],
)
def test_datelines(text, dateline):
    assert text[: dateline_end(text, 0)] == dateline


def test_a_dateline_is_a_sentence_of_its_own():
    text = "ORLITSA, May 5 (Northern Wire) — Rebels shelled the dam, the minister said."
    doc = parse(text, paragraphs(text))
    assert [s.text for s in doc.sents][-1].startswith("Rebels")


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_a_parse_keeps_all_text_and_its_offsets(text):
    doc = parse(text, paragraphs(text))
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


@pytest.mark.parametrize(
    "text",
    [
        "Vrel said no.\n\nThe Front denied it.\n\n" * 20,
        "word " * 200,
        "x" * 400,
        "Vrel said “no” 🕊️. " * 30,
    ],
)
def test_long_texts_are_parsed_in_pieces_with_the_same_offsets(text, monkeypatch):
    monkeypatch.setattr(parsing, "CHUNK", 100)
    blocks = paragraphs(text)
    doc = parse(text, blocks)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)
    starts = {s.start_char for s in doc.sents}
    assert {b.start for b in blocks} <= starts


@pytest.mark.parametrize("mark", ["[", "“", "…", "'", "(x)"])
def test_endless_runs_of_marks_are_one_token(mark):
    run = mark * 20_000
    doc = parse(f"Vrel said {run} no.", paragraphs(f"Vrel said {run} no."))
    assert [t.text for t in doc] == ["Vrel", "said", run, "no", "."]


def test_no_name_runs_over_the_edge_of_a_block():
    text = (
        "Smoke over the market. Photo: Valley Voice\n\nThe Front accused the ministry of Velmaria."
    )
    blocks = paragraphs(text)
    for name in parse(text, blocks).ents:
        assert any(b.start <= name.start_char and name.end_char <= b.end for b in blocks)
