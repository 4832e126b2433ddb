"""A row as weighing reads it: its words, the deeds and camps that they name, its own stance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Act, Party, Row, Stance, joined_text
from sayso.weigh.camps import actor_words, camp_of, homes_of, mentions, names_of_camps, proper_names
from sayso.weigh.deeds import Deed, deeds_in, holds, kinds_of
from sayso.weigh.figures import bare_figure
from sayso.weigh.merges import Merges
from sayso.weigh.parties import principals
from sayso.weigh.stance import stance_of, stance_of_clause
from sayso.weigh.topics import topics_in

_READ = 600
_SMALL = re.compile(r"(?<![^\W_])[a-z][\w’'-]*")
_THAT = {"that", "which"}
_STOPS = {".", "!", "?", ";"}
_KNOWN_CONTENTS = 20_000
_AGENT_REACH = 4
_STRANGER_REACH = 5
_ECHO_REACH = 6
_CLAIM_REACH = 3
_GRANT_REACH = 9
_ASSERTING = {Act.ASSERT, Act.BELIEVE, Act.CONFIRM, Act.ANNOUNCE}
_ANSWERING = {Act.DENY, Act.ADMIT, Act.CONFIRM, Act.ANNOUNCE}


@dataclass(frozen=True, slots=True)
class Reading:
    """One row, read. ``own`` is its stance towards its own content; ``camp`` the speaker's.

    ``topics`` are its telling words as deeds. ``voice`` tells speakers apart, so that copies and
    repetitions count once. ``named`` are the camps named, each with the index of its word.
    """

    row: Row
    own: Stance
    words: tuple[str, ...]
    deeds: tuple[Deed, ...]
    topics: tuple[Deed, ...]
    named: tuple[tuple[int, str], ...]
    camp: str | None
    voice: str

    @property
    def act(self) -> Act:
        """The statement's speech act."""
        return self.row.statement.act

    @property
    def only_points(self) -> bool:
        """Whether the words say nothing themselves, but point at what is said elsewhere."""
        if self.deeds:
            return False
        # "The allegations against it as baseless" points no less than "it".
        claimed = any(w in _pointing("claims") for w in self.words[:_CLAIM_REACH])
        return claimed or all(w in _pointing("light") or not w.isalpha() for w in self.words)

    @property
    def tells_positive(self) -> bool:
        """Whether the words by themselves say that something is so, though the act denies."""
        return stance_of_clause(Act.ASSERT, " ".join(self.words)) is Stance.AFFIRMS

    @property
    def merely_points(self) -> bool:
        """Whether no word but those that point is there: "that claim"."""
        return all(w in _pointing("light") or w in _pointing("claims") for w in self.words)

    @property
    def answers_account(self) -> bool:
        """Whether the words only point, at what others tell rather than at what they allege."""
        return self.only_points and not _pointing("accounts").isdisjoint(self.words[:_CLAIM_REACH])

    @property
    def condemns(self) -> bool:
        """Whether the statement condemns, rather than accuses somebody by name."""
        cue = tuple(plain(joined_text(self.row.statement.cue)).split())
        return holds("condemning", cue)

    @property
    def testifies(self) -> bool:
        """Whether the statement tells what somebody saw or went through, by its cue."""
        return holds("testifying", tuple(plain(joined_text(self.row.statement.cue)).split()))

    @property
    def denies_in_part(self) -> bool:
        """Whether a clause after the first is negative: "they were signed and none was changed"."""
        end = next((i for i, word in enumerate(self.words) if word in _STOPS), len(self.words))
        first = self.words[:end]
        leading = [i for i, word in enumerate(first) if word in _grammar("clause_leads")]
        clauses = (" ".join(first[i + 1 :]) for i in leading)
        return any(stance_of_clause(Act.ASSERT, c) is Stance.DENIES for c in clauses)

    @property
    def reason(self) -> str:
        """The words after "because"; none where nothing is told as a reason."""
        at = next((i for i, word in enumerate(self.words) if word in _grammar("reasons")), None)
        return "" if at is None else " ".join(self.words[at + 1 :])

    @property
    def speaks_of_self(self) -> bool:
        """Whether the words are in the first person."""
        return not actor_words("first_person").isdisjoint(self.words)

    @property
    def is_insider(self) -> bool:
        """Whether the speaker was there, by what they are called: "a former cellmate"."""
        party = self.row.statement.party
        return party is not None and holds("insiders", tuple(plain(party.name).split()))

    @property
    def is_bare_number(self) -> bool:
        """Whether the words give a number and nothing that it counts: "no more than eight"."""
        return bool(self.words) and bare_figure(joined_text(self.row.statement.content)) is not None

    @property
    def charged(self) -> bool:
        """Whether the words point at what the speaker is accused of: "those accusations"."""
        return not _pointing("charges").isdisjoint(self.words[:_CLAIM_REACH])

    @property
    def others(self) -> tuple[str, ...]:
        """Whom an accusation is of, in words that name no camp: "the army" of "of gassing them"."""
        if self.act is not Act.ACCUSE:
            return ()
        pairs = enumerate(pairwise(self.words))
        of = next((i for i, (a, b) in pairs if a == "of" and b.endswith("ing")), 0)
        return () if any(at < of for at, _ in self.named) else self.words[:of]

    @property
    def measures(self) -> bool:
        """Whether the words give a length, a time or a share: "lasts 4 hours"."""
        return any(word[:1].isdigit() and after in _units() for word, after in pairwise(self.words))

    @property
    def asks(self) -> bool:
        """Whether the words are a question put as a clause: "who had fired"."""
        return not _grammar("asking").isdisjoint(self.words[:1])

    def tells(self, kinds: frozenset[str]) -> bool:
        """Whether the words name a deed of one of these kinds."""
        return any(mark.kind in kinds for mark in (*self.deeds, *self.topics))

    def own_of(self, kinds: frozenset[str]) -> Stance:
        """Return the stance of the clause that names such a deed: "it was hot and nobody fired"."""
        at = self._first(kinds)
        if at is None or self.act not in _ASSERTING:
            return self.own
        if "fraud" in kinds and self.words[at] in _falsehoods():
            # "The letter was a fake" tells of the forgery, and denies nothing.
            spared = (*self.words[:at], "so", *self.words[at + 1 :])
            return stance_of_clause(self.act, " ".join(spared))
        if not kinds_of("consequences") & kinds and holds("harmless", self.words):
            # "The blast caused no injuries" denies no blast.
            return Stance.AFFIRMS
        granted = self._granted_from(at)
        if granted:
            # "Could not enter because of the shelling" tells that there was shelling.
            return stance_of_clause(self.act, " ".join(self.words[granted:]))
        begins, leading = _grammar("clause_begins"), _grammar("clause_leads")
        starts = (
            i + 1
            for i in range(at - 1, 0, -1)
            if self.words[i] in _STOPS or (self.words[i] in leading and self.words[i + 1] in begins)
        )
        start = next(starts, 0)
        return stance_of_clause(self.act, " ".join(self.words[start:])) if start else self.own

    def supposes(self, kinds: frozenset[str]) -> bool:
        """Whether such a deed stands in an opening clause with "if", and nowhere else."""
        opening = self.words[_opening(self.words) :][:1]
        if _grammar("supposing").isdisjoint(opening) or "," not in self.words:
            return False
        comma = self.words.index(",")
        return all(deed.at < comma for deed in self.deeds if deed.kind in kinds)

    def actor(self, kinds: frozenset[str]) -> str | None:
        """Return the camp that is said to do the first deed of these kinds; None if not told."""
        if self.act is Act.ACCUSE and "of" in self.words:
            of = self.words.index("of")
            accused = [camp for at, camp in self.named if at < of]
            if accused:
                return accused[-1]
        first = self._first(kinds)
        if first is None:
            return None
        for at, camp in self.named:
            before = self.words[max(0, at - _AGENT_REACH) : at]
            is_agent = "by" in before and at > first
            if is_agent or at == first or "only" in before[-2:]:
                return camp
        if self.undergone(kinds):
            return None
        doers = [camp for at, camp in self.named if at <= first and not self._knows(at)]
        if doers:
            return doers[-1]
        # "Denied that it had fired": those who answer for themselves speak of themselves.
        echoed = self.words[_opening(self.words)] in actor_words("third_person")
        answers = self.act in _ANSWERING or bool(kinds & kinds_of("exclusive"))
        return self.camp if echoed and answers and first <= _ECHO_REACH else None

    def blames_strangers(self, kinds: frozenset[str]) -> bool:
        """Whether such a deed is laid to doers who are no camp here: "bandits attacked it"."""
        first = self._first(kinds)
        if first is None:
            return False
        named = {at for at, _ in self.named}
        strangers = (i for i, w in enumerate(self.words) if w in actor_words("strangers"))
        return any(
            i not in named
            and (first - _STRANGER_REACH <= i <= first or "by" in self.words[max(0, i - 2) : i])
            for i in strangers
        )

    def undergone(self, kinds: frozenset[str]) -> bool:
        """Whether the first such deed is told of those who suffer it: "the town has fallen"."""
        first = self._first(kinds)
        if first is None:
            return False
        passive = first > 0 and self.words[first - 1] in _grammar("passive")
        return passive or any(d.at == first and d.kind in kinds_of("undergone") for d in self.deeds)

    def _knows(self, at: int) -> bool:
        """Whether who is named at ``at`` only knows of what is told: "we know who paid"."""
        return self.words[at] in actor_words("first_person") and not _grammar("knowing").isdisjoint(
            self.words[at + 1 : at + 3]
        )

    def _granted_from(self, at: int) -> int | None:
        """Return where the words begin that take for granted what is told at ``at``, if any do."""
        for i in range(at - 1, max(1, at - _GRANT_REACH), -1):
            if self.words[i] in _STOPS:
                return None
            pair = f"{self.words[i - 1]} {self.words[i]}"
            if self.words[i] in _grammar("granting") or pair in _grammar("granting"):
                return i + 1
        return None

    def _first(self, kinds: frozenset[str]) -> int | None:
        found = (mark.at for mark in (*self.deeds, *self.topics) if mark.kind in kinds)
        return min(found, default=None)

    def takes_for_granted(self, kinds: frozenset[str] | None) -> bool:
        """Whether a clause inside tells such a deed as done: "the crews that fired on the town".

        Without ``kinds`` it may be any, in the past perfect: "a firm that had crammed its decks".
        """
        if kinds is None:
            # "Those who had lost their homes" have done nothing.
            return any(a in _THAT and b == "had" for a, b in pairwise(self.words))
        relative = actor_words("relative")
        done = {(who, had) for who in actor_words("third_person") for had in ("had", "has", "have")}
        return any(
            deed.kind in kinds
            and (
                any(w in relative for w in self.words[max(1, deed.at - 2) : deed.at])
                # "The post it had stormed".
                or any(pair in done for pair in pairwise(self.words[max(1, deed.at - 3) : deed.at]))
            )
            for deed in self.deeds
        )


def read_rows(rows: Sequence[Row], merges: Merges) -> tuple[Reading, ...]:
    """Return a matter's rows, read: the camps' names are learnt from all of them."""
    whose = principals(rows, merges)
    spoken = [(r.statement.party, whose[r.statement.id]) for r in rows if r.statement.party]
    homes = homes_of(spoken)
    names = names_of_camps(spoken, homes)
    proper = proper_names(spoken)
    return tuple(_read(row, whose.get(row.statement.id), names, homes, proper) for row in rows)


def _read(
    row: Row,
    party: Party | None,
    names: Mapping[str, str],
    homes: Mapping[str, str],
    proper: frozenset[str],
) -> Reading:
    statement = row.statement
    content = joined_text(statement.content)[:_READ]
    words, deeds, topics = _marked(content)
    camp = camp_of(party, homes) if party else None
    return Reading(
        row=row,
        own=stance_of(statement),
        words=words,
        deeds=deeds,
        topics=topics,
        named=tuple(mentions(words, names, camp, proper & _lowered(content))),
        camp=camp,
        voice=party.id if party else f"in {row.article.id}",
    )


@lru_cache(maxsize=_KNOWN_CONTENTS)
def _marked(content: str) -> tuple[tuple[str, ...], tuple[Deed, ...], tuple[Deed, ...]]:
    words = tuple(plain(content, _READ).split())
    return words, deeds_in(words), topics_in(content, words)


@lru_cache(maxsize=_KNOWN_CONTENTS)
def _lowered(content: str) -> frozenset[str]:
    """Return the words that a content writes small."""
    return frozenset(word for word in _SMALL.findall(content))


def _opening(words: Sequence[str]) -> int:
    return 1 if words[:1] == ("that",) and len(words) > 1 else 0


@cache
def _falsehoods() -> frozenset[str]:
    return frozenset(
        word for entry in load_table("acts")["lists"]["false"] for word in entry.split()
    )


@cache
def _units() -> frozenset[str]:
    return frozenset(load_table("figures")["not_counts"]["units"])


@cache
def _grammar(kind: str) -> frozenset[str]:
    return frozenset(load_table("weighing")["grammar"][kind])


@cache
def _pointing(kind: str) -> frozenset[str]:
    return frozenset(load_table("weighing")["pointing"][kind])
