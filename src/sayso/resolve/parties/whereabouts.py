"""Where the news of an article happens: its dateline, the towns and peoples it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from spacy.tokens import Doc, Token

from sayso.language.en.dateline import LONGEST, dateline_end
from sayso.resolve.parties.evidence import CAPITAL, DATELINE, NOWHERE, PLACE
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


_LOCAL = frozenset({("court",), ("hospital",), ("prison",), ("school",), ("airport",)})
_AT = frozenset({"on", "at", "from", "of"})
_OPENING = 3
_BEFORE_TOWN = 3
_LONGEST_TOWN = 5
_COURT_WORDS = 3


def dateline(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the country of a dateline ("VALPARAISO, Chile -"), named or by its capital."""
    end = dateline_end(doc[:LONGEST].text, words[0].start) if words else 0
    told = False
    for i, code, form in named:
        if words[i].start >= end:
            break
        if form in (Form.NAME, Form.CAPITAL):
            told = True
            yield words[i].token, code, DATELINE
    town = town_at(words, 0) if end and not told else None
    if town is not None:
        yield words[0].token, town[0], DATELINE


def places(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]], doc: Doc
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries where the news happens: "hit western Nepal", "marched through Tunis".

    "The Dutch city of Breda" and "Zambians were choosing" tell it too.
    """
    opening = max((s.end for s in islice(doc.sents, _OPENING)), default=0)
    yield from _in_towns(words, {i for i, _, _ in named}, opening, doc)
    yield from _in_disputed(words, opening)
    for i, code, form in named:
        token = words[i].token
        if form is Form.DEMONYM:
            if _is_town(words, i) or _are_people(doc[token]) or _are_folk(doc[token], opening):
                yield token, code, PLACE if token < opening else CAPITAL
        elif form is Form.CAPITAL and _is_venue(doc[token]):
            continue
        elif form is Form.CAPITAL and token < opening and _has_common(words, i):
            yield token, code, CAPITAL
        elif form in (Form.NAME, Form.CAPITAL) and _happens_in(words, i):
            yield token, code, PLACE if token < opening and form is Form.NAME else CAPITAL


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
        area = before == "of" and i > 1 and words[i - 2].text.casefold() in lex.towns
        if not (area or before in lex.where or before in lex.regions):
            continue
        if not area and not _happens_in(words, i):
            continue
        town = town_at(words, i)
        if town is not None and not _is_venue(doc[word.token]):
            yield word.token, town[0], PLACE


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
            if area or _happens_in(words, i):
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


def _is_venue(token: Token) -> bool:
    """Whether a place is only where people meet: "talks resumed in Geneva", "met in Izmir"."""
    lex = lexicon()
    at = token
    while at.dep_ not in ("pobj", "ROOT") and at.head.i != at.i:
        at = at.head
    what = at.head.head if at.dep_ == "pobj" else at.head
    told = [what, *(c for c in what.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))]
    return any(other.lower_ in lex.venues for other in told)


def _happens_in(words: Sequence[Word], at: int) -> bool:
    """Whether a place stands where something happens, alone or after a town: "in Derna, Libya"."""
    lex = lexicon()
    before = _before_regions(words, at - 1)
    if before >= 0 and words[before].text == ",":
        town = before - 1
        while town >= 0 and before - town < _LONGEST_TOWN and words[town].capital:
            town -= 1
        before = _before_regions(words, town) if town < before - 1 else before
    return before >= 0 and words[before].text.casefold() in lex.where


def _before_regions(words: Sequence[Word], at: int) -> int:
    while at > 0 and words[at].text.casefold() in lexicon().regions:
        at -= 1
    return at


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
