"""Resolving: spans to meaning. Pure functions over a parsed text and spans."""

from sayso.resolve.statements import Resources, resolve

__all__ = ["Resources", "resolve"]
