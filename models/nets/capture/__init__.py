"""One forward pass of any network, written down: its layers, what fed which, and what each made of a picture."""

from models.nets.capture.trace import Activation, Trace, capture

__all__ = ["Activation", "Trace", "capture"]
