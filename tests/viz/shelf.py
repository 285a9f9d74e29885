"""Bytes and recipes for the tests of what travels by address, and what somebody who asks is given."""

import gzip
import random

from viz.hosts.streamlit.parcels import Recipe, key_of, token_of

MINE, THEIRS = token_of("my visit"), token_of("their visit")


def noise(size, seed=0):
    """Bytes that gzip makes nothing of."""
    return random.Random(seed).randbytes(size)  # noqa: S311, bytes for a test


def recipe(name, content=b"made", *, public=True):
    """A recipe for these bytes, and a list that grows by its name each time they are made."""
    made = []

    def make():
        made.append(name)
        return content

    return Recipe(key_of(name.encode()), make, public), made


def given_to(shelf, key, token=MINE, *, packed=False):
    """What whoever shows that token is given, opened if it is compressed; None for nothing."""
    parcel = shelf.find(key, token)
    found = None if parcel is None else shelf.body(parcel, packed=packed)
    return None if found is None else gzip.decompress(found[0]) if found[1] else found[0]


def held(shelf):
    return sum(len(parcel.held or b"") for parcel in shelf._kept.values())
