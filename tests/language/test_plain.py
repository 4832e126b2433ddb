from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.en.inflect import verb_forms
from sayso.language.en.plain import compile_patterns, plain

LISTS = {"gift": ["bread", "a loaf"], "give": ["give+", "hand+ over"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We didn’t.", " we did not . "),
        ("I can't, won't & cannot!", " i can not , will not can not ! "),
        ("It's Vrel's 3,000-ton dam", " it 's vrel 's 3,000-ton dam "),
        ("“No” — «never»", " no , never "),
        ("they'd go; we're here", " they would go ; we are here "),
        ("", " "),
        ("“”()", " "),
        ("ﬁre 🔥 نار", " fire نار "),
    ],
)
def test_plain(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text())
def test_plain_is_words_between_single_blanks(text: str) -> None:
    words = plain(text)
    assert words.startswith(" ")
    assert words.endswith(" ")
    assert "  " not in words
    assert not any(mark in words for mark in '\n\t“”"')


def test_plain_reads_no_further_than_told() -> None:
    assert plain("no " * 1_000_000, 9) == " no no no "


@pytest.mark.parametrize(
    ("pattern", "found", "not_found"),
    [
        ("deny+", "he denied it", "the denial"),
        ("deny+|doubt+ it", "he doubts it", "he doubts that"),
        ("no_one|nobody came", "no one came", "no came"),
        ("he (never) lied", "he lied", "he often lied"),
        ("he ..2 lied", "he never once lied", "he of all men lied"),
        ("he ..2 lied", "he lied", "he slept. men lied"),
        ("!he|she lied", "they lied", "he lied"),
        ("{give} {gift}", "he handed over a loaf", "he gave thanks"),
        ("^ no", "No, he said", "he said no"),
        ("no $", "he said no.", "no, he said"),
        ("no $|,", "no, he said", "no man"),
        ("or", "this or that", "for this"),
    ],
)
def test_patterns(pattern: str, found: str, not_found: str) -> None:
    compiled = compile_patterns([pattern], LISTS)
    assert compiled.search(plain(found))
    assert not compiled.search(plain(not_found))


def test_no_patterns_find_nothing() -> None:
    assert not compile_patterns([], LISTS).search(" a ")


def test_unknown_list() -> None:
    with pytest.raises(KeyError):
        compile_patterns(["{nothing}"], LISTS)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("accuse", {"accuse", "accuses", "accused", "accusing"}),
        ("tell", {"tell", "tells", "told", "telling"}),
        ("withdraw", {"withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("confess", {"confess", "confesses", "confessed", "confessing"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("hit", {"hit", "hits", "hitting"}),
        ("signal", {"signal", "signals", "signaled", "signalled", "signaling", "signalling"}),
        ("convey", {"convey", "conveys", "conveyed", "conveying"}),
    ],
)
def test_verb_forms(lemma: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma)) == forms
    assert verb_forms(lemma)[0] == lemma
    assert len(verb_forms(lemma)) == len(forms)
