"""Whose connection is it: the peer's, or, behind a declared proxy, the one that this proxy names?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shell.guard.addresses import Addresses


def address(proxies, peer, forwarded=None):
    headers = [] if forwarded is None else [(b"x-forwarded-for", forwarded.encode())]
    return Addresses(proxies).of({"client": peer and (peer, 1234), "headers": headers})


@pytest.mark.parametrize(
    ("proxies", "peer", "forwarded", "expected"),
    [
        ("", "9.9.9.9", None, "9.9.9.9"),
        ("", "9.9.9.9", "1.1.1.1", "9.9.9.9"),  # anybody can write that
        ("10.0.0.1", "9.9.9.9", "1.1.1.1", "9.9.9.9"),  # not by way of the proxy
        ("10.0.0.1", "10.0.0.1", "1.1.1.1", "1.1.1.1"),
        ("10.0.0.1", "10.0.0.1", "5.5.5.5, 1.1.1.1", "1.1.1.1"),  # what stands before was written by the visitor
        ("10.0.0.1", "10.0.0.1", "10.0.0.1, 1.1.1.1", "1.1.1.1"),
        ("10.0.0.0/8", "10.1.2.3", "1.1.1.1, 10.9.9.9", "1.1.1.1"),  # two proxies in a row
        ("10.0.0.0/8", "10.1.2.3", "7.7.7.7, 1.1.1.1, 10.9.9.9", "1.1.1.1"),
        ("10.0.0.1", "10.0.0.1", None, "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "unknown", "10.0.0.1"),
        ("10.0.0.1", "10.0.0.1", "1.1.1.1:4711", "1.1.1.1"),
        (" 10.0.0.1 , 10.0.0.2,", "10.0.0.2", "1.1.1.1", "1.1.1.1"),
        ("10.0.0.1", "::ffff:10.0.0.1", "1.1.1.1", "1.1.1.1"),  # IPv4 through a socket of IPv6
        ("", "::ffff:9.9.9.9", None, "9.9.9.9"),
        ("fd00::/8", "fd00::1", '"[2001:db8:1:2:3:4:5:6]:99"', "2001:db8:1:2::/64"),
        ("", "2001:db8:1:2:aaaa::1", None, "2001:db8:1:2::/64"),  # one household
        ("", "2001:db8:1:2:bbbb::1", None, "2001:db8:1:2::/64"),
        ("", None, None, "127.0.0.1"),  # a Unix socket
        # uvicorn has put the header's word in the peer's place, for the peer was this machine: it counts for nothing …
        ("", "1.1.1.1", "1.1.1.1", "127.0.0.1"),
        ("10.0.0.1", "1.1.1.1", "1.1.1.1:55", "127.0.0.1"),
        # … unless this machine is a declared proxy.
        ("127.0.0.1", "1.1.1.1", "1.1.1.1", "1.1.1.1"),
        ("127.0.0.1", "1.1.1.1", "5.5.5.5, 1.1.1.1", "1.1.1.1"),
    ],
)
def test_whose_connection_it_is(proxies, peer, forwarded, expected):
    assert address(proxies, peer, forwarded) == expected


def test_whoever_tells_uvicorn_whom_to_believe_is_believed(monkeypatch):
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "10.0.0.1")
    assert address("", "1.1.1.1", "1.1.1.1") == "1.1.1.1"


def test_a_proxy_that_is_none_is_told_and_passed_over(caplog):
    assert address("nonsense, 10.0.0.1", "10.0.0.1", "1.1.1.1") == "1.1.1.1"
    assert "'nonsense'" in caplog.text


@given(st.lists(st.text(alphabet='0123456789abcdef.:[]", ', max_size=20), max_size=5))
def test_a_visitor_cannot_choose_the_address_by_what_is_written_before(written):
    """Whatever a visitor sends, the proxy adds the address it sees at the end."""
    assert address("10.0.0.1", "10.0.0.1", ", ".join([*written, "1.1.1.1"])) == "1.1.1.1"
