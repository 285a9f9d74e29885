"""What every stage must look like on a phone."""

import re

from playwright.sync_api import expect

PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}


def fits_a_phone(page, stage, said=re.compile("row 0, column 0", re.IGNORECASE), canvas="figure canvas"):
    """Nothing is cut off or too small to read, and a touch reads the first cell."""
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    first = page.locator(f"{stage} {canvas}").first
    first.scroll_into_view_if_needed()
    box = first.bounding_box()
    page.touchscreen.tap(box["x"] + 3, box["y"] + 3)
    expect(page.locator(stage)).to_contain_text(said)
    sizes = page.locator(stage).evaluate(
        """(root) => [...root.querySelectorAll("*")].filter((one) => one.innerText?.trim())
            .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
    )
    assert min(sizes) >= 13
