"""The page: parses requests, calls views, renders; nothing else."""

from sayso.web.app import make_app
from sayso.web.guard import Guard, is_address
from sayso.web.intake import Given, Read

__all__ = ["Given", "Guard", "Read", "is_address", "make_app"]
