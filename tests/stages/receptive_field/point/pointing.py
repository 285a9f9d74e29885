"""The unit that is looked at, and how the stage is pointed at."""

UNIT = "layer=stage2.conv1&channel=3&row=8&column=7"


def point(page, name, row, column, rows, columns):
    box = page.locator(f".stage .{name} .plane").bounding_box()
    page.mouse.move(box["x"] + (column + 0.5) * box["width"] / columns, box["y"] + (row + 0.5) * box["height"] / rows)
