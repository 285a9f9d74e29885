"""What every part of the Batch norm page gives away: the tensor it works on, with its pictures' names."""

from __future__ import annotations

import io

import numpy as np

from pages.shell.export import File
from pages.shell.language import say
from pages.shell.records import Now


def tensor_file(now: Now) -> File:
    """An NPZ with the values [B, C, H, W], the network, the tensor's name, and the keys of the batch's pictures."""
    name = f"batch-{now.network}-{now.tensor}".replace(":", "-")
    return File(say("batch.save_tensor"), name, "npz", lambda: tensor_bytes(now))


def tensor_bytes(now: Now) -> bytes:
    """The bytes of that file."""
    file = io.BytesIO()
    keys = np.array([member.key for member in now.members])
    np.savez_compressed(
        file, values=now.values, network=np.array(now.network), tensor=np.array(now.tensor), pictures=keys
    )
    return file.getvalue()
