"""Links with a part's former name lead to the part, and what is pressed there is written under its present one."""

import pytest

from pages.shell.parts import FORMERLY
from tests.pages.test_families import parts
from tests.pages.test_pages import opened, words

OLD = [(topic, old, new) for topic, names in FORMERLY.items() for old, new in names.items()]


@pytest.mark.parametrize(("topic", "old", "new"), OLD)
def test_a_link_of_before_leads_to_the_same_view(topic, old, new):
    before, now = opened(topic, part=old, picture="cat"), opened(topic, part=new, picture="cat")
    assert before.segmented_control(key="picked part").value == new
    assert words(before).replace(f"part={old}", f"part={new}") == words(now)


def test_another_part_is_written_by_its_present_name():
    app = opened("pooling", part="forgives", picture="cat")
    app.segmented_control(key="picked part").set_value("unpooling").run()
    part = app.query_params["part"]
    assert (part if isinstance(part, str) else part[0]) == "unpooling"


def test_names_of_before_are_nobody_elses():
    present = dict(parts())
    for topic, names in FORMERLY.items():
        assert set(names.values()) <= set(present[topic])
        assert not set(names) & set(present[topic])
