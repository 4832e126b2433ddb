"""The web application over one ledger: every page is a GET and changes nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from sayso import __version__
from sayso.errors import NotFoundError, SaysoError, UsageError
from sayso.ledger.protocol import Ledger, MatterFilter
from sayso.model import Act
from sayso.views import matter_page, merged_with, reading_page
from sayso.web.words import environment_words
from sayso.weigh import Merges

HERE = Path(__file__).parent
PAGE_SIZE = 100
HOSTS = ["127.0.0.1", "localhost", "[::1]"]
"""Names under which the page answers: others would be a rebound DNS name, not this machine."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

Text = Annotated[str, Query(max_length=500)]


def make_app(ledger: Ledger, merges: Merges) -> FastAPI:
    """Return the application that shows ``ledger``; ``merges`` says who is one party."""
    app = FastAPI(title="sayso", version=__version__, docs_url=None, redoc_url=None)
    templates = Jinja2Templates(directory=HERE / "templates")
    templates.env.globals.update(environment_words())
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)

    def page(request: Request, name: str, status: int = 200, **data: object) -> Response:
        return templates.TemplateResponse(request, name, dict(data), status_code=status)

    @app.middleware("http")
    async def guard(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await go_on(request)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    @app.exception_handler(SaysoError)
    def refused(request: Request, error: SaysoError) -> Response:
        status = {NotFoundError: 404, UsageError: 400}.get(type(error), 500)
        return page(request, "error.html", status, problem=error.problem, remedy=error.remedy)

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        remedy = "Go back to the list of matters"
        return page(request, "error.html", error.status_code, problem=error.detail, remedy=remedy)

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, error: RequestValidationError) -> Response:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        problem = f"The address holds a value that can't be used: {where}"
        return page(request, "error.html", 422, problem=problem, remedy="Shorten or correct it")

    @app.get("/", response_class=HTMLResponse)
    def matters(
        request: Request,
        q: Text = "",
        party: Text = "",
        side: Text = "",
        place: Text = "",
        act: Text = "",
        since: Text = "",
        until: Text = "",
        conflict: bool = False,
    ) -> Response:
        asked = {
            "q": q,
            "party": party,
            "side": side,
            "place": place,
            "act": act,
            "since": since,
            "until": until,
            "conflict": conflict,
        }
        which = MatterFilter(
            text=q or None,
            party=party or None,
            merged=merged_with(ledger, merges, party or None),
            side=side or None,
            place=place or None,
            act=_act(act),
            since=_day(since),
            until=_day(until),
            contested=conflict,
            limit=PAGE_SIZE,
        )
        found = list(ledger.matters(which))
        return page(
            request,
            "matters.html",
            found=found,
            counts=ledger.counts(),
            asked=asked,
            limit=PAGE_SIZE,
            acts=list(Act),
        )

    @app.get("/matters/{ref}", response_class=HTMLResponse)
    def matter(request: Request, ref: str) -> Response:
        return page(request, "matter.html", page=matter_page(ledger, ref, merges))

    @app.get("/articles/{ref}", response_class=HTMLResponse)
    def article(request: Request, ref: str, statement: Text = "") -> Response:
        return page(request, "article.html", page=reading_page(ledger, ref), chosen=statement)

    @app.get("/statements/{ref}")
    def statement(ref: str) -> Response:
        row = ledger.row(ref)
        where = f"/articles/{row.article.id}?statement={row.statement.id}#s-{row.statement.id}"
        return RedirectResponse(where)

    @app.get("/search", response_class=HTMLResponse)
    def search(request: Request, q: Text = "") -> Response:
        hits = ledger.search(q, limit=PAGE_SIZE) if q.strip() else ()
        return page(request, "search.html", query=q, hits=hits)

    return app


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(f"{text!r} is no day", remedy="Write it as 2026-05-04") from exc


def _act(text: str) -> Act | None:
    if not text:
        return None
    try:
        return Act(text)
    except ValueError as exc:
        raise UsageError(
            f"There is no speech act {text!r}", remedy=f"Use one of: {', '.join(Act)}"
        ) from exc
