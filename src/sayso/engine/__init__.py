"""Engines: how the reading of many articles is spread over processes; table ENGINES."""

from sayso.engine.local import ENGINES, Engine, engine_named

__all__ = ["ENGINES", "Engine", "engine_named"]
