"""Measuring: scorers, generated dispatches, speeds. No printing, no concrete parts."""
