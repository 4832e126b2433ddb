from __future__ import annotations

import errno
import itertools
import re
import socket
import ssl
from collections.abc import Iterator

import httpx
import pytest

from sayso.errors import InputError
from sayso.read import fetch_url

URL = "https://n.example/dam"


def answer(request: httpx.Request) -> httpx.Response:
    path = request.url.path
    if path == "/dam":
        return httpx.Response(
            200, content=b"body", headers={"content-type": "text/html; charset=windows-1251"}
        )
    if path.startswith("/hop"):
        left = int(path.removeprefix("/hop"))
        return httpx.Response(302, headers={"location": f"/hop{left - 1}" if left else "/dam"})
    if path == "/file":
        return httpx.Response(301, headers={"location": "file:///etc/hostname"})
    if path == "/broken":
        return httpx.Response(301, headers={"location": "https://[bad"})
    if path == "/slow":
        raise httpx.ReadTimeout("slow", request=request)
    if path == "/down":
        raise httpx.ConnectError("connection refused", request=request)
    if path == "/garbled":
        return httpx.Response(200, content=b"not gzip", headers={"content-encoding": "gzip"})
    if path == "/big":
        return httpx.Response(200, content=b"x" * 5_000)
    if path == "/nocontent":
        return httpx.Response(304)
    return httpx.Response(404)


def fetch(url: str) -> object:
    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        return fetch_url(url, client=client, max_bytes=4_000)


def test_a_page_is_fetched_with_its_type_and_charset() -> None:
    fetched = fetch(URL)
    assert (fetched.raw, fetched.url) == (b"body", URL)  # type: ignore[attr-defined]
    assert fetched.content_type == "text/html; charset=windows-1251"  # type: ignore[attr-defined]
    assert fetched.charset == "windows-1251"  # type: ignore[attr-defined]


def test_redirects_are_followed_to_the_final_address() -> None:
    assert fetch("https://n.example/hop3").url == URL  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://n.example/gone", "answers 404 Not Found"),
        ("https://n.example/nocontent", "answers 304"),
        ("https://n.example/hop30", "redirects more than 5 times"),
        ("https://n.example/file", "leads to file:///etc/hostname, which is not an http"),
        ("https://n.example/broken", "is not a valid web address"),
        ("https://n.example/slow", "did not answer within 30 seconds"),
        ("https://n.example/down", "can't be fetched (connection refused)"),
        ("https://n.example/garbled", "can't be fetched"),
        ("https://n.example/big", "larger than the limit of 0.004 MB"),
        ("http://", "is not an http or https address"),
        ("https://[bad", "is not an http or https address"),
        ("https://n.example:port/", "not a"),
        ("ftp://n.example/dam", "is not an http or https address"),
    ],
)
def test_every_failure_is_an_input_error(url: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(url)
    assert problem in caught.value.problem
    assert url in caught.value.problem
    assert caught.value.remedy


def test_an_address_is_kept_without_login_and_fragment() -> None:
    fetched = fetch("https://ana:secret@n.example/dam#top")
    assert fetched.url == URL  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["gone", "file", "hop30", "slow"])
def test_no_error_tells_a_password(path: str) -> None:
    with pytest.raises(InputError) as caught:
        fetch(f"https://ana:secret@n.example/{path}")
    assert "secret" not in str(caught.value)
    assert f"https://n.example/{path}" in caught.value.problem


def test_a_server_that_drips_is_given_up() -> None:
    class Drip(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            while True:
                yield b"x"

    ticks = itertools.count(step=10.0)
    drip = httpx.MockTransport(lambda _: httpx.Response(200, stream=Drip()))
    with (
        httpx.Client(transport=drip) as client,
        pytest.raises(InputError, match="was not there whole after 120 seconds"),
    ):
        fetch_url(URL, client=client, max_bytes=4_000, clock=lambda: next(ticks))


def broken(error: Exception) -> httpx.MockTransport:
    """A transport that fails as httpx does: its own error, raised from the system's."""

    def fail(request: httpx.Request) -> httpx.Response:
        if isinstance(error, httpx.HTTPError):
            raise error
        raise httpx.ConnectError(str(error), request=request) from error

    return httpx.MockTransport(fail)


@pytest.mark.parametrize(
    ("error", "problem", "remedy"),
    [
        (
            socket.gaierror(-2, "Name or service not known"),
            "no machine named n.example was found",
            "spelling",
        ),
        (
            ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"),
            "n.example refuses the connection",
            "later",
        ),
        (OSError(errno.ENETUNREACH, "Network is unreachable"), "no way to n.example", "online"),
        (
            ssl.SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] self-signed"),
            "the certificate of n.example does not hold",
            "save the page",
        ),
        (ssl.SSLError(1, "[SSL] wrong version"), "no secure connection to n.example", "http://"),
        (ConnectionResetError(errno.ECONNRESET, "reset"), "n.example broke off", "later"),
        (httpx.RemoteProtocolError("disconnected"), "n.example broke off", "later"),
        (httpx.ProxyError("403 Forbidden"), "the proxy refuses", "HTTP_PROXY"),
        (OSError(99, "Cannot assign requested address"), "Cannot assign requested", "connection"),
    ],
)
def test_a_failed_connection_is_told_in_words(error: Exception, problem: str, remedy: str) -> None:
    with (
        httpx.Client(transport=broken(error)) as client,
        pytest.raises(InputError) as caught,
    ):
        fetch_url(URL, client=client, max_bytes=4_000)
    assert problem in caught.value.problem
    assert remedy in caught.value.remedy
    assert not re.search(r"Errno|\[SSL", str(caught.value))


def test_a_name_that_is_none_is_told_without_the_codecs_words() -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise UnicodeError("label empty or too long")

    with (
        httpx.Client(transport=httpx.MockTransport(fail)) as client,
        pytest.raises(InputError) as caught,
    ):
        fetch_url("http://a..b/", client=client, max_bytes=4_000)
    assert caught.value.problem == "http://a..b/ is not a valid web address"
