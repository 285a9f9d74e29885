"""A stage on a page and the view on it: from the address to the browser, and back from the browser to the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Generic

from pages.shell import address
from viz.hosts.streamlit.mount import Piece, mount
from viz.stages.kernel.legal import Bounds
from viz.stages.kernel.view import AnyView


@dataclass(frozen=True)
class Staged(Generic[AnyView]):
    """One stage. `name`: what its view is kept under; `start`: the view it begins with; `bounds`: of what is shown."""

    name: str
    start: AnyView
    bounds: Bounds = field(default_factory=dict)

    def read(self, said: object) -> AnyView:
        """The view that an address or an event names."""
        return self.start.read(said, self.bounds)

    def view(self) -> AnyView:
        """The view the address asks for."""
        return self.read(address.here())

    def told(self, event: object, *, also: Mapping[str, object] | None = None) -> None:
        """Takes over the view that the browser has settled on; `also`: what else changes with it."""
        address.told(self.name, self.read(event), self.start, also=also)

    def mounted(self, subject: tuple[object, ...]) -> address.Mounted:
        """What the browser is given: the view as it was last given, as long as it brought about all others itself."""
        return address.mounted(self.name, subject, self.view())

    def mount(
        self,
        folder: str,
        subject: tuple[object, ...],
        payload: Callable[[], Piece | tuple[Piece, ...]],
        *,
        key: str = "",
        relayed: bool = False,
        answering: bool = False,
        also: Mapping[str, object] = address.NOTHING_FORMERLY,
        **receivers: Callable[[Any], None],
    ) -> AnyView:
        """Mounts the stage of that folder; the view that holds now.

        `subject`: what tells what is shown from everything else that may be; `payload`: what is shown, whatever the
        view on it is; `key`: the component's, if it isn't the stage's name; `relayed`: what is settled on is heard
        elsewhere on the page; `answering`: the stage waits for a payload after each event; `also`: what
        else changes while what is shown stays as it is; `receivers`: who is told events of other names.
        """
        view = self.view()
        now = address.mounted(self.name, subject, view)
        told = receivers if relayed else {"settled": self.told, **receivers}
        beside = {"view": asdict(now.view), "serial": now.serial, **also}
        mount(folder, payload(), key=key or self.name, now=beside, answering=answering, **told)
        # The address holds the newest view, the payload the one that the browser was last given.
        return view

    def hear(self, key: str, *, then: Callable[[Mapping[str, object]], None] | None = None, **shown: object) -> None:
        """Mounts what tells Python of the view on stage, and by that reruns the fragment it is in, and no other.

        `then`: is told each event too, after the view. `shown`: what an event must name with it. What is said of
        something that isn't on stage any more comes too late, and so does what the browser says before it has heard
        that the page has put another view on stage: a link, a thing to try, a step back.
        """

        def heard(event: object) -> None:
            said = event if isinstance(event, Mapping) else {}
            now = {"serial": address.serial(self.name)} if "serial" in said else {}
            if all(said.get(name) == value for name, value in {**shown, **now}.items()):
                self.told(event)
                if then is not None:
                    then(said)

        mount("frame/relay", {}, key=key, heard=heard)
