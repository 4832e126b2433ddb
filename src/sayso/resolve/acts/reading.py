"""A statement as plain words: its cue with auxiliaries and complement, its content, the question.

Only the text is read, never its parse: a tagger that needs no parse then pays for none, and the
acts don't change with a parser's slips.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.language.en.plain import plain
from sayso.model import Attribution, Manner, Span
from sayso.resolve.acts.rules import ActRules

_LEFT = 80
_RIGHT = 160
_RIGHT_WORDS = 14
_CONTENT = 1500
_SENTENCES = 5
_AROUND = 300
_QUOTE_MARKS = "\"'“”„«»‘’`"
# A sentence ends at a mark before a blank and a capital, unless a title or an initial precedes it.
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bLt)(?<!\bSen)(?<!\bRep)"
    r"(?<!\bProf)(?<!\bSt)(?<!\b[A-Z])[.!?][\"'”’»)]{0,3}\s+(?=[\"'“‘«(]?[A-Z])|\n\s*\n"
)
_MARK = re.compile(r"[.;?!]")
_CLAUSE = re.compile(r"(?<= [.;?!] )")


@dataclass(frozen=True, slots=True)
class CueReading:
    """Plain texts of a statement.

    ``left`` is the rest of the cue's verb group before it, ``cue`` the cue, ``right`` what
    follows it (its complement, perhaps the content), ``content`` the content's sentences with
    the speaker's side as "we" and "our". ``negated`` says that the source takes the cue back
    ("few analysts", "neither side"), ``asked`` that the statement answers a question.
    """

    left: str
    cue: str
    right: str
    negated: bool
    content: tuple[str, ...]
    asked: bool

    @property
    def frame(self) -> str:
        """The cue in its verb group with what follows it."""
        return f"{(self.left + self.cue).replace('  ', ' ')}{self.right[1:]}"

    @property
    def frame_limit(self) -> int:
        """Where in ``frame`` the cue ends and what follows it begins."""
        return len(self.frame) - len(self.right[1:])


def read_cue(text: str, attribution: Attribution, rules: ActRules) -> CueReading:
    """Return the plain words of one statement of ``text``."""
    content = " ".join(span.text[:_CONTENT] for span in attribution.content)[:_CONTENT]
    cue = plain(" ".join(span.text for span in attribution.cue), 300)
    return CueReading(
        left=_left(text, attribution, rules),
        cue=cue,
        right=_right(text, attribution),
        negated=bool(attribution.source) and _first_word(attribution.source[0]) in rules.nobody,
        content=_sentences(content, attribution, rules),
        asked=bool(rules.asked.search(_around(text, attribution))),
    )


def _first_word(span: Span) -> str:
    return next(iter(plain(span.text, 80).split()), "")


def _left(text: str, attribution: Attribution, rules: ActRules) -> str:
    if not attribution.cue:
        return " "
    end = attribution.cue[0].start
    begin = max(0, end - _LEFT)
    begin = max([begin, *(s.end for s in _others(attribution) if begin < s.end <= end)])
    words = plain(text[begin:end]).split()
    first = len(words)
    while first and (words[first - 1] in rules.verb_group or _controls(words, first, rules)):
        first -= 1
    return f" {' '.join(words[first:])} " if words[first:] else " "


def _controls(words: Sequence[str], first: int, rules: ActRules) -> bool:
    """Whether the word before ``first`` governs what follows by "to": "refused to say"."""
    return words[first : first + 1] == ["to"] and words[first - 1] in rules.verbs


def _right(text: str, attribution: Attribution) -> str:
    if not attribution.cue:
        return " "
    begin = attribution.cue[-1].end
    words = plain(text[begin : begin + _RIGHT])
    mark = _MARK.search(words)
    kept = words[: mark.start()].split() if mark else words.split()
    if not any(span.start >= begin for span in attribution.content):
        kept = kept[: kept.index(",")] if "," in kept else kept
    return f" {' '.join(kept[:_RIGHT_WORDS])} " if kept else " "


def _others(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.content)


def _around(text: str, attribution: Attribution) -> str:
    """Return the rest of the sentence around the statement, its own cue and content left out."""
    first, last = attribution.pieces[0].start, attribution.pieces[-1].end
    before = text[max(0, first - _AROUND) : first]
    ends = [found.end() for found in _SENTENCE_END.finditer(before)]
    after = text[last : last + _AROUND]
    end = _SENTENCE_END.search(after)
    middle = text[first:last] if last - first <= _AROUND * 2 else ""
    for span in (*attribution.content, *attribution.cue):
        middle = middle.replace(span.text, " , ", 1)
    pieces = (before[ends[-1] if ends else 0 :], middle, after[: end.start()] if end else after)
    return plain(" ".join(pieces))


def _sentences(content: str, attribution: Attribution, rules: ActRules) -> tuple[str, ...]:
    words = plain(content, _CONTENT)
    quoted = attribution.manner is Manner.DIRECT or content.lstrip()[:1] in tuple(_QUOTE_MARKS)
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
