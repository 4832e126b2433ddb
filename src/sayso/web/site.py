"""What every page of the web application is made with: the ledger, who is one party, templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fastapi import Request
from fastapi.responses import Response
from fastapi.templating import Jinja2Templates

from sayso.ledger.protocol import Ledger
from sayso.views import Census
from sayso.web.intake import Intake
from sayso.web.shapes import mark_shape
from sayso.web.words import environment_words
from sayso.weigh import Merges

HERE = Path(__file__).parent
STATIC = HERE / "static"


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows: its template, and what that is filled with."""

    template: str
    data: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Site:
    """The ledger that is shown; ``merges`` is the user's word on who is one party.

    ``intake`` reads articles into the ledger; without it the ledger is only shown.
    """

    ledger: Ledger
    merges: Merges
    census: Census
    templates: Jinja2Templates
    intake: Intake | None = None

    def page(self, request: Request, name: str, status: int = 200, **data: object) -> Response:
        """Return a template as an answer; all that is put into it is escaped."""
        return self.templates.TemplateResponse(request, name, dict(data), status_code=status)

    def show(self, request: Request, view: View) -> Response:
        """Return a view as an answer."""
        return self.templates.TemplateResponse(request, view.template, dict(view.data))

    def drawn(self, view: View) -> str:
        """Return a view's page where nobody asked for it: for files to share."""
        return self.templates.get_template(view.template).render(view.data)


def make_site(ledger: Ledger, merges: Merges, intake: Intake | None = None) -> Site:
    """Return a site over a ledger, with the words that its templates use."""
    templates = Jinja2Templates(directory=HERE / "templates")
    templates.env.globals.update(environment_words())
    templates.env.globals["mark_shape"] = mark_shape
    templates.env.globals["can_add"] = intake is not None
    return Site(ledger, merges, Census(ledger, merges), templates, intake)
