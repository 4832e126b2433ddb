"""Places: what a text names, where it lies."""
