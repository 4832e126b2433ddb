"""Linking: which articles are copies, and which statements are about one matter."""

from sayso.link.affinity import affinity
from sayso.link.cluster import link_gists, matter_opened_by
from sayso.link.copies import similarity, sketch_of, with_origin
from sayso.link.gists import make_gists
from sayso.link.matters import describe_matter
from sayso.link.mentions import Mention, link_mentions

__all__ = [
    "Mention",
    "affinity",
    "describe_matter",
    "link_gists",
    "link_mentions",
    "make_gists",
    "matter_opened_by",
    "similarity",
    "sketch_of",
    "with_origin",
]
