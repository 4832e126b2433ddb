from __future__ import annotations

import pytest

from sayso.weigh import is_due


def weighings(touches: int) -> tuple[int, int]:
    """How often a matter that grows one by one is weighed, and over how many rows in all."""
    changed = times = rows = 0
    for size in range(1, touches + 1):
        changed += 1
        if is_due(size, changed):
            changed, times, rows = 0, times + 1, rows + size
    return times, rows


def test_the_cost_of_a_growing_matter_is_linear():
    _, hundreds = weighings(1_000)
    _, thousands = weighings(10_000)
    assert thousands < 15 * hundreds
    assert hundreds < 4 * 1_000


@pytest.mark.parametrize(
    ("statements", "changed", "expected"),
    [
        pytest.param(1, 1, True, id="it is new"),
        pytest.param(3, 1, True, id="small ones at every change"),
        pytest.param(80, 0, False, id="nothing changed"),
        pytest.param(81, 1, False, id="hardly anything changed"),
        pytest.param(120, 40, True, id="it has grown by half"),
        pytest.param(80, 80, True, id="as many left as came"),
    ],
)
def test_when_a_matter_is_due(statements, changed, expected):
    assert is_due(statements, changed) is expected
