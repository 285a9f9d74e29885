"""How large may a picture from a stranger be, and how large is what is made of it?"""

from typing import Final

MEGAPIXELS: Final = 25
"""The most pixels of a picture, in millions, as its header claims them."""
MEGAPIXELS_JPEG: Final = 60
"""The same for JPEG, which is decoded at a half, a quarter or an eighth of its size."""
LONGEST_TO_SHORTEST: Final = 50
"""The most that one side may be longer than the other."""
LARGEST_SIDE: Final = 1024
"""Pixels of the longer side of the working copy; longer pictures are reduced."""
SMALLEST_SIDE: Final = 8
"""Pixels of the shorter side of the working copy; smaller pictures are enlarged."""
