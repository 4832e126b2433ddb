"""Who says something, counted."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from sayso.ledger.protocol import PartyCount
from sayso.ledger.schema import party, statement
from sayso.model import Party, PartyKind


def parties(connection: Connection) -> tuple[PartyCount, ...]:
    """Return each party on each side with the number of its statements, most statements first."""
    number = func.count().label("number")
    counted = (
        select(statement.c.party_id, statement.c.party_side, number)
        .where(statement.c.party_id.is_not(None))
        .group_by(statement.c.party_id, statement.c.party_side)
        .subquery()
    )
    # The statements are counted before they are joined: parties are far fewer.
    found = select(counted, party.c.name, party.c.name_key, party.c.kind).join(
        party, party.c.id == counted.c.party_id
    )
    # Ordered here: stores put names in different orders.
    return tuple(
        PartyCount(Party(r.party_id, r.name, PartyKind(r.kind), r.party_side), r.number)
        for r in sorted(
            connection.execute(found),
            key=lambda r: (-r.number, r.name_key, r.party_id, r.party_side or ""),
        )
    )
