"""The speech act of a statement, decided from its cue first and its content where the cue is mute.

The order of decision:

1. *Frames*: the cue with its auxiliaries, negation and complement. "Declined to confirm", "has yet
   to say", "did not deny", "would not rule out" evade: none of them denies. "Does not believe"
   doubts, "refused to withdraw" and "ruled out talks" reject, "ruled out sabotage" denies.
   What a verb is done to tells first (act_complements.toml): turning down a report or a charge
   denies it, turning down a plan or a request rejects it; promises of harm threaten, of help
   offer, others announce; wanting somebody to do something demands it. Condemning what somebody
   did accuses; condemning an idea, an offer or a ruling rejects. Questions and orders are demands
   (Searle's directives); a warning of a danger that the speaker does not pose asserts.
2. *Cue lemmas*: the first verb that shows an act other than ``assert``, then such a noun. A verb
   wins over a noun ("denied the accusation"), a noun over a light verb ("repeated the threat").
3. *Content*, only after a cue that shows nothing by itself ("said", "according to", a colon):
   what the words do. "There is no such plan" and an elliptic "No" deny; so does the negation of
   a deed or an event that somebody alleges ("said its troops had not fired"), while a negated
   state ("said the dam was not at risk") asserts. "We will not withdraw" rejects, "we will strike
   back" threatens, "we are ready to talk" offers, "X must leave" demands, apologies and owning
   up to one's own deed admit, blame of somebody else ("was behind the attack", "violated the
   truce") accuses. After a question ("Asked whether ...") a bare "he would not" denies and "they
   would" confirms; in answer to a claim ("rejecting the charge") what is negated denies. A bare
   report of a deed ("said the rebels had shelled the town", "said they had captured the town")
   asserts, and so do forecasts about others. A plan of the speaker's own ("will hold elections
   in May") announces.

Sources: the acts are those of the ledger (``sayso.model.Act``); directives, commissives and
assertives as in J. R. Searle, "A classification of illocutionary acts" (1976).
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.en.finder import first_start
from sayso.language.parsed import ParsedText
from sayso.model import Act, Attribution
from sayso.resolve.acts.reading import CueReading, read_cue
from sayso.resolve.acts.rules import ActRules, act_rules

_TOLD = frozenset({Act.ACCUSE, Act.BELIEVE, Act.CONFIRM, Act.DENY, Act.DOUBT, Act.EVADE})
"""Acts that leave it open when they are refused ("refused to confirm"): the others are rejected."""
_OWNED = frozenset({Act.ACCUSE, Act.ADMIT, Act.DENY})
"""Acts about whose deed it was: nobody does them with what is left open ("who was behind it")."""

_MADE_KNOWN = frozenset({Act.ASSERT, Act.ANNOUNCE})
"""Acts that give way to harm put on a condition ("any ship will be sunk")."""


def classify_act(parsed: ParsedText, attribution: Attribution) -> Act:
    """Return the speech act of one attribution of ``parsed``; ``assert`` when nothing shows more.

    Reads ``parsed.text`` only. Never raises on any text.
    """
    rules = act_rules()
    if _is_headline_plan(attribution, rules):
        return Act.ANNOUNCE
    reading = read_cue(parsed.text, attribution, rules)
    by_cue, lemma = _by_cue(reading, rules)
    if by_cue in _MADE_KNOWN and any(map(rules.warnings.found, reading.content)):
        return Act.THREATEN
    overruling = rules.yields.get(lemma, frozenset())
    if by_cue is not Act.ASSERT and not overruling:
        return by_cue
    by_content = _by_content(reading, rules)
    if by_content in _OWNED and rules.negations & set(f"{reading.left}{reading.saying}".split()):
        return by_cue  # "has not concluded that the firm was to blame"
    return by_content if by_cue is Act.ASSERT or by_content in overruling else by_cue


def _is_headline_plan(attribution: Attribution, rules: ActRules) -> bool:
    """Whether the cue is a mere "to" and the content goes on from it: "Navy to scrap submarine"."""
    if len(attribution.cue) != 1 or not attribution.content:
        return False
    cue = attribution.cue[0]
    follows = attribution.content[0].start == cue.end + 1
    return follows and cue.text.casefold() in rules.plans


def _by_cue(reading: CueReading, rules: ActRules) -> tuple[Act, str]:
    """Return the act that the cue shows, and the lemma that shows it ("" for a frame or none)."""
    return _by_frame(reading, rules) or _by_lemma(reading, rules)


def _by_frame(reading: CueReading, rules: ActRules) -> tuple[Act, str] | None:
    frame, limit = reading.frame, reading.frame_limit
    for table in rules.frames:
        for row, patterns in table.finder.candidates(frame):
            start = first_start(patterns, frame)
            if start is not None and start < limit:
                return _taken_back(table.acts[row], frame[:start], rules), ""
    return None


def _taken_back(act: Act, before: str, rules: ActRules) -> Act:
    """Return what an act is after the words before its cue: "did not", "refused to"."""
    if rules.negations & set(before.split()):
        return rules.negated.get(act, act)
    if rules.refused.found(before):
        return Act.EVADE if act in _TOLD else Act.REJECT
    return Act.EVADE if rules.fell_short.found(before) else act


def _by_lemma(reading: CueReading, rules: ActRules) -> tuple[Act, str]:
    words = f"{reading.left}{reading.saying}".split()
    nouns: list[tuple[Act, str]] = []
    for at, (before, word) in enumerate(zip(["", *words], words, strict=False)):
        if _is_aside(words, at, rules):
            continue
        # "The attack" is no verb; "'s attacking" is.
        noun = before in rules.determiners and not word.endswith(("ing", "ed"))
        if word in rules.verbs and not noun:
            lemma = rules.verbs[word]
            act = rules.verb_acts[lemma]
            if act is not Act.ASSERT and not _leads_on(words, at, rules):
                return _taken_back(act, f" {' '.join(words[:at])} ", rules), lemma
        elif word in rules.nouns:
            lemma = rules.nouns[word]
            nouns.append((rules.noun_acts[lemma], lemma))
    told = [noun for noun in nouns if noun[0] is not Act.ASSERT]
    return told[0] if told else (Act.ASSERT, "")


def _is_aside(words: Sequence[str], at: int, rules: ActRules) -> bool:
    """Whether a word after "when", "after", "despite" tells no cue: "when asked"."""
    near = rules.adjuncts & set(words[max(0, at - 2) : at])
    if words[at].endswith("ed"):
        before = words[at - 1 : at]
        return before == ["when"] or (before == ["being"] and bool(near))
    return bool(near) and (words[at].endswith("ing") or words[at] in rules.nouns)


def _leads_on(words: Sequence[str], at: int, rules: ActRules) -> bool:
    """Whether a verb only leads on to the one that tells: "sought to deny"."""
    if rules.verbs[words[at]] not in rules.leading or words[at + 1 : at + 2] != ["to"]:
        return False
    following = rules.verbs.get(next(iter(words[at + 2 : at + 3]), ""), "")
    return rules.verb_acts.get(following, Act.ASSERT) is not Act.ASSERT


def _by_content(reading: CueReading, rules: ActRules) -> Act:
    """Return the act of the first sentence of the content that shows one.

    Only the first sentence can evade: further on, "I don't know" is part of a story.
    """
    tables = (rules.answers, rules.content) if reading.asked else (rules.content,)
    if rules.insisting & {rules.verbs.get(word, word) for word in reading.saying.split()}:
        tables = (*tables, rules.insisted)
    if reading.contested:
        tables = (*tables, rules.contested)
    for index, sentence in enumerate(reading.content):
        question = rules.left_open.start(sentence)
        told = sentence if question is None else sentence[: question + 1]
        for table in tables:
            for row, patterns in table.finder.candidates(sentence):
                act = table.acts[row]
                if index and act is Act.EVADE:
                    continue
                if first_start(patterns, told if act in _OWNED else sentence) is not None:
                    return act
    return Act.ASSERT
