"""Dates: expressions in plain text, their TIMEX3 values and their intervals of days."""

from sayso.resolve.dates.find import find_dates

__all__ = ["find_dates"]
