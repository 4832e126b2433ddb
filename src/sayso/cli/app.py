"""The commands in one list, and the one place where errors become lines and exit codes.

Exit codes: 0 fine; 1 some inputs failed and were named; 2 wrong usage; 130 stopped by the user.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import typer

from sayso.cli import benching, filters, listing, reading, serving
from sayso.cli.console import complain
from sayso.errors import SaysoError, UsageError

app = typer.Typer(
    name="sayso",
    help="On whose say-so? A ledger of who says what happened, read from news.",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for command in (
    reading.demo,
    reading.read,
    listing.statements,
    listing.matters,
    listing.matter,
    listing.shifts,
    listing.article,
    listing.search,
    listing.export,
    serving.serve,
    filters.tag,
    filters.dates,
    filters.places,
    filters.link,
    benching.bench,
):
    app.command()(command)


def main() -> NoReturn:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; errors become one line on standard error."""
    try:
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
        complain("Stopped. What was read is kept; the same command goes on where it stood.")
        return 130
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough: no error, and no second one at
        # exit when Python flushes what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0
