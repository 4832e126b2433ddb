"""Sentences and paragraphs of an article that say themselves in which country they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import Form
from sayso.resolve.parties.surroundings import happens_in, is_venue, place_of
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.words import Word

Local = tuple[int, int, str]
"""The tokens between which (both exclusive) offices are those of a country."""
_PLACES = (Form.NAME, Form.CAPITAL)
_STARTS = 1
"""Marks a token that begins a sentence, in spaCy's arrays."""
_LONGEST_OPENING = 12
_SPEAKING = frozenset({"say", "tell", "announce", "declare", "warn", "add", "insist", "confirm"})
_ADVERBIAL = frozenset({"ADP", "ADV", "SCONJ"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PRIME, _MINISTER = "Prime", "Minister"
_MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class Ground:
    """A text's words with the countries among them, and the tokens at which parts of it begin."""

    doc: Doc
    words: Sequence[Word]
    countries: Mapping[int, tuple[str, Form]]
    """By the index of a word: code (ISO 3166-1 alpha-3) and form."""
    sentences: Sequence[int]
    paragraphs: Sequence[int]

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the tokens at which the sentence of a token begins and ends."""
        return _around(self.sentences, token, len(self.doc))

    def paragraph(self, token: int) -> tuple[int, int]:
        """Return the tokens at which the paragraph of a token begins and ends."""
        return _around(self.paragraphs, token, len(self.doc))


def ground_of(words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc) -> Ground:
    """Return the ground of a text: its sentences, and its paragraphs by line breaks."""
    # As arrays: spans of sentences take long to make.
    shape = doc.to_array(["SENT_START", "IS_SPACE"])
    sentences = [int(i) for i in (shape[:, 0] == _STARTS).nonzero()[0]] if len(doc) else []
    spaces = [int(i) for i in shape[:, 1].nonzero()[0]] if len(doc) else []
    paragraphs = [0, *(i + 1 for i in spaces if "\n" in doc[i].text and i + 1 < len(doc))]
    return Ground(doc, words, {i: (c, f) for i, c, f in named}, sentences, paragraphs)


def scenes(ground: Ground) -> Iterator[Local]:
    """Yield what is in a country by the text's own words, what tells most nearly first.

    A body that speaks in a place ("the coast guard said in Manila"), a sentence that begins with
    one ("On the far bank, in Chad, the mayor"), the minister after his government ("Canberra
    promised two planes, said Foreign Minister Moss"), a paragraph ("Protests broke out in Chad").
    """
    yield from _seated(ground)
    yield from (local for body, local in _spoken(ground) if body)
    yield from _openings(ground)
    yield from (local for heads, local in _after_governments(ground) if not heads)
    yield from _paragraphs(ground)


def spoken_in(ground: Ground) -> Iterator[Local]:
    """Yield where somebody speaks who may be abroad: "the president told reporters in Lima".

    A prime minister after a government may be its own, or the other's.
    """
    yield from (local for body, local in _spoken(ground) if not body)
    yield from (local for heads, local in _after_governments(ground) if heads)


def _around(starts: Sequence[int], at: int, end: int) -> tuple[int, int]:
    index = bisect_right(starts, at)
    return starts[max(index - 1, 0)] if starts else 0, starts[index] if index < len(starts) else end


def _place_at(ground: Ground, at: int) -> tuple[str, int] | None:
    """Return the country of a place and the index after it; the country of "Derna, Libya"."""
    words, countries = ground.words, ground.countries
    if at in countries:
        code, form = countries[at]
        after = at + 1
        while after < len(words) and words[after].capital and after not in countries:
            after += 1
        return (code, after) if form in _PLACES else None
    town = town_at(words, at) if words[at].capital else None
    if town is None:
        return None
    code, after = town
    if after + 1 < len(words) and words[after].text == "," and after + 1 in countries:
        return countries[after + 1][0], after + 2
    return code, after


def _openings(ground: Ground) -> Iterator[Local]:
    """Yield sentences that begin with where they are, to the end of a paragraph begun so."""
    words, doc = ground.words, ground.doc
    where = lexicon().where
    for i in range(1, len(words)):
        if not words[i].capital or words[i - 1].text.casefold() not in where:
            continue
        token = words[i].token
        first, end = ground.sentence(token)
        if token - first > _LONGEST_OPENING or doc[first].pos_ not in _ADVERBIAL:
            continue
        place = _place_at(ground, i)
        if place is None or any(doc[t].dep_ in _SUBJECT for t in range(first, token)):
            continue
        code, after = place
        if after < len(words) and words[after].text == ",":
            begin, last = ground.paragraph(token)
            yield token, last if begin and first <= begin else end, code


def _spoken(ground: Ground) -> Iterator[tuple[bool, Local]]:
    """Yield those who speak in a place, and whether they are bodies, which do so at home."""
    words, doc = ground.words, ground.doc
    for i in range(1, len(words)):
        if words[i - 1].text != "in" or not words[i].capital:
            continue
        token = doc[words[i].token]
        verb = place_of(token).head
        if verb.dep_ in ("dobj", "dative"):
            verb = verb.head  # "told parliament in Lima"
        if verb.lemma_ not in _SPEAKING or verb.i > token.i or is_venue(token):
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        place = _place_at(ground, i) if subject is not None else None
        if subject is not None and place is not None:
            local = subject.left_edge.i - 1, subject.right_edge.i + 1, place[0]
            yield _is_body(subject), local


def _seated(ground: Ground) -> Iterator[Local]:
    """Yield organs of a state with where they sit: "the foreign ministry in Caracas"."""
    words, lex = ground.words, lexicon()
    for i in range(2, len(words)):
        if words[i - 1].text != "in" or i not in ground.countries:
            continue
        code, form = ground.countries[i]
        if form in _PLACES and words[i - 2].key in lex.state:
            organ = ground.doc[words[i - 2].token]
            yield organ.left_edge.i - 1, words[i].token, code


def _is_body(subject: Token) -> bool:
    key = (subject.lower_,)
    lex = lexicon()
    return subject.ent_type_ != "PERSON" and (key in lex.organisations or key in lex.state)


def _after_governments(ground: Ground) -> Iterator[tuple[bool, Local]]:
    """Yield "Foreign Minister Moss" in the sentence after what his government does.

    The first result tells whether he heads it: "Prime Minister Moss".

    And "a foreign ministry spokeswoman", who is nobody told of before.
    """
    words = ground.words
    for i in range(1, len(words)):
        heads = words[i - 1].text == _PRIME
        named = words[i].text == _MINISTER and words[i - 1].text.istitle()
        new = words[i].text == _MINISTRY and i > 1 and words[i - 2].text in ("A", "a")
        if not (named or new):
            continue
        marked = i - 1 in ground.countries or i - 2 in ground.countries
        if marked or not (heads or words[i - 1].key in lexicon().portfolios):
            continue
        token = words[i - 1].token
        start, _ = ground.sentence(token)
        before = ground.sentence(start - 1) if start else (0, 0)
        if start and ground.paragraph(token)[0] <= before[0]:
            code = _acting(ground, *before)
            if code is not None:
                yield heads, (token - 1 - new, words[i].token + 1, code)


def _acting(ground: Ground, start: int, end: int) -> str | None:
    """Return the country whose government does something in a sentence: "Canberra promised"."""
    words = ground.words
    first = bisect_left(words, start, key=_token)
    found: str | None = None
    for i in range(first, bisect_left(words, end, key=_token)):
        if i in ground.countries:
            code, form = ground.countries[i]
            token = ground.doc[words[i].token]
            if form in _PLACES and token.dep_ == "nsubj" and token.left_edge.i == token.i:
                found = code
    return found


def _token(word: Word) -> int:
    return word.token


def _paragraphs(ground: Ground) -> Iterator[Local]:
    """Yield later paragraphs that begin with something happening in one country."""
    told: dict[tuple[int, int], dict[str, int]] = {}
    for i, (code, form) in ground.countries.items():
        if form not in _PLACES or not happens_in(ground.words, i):
            continue
        token = ground.doc[ground.words[i].token]
        edges = ground.paragraph(token.i)
        opens = edges[0] > 0 and ground.sentence(edges[0])[1] > token.i
        if opens and place_of(token).head.pos_ in ("VERB", "AUX") and not is_venue(token):
            told.setdefault(edges, {}).setdefault(code, token.i)
    for (_, end), codes in told.items():
        if len(codes) == 1:
            ((code, start),) = codes.items()
            yield start, end, code
