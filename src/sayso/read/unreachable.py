"""Why a web address could not be fetched, in words that name what to do."""

from __future__ import annotations

import errno
import re
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx

from sayso.errors import InputError

_NUMBER = re.compile(r"^\[[^\]]*\]\s*")
"""What the operating system and OpenSSL put before their words: "[Errno -2] "."""
_SAVE = "open it in a browser, save the page as a file and read that"
_OFFLINE = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH}


def unreachable(url: str, address: str, error: Exception) -> InputError:
    """Return the error for a connection that failed.

    ``url`` is what was given, ``address`` what was asked for last, after redirects.
    """
    host = urlsplit(address).hostname or address
    problem, remedy = _told(host, tuple(_causes(error)))
    return InputError(f"{url} can't be fetched ({problem})", remedy=remedy)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it was raised from: the first cause, of the system, comes last."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _told(host: str, causes: tuple[BaseException, ...]) -> tuple[str, str]:
    """Return what failed and the remedy: the first kind of failure that fits any of the causes."""
    codes = {cause.errno for cause in causes if isinstance(cause, OSError)}

    def is_any(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if is_any(httpx.ProxyError):
        return "the proxy refuses", "Check the proxy that HTTP_PROXY and HTTPS_PROXY name"
    if is_any(socket.gaierror):
        known = f"no machine named {host} was found"
        return known, "Check the spelling of the address, and that this machine is online"
    if is_any(ConnectionRefusedError):
        return f"{host} refuses the connection", "Check the address, or try again later"
    if codes & _OFFLINE:
        return f"there is no way to {host}", "Check that this machine is online"
    if is_any(ssl.SSLCertVerificationError):
        return f"the certificate of {host} does not hold", f"If you trust it, {_SAVE}"
    if is_any(ssl.SSLError):
        return f"no secure connection to {host} could be made", f"Try http://, or {_SAVE}"
    if is_any(httpx.DecodingError):
        return "what it sends can't be decoded", _SAVE.capitalize()
    if is_any(httpx.RemoteProtocolError, ConnectionResetError, BrokenPipeError):
        return f"{host} broke off in the middle", "Try again later, or " + _SAVE
    words = _NUMBER.sub("", str(causes[0])) or type(causes[0]).__name__
    return words, "Check the address and the connection"
