"""Sentences and paragraphs of an article that say themselves in which country they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import Form
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.whereabouts import happens_in, is_venue, place_of
from sayso.resolve.parties.words import Word

Local = tuple[int, int, str]
"""The tokens between which (both exclusive) offices are those of a country."""
_PLACES = (Form.NAME, Form.CAPITAL)
_LONGEST_OPENING = 12
_SPEAKING = frozenset({"say", "tell", "announce", "declare", "warn", "add", "insist", "confirm"})
_MINISTER = "Minister"


def scenes(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[Local]:
    """Yield what is in a country by the text's own words, what tells most nearly first.

    A body that speaks in a place ("the coast guard said in Manila"), a sentence that begins with
    one ("On the far bank, in Chad, the mayor"), the minister after his government ("Canberra
    promised two planes, said Foreign Minister Moss"), a paragraph ("Protests broke out in Chad").
    """
    edges = [0, *(t.i + 1 for t in doc if "\n" in t.text_with_ws), len(doc)]
    countries = {i: (code, form) for i, code, form in named}
    at = {word.token: i for i, word in enumerate(words)}
    yield from _spoken(words, countries, at, doc, bodies=True)
    yield from _openings(words, countries, edges, doc)
    yield from _after_governments(countries, at, edges, doc)
    yield from _paragraphs(words, named, edges, doc)


def spoken_in(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[Local]:
    """Yield where somebody speaks who may be abroad: "the president told reporters in Lima"."""
    countries = {i: (code, form) for i, code, form in named}
    at = {word.token: i for i, word in enumerate(words)}
    yield from _spoken(words, countries, at, doc, bodies=False)


def _place_at(
    words: Sequence[Word], at: int, countries: Mapping[int, tuple[str, Form]]
) -> tuple[str, int] | None:
    """Return the country of a place and the index after it; the country of "Derna, Libya"."""
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


def _openings(
    words: Sequence[Word],
    countries: Mapping[int, tuple[str, Form]],
    edges: Sequence[int],
    doc: Doc,
) -> Iterator[Local]:
    """Yield sentences that begin with where they are, to the end of a paragraph begun so."""
    lex = lexicon()
    first = -1
    begun = doc[0:0]
    for i, word in enumerate(words):
        sentence = doc[word.token].sent
        if sentence.start != first:
            first, begin, begun = sentence.start, i, sentence
        if i - begin > _LONGEST_OPENING or not i or words[i - 1].text.casefold() not in lex.where:
            continue
        place = _place_at(words, i, countries)
        if place is None or not _is_adverbial(begun, word.token):
            continue
        code, after = place
        if after < len(words) and words[after].text == ",":
            edge = bisect_right(edges, word.token)
            opens = edge > 1 and sentence.start <= edges[edge - 1]
            yield word.token, edges[edge] if opens else sentence.end, code


def _is_adverbial(sentence: Span, token: int) -> bool:
    """Whether a sentence says where it is before it says who: "Across the lake in Lima, a man"."""
    return sentence[0].pos_ in ("ADP", "ADV", "SCONJ") and not any(
        t.dep_ in ("nsubj", "nsubjpass") for t in sentence.doc[sentence.start : token]
    )


def _spoken(
    words: Sequence[Word],
    countries: Mapping[int, tuple[str, Form]],
    at: Mapping[int, int],
    doc: Doc,
    *,
    bodies: bool,
) -> Iterator[Local]:
    """Yield the subjects of those who speak in a place: bodies, or people, who may be abroad."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in _SPEAKING:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if subject is None or _is_body(subject) != bodies:
            continue
        for place in _places_of(verb):
            told = (
                _place_at(words, at[place.left_edge.i], countries)
                if (place.left_edge.i in at)
                else None
            )
            if told is not None and not is_venue(place):
                yield subject.left_edge.i - 1, subject.right_edge.i + 1, told[0]
                break


def _is_body(subject: Token) -> bool:
    key = (subject.lower_,)
    lex = lexicon()
    return subject.ent_type_ != "PERSON" and (key in lex.organisations or key in lex.state)


def _places_of(verb: Token) -> Iterator[Token]:
    """Yield what stands after "in", with a verb or what is told to: "told parliament in Lima"."""
    heads = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i)]
    for head in heads:
        for child in head.children:
            if child.lower_ == "in" and child.i > verb.i:
                yield from (c for c in child.children if c.dep_ == "pobj")


def _after_governments(
    countries: Mapping[int, tuple[str, Form]],
    at: Mapping[int, int],
    edges: Sequence[int],
    doc: Doc,
) -> Iterator[Local]:
    """Yield "Foreign Minister Moss" in the sentence after what his government does."""
    acted: tuple[int, int, str] | None = None
    for number, sentence in enumerate(doc.sents):
        paragraph = bisect_right(edges, sentence.start)
        if acted is not None and acted[:2] == (number - 1, paragraph):
            for token in sentence:
                before = token.i - 1
                if token.text == _MINISTER and token.i in at and _is_portfolio(doc, before):
                    marked = any(i in countries for i in (at[token.i] - 1, at[token.i] - 2))
                    if not marked:
                        yield before - 1, token.i + 1, acted[2]
        acted = None
        for token in sentence:
            if token.dep_ == "nsubj" and token.i in at and at[token.i] in countries:
                code, form = countries[at[token.i]]
                if form in _PLACES and token.left_edge.i == token.i:
                    acted = number, paragraph, code


def _is_portfolio(doc: Doc, at: int) -> bool:
    """Whether a word before "Minister" tells which, and it is no prime minister."""
    return at >= 0 and (doc[at].lower_,) in lexicon().portfolios and doc[at].text.istitle()


def _paragraphs(
    words: Sequence[Word],
    named: Sequence[tuple[int, str, Form]],
    edges: Sequence[int],
    doc: Doc,
) -> Iterator[Local]:
    """Yield later paragraphs that begin with something happening in one country."""
    told: dict[int, dict[str, int]] = {}
    for i, code, form in named:
        token = doc[words[i].token]
        place = form in _PLACES and happens_in(words, i)
        if not place or is_venue(token) or place_of(token).head.pos_ not in ("VERB", "AUX"):
            continue
        edge = bisect_right(edges, token.i)
        if edge > 1 and doc[edges[edge - 1]].sent.end > token.i:
            told.setdefault(edge, {}).setdefault(code, token.i)
    for edge, codes in told.items():
        if len(codes) == 1:
            ((code, start),) = codes.items()
            yield start, edges[edge], code
