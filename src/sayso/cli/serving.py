"""``sayso serve``: the page."""

from __future__ import annotations

import io
import socket
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from ipaddress import ip_address
from typing import Annotated

import typer
import uvicorn

from sayso.assemble import build_fetch, build_ledger, build_merges, build_run, make_work
from sayso.cli.console import remark
from sayso.cli.options import LedgerOption
from sayso.cli.reading import BYTES_PER_MB, shown
from sayso.demo import demo_articles, demo_sides
from sayso.errors import InputError, UsageError
from sayso.jobs import Outcome, Spread, read_articles
from sayso.ledger.protocol import Ledger
from sayso.model import Article, Run
from sayso.read import Fetch, Hints, read_inputs, read_stream
from sayso.settings import Settings, load_settings
from sayso.views import counted
from sayso.web import Given, Guard, Read, is_address, make_app
from sayso.weigh import Merges

LOOPBACK = "127.0.0.1"


def serve(
    ledger: LedgerOption = None,
    host: Annotated[
        str,
        typer.Option(help="Name or address to answer on; other machines need a password set."),
    ] = LOOPBACK,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8000,
) -> None:
    """Show the ledger in a browser, and read articles into it; on this machine only by default."""
    settings = load_settings(ledger=ledger)
    merges = build_merges(settings)
    guard = guard_of(host, settings)
    with (
        closing(_listening(host, port)) as door,
        closing(build_ledger(settings, create=True)) as book,
    ):
        articles = counted(book.counts().articles, "article")
        remark(f"{shown(settings.ledger)}: {articles}")
        remark(f"{page_address(host, port)}   (Ctrl-C ends it)")
        if guard.password is not None:
            remark("It asks for the password, which travels unencrypted")
        app = make_app(book, merges, read=make_read(settings, book, merges), guard=guard)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[door])


def guard_of(host: str, settings: Settings) -> Guard:
    """Return who is let in on a host. Raises UsageError for one beyond loopback without password.

    A name in the Host header must be the one given; on all addresses of the machine, its own
    name will do, or any address.
    """
    password = settings.password.get_secret_value() if settings.password else None
    if is_loopback(host):
        return Guard(Guard().names | {host.lower()}, password=password)
    if password is None:
        raise UsageError(
            f"Others could reach the page on {host}, and no password is set",
            remedy="Set SAYSO_PASSWORD, or password in sayso.toml, or leave --host out",
        )
    names = {host.lower(), socket.gethostname().lower()}
    return Guard(Guard().names | names, any_address=is_address(host), password=password)


def is_loopback(host: str) -> bool:
    """Whether all addresses of a host are those of this machine alone.

    Raises UsageError where it has none.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as exc:
        raise UsageError(
            f"The host {host!r} is not known here", remedy="Give an address of this machine"
        ) from exc
    return all(ip_address(str(address[4][0])).is_loopback for address in found)


def page_address(host: str, port: int) -> str:
    """Return where the page is; on all addresses of the machine, under its name."""
    if is_address(host) and ip_address(host).is_unspecified:
        host = socket.gethostname()
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket on a host's ``port``: uvicorn's own would end with its own words."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as exc:
        raise UsageError(
            f"Port {port} on {host} can't be used ({exc.strerror})",
            remedy="Choose another --port, or another --host of this machine",
        ) from exc


def make_read(settings: Settings, ledger: Ledger, merges: Merges) -> Read:
    """Return what reads articles into the ledger for the page.

    It reads in the thread that calls it, with models that stay loaded: the second text comes in
    fast. What is many belongs to ``sayso read``, which uses several processes.
    """
    own = _reader(settings, ledger, merges)
    of_demo = _reader(settings.model_copy(update={"sides": demo_sides()}), ledger, merges)

    def read(given: Given) -> Generator[Outcome, None, None]:
        if given.demo:
            yield from of_demo(demo_articles())
            return
        hints = Hints(
            outlet=given.outlet,
            published=given.published,
            max_bytes=int(settings.max_article_mb * BYTES_PER_MB),
        )
        with build_fetch(hints.max_bytes) as fetch:
            yield from own(_articles(given, hints, fetch))

    return read


def _reader(
    settings: Settings, ledger: Ledger, merges: Merges
) -> Callable[[Iterable[Article | InputError]], Iterator[Outcome]]:
    made: list[tuple[Run, Spread]] = []

    def read(inputs: Iterable[Article | InputError]) -> Iterator[Outcome]:
        # Not before something is to be read: looking at a ledger needs no model.
        if not made:
            run = build_run(settings)
            made.append((run, partial(map, make_work(settings, run))))
        run, spread = made[0]
        yield from read_articles(inputs, ledger=ledger, spread=spread, run=run, merges=merges)

    return read


def _articles(given: Given, hints: Hints, fetch: Fetch) -> Iterator[Article | InputError]:
    if given.text is not None:
        yield from read_stream(given.shown, io.BytesIO(given.text.encode()), hints)
    # Only addresses come here: a path would be one of this machine.
    yield from read_inputs(given.addresses, hints=hints, stdin=None, fetch=fetch)
    for upload in given.uploads:
        yield from read_stream(upload.name, upload.content, hints)
