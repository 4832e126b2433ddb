"""Channels that pass a statement on: "the Gazette reported", "seen by Northern Wire"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.model import ChannelKind
from sayso.resolve.channels.nouns import is_outlet
from sayso.resolve.channels.phrases import phrase_before, phrase_from
from sayso.resolve.channels.placed import Found
from sayso.resolve.channels.tables import tables

_SKIPPED = frozenset({"ADV", "AUX", "PART"})


def relayer(tokens: Sequence[Token], at: int, cue: set[int], source: set[int]) -> Iterator[Found]:
    """Yield the outlet that is the subject of "reported", "quoted", before or after the verb."""
    start = at
    while start and tokens[start - 1].pos_ in _SKIPPED:
        start -= 1
    before = phrase_before(tokens, start)
    after = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    quoting = tokens[at].lemma_ in ("quote", "cite")
    cites = any(t.i in cue and t.lemma_ in ("quote", "cite") for t in tokens[at : at + 4])
    for phrase in (before, () if quoting or tokens[at].i in cue else after):
        if not phrase or source.intersection(t.i for t in phrase):
            continue
        # Who reports, quoting somebody, is an outlet under any name.
        named = all(t.pos_ in ("PROPN", "DET") for t in phrase)
        reports = phrase is before and _is_aside(tokens, at, phrase)
        if is_outlet(phrase) or (named and (cites or reports)):
            yield Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.OUTLET, True)
            return


def _is_aside(tokens: Sequence[Token], at: int, phrase: Sequence[Token]) -> bool:
    """Whether a name and "reported" stand behind the words: "…, he said, Interpress reported"."""
    first = tokens.index(phrase[0])
    return (
        tokens[at].lemma_ == "report"
        and first > 0
        and tokens[first - 1].text == ","
        and all(token.text in (".", ",") for token in tokens[at + 1 : at + 2])
        and not any(token.ent_type_ == "PERSON" for token in phrase)
    )


def seen_by(tokens: Sequence[Token], at: int, cue: set[int]) -> Iterator[Found]:
    """Yield whom "seen by", "quoted by", "asked by" name, where that is an outlet."""
    if not at:
        return
    # "Quoted as saying by the Gazette".
    said = at > 2 and tokens[at - 1].text in ("saying", "telling")
    # "Carried live by".
    aside = at > 1 and tokens[at - 1].text.casefold() not in tables().participles
    participle = tokens[at - 3 if said else at - 2 if aside else at - 1].text.casefold()
    if participle not in tables().participles:
        return
    found = phrase_from(tokens, at + 1) if at + 1 < len(tokens) else ()
    phrase = [token for token in found if token.i not in cue]
    named = participle in tables().journalistic and phrase and all(_in_name(t) for t in phrase)
    if phrase and (is_outlet(phrase) or named):
        relays = participle in ("quoted", "cited", "reported")
        yield Found(phrase[0].i, phrase[-1].i + 1, ChannelKind.OUTLET, relays)


def _in_name(token: Token) -> bool:
    return token.pos_ in ("PROPN", "DET") or token.text[0].isupper() or token.lower_ == "agency"
