"""Places: what a text names, where it lies."""

from sayso.resolve.places.find import find_places
from sayso.resolve.places.gazetteer import Gazetteer, open_gazetteer
from sayso.resolve.places.mentions import resolve_mentions

__all__ = ["Gazetteer", "find_places", "open_gazetteer", "resolve_mentions"]
