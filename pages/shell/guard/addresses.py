"""Whose connection is it? The peer's address; or, where the peer is a declared proxy, the one that this proxy names.

What a visitor writes into `X-Forwarded-For` counts for nothing: the list is read from its end, only as far as declared
proxies have written it.
"""

from __future__ import annotations

import logging
import os
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.types import Scope

PROXIES = "CONVOSCOPE_PROXIES"  # addresses or networks, separated by commas
LOOPBACK = "127.0.0.1"
FORWARDED = b"x-forwarded-for"
# An address of a household's IPv6 network is one of 2⁶⁴: they count as one.
HOUSEHOLD = 64

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_logger = logging.getLogger(__name__)


class Addresses:
    """Tells the address that a connection comes from."""

    def __init__(self, proxies: str | None = None) -> None:
        declared = os.environ.get(PROXIES, "") if proxies is None else proxies
        self.proxies = [found for word in declared.split(",") if word.strip() for found in _network(word.strip())]

    def of(self, scope: Scope) -> str:
        """The address as text; visitors behind the same one can't be told apart."""
        said = _forwarded(scope)
        address = _peer(scope, said)
        for word in reversed(said):
            if not self._is_proxy(address):
                break
            before = _address(word)
            if before is None:  # a proxy says what is no address: it is the last that is known
                break
            address = before
        return _household(address)

    def _is_proxy(self, address: Address) -> bool:
        return any(address.version == network.version and address in network for network in self.proxies)


def _forwarded(scope: Scope) -> list[str]:
    lists = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == FORWARDED]
    return [word.strip() for word in ",".join(lists).split(",") if word.strip()]


def _peer(scope: Scope, said: list[str]) -> Address:
    """Who is at the other end.

    uvicorn believes whatever comes from this machine, and puts the last other address that a header says in the peer's
    place. So one that stands there, too, may be anybody's word: then it counts as this machine's, unless uvicorn was
    told whom to believe.
    """
    client = scope.get("client")
    address = _address(client[0]) if client else None
    if address is None:
        return ip_address(LOOPBACK)
    others = [found for found in map(_address, said) if found is not None and not found.is_loopback]
    told = "FORWARDED_ALLOW_IPS" not in os.environ and others[-1:] == [address]
    return ip_address(LOOPBACK) if told else address


def _address(word: str) -> Address | None:
    """An address as it stands in headers: with or without brackets and port; None if it is none."""
    bare = word.strip().strip('"')
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        found = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found


def _household(address: Address) -> str:
    if isinstance(address, IPv4Address):
        return str(address)
    return str(IPv6Network((address, HOUSEHOLD), strict=False))


def _network(word: str) -> list[Network]:
    try:
        return [ip_network(word, strict=False)]
    except ValueError:
        _logger.warning("%s holds %r, which is neither an address nor a network", PROXIES, word)
        return []
