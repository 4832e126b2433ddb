"""The speakers of an article's attributions as parties."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from sayso.language.en.dateline import dateline_end
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Party, PartyKind
from sayso.resolve.parties.antecedents import Candidate, holders_of, make_stage, same_post
from sayso.resolve.parties.cast import Mention, gender_of, read_cast
from sayso.resolve.parties.descriptions import described, employed, encamped, staffed
from sayso.resolve.parties.first_person import quoting, says_i
from sayso.resolve.parties.lexicon import pronoun_kind
from sayso.resolve.parties.names import completed, decided, full_name, namesake
from sayso.resolve.parties.party import make_party
from sayso.resolve.parties.phrase import is_name_run, is_word
from sayso.resolve.parties.pointing import for_pronoun, owned, possessed
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.recalled import only_one, told_of
from sayso.resolve.parties.scene import Scene, known_as
from sayso.resolve.parties.sides import SideTable
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.words import Word, fold, words_in, words_of

_NAMED, _ASIDE, _SPEAKS = range(3)
_IT_WITHIN = 3
_INDEFINITE = frozenset({"a", "an", "another", "one"})


def find_parties(
    parsed: ParsedText, attributions: Sequence[Attribution], sides: SideTable
) -> tuple[Party | None, ...]:
    """Return the speaker of each attribution, aligned with ``attributions``; None when unknown.

    Offices and governments are named with their country's adjective: "Tehran" and "Iran" are the
    "Iranian government", "Iran's foreign minister" acts for the "Iranian Foreign Ministry". An
    unnamed holder of a post is an office, an anonymous or plural source a group. Countries give
    the side unless the user's table does; international bodies have none. A pronoun or bare title
    that could stand for several is None, or stays the bare title.
    """
    cast, stage = read_cast(parsed.doc, sides), make_stage(parsed, attributions)
    scene = Scene(parsed.text, parsed.doc, sides, cast, stage)
    readings: list[Reading | None] = [None] * len(attributions)
    events = sorted(
        [
            *((scene.doc[m.start].idx, _NAMED, i) for i, m in enumerate(scene.cast.mentions)),
            *((scene.doc[m.start].idx, _ASIDE, i) for i, m in enumerate(scene.cast.asides)),
            *((a.source[0].start, _SPEAKS, i) for i, a in enumerate(attributions) if a.source),
        ]
    )
    held = holders_of([start for start, _, _ in events], attributions)
    for (start, event, index), holders in zip(events, held, strict=True):
        if event == _ASIDE:
            _remember_aside(scene.cast.asides[index], start, holders, scene)
            continue
        if event == _NAMED:
            _remember_mention(scene.cast.mentions[index], start, holders, scene)
            continue
        reading = _speaker(attributions[index], holders, scene)
        if reading is not None:
            at = words_in(scene.doc, attributions[index].source[0])
            token = at[0].token if at else 0
            reading = completed(reading, scene.cast, token)
            reading = staffed(reading, start, scene.memory, scene.stage)
            reading = employed(encamped(reading, scene.memory), start, scene.memory, scene.stage)
            reading = _as_known(reading, scene)
            _remember(reading, start, holders, scene, speaks=True, subject=True)
            readings[index] = reading
    found = [make_party(reading, scene) if reading else None for reading in _at_one(readings)]
    for i, attribution in enumerate(attributions):
        if says_i(attribution, scene.doc):
            outer = quoting(i, attributions, parsed.text)
            found[i] = found[outer] if outer is not None else None
    return tuple(found)


def _at_one(readings: Sequence[Reading | None]) -> list[Reading | None]:
    """Return the readings with each person's country the same throughout, told early or late."""
    told: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for reading in readings:
        if reading and reading.kind is PartyKind.PERSON and reading.country and not reading.opposed:
            told[reading.name].add((reading.country, reading.office))
    return [
        _with(reading, told.get(reading.name, set())) if reading else None for reading in readings
    ]


def _with(reading: Reading, told: set[tuple[str, str | None]]) -> Reading:
    fixed = reading.kind is not PartyKind.PERSON or reading.opposed or reading.past
    if len(told) != 1 or fixed or reading.country is not None:
        return reading
    ((country, office),) = told
    return replace(reading, country=country, office=reading.office or office)


def _speaker(attribution: Attribution, holders: frozenset[int], scene: Scene) -> Reading | None:
    words = _after_dateline(
        [word for span in attribution.source for word in words_in(scene.doc, span)], scene
    )
    said = [word for word in words if word.key]
    kind = pronoun_kind(said[0]) if len(said) == 1 else None
    if kind is not None:
        return for_pronoun(said[0], kind, holders, scene)
    reading = read_source(_with_apposition(words, scene.doc), scene.sides)
    if reading is None:
        return None
    if _is_surname(reading, said, scene):
        reading = replace(reading, name=said[0].text, kind=None, plural=False)
    if reading.kind is None:
        if known_as(PartyKind.ORGANISATION, reading.name) in scene.known:
            reading = replace(reading, kind=PartyKind.ORGANISATION)
        else:
            labels = _labels(attribution, reading, scene.doc)
            if _says_it(attribution, reading, labels):
                labels = ["ORG"]
            reading = decided(reading, labels, scene.cast, scene.sides)
    elif reading.kind is PartyKind.GOVERNMENT and namesake(words, scene.cast, scene.sides):
        reading = replace(reading, name=said[-1].text, kind=PartyKind.PERSON, country=None)
    indefinite = bool(said) and is_word(said[0], _INDEFINITE)
    if (
        said
        and not indefinite
        and (body := described(reading, said[0].start, scene.memory, scene.stage))
    ):
        return body
    reading = possessed(reading, words, scene)
    if reading.owner is not None:
        reading = owned(reading, reading.owner, holders, scene)
    if reading.kind is PartyKind.PERSON:
        return _of_speaker(full_name(reading, scene.cast, words[0].token), scene)
    if (told := told_of(reading, words, scene)) is not None:
        return told
    pointing = reading.kind in (PartyKind.OFFICE, PartyKind.GROUP) and reading.role is not None
    if pointing and reading.definite and not reading.plural:
        whole = completed(reading, scene.cast, said[0].token)
        before = same_post(whole, said[0].start, scene.memory, scene.stage)
        if before is not None:
            return before.reading
    return only_one(reading, words, scene) or reading


def _says_it(attribution: Attribution, reading: Reading, labels: Sequence[str]) -> bool:
    """Whether a name that no list knows for a person's speaks of itself as "it"."""
    if (
        " " not in reading.name
        or gender_of(reading)
        or "PERSON" in labels
        or not attribution.content
    ):
        return False
    first = attribution.content[0].text.split(maxsplit=_IT_WITHIN)[:_IT_WITHIN]
    pronouns = [pronoun_kind(Word(word, 0, ())) for word in first]
    return next((kind for kind in pronouns if kind is not None), None) == "thing"


def _is_surname(reading: Reading, said: Sequence[Word], scene: Scene) -> bool:
    """Whether a single word read as a group is the name of one of the article's people."""
    return (
        reading.kind is PartyKind.GROUP
        and (len(said) == 1 or fold(reading.name) == said[0].key)
        and said[0].capital
        and said[0].key in scene.cast.by_ending
    )


def _after_dateline(words: list[Word], scene: Scene) -> list[Word]:
    """Return a source without the dateline that it begins with ("ORLITSA, May 5 — The Front")."""
    if not words:
        return words
    start, starts = words[0].start, scene.stage.paragraphs
    block = starts[max(bisect_right(starts, start) - 1, 0)] if starts else start
    end = dateline_end(scene.text, block)
    kept = [word for word in words if word.start >= end] if start < end else words
    return kept or words


def _of_speaker(reading: Reading, scene: Scene) -> Reading:
    """Return a surname as the only speaker before whose full name ends so."""
    key = fold(reading.name)
    if len(key) != 1 or key in scene.cast.by_ending:
        return reading
    owners = scene.surnames.get(key, set())
    return replace(reading, name=next(iter(owners))) if len(owners) == 1 else reading


def _with_apposition(words: list[Word], doc: Doc) -> list[Word]:
    """Return a bare name with the description that the text hangs on it after a comma.

    "Sunna Marine, the Norwegian company that owns the ship, denied": the source may be the name.
    """
    if not is_name_run(words) or words[-1].token + 2 >= len(doc):
        return words
    last = doc[words[-1].token]
    comma = doc[last.i + 1]
    for token in last.rights:
        if token.dep_ == "appos" and comma.text == "," and token.left_edge.i == comma.i + 1:
            return [*words, *words_of(doc[comma.i : token.i + 1])]
    return words


def _as_known(reading: Reading, scene: Scene) -> Reading:
    """Return a person with the post that an earlier statement gave, where this one gives none."""
    if reading.kind not in (PartyKind.PERSON, PartyKind.ORGANISATION):
        return reading
    key = known_as(reading.kind, reading.name)
    before = scene.known.get(key)
    if reading.kind is PartyKind.ORGANISATION:
        if before is not None and before.fixed and reading.country is None:
            reading = replace(reading, country=before.country, opposed=before.opposed, fixed=True)
        scene.known[key] = reading
        return reading
    vague = reading.office is None or (before and before.office and reading.office.islower())
    same_office = vague or (before and reading.office == before.office)
    if before is not None and same_office and reading.role in (None, before.role):
        reading = replace(
            reading,
            role=before.role,
            rank=reading.rank or before.rank,
            office=before.office,
            country=reading.country or before.country,
            opposed=reading.opposed or before.opposed,
            basis=f"{reading.basis}, {before.basis}"[:400],
        )
    scene.known[key] = reading
    if len(name := fold(reading.name)) > 1:
        scene.surnames.setdefault(name[-1:], set()).add(reading.name)
    return reading


def _labels(attribution: Attribution, reading: Reading, doc: Doc) -> list[str]:
    """Return the entity labels of the name's tokens, for those that have one."""
    wanted = set(fold(reading.name))
    return [
        word.ent_type_
        for span in attribution.source
        for word in doc.char_span(span.start, span.end, alignment_mode="contract") or ()
        if word.ent_type_ and wanted.intersection(fold(word.text))
    ]


def _remember_aside(mention: Mention, start: int, holders: frozenset[int], scene: Scene) -> None:
    body = completed(mention.reading, scene.cast, mention.start)
    aside = Candidate(start, body, None, holders, speaks=False, subject=False, aside=True)
    scene.memory.add(aside)


def _remember_mention(mention: Mention, start: int, holders: frozenset[int], scene: Scene) -> None:
    tokens = scene.doc[mention.start : mention.end]
    subject = any(token.dep_ in ("nsubj", "nsubjpass") for token in tokens)
    named = full_name(mention.reading, scene.cast, mention.start)
    reading = completed(named, scene.cast, mention.start)
    _remember(reading, start, holders, scene, speaks=False, subject=subject)


def _remember(
    reading: Reading,
    start: int,
    holders: frozenset[int],
    scene: Scene,
    *,
    speaks: bool,
    subject: bool,
) -> None:
    gender = gender_of(reading) or scene.genders.get(reading.name)
    scene.memory.add(Candidate(start, reading, gender, holders, speaks, subject))
