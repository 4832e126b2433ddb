"""Weighing: what a matter's accounts amount to. It never says who is right."""

from sayso.weigh.conflicts import label
from sayso.weigh.days import contrary_days
from sayso.weigh.figures import figures_in
from sayso.weigh.merges import NO_MERGES, Merges, make_merges
from sayso.weigh.merging import Merge, MergeReason, OneParty, merge_parties
from sayso.weigh.parties import one_parties, principals
from sayso.weigh.positions import day_of
from sayso.weigh.schedule import is_due
from sayso.weigh.sites import contrary_sites, sites_in
from sayso.weigh.stance import stance_of
from sayso.weigh.stances import stances
from sayso.weigh.weighing import weigh

__all__ = [
    "NO_MERGES",
    "Merge",
    "MergeReason",
    "Merges",
    "OneParty",
    "contrary_days",
    "contrary_sites",
    "day_of",
    "figures_in",
    "is_due",
    "label",
    "make_merges",
    "merge_parties",
    "one_parties",
    "principals",
    "sites_in",
    "stance_of",
    "stances",
    "weigh",
]
