"""What a reader would make of generated dispatches, known without reading them.

A dispatch's statements follow from the sentences it was made of. Its parse is put together from
that of each sentence, which is parsed once, with the words that stand in the slots this time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from sayso.bench.generate import Dispatch, Line
from sayso.bench.phrasebook import Sentence
from sayso.language.parsed import Parser
from sayso.model import (
    BLOCK_SEPARATOR,
    SPOKESPERSON,
    Act,
    Article,
    Attribution,
    Manner,
    Party,
    PartyKind,
    Place,
    Precision,
    Said,
    SaidBasis,
    Span,
    Statement,
    When,
    paragraphs,
    party_id,
    statement_id,
)


def statements_of(dispatch: Dispatch, article: Article, run_id: str) -> tuple[Statement, ...]:
    """Return the statements of a dispatch in the article that it was printed as."""
    return tuple(
        _statement(line, block.start, article, line.sentence.act, run_id)
        for line, block in zip(dispatch.lines, article.blocks, strict=True)
        if line.sentence.act is not None
    )


def _statement(line: Line, start: int, article: Article, act: Act, run_id: str) -> Statement:
    pieces = _pieces(line, start)
    roles = {
        name: Span(a := pieces[told[0]].start, b := pieces[told[-1]].end, article.text[a:b])
        for name, told in line.sentence.roles.items()
    }
    source, cue, content = ((roles[name],) for name in "scx")
    slots = {
        name: span
        for name, is_slot, span in zip(
            line.sentence.pieces, line.sentence.slots, pieces, strict=True
        )
        if is_slot
    }
    day = article.published
    return Statement(
        id=statement_id(article.id, Attribution(source, cue, content, Manner.INDIRECT)),
        article_id=article.id,
        manner=Manner.INDIRECT,
        source=source,
        cue=cue,
        content=content,
        party=_party(line),
        act=act,
        said=Said(None, day, day, SaidBasis.ARTICLE),
        channel=(),
        places=tuple(_places(slots)),
        dates=tuple(_dates(slots, line.values, article)),
        inside=None,
        confidence=0.9,
        run=run_id,
    )


def _pieces(line: Line, start: int) -> list[Span]:
    found: list[Span] = []
    for text in line.sentence.filled(line.values):
        found.append(Span(start, start + len(text), text))
        start += len(text)
    return found


def _places(slots: Mapping[str, Span]) -> Iterator[Place]:
    if town := slots.get("town"):
        yield Place(town, town.text, None, None, None, None, Precision.TOWN)


def _dates(
    slots: Mapping[str, Span], values: Mapping[str, str], article: Article
) -> Iterator[When]:
    if "daynum" in slots:
        start, end = slots["daynum"].start, slots["month"].end
        day = date.fromisoformat(values["since"])
        yield When(Span(start, end, article.text[start:end]), values["since"], day, day)


def _party(line: Line) -> Party:
    values = line.values
    state, camp = f"State of {values['group']}", f"{values['group']} {values['body']}"
    role = SPOKESPERSON if line.sentence.party == "spokesman" else None
    name: str
    side: str | None
    match line.sentence.party:
        case "official":
            name, kind, side = f"{values['f1']} {values['l1']}", PartyKind.PERSON, state
        case "spokesman":
            name, kind, side = f"{values['f2']} {values['l2']}", PartyKind.PERSON, camp
        case "group":
            name, kind, side = camp, PartyKind.ORGANISATION, camp
        case "hospital":
            name, kind, side = f"{values['town']} hospital", PartyKind.ORGANISATION, state
        case told:
            name, kind, side = told, PartyKind.GROUP, None
    acts_for = camp if role else None
    return Party(party_id(name, kind, side), name, kind, side, role, acts_for)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A sentence's parse: one entry a token. ``slots`` names the slot whose word it is, if any.

    ``heads`` are relative to the token.
    """

    words: list[str]
    spaces: list[bool]
    slots: list[str | None]
    tags: list[str]
    pos: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]
    ents: list[str]


class Annotator:
    """Makes the parses of dispatches; ``parser`` is asked once for each sentence of the book."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._vocab = parser("", ()).vocab
        self._parsed: dict[Sentence, _Parsed] = {}

    def doc(self, dispatch: Dispatch) -> Doc:
        """Return the parse of the text that a dispatch is printed as."""
        whole = _Parsed([], [], [], [], [], [], [], [], [])
        heads: list[int] = []
        for line in dispatch.lines:
            if whole.words:
                _add_separator(whole, heads)
            parsed = self._parsed.get(line.sentence) or self._parse(line)
            words = [
                line.values[slot] if slot else word
                for word, slot in zip(parsed.words, parsed.slots, strict=True)
            ]
            heads += [len(whole.words) + i + head for i, head in enumerate(parsed.heads)]
            whole.words.extend(words)
            whole.lemmas.extend(
                word.lower() if slot else lemma
                for word, slot, lemma in zip(words, parsed.slots, parsed.lemmas, strict=True)
            )
            for name in ("spaces", "tags", "pos", "deps", "ents"):
                getattr(whole, name).extend(getattr(parsed, name))
        return Doc(
            self._vocab,
            words=whole.words,
            spaces=whole.spaces,
            tags=whole.tags,
            pos=whole.pos,
            lemmas=whole.lemmas,
            heads=heads,
            deps=whole.deps,
            ents=whole.ents,
        )

    def _parse(self, line: Line) -> _Parsed:
        doc = self._parser(line.text, paragraphs(line.text))
        named = line.sentence.pieces
        at = {
            span.start: name
            for name, slot, span in zip(named, line.sentence.slots, _pieces(line, 0), strict=True)
            if slot
        }
        parsed = _Parsed(
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            slots=[at.get(t.idx) for t in doc],
            tags=[t.tag_ for t in doc],
            pos=[t.pos_ for t in doc],
            lemmas=[t.lemma_ for t in doc],
            heads=[t.head.i - t.i for t in doc],
            deps=[t.dep_ for t in doc],
            ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
        )
        for word, slot in zip(parsed.words, parsed.slots, strict=True):
            if slot and word != line.values[slot]:
                raise ValueError(f"the slot {slot!r} holds more than one word: {line.text!r}")
        self._parsed[line.sentence] = parsed
        return parsed


def _add_separator(whole: _Parsed, heads: list[int]) -> None:
    heads.append(len(whole.words) - 1)
    whole.words.append(BLOCK_SEPARATOR)
    whole.lemmas.append(BLOCK_SEPARATOR)
    whole.spaces.append(False)
    whole.tags.append("_SP")
    whole.pos.append("SPACE")
    whole.deps.append("dep")
    whole.ents.append("O")
