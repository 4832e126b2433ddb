"""What the rules over plain text make of the network's attributions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Attribution, Manner, Span
from sayso.tag.encoder.direct import carry_on, whole_quotations
from sayso.tag.layout import Layout, Range
from sayso.tag.surface import (
    Found,
    find_asked,
    find_evasions,
    find_transcript,
    is_contrary,
    is_label_line,
    is_unsaid,
    split_sentences,
)

_WORD = re.compile(r"[\w'’-]+")
CONFIDENCE = 0.6
"""Of a statement that only a rule found."""
_NOTHING_NAMED = frozenset(
    [
        *("to", "a", "an", "any", "the", "of", "for", "on", "further", "immediately"),
        *("comment", "comments", "respond", "reply", "answer", "answers", "say", "elaborate"),
        *(
            "request",
            "requests",
            "question",
            "questions",
            "inquiry",
            "email",
            "emails",
            "calls",
        ),
    ]
)
"""Words of "to comment", "a request for comment": what an evasion says where it names nothing."""

_COMMENT = frozenset(["comment", "comments"])
_OWN = frozenset(["i", "we", "have", "had", "no"])


class Mending:
    """The sentences of a text, found once, and what they are needed for."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.sentences: list[Range] = [
            sentence
            for start, end in layout.blocks
            for line in _lines(layout.text, start, end)
            for sentence in split_sentences(layout.text, *line)
        ]
        self.starts = [start for start, _ in self.sentences]

    def drops(self, attribution: Attribution) -> bool:
        """Whether this is nobody's statement: not said, or a line such as "Venue: the old mill"."""
        return self.is_unsaid(attribution) or self._is_label(attribution)

    def is_unsaid(self, attribution: Attribution) -> bool:
        """Whether the text tells what was not said: denied, supposed, foreseen, asked, contrary."""
        if not attribution.cue:
            return False
        cue = attribution.cue[0]
        index = bisect_right(self.starts, cue.start) - 1
        if index < 0:
            return False
        source = attribution.source[0] if attribution.source else None
        told = (
            self.layout.text,
            (cue.start, cue.end),
            (source.start, source.end) if source else None,
            [(span.start, span.end) for span in attribution.content],
            self.sentences[index],
        )
        return is_unsaid(*told) or is_contrary(*told)

    def _is_label(self, attribution: Attribution) -> bool:
        text, cue = self.layout.text, attribution.cue
        if not cue or cue[0].text != ":":
            return False
        start, _ = self.sentences[bisect_right(self.starts, cue[0].start) - 1]
        if ":" in text[start : cue[0].start]:
            return False
        end = text.find("\n", cue[0].end)
        return is_label_line(text, (start, end if end >= 0 else len(text)))

    def _with_matter(self, attribution: Attribution) -> Attribution:
        """Give "no comment" the matter that was asked about, where its sentence tells."""
        if not attribution.cue or not _is_no_comment(attribution.content):
            return attribution
        cue, content = attribution.cue[0], attribution.content[0]
        sentence = self.sentences[bisect_right(self.starts, cue.start) - 1]
        around = min(cue.start, content.start), max(cue.end, content.end)
        asked = find_asked(self.layout.text, sentence, around)
        if asked is None:
            return attribution
        matter = Span(*asked, self.layout.text[slice(*asked)])
        return replace(attribution, content=(matter,), manner=Manner.INDIRECT)

    def _with_clause(self, attribution: Attribution) -> Attribution:
        """Give a bare "that" the rest of its sentence: "said that, according to X, Y"."""
        only = attribution.content[0]
        if len(attribution.content) > 1 or only.text.lower() != "that":
            return attribution
        _, end = self.sentences[bisect_right(self.starts, only.start) - 1]
        while end > only.end and not self.layout.text[end - 1].isalnum():
            end -= 1
        clause = Span(only.start, end, self.layout.text[only.start : end])
        if any(span.overlaps(clause) for span in (*attribution.source, *attribution.cue)):
            return attribution
        return replace(attribution, content=(clause,))

    def completed(self, found: list[Attribution]) -> list[Attribution]:
        """Return the attributions with what only the rules know."""
        found = [self._with_clause(attribution) for attribution in found]
        found = carry_on(self.layout, whole_quotations(self.layout, found), self.sentences)
        for evasion in find_evasions(self.layout.text, self.sentences):
            _take_in(found, _made(self.layout, evasion))
        found = [self._with_matter(attribution) for attribution in found]
        for turn in find_transcript(self.layout.text, self.layout.blocks):
            made = _made(self.layout, turn)
            if not any(_same(made, other) for other in found):
                found.append(made)
        return found


_TURNS_AWAY = frozenset(["referred", "directed", "redirected"])


def _take_in(found: list[Attribution], evasion: Attribution) -> None:
    """Add an evasion; one that the network found too gets what it lacks of source and matter.

    Whoever "referred reporters to the army" told the reporters nothing of the army.
    """
    cue = evasion.cue[0]
    for index, other in enumerate(found):
        if _is_no_comment(other.content) and any(span.contains(cue) for span in other.content):
            return
        if not any(span.overlaps(cue) for span in other.cue):
            continue
        lacks = _names_nothing(other.content) and not _names_nothing(evasion.content)
        if lacks or not _TURNS_AWAY.isdisjoint(cue.text.lower().split()):
            found[index] = replace(
                evasion, source=other.source or evasion.source, confidence=other.confidence
            )
        return
    found.append(evasion)


def _names_nothing(content: Sequence[Span]) -> bool:
    return _words(content) <= _NOTHING_NAMED


def _words(content: Sequence[Span]) -> set[str]:
    return {word for span in content for word in _WORD.findall(span.text.lower())}


def _is_no_comment(content: Sequence[Span]) -> bool:
    """Whether the words are "No comment" or the like; a plain "No" answers the question."""
    words = _words(content)
    return not words.isdisjoint(_COMMENT) and words <= _NOTHING_NAMED | _OWN


def _same(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions tell of one statement: their contents and sources meet."""
    met = any(a.overlaps(b) for a in one.content for b in other.content)
    heads = [*one.source, *one.cue]
    return met and any(a.overlaps(b) for a in heads for b in [*other.source, *other.cue])


def _made(layout: Layout, found: Found) -> Attribution:
    def span(place: Range) -> Span:
        return Span(*place, layout.text[slice(*place)])

    manner = layout.manner_of((found.content,))
    return Attribution(
        source=(span(found.source),) if found.source else (),
        cue=(span(found.cue),),
        content=(span(found.content),),
        manner=Manner.INDIRECT if manner is Manner.MIXED else manner,
        confidence=CONFIDENCE,
    )


def _lines(text: str, start: int, end: int) -> Iterator[Range]:
    position = start
    for line in text[start:end].splitlines(keepends=True):
        yield position, position + len(line)
        position += len(line)
