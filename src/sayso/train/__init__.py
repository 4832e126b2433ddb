"""Training the attribution encoder from a corpus; needs the extra ``sayso[train]``."""
