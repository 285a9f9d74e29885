"""The maps that are a single cell: their labels stand beside one another, not on top of one another."""

from itertools import pairwise

BOX = """label => {
  const text = document.createRange();
  text.selectNodeContents(label);
  const box = text.getBoundingClientRect();
  return [box.left, box.right];
}"""


def test_labels_of_single_cells_do_not_overlap(page, server):
    page.goto(f"{server}/pooling?part=invariance&picture=cat&source=average&direction=diagonal&shift=4")
    page.locator(".shifted .after figure b").first.wait_for()
    boxes = [label.evaluate(BOX) for label in page.locator(".shifted .after figure b").all()]
    assert len(boxes) == 3
    for (_, right), (left, _) in pairwise(boxes):
        assert right <= left
