"""Attributions by rules over the English parse."""

from sayso.tag.rules.tagger import rules_tagger

__all__ = ["rules_tagger"]
