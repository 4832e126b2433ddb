"""Not answering: "declined to comment", "would not be drawn on", "referred questions to".

The cue is the words of evasion; the content is the matter asked about, from the same sentence,
or, where nothing is named, what was not given ("to comment"), so that it is never empty.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from sayso.language.en.plain import plain
from sayso.tag.layout import Range
from sayso.tag.rules.cues import (
    group_range,
    has_negation,
    in_own_report,
    is_open,
    refuses,
    verb_group,
    was_put_to,
)
from sayso.tag.rules.sheet import Draft, Sheet, token_range
from sayso.tag.rules.sources import is_time, neighbour_of, source_range, speaker_of, subject_of
from sayso.tag.rules.spans import merged

Found = tuple[int, int, Range]
"""First and last (exclusive) token of the cue, and the content."""


def evasion_draft(sheet: Sheet, verb: Token) -> Draft | None:
    """Return the evasion that this verb shows, or None."""
    words = sheet.words
    lemma = words.lemma(verb)
    key = words.verb_key(verb)
    found: Found | None = None
    if lemma in words.refusals:
        found = _refusal(sheet, verb)
    elif key in words.dodges:
        found = _dodge(sheet, verb, words.dodged)
    elif lemma in words.passes:
        found = _passed_on(sheet, verb) or _dodge(sheet, verb, words.requests)
    elif lemma in words.drawn:
        found = _drawn(sheet, verb)
    elif lemma in words.silences or lemma in words.evaded_speech:
        found = _silence(sheet, verb, lemma)
    if found is None or _conditional(sheet, verb) or in_own_report(sheet, verb):
        return None
    first, last, content = found
    speaker = (
        subject_of(verb)
        or _passive_subject(verb)
        or speaker_of(sheet, verb)
        or neighbour_of(sheet, first, last)
    )
    source = source_range(sheet, speaker, verb) if speaker is not None else None
    asked = _asked_about(sheet, verb)
    if asked is not None and not _names_matter(sheet, content):
        last_token = sheet.doc.char_span(*content, alignment_mode="expand")
        if last_token is not None and content[0] >= sheet.doc[last - 1].idx:
            last = last_token.end
        content = asked
    return Draft(
        head=verb.i,
        source=(source,) if source else (),
        cue=(group_range(sheet, first, last),),
        content=(content,),
        confidence=0.8 if source else 0.5,
        echoes=True,
    )


def less_non_answer(sheet: Sheet, verb: Token, draft: Draft) -> Draft:
    """Return "asked whether …, she said: 'No comment'" as an evasion of what was asked.

    The answer then belongs to the cue, and the matter asked about is the content. Any other draft
    comes back as it is.
    """
    matter = _asked_about(sheet, verb) if draft.speech else None
    answer = merged(draft.content)
    if matter is None or any(start < matter[1] and matter[0] < end for start, end in answer):
        return draft
    words = plain(" ".join(sheet.text[start:end] for start, end in answer))
    if not sheet.words.non_answer.search(words):
        return draft
    cue = tuple(merged((*draft.cue, *answer)))
    return replace(draft, cue=cue, content=(matter,), speech=False)


def _conditional(sheet: Sheet, verb: Token) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in sheet.words.conditions for c in verb.lefts):
        return True
    modal = next((c for c in verb.lefts if c.dep_ == "aux" and c.tag_ == "MD"), None)
    return modal is not None and not has_negation(verb)


def _passive_subject(verb: Token) -> Token | None:
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def _refusal(sheet: Sheet, verb: Token) -> Found | None:
    """Read "refused to say whether …", "declined to comment on …", "declined an interview"."""
    first, last = verb_group(verb)
    clause = next((c for c in verb.rights if c.dep_ == "xcomp"), None)
    if clause is None:
        thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
        if thing is None or sheet.words.lemma(thing) not in sheet.words.requests:
            return None
        piece = token_range(sheet.doc, thing.left_edge.i, thing.right_edge.i + 1)
        return (first, last, piece) if piece else None
    if sheet.words.lemma(clause) in sheet.words.evaded_speech:
        matter = _matter(sheet, clause)
        if matter is not None:
            return first, verb_group(clause)[1], matter
    piece = token_range(sheet.doc, clause.left_edge.i, clause.right_edge.i + 1)
    return (first, last, piece) if piece else None


def _matter(sheet: Sheet, verb: Token) -> Range | None:
    """Return what would have been spoken about: a clause, an object, "on …"."""
    for child in verb.rights:
        if child.dep_ in ("ccomp", "dobj") or (
            child.dep_ == "prep" and child.lower_ in sheet.words.about and not is_time(child)
        ):
            return token_range(sheet.doc, child.left_edge.i, child.right_edge.i + 1)
    return None


def _whether(sheet: Sheet, asked: Token) -> Range | None:
    """Return "if she knew" after "asked", which the parser takes for a condition."""
    clause = next((c for c in asked.rights if c.dep_ == "advcl" and is_open(c)), None)
    return token_range(sheet.doc, clause.left_edge.i, clause.right_edge.i + 1) if clause else None


def _dodge(sheet: Sheet, verb: Token, objects: frozenset[str]) -> Found | None:
    """Read "dodged the question", "referred questions to the ministry"."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    if thing is None or sheet.words.lemma(thing) not in objects:
        return None
    first, last = verb_group(verb)
    about = next(
        (c for c in thing.rights if c.dep_ == "prep" and c.lower_ in sheet.words.about), None
    )
    if about is not None:
        piece = token_range(sheet.doc, about.left_edge.i, about.right_edge.i + 1)
        return (first, thing.i + 1, piece) if piece else None
    piece = token_range(sheet.doc, thing.left_edge.i, thing.right_edge.i + 1)
    return (first, last, piece) if piece else None


def _passed_on(sheet: Sheet, verb: Token) -> Found | None:
    """Read "referred reporters to its lawyers", "referred questions to the ministry"."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    words = sheet.words
    if thing is None or words.lemma(thing) not in words.requests | words.askers:
        return None
    if words.lemma(thing) not in words.askers and _asked_about(sheet, verb) is None:
        return None
    to = next((c for t in (thing, verb) for c in t.rights if c.lower_ == "to"), None)
    if to is None or any(c.dep_ == "prep" and c.lower_ in words.about for c in thing.rights):
        return None
    first, last = verb_group(verb)
    piece = token_range(
        sheet.doc, thing.left_edge.i, max(thing.i + 1, min(to.i, thing.right_edge.i))
    )
    return (first, last, piece) if piece else None


def _drawn(sheet: Sheet, verb: Token) -> Found | None:
    """Read "would not be drawn on the dam"."""
    if not has_negation(verb) or not any(c.dep_ == "auxpass" for c in verb.lefts):
        return None
    matter = _matter(sheet, verb)
    first, last = verb_group(verb)
    if matter is not None:
        return first, last, matter
    return first, last, (verb.idx, verb.idx + len(verb))


def _silence(sheet: Sheet, verb: Token, lemma: str) -> Found | None:
    """Read "did not respond to a request", "did not comment", "did not say whether"."""
    if not has_negation(verb) or any(c.dep_ == "auxpass" for c in verb.lefts):
        return None  # "The calls were not returned": by whom is not said.
    first, last = verb_group(verb)
    for child in verb.rights:
        if lemma in sheet.words.silences and (
            child.dep_ in ("prep", "dative", "dobj") and not is_time(child)
        ):
            inner = child.i + 1 if child.lower_ == "to" else child.left_edge.i
            piece = token_range(sheet.doc, inner, child.right_edge.i + 1)
            return (first, child.i + 1 if child.lower_ == "to" else last, piece) if piece else None
        if child.dep_ == "ccomp" and is_open(child):
            if not (refuses(verb) or verb.tag_ == "VBG" or _asked_about(sheet, verb)):
                return None
            piece = token_range(sheet.doc, child.left_edge.i, child.right_edge.i + 1)
            return (first, last, piece) if piece else None
    if lemma in sheet.words.silences:
        return first, last, (verb.idx, verb.idx + len(verb))
    return None


def _names_matter(sheet: Sheet, content: Range) -> bool:
    """Whether the content tells more than that there was a question or a comment."""
    span = sheet.doc.char_span(*content, alignment_mode="expand")
    words = sheet.words
    plain = words.requests | words.dodged | words.evaded_speech | words.askers
    return span is not None and any(
        t.pos_ in ("NOUN", "PROPN", "VERB", "PRON") and sheet.words.lemma(t) not in plain
        for t in span
    )


def _asked_about(sheet: Sheet, verb: Token) -> Range | None:
    """Return what the sentence says was asked: "Asked on Wednesday about the dam, …"."""
    words = sheet.words
    for child in verb.children:
        if child.dep_ in ("advcl", "prep", "dep") and words.lemma(child) in words.asked:
            matter = _matter(sheet, child) or _whether(sheet, child)
            if matter is not None:
                return matter
    if verb.dep_ in ("ccomp", "conj", "dep") and was_put_to(sheet, verb.head):
        return _matter(sheet, verb.head)
    return None
