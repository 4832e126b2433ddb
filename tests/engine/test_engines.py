from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial

import pytest

from sayso.engine import ENGINES, engine_named
from sayso.errors import InputError, SaysoError, UnknownNameError


def _double(x: int) -> int:
    return 2 * x


def make_double():
    return _double


def _pid(_: int) -> int:
    return os.getpid()


def make_pid():
    return _pid


def _die(_: int) -> int:
    os._exit(3)


def make_die():
    return _die


def _error(x: int) -> InputError:
    return InputError(f"number {x}", remedy="Count again")


def make_error():
    return _error


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("count", [0, 1, 40])
def test_results_come_in_order(name, count):
    found = list(ENGINES[name](make_double, range(count), workers=2))
    assert found == [2 * i for i in range(count)]


def test_a_pool_works_elsewhere_and_few_items_need_none():
    run = partial(ENGINES["pool"], make_pid)
    assert os.getpid() not in set(run(range(10), workers=2))
    assert set(run(range(2), workers=2)) == {os.getpid()}


def test_a_dead_worker_is_one_clear_error():
    with pytest.raises(SaysoError, match="--workers 1"):
        list(ENGINES["pool"](make_die, range(10), workers=2))


def test_stopping_early_ends_the_pool():
    results = ENGINES["pool"](make_double, range(10_000), workers=2)
    assert next(results) == 0
    results.close()


ENDLESS = """
import itertools, os, signal, sys
from sayso.engine import ENGINES

def work(item):
    return os.getpid()

def make():
    return work

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for pid in ENGINES["pool"](make, itertools.count(), workers=2):
            print(pid, flush=True)
    except KeyboardInterrupt:
        sys.exit("stopped")
"""


def test_a_killed_run_leaves_no_workers_behind(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE) as run:
        assert run.stdout.readline()
        run.kill()
        # The workers share the output: it ends when the last of them has ended.
        run.communicate(timeout=30)


def test_workers_do_not_hear_of_an_interrupt(tmp_path):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    pipe = subprocess.PIPE
    command = [sys.executable, script]
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True) as run:
        assert run.stdout.readline()
        os.killpg(run.pid, signal.SIGINT)
        assert run.communicate(timeout=30)[1] == b"stopped\n"
    assert run.returncode == 1


def test_errors_come_back_whole():
    found = list(ENGINES["pool"](make_error, range(5), workers=2))
    assert str(found[4]) == "number 4. Count again."


def test_an_unknown_engine_names_the_valid_ones():
    with pytest.raises(UnknownNameError, match="pool, serial"):
        engine_named("cloud")
