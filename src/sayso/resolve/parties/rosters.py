"""Names by their parts: whom a surname, a given name, an abbreviation may stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.language.en.spellings import surname_keys
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.phrase import is_word
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.words import PARTICLES, Word, fold, text_of

_SHORTEST_INITIALS = 3


def of_two_genders(one: Reading, other: Reading) -> bool:
    """Whether titles or given names tell two readings apart."""
    return None not in (one.gender, other.gender) and one.gender != other.gender


def merged(first: Reading, later: Reading) -> Reading:
    """Return what two mentions of a person say together; the first word on each point stands.

    Lord and Lady Pelham are two.
    """
    if first is later or of_two_genders(first, later):
        return first
    return replace(
        first,
        role=first.role or later.role,
        office=first.office or later.office if not first.past else first.office,
        country=first.country or later.country,
        gender=first.gender or later.gender,
        rank=first.rank or later.rank,
        opposed=first.opposed or later.opposed,
        basis=first.basis if first.basis == later.basis else f"{first.basis}, {later.basis}"[:400],
    )


Key = tuple[str, ...]


def beginnings(people: Mapping[Key, Reading]) -> dict[Key, frozenset[Key]]:
    """Return full names by each of their words but the last."""
    begun: dict[Key, set[Key]] = defaultdict(set)
    for key in people:
        # Inner words too: "Lopez" may be Juan Manuel Lopez Reyes.
        for word in key[:-1]:
            if word not in PARTICLES:
                begun[(word,)].add(key)
    return {beginning: frozenset(keys) for beginning, keys in begun.items()}


def begun_by(bodies: Mapping[Key, set[str]]) -> dict[Key, frozenset[str]]:
    """Return bodies' names by their first words ("Skylark" of "Skylark Aerospace")."""
    begun: dict[Key, set[str]] = defaultdict(set)
    lex = lexicon()
    for name in {name for names in bodies.values() for name in names}:
        owned = "'s " in name.replace("’", "'")
        if " " in name and not owned and fold(name)[-1:] in lex.company_endings | lex.organisations:
            begun[fold(name.split()[0])].add(name)
    return {key: frozenset(names) for key, names in begun.items()}


def whole_portraits(
    drawn: Mapping[Key, set[str]], endings: Mapping[Key, frozenset[Key]]
) -> dict[Key, frozenset[str]]:
    """Return the portraits by full name: what is said of "Vrel" is said of Hana Vrel."""
    whole: dict[Key, set[str]] = defaultdict(set)
    for key, told in drawn.items():
        owners = endings.get(key, frozenset())
        whole[next(iter(owners)) if len(owners) == 1 else key] |= told
    return {key: frozenset(told) for key, told in whole.items()}


def spelt_by(people: Mapping[Key, Reading]) -> dict[str, frozenset[Key]]:
    """Return full names by the keys of their surnames' spellings."""
    spelt: dict[str, set[Key]] = defaultdict(set)
    for key, person in people.items():
        for surname in surname_keys(person.name) if len(key) > 1 else ():
            spelt[surname].add(key)
    return {surname: frozenset(keys) for surname, keys in spelt.items()}


def endings_of(people: Mapping[Key, Reading]) -> dict[Key, frozenset[Key]]:
    """Return full names by all words but their first ones."""
    endings: dict[Key, set[Key]] = defaultdict(set)
    for key in people:
        for start in range(1, len(key)):
            endings[key[start:]].add(key)
    return {ending: frozenset(keys) for ending, keys in endings.items()}


def absorb_surnames(people: dict[Key, Reading]) -> None:
    """Give what is said of "Minister Vrel" to the only full name that ends so."""
    endings = endings_of(people)
    given = lexicon().given
    # Longer ones too: "Abdel Rahman" is Rami Abdel Rahman.
    for key in sorted((key for key in people if endings.get(key)), key=len):
        full = [owner for owner in endings[key] if owner in people]
        longer = [owner for owner in full if owner[0] not in given]
        if len(key) > 1 and key[0] in given and longer:
            for owner in longer:  # "Miss Velm Ada Moss" is Ada Moss
                people[key] = merged(people[key], people.pop(owner))
        elif len(full) == 1:
            people[full[0]] = merged(people[full[0]], people.pop(key))


def short_names(words: Sequence[Word], bodies: Mapping[Key, set[str]]) -> dict[Key, str]:
    """Return the names that stand for abbreviations, told ("… (SDC)") or the initials of one."""
    initials: dict[Key, set[str]] = defaultdict(set)
    for name in {name for names in bodies.values() for name in names}:
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(letters) >= _SHORTEST_INITIALS and fold(letters) not in lexicon().bodies:
            initials[fold(letters)].add(name)
    sole = {key: next(iter(names)) for key, names in initials.items() if len(names) == 1}
    return {**sole, **dict(_abbreviations(words))}


def _abbreviations(words: Sequence[Word]) -> Iterable[tuple[Key, str]]:
    """Yield the names that the text abbreviates: "the Southern Defence Council (SDC)"."""
    for i in range(1, len(words) - 2):
        short = words[i + 1].text
        if words[i].text != "(" or words[i + 2].text != ")" or not short.isupper():
            continue
        if not 2 <= len(short) <= 8:
            continue
        start, wanted = i, len(short) - 1
        while start and wanted >= 0 and i - start < 12:
            word = words[start - 1]
            if word.capital and word.text[0].casefold() == short[wanted].casefold():
                wanted -= 1
            elif word.capital or not is_word(word, frozenset({"of", "for", "the", "and", "on"})):
                break
            start -= 1
        if wanted < 0:
            yield fold(short), text_of(words[start:i])
