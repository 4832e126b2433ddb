"""Whether a capitalised name names a place here: the words around it and the named entities."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc

from sayso.resolve.places.scan import Word
from sayso.resolve.places.wording import wording

PLACE_LABELS = frozenset({"GPE", "LOC"})
BODY_LABELS = frozenset({"ORG", "FAC", "NORP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARTICLES = frozenset({"a", "an"})


class Verdict(IntEnum):
    """How strongly the text says that a name is a place, from not at all to plainly."""

    NEVER = 0
    DOUBT = 1
    WEAK = 2
    FAIR = 3
    STRONG = 4


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity of the parse: ``[start, end)`` in code points, and its label."""

    start: int
    end: int
    label: str

    @property
    def is_place(self) -> bool:
        """Whether the parse takes it for a place."""
        return self.label in PLACE_LABELS

    def exceeds(self, start: int, end: int) -> bool:
        """Whether it holds more than ``[start, end)`` with its article and possessive ending."""
        return self.start < start - len("the ") or self.end > end + len("'s")


class Surroundings:
    """A text's words and entities, for asking about a run of words ``[first, last]``."""

    def __init__(self, doc: Doc, words: list[Word]) -> None:
        self.words = words
        self._entities = [Entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        self._starts = [entity.start for entity in self._entities]
        self._speakers = _speakers(doc)
        self._surnames, self._people, self._places = _name_counts(doc)

    def entity(self, start: int, end: int) -> Entity | None:
        """Return the entity that overlaps ``[start, end)``, the first if there are several."""
        place = max(0, bisect_right(self._starts, start) - 1)
        for entity in self._entities[place : place + 2]:
            if entity.start < end and start < entity.end:
                return entity
        return None

    def before(self, first: int) -> str | None:
        """Return the word right before, lower case, or None at a break."""
        if first == 0 or not self.words[first].joined:
            return None
        return self.words[first - 1].text.lower()

    def inside(self, first: int) -> bool:
        """Whether the words before hardly leave anything but a place: "in X", "town of X"."""
        return self.before(first) in wording().inside or self.of_what(first) is not None

    def introduced(self, first: int) -> bool:
        """Whether the words before say that a place may follow: "to X", "Anna Marr of X"."""
        word = self.before(first)
        if word == "the":
            return self.introduced(first - 1)
        if word == "of":
            return self.of_what(first) is not None or (first > 1 and self.words[first - 2].capital)
        return word in wording().prepositions or word in wording().before_of

    def of_what(self, first: int) -> str | None:
        """Return the word before "of" where it makes a place of what follows: "town of X"."""
        if self.before(first) == "the":
            first -= 1
        if self.before(first) != "of":
            return None
        word = self.before(first - 1)
        return word if word in wording().before_of else None

    def is_person(self, last: int) -> bool:
        """Whether the text has a name's last word for a person more often than for a place."""
        word = self.words[last].text.lower()
        return word in self._surnames or self._people[word] > self._places[word]

    def tells_where(self, first: int, last: int) -> bool:
        """Whether a name that is no place here still tells where: "Aleppo University"."""
        entity = self.entity(self.words[first].start, self.words[last].end)
        return entity is not None and entity.label in BODY_LABELS and not self.is_person(last)

    def judge(self, first: int, last: int, *, end: int, trap: bool) -> Verdict:
        """Return how strongly the text says that these words, a known name, are a place.

        ``end`` is where the name ends with the word that says what it is ("Kharkiv airport").
        """
        start = self.words[first].start
        entity = self.entity(start, end)
        labelled = entity is not None and entity.is_place
        if self._is_elected(first):
            return Verdict.FAIR
        owner = self._owner(first, last, entity)
        if owner is not Verdict.NEVER and (owner is Verdict.FAIR or not trap):
            return owner
        if entity is not None and not labelled and entity.exceeds(start, end):
            return Verdict.NEVER
        whole = end == self.words[last].end
        if self._titled(first) or self._continues(first, entity):
            return Verdict.NEVER
        if whole and self._goes_on(last, entity):
            return Verdict.NEVER
        if self._is_eponym(last):
            return Verdict.NEVER
        if start in self._speakers and not self.introduced(first):
            return Verdict.NEVER
        if not whole:
            return Verdict.FAIR
        if not self._is_known_person(first, last) and self._has_folk(last):
            return Verdict.FAIR
        if self._is_dateline(first, last):
            return Verdict.STRONG
        if trap:
            if labelled:
                return Verdict.STRONG if self.inside(first) else Verdict.WEAK
            return Verdict.DOUBT
        if first == last and self.is_person(last):
            return Verdict.FAIR if self.inside(first) else self._unlikely(last)
        if labelled:
            return Verdict.STRONG
        if self.introduced(first) or self._qualifies(first, last):
            return Verdict.FAIR
        return Verdict.WEAK if entity is None else Verdict.DOUBT

    def _is_elected(self, first: int) -> bool:
        """Whether a party's letter stands before: "R-Vesk"."""
        word = self.words[first]
        return word.hyphened and self.words[first - 1].text in wording().party_letters

    def _owner(self, first: int, last: int, entity: Entity | None) -> Verdict:
        """Return how strongly a body called after the name sits there: "the Homs Police"."""
        if self._is_known_person(first, last):
            return Verdict.NEVER
        bodies = wording().bodies
        if self.before(first) == "of" and first > 1 and self.words[first - 2].capital:
            known = self.words[first - 2].text.lower() in bodies
            return Verdict.WEAK if known else Verdict.NEVER
        before = self.words[first - 1] if first and self.words[first].joined else None
        if before is not None and before.capital and not _stands_before(before):
            return Verdict.NEVER
        after = self._capitals_after(last)
        if not after.isdisjoint(wording().local_bodies):
            return Verdict.FAIR
        if not after.isdisjoint(bodies):
            return Verdict.WEAK
        named = entity is not None and entity.label in BODY_LABELS
        # One more word may be a surname: "Paris Vrel".
        if named and len(after) > 1 and after.isdisjoint(wording().firms):
            return Verdict.WEAK
        return Verdict.NEVER

    def _capitals_after(self, last: int) -> set[str]:
        """Return the capitalised words that go on after these ones, in lower case."""
        found: set[str] = set()
        number = last + 1
        while number < len(self.words) and self.words[number].joined and self.words[number].capital:
            found.add(self.words[number].text.lower())
            number += 1
        return found

    def _has_folk(self, last: int) -> bool:
        """Whether those who live there follow: "a Homs resident"."""
        if last + 1 >= len(self.words) or not self.words[last + 1].joined:
            return False
        return self.words[last + 1].text in wording().folk

    def _is_eponym(self, last: int) -> bool:
        """Whether what was called after a place follows: "Marburg virus"."""
        following = self.words[last + 1] if last + 1 < len(self.words) else None
        return following is not None and following.joined and following.text in wording().eponyms

    def _is_known_person(self, first: int, last: int) -> bool:
        """Whether the text gives somebody this surname."""
        return first == last and self.words[last].text.lower() in self._surnames

    def _unlikely(self, last: int) -> Verdict:
        """Return the verdict on a name that the parse takes for a person's."""
        surname = self.words[last].text.lower() in self._surnames
        return Verdict.NEVER if surname else Verdict.DOUBT

    def _goes_on(self, last: int, entity: Entity | None) -> bool:
        """Whether a longer name goes on after these words: "Boston Street", "Paris Hilton"."""
        if last + 1 >= len(self.words) or not self.words[last + 1].joined:
            return False
        after = self.words[last + 1]
        if not after.capital:
            return False
        ends_here = entity is not None and entity.is_place and entity.end <= after.start
        return not ends_here or after.text.lower() in wording().not_places_after

    def _continues(self, first: int, entity: Entity | None) -> bool:
        """Whether these words go on a name that began before: "Ada Paris"."""
        if first == 0 or not self.words[first].joined or (entity is not None and entity.is_place):
            return False
        before = self.words[first - 1]
        return before.capital and before.joined and not _stands_before(before)

    def _titled(self, first: int) -> bool:
        """Whether a title stands before these words: "Mr. Washington", "coach Washington"."""
        if first == 0 or self.words[first].start - self.words[first - 1].end > len(". "):
            return False
        before = self.words[first - 1]
        if not before.capital and not self.words[first].joined:
            return False
        return before.text.lower() in wording().titles

    def _is_dateline(self, first: int, last: int) -> bool:
        """Whether the words are all capitals at a break, as in "ROME (AP)" and "PARIS —"."""
        following = self.words[last + 1] if last + 1 < len(self.words) else None
        capitals = all(word.text.isupper() for word in self.words[first : last + 1])
        ends = following is None or not following.joined
        return capitals and ends and not self.words[first].joined

    def _qualifies(self, first: int, last: int) -> bool:
        """Whether the words qualify a noun: "a Homs resident"."""
        if self.before(first) not in ARTICLES or last + 1 >= len(self.words):
            return False
        return self.words[last + 1].joined and not self.words[last + 1].capital


def _stands_before(word: Word) -> bool:
    """Whether a capitalised word before a name is no part of it: "Northern Syria", "The Hague"."""
    return word.text.lower() in wording().traps | wording().directions


def _name_counts(doc: Doc) -> tuple[frozenset[str], Counter[str], Counter[str]]:
    """Return surnames seen after a first name, and how often words stand for people and places."""
    surnames: set[str] = set()
    people: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for ent in doc.ents:
        words = [token.lower_ for token in ent if token.is_alpha]
        if ent.label_ == "PERSON" and words:
            people[words[-1]] += 1
            if len(words) > 1:
                surnames.add(words[-1])
        elif ent.label_ in PLACE_LABELS:
            places.update(words)
    return frozenset(s for s in surnames if people[s] >= places[s]), people, places


def _speakers(doc: Doc) -> frozenset[int]:
    """Return where the subjects of saying begin: "Washington said" is nobody's location."""
    saying = wording().saying
    return frozenset(
        token.idx
        for token in doc
        if token.dep_ in SUBJECTS and token.head.lemma_ in saying and token.head.i > token.i
    )
