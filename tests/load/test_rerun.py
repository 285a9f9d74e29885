"""What does a rerun cost that changes nothing, beside a bare application's, in one run and on the same machine?"""

from pathlib import Path

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.bench_rerun import VIEWS, Taken, compare, fragment_of, row_of

# What is reached, with a third to spare for machines that are busy with other things: none of these may be raised. They
# are to come down to 2.
MOST_WHOLE, MOST_TOUCHED = 20, 13
TIMES = 24


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells what a process has used")
def test_no_view_costs_more_than_it_did():
    (_, floor, _, _), *found = compare(VIEWS, TIMES)
    for view, whole, touched, _ in found:
        print(*row_of(view, floor, whole, touched, None), sep=" | ", flush=True)
    costs = {view: whole.cpu / floor.cpu for view, whole, _, _ in found}
    assert max(costs.values()) <= MOST_WHOLE, costs
    costs = {view: touched.cpu / floor.cpu for view, _, touched, _ in found if touched}
    assert max(costs.values()) <= MOST_TOUCHED, costs


def delta(fragment):
    message = ForwardMsg()
    message.delta.fragment_id = fragment
    message.delta.new_element.text.body = "x"
    return message


def test_the_part_is_the_fragment_that_most_is_in():
    assert fragment_of([delta(name) for name in ("", "", "", "a", "b", "b")]) == "b"
    assert fragment_of([delta(""), ForwardMsg()]) is None


def test_a_row_has_the_ratio_to_the_floor():
    cells = row_of("x", Taken(4.0, 1.0, 6), Taken(10.0, 20.0, 70), None, None)
    assert cells[:5] == ("x", "10.0", "2.5", "20.0", "70")
    assert set(cells[5:]) == {""}
