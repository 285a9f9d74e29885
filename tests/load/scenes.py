"""What happens in a hall: somebody opens the largest network; the Wi-Fi drops; all bring pictures of their own."""

import asyncio
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.load.hall import LAYERS, NETWORKS, PARTS, PICTURES, Guest, Log, Restless, fill, noise
from tests.load.line import Line

HEAVY = "resnet152"
LOST = "somebody's own picture"  # what a page says whose address names a picture that is no longer here


class Heavy(Guest):
    """Looks at the largest network, and goes from one view of it to the next as soon as it is there."""

    async def stay(self, until):
        """Does so without a pause."""
        self.chosen["network"], self.line = HEAVY, await Line.open(self.address)
        while time.monotonic() < until:
            self.goes_to(self.dice.choice(("feature_maps", "prediction", "receptive_field")))
            self.chosen["picture"] = self.dice.choice(PICTURES)
            await self.looks(f"{self.page}, {HEAVY}")
        await self.leave()


async def beside_a_heavy_one(address, visitors, seconds):
    """The hall by itself, then as long with one who looks at the largest network; the logs of both, and theirs."""
    alone, beside, heavy = Log(), Log(), Log()
    await fill(address, visitors, seconds, Log())  # what both will ask for is there
    await fill(address, visitors, seconds, alone)
    both = fill(address, visitors, seconds, beside), fill(address, 1, seconds, heavy, Heavy, first=visitors)
    await asyncio.gather(*both)
    return alone, beside, heavy


async def known_and_new(address, visitors, seconds):
    """The hall on views that were there before, then with everybody's own pictures; the logs of both."""
    known, new = Log(), Log()
    await fill(address, visitors, seconds, Log())
    await fill(address, visitors, seconds, known)
    await fill(address, visitors, seconds, new, Restless)
    return known, new


@dataclass
class Seat:
    """One visitor of those whose lines are cut. `own`: whether they look at their own picture; `took`: the way back."""

    page: str
    query: str
    own: bool = False
    line: Line | None = None
    before: object = None
    after: object = None
    kept: bool = False
    took: float = 0.0

    @property
    def is_back(self):
        """The same view, or, where one's own picture has gone with the visit, the page says so."""
        if self.own and not self.kept:
            return LOST in self.after.words and not self.after.exceptions
        return self.after.said == self.before.said and not self.after.exceptions


def seats(count, every_own):
    """Seats with views of all parts and both networks, one in so many of them with a picture of its own."""
    views = [("feature_maps", {"layer": layer}, network) for network in NETWORKS for layer in LAYERS[network]]
    views += [
        (page, {"part": part}, network) for page, parts in PARTS.items() for part in parts for network in NETWORKS
    ]
    for number in range(count):
        page, settings, network = views[number % len(views)]
        picture = PICTURES[number // len(views) % len(PICTURES)]
        query = urlencode({"network": network, "picture": picture, **settings})
        yield Seat(page, query, own=number % every_own == every_own - 1)


async def cut_at_once(address, count, every_own=10):
    """All lines break in the same moment, and all come back at once with what their browsers know; the seats."""
    hall = list(seats(count, every_own))
    for number, seat in enumerate(hall):
        await sit_down(address, seat, number)
    for seat in hall:
        seat.line.cut()
    await asyncio.sleep(1)
    await asyncio.gather(*(come_back(address, seat) for seat in hall))
    for seat in hall:
        await seat.line.close()
    return hall


async def sit_down(address, seat, number):
    """Opens the view; twice, since what a page tells only once is no part of the view."""
    seat.line = await Line.open(address)
    seat.before = await seat.line.ask(seat.page, seat.query)
    if seat.own:
        page = await seat.line.send(seat.page, seat.query, noise(number), f"own-{number}")
        seat.query = urlencode(page.query)
    seat.before = await seat.line.ask(seat.page, seat.query)


async def come_back(address, seat):
    """Opens a line with the number of the visit and asks for what stands in the address, as a browser does."""
    began, visit = time.monotonic(), seat.line.session
    seat.line = await Line.open(address, visit, seat.line.cookie)
    seat.after = await seat.line.ask(seat.page, seat.query)
    seat.kept, seat.took = seat.line.session == visit, time.monotonic() - began
