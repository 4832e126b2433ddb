"""Where the news of an article happens: its dateline, the towns and peoples it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.language.en.dateline import LONGEST, dateline_end
from sayso.language.en.tables import load_table
from sayso.resolve.parties.evidence import CAPITAL, DATELINE, MENTION, NOWHERE, PLACE, Sign
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import Form
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.words import Word, keys_of

_PLURALS = ("s", "men", "women")
_FOLK = frozenset({"women", "people", "students", "voters", "police", "residents"})
_AFIELD = frozenset(
    {
        "soldiers",
        "fighters",
        "tourists",
        "investors",
        "leaders",
        "negotiators",
        "ministers",
        "lawmakers",
    }
)


_PLACES = (Form.NAME, Form.CAPITAL)
_AMERICA = "USA"
_LONGEST_DATELINE = 16
_LOCAL = frozenset({("court",), ("hospital",), ("prison",), ("school",), ("airport",)})
_AT = frozenset({"on", "at", "from", "of"})
_OPENING = 3
_BEFORE_TOWN = 3
_LONGEST_TOWN = 5
_COURT_WORDS = 3
_LONGEST_WAY = 8
_NOUN_WORDS = 4
_STAYING = frozenset({"be", "live", "work", "study", "bear", "meet", "marry", "stay"})


def dateline(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the country of a dateline ("VALPARAISO, Chile -"), named or by its capital.

    Of "ROME/SFAX" each weighs, and "GALLUP, N.M." is in the United States.
    """
    end = dateline_end(doc[:LONGEST].text, words[0].start) if words else 0
    head = [word for word in words[:_LONGEST_DATELINE] if word.start < end]
    told = {i: code for i, code, form in named if i < len(head) and form in _PLACES}
    for i, word in enumerate(head):
        town = town_at(head, i) if not told and (not i or head[i - 1].text == "/") else None
        if i in told:
            yield word.token, told[i], DATELINE
        elif town is not None:
            yield word.token, town[0], DATELINE
        elif i and not told and word.text in _states():
            yield word.token, _AMERICA, DATELINE


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    """Return how papers shorten the states of the United States ("N.M.")."""
    return frozenset(name for row in load_table("states").values() for name in row.get("also", ()))


def opening_of(words: Sequence[Word], doc: Doc, count: int) -> int:
    """Return the token at which the first sentences after a dateline end."""
    first = words[0].token if words else 0
    ends = (s.end for s in doc.sents if s.end > first)
    return max(islice(ends, count), default=len(doc))


def mentions(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[Sign]:
    """Yield the countries whose adjectives the first sentences use: "a Kenyan bishop"."""
    opening = opening_of(words, doc, _OPENING)
    for i, code, form in named:
        if words[i].token < opening and form is Form.DEMONYM and not _travels(words, i):
            yield words[i].token, code, MENTION


def blows(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]]
) -> Iterator[tuple[int, str]]:
    """Yield whose forces strike: "an Israeli air strike", "Chadian troops"."""
    for i, code, form in named:
        following = [word.text for word in words[i + 1 : i + _NOUN_WORDS]]
        owned = bool(following) and following[0] in ("'s", "’s")
        told = form is Form.DEMONYM or (form is Form.NAME and not owned)
        if told and not lexicon().blows.isdisjoint(following):
            yield words[i].token, code


def _travels(words: Sequence[Word], at: int) -> bool:
    """Whether what a country's adjective describes may be anywhere: "a Kenyan tourist"."""
    following = [word.text.casefold() for word in words[at + 1 : at + _NOUN_WORDS]]
    return not lexicon().travelling.isdisjoint(following)


def places(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries where the news happens: "hit western Nepal", "marched through Tunis".

    "The Dutch city of Breda" and "Zambians were choosing" tell it too.
    """
    opening = opening_of(words, doc, _OPENING)
    yield from _in_towns(words, {i for i, _, _ in named}, opening, doc)
    yield from _in_disputed(words, opening)
    for i, code, form in named:
        token = words[i].token
        if form is Form.DEMONYM:
            if _is_town(words, i) or _are_people(doc[token]) or _are_folk(doc[token], opening):
                yield token, code, PLACE if token < opening else CAPITAL
        elif form is Form.CAPITAL and is_venue(doc[token]):
            continue
        elif form is Form.CAPITAL and token < opening and _has_common(words, i):
            yield token, code, CAPITAL
        elif form in (Form.NAME, Form.CAPITAL) and happens_in(words, i):
            yield token, code, PLACE if token < opening and form is Form.NAME else CAPITAL


def anywhere(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries of all towns where something happens, however late they are told.

    Somebody may be or live anywhere.
    """
    for token, code, weight in _in_towns(words, {i for i, _, _ in named}, len(doc), doc):
        if place_of(doc[token]).head.lemma_ not in _STAYING:
            yield token, code, weight


def _in_towns(
    words: Sequence[Word], named: AbstractSet[int], opening: int, doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries of the towns where something happens at first: "fires near Izmir".

    Later on a town may be anywhere: "his client was in Bergen that night".
    """
    lex = lexicon()
    for i, word in enumerate(words):
        if word.token >= opening:
            return
        if i in named or not i or not word.capital or not word.key:
            continue
        if _has_country(words, i, named):
            continue
        town = town_at(words, i) if _has_common(words, i) else None
        if town is not None:
            yield word.token, town[0], CAPITAL
            continue
        before = words[i - 1].text.casefold()
        held = before == "of" and words[i - 2].text.casefold() in lex.towns | lex.local
        if not (held or happens_in(words, i) or _is_on_way(words, i)):
            continue
        town = town_at(words, i)
        if town is not None and not is_venue(doc[word.token]):
            yield word.token, town[0], PLACE


def _is_on_way(words: Sequence[Word], at: int) -> bool:
    """Whether a road leads there: "on the road from Shebekino to Belgorod"."""
    before = [word.text.casefold() for word in words[max(at - _LONGEST_WAY, 0) : at]]
    return before[-1] in ("to", "from") and not lexicon().ways.isdisjoint(before)


def _in_disputed(words: Sequence[Word], opening: int) -> Iterator[tuple[int, str, int]]:
    """Yield, as a place in no country, where something happens at first in a disputed land."""
    lex = lexicon()
    for i, word in enumerate(words):
        if word.token >= opening:
            return
        key = next(
            (key for n in (1, 2) if (key := keys_of(words[i : i + n])) in lex.disputed), None
        )
        if word.capital and key is not None:
            area = any(w.text in lex.towns for w in words[i + 1 : i + 1 + len(key)])
            if area or happens_in(words, i):
                yield word.token, NOWHERE, PLACE


def _has_country(words: Sequence[Word], at: int, named: AbstractSet[int]) -> bool:
    """Whether a town's country follows it: "in Delmas, north-east South Africa"."""
    after = at + 1
    while after < len(words) and words[after].capital and after - at < _LONGEST_TOWN:
        after += 1
    if words[after : after + 1] and words[after].text != ",":
        return False
    after += 1
    while after < len(words) and words[after].text.casefold() in lexicon().regions:
        after += 1
    return after in named


def _has_common(words: Sequence[Word], at: int) -> bool:
    """Whether a town has a court, police, residents: "a Paris appeals court", no "Geneva talks"."""
    lex = lexicon()
    # "Beijing's government" is China's, wherever it acts; a region's acts at home.
    governments = frozenset() if town_at(words, at) else lex.governments
    for noun in words[at + 1 : at + 2 + _COURT_WORDS]:
        if noun.capital and noun is words[at + 1]:
            continue  # "a Buenos Aires judge"
        if noun.capital or noun.possessive or noun.key in governments | lex.seated - _LOCAL:
            return False
        if noun.key in lex.roles or noun.key in lex.organisations | lex.governments:
            return True
        if not lex.administrative.issuperset(noun.key):
            return False
    return False


def is_venue(token: Token) -> bool:
    """Whether a place is only where people meet: "talks resumed in Geneva", "met in Izmir"."""
    lex = lexicon()
    what = place_of(token).head
    told = [what, *(c for c in what.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))]
    return any(other.lower_ in lex.venues for other in told)


def place_of(token: Token) -> Token:
    """Return the preposition before a place ("[in] northern Peru"), or the head of its phrase."""
    at = token
    while at.dep_ not in ("pobj", "ROOT") and at.head.i != at.i:
        at = at.head
    return at.head if at.dep_ == "pobj" else at


def happens_in(words: Sequence[Word], at: int) -> bool:
    """Whether a place stands where something happens: "in Derna, Libya", "near Puno in Peru".

    Between the two may stand the place's parts: "in the Puno region of northern Peru".
    """
    lex = lexicon()
    for before in range(at - 1, max(at - _LONGEST_WAY, -1), -1):
        word = words[before]
        text = word.text.casefold()
        if text in lex.where:
            return not (before and words[before - 1].text.casefold() in lex.made)
        rich = "-" in text and not word.capital  # "the gas-rich north of Mozambique"
        part = text in lex.regions or text in lex.towns or rich
        if not (word.capital or word.text == "," or part):
            return False
    return False


def _is_town(words: Sequence[Word], at: int) -> bool:
    """Whether a country's adjective tells where a place is: "the Dutch city", "Greek islands"."""
    lex = lexicon()
    before = [word.text.casefold() for word in words[max(at - _BEFORE_TOWN, 0) : at]]
    following = [word.text.casefold() for word in words[at + 1 : at + 3] if not word.capital]
    return not (lex.where | _AT).isdisjoint(before) and not lex.towns.isdisjoint(following)


def _are_folk(token: Token, opening: int) -> bool:
    """Whether a country's people do something at first: "Kazakh miners walked out"."""
    head, lex = token.head, lexicon()
    if token.i >= opening or token.dep_ not in ("amod", "compound", "nmod") or head.i < token.i:
        return False
    noun = head.lower_
    folk = (noun.endswith(_PLURALS) and noun.endswith(lex.agents)) or noun in _FOLK
    folk = folk or (noun in lex.opposed and noun.endswith("s"))
    subject = head.dep_ in ("nsubj", "nsubjpass")
    return subject and folk and head.is_lower and noun not in lex.uniformed | _AFIELD


def _are_people(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.text.endswith(("s", "ese", "ish", "ch"))
