"""A network that a visitor has trained, on its way to the other pages: checked and made. Nothing of it is kept here."""

from __future__ import annotations

from models.nets.own.file.refusals import UnreadableWeights
from models.records.trained import Trained
from pages.shell.cached import own_networks
from pages.shell.cached.networks import GATE, PATIENCE
from pages.shell.cached.own_networks import OwnNetwork

__all__ = ["UnreadableWeights", "kept"]


def kept(trained: Trained, values: bytes, title: str) -> OwnNetwork:
    """The network as one of the visit's own. Raises ValueError, with a `code` where there are words for the reason."""
    with GATE.place(PATIENCE):
        from models.nets.own.file.weights import Weights
        from models.nets.own.trained import network_of, tensors_of

        tensors = tensors_of(trained, values)
        weights = own_networks.hold(Weights(title, tensors, ("F32",), 0, {}))
        return own_networks.add(network_of(trained, tensors), title, weights, f'"{title}"', trained=True)
