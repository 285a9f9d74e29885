"""The weights of a fully connected layer, of a local one, and of a convolution, for the same input and output."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from math import prod

import streamlit as st

from models.ops.geometry import output_size
from models.ops.sharing import Sharing
from pages.convolution import cached
from pages.shell import address, export, language
from pages.shell.language import counted, decimal, number, say, whole
from pages.shell.records import Choice, NetworkName
from viz.hosts.streamlit.mount import mount
from viz.stages.kernel.payload import pack

TEXTBOOK = {f"textbook {side} {kernel}": (side, kernel) for side in (32, 200) for kernel in (3, 5)}
SECONDS = {"day": 86_400, "hour": 3_600, "minute": 60}
YEAR = 365.25 * 86_400


@dataclass(frozen=True)
class Subject:
    """What is counted, and the name it is chosen by."""

    name: str
    sharing: Sharing


def show(subject: Subject) -> tuple[tuple[export.File, ...], str]:
    """Stage, reading and proof; what can be taken away, and lines of PyTorch."""
    sharing = subject.sharing
    stage(subject.name, sharing)
    st.markdown(reading(sharing))
    counted = cached.weights_by_torch(sharing)
    same = counted == (sharing.fully_connected, sharing.shared)
    words = {"connected": whole(counted[0]), "convolution": whole(counted[1])}
    st.markdown(say(f"convolution_sharing.counted_{'same' if same else 'otherwise'}", **words))
    file = export.File(say("convolution_sharing.save_counts"), "weights", "csv", lambda: table(sharing))
    return (file,), snippet(sharing)


def table(sharing: Sharing) -> str:
    """A CSV with one line a kind of layer."""
    file = io.StringIO()
    written = csv.writer(file)
    written.writerow([say("convolution_sharing.columns.layer"), say("convolution_sharing.columns.weights")])
    counted = {"full": sharing.fully_connected, "local": sharing.local, "shared": sharing.shared}
    written.writerows([say(f"convolution_sharing.{key}"), count] for key, count in counted.items())
    return file.getvalue()


def snippet(sharing: Sharing) -> str:
    """Lines of PyTorch that print the counts on screen."""
    return export.code(
        "convolution_sharing_counts",
        inputs=sharing.neuron,
        outputs=prod(sharing.outputs),
        channels=sharing.inputs[0],
        maps=sharing.outputs[0],
        size=sharing.kernel,
        groups=sharing.groups,
    )


def choose(chosen: Choice) -> Subject:
    """The list of textbook cases and of the network's convolutions; the chosen one."""
    layers = cached.shared_layers(chosen.network)
    name = address.pick(
        st.selectbox,
        "layer",
        say("convolution_sharing.layer"),
        (*TEXTBOOK, *layers),
        format_func=lambda option: _label(option, chosen.network, layers.get(option)),
    )
    return Subject(name, layers[name] if name in layers else _textbook(*TEXTBOOK[name]))


def _textbook(side: int, kernel: int) -> Sharing:
    rows = output_size(side, kernel)
    return Sharing((3, side, side), (1, rows, rows), (kernel, kernel))


def _label(option: str, network: NetworkName, sharing: Sharing | None) -> str:
    if sharing is None:
        side, kernel = TEXTBOOK[option]
        return say("convolution_sharing.textbook", side=side, kernel=kernel)
    return say("convolution_sharing.of_network", layer=option, network=network, **_sizes(sharing))


def _sizes(sharing: Sharing) -> dict[str, str]:
    plain = {"inputs": sharing.inputs, "outputs": sharing.outputs, "kernel": sharing.kernel}
    return {name: " × ".join(whole(size) for size in sizes) for name, sizes in plain.items()}


def stage(name: str, sharing: Sharing) -> None:
    """The three numbers, each as a product, and as areas."""
    channels, rows, columns = sharing.outputs
    about = {
        "neuron": whole(sharing.neuron),
        "window": whole(sharing.window),
        "maps": whole(channels),
        "units": whole(channels * rows * columns),
    }
    counted = {"full": sharing.fully_connected, "local": sharing.local, "shared": sharing.shared}
    quantities = [
        {
            "label": say(f"convolution_sharing.{key}"),
            "how": say(f"convolution_sharing.{key}_how", **about),
            "text": whole(count),
            "count": count,
        }
        for key, count in counted.items()
    ]
    alt = say("convolution_sharing.alt", name=name, **{key: whole(count) for key, count in counted.items()})
    words = {**language.group("convolution_sharing.areas"), "file": f"weights-{name}".replace(" ", "-")}
    data = {"quantities": quantities, "alt": alt, "words": words}
    mount("convolution/areas", pack(data, {}), key="areas")


def reading(sharing: Sharing) -> str:
    """What locality saves, what sharing saves, and what both are in time."""
    ratio = sharing.fully_connected / sharing.shared
    return say(
        "convolution_sharing.reading",
        **_sizes(sharing),
        locality=_times(sharing.fully_connected / sharing.local),
        sharing=_times(sharing.local / sharing.shared),
        ratio=_times(ratio),
        time=_lasting(ratio),
    )


def _times(ratio: float) -> str:
    """A ratio in figures, whole where it is large."""
    return decimal(ratio, 0) if ratio >= 10 else number(ratio)  # noqa: PLR2004, below that a decimal tells


def _lasting(seconds: float) -> str:
    """So many seconds in the largest unit that fits."""
    if seconds >= YEAR:
        return _so_many("year", seconds / YEAR)
    unit = next((unit for unit, length in SECONDS.items() if seconds >= 2 * length), "second")
    return _so_many(unit, seconds / SECONDS.get(unit, 1))


def _so_many(unit: str, count: float) -> str:
    return counted(f"convolution_sharing.lasting.{unit}", float(f"{count:.4g}"), number=_times(count))
