"""Fixtures that several rooms share: the demo's ledger, read once, and the command in process."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sayso.cli.app import run


@dataclass(frozen=True)
class Ran:
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture
def sayso(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run one command in this process."""

    def command(*arguments: object) -> Ran:
        capfd.readouterr()
        code = run([str(a) for a in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return command


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in its own empty folder, without settings of the user's."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith("SAYSO_") and n != "SAYSO_TEST_POSTGRES"]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's dispatches, read once for the whole session."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert run(["demo", "--ledger", str(path)]) == 0
    return path
