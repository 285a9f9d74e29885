"""Is a picture's digest that of its own pixels, whichever way it came, and however small it is kept?"""

import io
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from models.images import sample
from models.nets.catalogue import load
from pages.batch_norm import batch_adding
from pages.convolution.flashlight.case import case_of, read
from pages.shell import pictures
from pages.shell.cached import networks
from pages.shell.records import Member, Now, Picture
from tests.pages.snippets import ROOT, ran
from tests.pages.test_batch_norm_result import line_with
from tests.pages.test_pages import opened, words

SIDES = st.tuples(st.integers(1, 6), st.integers(1, 6))


def noise(size, seed=0):
    """Every pixel of its own: whoever averages some of them first gets other numbers in the end."""
    pixels = np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    pixels[: size[1] // 3] //= 3
    return Image.fromarray(pixels)


def png(image):
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def uploaded(image, name="mine.png"):
    return pictures.add_own(png(image), name)


@pytest.mark.parametrize("key", ["cat", "ring", "brick wall"])
def test_a_sample_that_somebody_uploads_is_the_same_picture_to_the_caches(key):
    came = uploaded(sample(key.replace(" ", "_")))
    assert came.digest == pictures.sample_picture(key).digest


@given(SIDES, SIDES, st.integers(0, 1), st.integers(0, 1))
def test_digests_are_equal_where_size_and_pixels_are(one, other, light, dark):
    digests = [
        Picture("a", Image.new("RGB", size, (level,) * 3)).digest for size, level in ((one, light), (other, dark))
    ]
    assert (digests[0] == digests[1]) == ((one, light) == (other, dark))


def test_whoever_changes_the_pixels_changes_the_digest():
    picture = uploaded(noise((40, 30)))
    smaller = replace(picture, image=picture.image.resize((20, 15)))
    assert smaller.digest == Picture("other", smaller.image).digest != picture.digest


def test_what_a_batch_keeps_smaller_shares_no_cache_with_the_whole_picture():
    """The network sees two different pictures; each gets what it makes of it, whichever is asked for first."""
    whole = uploaded(noise((1000, 700)))
    small = batch_adding.own()[batch_adding.keep(whole)]
    assert small.image.width * small.image.height <= batch_adding.MOST_PIXELS < 1000 * 700
    network = load("cifar10")
    for picture in (small, whole):
        np.testing.assert_array_equal(networks.seen(picture, "cifar10"), network.picture(picture.image))
    assert not np.array_equal(networks.seen(small, "cifar10"), networks.seen(whole, "cifar10"))
    assert Member("a", small, "", "").digest != Member("a", whole, "", "").digest


def test_what_is_small_already_stays_as_it_is_in_a_batch():
    picture = uploaded(noise((300, 200)))
    assert batch_adding.own()[batch_adding.keep(picture)] == picture


# Where a part says its numbers, and where its lines print the same ones.
SHOWN = {"result": r"\*\*(-?\d[\d.]*)\*\*", "statistics": r"(\d\.\d+)(?=\*\* =| \()"}
PRINTED = {"result": r"-?\d[\d.]*", "statistics": r"(?<=[^:] )\d\.\d+"}


@pytest.mark.parametrize("size", [(1000, 700), (200, 1000), (300, 200)])
@pytest.mark.parametrize(("part", "line"), [("result", "the two ways differ"), ("statistics", "per-channel variance")])
def test_copied_lines_of_a_batch_with_an_upload_print_the_numbers_on_screen(part, line, size, tmp_path, monkeypatch):
    """The file that was sent lies beside the lines, under the name that they say."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    data = png(noise(size))
    (tmp_path / "upload 1.jpg").write_bytes(data)
    app = opened("batch_norm", part=part, batch="coffee,rocket", tensor="bn:stage1.bn2", channel="5")
    app.file_uploader(key="batch upload").set_value([("mine.png", data, "image/png")]).run()
    app.query_params["batch"] = "coffee,upload 1,upload 1/crop 2"
    app.run()
    assert not app.exception
    lines = next(code.value for code in app.code if "import torch" in code.value)
    assert lines.count("upload 1") >= 2
    printed = re.findall(PRINTED[part], ran(lines, tmp_path).rpartition("map 5")[2])
    shown = re.findall(SHOWN[part], line_with(words(app), line).replace("−", "-"))
    for one, other in zip(printed, shown, strict=True):
        assert float(one) == pytest.approx(float(other), abs=1.01 * 10.0 ** -len(other.partition(".")[2]))


def test_two_pictures_of_the_same_pixels_keep_their_own_names():
    """What a network makes of both is the same; what is said of them isn't."""
    twins = pictures.sample_picture("cat"), uploaded(sample("cat")), uploaded(sample("cat"))
    seen = [networks.seen(each, "cifar10") for each in twins]
    assert seen[0] is seen[1] is seen[2]
    shown = read({})
    assert [case_of(each, *shown).picture.key for each in twins] == [each.key for each in twins]


@given(st.tuples(st.integers(1, 700), st.integers(1, 700)), st.tuples(st.integers(1, 700), st.integers(1, 700)))
@example((600, 599), (599, 598))  # the first six digits are the same
@example((2, 4), (300, 600))
def test_members_are_told_apart_by_the_proportions_that_a_variation_acts_on(one, other):
    picture = Picture("ring", sample("ring"))
    members = [Member("ring/crop 1", picture, "crop 1", "", proportions) for proportions in (one, other)]
    same = one[0] * other[1] == other[0] * one[1]
    assert (members[0].digest == members[1].digest) == same
    if same:
        assert members[0].image.tobytes() == members[1].image.tobytes()


def test_a_batch_is_told_from_another_by_its_network_its_tensor_and_its_pictures():
    """Its values stand aside: they follow from these, and are as large as many pictures."""
    cat, ring = (Member(key, Picture(key, sample(key)), "", key) for key in ("cat", "ring"))
    asked = [((cat, ring), "a", "b"), ((ring, cat), "a", "b"), ((cat,), "a", "b"), ((cat, ring), "b", "b")]
    asked += [((cat, ring), "a", "a"), ((replace(cat, variation="flip"), ring), "a", "b")]
    batches = [Now(*each, np.zeros((1, 1, 1, 1), np.float32), None) for each in asked]
    assert len({batch.digest for batch in batches}) == len(batches)
    twin = replace(cat, key="upload 1", label="mine", picture=replace(cat.picture, key="upload 1"))
    assert Now((twin, ring), *asked[0][1:], batches[0].values, None).digest == batches[0].digest
