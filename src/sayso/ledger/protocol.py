"""What a ledger can do. Jobs and views see this, never a concrete store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sayso.model import (
    Account,
    Act,
    Article,
    ArticleHead,
    Gist,
    Matter,
    Party,
    Row,
    Run,
    Shift,
    Sketch,
    Span,
    Statement,
    WeighedMatter,
    Weighing,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilter:
    """Which statements to give; None filters nothing.

    ``party`` is a party id or (part of) a name, compared without case from the beginning of a
    word; ``merged`` are ids of parties that count as the one so named; ``place`` (part of) a
    place's name, likewise, or a country code; ``outlet`` (part of) an outlet's name, likewise;
    ``since`` and ``until`` close an interval of days that ``said`` must meet; ``begins`` is a
    half-open range of code points of the article in which a statement begins.
    """

    article: str | None = None
    begins: tuple[int, int] | None = None
    matter: str | None = None
    party: str | None = None
    merged: tuple[str, ...] = ()
    side: str | None = None
    act: Act | None = None
    place: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterFilter:
    """Which matters to give; None or False filters nothing. ``least`` is of statements.

    ``party``, ``side`` and ``act`` are those of a statement on the matter, or of a position;
    ``merged`` are ids of parties that count as the one that ``party`` names; ``place`` and the
    days are the matter's own; ``text`` are words that its title, or one of its statements, holds;
    ``outlet``, named as in ``RowFilter``, printed one of its statements. ``offset`` of those that
    are let through are passed over, the most contested.
    """

    contested: bool = False
    shifted: bool = False
    party: str | None = None
    merged: tuple[str, ...] = ()
    side: str | None = None
    place: str | None = None
    act: Act | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    least: int = 1
    offset: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class PartyCount:
    """A party as statements were read with it, on one side, and the number of these statements."""

    party: Party
    statements: int


@dataclass(frozen=True, slots=True)
class PartyMatter:
    """How many statements show a party's mind on a matter, and the day of the last of them.

    ``matter`` is None for those that are linked to no matter.
    """

    matter: Matter | None
    statements: int
    last: date | None


@dataclass(frozen=True, slots=True)
class MatterCount:
    """A matter with how much there is on it."""

    matter: Matter
    conflicts: int
    shifts: int


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift with the matter it was made on."""

    matter: Matter
    shift: Shift


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that a full-text search found.

    ``span`` is the best passage; ``statements`` are the ids of statements that match by
    themselves.
    """

    article: ArticleHead
    span: Span
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    articles: int
    origins: int
    statements: int
    matters: int
    contested: int
    shifts: int


@dataclass(frozen=True, slots=True)
class RunCount:
    """A run, and the number of statements that it inferred."""

    run: Run
    statements: int


@dataclass(frozen=True, slots=True)
class Growth:
    """How many statements a matter holds, and how much changed since it was last weighed.

    Changes are statements that came or went, and articles that got another origin.
    """

    statements: int
    changed: int


class Book(Protocol):
    """A ledger open for writing, inside one transaction."""

    def append(self, article: Article, statements: Sequence[Statement], run: Run) -> bool:
        """Add an article with its statements; False (and nothing written) if it is there already.

        Raises SpanMismatchError when a span's text is not what the article has at its place, and
        LedgerError for text that can't be stored (NUL, half of a surrogate pair) or statements
        that don't belong together. Nothing of the article is stored then, and the transaction
        can go on.
        """

    def sketches(self, bands: Sequence[str]) -> tuple[Sketch, ...]:
        """Return the sketches of stored articles that share a band, at most 100.

        Those that share most bands come first, of these the oldest.
        """

    def sketches_of(self, article_ids: Iterable[str]) -> tuple[Sketch, ...]:
        """Return the sketches of these articles, the oldest first; some may have none."""

    def save_sketch(self, sketch: Sketch) -> None:
        """Store an article's sketch and its origin."""

    def join_origins(self, origin_ids: Iterable[str]) -> tuple[str, ...]:
        """Make several origins one, that of the article that was published first, then by id.

        Return the ids of the matters on which articles that have another origin now have
        statements.
        """

    def origins(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the origin id of each article (its own id where it has no sketch)."""

    def gists_by_key(self, keys: Sequence[str], *, per_key: int, most: int) -> tuple[Gist, ...]:
        """Return linked statements' gists filed under a key: the ``most`` that share most keys.

        Only the ``per_key`` newest of each key are looked at, and the newest win where as many are
        shared. Newest is what came into the ledger last; the newest comes first.
        """

    def gists_of_matter(self, matter_id: str, *, limit: int) -> tuple[Gist, ...]:
        """Return the gists of a matter's statements, the ``limit`` newest, the newest first."""

    def save_gists(self, gists: Iterable[Gist]) -> None:
        """Store gists and file them under their keys; one without a matter is filed nowhere."""

    def save_matter(self, matter: Matter) -> None:
        """Store a matter, or its new title, place and period."""

    def save_accounts(self, accounts: Iterable[Account]) -> None:
        """Store accounts; a statement has one account at most, the newest wins.

        Raises LedgerError for a statement or run that is not in the ledger.
        """

    def move_accounts(self, gists: Iterable[Gist]) -> None:
        """Give statements' accounts the matters of their gists; those without are passed over.

        Raises LedgerError for a statement that is not in the ledger.
        """

    def drop_empty(self, matter_ids: Iterable[str]) -> tuple[str, ...]:
        """Remove those of these matters that no account is of any more; return their ids."""

    def gists_of_article(self, article_id: str) -> tuple[Gist, ...]:
        """Return the gists of an article's statements in the order of the text."""

    def unlink(self) -> None:
        """Take all gists out of their matters, and note that all matters are to be weighed.

        Accounts keep their matters until they are moved.
        """

    def mark_changed(self, matter_ids: Iterable[str]) -> None:
        """Note that matters are to be weighed, be it that their statements are those they had."""

    def growth(self, matter_ids: Iterable[str]) -> Mapping[str, Growth]:
        """Return how much there is on matters and how much is new; unknown ids are left out."""

    def matter(self, matter_id: str) -> Matter:
        """Return a matter. Raises NotFoundError."""

    def rows_of_matter(self, matter_id: str) -> tuple[Row, ...]:
        """Return a matter's rows by date of saying, then article date, then place in the text."""

    def save_weighing(self, matter_id: str, weighing: Weighing) -> None:
        """Store what was weighed on a matter in place of what was weighed before."""


class Ledger(Protocol):
    """A ledger open for reading; ``writing`` opens one transaction."""

    def writing(self) -> AbstractContextManager[Book]:
        """Open a transaction: all of it is stored at the end, or nothing after an error."""

    def close(self) -> None:
        """Give all connections back."""

    def has_article(self, article_id: str) -> bool:
        """Whether the article with this very id is in the ledger."""

    def article(self, ref: str) -> Article:
        """Return an article by its id, an unambiguous beginning of it, or its given id.

        Raises NotFoundError.
        """

    def articles(self) -> Iterator[ArticleHead]:
        """Yield all articles by date of publication, those without one first, then id."""

    def unlinked(self) -> tuple[ArticleHead, ...]:
        """Return the articles whose gists were taken out of their matters, as ``articles`` does."""

    def changed_matters(self) -> tuple[str, ...]:
        """Return the ids of the matters on which something changed since they were weighed."""

    def copies(self, article_id: str) -> tuple[ArticleHead, ...]:
        """Return the other articles of the same origin."""

    def origins(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the origin id of each article (its own id where it has no sketch)."""

    def row(self, ref: str) -> Row:
        """Return a statement's row by its id or an unambiguous beginning. Raises NotFoundError."""

    def rows(self, which: RowFilter) -> Iterator[Row]:
        """Yield rows by article date, article and place in the text."""

    def matter(self, ref: str) -> WeighedMatter:
        """Return a matter by its id or an unambiguous beginning of it. Raises NotFoundError."""

    def matters(self, which: MatterFilter) -> Iterator[WeighedMatter]:
        """Yield matters, most contested first: conflicts, shifts, origins, articles, statements."""

    def overview(self, which: MatterFilter) -> Iterator[WeighedMatter]:
        """Yield matters as ``matters`` does, in short: for lists of large ones.

        Left out are the ids of all statements, and all but the last position of each party.
        """

    def matter_counts(self, which: MatterFilter) -> Iterator[MatterCount]:
        """Yield matters as ``matters`` does, with no more than the numbers of what is on them."""

    def titles(self, matter_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the titles of matters, by id; ids of none are left out."""

    def shifts(
        self, *, party: str | None, side: str | None, merged: Sequence[str] = ()
    ) -> Iterator[ShiftRow]:
        """Yield all shifts, by the day of the later position, the newest first.

        ``merged`` are ids of parties that count as the one that ``party`` names.
        """

    def parties(self) -> tuple[PartyCount, ...]:
        """Return who says something, without roles: the most statements first, then by name, id."""

    def newest(self) -> int:
        """Return the number of the statement that came in last, 0 where there is none.

        What was counted over all statements holds as long as it stays.
        """

    def outlets(self, part: str, *, limit: int) -> tuple[str, ...]:
        """Return outlets by (part of) their name, those with most articles first.

        A part begins where a word does; an empty one is part of every name.
        """

    def places(self, part: str, *, limit: int) -> tuple[str, ...]:
        """Return the places of matters by (part of) their name, those with most matters first."""

    def party(self, party_id: str) -> Party:
        """Return the party with this very id, without side and role. Raises NotFoundError."""

    def party_matters(
        self, party_ids: Sequence[str], *, limit: int, offset: int = 0
    ) -> tuple[PartyMatter, ...]:
        """Return what parties speak of, that with the latest statement first, then by matter id.

        Counted is what they say, and what shows a position of theirs: a spokesperson's words do.
        Statements of no matter come last, as one.
        """

    def rows_of_party(
        self, party_ids: Sequence[str], matter_id: str | None, *, limit: int
    ) -> tuple[Row, ...]:
        """Return the rows that ``party_matters`` counts, the latest first, undated ones last.

        ``matter_id`` None asks for those that are linked to no matter.
        """

    def search(self, query: str, *, limit: int) -> tuple[SearchHit, ...]:
        """Return the articles that hold all words of the query, best first.

        Any string is a query: words count without case and accents, words in double quotes must
        stand together, all else is passed over.
        """

    def runs(self) -> tuple[RunCount, ...]:
        """Return the runs that inferred what the ledger holds: the most statements first."""

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
