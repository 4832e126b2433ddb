"""A name with what stands after it: "for the Front", ", a shepherd from near Velm"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.runs import Run
from sayso.resolve.parties.words import Word

_CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–"})
_LINKS = frozenset({"of", "for", "the", "a", "an", ",", "'s", "’s"})
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ARTICLE = frozenset({"of", "for", ","})
"""At a sentence's end the network, no initial: "wrote on X. Ada Moss said"."""
_NAME_WORDS = 2
_LONGEST_APPOSITION = 14
_CLAUSES = frozenset({"who", "whose", "which"})
_WHERE = frozenset({"in", "at", "near", "from", "to", "of", "on", "into", "outside"})
_BRACKETED = 3


def _closes(words: Sequence[Word], at: int) -> bool:
    """Whether a mark follows: "the governor of the Bryansk region, Ada Moss"."""
    return at + 1 < len(words) and words[at + 1].text == ","


def extended(doc: Doc, words: Sequence[Word], run: Run) -> list[Word]:
    """Return a run with "for the …" and an apposition after a comma, in its sentence, 14 words."""
    end = run.first + len(run.words)
    limit = min(len(words), end + 14)
    if (told := _described(doc, words, run, end)) is not None:
        return told
    commas: list[int] = []
    while end < limit:
        word = words[end]
        if doc[word.token].is_sent_start:
            break
        if word.text == "(" and _is_short(words[end : end + _BRACKETED]):
            end += _BRACKETED  # "the United Front (UF)"
            continue
        if word.text == ",":
            commas.append(end)
        article = is_word(word, _ARTICLES) and not is_word(words[end - 1], _BEFORE_ARTICLE)
        if (
            article
            or len(commas) > 1
            or not (
                word.capital
                or is_word(word, _LINKS)
                or word.key in lexicon().nominal
                or (word.key in lexicon().provinces and _closes(words, end))
            )
        ):
            break
        end += 1
    # An apposition is closed as it was opened: "In Velm, the minister said" holds none.
    if commas and end < len(words) and words[end].text not in _CLOSING:
        end = commas[0]
    while end > run.first + 1 and is_word(words[end - 1], _LINKS):
        end -= 1
    return list(words[run.first : end])


def _described(doc: Doc, words: Sequence[Word], run: Run, end: int) -> list[Word] | None:
    """Return a name with ", a shepherd from near Gavar" up to the mark or clause that closes it."""
    article = end + 1 < len(words) and words[end].text == "," and is_word(words[end + 1], _ARTICLES)
    if not article or run.before in _WHERE or len(run.words) < _NAME_WORDS:
        return None
    for i in range(end + 2, min(len(words), end + _LONGEST_APPOSITION)):
        word = words[i]
        if doc[word.token].is_sent_start or word.verb:
            return None
        if word.text in _CLOSING or is_word(word, _CLAUSES):
            return list(words[run.first : i])
    return None


def _is_short(words: Sequence[Word]) -> bool:
    """Whether an abbreviation stands in brackets."""
    return len(words) == _BRACKETED and words[1].text.isupper() and words[2].text == ")"
