"""Linking: which articles are copies, and which statements are about one matter."""

from sayso.link.affinity import affinity
from sayso.link.cluster import link_gists, matter_opened_by
from sayso.link.copies import sketch_of
from sayso.link.copies_origins import copied, origins_told
from sayso.link.gists import make_gists
from sayso.link.matters import describe_matter
from sayso.link.mentions import Mention, link_mentions

__all__ = [
    "Mention",
    "affinity",
    "copied",
    "describe_matter",
    "link_gists",
    "link_mentions",
    "make_gists",
    "matter_opened_by",
    "origins_told",
    "sketch_of",
]
