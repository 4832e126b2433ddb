"""An article's text to the spans of its statements; the table TAGGERS."""

from sayso.tag.taggers import TAGGERS, Tagger, tagger_named

__all__ = ["TAGGERS", "Tagger", "tagger_named"]
