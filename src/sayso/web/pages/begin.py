"""Articles into the ledger from the page: a text or addresses, files, or the demo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from sayso.errors import UsageError
from sayso.jobs import Failed, Known, Stored
from sayso.ledger.protocol import Counts
from sayso.read import is_url, without_login
from sayso.views import counted
from sayso.web.asked import Text, day_in
from sayso.web.intake import Given, Upload
from sayso.web.site import Site

DEMO = "the demo's invented dispatches"
PASTED = "the pasted text"
MOST_TEXT_BYTES = 20 * 1_000_000
"""Largest text that can be pasted."""


async def read_form(request: Request) -> FormData:
    """Return the fields of a request's body; the files among them are the caller's to close."""
    return await request.form(max_part_size=MOST_TEXT_BYTES)


Sent = Annotated[FormData, Depends(read_form)]


def routes(site: Site) -> APIRouter:
    """Return the router of what brings articles in; without an intake it has no page."""
    router = APIRouter(default_response_class=HTMLResponse)
    if site.intake is None:
        return router
    intake = site.intake

    def asked(request: Request, error: UsageError | None, sent: FormData) -> Response:
        return site.page(
            request,
            "begin.html",
            400 if error else 200,
            error=error,
            values={name: _field(sent, name) for name in ("text", "outlet", "published")},
            lots=intake.readings(),
            counts=site.ledger.counts(),
        )

    def added(request: Request, sent: FormData, given: Callable[[FormData], Given]) -> Response:
        try:
            number = intake.add(given(sent))
        except UsageError as error:
            return asked(request, error, sent)
        return RedirectResponse(f"/readings/{number}", status_code=303)

    @router.get("/add")
    def add(request: Request) -> Response:
        return asked(request, None, FormData())

    @router.post("/add/text")
    def add_text(request: Request, sent: Sent) -> Response:
        return added(request, sent, given_text)

    @router.post("/add/files")
    def add_files(request: Request, sent: Sent) -> Response:
        return added(request, sent, given_files)

    @router.post("/add/demo")
    def add_demo(request: Request, sent: Sent) -> Response:
        return added(request, sent, lambda _: given_demo(site.ledger.counts()))

    @router.get("/readings/{number}")
    def reading(request: Request, number: int, seen: Text = "") -> Response:
        found = intake.reading(number)
        part = "HX-Request" in request.headers
        if part and found.mark == seen:
            return Response(status_code=204)
        template = "begin_reading.html" if part else "begin_wait.html"
        return site.page(
            request,
            template,
            reading=found,
            stored=[o for o in found.outcomes if isinstance(o, Stored)],
            known=[o for o in found.outcomes if isinstance(o, Known)],
            failed=[o.error for o in found.outcomes if isinstance(o, Failed)],
        )

    return router


def given_text(sent: FormData) -> Given:
    """Return what was pasted: web addresses where each line is one, else a text.

    Raises UsageError for nothing, and for a single word that is no address: never is it taken for
    a path of this machine.
    """
    text = _field(sent, "text")
    words = text.split()
    if not words:
        raise UsageError("There is nothing to read", remedy="Paste an article or its address")
    if any(len(line.split()) > 1 for line in text.splitlines()):
        return _with_hints(Given(PASTED, text=text), sent)
    for word in words:
        if not is_url(word):
            raise UsageError(
                f"{word[:200]!r} is neither a text nor a web address",
                remedy="Begin an address with http:// or https://, or paste the article's text",
            )
    what = without_login(words[0]) if len(words) == 1 else f"{len(words)} web addresses"
    return _with_hints(Given(what, addresses=tuple(words)), sent)


def given_files(sent: FormData) -> Given:
    """Return the files that were sent. Raises UsageError where there is none."""
    files = [each for each in sent.getlist("files") if isinstance(each, UploadFile)]
    # A form that is sent without a file sends one without a name.
    uploads = tuple(Upload(file.filename, file.file) for file in files if file.filename)
    if not uploads:
        raise UsageError("No file was chosen", remedy="Choose one, then press the button")
    what = uploads[0].name if len(uploads) == 1 else counted(len(uploads), "file")
    return _with_hints(Given(what, uploads=uploads), sent)


def given_demo(counts: Counts) -> Given:
    """Return the demo. Raises UsageError where its invented articles would lie among others."""
    if counts.articles:
        raise UsageError(
            "The demo is invented, and this ledger holds other articles",
            remedy="Read it into a ledger of its own with: sayso demo",
        )
    return Given(DEMO, demo=True)


def _with_hints(given: Given, sent: FormData) -> Given:
    outlet = _field(sent, "outlet").strip()
    return replace(given, outlet=outlet or None, published=day_in(_field(sent, "published")))


def _field(sent: FormData, name: str) -> str:
    found = sent.get(name)
    return found if isinstance(found, str) else ""
