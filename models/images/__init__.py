"""How does a file from a stranger become a picture that is safe to use, and which pictures are there without one?"""

from models.images.digests import digest
from models.images.kinds import FORMATS
from models.images.refusals import SENTENCES, UnreadableImage
from models.images.samples import Sample, sample, samples
from models.images.square import middle, reduced, square
from models.images.uploads import NOTES, Picture, decode, display_name, open_picture

__all__ = [
    "FORMATS",
    "NOTES",
    "SENTENCES",
    "Picture",
    "Sample",
    "UnreadableImage",
    "decode",
    "digest",
    "display_name",
    "middle",
    "open_picture",
    "reduced",
    "sample",
    "samples",
    "square",
]
