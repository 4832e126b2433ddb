"""The web application over one ledger: its pages, and what guards every answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from sayso import __version__
from sayso.errors import NotFoundError, SaysoError, UsageError
from sayso.ledger.protocol import Ledger
from sayso.web.pages import PAGES
from sayso.web.site import HERE, make_site
from sayso.weigh import Merges

HOSTS = ["127.0.0.1", "localhost", "[::1]"]
"""Names under which the page answers: others would be a rebound DNS name, not this machine."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def make_app(ledger: Ledger, merges: Merges) -> FastAPI:
    """Return the application that shows ``ledger``; ``merges`` says who is one party."""
    app = FastAPI(title="sayso", version=__version__, docs_url=None, redoc_url=None)
    site = make_site(ledger, merges)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)

    @app.middleware("http")
    async def guard(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await go_on(request)
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    def problem(request: Request, status: int, what: str, remedy: str) -> Response:
        return site.page(request, "error.html", status, problem=what, remedy=remedy)

    @app.exception_handler(SaysoError)
    def refused(request: Request, error: SaysoError) -> Response:
        status = {NotFoundError: 404, UsageError: 400}.get(type(error), 500)
        return problem(request, status, error.problem, error.remedy)

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        return problem(request, error.status_code, error.detail, "Go back to the list of matters")

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, error: RequestValidationError) -> Response:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        what = f"The address holds a value that can't be used: {where}"
        return problem(request, 422, what, "Shorten or correct it")

    for routes in PAGES:
        app.include_router(routes(site))
    return app
