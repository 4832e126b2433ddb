from __future__ import annotations

import pytest

from sayso.bench.speed import Clock, Speed, measure, peak_memory


def test_a_clock_adds_up_and_hands_on_what_the_work_gives():
    clock = Clock()
    assert clock.time(sum, [1, 2], start=3) == 6
    first = clock.seconds
    clock.time(lambda: sum(range(2_000_000)))
    assert clock.seconds > first >= 0


def test_the_fastest_round_counts():
    runs = []
    speed = measure(
        "x", 10, lambda: runs.append(sum(range(1_000_000 if not runs else 1))), rounds=3
    )
    slow = Clock()
    slow.time(lambda: sum(range(1_000_000)))
    assert len(runs) == 3
    assert speed.seconds < slow.seconds


@pytest.mark.parametrize(("seconds", "pace"), [(2.0, 50.0), (0.0, float("inf"))])
def test_a_speed_is_tokens_by_seconds(seconds, pace):
    assert Speed("x", 100, seconds).per_second == pace


def test_peak_memory_is_in_bytes():
    assert 10_000_000 < peak_memory() < 100_000_000_000
