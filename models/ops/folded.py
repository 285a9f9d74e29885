"""How far does a network without batch norm stray from itself? What comparing the two has to say."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Folded:
    """A network with batch norm layers folded away, beside itself as it is, on a batch of `pictures`.

    `difference`: the largest one between the two networks' outputs, `compared` values whose largest size is `largest`.
    `agreed`: on how many pictures both find the same class most probable.
    """

    layers: tuple[str, ...]
    difference: float
    largest: float
    compared: int
    agreed: int
    pictures: int
