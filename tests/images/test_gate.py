"""Is the gate passed in the order of arrival, by no more than its places, and given back whatever happens?"""

import threading
import time

import pytest

from models.images.gate import Gate

pytestmark = pytest.mark.clock


def started(work):
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def test_those_who_wait_pass_in_the_order_of_their_arrival():
    gate, order, threads = Gate(1), [], []
    with gate.place(1.0):
        for number in range(5):

            def work(number=number):
                with gate.place(5.0):
                    order.append(number)

            threads.append(started(work))
            deadline = time.monotonic() + 2
            while len(gate._waiting) <= number and time.monotonic() < deadline:
                time.sleep(0.001)
    for thread in threads:
        thread.join()
    assert order == [0, 1, 2, 3, 4]


def test_a_place_is_given_back_after_an_exception():
    gate = Gate(1)
    with pytest.raises(RuntimeError), gate.place(0.0):
        raise RuntimeError
    with gate.place(0.0) as waited:
        assert waited < 0.1


def test_who_runs_out_of_patience_leaves_the_queue_and_keeps_no_place():
    gate = Gate(1)
    with gate.place(0.0), pytest.raises(TimeoutError, match=r"patience_seconds=0\.05"), gate.place(0.05):
        pass
    with gate.place(0.0), pytest.raises(TimeoutError), gate.place(0.0):
        pass
    assert not gate._waiting


def test_a_place_that_comes_as_patience_ends_is_taken(monkeypatch):
    gate = Gate(1)

    class TooLate(threading.Event):
        def wait(self, *_):
            gate._leave()  # the other one leaves just after patience has ended
            return False

    gate._enter(0.0)
    monkeypatch.setattr(threading, "Event", TooLate)
    with gate.place(0.0):
        assert gate._free == 0
    assert gate._free == 1


def test_no_place_is_lost_in_a_crowd():
    gate = Gate(2)

    def work():
        for _ in range(50):
            try:
                with gate.place(0.0005):
                    time.sleep(0.0005)
            except TimeoutError:
                pass

    for thread in [started(work) for _ in range(6)]:
        thread.join()
    assert gate._free == 2


def test_a_gate_without_places_is_refused():
    with pytest.raises(ValueError, match="places is 0; it must be at least 1"):
        Gate(0)
