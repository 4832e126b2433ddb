"""Matters with gold for weighing alone: accounts as given, what comes of them as expected.

``read_matters`` reads the format that tests/weigh/gold/first.txt explains; ``of_collection`` makes
the same of a collection of dispatches with gold. Both give ``GoldMatter``s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sayso.bench.gold import GoldDispatch, GoldParty, GoldStatement, parse_matters
from sayso.model import (
    SPOKESPERSON,
    Act,
    ArticleHead,
    Manner,
    Party,
    PartyKind,
    Row,
    Said,
    SaidBasis,
    Span,
    Stance,
    Statement,
    Weighing,
    When,
    content_id,
    name_key,
    party_id,
)
from sayso.weigh import stances, weigh

GOLD = Path(__file__).parent / "gold"

ShiftKey = tuple[str, str, str]
ConflictKey = tuple[str, str]
"""Kind of a conflict, and one who is in it."""


@dataclass
class GoldMatter:
    """``rows`` carry the gold's stances; ``origins`` maps articles to the text they copy.

    ``kinds`` are those of its conflicts; ``conflicts`` tell who is in them, where the gold does.
    ``texts`` is how many origins there are, where the gold tells.
    """

    label: str
    question: str
    rows: list[Row] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    shifts: set[ShiftKey] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    conflicts: set[ConflictKey] = field(default_factory=set)
    texts: int | None = None


@dataclass(frozen=True)
class Found:
    """What weighing makes of a matter's rows."""

    matter: GoldMatter
    stances: Mapping[str, Stance]
    weighing: Weighing

    def missed(self) -> list[tuple[Row, Stance]]:
        """The rows with another stance than the gold's, and the stance found."""
        return [
            (row, self.stances[row.statement.id])
            for row in self.matter.rows
            if self.stances[row.statement.id] is not row.stance
        ]

    def shifts(self) -> set[ShiftKey]:
        return {
            (name_key(s.party.name), s.from_stance.value, s.to_stance.value)
            for s in self.weighing.shifts
        }

    def kinds(self) -> set[str]:
        return {c.kind.value for c in self.weighing.conflicts}

    def conflicts(self) -> set[ConflictKey]:
        return {(c.kind.value, side) for c in self.weighing.conflicts for side in c.sides}


def weighed(matter: GoldMatter, *, own_stances: bool = True) -> Found:
    """Weigh a gold matter with the stances found, or with the gold's own."""
    given = {row.statement.id: row.stance or Stance.NEUTRAL for row in matter.rows}
    found = stances([replace(r, stance=None) for r in matter.rows]) if own_stances else given
    rows = [replace(row, stance=found[row.statement.id]) for row in matter.rows]
    return Found(matter, found, weigh(rows, matter.origins))


@dataclass(frozen=True)
class Score:
    """Counts of one figure: right of those found and of those wanted."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __str__(self) -> str:
        precision = self.right / max(self.found, 1)
        recall = self.right / max(self.wanted, 1)
        return f"F1 {self.f1:.3f} (precision {precision:.3f}, recall {recall:.3f}, {self.wanted})"


def score(wanted: Iterable[set], found: Iterable[set]) -> Score:  # type: ignore[type-arg]
    pairs = list(zip(wanted, found, strict=True))
    return Score(
        sum(len(w & f) for w, f in pairs),
        sum(len(f) for _, f in pairs),
        sum(len(w) for w, _ in pairs),
    )


def accuracy(found: Iterable[Found]) -> tuple[int, int]:
    """Return how many accounts have the gold's stance, and how many there are."""
    seen = list(found)
    total = sum(len(f.matter.rows) for f in seen)
    return total - sum(len(f.missed()) for f in seen), total


_LONGEST_LINE = 1000
"""Accounts stand in their article in the order of their lines."""
_ACCOUNT = re.compile(r"(\w+) (\d\d-\d\d|-) (\w+) (\w+): (.+)")
_MARKED = re.compile(r"<([^<>]+)>|\{([^{}]+)\}")
_DATED = re.compile(r"\[([^|\]]+)\|([^|\]]*)\|([^|\]]*)\]")


def read_matters(path: Path) -> list[GoldMatter]:
    """Read a file of matters; a line that fits nothing raises ValueError."""
    found: list[GoldMatter] = []
    parties: dict[str, Party] = {}
    head: ArticleHead | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if not line or mark == "#":
            continue
        if mark == "=":
            found.append(GoldMatter(rest, ""))
            parties, head = {}, None
        elif mark == "?":
            found[-1].question = rest
        elif mark == "+":
            key, _, told = rest.partition(" = ")
            parties[key] = _party(*told.split(" | "))
        elif mark == "@":
            head = _head(found[-1], rest)
        elif mark == ">":
            _expected(found[-1], rest)
        elif head and (match := _ACCOUNT.fullmatch(line)):
            key, day, act, stance, sentence = match.groups()
            said = None if day == "-" else date.fromisoformat(f"{head.published:%Y}-{day}")
            statement = _statement(head, number, parties[key], Act(act), said, sentence)
            found[-1].rows.append(Row(statement, head, found[-1].label, Stance(stance)))
        else:
            raise ValueError(f"{path.name}, line {number}: {line}")
    return found


_SPEAKING = {"spokesman", "spokeswoman"}


def _party(name: str, kind: str, side: str, role: str, acts_for: str) -> Party:
    # Resolving calls whoever speaks for a body by one role.
    role = SPOKESPERSON if role in _SPEAKING else role
    given = [None if value == "-" else value for value in (side, role, acts_for)]
    return Party(party_id(name, PartyKind(kind), given[0]), name, PartyKind(kind), *given)


def _head(matter: GoldMatter, told: str) -> ArticleHead:
    day, _, rest = told.partition(" ")
    outlet, _, copied = rest.partition(", copy of ")
    article = f"{matter.label} {len(matter.origins) + 1}"
    matter.origins[article] = f"{matter.label} {copied}" if copied else article
    return ArticleHead(article, outlet, article, date.fromisoformat(day), None)


def _expected(matter: GoldMatter, told: str) -> None:
    what, _, rest = told.partition(": ")
    if what.startswith("shift "):
        before, _, after = rest.partition(" > ")
        matter.shifts.add((name_key(what.removeprefix("shift ")), before, after))
    elif what == "origins":
        matter.texts = int(rest)
    else:
        matter.kinds.add(what)
        matter.conflicts |= {(what, side) for side in rest.split(", ")}


def _statement(
    head: ArticleHead, number: int, party: Party, act: Act, said: date | None, sentence: str
) -> Statement:
    cue: list[Span] = []
    content: list[Span] = []
    dates: list[When] = []
    text, past, begin = "", 0, number * _LONGEST_LINE
    for match in _MARKED.finditer(sentence):
        text += sentence[past : match.start()]
        past = match.end()
        marked = match.group(1) or match.group(2)
        start = len(text)
        at = 0
        for dated in _DATED.finditer(marked):
            text += marked[at : dated.start()]
            words, first, last = dated.groups()
            first_at = begin + len(text)
            span = Span(first_at, first_at + len(words), words)
            dates.append(When(span, f"{first}/{last}", _day(first), _day(last)))
            text += words
            at = dated.end()
        text += marked[at:]
        marked_span = Span(begin + start, begin + len(text), text[start:])
        (cue if match.group(1) else content).append(marked_span)
    return Statement(
        id=content_id("statement", head.id, str(number)),
        article_id=head.id,
        manner=Manner.MIXED,
        source=(),
        cue=tuple(cue),
        content=tuple(content),
        party=party,
        act=act,
        said=Said("that day", said, said, SaidBasis.SENTENCE) if said else None,
        channel=(),
        places=(),
        dates=tuple(dates),
        inside=None,
        confidence=1.0,
        run="gold",
    )


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


_BODIES = (
    "Front|Ministry|Union|Lines|government|Commission|Alliance|Association|United Nations|army|police|presidency|office"
    "|Coalition|Aid|Gazette|Herald|mission|European Union observers|UN team|[Cc]oast [Gg]uard|Tavoria|delegations"
)
_BODY = re.compile(rf"\b(?:{_BODIES})\b")


def of_collection(
    dispatches: Mapping[str, GoldDispatch], matters: Mapping[str, object]
) -> list[GoldMatter]:
    """Return a collection's matters: gold statements as rows, ``matters`` being their JSON."""
    found: list[GoldMatter] = []
    for entry in parse_matters(matters):
        matter = GoldMatter(entry.label, entry.question)
        matter.rows = [
            _row(entry.label, name, dispatches[name], index) for name, index in entry.statements
        ]
        matter.kinds = {kind.value for kind, _ in entry.conflicts}
        matter.shifts = {
            (name_key(s.party), s.from_stance.value, s.to_stance.value) for s in entry.shifts
        }
        found.append(matter)
    return found


def _row(label: str, name: str, dispatch: GoldDispatch, index: int) -> Row:
    told = dispatch.statements[index]
    head = ArticleHead(name, dispatch.outlet, dispatch.title, dispatch.published, dispatch.url)
    statement = Statement(
        id=content_id("statement", name, str(index)),
        article_id=name,
        manner=told.manner,
        source=told.source,
        cue=told.cue,
        content=told.content,
        party=_collected(told.party) if told.party else None,
        act=told.act,
        said=_said(told),
        channel=(),
        places=(),
        dates=tuple(_whens(told)),
        inside=None,
        confidence=1.0,
        run="gold",
    )
    return Row(statement, head, label, told.stance)


def _said(told: GoldStatement) -> Said | None:
    if told.said is None:
        return None
    basis = SaidBasis.SENTENCE if told.said.text else SaidBasis.ARTICLE
    return Said(told.said.text, told.said.start, told.said.end, basis)


def _whens(told: GoldStatement) -> Iterator[When]:
    for named in told.dates:
        for piece in told.content:
            at = piece.text.find(named.text)
            if at >= 0:
                span = Span(piece.start + at, piece.start + at + len(named.text), named.text)
                yield When(span, named.value, named.start, named.end)
                break


def _collected(party: GoldParty) -> Party:
    if party.role == "spokesperson" and not party.name[:1].isupper():
        kind = PartyKind.GROUP
    elif party.role is None and _BODY.search(party.name):
        kind = PartyKind.ORGANISATION
    else:
        kind = PartyKind.PERSON if party.name.istitle() else PartyKind.GROUP
    return Party(
        party_id(party.name, kind, party.side),
        party.name,
        kind,
        party.side,
        party.role,
        party.acts_for,
    )
