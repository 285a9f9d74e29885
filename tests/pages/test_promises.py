"""Every thing to try and every door shows what its words promise: each is pressed, and the stage held against them.

One that has words and no check here, or a check and no button, fails.
"""

import pytest

from tests.pages.promises import (  # noqa: F401 - they note their checks
    answering,
    by_hand,
    descent,
    learning,
    looking_inside,
    recorded,
    taken,
    training,
)
from tests.pages.promises.doors import DOORS, found
from tests.pages.promises.kept import PROMISES, promised
from tests.pages.promises.tried import page

PARTS = promised()
# A press must bring about all that it promises, whatever was chosen before: another network than most of them want.
BEFORE = {"network": "imagenette", "picture": "coins"}


def test_every_thing_to_try_has_its_check():
    assert set(PROMISES) == set().union(*PARTS.values())


def test_every_part_has_three():
    assert {where: len(keys) for where, keys in PARTS.items()} == dict.fromkeys(PARTS, 3)


@pytest.mark.parametrize("where", PARTS, ids=" ".join)
def test_what_is_promised_is_on_stage(where):
    topic, part = where
    with page(topic, **BEFORE, **({"part": part} if part else {})) as (press, keys):
        assert set(keys) == PARTS[where]
        for key in keys:
            PROMISES[key](press(key))


def test_every_door_has_its_check():
    assert set(found()) == set(DOORS)


CHECKS = {check: " ".join(where) for where, check in DOORS.items()}  # one may be about several


@pytest.mark.parametrize("check", CHECKS, ids=CHECKS.get)
def test_behind_a_door_is_what_it_promises(check):
    check()
