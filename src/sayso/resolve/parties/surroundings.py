"""What stands around a place and tells whether the news happens there: "near", "a court"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.words import Word

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
_LOCAL = frozenset({("court",), ("hospital",), ("prison",), ("school",), ("airport",)})
_AT = frozenset({"on", "at", "from", "of"})
_BEFORE_TOWN = 3
_LONGEST_TOWN = 5
_COURT_WORDS = 3
_LONGEST_WAY = 8


def is_on_way(words: Sequence[Word], at: int) -> bool:
    """Whether a road leads there: "on the road from Shebekino to Belgorod"."""
    before = [word.text.casefold() for word in words[max(at - _LONGEST_WAY, 0) : at]]
    return before[-1] in ("to", "from") and not lexicon().ways.isdisjoint(before)


def has_country(words: Sequence[Word], at: int, named: AbstractSet[int]) -> bool:
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


def has_common(words: Sequence[Word], at: int) -> bool:
    """Whether a town has a court, police, residents: "a Paris appeals court", no "Geneva talks"."""
    lex = lexicon()
    # "Beijing's government" is China's, wherever it acts; a region's acts at home.
    governments = frozenset() if town_at(words, at) else lex.governments
    for noun in words[at + 1 : at + 2 + _COURT_WORDS]:
        if noun.capital and noun.key in lex.landmarks:
            return True  # "Whangārei Hospital"
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


def is_town(words: Sequence[Word], at: int) -> bool:
    """Whether a country's adjective tells where a place is: "the Dutch city", "Greek islands"."""
    lex = lexicon()
    before = [word.text.casefold() for word in words[max(at - _BEFORE_TOWN, 0) : at]]
    following = [word.text.casefold() for word in words[at + 1 : at + 3] if not word.capital]
    return not (lex.where | _AT).isdisjoint(before) and not lex.towns.isdisjoint(following)


def are_folk(token: Token, opening: int) -> bool:
    """Whether a country's people do something at first: "Kazakh miners walked out"."""
    head, lex = token.head, lexicon()
    if token.i >= opening or token.dep_ not in ("amod", "compound", "nmod") or head.i < token.i:
        return False
    noun = head.lower_
    folk = (noun.endswith(_PLURALS) and noun.endswith(lex.agents)) or noun in _FOLK
    folk = folk or (noun in lex.opposed and noun.endswith("s"))
    subject = head.dep_ in ("nsubj", "nsubjpass")
    return subject and folk and head.is_lower and noun not in lex.uniformed | _AFIELD


def are_people(token: Token) -> bool:
    """Whether a country's people do something: "Zambians were choosing"."""
    return token.dep_ in ("nsubj", "nsubjpass") and token.text.endswith(("s", "ese", "ish", "ch"))
