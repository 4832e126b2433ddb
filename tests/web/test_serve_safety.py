"""Who is let in: by host name, by password, and from which page a change may be asked for."""

from __future__ import annotations

import base64
import socket

import pytest
from fastapi.testclient import TestClient

from sayso.assemble import build_ledger
from sayso.cli.serving import guard_of, is_loopback, page_address
from sayso.errors import UsageError
from sayso.settings import Settings, load_settings
from sayso.web import Guard, make_app
from sayso.web.guard import MOST_BYTES, has_password, is_from_here, is_known_host, refusal
from sayso.weigh import NO_MERGES

WORD = "pässword: of mine"
SECRET = Guard(password=WORD)


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1", True),
        ("127.0.0.1:8000", True),
        ("localhost:8000", True),
        ("LOCALHOST", True),
        ("localhost.", True),
        ("[::1]:8000", True),
        ("[::1]", True),
        ("", False),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("127.0.0.2", False),
        ("192.168.0.7:8000", False),
        ("[::1", False),
        (":8000", False),
    ],
)
def test_host_names_on_loopback(host, known):
    assert is_known_host(Guard(), host) is known


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("desk.example:8000", True),
        ("192.168.0.7:8000", True),
        ("[fe80::1]", True),
        ("localhost", True),
        ("evil.example", False),
        ("192.168.0.7.evil.example", False),
    ],
)
def test_host_names_beyond_loopback(host, known):
    guard = Guard(Guard().names | {"desk.example"}, any_address=True, password=WORD)
    assert is_known_host(guard, host) is known


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (basic("anybody", WORD), True),
        (basic("", WORD), True),
        (basic("", WORD).replace("Basic", "basic"), True),
        (basic("anybody", "wrong"), False),
        (basic("anybody", ""), False),
        (basic(WORD, ""), False),
        (basic("anybody", WORD + " "), False),
        (basic("anybody", WORD)[:-4], False),
        ("Basic " + base64.b64encode(WORD.encode()).decode(), False),
        ("Basic ü", False),
        ("Basic", False),
        ("Bearer " + WORD, False),
        ("", False),
    ],
)
def test_the_password(given, right):
    assert has_password(given, WORD) is right


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": ""}, False),
        # The browser's own word counts, whatever else is said.
        ({"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1:8000"}, False),
        ({"origin": "http://127.0.0.1:8000"}, True),
        ({"origin": "http://127.0.0.1:9000"}, False),
        ({"origin": "http://127.0.0.1"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://127.0.0.1:8000.evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://[::1"}, False),
        ({"origin": ""}, False),
        ({}, False),
    ],
)
def test_where_a_change_is_asked_for(headers, ours):
    assert is_from_here({"host": "127.0.0.1:8000", **headers}) is ours


def test_no_host_is_no_page_of_ours():
    assert not is_from_here({"origin": ""})
    assert not is_from_here({"host": "", "origin": "null"})


OWN = {"host": "localhost", "sec-fetch-site": "same-origin"}


@pytest.mark.parametrize(
    ("guard", "method", "headers", "status"),
    [
        (Guard(), "GET", {"host": "localhost"}, None),
        (Guard(), "HEAD", {"host": "localhost", "sec-fetch-site": "cross-site"}, None),
        (Guard(), "POST", OWN, None),
        (Guard(), "POST", {**OWN, "content-length": str(MOST_BYTES)}, None),
        (Guard(), "POST", {**OWN, "content-length": str(MOST_BYTES + 1)}, 413),
        (Guard(), "POST", {**OWN, "content-length": "-1"}, 413),
        (Guard(), "POST", {**OWN, "transfer-encoding": "chunked"}, 413),
        (Guard(), "POST", {"host": "localhost"}, 403),
        (Guard(), "DELETE", {"host": "localhost"}, 403),
        (Guard(), "OPTIONS", {"host": "localhost"}, 403),
        (Guard(), "GET", {"host": "evil.example"}, 400),
        (Guard(), "GET", {}, 400),
        (SECRET, "GET", {"host": "localhost"}, 401),
        (SECRET, "GET", {"host": "localhost", "authorization": basic("", WORD)}, None),
        (SECRET, "POST", {**OWN, "authorization": basic("", "no")}, 401),
        (SECRET, "POST", {**OWN, "authorization": basic("", WORD)}, None),
        (SECRET, "POST", {"host": "localhost", "authorization": basic("", WORD)}, 403),
    ],
)
def test_who_is_refused(guard, method, headers, status):
    refused = refusal(guard, method, headers)
    assert (refused.status if refused else None) == status


def test_a_page_with_a_password_shows_nothing_without_it(demo_ledger):
    book = build_ledger(Settings(ledger=str(demo_ledger)), create=False)
    client = TestClient(make_app(book, NO_MERGES, guard=SECRET), base_url="http://localhost")
    for path in ("/", "/static/style.css", "/nothing"):
        answer = client.get(path)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Basic ")
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "dam" not in answer.text
    assert client.get("/", headers={"authorization": basic("x", WORD)}).status_code == 200
    book.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.3.4.5", "localhost", "::1"])
def test_loopback_needs_no_password(host):
    assert is_loopback(host)
    guard = guard_of(host, Settings())
    assert guard.password is None
    assert not guard.any_address
    assert is_known_host(guard, f"[{host}]" if ":" in host else host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "2001:db8::7"])
def test_beyond_loopback_needs_a_password(host):
    with pytest.raises(UsageError) as refused:
        guard_of(host, Settings())
    assert "SAYSO_PASSWORD" in refused.value.remedy
    guard = guard_of(host, Settings(password=WORD))
    assert guard.password == WORD
    assert is_known_host(guard, "192.0.2.7")
    assert is_known_host(guard, socket.gethostname())
    assert not is_known_host(guard, "evil.example")


def test_a_password_is_asked_for_on_loopback_too():
    assert guard_of("127.0.0.1", Settings(password=WORD)).password == WORD


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("localhost", "http://localhost:8000/"),
        ("0.0.0.0", f"http://{socket.gethostname()}:8000/"),
        ("::", f"http://{socket.gethostname()}:8000/"),
    ],
)
def test_where_the_page_is(host, address):
    assert page_address(host, 8000) == address


def test_an_unknown_host_is_named(sayso):
    ran = sayso("serve", "--host", "nowhere.invalid")
    assert ran.code == 2
    assert "nowhere.invalid" in ran.err


def test_serve_refuses_other_addresses_without_a_password(sayso, tmp_path):
    ran = sayso("serve", "--host", "0.0.0.0", "--ledger", "new.db")
    assert ran.code == 2
    assert "no password is set" in ran.err
    assert not (tmp_path / "new.db").exists()


def test_a_port_that_is_taken_is_named_and_makes_no_ledger(sayso, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = sayso("serve", "--port", taken.getsockname()[1], "--ledger", "new.db")
    assert ran.code == 2
    assert "--port" in ran.err
    assert not (tmp_path / "new.db").exists()


def test_the_password_comes_from_the_environment_or_the_file(tmp_path, monkeypatch):
    (tmp_path / "sayso.toml").write_text('password = "from the file"')
    told = load_settings()
    assert told.password is not None
    assert told.password.get_secret_value() == "from the file"
    assert "from the file" not in repr(told)
    monkeypatch.setenv("SAYSO_PASSWORD", "from the environment")
    assert load_settings().password.get_secret_value() == "from the environment"


def test_a_short_password_is_refused_and_not_told(monkeypatch):
    monkeypatch.setenv("SAYSO_PASSWORD", "kurz")
    with pytest.raises(UsageError) as refused:
        load_settings()
    assert "password" in refused.value.problem
    assert "kurz" not in str(refused.value)
