"""Every command and option stands in docs/commands.md, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from sayso.cli.app import make_app

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
COMMANDS = typer.main.get_command(make_app()).commands


def documented() -> dict[str, str]:
    rows = re.findall(r"^\| `sayso (\w+)[^|]*\|(.*)$", DOCS.read_text("utf-8"), re.MULTILINE)
    return dict(rows)


def test_all_commands_are_documented():
    assert documented().keys() == COMMANDS.keys()


def test_all_options_are_documented():
    for name, line in documented().items():
        params = COMMANDS[name].params
        own = {o for p in params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")}
        told = set(re.findall(r"`(--[\w-]+)`", line))
        assert told == own - {"--help"}, name


def test_all_commands_say_what_they_do():
    assert all(command.help for command in COMMANDS.values())
