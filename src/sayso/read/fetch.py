"""Web addresses: fetched with a size limit and a timeout, and every failure named."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin, urlsplit

import httpx

from sayso.errors import InputError
from sayso.read.source import too_big
from sayso.read.unreachable import unreachable

TIMEOUT_SECONDS = 30.0
WHOLE_SECONDS = 120.0
"""How long all of a body may take: a server that drips would keep the rest waiting for ever."""
MOST_REDIRECTS = 5
_LOGIN = re.compile(r"(?<=://)[^/?#]*@")
_ACCEPT = "text/html, application/xhtml+xml, text/plain, application/x-ndjson, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of a web address, and where and as what it came."""

    raw: bytes
    url: str
    content_type: str | None
    charset: str | None


Fetch = Callable[[str], Fetched]
"""Fetches one address; raises InputError."""


def is_url(argument: str) -> bool:
    """Whether an argument is a web address rather than a path."""
    return argument.lower().startswith(("http://", "https://"))


def without_login(url: str) -> str:
    """Return an address without the user name and password that it may hold."""
    return _LOGIN.sub("", url, count=1)


def fetch_url(
    url: str, *, client: httpx.Client, max_bytes: int, clock: Callable[[], float] = monotonic
) -> Fetched:
    """Return the body behind ``url``, redirects followed.

    The address that is returned holds no password and no fragment: both are the reader's, and
    one page has one address. Raises InputError for an address that is no http or https one, a
    failed connection, an error status, too many redirects, or a body of more than ``max_bytes``
    bytes or ``WHOLE_SECONDS`` on the ``clock``.
    """
    deadline = clock() + WHOLE_SECONDS
    address, url = url, without_login(url)
    for _ in range(MOST_REDIRECTS + 1):
        _check_scheme(address, url)
        try:
            with client.stream(
                "GET",
                address,
                headers={"Accept": _ACCEPT},
                timeout=TIMEOUT_SECONDS,
                follow_redirects=False,
            ) as response:
                if response.has_redirect_location:
                    address = urljoin(address, response.headers["location"])
                    continue
                return Fetched(
                    _body(response, url, max_bytes, lambda: clock() > deadline),
                    str(response.url.copy_with(userinfo=b"", fragment=None)),
                    response.headers.get("content-type"),
                    response.charset_encoding,
                )
        except (httpx.InvalidURL, ValueError) as exc:
            # What a codec says of a name tells a reader nothing.
            told = f" ({exc})" if isinstance(exc, httpx.InvalidURL) else ""
            raise InputError(
                f"{url} is not a valid web address{told}", remedy="Correct the address"
            ) from exc
        except httpx.TimeoutException as exc:
            raise InputError(
                f"{url} did not answer within {TIMEOUT_SECONDS:g} seconds",
                remedy="Try again later, or save the page as a file and read that",
            ) from exc
        except (httpx.HTTPError, httpx.StreamError) as exc:
            raise unreachable(url, address, exc) from exc
    raise InputError(
        f"{url} redirects more than {MOST_REDIRECTS} times",
        remedy="Give the address that a browser ends at",
    )


def _check_scheme(address: str, url: str) -> None:
    try:
        parts = urlsplit(address)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid:
        leads = url if without_login(address) == url else f"{url} leads to {address}, which"
        raise InputError(
            f"{leads} is not an http or https address", remedy="Give the address of a web page"
        )


def _body(response: httpx.Response, url: str, max_bytes: int, is_late: Callable[[], bool]) -> bytes:
    if not response.is_success:
        raise InputError(
            f"{url} answers {response.status_code} {response.reason_phrase}",
            remedy="Check the address, or save the page as a file and read that",
        )
    raw = bytearray()
    for chunk in response.iter_bytes():
        raw += chunk
        if len(raw) > max_bytes:
            raise too_big(url, max_bytes)
        if is_late():
            raise InputError(
                f"{url} was not there whole after {WHOLE_SECONDS:g} seconds",
                remedy="Try again later, or save the page as a file and read that",
            )
    return bytes(raw)
