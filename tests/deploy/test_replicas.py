"""Two replicas behind nginx: visitors meet their own again, and when one stops they go on with the other."""

import asyncio
import json
import urllib.request

import pytest

from tests.browser.harness import wait_until
from tests.deploy.proxy import ABSENT, NGINX, replicated
from tests.load.hall import Log, fill, noise
from tests.load.line import Line, apart
from tests.load.scenes import come_back, seats, sit_down
from tests.load.visitor import ask, put

pytestmark = [pytest.mark.long, pytest.mark.skipif(NGINX is None, reason=ABSENT)]
HALL, EVERY_OWN = 24, 2  # so many that each replica has some of each kind, whatever falls to it


@pytest.fixture
def behind(tmp_path):
    """The address of nginx, and what ends each replica; their logs stay free of traces."""
    with replicated(tmp_path) as (address, there, ends):
        for replica in there:
            wait_until(lambda replica=replica: b"ready" in ask(f"{replica}/healthy"), "networks are loaded", 180)
        yield address, ends
    for log in tmp_path.glob("log-*"):
        assert "Traceback" not in log.read_text(), log.read_text()


def test_visits_their_uploads_and_files_meet_at_one_replica_and_the_other_takes_over(behind):
    address, ends = behind
    hall = list(seats(HALL, EVERY_OWN))

    async def sit():
        for number, seat in enumerate(hall):
            await sit_down(address, seat, number)  # one in some sends a picture: it must arrive where the visit is
        return {seat.line.cookie for seat in hall}

    async def go_on():
        log = Log()
        filling = asyncio.ensure_future(fill(address, 4, 20, log))  # others come and go meanwhile
        await asyncio.sleep(5)
        await asyncio.to_thread(ends[0])
        broken = [seat for seat in hall if seat.line.cookie.endswith("first")]
        await asyncio.gather(*(come_back(address, seat) for seat in broken))
        stayed = [seat for seat in hall if seat not in broken]
        for seat in stayed:
            seat.after, seat.kept = await seat.line.ask(seat.page, seat.query), True
        await filling
        return broken, stayed, log

    async def all_of_it():
        cookies = await sit()
        assert cookies == {"convoscope_replica=first", "convoscope_replica=second"}
        await asyncio.to_thread(other_replica_takes_no_upload, address, hall[0].line)
        return await go_on()

    broken, stayed, log = apart(all_of_it())
    assert min(len(broken), len(stayed)) >= HALL // 8, "they were spread"
    assert [(seat.page, seat.query) for seat in hall if not seat.is_back] == []
    assert {seat.kept for seat in broken} == {False}
    assert {seat.line.cookie for seat in broken} == {"convoscope_replica=second"}
    assert any(seat.own for seat in broken)
    # Others lose a line at most once, and find the page again; nothing else goes wrong.
    assert [error for error in log.errors if not error.startswith("ConnectionClosed")] == []
    assert json.loads(ask(f"{address}/healthy"))["status"] == "ok"


def other_replica_takes_no_upload(address, line):
    """The cookie is what brings a file to its visit."""
    names = ["first", "second"]
    other = names[line.cookie.endswith("first")]
    assert put(address, line.session, noise(0), "x", also=f"convoscope_replica={other}")[0] == 400
    assert put(address, line.session, noise(0), "y", also=line.cookie)[0] == 204


def test_the_files_of_the_front_end_are_kept(behind):
    address, _ = behind
    page = ask(f"{address}/feature_maps").decode()
    script = page.split('src="./static/js/')[1].split('"')[0]
    said = []
    for _ in range(2):
        with urllib.request.urlopen(f"{address}/static/js/{script}", timeout=10) as answer:  # noqa: S310, our own server
            said.append(answer.headers["X-Cache"])
    assert said == ["MISS", "HIT"]
    assert apart(first_words(address))


async def first_words(address):
    """A page is complete through nginx; what stands on it."""
    line = await Line.open(address)
    return (await line.ask("convolution", "part=slide")).words
