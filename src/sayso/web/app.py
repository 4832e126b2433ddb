"""The web application over one ledger: its pages, and what guards every answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from sayso import __version__
from sayso.errors import NotFoundError, SaysoError, UsageError
from sayso.ledger.protocol import Ledger
from sayso.web.guard import Guard, refusal
from sayso.web.intake import Intake, Read
from sayso.web.pages import PAGES
from sayso.web.site import STATIC, make_site
from sayso.web.unusable import unusable
from sayso.weigh import Merges

ON_LOOPBACK = Guard()
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
MISSING: Mapping[int, str] = {
    404: "There is no page at this address",
    405: "This address only shows; nothing can be sent to it",
}


def make_app(
    ledger: Ledger, merges: Merges, *, read: Read | None = None, guard: Guard = ON_LOOPBACK
) -> FastAPI:
    """Return the application that shows ``ledger``; ``merges`` says who is one party.

    ``read`` brings articles into the ledger; without it the page only shows. ``guard`` says under
    which names, and to whom, it answers.
    """
    intake = Intake(read) if read is not None else None
    site = make_site(ledger, merges, intake)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        if intake is not None:
            intake.close()

    app = FastAPI(
        title="sayso", version=__version__, docs_url=None, redoc_url=None, lifespan=lifespan
    )
    app.mount("/static", StaticFiles(directory=STATIC), name="static")

    @app.middleware("http")
    async def guarded(
        request: Request, go_on: Callable[[Request], Awaitable[Response]]
    ) -> Response:
        refused = refusal(guard, request.method, request.headers)
        if refused is None:
            response = await go_on(request)
        else:
            told = f"{refused.problem}. {refused.remedy}.\n"
            response = PlainTextResponse(told, refused.status, dict(refused.headers))
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        # Our own pages tell where a form was sent from; other sites learn nothing.
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def problem(request: Request, status: int, what: str, remedy: str) -> Response:
        return site.page(request, "error.html", status, problem=what, remedy=remedy)

    @app.exception_handler(SaysoError)
    def refused(request: Request, error: SaysoError) -> Response:
        status = {NotFoundError: 404, UsageError: 400}.get(type(error), 500)
        return problem(request, status, error.problem, error.remedy)

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        what = MISSING.get(error.status_code, error.detail)
        return problem(request, error.status_code, what, "Go back to the list of matters")

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, error: RequestValidationError) -> Response:
        return problem(request, 422, *unusable(error.errors()))

    for routes in PAGES:
        app.include_router(routes(site))
    return app
