"""Evasions by regular expressions: "declined to comment", "would not be drawn", "no comment".

They are meant for what a learned tagger passed over, so each expression asks for the whole of an
unmistakable wording. The content is the matter asked about; where none is named it is what was
not given ("to comment"), so that it is never empty and may then lie in the cue's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.tag.layout import Range
from sayso.tag.surface.found import Found
from sayso.tag.surface.silence import find_silence
from sayso.tag.surface.speakers import speaker_before
from sayso.tag.surface.wordings import Wording, wordings

_HINT = re.compile(
    r"\b(?:declin|refus|not |cannot|n['’]t |draw|(?:no|neither) |dodg|duck|side-?step|evad|deflect"
    r"|skirt|parr|brush|fend|wav|bat|avoid|refer|direct|silent|quiet|mum |tight|yet to)"
    r"|(?<=n)['’]t ",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:if|unless|whether|may|might|could|would|should|will|must|to|not|never|n['’]t|can|let)"
    r"(?: \w+ly)?\s*\Z",
    re.IGNORECASE,
)
_UNREAL_CLAUSE = re.compile(r"\b(?:if|unless|whether|should)\s+[^,;]*\Z", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:asked|pressed|questioned|quizzed|challenged)\b(?P<between>[^,;.?!]*?)\s"
    r"(?:(?P<thing>(?:about|over)\s[^,;.?!]+)"
    r"|(?P<on>on\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^,;.?!]+)"
    r"|(?P<clause>(?:whether|if|why|how|what|who|when|where)\s[^,;.?!]+))",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\s(?:further )?(?P<whole>(?:on|about|over|regarding)\s)(?=\S)")
_TIME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the (?:day|record|phone|spot|matter|subject)"
    r"|this|that|it|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|\d)\b[^,;]{0,24}\Z"
)
_LATE = re.compile(
    r"\s(?:(?:late|early) )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:morning|afternoon|evening|night))?\Z|\s(?:this|last) (?:week|month)\Z"
)
_END = re.compile(
    r"[.,;:!?—–()“”\"]\s|[;:!?—–()“”\"]|\.?\Z|\s(?=(?:but|when asked|when pressed|saying|citing|and"
    r" (?:said|would|did|declined|refused|referred))\b)"
)


def find_evasions(text: str, sentences: Iterable[Range]) -> list[Found]:
    """Return the evasions of these sentences, in order, none overlapping another's cue.

    ``sentences`` are half-open ranges of code points of ``text``, each within one line.
    """
    found: list[Found] = []
    for start, end in sentences:
        if _HINT.search(text, start, end):
            found += _in_sentence(text, start, end)
    return found


def _in_sentence(text: str, start: int, end: int) -> list[Found]:
    if text[start:end].rstrip(' \n"”’').endswith("?"):
        return []
    found: list[Found] = []
    for wording in wordings():
        for match in wording.pattern.finditer(text, start, end):
            if _is_real(text, start, match.start()) and not _taken(found, match):
                evasion = _read(text, (start, end), match, wording)
                if evasion is not None:
                    found.append(evasion)
    silence = find_silence(text, (start, end))
    if silence is not None and _is_real(text, start, silence.cue[0]):
        found.append(silence)
    return sorted(found, key=lambda evasion: evasion.cue)


def _is_real(text: str, start: int, cue: int) -> bool:
    """Whether nothing before the cue makes it a plan, a condition or a denial."""
    if _UNREAL.search(text, max(start, cue - 24), cue):
        return False
    return _UNREAL_CLAUSE.search(text, start, cue) is None


def _taken(found: list[Found], match: re.Match[str]) -> bool:
    return any(
        match.start() < max(f.cue[1], f.content[1]) and f.cue[0] < match.end() for f in found
    )


def _read(text: str, sentence: Range, match: re.Match[str], wording: Wording) -> Found | None:
    cue = (match.start(), match.start() + len(match.group().rstrip()))
    given = match.span("given") if "given" in match.re.groupindex else (-1, -1)
    if given[0] < 0:
        given = (cue[0] + match.group().rstrip().rindex(" ") + 1, cue[1])
    named = _matter(text, match.end(), sentence[1], wording.matter) if wording.matter else None
    if named is None and wording.matter == "clause":
        return None
    content = named or given
    if named is None:
        asked = find_asked(text, sentence, match.span())
        if asked is not None:
            content = asked
        elif wording.keeps or " " in text[slice(*given)] or not wording.matter:
            cue = _before(text, cue, given)
    elif wording.keeps:
        cue, content = _before(text, cue, given), (given[0], named[1])
    elif wording.matter == "clause":
        cue = (cue[0], max(given[1], cue[0] + 1))
    return Found(source=speaker_before(text, sentence[0], cue[0]), cue=cue, content=content)


def _before(text: str, cue: Range, given: Range) -> Range:
    """Return the cue up to what was not given, the whole of it if that is its last word."""
    words = text[cue[0] : given[0]].rstrip()
    return (cue[0], cue[0] + len(words)) if words else cue


def _matter(text: str, position: int, end: int, how: str) -> Range | None:
    """Return the matter that comes next, up to the clause's end and without its weekday."""
    if how == "about":
        lead = _ABOUT.match(text, position, end)
        if lead is None:
            return None
        start, inner = lead.start("whole"), lead.end()
        if _TIME.match(text, inner, end):
            return None
    else:
        start = inner = position
    stop = _END.search(text, inner, end)
    finish = stop.start() if stop is not None else end
    late = _LATE.search(text, inner, finish)
    finish = late.start() if late is not None else finish
    piece = text[start:finish].rstrip()
    return (start, start + len(piece)) if finish > inner and piece else None


def find_asked(text: str, sentence: Range, answer: Range) -> Range | None:
    """Return what the sentence says was asked: "Asked on Wednesday about the dam, …".

    All ranges are half-open ranges of code points; ``answer`` is what can't be the question.
    """
    for asked in _ASKED.finditer(text, *sentence):
        beside = asked.end() <= answer[0] or asked.start() >= answer[1]
        found = asked.span(asked.lastgroup or "thing")
        on_a_day = asked.lastgroup == "on" and _TIME.match(text, found[0] + len("on "), found[1])
        if not beside or on_a_day:
            continue
        late = _LATE.search(text, *found)
        return found[0], late.start() if late is not None else found[1]
    return None
