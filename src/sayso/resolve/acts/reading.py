"""A statement as plain words: its cue with auxiliaries and complement, its content, the question.

Only the text is read, never its parse: a tagger that needs no parse then pays for none, and the
acts don't change with a parser's slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.language.en.plain import plain
from sayso.model import Attribution, Span
from sayso.resolve.acts.rules import ActRules
from sayso.resolve.acts.told import LONGEST, QUOTE_MARKS, told_sentences

_LEFT = 80
_RIGHT = 160
_RIGHT_WORDS = 14
_OBJECT_WORDS = 8
_AROUND = 300
# A sentence ends at a mark before a blank and a capital, unless a title or an initial precedes it.
# The mark is looked for first: looking back from every character costs more than all the rest.
_SENTENCE_END = re.compile(
    r"[.!?](?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bGen.)(?<!\bCol.)(?<!\bLt.)(?<!\bSen.)"
    r"(?<!\bRep.)(?<!\bProf.)(?<!\bSt.)(?<!\b[A-Z].)[\"'”’»)]{0,3}\s+(?=[\"'“‘«(]?[A-Z])|\n\s*\n"
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_MARK = re.compile(r"[.;?!]")


@dataclass(frozen=True, slots=True)
class CueReading:
    """Plain texts of a statement.

    ``left`` is the rest of the cue's verb group before it, ``cue`` the cue, ``saying`` the cue less
    words said that stand in it, ``right`` what follows it (its complement, perhaps the content; of
    a passive the object that stands before it comes first),
    ``content`` the content's sentences with the speaker's side as "we" and "our". A source that
    takes the cue back ("few analysts", "neither side") puts "not" into ``left``. ``asked`` says
    that the statement answers a question, ``contested`` that it answers a claim.
    """

    left: str
    cue: str
    saying: str
    right: str
    content: tuple[str, ...]
    asked: bool
    contested: bool

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
    cue = plain(" ".join(span.text for span in attribution.cue), 300)
    said = _said_in_cue(cue, rules)
    pieces = [said, *(span.text[:LONGEST] for span in attribution.content)]
    content = _joined(piece for piece in pieces if piece)[:LONGEST]
    left = _left(text, attribution, rules)
    around = _around(text, attribution)
    if attribution.source and _first_word(attribution.source[0]) in rules.nobody:
        left, cue = _negated(left, cue, rules)
    return CueReading(
        left=_without_adverbs(left, rules),
        cue=_without_adverbs(cue, rules),
        saying=cue.removesuffix(f"{said} ") if said else cue,
        right=_without_adverbs(
            _object(left, cue, attribution) + _right(text, attribution)[1:], rules
        ),
        content=told_sentences(content, attribution, rules),
        asked=rules.asked.found(around),
        contested=rules.claims.found(around),
    )


def _joined(pieces: Iterable[str]) -> str:
    """Join a content; where a quotation goes on with a capital, a sentence begins."""
    joined = ""
    for piece in pieces:
        fresh = piece[:1] in QUOTE_MARKS and piece[1:2].isupper()
        joined += f" . {piece}" if joined and fresh else f" {piece}"
    return joined.strip()


def _without_adverbs(words: str, rules: ActRules) -> str:
    """Return plain words less those in -ly: "voted (overwhelmingly) against"."""
    kept = [w for w in words.split() if not w.endswith("ly") or w in rules.not_adverbs]
    return f" {' '.join(kept)} " if kept else " "


def _said_in_cue(cue: str, rules: ActRules) -> str:
    """Return the words said that stand in the cue: "said it was | behind the blast"."""
    words = cue.split()
    for at, word in enumerate(words):
        if word not in rules.verbs:
            continue
        # "Told tenants he would": whom it is told to stands between.
        for first in range(at + 1, min(at + 5, len(words) - 1)):
            spoken = words[first] in rules.speakers
            if spoken and (first == at + 1 or words[first + 1] in rules.auxiliaries):
                return " ".join(words[first:])
    return ""


def _negated(left: str, cue: str, rules: ActRules) -> tuple[str, str]:
    """Return a verb group and its cue with "not" after the first auxiliary: "would | discuss"."""
    words = cue.split()
    if left == " " and words and words[0] in rules.auxiliaries:
        return f" {words[0]} not ", f" {' '.join(words[1:])} "
    return f"{left if left != ' ' else ' did '}not ", cue


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
    while first and (_in_group(words[first - 1], rules) or _controls(words, first, rules)):
        first -= 1
    return f" {' '.join(words[first:])} " if words[first:] else " "


def _in_group(word: str, rules: ActRules) -> bool:
    return word in rules.verb_group or word.endswith("ly")


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


def _object(left: str, cue: str, attribution: Attribution) -> str:
    """Return the first words of what a passive cue is said of: "the claim was | denied"."""
    first = next(iter(attribution.content), None)
    verbs = f"{left}{cue}".split()[:2]
    passive = bool(_BE.intersection(verbs)) or cue.endswith(" by ")
    if not passive or first is None or first.start > attribution.cue[0].start:
        return " "
    return f" {' '.join(plain(first.text, _RIGHT).split()[:_OBJECT_WORDS])} "


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
