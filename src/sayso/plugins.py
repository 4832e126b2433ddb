"""Look-up in the tables of readers, taggers, engines and exporters, plug-ins included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import entry_points
from typing import TypeVar

from sayso.errors import UnknownNameError

Part = TypeVar("Part")


def part_named(
    name: str, own: Mapping[str, Part], *, what: str, group: str, besides: Iterable[str] = ()
) -> Part:
    """Return the part of this name: one of ours, or else what a plug-in offers in the group.

    ``what`` says in messages what kind of part it is; ``group`` is an entry-point group. Raises
    UnknownNameError, which lists all valid names, also those that the caller knows ``besides``.
    """
    if name in own:
        return own[name]
    plugins = entry_points(group=group)
    if name not in plugins.names:
        raise UnknownNameError(what, name, {*own, *plugins.names, *besides})
    part: Part = plugins[name].load()
    return part
