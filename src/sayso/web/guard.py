"""What a request must bring before a page answers it: a known host, the password, our own page."""

from __future__ import annotations

import base64
import binascii
import hmac
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

SAFE_METHODS = frozenset({"GET", "HEAD"})
"""Methods that change nothing, so that any page may link to them."""
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
"""Names under which a page on loopback answers: others would be a rebound DNS name."""
MOST_BYTES = 200 * 1_000_000
"""Largest body of a request, in bytes: many articles in JSON Lines."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Who is let in. ``names`` are host names in small letters, without a port.

    ``any_address`` lets in by any IP address too, which no DNS name can be rebound to. No
    ``password`` asks for none.
    """

    names: frozenset[str] = LOOPBACK_NAMES
    any_address: bool = False
    password: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: a status of HTTP, what is wrong and the remedy."""

    status: int
    problem: str
    remedy: str
    headers: Mapping[str, str]


def refusal(guard: Guard, method: str, headers: Mapping[str, str]) -> Refusal | None:
    """Return why a request is refused, or None; ``headers`` are looked up in small letters."""
    if not is_known_host(guard, headers.get("host", "")):
        return Refusal(
            400, "This page does not answer under that name", "Use the address that it printed", {}
        )
    if guard.password is not None and not has_password(
        headers.get("authorization", ""), guard.password
    ):
        asks = {"WWW-Authenticate": 'Basic realm="sayso", charset="UTF-8"'}
        return Refusal(401, "A password is needed", "Give it with any user name", asks)
    if method in SAFE_METHODS:
        return None
    if not is_from_here(headers):
        return Refusal(
            403,
            "Another site asked for a change",
            "Open this page by itself, and use the form on it",
            {},
        )
    return _too_large(headers)


def is_known_host(guard: Guard, host: str) -> bool:
    """Whether a Host header names one of ours."""
    name = _host_name(host)
    if name in guard.names:
        return True
    return guard.any_address and is_address(name)


def is_address(name: str) -> bool:
    """Whether a host is named by its IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def has_password(authorization: str, password: str) -> bool:
    """Whether an Authorization header holds the password (RFC 7617), in time that tells nothing."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "basic":
        return False
    try:
        given = base64.b64decode(token.strip(), validate=True)
    except (binascii.Error, ValueError):
        return False
    return hmac.compare_digest(given.partition(b":")[2], password.encode("utf-8"))


def is_from_here(headers: Mapping[str, str]) -> bool:
    """Whether a request comes from a page of ours: browsers say so themselves.

    Sec-Fetch-Site (W3C Fetch Metadata) tells it where it is sent; elsewhere the Origin must be
    the host that is asked. What brings neither is no browser of today's, and is refused.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin, host = headers.get("origin", ""), headers.get("host", "")
    try:
        return bool(host) and urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _too_large(headers: Mapping[str, str]) -> Refusal | None:
    # A body in chunks does not tell its length; browsers send none.
    unknown = "" if "transfer-encoding" in headers else "0"
    length = headers.get("content-length", unknown)
    if length.isdecimal() and int(length) <= MOST_BYTES:
        return None
    most = MOST_BYTES // 1_000_000
    return Refusal(413, f"That is more than {most} MB at once", "Read it with: sayso read FILE", {})
