"""What linking stores and asks for: gists, matters and accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from sayso.errors import LedgerError
from sayso.ledger import decode, encode
from sayso.ledger.lookup import chunks, newest_gists, numbers_of
from sayso.ledger.schema import (
    account,
    gist,
    gist_key,
    matter,
    run,
)
from sayso.ledger.selects import GISTS
from sayso.ledger.upsert import insert_or_replace
from sayso.model import Account, Gist, Matter

MOST_KNOWN = 5000
"""Gists that are kept at hand within a transaction: linking all anew reads every one."""


def gists_by_key(
    connection: Connection, keys: Sequence[str], *, per_key: int, most: int, known: dict[int, Gist]
) -> tuple[Gist, ...]:
    """Return the linked gists filed under most of the keys, the newest first.

    Only the newest of each key are looked at. ``known`` holds gists by number that this
    transaction has read before, and is added to: the statements of one article ask for much the
    same ones.
    """
    shared = newest_gists(connection, keys, per_key=per_key)
    return _gists(connection, sorted(shared, key=lambda n: (-shared[n], -n))[:most], known)


def gists_of_matter(
    connection: Connection, matter_id: str, *, limit: int, known: dict[int, Gist]
) -> tuple[Gist, ...]:
    """Return the newest gists of a matter, the newest first; ``known`` as in ``gists_by_key``."""
    found = select(gist.c.statement).where(gist.c.matter_id == matter_id)
    newest = found.order_by(gist.c.statement.desc()).limit(limit)
    return _gists(connection, connection.scalars(newest).all(), known)


def _gists(
    connection: Connection, numbers: Iterable[int], known: dict[int, Gist]
) -> tuple[Gist, ...]:
    wanted = sorted(numbers, reverse=True)
    if len(known) > MOST_KNOWN:
        known.clear()
    for chunk in chunks(number for number in wanted if number not in known):
        for row in connection.execute(GISTS.where(gist.c.statement.in_(chunk))):
            known[row.statement] = decode.gist_of(row)
    return tuple(known[number] for number in wanted)


def save_gists(connection: Connection, gists: Iterable[Gist], known: dict[int, Gist]) -> None:
    """Store gists; those linked to a matter are filed under their keys, the others under none.

    They are forgotten from ``known``.
    """
    saved = tuple({g.statement_id: g for g in gists}.values())
    numbers = numbers_of(connection, "statement", (g.statement_id for g in saved))
    rows = [encode.gist_values(g, numbers[g.statement_id]) for g in saved]
    keys = [
        {"key": key, "statement": numbers[g.statement_id]}
        for g in saved
        if g.matter_id is not None
        for key in dict.fromkeys(g.keys)
    ]
    encode.check_storable([*rows, *keys], "A gist")
    for number in numbers.values():
        known.pop(number, None)
    for chunk in chunks(numbers.values()):
        connection.execute(delete(gist_key).where(gist_key.c.statement.in_(chunk)))
    changed = [column.name for column in gist.c if column.name != "statement"]
    insert_or_replace(connection, gist, rows, only=changed)
    if keys:
        connection.execute(insert(gist_key), keys)


def save_matter(connection: Connection, saved: Matter) -> None:
    """Store a matter, or its new title, place and period; its numbers stay."""
    values = encode.matter_values(saved)
    encode.check_storable([values], f"The matter {saved.id}")
    counted = ("conflicts", "shifts", "origins", "articles", "statements", "changed")
    numbers = dict.fromkeys(counted, 0)
    changed = [name for name in values if name != "id"]
    insert_or_replace(connection, matter, [{**values, **numbers}], only=changed)


def save_accounts(connection: Connection, accounts: Iterable[Account]) -> None:
    """Store accounts; a statement has one at most, the newest wins."""
    saved = tuple({a.statement_id: a for a in accounts}.values())
    numbers = numbers_of(connection, "statement", (a.statement_id for a in saved))
    _check_known(connection, {a.run for a in saved})
    came, left = _moves(connection, (a.matter_id for a in saved), numbers)
    rows = [
        {
            "statement": numbers[a.statement_id],
            "matter_id": a.matter_id,
            "stance": a.stance.value,
            "confidence": a.confidence,
            "run_id": a.run,
        }
        for a in saved
    ]
    encode.check_storable(rows, "An account")
    changed = ("matter_id", "stance", "confidence", "run_id")
    insert_or_replace(connection, account, rows, only=changed)
    _count(connection, came, left)


def move_accounts(connection: Connection, gists: Iterable[Gist]) -> None:
    """Give statements' accounts the matters of their gists; those without are passed over."""
    matter_of = {g.statement_id: g.matter_id for g in gists if g.matter_id is not None}
    if not matter_of:
        return
    numbers = numbers_of(connection, "statement", matter_of)
    came, left = _moves(connection, matter_of.values(), numbers)
    connection.execute(
        update(account)
        .where(account.c.statement == bindparam("of"))
        .values(matter_id=bindparam("to")),
        [{"of": numbers[told], "to": to} for told, to in matter_of.items()],
    )
    _count(connection, came, left)


def _count(connection: Connection, came: Counter[str], left: Counter[str]) -> None:
    """Note how many statements matters gain and lose: counting anew would read them all."""
    counted = [
        {"of": of, "more": came[of] - left[of], "changes": came[of] + left[of]}
        for of in sorted({*came, *left})
    ]
    if counted:
        connection.execute(
            update(matter)
            .where(matter.c.id == bindparam("of"))
            .values(
                statements=matter.c.statements + bindparam("more"),
                changed=matter.c.changed + bindparam("changes"),
            ),
            counted,
        )


def mark_changed(connection: Connection, matter_ids: Iterable[str]) -> None:
    """Note one change on each matter."""
    for chunk in chunks(sorted(set(matter_ids))):
        marked = update(matter).where(matter.c.id.in_(chunk))
        connection.execute(marked.values(changed=matter.c.changed + 1))


def _check_known(connection: Connection, runs: set[str]) -> None:
    known = set(connection.scalars(select(run.c.id).where(run.c.id.in_(runs))))
    if unknown := sorted(runs - known):
        raise LedgerError(
            f"The ledger holds no run {unknown[0]}",
            remedy="Append an article by that run before the accounts that name it",
        )


def _moves(
    connection: Connection, matters: Iterable[str], numbers: Mapping[str, int]
) -> tuple[Counter[str], Counter[str]]:
    """Return how many statements each matter gains, and how many it loses."""
    came, left = Counter(matters), Counter[str]()
    for chunk in chunks(numbers.values()):
        before = select(account.c.matter_id).where(account.c.statement.in_(chunk))
        left.update(connection.scalars(before))
    # What stays where it was neither came nor left.
    return came - left, left - came
