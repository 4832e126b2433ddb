"""Where the news of an article happens: its dateline, the towns and peoples it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice

from spacy.tokens import Doc

from sayso.language.en.dateline import LONGEST, dateline_end
from sayso.language.en.tables import load_table
from sayso.resolve.parties.evidence import CAPITAL, DATELINE, HAMLET, MENTION, NOWHERE, PLACE, Sign
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.sides import Form
from sayso.resolve.parties.surroundings import (
    are_folk,
    are_people,
    happens_in,
    has_common,
    has_country,
    is_on_way,
    is_town,
    is_venue,
    place_of,
)
from sayso.resolve.parties.towns import any_town_at, town_at
from sayso.resolve.parties.words import Word, keys_of, text_of

_PLACES = (Form.NAME, Form.CAPITAL)
_LONGEST_DATELINE = 16
_OPENING = 3
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
    told = {i: (code, form) for i, code, form in named if i < len(head) and form in _PLACES}
    regions = {i: found[0] for i in range(len(head)) if (found := _region_after(head, i))}
    if regions and all(form is Form.CAPITAL for _, form in told.values()):
        codes = regions  # "KINGSTON, Ont."
    elif told:
        codes = {i: code for i, (code, _) in told.items()}
    else:
        starts = [i for i in range(len(head)) if not i or head[i - 1].text == "/"]
        codes = {i: town[0] for i in starts if (town := any_town_at(head, i))}
    for i, code in codes.items():
        yield head[i].token, code, DATELINE


def region_told(words: Sequence[Word], doc: Doc) -> tuple[str, str] | None:
    """Return the country and name of the region that a dateline tells after its town."""
    end = dateline_end(doc[:LONGEST].text, words[0].start) if words else 0
    head = [word for word in words[:_LONGEST_DATELINE] if word.start < end]
    regions = (_region_after(head, i) for i in range(len(head)))
    return next((region for region in regions if region is not None), None)


def _region_after(head: Sequence[Word], at: int) -> tuple[str, str] | None:
    """Return the country and name of a region after a comma: "Queensland", "N.M."."""
    if not at or head[at - 1].text != ",":
        return None
    text = head[at].text
    for short in (text, f"{text}."):  # the parse may cut the stop off
        if short in _shortened():
            return _shortened()[short]
    town = town_at(head, at)
    return (town[0], text_of(head[at : town[1]])) if town else None


@lru_cache(maxsize=1)
def _shortened() -> Mapping[str, tuple[str, str]]:
    """Return the country and name of each region that papers shorten ("N.M.")."""
    table: Mapping[str, Mapping[str, str]] = load_table("datelines")
    return {
        short: (code, name) for code, regions in table.items() for short, name in regions.items()
    }


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
            if is_town(words, i) or are_people(doc[token]) or are_folk(doc[token], opening):
                yield token, code, PLACE if token < opening else CAPITAL
        elif form is Form.CAPITAL and is_venue(doc[token]):
            continue
        elif form is Form.CAPITAL and token < opening and has_common(words, i):
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
        if i in named or not word.capital or not word.key:
            continue
        if has_country(words, i, named):
            continue
        town = town_at(words, i) if has_common(words, i) else None
        if town is not None:
            yield word.token, town[0], CAPITAL
            continue
        if not i:
            continue
        before = words[i - 1].text.casefold()
        held = before == "of" and words[i - 2].text.casefold() in lex.towns | lex.local
        if not (held or happens_in(words, i) or is_on_way(words, i)):
            continue
        town = any_town_at(words, i)
        if town is not None and not is_venue(doc[word.token]):
            yield word.token, town[0], PLACE if town_at(words, i) else HAMLET


def _in_disputed(words: Sequence[Word], opening: int) -> Iterator[tuple[int, str, int]]:
    """Yield, as a place in no country, where something happens at first in a disputed land."""
    lex = lexicon()
    for i, word in enumerate(words):
        if word.token >= opening:
            return
        if not word.capital:
            continue
        key = next(
            (key for n in (1, 2) if (key := keys_of(words[i : i + n])) in lex.disputed), None
        )
        if key is not None:
            area = any(w.text in lex.towns for w in words[i + 1 : i + 1 + len(key)])
            if area or happens_in(words, i):
                yield word.token, NOWHERE, PLACE
