"""Linking: which articles are copies, and which statements are about one matter."""

from sayso.link.cluster import Linked, link_gists
from sayso.link.copies import sketch_of
from sayso.link.copies_origins import copied, origins_told
from sayso.link.gists import make_gists
from sayso.link.matters import describe_matter
from sayso.link.mentions import Mention, link_mentions
from sayso.link.stories import group_stories, story_document

__all__ = [
    "Linked",
    "Mention",
    "copied",
    "describe_matter",
    "group_stories",
    "link_gists",
    "link_mentions",
    "make_gists",
    "origins_told",
    "sketch_of",
    "story_document",
]
