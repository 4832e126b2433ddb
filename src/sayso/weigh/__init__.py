"""Weighing: what a matter's accounts amount to. It never says who is right."""

from sayso.weigh.conflicts import conflicts, label
from sayso.weigh.figures import Figure, figures_in
from sayso.weigh.parties import principals
from sayso.weigh.positions import day_of, positions, shifts
from sayso.weigh.schedule import Schedule
from sayso.weigh.stance import stance_of
from sayso.weigh.stances import stances
from sayso.weigh.weighing import weigh

__all__ = [
    "Figure",
    "Schedule",
    "conflicts",
    "day_of",
    "figures_in",
    "label",
    "positions",
    "principals",
    "shifts",
    "stance_of",
    "stances",
    "weigh",
]
