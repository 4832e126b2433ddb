"""The English attribution model of sayso: data only. ``sayso.tag.encoder.package`` loads it."""
