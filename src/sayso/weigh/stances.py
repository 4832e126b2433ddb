"""Stances of a matter's accounts towards what the matter is about.

A row alone tells only whether it affirms its own content (``stance_of``). What it says of the one
deed that the matter is about depends on its camp, whose pole its first sure accounts tell:
accusations, denials and what tells of the deed itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Row, Stance
from sayso.weigh.merges import NO_MERGES, Merges
from sayso.weigh.poles import poles_of
from sayso.weigh.proposition import proposition_of
from sayso.weigh.reading import read_rows
from sayso.weigh.towards import stance_towards


def stances(rows: Sequence[Row], merges: Merges = NO_MERGES) -> Mapping[str, Stance]:
    """Return the stance of each of a matter's rows, by statement id; their order plays no part."""
    readings = read_rows(rows, merges)
    about = proposition_of(readings)
    poles = poles_of(readings, about)
    about = replace(about, negated=poles.negated)
    return {r.row.statement.id: stance_towards(r, about, poles.of(r)) for r in readings}
