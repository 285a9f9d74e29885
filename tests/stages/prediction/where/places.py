"""The stage of where an answer comes from: its cells, and what is said of one."""

import re

from playwright.sync_api import expect

VIEW = "prediction?part=where&class=3&other=5"


def number(text):
    """A term as it stands in a sum."""
    return float(text.replace("−", "-").replace("+", "").replace("=", "").replace(" ", ""))


def point(page, plane, row, column, cells=8):
    box = page.locator(".stage .plane").nth(plane).bounding_box()
    page.mouse.move(box["x"] + (column + 0.5) * box["width"] / cells, box["y"] + (row + 0.5) * box["height"] / cells)


def said(page, row, column):
    """For either class and for their difference, what the cell adds."""
    expect(page.locator(".stage .readout")).to_contain_text(f"Row {row}, column {column}:")
    text = page.locator(".stage .readout").inner_text()
    return [number(part) for part in re.search(r": (\S+) for .*, (\S+) for .*, difference (\S+)\. ", text).groups()]
