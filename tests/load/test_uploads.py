"""Six visits send 400 MB each: what is kept stays below the total, and goes with the visits."""

import time

from tests.benchmarks.bench_memory import memory, serving
from tests.browser.harness import wait_until
from tests.load.visitor import put, visiting

FILE = b"x" * 100_000_000


def test_six_visits_of_400_megabytes_each_stay_below_the_total_and_leave_nothing(start):
    address = start(CONVOSCOPE_MOST_UPLOADS_MB="600")
    process = serving(address)
    before, kept = memory(process)[1], []
    for number in range(6):
        with visiting(address) as visitor:
            visitor.rerun()
            visitor.until("new_session")
            kept += [put(address, visitor.session, FILE, f"{number}-{part}")[0] for part in range(4)]
        print(f"after visit {number + 1}: {memory(process)[1] - before} MB more; answers {kept[-4:]}")
        # The total, and one file more in two copies while it is received.
        assert memory(process)[1] - before < 600 + 3 * 100
    assert kept == [204] * 24, "each found room, for the visits before had been closed"
    wait_until(lambda: memory(process)[1] - before < 100, "what closed visits held is released", 60)


def test_visits_that_are_still_there_are_not_thrown_out_for_others(start):
    address = start(CONVOSCOPE_MOST_UPLOADS_MB="350")
    with visiting(address) as first, visiting(address) as second:
        for visitor in (first, second):
            visitor.rerun()
            visitor.until("new_session")
        assert [put(address, first.session, FILE, str(part))[0] for part in range(3)] == [204] * 3
        status, text = put(address, second.session, FILE)
        assert (status, text) == (503, "Visitors have sent as much as this server can hold. Try again in some minutes.")
    began = time.monotonic()
    with visiting(address) as third:
        third.rerun()
        third.until("new_session")
        assert put(address, third.session, FILE)[0] == 204, "there is room at once: by pressure"
    assert time.monotonic() - began < 30
