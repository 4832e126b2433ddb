"""The encoder tagger: a small trained network over plain text, without a parse."""

from sayso.tag.encoder.package import model_digest
from sayso.tag.encoder.tagger import encoder_tagger

__all__ = ["encoder_tagger", "model_digest"]
