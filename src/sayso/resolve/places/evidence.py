"""Whether a capitalised name names a place here: the words around it and the named entities."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from sayso.resolve.places.scan import Word
from sayso.resolve.places.wording import wording

PLACE_LABELS = frozenset({"GPE", "LOC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MARKS = " \t\n\u00a0'’\"“”.,;:()s"


class Verdict(IntEnum):
    """How strongly the text says that a name is a place; ordered."""

    NEVER = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity of the parse: ``[start, end)`` in code points, and its label."""

    start: int
    end: int
    label: str


class Surroundings:
    """A text's words and entities, for asking about a run of words ``[first, last]``."""

    def __init__(self, doc: Doc, words: list[Word]) -> None:
        self.words = words
        self._entities = [_entity(ent) for ent in doc.ents]
        self._starts = [entity.start for entity in self._entities]
        self._speakers = _speakers(doc)
        self._surnames = {
            ent.text.split()[-1].lower()
            for ent in doc.ents
            if ent.label_ == "PERSON" and len(ent.text.split()) > 1
        }

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

    def introduced(self, first: int) -> bool:
        """Whether the words before say that a place follows: "in X", "outskirts of X"."""
        word, known = self.before(first), wording()
        if word is None:
            return False
        if word == "the" and first > 1:
            return self.introduced(first - 1)
        if word == "of":
            return self.of_what(first) is not None
        return word in known.prepositions or word in known.before_of

    def of_what(self, first: int) -> str | None:
        """Return the word before "of" where it makes a place of what follows: "town of X"."""
        if self.before(first) != "of":
            return None
        word = self.before(first - 1)
        return word if word in wording().before_of else None

    def judge(self, first: int, last: int, *, trap: bool) -> Verdict:
        """Return how strongly the text says that these words, a known name, are a place."""
        start, end = self.words[first].start, self.words[last].end
        entity = self.entity(start, end)
        introduced = self.introduced(first)
        labelled = entity is not None and entity.label in PLACE_LABELS
        if start in self._speakers and not introduced:
            return Verdict.NEVER
        if entity is not None and not labelled and _wider(entity, start, end):
            return Verdict.NEVER
        if self._goes_on(first, last, entity) or self._somebody(first, entity):
            return Verdict.NEVER
        if trap:
            return Verdict.STRONG if labelled and introduced else Verdict.NEVER
        if self.words[first].text.lower() in self._surnames and first == last:
            return Verdict.FAIR if labelled and introduced else Verdict.NEVER
        if labelled:
            return Verdict.STRONG
        if introduced:
            return Verdict.FAIR
        return Verdict.NEVER if entity is not None and entity.label == "PERSON" else Verdict.WEAK

    def _goes_on(self, first: int, last: int, entity: Entity | None) -> bool:
        """Whether a longer name goes on after these words: "Boston Street", "Paris Hilton"."""
        if last + 1 >= len(self.words) or not self.words[last + 1].joined:
            return False
        after = self.words[last + 1]
        if not after.capital or all(word.text.isupper() for word in self.words[first : last + 1]):
            return False
        if after.text.lower() in wording().not_places_after:
            return True
        ends_here = entity is not None and entity.end <= self.words[last].end + 2
        return not (ends_here and entity is not None and entity.label in PLACE_LABELS)

    def _somebody(self, first: int, entity: Entity | None) -> bool:
        """Whether a title or a first name stands before these words."""
        if first == 0 or not self.words[first].joined:
            return False
        before = self.words[first - 1]
        if before.text.lower() in wording().titles and before.capital:
            return True
        labelled = entity is not None and entity.label in PLACE_LABELS
        return before.capital and not labelled and first > 1 and self.words[first - 1].joined


def _entity(ent: SpacySpan) -> Entity:
    return Entity(ent.start_char, ent.end_char, ent.label_)


def _wider(entity: Entity, start: int, end: int) -> bool:
    """Whether an entity holds more than the name, its article and its possessive."""
    return entity.start < start - len("the ") or entity.end > end + len("'s")


def _speakers(doc: Doc) -> frozenset[int]:
    """Return where the subjects of saying begin: "Washington said" is nobody's location."""
    saying = wording().saying
    return frozenset(
        token.idx
        for token in doc
        if token.dep_ in SUBJECTS and token.head.lemma_ in saying and token.head.i > token.i
    )
