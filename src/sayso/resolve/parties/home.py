"""Which country's offices an article leaves unmarked, from what it has said so far.

Every sign of a country weighs: a dateline, offices named with their country, places where
something happens, houses that one country alone has, and least of all a country's adjective. The
first sentence weighs more than what follows; where embassies are spoken of nothing weighs. The
country that outweighs the others is home to offices named without one, but for a paragraph or
sentence that says where it is itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.resolve.parties.evidence import (
    DATELINE,
    HAMLET,
    MENTION,
    STATE,
    Sign,
    houses,
    owners,
    states,
)
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scenes import Local, ground_of, scenes, spoken_in
from sayso.resolve.parties.sides import Form, SideTable, country_at
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.whereabouts import (
    anywhere,
    blows,
    dateline,
    mentions,
    opening_of,
    places,
)
from sayso.resolve.parties.words import Word, keys_of

_ABROAD = frozenset({"embassy", "consulate", "ambassador", "consul", "envoy"})
_DOMINANT = 2
_LEAD = 4
_FORCE = 4
"""Words from a country to its force: "Israel's air force"."""


@dataclass(frozen=True, slots=True)
class Home:
    """The country of unmarked offices, by the token from which it holds; ``before`` until then."""

    since: tuple[int, ...]
    countries: tuple[str | None, ...]
    before: str | None
    local: tuple[Local, ...]
    """What says itself where it is, the nearest first."""
    abroad: tuple[Local, ...]
    """Where somebody speaks who may be there on a visit: holds where nothing else tells."""
    blows: tuple[tuple[int, str], ...]
    """Whose forces struck, by the token that tells: "an Israeli drone"."""
    heaviest: frozenset[str]
    """The countries that no other outweighs in the whole article, its dateline left out."""

    def fighting(self, token: int) -> str | None:
        """Return the only country whose forces struck before a token, where no home is told."""
        codes = {code for at, code in self.blows if at < token}
        home = self.at(token) if bisect_left(self.since, token) > 0 else None
        told = home is not None and home in self.heaviest  # by more than a dateline
        return next(iter(codes)) if len(codes) == 1 and not told else None

    def at(self, token: int) -> str | None:
        """Return the country whose offices stand unmarked before a token, or None."""
        for start, end, code in self.local:
            if start < token < end:
                return code
        index = bisect_left(self.since, token) - 1
        home = self.countries[index] if index >= 0 else self.before
        if home is None:
            home = next((code for start, end, code in self.abroad if start < token < end), None)
        return home or None


def countries_in(words: Sequence[Word], sides: SideTable) -> list[tuple[int, str, Form]]:
    """Return the countries that a text names, in order: index of the word, code and form."""
    found: list[tuple[int, str, Form]] = []
    i = 0
    while i < len(words):
        country = country_at(sides, words, i) if words[i].key and words[i].capital else None
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

    Where nothing was told by then, where the news happens according to what follows holds too.
    Papers leave out their own country and name the foreign one: with a place of the user's table
    nobody can tell, and after an unmarked office only places do. ``readings`` are what was read
    of phrases, in order, with their tokens.
    """
    if sides.user and any((key,) in sides.user for key in set(keys_of(words))):
        return Home((), (), None, (), (), (), frozenset())
    abroad = _sentences_abroad(words, doc)
    seen = [*dateline(words, named, doc), *_confirmed(places(words, named, doc), words, named, doc)]
    parliaments = [
        (token, code, weight)
        for token, code, weight in houses(words)
        if not seen or seen[0][2] != DATELINE or seen[0][1] == code or not _is_common(doc[token])
    ]
    offices = [*states(readings), *owners(words, named), *parliaments]
    marked = min((token for token, code, _ in offices if code), default=len(doc))
    unmarked = min(
        (token for token, code, _ in offices if code is None and _is_subject(doc[token])),
        default=len(doc),
    )
    if unmarked < min(marked, min((token for token, _, _ in seen), default=len(doc))):
        offices = []
    told = [sign for sign in (*offices, *seen, *mentions(words, named, doc)) if sign[1] is not None]
    evidence = _weighed(told, words, abroad, doc)
    at = {(token, code) for token, code, _ in seen}
    weights: Counter[str] = Counter()
    there: Counter[str] = Counter()
    since: list[int] = []
    countries: list[str | None] = []
    for token, code, weight in evidence:
        weights[code] += weight
        there[code] += weight if (token, code) in at else 0
        since.append(token)
        countries.append(_leader(weights) or _scene(there, weights))
    before = _leader(+there) if evidence else _only(anywhere(words, named, doc))
    if before is None and unmarked > marked:
        # The only country of the article, told later: "President Moss said … the Greek government".
        before = _leader(weights) if len({code for _, code, _ in named}) == 1 else None
    head = {token for token, _, weight in seen if weight == DATELINE}
    spoken: Counter[str] = Counter()
    for token, code, weight in evidence:
        spoken[code] += weight if token not in head and weight > MENTION else 0
    most = max(spoken.values(), default=0)
    heaviest = frozenset(code for code, weight in spoken.items() if weight == most)
    ground = ground_of(words, named, doc)
    local, speaking = tuple(scenes(ground)), tuple(spoken_in(ground))
    struck = tuple(blows(words, named))
    return Home(tuple(since), tuple(countries), before, local, speaking, struck, heaviest)


def _is_common(token: Token) -> bool:
    """Whether many countries' parliaments are called so: "Congress", away from Washington."""
    return token.lower_ in lexicon().chambers


def _confirmed(
    signs: Iterable[Sign], words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> list[Sign]:
    """Return where the news happens, less small towns in other countries than all told later."""
    told = list(signs)
    if not any(weight == HAMLET for _, _, weight in told):
        return told
    later = {sign for sign in anywhere(words, named, doc) if sign not in told and sign[2] != HAMLET}
    sure = {code for _, code, _ in (*later, *named)}
    return [sign for sign in told if sign[2] != HAMLET or not sure or sign[1] in sure]


def _weighed(
    signs: Iterable[Sign], words: Sequence[Word], abroad: frozenset[int], doc: Doc
) -> list[tuple[int, str, int]]:
    """Return signs in order, each place and country once, those of the first sentence heavier."""
    lead = opening_of(words, doc, 1)
    heavy: dict[tuple[int, str], int] = {}
    for token, code, weight in signs:
        if code is not None and doc[token].sent.start not in abroad:
            # Whose office opens an article is most often at home.
            first_rate = weight in (STATE, HAMLET)
            opens = token < lead and first_rate and not _strikes(doc[token])
            first = _LEAD if opens else 0
            heavy[token, code] = max(weight + first, heavy.get((token, code), 0))
    return sorted((token, code, weight) for (token, code), weight in heavy.items())


def _strikes(token: Token) -> bool:
    """Whether a country's forces strike there, perhaps abroad: "the Israeli military … a raid"."""
    lex = lexicon()
    following = {other.lower_ for other in token.doc[token.i + 1 : token.i + _FORCE]}
    return not lex.soldiery.isdisjoint(following) and any(t.lower_ in lex.blows for t in token.sent)


def _only(signs: Iterable[Sign]) -> str | None:
    """Return the only country that signs show."""
    codes = {code for _, code, _ in signs if code}
    return codes.pop() if len(codes) == 1 else None


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
    return place if place is not None and weights[place] * _DOMINANT > rivals else None


def _is_subject(token: Token) -> bool:
    """Whether a phrase that begins with a token does something, and is nobody's ("his army")."""
    while token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i:
        token = token.head
    owned = any(child.dep_ == "poss" for child in token.lefts)
    return token.dep_ in ("nsubj", "nsubjpass") and not owned


def _sentences_abroad(words: Sequence[Word], doc: Doc) -> frozenset[int]:
    """Return where sentences begin that speak of embassies and the like."""
    return frozenset(doc[word.token].sent.start for word in words if _ABROAD.intersection(word.key))
