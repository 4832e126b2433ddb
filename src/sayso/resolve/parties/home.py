"""Which country's offices an article leaves unmarked, from what it has said so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.language.en.dateline import dateline_end
from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import Form, SideTable, country_at, names_country
from sayso.resolve.parties.words import Word, fold, keys_of

_ABROAD = frozenset({"embassy", "consulate", "ambassador", "consul", "envoy"})
_STATE, _PLACE, _CAPITAL, _DATELINE, _HOUSE = 2, 2, 1, 4, 1
_OPENING = 3
_BEFORE_TOWN = 3
_DOMINANT = 2
_LONGEST_COUNTRY = 5


@dataclass(frozen=True, slots=True)
class Home:
    """The country of unmarked offices, by the token from which it holds; ``before`` until then."""

    since: tuple[int, ...]
    countries: tuple[str | None, ...]
    before: str | None
    heaviest: frozenset[str]
    """The countries that no other outweighs in the whole article, its dateline left out."""

    def at(self, token: int) -> str | None:
        """Return the country whose offices stand unmarked before a token, or None."""
        index = bisect_left(self.since, token) - 1
        return self.countries[index] if index >= 0 else self.before


def countries_in(words: Sequence[Word], sides: SideTable) -> list[tuple[int, str, Form]]:
    """Return the countries that a text names, in order: index of the word, code and form."""
    found: list[tuple[int, str, Form]] = []
    i = 0
    while i < len(words):
        country = country_at(sides, words, i) if words[i].key else None
        if country is None:
            i += 1
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
    if any((key,) in sides.user for key in set(keys_of(words))):
        return Home((), (), None, frozenset())
    abroad = _sentences_abroad(words, doc)
    places = [*_dateline(words, named, doc), *_places(words, named, doc)]
    offices = [*_states(readings), *_owners(words, named), *_houses(words)]
    first_place = min((token for token, _, _ in places), default=len(doc))
    first_marked = min((token for token, code, _ in offices if code), default=len(doc))
    unmarked = min(
        (token for token, code, _ in offices if code is None and _is_subject(doc[token])),
        default=len(doc),
    )
    if unmarked < min(first_place, first_marked):
        offices = []
    evidence = sorted(
        (token, code, weight)
        for token, code, weight in (*offices, *places)
        if code is not None and doc[token].sent.start not in abroad
    )
    weights: Counter[str] = Counter()
    since: list[int] = []
    countries: list[str | None] = []
    at = {(token, code) for token, code, _ in places}
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
    for _, code, weight in places:
        weights[code] -= weight if weight == _DATELINE else 0
    most = max(weights.values(), default=0)
    heaviest = frozenset(code for code, weight in weights.items() if weight == most)
    return Home(tuple(since), tuple(countries), before, heaviest)


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


def _sentences_abroad(words: Sequence[Word], doc: Doc) -> frozenset[int]:
    """Return where sentences begin that speak of embassies and the like."""
    return frozenset(doc[word.token].sent.start for word in words if _ABROAD.intersection(word.key))


def is_state_office(name: str) -> bool:
    """Whether a name is that of an organ of a state ("Foreign Ministry", "army", "state radio")."""
    lex = lexicon()
    key = fold(name)
    if key[:1] == ("state",):
        return key[-1:] in lex.state_media
    state = key[-1:] in lex.state or key[-2:] in lex.state
    if is_armed_group(name):
        return False
    governs = key[-1:] in lex.governments or key[-1:] == ("parliament",)
    other = lex.irregular | lex.subnational if governs else lex.irregular
    return state and not other.intersection(key)


def is_armed_group(name: str) -> bool:
    """Whether forces bear a name of their own: "Rapid Eagle Forces", not "Armed Forces"."""
    lex = lexicon()
    words = name.split()
    head = fold(words[-1]) if words else ()
    if len(words) < 2 or not words[-1][:1].isupper() or not lex.martial.intersection(head):
        return False
    return any(
        word[:1].isupper() and not lex.regular.issuperset(fold(word)) and not names_country(word)
        for word in words[:-1]
    )


def _states(readings: Iterable[tuple[int, Reading]]) -> Iterator[tuple[int, str | None, int]]:
    """Yield what speaks for a state; no code for an office whose country is left out."""
    for token, reading in readings:
        body = reading.office or reading.name
        if reading.country is None:
            if is_state_office(body) and reading.name != "police":
                yield token, None, 0
        elif _speaks_for_state(reading, body):
            yield token, reading.country, _STATE


def _speaks_for_state(reading: Reading, body: str) -> bool:
    lex = lexicon()
    if reading.opposed:
        return "opposition" in fold(reading.basis)
    if reading.kind is PartyKind.GOVERNMENT or is_state_office(body):
        return True
    if reading.office is not None:
        return bool(lex.public.intersection(fold(reading.office)))
    if reading.kind is not PartyKind.ORGANISATION or fold(reading.name)[-1:] in lex.companies:
        return False
    return reading.name.split()[-1].islower() or bool(lex.public.intersection(fold(reading.basis)))


def _houses(words: Sequence[Word]) -> Iterator[tuple[int, str, int]]:
    """Yield the countries whose parliaments and parties are named without them ("Senate")."""
    lex = lexicon()
    for word in words:
        if word.capital and len(word.key) == 1 and word.key[0] in lex.homes:
            yield word.token, lex.homes[word.key[0]], _HOUSE


def _owners(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]]
) -> Iterator[tuple[int, str, int]]:
    for i, code, form in named:
        if form is Form.NAME and _owns_common(words, i):
            yield words[i].token, code, _STATE


def _owns_common(words: Sequence[Word], at: int) -> bool:
    """Whether a country has something: "Chad's water board", not "Chad's Nordvik Lines"."""
    for i in range(at + 1, min(at + _LONGEST_COUNTRY, len(words) - 1)):
        if words[i].possessive:
            return words[i + 1].text.islower()
        if not words[i].capital:
            return False
    return False


def _dateline(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the country of a dateline ("VALPARAISO, Chile -"), named or by its capital."""
    end = dateline_end(doc.text, words[0].start) if words else 0
    for i, code, form in named:
        if words[i].start >= end:
            return
        if form in (Form.NAME, Form.CAPITAL):
            yield words[i].token, code, _DATELINE


def _places(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries where the news happens: "hit western Nepal", "marched through Tunis".

    "The Dutch city of Breda" and "Zambians were choosing" tell it too.
    """
    opening = max((s.end for s in islice(doc.sents, _OPENING)), default=0)
    for i, code, form in named:
        token = words[i].token
        if form is Form.DEMONYM:
            if _is_town(words, i) or _are_people(doc[token]):
                yield token, code, _PLACE if token < opening else _CAPITAL
        elif form in (Form.NAME, Form.CAPITAL) and _happens_in(words, i):
            yield token, code, _PLACE if token < opening and form is Form.NAME else _CAPITAL


def _happens_in(words: Sequence[Word], at: int) -> bool:
    lex = lexicon()
    before = at - 1
    while before > 0 and words[before].text.casefold() in lex.regions:
        before -= 1
    return before >= 0 and words[before].text.casefold() in lex.where


def _is_town(words: Sequence[Word], at: int) -> bool:
    """Whether a country's adjective tells where a place is: "the Dutch city", "Greek islands"."""
    lex = lexicon()
    before = [word.text.casefold() for word in words[max(at - _BEFORE_TOWN, 0) : at]]
    following = [word.text.casefold() for word in words[at + 1 : at + 3] if not word.capital]
    return not lex.where.isdisjoint(before) and not lex.towns.isdisjoint(following)


def _are_people(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.text.endswith(("s", "ese", "ish", "ch"))
