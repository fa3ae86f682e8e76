"""How fast one visitor may go: a bucket a session and a bucket an address."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from aiohttp import web

from bot.web.settings import IpNetwork, Settings

_MOST_BUCKETS = 20_000
_FULL_AGAIN_SECONDS = 60.0
_FORWARDING_HEADERS = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


class Buckets:
    """Token buckets: ``per_minute`` messages at once, refilled evenly.

    A bucket that nobody touched for a minute is full again, so it is forgotten, address and all.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = float(per_minute)
        self._per_second = per_minute / 60
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> int:
        """Take one: 0 when there was one, else after how many whole seconds there will be."""
        now = self._clock()
        level, then = self._levels.pop(key, (self._size, now))
        level = min(self._size, level + (now - then) * self._per_second)
        wait = 0 if level >= 1 else math.ceil((1 - level) / self._per_second)
        self._levels[key] = (level if wait else level - 1, now)
        self._forget(now)
        return wait

    def _forget(self, now: float) -> None:
        while self._levels:
            oldest = next(iter(self._levels))
            if len(self._levels) <= _MOST_BUCKETS and now - self._levels[oldest][1] < _FULL_AGAIN_SECONDS:
                return
            del self._levels[oldest]


class Limits:
    """The two buckets together."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._off = settings.limits_off
        self._proxies = settings.trusted_proxies
        self._sessions = Buckets(settings.session_rate, clock)
        self._addresses = Buckets(settings.address_rate, clock)

    def wait(self, request: web.Request, session_id: str | None = None) -> int:
        """Seconds that this visitor must wait before the next message; 0 lets this one through.

        Without a session only the address counts.
        """
        if self._off and is_local(request, self._proxies):
            return 0
        wait = self._addresses.take(household(client_address(request, self._proxies)))
        return wait if wait or session_id is None else self._sessions.take(session_id)


def client_address(request: web.Request, proxies: tuple[IpNetwork, ...]) -> str:
    """The visitor's address. A forwarded one is believed only from a configured proxy.

    The header is read from its end, over the proxies' own addresses: what stands before them was
    written by the visitor.
    """
    address = request.remote or "unknown"
    hops = ",".join(request.headers.getall("X-Forwarded-For", [])).split(",")
    while hops and _within(address, proxies):
        hop = hops.pop().strip()
        if not _is_address(hop):
            break
        address = hop
    return address


def household(address: str) -> str:
    """What one visitor holds: an IPv4 address, or the 64 bits that are given out of IPv6.

    Everybody has 2**64 addresses of their own in IPv6, so a limit for each would be none.
    """
    if not _is_address(address):
        return address
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found) >> 64 << 64, 64)))


def is_local(request: web.Request, proxies: tuple[IpNetwork, ...]) -> bool:
    """Whether the visitor sits on this machine, not behind a proxy that nobody configured."""
    peer_is_proxy = _within(request.remote or "", proxies)
    if not peer_is_proxy and any(name in request.headers for name in _FORWARDING_HEADERS):
        return False
    address = client_address(request, proxies)
    return _is_address(address) and ipaddress.ip_address(address).is_loopback


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def _within(address: str, networks: tuple[IpNetwork, ...]) -> bool:
    return _is_address(address) and any(ipaddress.ip_address(address) in network for network in networks)
