"""The title of a page says which page it is and which view, so that tabs, history and bookmarks can be told apart."""

from unittest.mock import patch

import pytest

from pages.shell import titles
from tests.pages.test_pages import opened


@pytest.mark.parametrize(
    ("topic", "query", "title"),
    [
        ("home", {}, "Start · Convoscope"),
        ("feature_maps", {"layer": "pool1"}, "pool1 · Feature maps · Convoscope"),
        ("feature_maps", {"layer": "no such layer"}, "stage1.conv1 · Feature maps · Convoscope"),
        ("networks", {"part": "own"}, "Your own · Networks · Convoscope"),
        ("networks", {"part": "<b>"}, "All networks · Networks · Convoscope"),
    ],
)
def test_the_title_says_page_and_view(topic, query, title):
    with patch.object(titles.st, "set_page_config") as told:
        opened(topic, **query)
    assert told.call_args.kwargs["page_title"] == title
