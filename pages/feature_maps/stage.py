"""Assembles the stage of the Feature maps page from what is cached: one layer, one picture or two compared."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.feature_maps import view
from pages.shell import choice, language, layers, on_demand, pictures
from pages.shell.cached import networks, own_networks
from pages.shell.records import Choice, NetworkName, Picture
from pages.text import catalogue
from viz.hosts.streamlit.mount import Piece, addresses, mount
from viz.stages.feature_maps.maps import stage
from viz.stages.frame.map_row import row

AROUND = 4  # layers on either side of which the addresses are told


def view_of(chosen: Choice, layer: str) -> stage.MapsView:
    """The view the address asks for."""
    return view.staged(networks.maps(chosen.picture, chosen.network, layer)).view()


def put(chosen: Choice, compared: Picture | None, layer: str) -> None:
    """Mounts the stage."""
    maps = networks.maps(chosen.picture, chosen.network, layer)
    shown = (chosen.picture,) if compared is None else (chosen.picture, compared)
    subject = (chosen.network, layer, language.current(), *(f"{picture.key} {picture.digest}" for picture in shown))

    def payload() -> Piece:
        return _payload(shown, chosen.network, layer, language.current())

    ahead = _ahead(chosen, layer) if compared is None else {}
    view.staged(maps).mount("feature_maps/maps", subject, payload, relayed=True, also={"ahead": ahead})


def _ahead(chosen: Choice, layer: str) -> dict[str, dict[str, str]]:
    """The addresses of what may be chosen next: the layers around this one, and the samples, by their names."""
    if own_networks.is_own(chosen.network):
        return {}
    lang, names = language.current(), layers.layer_names(chosen)
    at = names.index(layer)
    around = names[max(0, at - AROUND) : at + AROUND + 1]
    samples = pictures.opened_samples()
    return {
        "layer": addresses({name: _payload((chosen.picture,), chosen.network, name, lang) for name in around}),
        "picture": addresses({key: _payload((one,), chosen.network, layer, lang) for key, one in samples.items()}),
    }


def hear(chosen: Choice) -> None:
    """Mounts what tells Python of the view on stage, and by that reruns the fragment it is mounted in, and no other."""

    def heard(event: Any) -> None:
        layer = str(event.get("layer")) if isinstance(event, dict) else ""
        if layer not in networks.trace(chosen.picture, chosen.network):
            return
        maps = networks.maps(chosen.picture, chosen.network, layer)
        other = {} if layer == layers.current(chosen) else {"layer": layer}
        view.staged(maps).told(event, also=other)

    mount("frame/relay", {}, key="echo", heard=heard)


@on_demand.recipe
def _payload(shown: tuple[Picture, ...], network: NetworkName, layer: str, lang: str) -> bytes:
    maps = networks.maps(shown[0], network, layer)
    channels, rows, columns = maps.shape
    values = {"channels": channels, "rows": rows, "columns": columns, "layer": layer}
    alt = catalogue.say(lang, "feature_maps.alt", **values, picture=choice.label_in(lang, shown[0].key))
    labels = networks.meaning(network).of_outputs(networks.network(network).labels)
    start = view.strongest(maps)
    about = stage.Layer(
        name=layer,
        alt=alt,
        labels=labels if rows == columns == 1 and channels == len(labels) else None,
        field=_plain_field(shown[0], network, layer),
        kernels=networks.colour_kernels(network, layer),
        start=(start.channel, start.row, start.column),
    )
    on_stage = tuple(
        stage.Shown(
            one.key, choice.label_in(lang, one.key), networks.seen(one, network), networks.maps(one, network, layer)
        )
        for one in shown
    )
    return stage.payload(about, on_stage, catalogue.group(lang, "feature_maps.stage"))


def _plain_field(picture: Picture, network: NetworkName, layer: str) -> dict[str, Any] | None:
    """The pixels that every row and every column of units sees, or the reason why that is not known."""
    field = networks.fields_of(picture, network).get(layer)
    if field is None:
        return None
    if field.scope == "unknown":
        return {"reason": field.reason}
    rows, columns = ([axis.starts.tolist(), axis.stops.tolist()] for axis in (field.rows, field.columns))
    return {"rows": rows, "columns": columns, "reason": field.reason}


def put_neighbours(chosen: Choice, layer: str, shown: stage.MapsView) -> None:
    """The same map before and after, through convolution, batch norm and activation, on one scale."""
    trace = networks.trace(chosen.picture, chosen.network)
    chain = networks.neighbours(chosen.picture, chosen.network, layer)
    maps = {name: networks.maps(chosen.picture, chosen.network, name) for name in chain}
    if len(maps) < 2 or maps[layer].shape[1:] == (1, 1):  # noqa: PLR2004, nothing before or after
        return
    st.header(language.say("feature_maps.before_after", channel=shown.channel), anchor=False)
    stops = tuple(row.Stop(name, trace[name].kind, values[shown.channel]) for name, values in maps.items())
    data = row.payload(stops, (shown.row, shown.column), language.group("feature_maps.row"))
    mount("frame/map_row", data, key="before_after")
