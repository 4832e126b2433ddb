"""Who one attribution's source is, by its words and by what was said before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from spacy.tokens import Doc

from sayso.language.en.dateline import dateline_end
from sayso.model import Attribution, PartyKind
from sayso.resolve.parties.antecedents import fits, same_post
from sayso.resolve.parties.cast import gender_of
from sayso.resolve.parties.completed import completed
from sayso.resolve.parties.descriptions import described
from sayso.resolve.parties.lookup import pronoun_kind
from sayso.resolve.parties.names import decided, full_name, namesake
from sayso.resolve.parties.owners import mirrored, owned, possessed
from sayso.resolve.parties.phrase import is_name_run, is_word
from sayso.resolve.parties.pointing import for_pronoun
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.recalled import only_one, told_of
from sayso.resolve.parties.scene import Scene, known_as
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.stage import MOST_CANDIDATES
from sayso.resolve.parties.words import Word, fold, words_in, words_of

_IT_WITHIN = 3
_GAP = 3
_QUOTES = frozenset({'"', "“", "‘", "'", ""})


_THE = frozenset({"the"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})


def speaker_of(attribution: Attribution, holders: frozenset[int], scene: Scene) -> Reading | None:
    """Return who one attribution's source is, None when unknown."""
    words = _after_dateline(
        [word for span in attribution.source for word in words_in(scene.doc, span)], scene
    )
    said = [word for word in words if word.key]
    kind = pronoun_kind(said[0]) if len(said) == 1 else None
    if kind is not None:
        return for_pronoun(said[0], kind, holders, scene) or _of_content(attribution, kind, scene)
    reading = read_source(_with_apposition(words, scene.doc), scene.sides)
    if reading is None:
        return None
    if _is_surname(reading, said, scene):
        reading = replace(reading, name=said[0].text, kind=None, plural=False)
    if reading.kind is None and (body := begun(reading, scene)):
        return body
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
    if (mirror := mirrored(reading, said, holders, scene)) is not None:
        return mirror
    reading = possessed(reading, words, scene)
    if reading.owner is not None:
        reading = owned(reading, reading.owner, holders, scene)
    if reading.kind is PartyKind.PERSON:
        person = _of_speaker(full_name(reading, scene.cast, words[0].token), scene)
        return _in_post(person, said[0].start, scene) if is_word(said[0], _THE) else person
    if (told := told_of(reading, words, scene)) is not None:
        return told
    pointing = reading.kind in (PartyKind.OFFICE, PartyKind.GROUP) and reading.role is not None
    if pointing and reading.definite and not reading.plural:
        whole = completed(reading, scene.cast, said[0].token)
        before = same_post(whole, said[0].start, scene.memory, scene.stage)
        if before is not None:
            return before.reading
    return only_one(reading, words, scene) or reading


def begun(reading: Reading, scene: Scene) -> Reading | None:
    """Return the only body that spoke before whose name begins with a word: "Orpaz" of "… Ltd"."""
    key = fold(reading.name)
    if len(key) != 1 or key in scene.cast.by_ending or key in scene.cast.by_given:
        return None
    named = {
        known.name: known
        for known in scene.known.values()
        if known.kind is PartyKind.ORGANISATION and fold(known.name)[:1] == key
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _in_post(person: Reading, position: int, scene: Scene) -> Reading:
    """Return "the minister, Ada Moss," with the post of the minister told of before."""
    if person.role is None or person.office or person.country or person.past:
        return person
    title = replace(person, kind=PartyKind.OFFICE, name=person.role, gender=None)
    before = same_post(title, position, scene.memory, scene.stage)
    if before is None or before.reading.kind is not PartyKind.OFFICE:
        return person
    post = before.reading
    return replace(person, office=post.office, country=post.country, opposed=post.opposed)


def _of_content(attribution: Attribution, kind: str, scene: Scene) -> Reading | None:
    """Return who opens what is said, in "The air force shot down two drones, it said"."""
    said, source = attribution.content[:1], attribution.source[0]
    if (
        not said
        or said[0].end > source.start
        or scene.text[said[0].start - 1 : said[0].start] in _QUOTES
    ):
        return None
    if source.start - said[0].end > _GAP:
        return None
    opens = [
        c for c in scene.memory.seen[-MOST_CANDIDATES:] if said[0].start <= c.start < said[0].end
    ]
    first = min(opens, key=attrgetter("start"), default=None)
    if (
        first is None
        or not fits(kind, first)
        or len({c.identity for c in opens if fits(kind, c)}) > 1
    ):
        return None
    before = scene.text[said[0].start : first.start].split()
    return first.reading if len(before) <= 1 else None


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


def _labels(attribution: Attribution, reading: Reading, doc: Doc) -> list[str]:
    """Return the entity labels of the name's tokens, for those that have one."""
    wanted = set(fold(reading.name))
    return [
        word.ent_type_
        for span in attribution.source
        for word in doc.char_span(span.start, span.end, alignment_mode="contract") or ()
        if word.ent_type_ and wanted.intersection(fold(word.text))
    ]
