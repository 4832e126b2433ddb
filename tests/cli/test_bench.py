from __future__ import annotations

import json
import re

import pytest

from sayso.cli.corpora import BENCHES
from sayso.demo import demo_gold
from sayso.errors import MissingPartError
from sayso.tag import TAGGERS

TEXT = "Interior Minister Hana Vrel said on Monday that rebels shelled the dam."
NOBODY = "The Orlitsa dam is 40 metres high."


def at(text, quote):
    return [[text.index(quote), text.index(quote) + len(quote)]]


GOLD = {
    "id": "vrel",
    "text": TEXT,
    "attributions": [
        {
            "source": at(TEXT, "Interior Minister Hana Vrel"),
            "cue": at(TEXT, "said"),
            "content": at(TEXT, "that rebels shelled the dam"),
        }
    ],
}
OTHER = {
    "id": 2,
    "text": NOBODY,
    "attributions": [{"source": None, "content": at(NOBODY, "40 metres")}],
}


@pytest.fixture
def corpus(tmp_path):
    def write(*lines):
        path = tmp_path / "corpus.jsonl"
        text = "\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines)
        path.write_text(text, "utf-8")
        return path

    return write


def cells(out):
    """The cells of each row of the printed tables by the row's first cell."""
    rows = [[c.strip() for c in line.strip("│").split("│")] for line in out.splitlines()]
    return {row[0]: row[1:] for row in rows if len(row) > 1}


def test_attribution_prints_scores_speeds_and_memory(sayso, corpus):
    ran = sayso("bench", "attribution", corpus(GOLD, OTHER), "--tagger", "rules")
    assert (ran.code, ran.err) == (0, "")
    rows = cells(ran.out)
    assert rows["token.source"][3:] == ["4", "4", "4"]
    # Found one of two, and nothing that is not there.
    assert rows["attr.lenient"] == ["1.000", "0.500", "0.667", "1", "2", "1"]
    assert rows["attr_sourced.lenient"][3:] == ["1", "1", "1"]
    assert (
        len([name for name in rows if re.match(r"(token|exact|overlap|attr|source_)", name)]) == 19
    )
    assert rows["source named"] == ["1.000", "1.000", "1"]
    assert rows["no cue"] == ["0.000", "0.000", "1"]
    alone, tagged = rows["spaCy's small pipeline alone"], rows["rules tagger over plain text"]
    assert alone[1] == "1.00"
    paces = [float(row[0].replace(",", "")) for row in (alone, tagged)]
    assert float(tagged[1]) == pytest.approx(paces[1] / paces[0], abs=0.02)
    assert (
        int(re.search(r"Peak memory of the process: ([\d,]+) MB", ran.out)[1].replace(",", "")) > 20
    )


NESTED = "Hana Vrel said that Ivo Marr denied the shelling."
OUTER = {
    "source": at(NESTED, "Hana Vrel"),
    "cue": at(NESTED, "said"),
    "content": at(NESTED, "that Ivo Marr denied the shelling"),
}


def test_nested_predictions_are_kept_unless_told_otherwise(sayso, corpus):
    path = corpus({"id": "a", "text": NESTED, "attributions": [OUTER]})
    predicted = [
        cells(sayso("bench", "attribution", path, "--tagger", "rules", *options).out)[
            "attr.lenient"
        ][3:]
        for options in ([], ["--keep-nested"], ["--drop-nested"])
    ]
    assert predicted == [["1", "1", "2"], ["1", "1", "2"], ["1", "1", "1"]]


def test_punctuation_counts_on_demand(sayso, corpus):
    text = 'Hana Vrel said: "Rebels shelled the dam."'
    said = {
        "source": at(text, "Hana Vrel"),
        "cue": at(text, "said"),
        "content": at(text, '"Rebels shelled the dam."'),
    }
    path = corpus({"id": "a", "text": text, "attributions": [said]})
    gold = [
        cells(sayso("bench", "attribution", path, "--tagger", "rules", *options).out)[
            "token.content"
        ][4]
        for options in ([], ["--punct"])
    ]
    # Four words; two quotation marks and a full stop.
    assert gold == ["4", "7"]


def test_discarded_text_does_not_count(sayso, corpus):
    path = corpus(GOLD | {"discard": [[0, len(TEXT)]]})
    ran = sayso("bench", "attribution", path, "--tagger", "rules")
    assert cells(ran.out)["attr.lenient"][3:] == ["0", "0", "0"]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{broken", "JSON"),
        ("[1]", "object"),
        ({"text": TEXT, "attributions": []}, '"id"'),
        ({"id": "b", "attributions": []}, '"text"'),
        ({"id": "b", "text": TEXT}, '"attributions"'),
        ({"id": "b", "text": TEXT, "attributions": [7]}, "object"),
        ({"id": "b", "text": TEXT, "attributions": [{"content": 7}]}, '"content"'),
        ({"id": "b", "text": TEXT, "attributions": [{"cue": [[0, 999]]}]}, "cue range [0, 999]"),
        ({"id": "b", "text": TEXT, "attributions": [], "discard": [[5, 5]]}, "discard range"),
        (GOLD, "'vrel' was given before"),
    ],
)
def test_a_line_that_cannot_be_scored_is_named_and_left_out(sayso, corpus, line, word):
    ran = sayso("bench", "attribution", corpus(GOLD, line, OTHER), "--tagger", "rules")
    assert ran.code == 1
    (complaint,) = ran.err.splitlines()
    assert "line 2" in complaint
    assert word in complaint
    assert cells(ran.out)["attr.lenient"][4] == "2"


def test_a_corpus_with_nothing_to_score_is_named(sayso, corpus):
    ran = sayso("bench", "attribution", corpus("{broken"), "--tagger", "rules")
    assert (ran.code, ran.out) == (1, "")
    assert "corpus.jsonl holds no text that can be scored" in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (["magic", "corpus.jsonl"], 2, "Use one of: attribution"),
        (["attribution"], 2, "sayso bench attribution PATH"),
        (["attribution", "none.jsonl", "--tagger", "rules"], 1, "none.jsonl"),
        (["attribution", ".", "--tagger", "rules"], 1, "directory"),
        (["attribution", "corpus.jsonl", "--tagger", "magic"], 2, "rules"),
        (["--statements", "6"], 2, "statements"),
    ],
)
def test_wrong_calls(sayso, corpus, arguments, code, word):
    corpus(GOLD)
    ran = sayso("bench", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert word in ran.err
    assert ran.err.count("\n") == 1


def test_every_bench_is_told_in_the_help(sayso):
    ran = sayso("bench", "--help")
    assert all(name in ran.out for name in BENCHES)


def without_its_model(model):
    raise MissingPartError("The model is not there", remedy="Install it")


def test_without_a_name_the_taggers_stand_beside_spacy(sayso, monkeypatch):
    monkeypatch.setitem(TAGGERS, "absent", without_its_model)
    ran = sayso("bench", "--statements", "100", "--tagger", "rules")
    rows = cells(ran.out)
    lenient, strict, _, ratio = rows["rules"]
    assert 0.9 <= float(lenient) <= 1
    assert 0.7 <= float(strict) < float(lenient)
    # A speed is the machine's affair: that one was measured is all a test may ask.
    assert float(ratio) > 0
    statements = sum(len(dispatch.statements) for dispatch in demo_gold())
    assert rows["statements found (recall)"][1] == str(statements)
    assert rows["rules tagger over the parse"]
    assert "Adding one article to a growing ledger" in ran.out
    # A tagger that can't be made is named, and the others are measured all the same.
    assert (ran.code, "absent" in rows) == (1, False)
    assert "The model is not there. Install it." in ran.err
