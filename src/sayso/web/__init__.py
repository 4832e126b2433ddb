"""The page: parses requests, calls views, renders; nothing else."""

from sayso.web.app import make_app

__all__ = ["make_app"]
