"""Channels: what a statement passed through."""

from sayso.resolve.channels.find import find_channels

__all__ = ["find_channels"]
