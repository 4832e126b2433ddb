"""The command line: parses, calls jobs or views, renders; nothing else."""

from sayso.cli.app import main

__all__ = ["main"]
