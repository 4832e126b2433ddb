"""Parties: who says it, and on whose side."""

from sayso.resolve.parties.find import find_parties
from sayso.resolve.parties.sides import SideTable, make_sides

__all__ = ["SideTable", "find_parties", "make_sides"]
