from __future__ import annotations

from sayso.weigh import Schedule


def weighings(touches: int) -> tuple[int, int]:
    """How often a matter that grows one by one is weighed, and over how many rows in all."""
    schedule, times, rows = Schedule(), 0, 0
    for size in range(1, touches + 1):
        if schedule.add("m", 1):
            schedule.weighed("m", size)
            times, rows = times + 1, rows + size
    return times, rows


def test_small_matters_are_weighed_at_every_touch():
    assert weighings(8) == (8, 36)


def test_the_cost_of_a_growing_matter_is_linear():
    _, hundreds = weighings(1_000)
    _, thousands = weighings(10_000)
    assert thousands < 15 * hundreds
    assert hundreds < 12 * 1_000


def test_what_has_grown_since_is_overdue_until_weighed():
    schedule = Schedule()
    assert schedule.add("m", 80)
    schedule.weighed("m", 80)
    assert schedule.overdue() == ()
    assert not schedule.add("m", 1)
    assert schedule.overdue() == ("m",)
    schedule.weighed("m", 81)
    assert schedule.overdue() == ()


def test_matters_of_earlier_runs_are_due_at_first_touch():
    assert Schedule().add("m", 1)
