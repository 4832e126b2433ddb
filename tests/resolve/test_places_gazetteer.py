"""The gazetteer file: built whole, alike and from few or many records, and opened with care."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import MissingPartError
from sayso.resolve.places import open_gazetteer
from sayso.resolve.places.build import build_gazetteer, is_current
from sayso.resolve.places.fold import fold
from sayso.resolve.places.record import Record


def record(name: str, *, also: tuple[str, ...] = (), population: int = 0) -> Record:
    return Record(
        name=name,
        kind="town",
        precision="town",
        country="ISL",
        admin1="",
        point=(64.0, -20.0),
        geonameid=1,
        population=population,
        also=also,
    )


RECORDS = [
    record("Vesk", also=("Wesk", "Vesque"), population=10),
    record("Vesk", population=9000),
    record("Trenovar-on-Sea"),
]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "made.sqlite"
    build_gazetteer(path, RECORDS)
    return path


def test_names_lead_to_their_places_largest_first(made: Path) -> None:
    gazetteer = open_gazetteer(made)
    assert [e.population for e in gazetteer.lookup("VESK")] == [9000, 10]
    assert [e.main for e in gazetteer.lookup("Wésk")] == [False]
    assert [e.name for e in gazetteer.lookup("trenovar on sea")] == ["Trenovar-on-Sea"]
    assert gazetteer.lookup("Trenovar") == ()
    assert gazetteer.lookup("") == ()


def test_equal_records_give_equal_files(made: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    build_gazetteer(again, RECORDS)
    assert again.read_bytes() == made.read_bytes()
    assert is_current(made)


def test_a_failed_build_leaves_the_old_file_and_no_rest(made: Path) -> None:
    def broken() -> object:
        yield RECORDS[0]
        raise RuntimeError("cut off")

    before = made.read_bytes()
    with pytest.raises(RuntimeError, match="cut off"):
        build_gazetteer(made, broken())  # type: ignore[arg-type]
    assert made.read_bytes() == before
    assert [path.name for path in made.parent.iterdir()] == ["made.sqlite"]


def test_many_threads_share_one(made: Path) -> None:
    gazetteer = open_gazetteer(made)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(gazetteer.lookup, ["Vesk", "Wesk", "Trenovar-on-Sea"] * 200))
    assert all(found)


@pytest.mark.parametrize(
    "content", [None, b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 200]
)
def test_a_missing_or_damaged_file_names_the_remedy(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad.sqlite"
    if content is not None:
        path.write_bytes(content)
    assert not is_current(path)
    with pytest.raises(MissingPartError, match="make setup"):
        open_gazetteer(path)


def test_a_file_cut_short_names_the_remedy(made: Path) -> None:
    made.write_bytes(made.read_bytes()[: made.stat().st_size // 2])
    with pytest.raises(MissingPartError, match="pip install --no-build-isolation --no-deps -e"):
        for name in ("Vesk", "Wesk", "Trenovar-on-Sea"):
            open_gazetteer(made).lookup(name)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Kyiv", "kyiv"),
        ("Khar'kov", "kharkov"),
        ("Khar’kov", "kharkov"),
        ("Łódź", "lodz"),
        ("St. Petersburg", "saint petersburg"),
        ("Nagorno-Karabakh", "nagorno karabakh"),
        ("U.S.", "us"),
        ("W.Va.", "wva"),
        ("İzmir", "izmir"),
        ("ST", "st"),
        ("…", ""),
    ],
)
def test_folding(name: str, key: str) -> None:
    assert fold(name) == key


@given(st.text(max_size=60))
def test_folding_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)
