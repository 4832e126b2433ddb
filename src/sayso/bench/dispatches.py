"""Score rows against dispatches with gold: pure functions over the JSON row contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sayso.bench.gold import GoldDispatch, GoldParty, GoldStatement
from sayso.model import Span, name_key

JsonRow = Mapping[str, Any]
"""One line of ``sayso statements --format jsonl``."""

Grouping = tuple[str, str | None]
"""The gold label of a found statement's matter, and the id of the matter its row was put in."""


@dataclass(frozen=True, slots=True)
class StatementCounts:
    """What was found in some dispatches. From ``act`` on, all counts are out of ``found``.

    ``gold`` and ``rows`` are how many statements there are and were given, ``found`` how many were
    paired; ``voiced`` counts rows whose content holds words that nobody said.
    """

    gold: int = 0
    rows: int = 0
    found: int = 0
    voiced: int = 0
    act: int = 0
    party: int = 0
    side: int = 0
    said: int = 0
    stance: int = 0
    groupings: tuple[Grouping, ...] = ()

    def __add__(self, other: StatementCounts) -> StatementCounts:
        """Return the counts of both lots of dispatches together."""
        return StatementCounts(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )

    @property
    def precision(self) -> float:
        """Share of rows that are statements; 1 when there are no rows."""
        return self.found / self.rows if self.rows else 1.0

    @property
    def recall(self) -> float:
        """Share of statements that were found; 1 when there are none to find."""
        return self.found / self.gold if self.gold else 1.0

    def share(self, right: int) -> float:
        """Return a count as a share of the statements found; 1 when none was."""
        return right / self.found if self.found else 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of a score: so many right of so many."""

    name: str
    right: float
    total: int

    @property
    def share(self) -> float:
        """``right`` out of ``total``; 1 when there was nothing to get right."""
        return self.right / self.total if self.total else 1.0


def score_dispatches(gold: Iterable[GoldDispatch], rows: Iterable[JsonRow]) -> tuple[Figure, ...]:
    """Score the rows of a whole collection; rows and dispatches meet by outlet and title.

    Rows of articles that have no gold are left out. ``right`` of the two B-cubed figures is a sum
    of shares, one of each found statement that belongs to a matter.
    """
    by_article: dict[tuple[str | None, str | None], list[JsonRow]] = {}
    for row in rows:
        by_article.setdefault((row["article"]["outlet"], row["article"]["title"]), []).append(row)
    counts = StatementCounts()
    for dispatch in gold:
        counts += score_statements(dispatch, by_article.get((dispatch.outlet, dispatch.title), []))
    return _figures(counts)


def _figures(counts: StatementCounts) -> tuple[Figure, ...]:
    precision, recall = b_cubed(counts.groupings)
    grouped = len(counts.groupings)
    return (
        Figure("statements found (recall)", counts.found, counts.gold),
        Figure("rows that are statements (precision)", counts.found, counts.rows),
        Figure("rows with words that nobody said", counts.voiced, counts.rows),
        *(
            Figure(f"{what} of those found", getattr(counts, what), counts.found)
            for what in ("act", "party", "side", "said", "stance")
        ),
        Figure("matters, B-cubed precision", precision * grouped, grouped),
        Figure("matters, B-cubed recall", recall * grouped, grouped),
    )


def score_statements(gold: GoldDispatch, rows: Sequence[JsonRow]) -> StatementCounts:
    """Compare the rows of one article with its gold; the canonical texts must be the same.

    A statement is found when a row's content shares a letter or digit with it and its source does
    too (or both have none); pairs are one to one, best content overlap first. A stance counts as
    right when both have none.
    """
    pairs = pair_statements(gold, rows)
    return StatementCounts(
        gold=len(gold.statements),
        rows=len(rows),
        found=len(pairs),
        voiced=sum(_holds_any(row, gold) for row in rows),
        act=sum(row["act"] == entry.act.value for entry, row in pairs),
        party=sum(_same_party(entry.party, row["party"]) for entry, row in pairs),
        side=sum(_same_side(entry.party, row["party"]) for entry, row in pairs),
        said=sum(_same_said(entry, row) for entry, row in pairs),
        stance=sum(
            row["stance"] == (entry.stance.value if entry.stance else None) for entry, row in pairs
        ),
        groupings=tuple((e.matter, row["matter"]) for e, row in pairs if e.matter is not None),
    )


def b_cubed(groupings: Iterable[Grouping]) -> tuple[float, float]:
    """Return B-cubed precision and recall (Bagga and Baldwin 1998) of a grouping into matters.

    A statement whose row is in no matter stands alone. Nothing to group gives 1 and 1.
    """
    items = [
        (label, f"alone {index}" if matter is None else f"in {matter}")
        for index, (label, matter) in enumerate(groupings)
    ]
    if not items:
        return 1.0, 1.0
    both = Counter(items)
    labels = Counter(label for label, _ in items)
    matters = Counter(matter for _, matter in items)
    precision = sum(both[item] / matters[item[1]] for item in items) / len(items)
    recall = sum(both[item] / labels[item[0]] for item in items) / len(items)
    return precision, recall


def pair_statements(
    gold: GoldDispatch, rows: Sequence[JsonRow]
) -> tuple[tuple[GoldStatement, JsonRow], ...]:
    """Pair gold statements with one article's rows as ``score_statements`` tells."""
    wanted = [
        (_letters(gold.text, s.content), _letters(gold.text, s.source)) for s in gold.statements
    ]
    given = [
        (_letters(gold.text, _spans(row["content"])), _letters(gold.text, _spans(row["source"])))
        for row in rows
    ]
    scored = sorted(
        (-len(content & found) / len(content | found), i, j)
        for i, (content, source) in enumerate(wanted)
        for j, (found, speaker) in enumerate(given)
        if content & found and (source & speaker or not (source or speaker))
    )
    seen_gold: set[int] = set()
    seen_rows: set[int] = set()
    pairs: list[tuple[GoldStatement, JsonRow]] = []
    for _, i, j in scored:
        if i not in seen_gold and j not in seen_rows:
            seen_gold.add(i)
            seen_rows.add(j)
            pairs.append((gold.statements[i], rows[j]))
    return tuple(pairs)


def _spans(role: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(piece["start"], piece["end"], piece["text"]) for piece in role)


def _letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return where letters and digits stand in the spans: whose quotation mark it is counts not."""
    return frozenset(i for span in spans for i in range(span.start, span.end) if text[i].isalnum())


def _holds_any(row: JsonRow, gold: GoldDispatch) -> bool:
    return any(
        span.overlaps(nobodys) for span in _spans(row["content"]) for nobodys in gold.not_statements
    )


def _same_party(gold: GoldParty | None, given: Mapping[str, Any] | None) -> bool:
    """Whether the names are one; a description ("senior official") may also hold the other."""
    if gold is None or given is None:
        return gold is None and given is None
    wanted, found = name_key(gold.name), name_key(given["name"])
    if wanted == found:
        return True
    words, others = set(wanted.split()), set(found.split())
    is_described = gold.name.split()[-1].islower()
    return is_described and bool(others) and (words <= others or others <= words)


def _same_side(gold: GoldParty | None, given: Mapping[str, Any] | None) -> bool:
    return (gold.side if gold else None) == (given["side"] if given else None)


def _same_said(gold: GoldStatement, row: JsonRow) -> bool:
    said = row["said"]
    if gold.said is None or said is None:
        return gold.said is None and said is None
    return (_iso(gold.said.start), _iso(gold.said.end)) == (said["from"], said["to"])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
