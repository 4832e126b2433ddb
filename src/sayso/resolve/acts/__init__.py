"""Speech acts: what a statement does with its words."""

from sayso.resolve.acts.classify import classify_act

__all__ = ["classify_act"]
