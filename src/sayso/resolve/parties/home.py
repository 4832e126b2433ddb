"""Which country's offices an article leaves unmarked, from what it has said so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.resolve.parties.evidence import DATELINE, STATE, houses, owners, states
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.whereabouts import dateline, places
from sayso.resolve.parties.words import Word, keys_of

_ABROAD = frozenset({"embassy", "consulate", "ambassador", "consul", "envoy"})
_DOMINANT = 2
_LEAD = 2
_OPENING = 3
_NOUN_WORDS = 4


@dataclass(frozen=True, slots=True)
class Home:
    """The country of unmarked offices, by the token from which it holds; ``before`` until then."""

    since: tuple[int, ...]
    countries: tuple[str | None, ...]
    before: str | None
    local: tuple[tuple[int, int, str], ...]
    """Sentences that say where they speak of ("In Bogota, the minister"): tokens and country."""
    heaviest: frozenset[str]
    """The countries that no other outweighs in the whole article, its dateline left out."""

    def at(self, token: int) -> str | None:
        """Return the country whose offices stand unmarked before a token, or None."""
        for start, end, code in self.local:
            if start < token < end:
                return code
        index = bisect_left(self.since, token) - 1
        return (self.countries[index] if index >= 0 else self.before) or None


def countries_in(words: Sequence[Word], sides: SideTable) -> list[tuple[int, str, Form]]:
    """Return the countries that a text names, in order: index of the word, code and form."""
    found: list[tuple[int, str, Form]] = []
    i = 0
    while i < len(words):
        country = country_at(sides, words, i) if words[i].key else None
        if country is None:
            two = words[i].capital and i + 1 < len(words) and words[i + 1].capital
            region = town_at(words, i) if two else None
            i = region[1] if region else i + 1  # "New South Wales"
            continue
        found.append((i, country[0].code, country[0].form))
        i = country[1]
    return found


def home_of(
    readings: Iterable[tuple[int, Reading]],
    words: Sequence[Word],
    named: Sequence[tuple[int, str, Form]],
    sides: SideTable,
    doc: Doc,
) -> Home:
    """Return the country that an article's unmarked ministries belong to.

    It is one that speaks as a state or is where the news happens, and that outweighs all others
    named so by then. Where nothing was told by then, where the news happens according to what
    follows holds too. Papers leave out their own country and name the foreign one: with a place of
    the user's table nobody can tell, sentences about embassies tell nothing, and after an unmarked
    office only places do. ``readings`` are what was read of phrases, in order, with their tokens.
    """
    first_word = words[0].token if words else 0
    if any((key,) in sides.user for key in set(keys_of(words))):
        return Home((), (), None, (), frozenset())
    abroad = _sentences_abroad(words, doc)
    seen = [*dateline(words, named, doc), *places(words, named, doc)]
    offices = [*states(readings), *owners(words, named), *houses(words)]
    first_place = min((token for token, _, _ in seen), default=len(doc))
    first_marked = min((token for token, code, _ in offices if code), default=len(doc))
    unmarked = min(
        (token for token, code, _ in offices if code is None and _is_subject(doc[token])),
        default=len(doc),
    )
    if unmarked < min(first_place, first_marked):
        offices = []
    # Whose office opens an article is most often at home.
    lead = next((s.end for s in doc.sents if s.start >= first_word), len(doc))
    heavy: dict[tuple[int, str], int] = {}
    for token, code, weight in (*offices, *seen):
        if code is not None and doc[token].sent.start not in abroad:
            first = _LEAD if token < lead and weight == STATE else 0
            heavy[token, code] = max(weight + first, heavy.get((token, code), 0))
    evidence = sorted((token, code, weight) for (token, code), weight in heavy.items())
    weights: Counter[str] = Counter()
    since: list[int] = []
    countries: list[str | None] = []
    at = {(token, code) for token, code, _ in seen}
    there: Counter[str] = Counter()
    for token, code, weight in evidence:
        weights[code] += weight
        there[code] += weight if (token, code) in at else 0
        since.append(token)
        countries.append(_leader(weights) or _scene(there, weights))
    before = _leader(+there)
    if before is None and unmarked > first_marked:
        # The only country of the article, told later: "President Moss said … the Greek government".
        before = _leader(weights) if len({code for _, code, _ in named}) == 1 else None
    codes = {code for _, code, _ in named}
    opening = max((s.end for s in islice(doc.sents, _OPENING)), default=0)
    domestic = bool(named) and not abroad and _at_home(words, *named[0][::2])
    if not since and len(codes) == 1 and domestic and words[named[0][0]].token < opening:
        # Nothing says where the news is from, and no other country is named: "a Ugandan pop star".
        since, countries = [words[named[0][0]].token], [named[0][1]]
    for _, code, weight in seen:
        weights[code] -= weight if weight == DATELINE else 0
    most = max(weights.values(), default=0)
    heaviest = frozenset(code for code, weight in weights.items() if weight == most)
    return Home(tuple(since), tuple(countries), before, tuple(_local(words, named, doc)), heaviest)


def _at_home(words: Sequence[Word], at: int, form: Form) -> bool:
    """Whether a country's adjective tells where the news is: "a Kenyan bishop", no "tourist"."""
    following = [word.text.casefold() for word in words[at + 1 : at + _NOUN_WORDS]]
    return form is Form.DEMONYM and lexicon().travelling.isdisjoint(following)


def _leader(weights: Counter[str]) -> str | None:
    """Return the country that outweighs all the others, if one does."""
    best = weights.most_common(2)
    if not best or (len(best) > 1 and best[0][1] < _DOMINANT * best[1][1]):
        return None
    return best[0][0]


def _scene(there: Counter[str], weights: Counter[str]) -> str | None:
    """Return where the news happens, unless another country is spoken of far more."""
    place = _leader(+there)
    rivals = max((weight for code, weight in weights.items() if code != place), default=0)
    return place if place and weights[place] * _DOMINANT > rivals else None


def _is_subject(token: Token) -> bool:
    """Whether a phrase that begins with a token does something, and is nobody's ("his army")."""
    while token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i:
        token = token.head
    owned = any(child.dep_ == "poss" for child in token.lefts)
    return token.dep_ in ("nsubj", "nsubjpass") and not owned


def _local(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences that begin with where they speak of, and the country of that."""
    for i, code, form in named:
        sentence = doc[words[i].token].sent
        opens = i > 0 and words[i - 1].token == sentence.start and words[i - 1].text == "In"
        closed = words[i + 1 : i + 2] and words[i + 1].text == ","
        if opens and closed and form in (Form.NAME, Form.CAPITAL):
            yield words[i].token, sentence.end, code


def _sentences_abroad(words: Sequence[Word], doc: Doc) -> frozenset[int]:
    """Return where sentences begin that speak of embassies and the like."""
    return frozenset(doc[word.token].sent.start for word in words if _ABROAD.intersection(word.key))
