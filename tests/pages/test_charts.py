"""Every chart has a name that says what is drawn over what, and can be read as a table."""

import pytest

from tests.pages.test_pages import opened

# Where there are charts: the address, and the charts' keys.
CHARTS = {
    "home": ({}, "costs chart"),
    "pooling": ({"part": "invariance"}, "invariance curve"),
    "batch_norm": ({"part": "statistics"}, "scatter curve"),
    "receptive_field": ({"part": "growth"}, "growth curve"),
    "networks": ({"part": "zoo"}, "zoo chart"),
}


@pytest.mark.parametrize("topic", CHARTS)
def test_a_chart_has_a_name_and_a_table(topic):
    query, key = CHARTS[topic]
    app = opened(topic, **query)
    (chart,) = app.get("plotly_chart")
    assert chart.proto.alt.startswith("Chart: ")
    assert not app.table
    toggle = app.toggle(key=f"{key} as a table")
    assert toggle.label.removeprefix("As a table: ") in chart.proto.alt
    toggle.set_value(True).run()
    table = app.table[0].value
    assert 0 < len(table) <= 25
    assert len(set(table.columns)) == len(table.columns) >= 2
    assert not table.isna().any().any()
