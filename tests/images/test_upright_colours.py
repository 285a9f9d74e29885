"""Does every kind of picture that can be opened come out upright, in 8-bit RGB, and as bright as it was meant?"""

import io
import struct

import numpy as np
import pytest
from PIL import Image, ImageCms

from models.images import NOTES, decode, digest, open_picture

# Where the first row and the first column of the stored picture belong, as the EXIF standard tells it.
STORED = {
    1: lambda upright: upright,
    2: lambda upright: upright[:, ::-1],
    3: lambda upright: upright[::-1, ::-1],
    4: lambda upright: upright[::-1],
    5: lambda upright: upright.swapaxes(0, 1),
    6: lambda upright: upright[:, ::-1].swapaxes(0, 1),  # first row: the right side; first column: the top
    7: lambda upright: upright[::-1, ::-1].swapaxes(0, 1),
    8: lambda upright: upright[::-1].swapaxes(0, 1),
}


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags


@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_undone_to_the_pixel(orientation, colourful, file_of):
    stored = Image.fromarray(np.ascontiguousarray(STORED[orientation](colourful)))
    picture = open_picture(file_of(stored, "PNG", exif=exif(orientation)))
    np.testing.assert_array_equal(np.asarray(picture.image), colourful)
    assert picture.original_size == (20, 30)


@pytest.mark.parametrize(("picture_format", "options"), [("TIFF", {}), ("WEBP", {"lossless": True})])
def test_orientation_counts_in_every_format_that_has_it(picture_format, options, colourful, file_of):
    stored = Image.fromarray(np.ascontiguousarray(STORED[6](colourful)))
    picture = open_picture(file_of(stored, picture_format, exif=exif(6), **options))
    np.testing.assert_array_equal(np.asarray(picture.image), colourful)
    assert picture.original_size == (20, 30)


def test_a_reduced_portrait_photograph_stands_upright(file_of):
    landscape = Image.new("RGB", (3000, 2000), (0, 0, 255))
    landscape.paste((255, 0, 0), (0, 0, 3000, 1000))  # the upper half red; turned to the right: the right half
    picture = open_picture(file_of(landscape, "JPEG", exif=exif(6)))
    assert picture.image.size == (683, 1024)
    assert picture.original_size == (3000, 2000)
    assert picture.image.getpixel((600, 500))[0] > 250
    assert picture.image.getpixel((80, 500))[2] > 250


def test_damaged_exif_leaves_the_picture_as_stored(colourful, file_of):
    damaged = b"Exif\0\0MM\0*\xff\xff\xff\xff"
    data = file_of(Image.fromarray(colourful), "PNG", exif=damaged)
    np.testing.assert_array_equal(np.asarray(decode(data)), colourful)


def test_transparency_lies_on_white(file_of):
    image = Image.new("RGBA", (16, 16), (255, 0, 0, 0))
    image.paste((255, 0, 0, 128), (8, 0, 16, 16))
    picture = open_picture(file_of(image, "PNG"))
    assert picture.image.getpixel((2, 2)) == (255, 255, 255)
    assert picture.image.getpixel((12, 2)) == pytest.approx((255, 127, 127), abs=1)
    assert picture.notes == ("transparency_on_white",)


def test_hidden_colours_do_not_bleed_when_a_transparent_picture_is_reduced(file_of):
    pixels = np.zeros((2048, 2048, 4), np.uint8)
    pixels[:, ::2] = (255, 255, 255, 255)  # every second column white; between them invisible black
    assert np.asarray(decode(file_of(Image.fromarray(pixels), "PNG", compress_level=1))).min() >= 254


def test_an_alpha_channel_that_hides_nothing_is_not_mentioned(file_of):
    assert open_picture(file_of(Image.new("RGBA", (16, 16), (9, 8, 7, 255)), "PNG")).notes == ()


def test_a_palette_with_transparency_lies_on_white(file_of):
    image = Image.new("P", (16, 16), 0)
    image.putpalette([10, 20, 30, 200, 100, 50])
    image.paste(1, (8, 0, 16, 16))
    picture = open_picture(file_of(image, "PNG", transparency=0))
    assert picture.image.getpixel((2, 2)) == (255, 255, 255)
    assert picture.image.getpixel((12, 2)) == (200, 100, 50)
    assert "transparency_on_white" in picture.notes


def test_one_transparent_colour_of_an_rgb_picture_lies_on_white(file_of):
    image = Image.new("RGB", (16, 16), (1, 2, 3))
    image.paste((9, 9, 9), (8, 0, 16, 16))
    picture = decode(file_of(image, "PNG", transparency=(1, 2, 3)))
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert picture.getpixel((12, 2)) == (9, 9, 9)


def test_greyscale_with_alpha_lies_on_white(file_of):
    picture = decode(file_of(Image.new("LA", (16, 16), (0, 64)), "PNG"))
    assert picture.getpixel((3, 3)) == pytest.approx((191, 191, 191), abs=1)


@pytest.mark.parametrize("picture_format", ["PNG", "BMP", "TIFF", "GIF"])
def test_one_bit_is_black_and_white(picture_format, file_of):
    image = Image.new("1", (16, 16), 0)
    image.paste(1, (8, 0, 16, 16))
    picture = decode(file_of(image, picture_format))
    assert picture.getpixel((2, 2)) == (0, 0, 0)
    assert picture.getpixel((12, 2)) == (255, 255, 255)


def test_one_bit_is_averaged_when_it_is_reduced(file_of):
    pixels = np.indices((2048, 2048)).sum(axis=0) % 2 == 0
    reduced = np.asarray(decode(file_of(Image.fromarray(pixels), "PNG")))
    assert abs(float(reduced.mean()) - 127.5) < 2
    assert reduced.std() < 10


@pytest.mark.parametrize("picture_format", ["PNG", "TIFF"])
def test_sixteen_bits_keep_their_brightness(picture_format, file_of):
    grey = np.tile(np.arange(256, dtype=np.uint16), (16, 1))
    picture = open_picture(file_of(Image.fromarray(grey * 257), picture_format))
    np.testing.assert_array_equal(np.asarray(picture.image)[..., 0], grey)
    assert picture.notes == ()


def test_a_big_endian_sixteen_bit_tiff_is_read_as_such(file_of):
    image = Image.frombytes("I;16B", (16, 16), struct.pack(">H", 0x8080) * 256)
    assert decode(file_of(image, "TIFF")).getpixel((3, 3)) == (128, 128, 128)


def test_twelve_bits_in_sixteen_are_not_nearly_black(file_of):
    grey = np.linspace(0, 4095, 256).astype(np.uint16).reshape(16, 16)
    picture = open_picture(file_of(Image.fromarray(grey), "PNG"))
    assert np.asarray(picture.image).max() == 255
    assert picture.notes == ("brightness_stretched",)


def test_thirty_two_bit_numbers_are_stretched(file_of):
    numbers = np.linspace(-1000, 1_000_000, 256).astype(np.int32).reshape(16, 16)
    picture = open_picture(file_of(Image.fromarray(numbers), "TIFF"))
    grey = np.asarray(picture.image)[..., 0].ravel().astype(int)
    assert (grey[0], grey[-1]) == (0, 255)
    assert (np.diff(grey) >= 0).all()
    assert picture.notes == ("brightness_stretched",)


def test_a_float_tiff_with_holes_keeps_the_brightness_of_the_rest(file_of):
    numbers = np.tile(np.linspace(0, 1, 256, dtype=np.float32), (16, 1))
    numbers[0, :3] = np.nan, np.inf, -np.inf
    picture = open_picture(file_of(Image.fromarray(numbers), "TIFF"))
    grey = np.asarray(picture.image)[..., 0]
    np.testing.assert_array_equal(grey[1], np.arange(256))
    assert grey[0, :3].tolist() == [0, 255, 0]
    assert picture.notes == ("missing_as_black",)


def test_a_large_float_picture_with_one_hole_loses_one_spot_only(file_of):
    numbers = np.full((2048, 2048), 0.5, np.float32)
    numbers[1000, 1000] = np.nan
    grey = np.asarray(decode(file_of(Image.fromarray(numbers), "TIFF", compression="tiff_deflate")))[..., 0]
    assert (grey != 128).sum() <= 9


@pytest.mark.parametrize("picture_format", ["JPEG", "TIFF"])
def test_inks_become_colours(picture_format, file_of):
    inks = Image.new("CMYK", (64, 64), (0, 255, 255, 0))  # magenta and yellow: red
    inks.paste((0, 0, 0, 0), (32, 0, 64, 64))  # no ink: paper
    picture = decode(file_of(inks, picture_format))
    assert picture.getpixel((8, 8)) == pytest.approx((255, 0, 0), abs=6)
    assert picture.getpixel((56, 8)) == pytest.approx((255, 255, 255), abs=6)


def test_an_ink_jpeg_without_adobes_mark_is_not_inverted(file_of):
    # Pillow writes inks as Adobe does, inverted and with the mark. Inverted once more and unmarked, they are plain.
    inks = Image.new("CMYK", (64, 64), (255, 0, 0, 255))
    data = file_of(inks, "JPEG")
    mark = data.index(b"\xff\xee")
    plain = data[:mark] + data[mark + 2 + int.from_bytes(data[mark + 2 : mark + 4], "big") :]
    assert b"Adobe" not in plain
    assert decode(plain).getpixel((8, 8)) == pytest.approx((255, 0, 0), abs=6)


def test_lab_becomes_the_colours_it_was_made_from(file_of):
    blocks = Image.new("RGB", (48, 16), (200, 40, 60))
    blocks.paste((30, 160, 70), (16, 0, 32, 16))
    blocks.paste((90, 90, 200), (32, 0, 48, 16))
    lab = ImageCms.profileToProfile(
        blocks, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    picture = decode(file_of(lab, "TIFF"))
    for column in (8, 24, 40):
        assert picture.getpixel((column, 8)) == pytest.approx(blocks.getpixel((column, 8)), abs=4)


def test_ycbcr_becomes_rgb(file_of):
    image = Image.new("RGB", (16, 16), (200, 40, 60)).convert("YCbCr")
    assert decode(file_of(image, "TIFF")).getpixel((4, 4)) == pytest.approx((200, 40, 60), abs=3)


@pytest.mark.parametrize("picture_format", ["GIF", "WEBP", "PNG", "TIFF"])
def test_of_several_pictures_the_first_is_shown_and_it_says_so(picture_format, file_of):
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "lime", "blue")]
    options = {"lossless": True} if picture_format == "WEBP" else {}
    data = file_of(frames[0], picture_format, save_all=True, append_images=frames[1:], **options)
    picture = open_picture(data)
    assert picture.image.getpixel((3, 3)) == (255, 0, 0)
    assert picture.notes == ("first_frame",)


def test_a_phones_photograph_with_a_preview_behind_it_is_one_jpeg(photograph):
    buffer = io.BytesIO()
    photograph.save(buffer, "MPO", save_all=True, append_images=[photograph.resize((32, 24))])
    picture = open_picture(buffer.getvalue())
    assert (picture.format, picture.original_size, picture.notes) == ("JPEG", (240, 320), ())


@pytest.mark.parametrize(("picture_format", "exact"), [("PNG", True), ("BMP", True), ("TIFF", True), ("JPEG", False)])
def test_an_ordinary_picture_comes_out_as_it_is(picture_format, exact, photograph, file_of):
    picture = open_picture(file_of(photograph, picture_format), name="photograph.bin")
    difference = np.abs(np.asarray(picture.image, int) - np.asarray(photograph, int)).mean()
    assert difference == 0 if exact else difference < 4
    assert (picture.format, picture.original_size, picture.notes) == (picture_format, (240, 320), ())


def test_one_pixel_becomes_eight_by_eight(file_of):
    picture = open_picture(file_of(Image.new("RGB", (1, 1), (5, 6, 7)), "PNG"))
    assert picture.image.size == (8, 8)
    assert set(picture.image.get_flattened_data()) == {(5, 6, 7)}
    assert (picture.original_size, picture.notes) == ((1, 1), ("enlarged",))


def test_a_small_picture_is_enlarged_in_equal_squares(file_of):
    pixels = np.random.default_rng(3).integers(0, 256, (3, 5, 3), dtype=np.uint8)
    enlarged = np.asarray(decode(file_of(Image.fromarray(pixels), "PNG")))
    np.testing.assert_array_equal(enlarged, np.kron(pixels, np.ones((3, 3, 1), np.uint8)))


def test_a_large_picture_is_reduced_and_its_size_told(file_of):
    picture = open_picture(file_of(Image.new("RGB", (3000, 1500), (1, 2, 3)), "PNG"))
    assert picture.image.size == (1024, 512)
    assert (picture.original_size, picture.notes) == ((1500, 3000), ("reduced",))


def test_reducing_makes_no_halo(file_of):
    edge = np.full((2000, 2000), 60, np.uint8)
    edge[:, 1000:] = 190
    reduced = np.asarray(decode(file_of(Image.fromarray(edge), "PNG")))
    assert (reduced.min(), reduced.max()) == (60, 190)


def test_equal_pictures_have_equal_digests_and_a_single_pixel_makes_another(photograph, file_of):
    changed = photograph.copy()
    changed.putpixel((100, 100), (0, 0, 0))
    first, again, other = (
        digest(open_picture(file_of(image, picture_format)).image)
        for image, picture_format in ((photograph, "PNG"), (photograph, "BMP"), (changed, "PNG"))
    )
    assert first == again != other
    assert len(first) == 64


def test_notes_come_from_the_published_codes_in_their_order(file_of):
    frames = [Image.new("RGBA", (2000, 20 * side), (255, 0, 0, 90)) for side in (3, 3)]
    notes = open_picture(file_of(frames[0], "PNG", save_all=True, append_images=frames[1:])).notes
    assert notes == tuple(note for note in NOTES if note in notes)
    assert {"reduced", "transparency_on_white"} <= set(notes)
