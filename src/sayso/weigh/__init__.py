"""Weighing: what a matter's accounts amount to. It never says who is right."""

from sayso.weigh.conflicts import label
from sayso.weigh.figures import figures_in
from sayso.weigh.parties import principals
from sayso.weigh.positions import day_of
from sayso.weigh.schedule import Schedule
from sayso.weigh.stance import stance_of
from sayso.weigh.stances import stances
from sayso.weigh.weighing import weigh

__all__ = [
    "Schedule",
    "day_of",
    "figures_in",
    "label",
    "principals",
    "stance_of",
    "stances",
    "weigh",
]
