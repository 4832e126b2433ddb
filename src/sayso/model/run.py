"""Runs: what inferred a row."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Run:
    """The tool version, model digest and settings (as JSON) that inferred something."""

    id: str
    version: str
    tagger: str
    model_digest: str
    settings: str


def make_run(*, version: str, tagger: str, model_digest: str, settings: str) -> Run:
    """Return the run with these parts; equal parts are one run, whenever they ran."""
    identity = content_id("run", version, tagger, model_digest, settings)
    return Run(identity, version, tagger, model_digest, settings)
