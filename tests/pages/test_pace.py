"""How long a task will take is told from passes that were warm: the first, slow one is left out."""

import time
from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.nets.answers import probe as passes
from pages.prediction.probe import cached as probe
from pages.prediction.probe import cached as probing
from pages.shell.pace import BUDGET, FEW, MANY, MOST, TIMED, Pace

WARM_UP = 2.0  # seconds of a first pass, made up


class Clock:
    """Time that passes only where a pass is made, and a pace that is told of them."""

    def __init__(self, *durations):
        self.now, self.durations, self.pace, self.runs = 0.0, iter(durations), Pace(), []

    def run(self, items):
        taken = next(self.durations)
        self.now += taken
        self.runs.append(items)
        self.pace.note(taken, items)

    def told(self):
        return self.pace.timed(self.run, lambda: self.now)


def test_the_slow_first_pass_is_left_out():
    clock = Clock(168, 0.2, 99)
    assert clock.told() == 0.2 / FEW
    assert clock.told() == 0.2 / FEW
    assert clock.runs == [FEW, FEW]


def test_the_first_pass_of_every_length_is_left_out():
    clock = Clock(0.05, 0.1, 0.016, 0.024, 0.016)
    assert clock.told() == 0.016 / MANY
    assert clock.runs == [FEW, MANY, *[MANY] * TIMED]


def test_one_slow_pass_among_a_few_does_not_count():
    assert Clock(0.05, 0.01, 0.016, 0.2, 0.016).told() == 0.016 / MANY


def test_a_slow_network_is_timed_no_longer_than_it_must():
    clock = Clock(2 * BUDGET, 2 * BUDGET, 3 * BUDGET)
    assert clock.told() == BUDGET
    assert clock.runs == [FEW, FEW, FEW]
    assert Clock(MOST, MOST).told() == MOST / FEW


def test_a_single_picture_says_nothing_of_longer_passes():
    pace = Pace()
    for _ in range(9):
        pace.note(WARM_UP, 1)
    assert pace.known is None


@given(st.floats(0.001, 100), st.lists(st.floats(0.001, 1), min_size=1, max_size=5))
def test_what_is_told_is_a_middle_one_of_what_was_seen_after_the_first(first, later):
    pace = Pace()
    for seconds in (first, *later):
        pace.note(seconds, 4)
    assert pace.known == pytest.approx(median_low(later) / 4)


def test_the_estimate_of_a_sweep_is_not_inflated_by_a_slow_first_pass(monkeypatch):
    """The network's first pass of every length is made to take seconds; a later one is what is told."""
    honest, met, later = passes.outputs, set(), []

    def outputs(network, pictures):
        start = time.perf_counter()
        found = honest(network, pictures)
        if len(pictures) in met:
            later.append((time.perf_counter() - start) / len(pictures))
        else:
            time.sleep(WARM_UP)
        met.add(len(pictures))
        return found

    monkeypatch.setattr(passes, "outputs", outputs)
    monkeypatch.setattr(probe, "_paces", {})
    told = probing.pace("cifar10")
    assert later
    assert 0.9 * min(later) < told < max(later) + 0.02
    assert told < WARM_UP / FEW
