"""Articles brought in through the page: what is asked for, how far it is, what became of it."""

from __future__ import annotations

import io
import re
import threading
import time
from contextlib import closing
from datetime import date

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import FormData, UploadFile

from made_rows import make_party, make_row
from sayso.assemble import build_ledger
from sayso.cli.serving import make_read
from sayso.errors import InputError, LedgerError, NotFoundError, UsageError
from sayso.jobs import Failed, Known, Stored
from sayso.model import Stance
from sayso.settings import Settings
from sayso.web import Given, make_app
from sayso.web.intake import MOST_WAITING, Intake, Upload
from sayso.web.pages.begin import given_files, given_text
from sayso.weigh import NO_MERGES

SAME = {"sec-fetch-site": "same-origin"}
HEAD = make_row(make_party("Hana Vrel"), Stance.AFFIRMS).article
STORED, KNOWN = Stored(HEAD, 3), Known(HEAD)
FAILED = Failed(InputError("<b>x.txt</b> is empty", remedy="Give a file that holds an article"))


def reads(*outcomes):
    """Return what reads nothing, whatever it is given, with these outcomes."""
    return lambda _: iter(outcomes)


def pasted(text: str, **fields: str) -> FormData:
    return FormData({"text": text, **fields})


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("https://example.org/1", ("https://example.org/1",)),
        ("  HTTP://example.org/1\r\n", ("HTTP://example.org/1",)),
        (
            "https://example.org/1\n\nhttp://example.org/2\n",
            ("https://example.org/1", "http://example.org/2"),
        ),
        # A text may begin with an address, or have one on a line of its own.
        ("https://example.org/1 says the dam was shelled.", ()),
        ("The dam was shelled.\nhttps://example.org/1", ()),
    ],
)
def test_a_text_or_addresses(text, addresses):
    given = given_text(pasted(text))
    assert given.addresses == addresses
    assert given.text == (None if addresses else text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "/etc/passwd",
        "file:///etc/passwd",
        "www.example.org/1",
        "-",
        "*",
        "dam\nmine",
        "https://example.org/1\nfile:///etc/passwd",
    ],
)
def test_what_is_neither_a_text_nor_an_address_is_refused(text):
    with pytest.raises(UsageError):
        given_text(pasted(text))


def test_hints_of_outlet_and_day():
    given = given_text(pasted("It rained today.", outlet=" Coast Daily ", published="2026-05-04"))
    assert (given.outlet, given.published) == ("Coast Daily", date(2026, 5, 4))
    given = given_text(pasted("It rained today.", outlet=" ", published=""))
    assert (given.outlet, given.published) == (None, None)
    with pytest.raises(UsageError):
        given_text(pasted("It rained today.", published="yesterday"))


def test_the_login_of_an_address_is_not_shown():
    given = given_text(pasted("https://me:secret@example.org/1"))
    assert given.shown == "https://example.org/1"
    assert given.addresses == ("https://me:secret@example.org/1",)


def test_files():
    def form(*names: str) -> FormData:
        return FormData([("files", UploadFile(io.BytesIO(b"x"), filename=n)) for n in names])

    assert [u.name for u in given_files(form("a.txt", "b.html")).uploads] == ["a.txt", "b.html"]
    assert given_files(form("a.txt")).shown == "a.txt"
    for nothing in (form(""), FormData(), FormData({"files": "a.txt"})):
        with pytest.raises(UsageError):
            given_files(nothing)


def ended(intake: Intake, number: int):
    """Wait until a lot is read to its end, and return it."""
    for _ in range(2000):
        if (found := intake.reading(number)).ended:
            return found
        time.sleep(0.005)
    raise AssertionError("it never ends")


def test_lots_are_read_one_after_the_other():
    go, order = threading.Event(), []

    def read(given):
        order.append(given.shown)
        assert go.wait(5)
        yield STORED
        yield FAILED

    intake = Intake(read)
    first, second = intake.add(Given("first")), intake.add(Given("second"))
    while not intake.reading(first).begun:
        time.sleep(0.005)
    assert not intake.reading(second).begun
    go.set()
    found = ended(intake, second)
    assert order == ["first", "second"]
    assert (found.done, found.outcomes, found.error) == (2, (STORED, FAILED), None)
    assert [lot.shown for lot in intake.readings()] == ["second", "first"]
    intake.close()


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (LedgerError("The disk is full", remedy="Free some"), "The disk is full"),
        (KeyError("x"), "KeyError"),
    ],
)
def test_what_ends_a_lot_is_told_and_the_next_goes_on(raised, told, caplog):
    def read(given):
        yield STORED
        if given.shown == "bad":
            raise raised

    intake = Intake(read)
    bad, good = intake.add(Given("bad")), intake.add(Given("good"))
    assert told in ended(intake, bad).error.problem
    assert intake.reading(bad).done == 1
    assert ended(intake, good).error is None
    # What is no error of ours is told in the terminal, too.
    assert bool(caplog.records) is isinstance(raised, KeyError)
    intake.close()


def test_too_many_lots_are_refused():
    stop = threading.Event()

    def read(given):
        stop.wait(5)
        yield STORED

    intake = Intake(read)
    for i in range(MOST_WAITING):
        intake.add(Given(str(i)))
    with pytest.raises(UsageError):
        intake.add(Given("one more"))
    stop.set()
    ended(intake, MOST_WAITING)
    intake.add(Given("again"))
    intake.close()


def test_files_are_closed_once_they_are_read():
    content = io.BytesIO(b"x")

    def read(given):
        assert given.uploads[0].content.read() == b"x"
        yield STORED

    intake = Intake(read)
    number = intake.add(Given("a", uploads=(Upload("a", content),)))
    assert ended(intake, number).error is None
    intake.close()
    assert content.closed


def test_closing_stops_after_the_article_that_is_read():
    read_so_far, go = [], threading.Event()

    def read(given):
        for i in range(1000):
            read_so_far.append(i)
            if i == 1:
                go.wait(5)
            yield STORED

    intake = Intake(read)
    number = intake.add(Given("many"))
    while len(read_so_far) < 2:
        time.sleep(0.005)
    threading.Timer(0.05, go.set).start()
    intake.close()
    assert len(read_so_far) == 2
    assert intake.reading(number).done == 2


def test_an_unknown_reading_is_named():
    with pytest.raises(NotFoundError):
        Intake(reads()).reading(7)


@pytest.fixture
def empty(tmp_path):
    with closing(build_ledger(Settings(ledger=str(tmp_path / "new.db")), create=True)) as book:
        yield book


def client_of(book, read) -> TestClient:
    return TestClient(
        make_app(book, NO_MERGES, read=read), base_url="http://127.0.0.1", follow_redirects=False
    )


def finished(client: TestClient, where: str) -> str:
    """Return the list of outcomes once there is no more to wait for."""
    for _ in range(6000):
        page = client.get(where, headers={"HX-Request": "true"}).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.02)
    raise AssertionError("it never ends")


def test_an_empty_ledger_offers_three_ways(empty):
    page = client_of(empty, reads()).get("/").text
    for way in ("text", "files", "demo"):
        assert f'action="/add/{way}" method="post"' in page
    assert 'id="filters"' not in page


def test_a_page_that_only_shows_offers_none(empty):
    client = TestClient(make_app(empty, NO_MERGES), base_url="http://127.0.0.1")
    assert "/add" not in client.get("/").text
    assert "sayso read" in client.get("/").text
    assert client.get("/add").status_code == 404
    assert client.post("/add/demo", headers=SAME).status_code == 404


def test_outcomes_are_listed_with_their_remedies(empty):
    client = client_of(empty, reads(STORED, KNOWN, FAILED))
    answer = client.post("/add/text", data={"text": "It rained today."}, headers=SAME)
    assert answer.status_code == 303
    page = finished(client, answer.headers["location"])
    assert f'href="/articles/{HEAD.id}"' in page
    assert "3 statements" in page
    assert "In the ledger before" in page
    assert "&lt;b&gt;x.txt&lt;/b&gt; is empty" in page
    assert FAILED.error.remedy in page
    assert "<html" in client.get(answer.headers["location"]).text
    assert 'href="/readings/1"' in client.get("/add").text


def test_nothing_new_is_no_content(empty):
    client = client_of(empty, reads(STORED))
    where = client.post("/add/text", data={"text": "It rained."}, headers=SAME).headers["location"]
    finished(client, where)
    seen = {"HX-Request": "true"}
    assert client.get(f"{where}?seen=01-0", headers=seen).status_code == 200
    assert client.get(f"{where}?seen=11-1", headers=seen).status_code == 204
    assert client.get(f"{where}?seen=11-1").status_code == 200


def test_an_article_without_statements_is_told(empty):
    client = client_of(empty, reads(Stored(HEAD, 0)))
    where = client.post("/add/text", data={"text": "It rained."}, headers=SAME).headers["location"]
    assert "No statement was found in it" in finished(client, where)


@pytest.mark.parametrize("path", ["/add/text", "/add/files", "/add/demo"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {"origin": "null"}],
)
def test_other_sites_bring_nothing_in(empty, path, headers):
    asked = []
    client = client_of(empty, lambda given: iter(asked.append(given) or ()))
    assert client.post(path, data={"text": "It rained today."}, headers=headers).status_code == 403
    assert client.get(path).status_code == 405
    assert client.get("/readings/1").status_code == 404
    assert asked == []


def test_a_refused_paste_keeps_what_was_written(empty):
    client = client_of(empty, reads())
    data = {"text": "www.example.org/<1>", "outlet": "Coast Daily", "published": "2026-05-04"}
    answer = client.post("/add/text", data=data, headers=SAME)
    assert answer.status_code == 400
    assert "http:// or https://" in answer.text
    assert ">www.example.org/&lt;1&gt;</textarea>" in answer.text
    assert answer.text.count('value="Coast Daily"') == 2


def test_a_text_of_more_than_a_megabyte(empty):
    asked = []
    client = client_of(empty, lambda given: iter(asked.append(given) or ()))
    data = {"text": "It rained today. " * 100_000}
    answer = client.post("/add/text", data=data, headers=SAME)
    assert answer.status_code == 303
    finished(client, answer.headers["location"])
    assert len(asked[0].text) == 1_700_000


TEXT = (
    "Dam shelled, minister says\n\nRebel forces have shelled the Orlitsa dam since late April, "
    "Interior Minister Hana Vrel said on Monday. The Southern Front denied the shelling."
)


def real(book) -> TestClient:
    settings = Settings(tagger="rules")
    return client_of(book, make_read(settings, book, NO_MERGES))


def test_a_text_goes_the_way_of_all_articles(empty):
    client = real(empty)
    data = {
        "text": TEXT.replace("\n", "\r\n"),
        "outlet": "Northern Wire",
        "published": "2026-05-05",
    }
    where = client.post("/add/text", data=data, headers=SAME).headers["location"]
    page = finished(client, where)
    assert re.search(r"[1-9] statements?", page)
    (head,) = empty.articles()
    assert (head.outlet, head.published) == ("Northern Wire", date(2026, 5, 5))
    assert head.title == "Dam shelled, minister says"
    assert 'id="filters"' in client.get("/").text
    # The same once more adds nothing.
    again = client.post("/add/text", data=data, headers=SAME).headers["location"]
    assert "In the ledger before" in finished(client, again)
    assert empty.counts().articles == 1


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(200), "Not read"),
        ("a.txt", b"  \n ", "nothing but white space"),
        ("a.jsonl", b'{"text": "It rained on Monday, Hana Vrel said."}\nnonsense\n', "Not read"),
        (
            "a.txt",
            (
                "Le ministre a dit lundi que le barrage avait été touché par des tirs. " * 20
            ).encode(),
            "English",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_named(empty, name, raw, told):
    client = real(empty)
    answer = client.post("/add/files", files={"files": (name, raw)}, headers=SAME)
    page = finished(client, answer.headers["location"])
    assert told in page
    assert name in page


def test_an_address_that_does_not_answer_is_named(empty):
    client = real(empty)
    data = {"text": "http://127.0.0.1:1/x"}
    where = client.post("/add/text", data=data, headers=SAME).headers["location"]
    page = finished(client, where)
    assert "http://127.0.0.1:1/x can&#39;t be fetched" in page
    assert "Check the address" in page


def test_the_demo_is_kept_apart_from_other_articles(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        client = client_of(book, reads())
        answer = client.post("/add/demo", headers=SAME)
        assert answer.status_code == 400
        assert "sayso demo" in answer.text
        assert "/add/demo" not in client.get("/add").text


def test_the_demo_is_asked_for_in_an_empty_ledger(empty):
    asked = []
    client = client_of(empty, lambda given: iter(asked.append(given) or ()))
    answer = client.post("/add/demo", headers=SAME)
    finished(client, answer.headers["location"])
    assert [given.demo for given in asked] == [True]
