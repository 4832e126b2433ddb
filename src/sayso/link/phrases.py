"""Title phrases: a statement's content put as a neutral title for its matter.

A claim becomes a question ("Whether …"), cut to its main clause; what can't be one, or carries a
camp's words, stands in quotation marks with its speaker's name. No side's claim is ever given as
fact.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Passage

from sayso.language.en.dateline import dateline_end
from sayso.language.en.tables import load_table
from sayso.link.charges import charge_of
from sayso.link.clauses import main_clause, subject_of, text_of
from sayso.link.terms import weigh_token, weigh_tokens
from sayso.model import Act, Statement

LONGEST = 100
SHORTEST_CUT = 45
FEWEST_TERMS = 2
"""A phrase with fewer words that tell anything ("they heard it") is no title."""
_QUOTES = "\"'“”‘’«»„`"
_EDGES = f"{_QUOTES},;:.!?-–—() "
_OPENINGS = {"that", "whether", "if", "about", "and", "but"}
_OWN = {Act.DENY, Act.ADMIT, Act.ANNOUNCE, Act.CONFIRM}
"""Acts in which "it" and "its" are likeliest the speaker's own."""
_CHARGING = {Act.ACCUSE, Act.DENY, Act.ADMIT}
_ANSWERED = {
    Act.DENY: "Denied by",
    Act.REJECT: "Rejected by",
    Act.DOUBT: "Doubted by",
    Act.EVADE: "Not answered by",
}
"""Acts whose content is not what the speaker holds: it must not read as their claim."""
_HEADLINE = 0.6
"""Share of capitalised words from which on a sentence is a headline."""
_FEWEST_WORDS = 5
_RUN, _JOINING = 5, {"of", "in", "for", "to", "and"}
"""So many capitalised words in a row are a headline or its end, small words between them aside."""
_TELLING = {"say", "add", "quote", "cite", "stress", "note", "express", "tell", "warn", "insist"}
_LEADING = {
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "by",
    "to",
    "for",
    "from",
    "with",
    "and",
    "as",
    "its",
    "their",
    "his",
    "her",
    "who",
    "which",
    "that",
    "some",
    "including",
    "near",
    "into",
    "over",
    "after",
    "or",
}
"""Words at which no text may be cut: they lead to the next."""


@lru_cache(maxsize=1)
def _word_lists() -> tuple[frozenset[str], frozenset[str]]:
    table = load_table("linking")
    return frozenset(table["loaded"]), frozenset(table["first_person"])


def phrase_of(doc: Doc, statement: Statement) -> str | None:
    """Return the title that a statement's content can give its matter, or None."""
    words = _first_sentence(doc, statement)
    if words is None or len(weigh_tokens(words)) < FEWEST_TERMS or _is_headline(words):
        return None
    speaker = _raised(statement.party.name) if statement.party else None
    if words[0].tag_ == "TO" and words[1].is_lower and speaker and not _is_quoted(words):
        return _shortened(
            f"Whether {speaker.removeprefix('The ')} will {_tidy(words.text).removeprefix('to ')}"
        )
    subject = None if words.text.rstrip(_QUOTES).endswith("?") else subject_of(words)
    if subject is not None:
        clause = main_clause(words, subject, longest=LONGEST)
        if not _is_quoted(clause) and len(weigh_tokens(clause)) >= FEWEST_TERMS:
            named = _named(clause, subject, statement)
            return None if named is None else _shortened(f"Whether {named}")
        if subject.pos_ == "PRON" and not _is_quoted(words):
            return None
    charged = _charged(words, statement) if subject is None else None
    if charged is not None:
        return charged
    heads = {"NOUN", "PROPN"} if subject is None else {"NOUN", "PROPN", "VERB", "AUX"}
    if speaker is None or words.root.pos_ not in heads:
        return None
    if subject is not None:
        answered = _ANSWERED.get(statement.act)
        whose = f"{answered} {statement.party.name}" if answered and statement.party else speaker
        return f"{whose}: “{_shortened(_tidy(words.text))}”"
    about = _before_telling(words)
    if len(weigh_tokens(about)) < FEWEST_TERMS:
        return None
    return f"{speaker} on “{_shortened(_tidy(about.text))}”"


def _charged(words: Passage, statement: Statement) -> str | None:
    """Return the title of a charge, or of a deed that the speaker denies or admits; else None."""
    charge = charge_of(words) if statement.act in _CHARGING and statement.party else None
    if charge is None or statement.party is None:
        return None
    accused = charge.accused
    if charge.past is None or _is_quoted(words):
        if not accused or _is_quoted(accused) or statement.act is not Act.ACCUSE:
            return None
        deed = _shortened(_tidy(text_of(charge.deed)))
        return f"Charge by {statement.party.name} against {_tidy(text_of(accused))}: “{deed}”"
    if bool(accused) != (statement.act is Act.ACCUSE):
        return None
    named = _lowered(accused[0], text_of(accused)) if accused else statement.party.name
    return _shortened(f"Whether {named} {_ended(_tidy(charge.past))}")


def _first_sentence(doc: Doc, statement: Statement) -> Passage | None:
    """Return the first sentence of the longest piece of a content, less what leads into it."""
    longest = max(statement.content, key=lambda span: span.end - span.start)
    begin = min(dateline_end(doc.text, longest.start), longest.end)
    passage = doc.char_span(begin, longest.end, alignment_mode="expand")
    if passage is None or not len(passage):
        return None
    end = min(passage[0].sent.end, passage.end)
    start = passage.start
    while start < end and (doc[start].lower_ in _OPENINGS or not doc[start].text.strip(_EDGES)):
        start += 1
    return doc[start:end] if start < end else None


def _before_telling(words: Passage) -> Passage:
    """Return words up to where somebody tells more: "the raid, saying that it was…"."""
    ends = (t.i for t in words if t.tag_ == "VBG" and t.lemma_.lower() in _TELLING)
    return words[: next(ends, words.end) - words.start]


def _is_quoted(tokens: Passage | tuple[Token, ...]) -> bool:
    """Whether words can only be given in quotation marks: a camp's, one's own, or quoted ones."""
    loaded, first_person = _word_lists()
    if any(t.lemma_.lower() in loaded or t.lower_ in first_person for t in tokens):
        return True
    text = " ".join(t.text for t in tokens if t.tag_ != "POS")
    return any(c in _QUOTES for c in text)


def _is_headline(words: Passage) -> bool:
    """Whether a sentence is a headline, or has run into one: capitals, or the same words again."""
    told = [t for t in words if t.is_alpha]
    if len(told) < _FEWEST_WORDS:
        return False
    run = longest = 0
    for token in told:
        run = run + 1 if token.text[:1].isupper() else run if token.lower_ in _JOINING else 0
        longest = max(longest, run)
    capitals = sum(1 for t in told if t.text[:1].isupper())
    weighed = [found for t in told if t.pos_ != "PROPN" and (found := weigh_token(t))]
    again = len(weighed) - len({stem for stem, _ in weighed})
    return longest >= _RUN or capitals > _HEADLINE * len(told) or again > 1


def _named(clause: tuple[Token, ...], subject: Token, statement: Statement) -> str | None:
    """Return a clause as text that names its subject; None where that is only pointed at.

    "Denied that its aircraft had bombed the market": the aircraft are the speaker's.
    """
    text = _ended(text_of(clause).strip(_EDGES))
    owners = [t for t in subject.lefts if t.dep_ == "poss" and t.pos_ == "PRON"]
    pointing = subject if subject.pos_ == "PRON" and subject.dep_ != "expl" else None
    if pointing is None and not owners:
        return _lowered(clause[0], text)
    if statement.party is None or statement.act not in _OWN or clause[0] not in (pointing, *owners):
        return None  # "whether its mortars fired" names nobody
    name = statement.party.name
    owner = f"{name}’" if name.endswith("s") else f"{name}’s"
    return f"{name if pointing is not None else owner}{text[len(clause[0].text) :]}"


def _tidy(text: str) -> str:
    # A second reported clause ("…, and that two were hurt") is another claim.
    return re.split(r",? and that ", " ".join(text.split()), maxsplit=1)[0].strip(_EDGES)


def _shortened(text: str) -> str:
    """Return a text of at most LONGEST characters, cut where a clause ends if one does."""
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    clause = max(head.rfind(", "), head.rfind("; "), head.rfind(" when "), head.rfind(" while "))
    cut = head[:clause] if clause >= SHORTEST_CUT else head.rsplit(" ", 1)[0]
    return f"{_ended(cut)}…"


def _ended(text: str) -> str:
    """Return a text less the words at its end that lead to what is not there."""
    kept = text.split()
    while len(kept) > 1 and kept[-1].strip(_EDGES).lower() in _LEADING:
        kept.pop()
    return " ".join(kept).rstrip(_EDGES)


def _lowered(first: Token, text: str) -> str:
    article = first.pos_ == "DET" and first.ent_type_ not in {"GPE", "LOC"}
    named = first.pos_ == "PROPN" or first.ent_type_ not in {"", "CARDINAL"} or first.is_upper
    if named and not (article or first.like_num):
        return text
    return text[:1].lower() + text[1:]


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
