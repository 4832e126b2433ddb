"""The words said, as plain sentences with the speaker's side as "we" and "our"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.language.en.plain import plain
from sayso.model import Attribution, Manner, Span
from sayso.resolve.acts.rules import ActRules

LONGEST = 1500
"""How many code points of a content are read."""
_SENTENCES = 5
QUOTE_MARKS = "\"'“”„«»‘’`"
_CLAUSE = re.compile(r"(?<= [.;?!] )")


def told_sentences(content: str, attribution: Attribution, rules: ActRules) -> tuple[str, ...]:
    """Return the plain sentences of a content, the first few."""
    words = plain(content, LONGEST)
    quoted = attribution.manner is Manner.DIRECT or content.lstrip()[:1] in tuple(QUOTE_MARKS)
    if words.startswith(" that ") and not quoted:
        words = words[5:]
    if not quoted:
        words = _own_side(words, attribution.source, rules)
    pieces = (piece.strip() for piece in _CLAUSE.split(words))
    return tuple(f" {piece} " for piece in pieces if piece)[:_SENTENCES]


def _own_side(words: str, source: Sequence[Span], rules: ActRules) -> str:
    """Put "we" and "our" for the speaker where reported speech opens a clause with them.

    Later clauses follow only where the first one is the speaker's, since "it" in "the army left
    and it burned" is nobody we know. A subject named like the source ("the ministry") counts, and
    with a spokesperson "the company" and its like.
    Reported "would" becomes the speaker's "will", which it is moved back in tense from.
    """
    names = {w for span in source for w in plain(span.text, 200).split() if len(w) > 3}
    opening = words.split()[:2]
    speaks_for = any("spokes" in span.text.lower() for span in source)
    own_name = names & set(opening[1:]) or (speaks_for and rules.principals & set(opening[1:]))
    if opening[:1] == ["the"] and own_name:
        words = f" we {' '.join(words.split()[2:])} "
    found = rules.subject.match(words)
    own = {*rules.first_person, *rules.first_person.values()}
    if not found or found["word"] not in own:
        return words

    def first_person(clause: re.Match[str]) -> str:
        word = clause["word"]
        opened = clause.group()[: -len(word) - 1]
        return f"{opened}{rules.first_person.get(word, word)} "

    spoken = rules.subject.sub(first_person, words).replace(" would ", " will ")
    return spoken.replace(" its ", " our ").replace(" their ", " our ")
