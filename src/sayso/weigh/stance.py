"""An account's stance: whether it says that what its content is about is so.

Decided from a row alone, without a parse: the act, the words of the cue and of the content.

* Assertive acts (assert, confirm, admit, announce, believe) affirm, or follow their content: "no
  link was found" denies, "reports of X are false" denies, "it is unclear whether" evades, "it is
  unlikely that" doubts, a question is neutral. Two negations affirm. Only the main clause counts.
  A denial by somebody else that the content reports is that party's, so neutral here.
* Accusations and threats affirm whatever is negated in them ("accused X of not warning"), but
  accusing somebody of making the event up denies it.
* A denial denies; of something negated, or of a denial, it affirms.
* Turning down a claim, report or allegation denies it; turning down an offer, a demand or a
  plan is neutral to it.
* Evasions evade and doubts doubt.
* Demands, wishes and offers are neutral, unless they take the event for granted ("demanded an
  end to the shelling", "punish those responsible"). A call for an inquiry grants nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from sayso.language.en.plain import compile_patterns, plain
from sayso.language.en.tables import load_table
from sayso.model import Act, Span, Stance, Statement

_READ = 600
_KNOWN = 20_000
_SENTENCE = re.compile(r"(?<= [.;!?] )")


class _Polarity(StrEnum):
    """Whether words say that something is so."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    DOUBTED = "doubted"
    OPEN = "open"
    ASKED = "asked"


_STANCES = {
    _Polarity.AFFIRMED: Stance.AFFIRMS,
    _Polarity.NEGATED: Stance.DENIES,
    _Polarity.DOUBTED: Stance.DOUBTS,
    _Polarity.OPEN: Stance.EVADES,
    _Polarity.ASKED: Stance.NEUTRAL,
}


_OPENINGS = (("no", _Polarity.NEGATED), ("yes", _Polarity.AFFIRMED))
_LEFT_OPEN = (("open", _Polarity.OPEN), ("doubted", _Polarity.DOUBTED))


def stance_of(statement: Statement) -> Stance:
    """Return where a statement stands towards the matter that its content is about."""
    content = statement.content
    if statement.act is Act.REJECT and len(content) > 1 and _names_claim(content[0]):
        # "Dismissed | the account | a fairy tale": the rest only tells why.
        content = content[:1]
    return _stance_of(statement.act, _raw(statement.cue), _raw(content))


def tells_made_up(words: tuple[str, ...]) -> bool:
    """Whether the words of a plain text say that others made it up."""
    return _found("made_up", f" {' '.join(words)} ")


def _names_claim(span: Span) -> bool:
    return _found("truth", plain(span.text, _READ))


def stance_of_clause(act: Act, clause: str) -> Stance:
    """Return where one clause of an asserting statement stands, given as plain words."""
    return _stance_of(act, "", clause)


@lru_cache(maxsize=_KNOWN)
def _stance_of(act: Act, raw_cue: str, raw_content: str) -> Stance:
    # A matter is weighed anew with each of its articles, so the same texts come again.
    cue, content = plain(raw_cue, _READ), plain(raw_content, _READ)
    match act:
        case Act.EVADE:
            return Stance.EVADES
        case Act.DOUBT:
            return Stance.DOUBTS
        case Act.DENY:
            return _denied(content, by_cue=_found("deny_cue", cue))
        case Act.REJECT:
            return _rejected(cue, content)
        case Act.DEMAND | Act.WANT | Act.OFFER:
            return (
                Stance.AFFIRMS if _found("presupposed", f"{cue}{content[1:]}") else Stance.NEUTRAL
            )
        case Act.ACCUSE:
            false = _found("made_up", content) or _found("called_false", content)
            return Stance.DENIES if false else Stance.AFFIRMS
        case Act.THREATEN:
            return Stance.AFFIRMS
        case Act.ADMIT if _found("omission", content):
            return Stance.AFFIRMS
        case _:
            reported = _found("reported_denial", _main_clause(_first_sentence(content)))
            return Stance.NEUTRAL if reported else _STANCES[_polarity(content)]


def _denied(content: str, *, by_cue: bool) -> Stance:
    """Return the stance of a denial by its cue ("denied that"), or by its content alone ("No")."""
    turns = _turns(content)
    if by_cue:
        return Stance.DENIES if turns % 2 == 0 else Stance.AFFIRMS
    twice = turns and turns % 2 == 0 and not _found("no", content)
    return Stance.AFFIRMS if twice else Stance.DENIES


def _rejected(cue: str, content: str) -> Stance:
    if not _found("truth", f"{cue}{content[1:]}"):
        return Stance.NEUTRAL
    return _denied(content, by_cue=_found("reject_cue", cue))


def _polarity(content: str) -> _Polarity:
    for name, polarity in _OPENINGS:
        if _found(name, content):
            return polarity
    sentence = _first_sentence(content)
    if _found("asked", sentence):
        return _Polarity.ASKED
    if _found("unproven", sentence):
        return _Polarity.DOUBTED
    main = _main_clause(sentence)
    for name, polarity in _LEFT_OPEN:
        if _found(name, main):
            return polarity
    turned = (_turns(content) + _count("shortfalls", main)) % 2
    return _Polarity.NEGATED if turned else _Polarity.AFFIRMED


def _turns(content: str) -> int:
    """Return how often a content is turned round: once in "no link was found"."""
    sentence = _first_sentence(content)
    main = _main_clause(sentence)
    late = _pattern("turned_late").search(sentence, max(len(main) - 1, 0))
    return _count("turns", main) + _found("negators", main) + bool(late)


def _raw(spans: tuple[Span, ...]) -> str:
    raw = ""
    for span in spans:
        # "No," he said, "Never." is two sentences, "No," he said, "not yet" is one.
        opens = next((c for c in span.text if c.isalpha()), "").isupper()
        raw += (". " if raw and opens else " ") + span.text[:_READ]
    return raw[1:_READ]


def _first_sentence(words: str) -> str:
    """Return the first sentence of a plain text without "that" and what only looks negative."""
    first = _SENTENCE.split(words, maxsplit=1)[0]
    clause = first.removeprefix(" that") if first.startswith(" that ") else first
    return _pattern("harmless").sub("", _pattern("beside").sub(", ", clause))


def _main_clause(sentence: str) -> str:
    """Return a sentence's main clause, without the clauses before and after it."""
    body = sentence
    if _pattern("subordinate").match(sentence, 1):
        _, comma, rest = sentence.partition(" , ")
        body = f" {rest}" if comma else sentence
    end = _pattern("ends").search(body, 2)
    return body[: end.start()] if end else body


def _found(name: str, words: str) -> bool:
    return bool(_pattern(name).search(words))


def _count(name: str, words: str) -> int:
    return sum(1 for _ in _pattern(name).finditer(words))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    table = load_table("polarity")
    return compile_patterns(
        table["patterns"][name], {**load_table("acts")["lists"], **table["lists"]}
    )
