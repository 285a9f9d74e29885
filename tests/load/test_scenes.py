"""Scenes of a hall at a small size: the Wi-Fi drops, somebody opens the largest network, all bring own pictures."""

import asyncio

from tests.benchmarks.bench_memory import serving
from tests.load.__main__ import anew, cut, heavy, used
from tests.load.hall import ANEW
from tests.load.line import Line
from tests.load.scenes import cut_at_once, seats
from tests.load.test_hall import small


def test_lines_that_are_cut_at_once_all_come_back_with_their_view(start, capsys):
    assert cut(start(), 150, 0), capsys.readouterr().out
    printed = capsys.readouterr().out
    assert "150 lines cut at once; back with their view: 150; visits that were kept: 128" in printed, printed


def test_what_is_said_of_the_way_back_is_looked_at(start):
    """A seat whose page says anything else than before isn't back; and the views differ from seat to seat."""
    hall = asyncio.run(cut_at_once(start(), 3, every_own=3))
    assert [(seat.own, seat.kept, seat.is_back) for seat in hall] == [(False, True, True)] * 2 + [(True, True, True)]
    hall[0].after, hall[1].after = hall[1].after, hall[0].after
    assert [seat.is_back for seat in hall] == [False, False, True]
    hall[2].kept = False
    assert not hall[2].is_back, "the picture would be gone, and the page doesn't say so"
    views = [(seat.page, seat.query) for seat in seats(40, 10)]
    assert len(set(views)) == len(views)


def test_a_visit_that_comes_back_costs_no_more_than_one_that_stayed(start):
    address = start()
    process = serving(address)

    async def rerun(line):
        before = used(process)
        await line.ask("feature_maps", "")
        return used(process) - before

    async def come_back():
        line = await Line.open(address)
        await line.ask("feature_maps", "")
        stayed = [await rerun(line) for _ in range(5)]
        session, back = line.session, []
        for _ in range(5):
            line.cut()
            await asyncio.sleep(0.5)
            line = await Line.open(address, session)
            back.append(await rerun(line))
            assert line.session == session
        return sorted(stayed)[2], sorted(back)[2]

    stayed, back = asyncio.run(come_back())
    print(f"processor time of a rerun: {1000 * stayed:.0f} ms, of one that comes back {1000 * back:.0f} ms")
    assert back < stayed + 0.15


def test_beside_a_visitor_of_the_largest_network_nobody_meets_an_error(start, monkeypatch, capsys):
    small(monkeypatch)
    times = heavy(start(), 6, 12)
    printed = capsys.readouterr().out
    assert printed.count("errors: none") == 3, printed
    assert "resnet152" in printed
    assert times > 0


def test_pictures_of_everybodys_own_are_worked_out_anew(start, monkeypatch, capsys):
    small(monkeypatch)
    anew(start(), 6, 12)
    printed = capsys.readouterr().out
    assert printed.count("errors: none") == 2, printed
    assert "send a picture" in printed.split("all on pictures of their own")[1]
    assert ANEW in printed
