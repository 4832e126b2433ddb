"""Migrations of the ledger's tables, run by ``sayso.ledger.migrate`` when a ledger is opened.

To change the tables: change ``schema``, add ``versions/rNNNN_what.py`` with the next revision and
set ``schema.REVISION`` to it. A test compares the migrated tables with ``schema`` on both stores.
"""
