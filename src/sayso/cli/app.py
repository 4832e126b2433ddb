"""The commands in one list, and the one place where errors become lines and exit codes.

Exit codes: 0 fine; 1 some inputs failed and were named; 2 wrong usage; 130 stopped by the user.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from sayso import __version__
from sayso.cli.console import ClosedOutputError, complain, write
from sayso.errors import SaysoError, UsageError

STOPPED = 130
"""What shells call a command that Ctrl-C ended: 128 and the number of SIGINT."""
MODULES = {
    "demo": "reading",
    "read": "reading",
    "statements": "listing",
    "matters": "listing",
    "matter": "listing",
    "shifts": "listing",
    "parties": "listing",
    "search": "listing",
    "runs": "listing",
    "article": "exporting",
    "export": "exporting",
    "report": "reporting",
    "relink": "relinking",
    "weigh": "weighing",
    "serve": "serving",
    "tag": "filters",
    "dates": "filters",
    "places": "filters",
    "link": "filters",
    "bench": "benching",
    "train": "training",
}
"""Where each command is. Only the module of the one that is called is loaded: others bring parsers
and servers that take seconds."""


def make_app(only: str | None = None) -> typer.Typer:
    """Return the application with all commands, or with just the one named ``only``."""
    app = typer.Typer(
        name="sayso",
        help="On whose say-so? A ledger of who says what happened, read from news.",
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    # Without a callback, an application with a single command would have no command names.
    app.callback()(_general)
    for name in [only] if only in MODULES else MODULES:
        module = import_module(f"sayso.cli.{MODULES[name]}")
        app.command(name)(getattr(module, name))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        write([f"sayso {__version__}\n"])
        raise typer.Exit


def _general(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and end.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """On whose say-so? A ledger of who says what happened, read from news."""


def main() -> NoReturn:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; errors become one line on standard error."""
    try:
        app = make_app(arguments[0] if arguments else None)
        code = app(args=arguments, prog_name="sayso", standalone_mode=False)
    except UsageError as error:
        complain(str(error))
        return 2
    except SaysoError as error:
        complain(str(error))
        return 1
    except typer.TyperException as error:
        complain(f"{error.format_message().rstrip('.')}. See 'sayso --help'.")
        return 2
    except (typer.Abort, KeyboardInterrupt):
        code = STOPPED
    except ClosedOutputError:
        return 0
    # An interrupt while a command runs comes back from typer as its exit code.
    if code == STOPPED:
        complain("Stopped. What was read is kept; the same command goes on where it stood.")
    return code if isinstance(code, int) else 0
