"""The speech act of a statement, decided from its cue first and its content where the cue is mute.

The order of decision:

1. *Frames*: the cue with its auxiliaries, negation and complement. "Declined to confirm", "has yet
   to say", "did not deny", "would not rule out" evade: none of them denies. "Does not believe"
   doubts, "refused to withdraw" and "ruled out talks" reject, "ruled out sabotage" denies.
   Condemning what somebody did accuses; condemning an idea, an offer or a ruling rejects.
   Questions and orders are demands (Searle's directives). Promises of harm threaten, other
   promises offer; a warning of a danger that the speaker does not pose asserts.
2. *Cue lemmas*: the first verb that shows an act other than ``assert``, then such a noun. A verb
   wins over a noun ("denied the accusation"), a noun over a light verb ("repeated the threat").
   "Rejected the claim" stays ``reject``: that it denies the matter is its stance, not its act.
3. *Content*, only after a cue that shows nothing by itself ("said", "according to", a colon):
   what the words do. "There is no such plan" and an elliptic "No" deny; so does the negation of
   a deed or an event that somebody alleges ("said its troops had not fired"), while a negated
   state ("said the dam was not at risk") asserts. "We will not withdraw" rejects, "we will strike
   back" threatens, "we are ready to talk" offers, "X must leave" demands, apologies and owning
   up to one's own deed admit, blame of somebody else ("was behind the attack", "violated the
   truce") accuses. After a question ("Asked whether ...") a bare "he would not" denies and "they
   would" confirms. A bare report of a deed ("said the rebels had shelled the town", "said they
   had captured the town") asserts, and so do forecasts about others. A plan of the speaker's own
   ("will hold elections in May") announces.

Sources: the acts are those of the ledger (``sayso.model.Act``); directives, commissives and
assertives as in J. R. Searle, "A classification of illocutionary acts" (1976).
"""

from __future__ import annotations

from sayso.language.parsed import ParsedText
from sayso.model import Act, Attribution
from sayso.resolve.acts.reading import CueReading, read_cue
from sayso.resolve.acts.rules import ActRules, act_rules

_DETERMINERS = frozenset(
    "a an the its his her their our my this that these those 's of no any such some".split()
)
_ADJUNCTS = frozenset("after before despite following while when since without".split())
_NEGATIONS = frozenset(("not", "never", "nor", "neither"))


def classify_act(parsed: ParsedText, attribution: Attribution) -> Act:
    """Return the speech act of one attribution of ``parsed``; ``assert`` when nothing shows more.

    Reads ``parsed.text`` only. Never raises on any text.
    """
    rules = act_rules()
    reading = read_cue(parsed.text, attribution, rules)
    by_cue, lemma = _by_cue(reading, rules)
    if by_cue is not None and by_cue is not Act.ASSERT and lemma not in rules.yields:
        return by_cue
    by_content = _by_content(reading, rules)
    if by_cue is None or by_cue is Act.ASSERT:
        return by_content or Act.ASSERT
    return by_content if by_content in rules.yields.get(lemma, ()) else by_cue


def _by_cue(reading: CueReading, rules: ActRules) -> tuple[Act | None, str]:
    """Return the act that the cue shows, if any, and the lemma that shows it ("" for a frame)."""
    frame, limit = reading.frame, reading.frame_limit
    for rule in rules.frames:
        found = rule.pattern.search(frame)
        if found and found.start() < limit:
            return _taken_back(rule.act, reading, rules), ""
    act, lemma = _by_lemma(reading, rules)
    return (_taken_back(act, reading, rules) if act else None), lemma


def _taken_back(act: Act, reading: CueReading, rules: ActRules) -> Act:
    """Return what "few believe" or "neither side confirmed" comes to."""
    return rules.negated.get(act, act) if reading.negated else act


def _by_lemma(reading: CueReading, rules: ActRules) -> tuple[Act | None, str]:
    verb: tuple[Act, str] | None = None
    noun: tuple[Act, str] | None = None
    known = False
    words = f"{reading.left}{reading.cue}".split()
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if before in _ADJUNCTS and (word.endswith("ing") or word in rules.nouns):
            continue
        if word in rules.verbs and not (before in _DETERMINERS and word in rules.nouns):
            lemma = rules.verbs[word]
            act = rules.verb_acts[lemma]
            known = True
            if verb is None and act is not Act.ASSERT:
                verb = (_negated(act, words[:index], rules), lemma)
        elif word in rules.nouns:
            lemma = rules.nouns[word]
            known = True
            if noun is None and rules.noun_acts[lemma] is not Act.ASSERT:
                noun = (rules.noun_acts[lemma], lemma)
    phrase = next((act for phrase, act in rules.phrases if phrase in reading.cue), None)
    return verb or noun or (phrase or (Act.ASSERT if known else None), "")


def _negated(act: Act, before: list[str], rules: ActRules) -> Act:
    return rules.negated.get(act, act) if _NEGATIONS & set(before) else act


def _by_content(reading: CueReading, rules: ActRules) -> Act | None:
    """Return the act of the first sentence of the content that shows one."""
    rows = (*rules.answers, *rules.content) if reading.asked else rules.content
    for sentence in reading.content:
        for rule in rows:
            if rule.pattern.search(sentence):
                return rule.act
    return None
