"""Pictures made on the server: enlarged without smoothing, and a sheet that shows every map with its scale."""

import io

import numpy as np
from PIL import Image

from viz.ink import colour, tiles


def opened(data):
    return np.asarray(Image.open(io.BytesIO(data), formats=["PNG"]).convert("RGB"))


def test_enlarging_makes_equal_squares():
    picture = np.random.default_rng(0).integers(0, 256, (4, 4, 3), dtype=np.uint8)
    assert np.array_equal(opened(tiles.enlarge(picture, 34)), picture.repeat(8, 0).repeat(8, 1))


def test_a_large_picture_is_reduced_to_fit():
    assert opened(tiles.enlarge(np.zeros((500, 250, 3), np.uint8), 100)).shape == (100, 50, 3)


def test_colours_end_where_the_scale_ends():
    painted = tiles.colours(np.array([-2.0, 0.0, 2.0]), (-2.0, 2.0))
    assert np.array_equal(painted, colour.diverging()[[0, 128, 255]])


def test_cells_off_the_scale_have_marks():
    painted = tiles.colours(np.array([-1.0, np.nan, np.inf, 1.0]), (0.0, 1.0))
    assert painted[:3].tolist() == [list(tiles.OFF_SCALE), list(tiles.NOT_A_NUMBER), list(tiles.INFINITE)]
    assert np.array_equal(painted[3], colour.sequential()[255])


def test_a_constant_map_is_flat():
    painted = tiles.colours(np.zeros((3, 3)), (0.0, 0.0))
    assert len(np.unique(painted.reshape(-1, 3), axis=0)) == 1


def test_the_sheet_shows_every_map_in_its_colours():
    maps = np.arange(6, dtype=np.float32).reshape(6, 1, 1).repeat(8, 1).repeat(8, 2)
    sheet = opened(tiles.sheet(maps, (0.0, 5.0), "title")).reshape(-1, 3)
    present = {tuple(pixel) for pixel in np.unique(sheet, axis=0)}
    assert {tuple(pixel) for pixel in tiles.colours(np.arange(6.0), (0.0, 5.0))} <= present
