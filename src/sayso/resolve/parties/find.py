"""The speakers of an article's attributions as parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from sayso.language.parsed import ParsedText
from sayso.model import SPOKESPERSON, Attribution, Party, PartyKind, party_id
from sayso.resolve.parties.antecedents import (
    Candidate,
    Memory,
    Pointer,
    Stage,
    antecedent,
    holders_of,
    make_stage,
    same_post,
    sole_thing,
)
from sayso.resolve.parties.cast import Cast, Mention, gender_of, is_state_office, read_cast
from sayso.resolve.parties.first_person import quoting, says_i
from sayso.resolve.parties.lexicon import Gender, lexicon, pronoun_kind
from sayso.resolve.parties.modifiers import composed
from sayso.resolve.parties.names import completed, decided, full_name, namesake
from sayso.resolve.parties.phrase import is_name_run
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import SideTable, user_side
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.words import Word, fold, words_in, words_of


@dataclass(slots=True)
class _Scene:
    """Everything that resolving one article's speakers needs and learns."""

    doc: Doc
    sides: SideTable
    cast: Cast
    stage: Stage
    memory: Memory = field(default_factory=Memory)
    genders: dict[str, Gender] = field(default_factory=dict)
    known: dict[tuple[PartyKind, str], Reading] = field(default_factory=dict)


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
    scene = _Scene(
        parsed.doc, sides, read_cast(parsed.doc, sides), make_stage(parsed, attributions)
    )
    found: list[Party | None] = [None] * len(attributions)
    events = sorted(
        [
            *((scene.doc[m.start].idx, 0, i) for i, m in enumerate(scene.cast.mentions)),
            *((a.source[0].start, 1, i) for i, a in enumerate(attributions) if a.source),
        ]
    )
    held = holders_of([start for start, _, _ in events], attributions)
    for (start, speaks, index), holders in zip(events, held, strict=True):
        if not speaks:
            _remember_mention(scene.cast.mentions[index], start, holders, scene)
            continue
        reading = _speaker(attributions[index], holders, scene)
        if reading is not None:
            reading = _as_known(completed(reading, scene.cast), scene)
            _remember(reading, start, holders, scene, speaks=True, subject=True)
            found[index] = _party(reading, scene.sides)
    for i, attribution in enumerate(attributions):
        if says_i(attribution, scene.doc):
            outer = quoting(i, attributions, parsed.text)
            found[i] = found[outer] if outer is not None else None
    return tuple(found)


def _speaker(attribution: Attribution, holders: frozenset[int], scene: _Scene) -> Reading | None:
    words = [word for span in attribution.source for word in words_in(scene.doc, span)]
    said = [word for word in words if word.key]
    kind = pronoun_kind(said[0]) if len(said) == 1 else None
    if kind is not None:
        return _pronoun(said[0], kind, holders, scene)
    reading = read_source(_with_apposition(words, scene.doc), scene.sides)
    if reading is None:
        return None
    if reading.kind is None:
        if _known_as(PartyKind.ORGANISATION, reading.name) in scene.known:
            reading = replace(reading, kind=PartyKind.ORGANISATION)
        else:
            labels = _labels(attribution, reading, scene.doc)
            reading = decided(reading, labels, scene.cast, scene.sides)
    elif reading.kind is PartyKind.GOVERNMENT and namesake(words, scene.cast):
        reading = replace(reading, name=said[-1].text, kind=PartyKind.PERSON, country=None)
    if reading.owner is not None:
        reading = _owned(reading, reading.owner, holders, scene)
    if reading.kind is PartyKind.PERSON:
        return full_name(reading, scene.cast)
    pointing = reading.kind in (PartyKind.OFFICE, PartyKind.GROUP) and reading.role is not None
    if pointing and reading.definite and not reading.plural:
        before = same_post(completed(reading, scene.cast), said[0].start, scene.memory, scene.stage)
        return before.reading if before else reading
    return reading


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


def _known_as(kind: PartyKind, name: str) -> tuple[PartyKind, str]:
    return kind, name.casefold()


def _as_known(reading: Reading, scene: _Scene) -> Reading:
    """Return a person with the post that an earlier statement gave, where this one gives none."""
    if reading.kind not in (PartyKind.PERSON, PartyKind.ORGANISATION):
        return reading
    key = _known_as(reading.kind, reading.name)
    before = scene.known.get(key)
    if reading.kind is PartyKind.ORGANISATION:
        if before is not None and before.fixed and reading.country is None:
            reading = replace(reading, country=before.country, opposed=before.opposed, fixed=True)
        scene.known[key] = reading
        return reading
    same_office = reading.office is None or (before and reading.office == before.office)
    if before is not None and same_office and reading.role in (None, before.role):
        reading = replace(
            reading,
            role=before.role,
            office=before.office,
            country=reading.country or before.country,
            opposed=reading.opposed or before.opposed,
            basis=f"{reading.basis}, {before.basis}"[:400],
        )
    scene.known[key] = reading
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


def _pronoun(word: Word, kind: str, holders: frozenset[int], scene: _Scene) -> Reading | None:
    if kind in ("nobody", "first"):
        return None
    if kind == "relative":
        return _relative(word, scene)
    before = antecedent(Pointer(kind, word.start, holders), scene.memory, scene.stage)
    if before is None:
        return None
    if kind in ("male", "female"):
        scene.genders[before.reading.name] = Gender(kind)
    return before.reading


def _relative(word: Word, scene: _Scene) -> Reading | None:
    """Return whom "who" refers to: the noun that its clause hangs on."""
    span = scene.doc.char_span(word.start, word.end)
    clause = _clause(span[0]) if span is not None else None
    if clause is None or clause.head.i >= clause.i:
        return None
    head, last = clause.head, clause.head.i
    while head.dep_ == "appos" and head.head.i < head.i:
        head = head.head  # "Marr, the mayor, who denied it"
    start = min([head.i, *(child.left_edge.i for child in head.lefts)])
    reading = read_source(words_of(scene.doc[start : last + 1]), scene.sides)
    if reading is None:
        return None
    if reading.kind is None:
        labels = [token.ent_type_ for token in scene.doc[start : last + 1] if token.ent_type_]
        reading = decided(reading, labels, scene.cast, scene.sides)
    return full_name(reading, scene.cast) if reading.kind is PartyKind.PERSON else reading


def _clause(token: Token) -> Token | None:
    while token.dep_ != "relcl":
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return token


def _owned(reading: Reading, owner: Word, holders: frozenset[int], scene: _Scene) -> Reading:
    """Return "his lawyer" with whom he is, where that is known."""
    kind = pronoun_kind(owner)
    if kind in (None, "nobody", "first", "relative") or reading.office is not None:
        return reading
    before = antecedent(Pointer(kind, owner.start, holders), scene.memory, scene.stage)
    if before is None or not scene.stage.close(before.start, owner.start):
        return reading
    # Only states and organisations have ministers; ships and books have owners too.
    governs = reading.role in lexicon().governing
    if kind in ("thing", "plural") and not governs and not sole_thing(before, owner, scene.doc):
        return reading
    whom = before.reading
    named = reading.kind is PartyKind.PERSON or reading.role == SPOKESPERSON
    name = reading.name if named else f"{whom.name}'s {reading.name}"
    office = None if reading.kind is PartyKind.ORGANISATION else whom.name
    return replace(reading, name=name, office=office, country=reading.country or whom.country)


def _remember_mention(mention: Mention, start: int, holders: frozenset[int], scene: _Scene) -> None:
    tokens = scene.doc[mention.start : mention.end]
    subject = any(token.dep_ in ("nsubj", "nsubjpass") for token in tokens)
    reading = completed(full_name(mention.reading, scene.cast), scene.cast)
    _remember(reading, start, holders, scene, speaks=False, subject=subject)


def _remember(
    reading: Reading,
    start: int,
    holders: frozenset[int],
    scene: _Scene,
    *,
    speaks: bool,
    subject: bool,
) -> None:
    gender = gender_of(reading) or scene.genders.get(reading.name)
    scene.memory.add(Candidate(start, reading, gender, holders, speaks, subject))


def _party(reading: Reading, sides: SideTable) -> Party:
    country = reading.country
    office = reading.office
    if office is not None and (reading.kind is not PartyKind.GROUP or is_state_office(office)):
        office = composed(office, country, sides)
    name = _user_name(reading, sides)
    kind = reading.kind or PartyKind.GROUP
    if kind is PartyKind.OFFICE:
        name = _office_name(reading, office, sides)
    elif kind in (PartyKind.ORGANISATION, PartyKind.GOVERNMENT) and not reading.fixed:
        name = composed(name, country, sides)
    side = user_side(sides, name, office, reading.basis)
    if (
        country is not None
        and not reading.opposed
        and (side is None or _is_foreign(name, country, sides))
    ):
        side = country
    return Party(party_id(name, kind, side), name, kind, side, reading.role, office)


def _user_name(reading: Reading, sides: SideTable) -> str:
    """Return the name that the user's table gives a bare surname or the "Front" of an article."""
    named = reading.kind is PartyKind.PERSON or (
        reading.kind is PartyKind.ORGANISATION and reading.country is None
    )
    key = fold(reading.name)
    if not named or len(key) != 1 or not reading.name[:1].isupper():
        return reading.name
    return sides.full.get(key, reading.name)


def _is_foreign(name: str, country: str, sides: SideTable) -> bool:
    """Whether a body is called by a country that the user's table knows nothing of.

    The "Coast Guard" of that table is then not the "Italian Coast Guard".
    """
    adjective = fold(sides.adjectives.get(country, ""))
    known = any(found.code == country for key in sides.user if (found := sides.countries.get(key)))
    return bool(adjective) and fold(name)[: len(adjective)] == adjective and not known


def _office_name(reading: Reading, office: str | None, sides: SideTable) -> str:
    if reading.role == SPOKESPERSON:
        return f"{office} spokesperson" if office else "spokesperson"
    if (
        office
        and reading.name == reading.role
        and reading.role not in lexicon().untold
        and office != composed("government", reading.country, sides)
    ):
        return f"{office} {reading.name}"
    return composed(reading.name, reading.country, sides)
