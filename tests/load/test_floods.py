"""How long does one visitor wait while another sends thousands of messages? What do 300 sockets of one address do?"""

import statistics
import threading
import time
from contextlib import ExitStack, suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.load.visitor import visiting

# A machine that is busy with other things answers late, too: the bound is far above what a calm one shows (5–50 ms) and
# far below what there was without bounds (seconds, and minutes).
PATIENCE = 2.0


def flood(address, count, stopped):
    """Sends so many messages as fast as they go, anew whenever the socket is closed; how many it got rid of."""
    sent = 0
    while sent < count and not stopped.is_set():
        with suppress(ConnectionClosed, TimeoutError), visiting(address) as flooding:
            while sent < count and not stopped.is_set():
                flooding.rerun("convolution")
                sent += 1
    return sent


def waits_of(visitor, seconds):
    """How long each answer takes over so many seconds: of the server, and of a page."""
    answers, looks, end = [], [], time.monotonic() + seconds
    while time.monotonic() < end:
        answers.append(visitor.answers())
        looks.append(visitor.look("convolution"))
    return answers, looks


@pytest.mark.parametrize("count", [300, 2_000, 20_000])
def test_others_are_answered_while_one_sends_thousands_of_messages(start, count, record_property):
    address, stopped = start(), threading.Event()
    with visiting(address) as patient:
        for _ in range(3):
            patient.look("convolution")
        calm = waits_of(patient, 2)
        flooding = threading.Thread(target=flood, args=(address, count, stopped))
        flooding.start()
        busy = waits_of(patient, 8)
        stopped.set()
        flooding.join(60)
        after = waits_of(patient, 2)
    for name, (answers, looks) in (("calm", calm), ("flood", busy), ("after", after)):
        shown = [f"{1000 * value:.0f}" for value in (*spread(answers), *spread(looks))]
        print(
            f"{count} messages, {name}: answers {shown[0]} ms, at most {shown[1]}; pages {shown[2]}, at most {shown[3]}"
        )
        record_property(f"{name} {count}", shown)
    assert spread(busy[0])[1] < PATIENCE
    assert statistics.median(busy[1]) < PATIENCE
    assert statistics.median(after[0]) < PATIENCE / 4, "what the flood left behind is dropped"


def spread(values):
    return statistics.median(values), max(values)


def test_300_sockets_of_one_address_are_served_where_nothing_is_set(start):
    address = start()
    with ExitStack() as stack:
        hall = [stack.enter_context(visiting(address)) for _ in range(300)]
        assert max(hall[number].answers() for number in range(0, 300, 50)) < PATIENCE * 2


def test_where_it_is_set_300_sockets_of_one_address_are_not_and_others_still_are(start):
    """Behind a declared proxy each visitor has the address that the proxy names; nobody else may name one."""
    address = start(CONVOSCOPE_SOCKETS_PER_ADDRESS="40", CONVOSCOPE_PROXIES="127.0.0.1")
    with ExitStack() as stack:
        served, refused = opened(stack, address, 300, lambda _: "203.0.113.7")
        assert (served, refused) == (40, 260)
        # Whatever the visitor writes itself stands before what the proxy adds.
        assert opened(stack, address, 20, lambda number: f"198.51.100.{number}, 203.0.113.7") == (0, 20)
        assert opened(stack, address, 60, lambda number: f"198.51.100.{number}") == (60, 0)
    with ExitStack() as stack:
        time.sleep(0.5)
        assert opened(stack, address, 45, lambda _: "203.0.113.7") == (40, 5), "what is closed counts no more"


def test_without_a_declared_proxy_nobody_chooses_an_address(start):
    address = start(CONVOSCOPE_SOCKETS_PER_ADDRESS="40")
    with ExitStack() as stack:
        assert opened(stack, address, 300, lambda number: f"198.51.100.{number % 250}") == (40, 260)


def opened(stack, address, count, named):
    """How many sockets are opened and refused, when a proxy on this machine names their addresses so."""
    served = 0
    for number in range(count):
        with suppress(InvalidStatus):
            stack.enter_context(visiting(address, headers={"X-Forwarded-For": named(number)}))
            served += 1
    return served, count - served
