"""Speech acts: what a statement does with its words, read from its cue, its content and the text."""

from sayso.resolve.acts.classify import classify_act

__all__ = ["classify_act"]
