"""What shows which country an article is about: states that act, places where it happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice, pairwise

from spacy.tokens import Doc, Token

from sayso.language.en.dateline import LONGEST, dateline_end
from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.offices import is_state_office
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.sides import Form, names_country
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.words import Word, fold

STATE, _PLACE, _CAPITAL, DATELINE, _HOUSE = 2, 2, 1, 4, 1
"""How much each kind of evidence weighs."""
_PLURALS = ("s", "men", "women")
_FOLK = frozenset({"women", "people", "students", "voters", "police", "residents"})
_AFIELD = frozenset({"soldiers", "fighters", "tourists", "investors", "leaders", "negotiators", "ministers", "lawmakers"})
_LOCAL = frozenset({("court",), ("hospital",), ("prison",), ("school",)})
_AT = frozenset({"on", "at", "from", "of"})
_OPENING = 3
_BEFORE_TOWN = 3
_LONGEST_COUNTRY = 5


def states(readings: Iterable[tuple[int, Reading]]) -> Iterator[tuple[int, str | None, int]]:
    """Yield what speaks for a state; no code for an office whose country is left out."""
    for token, reading in readings:
        body = reading.office or reading.name
        if reading.country is None:
            if is_state_office(body) and reading.name != "police":
                yield token, None, 0
        elif _speaks_for_state(reading, body):
            yield token, reading.country, STATE


def _speaks_for_state(reading: Reading, body: str) -> bool:
    lex = lexicon()
    if reading.opposed:
        return "opposition" in fold(reading.basis)
    if reading.kind is PartyKind.GROUP and fold(reading.name)[-1] in lex.uniformed:
        return True
    if reading.kind is PartyKind.GOVERNMENT or is_state_office(body):
        return True
    if reading.office is not None:
        return bool(lex.public.intersection(fold(reading.office)))
    if reading.kind is not PartyKind.ORGANISATION or fold(reading.name)[-1:] in lex.companies:
        return False
    public = lex.public | lex.chambers
    return reading.name.split()[-1].islower() or not public.isdisjoint(fold(reading.basis))


def houses(words: Sequence[Word]) -> Iterator[tuple[int, str, int]]:
    """Yield the countries whose parliaments and parties are named without them ("Senate")."""
    lex = lexicon()
    marked = {
        word.key[0]
        for before, word in pairwise(words)
        if len(word.key) == 1 and word.key[0] in lex.homes and names_country(before.text)
    }
    for word in words:
        key = word.key[0] if word.capital and len(word.key) == 1 else ""
        if key in lex.homes and key not in marked:
            yield word.token, lex.homes[key], _HOUSE


def owners(
    words: Sequence[Word], named: Sequence[tuple[int, str, Form]]
) -> Iterator[tuple[int, str, int]]:
    """Yield the countries with something common: "Chad's water board", "Greek coast guards"."""
    for i, code, form in named:
        if not i and form is Form.NAME and words[1:2] and words[1].possessive:
            yield words[i].token, code, _HOUSE  # "Australia's Great Barrier Reef has bleached"
        if (form is Form.NAME and _owns_common(words, i)) or (
            form is Form.DEMONYM and _serve(words[i + 1 : i + 3])
        ):
            yield words[i].token, code, STATE


def _serve(following: Sequence[Word]) -> bool:
    """Whether people in a country's service are named after its adjective."""
    return any(is_word(word, lexicon().uniformed) for word in following)


def _owns_common(words: Sequence[Word], at: int) -> bool:
    """Whether a country has something: "Chad's water board", not "Chad's Nordvik Lines"."""
    for i in range(at + 1, min(at + _LONGEST_COUNTRY, len(words) - 1)):
        if words[i].possessive:
            return words[i + 1].text.islower() or _is_province(words, i + 1)
        if not words[i].capital:
            return False
    return False


def _is_province(words: Sequence[Word], at: int) -> bool:
    """Whether a country's province is named: "[Egypt's] Minya province"."""
    end = at
    while end < min(at + _LONGEST_COUNTRY, len(words)) and words[end].capital:
        end += 1
    return at < end < len(words) and words[end].key in lexicon().provinces


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
    for i, code, form in named:
        token = words[i].token
        if form is Form.DEMONYM:
            if _is_town(words, i) or _are_people(doc[token]) or _are_folk(doc[token], opening):
                yield token, code, _PLACE if token < opening else _CAPITAL
        elif form is Form.CAPITAL and _is_venue(doc[token]):
            continue
        elif form is Form.CAPITAL and token < opening and _has_common(words, i):
            yield token, code, _CAPITAL
        elif form in (Form.NAME, Form.CAPITAL) and _happens_in(words, i):
            yield token, code, _PLACE if token < opening and form is Form.NAME else _CAPITAL


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
        town = town_at(words, i) if _has_common(words, i) else None
        if town is not None:
            yield word.token, town[0], _CAPITAL
            continue
        before = words[i - 1].text.casefold()
        area = before == "of" and i > 1 and words[i - 2].text.casefold() in lex.towns
        if not (area or before in lex.where or before in lex.regions):
            continue
        if not area and not _happens_in(words, i):
            continue
        town = town_at(words, i)
        if town is not None and not _is_venue(doc[word.token]):
            yield word.token, town[0], _PLACE


def _has_common(words: Sequence[Word], at: int) -> bool:
    """Whether a town has a court, police, residents: "a Nairobi judge", not "the Geneva talks"."""
    lex = lexicon()
    following = words[at + 1 : at + 3]
    noun = next((word for word in following if not word.capital), None)
    if noun is None or noun.possessive or noun.key in lex.governments | lex.seated - _LOCAL:
        return False
    return noun.key in lex.roles or noun.key in lex.organisations


def _is_venue(token: Token) -> bool:
    """Whether a capital is only where people meet: "talks resumed in Geneva"."""
    return not lexicon().venues.isdisjoint(other.lower_ for other in token.sent)


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
