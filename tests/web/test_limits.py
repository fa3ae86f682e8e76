"""How fast a visitor may go, and whose address is believed."""

from __future__ import annotations

import ipaddress

import pytest
from aiohttp.test_utils import make_mocked_request

from bot.web.limits import Buckets, client_address, household, is_local
from tests.web.fakes import URGENT, VETTED, FakeBrain, parts
from tests.web.helpers import Client, say

PROXY = (ipaddress.ip_network("10.0.0.0/24"),)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Transport:
    """A connection from one address."""

    def __init__(self, peer: str) -> None:
        self._peer = peer

    def get_extra_info(self, name: str, default: object = None) -> object:
        return (self._peer, 1) if name == "peername" else default


def request(peer: str, *forwarded: str):
    headers = [("X-Forwarded-For", value) for value in forwarded]
    return make_mocked_request("GET", "/", headers=headers, transport=Transport(peer))


def test_a_bucket_lets_so_many_through_then_says_how_long_to_wait() -> None:
    clock = Clock()
    bucket = Buckets(30, clock)
    assert [bucket.take("a") for _ in range(30)] == [0] * 30
    assert bucket.take("a") == 2
    assert bucket.take("b") == 0
    clock.now = 2.0
    assert bucket.take("a") == 0
    assert bucket.take("a") == 2


def test_a_bucket_that_is_full_again_is_forgotten() -> None:
    clock = Clock()
    bucket = Buckets(30, clock)
    bucket.take("192.0.2.1")
    clock.now = 61.0
    bucket.take("192.0.2.2")
    assert list(bucket._levels) == ["192.0.2.2"]


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.1", (), "192.0.2.1"),
        ("192.0.2.1", ("198.51.100.7",), "192.0.2.1"),  # nobody configured this proxy
        ("10.0.0.5", ("198.51.100.7",), "198.51.100.7"),
        ("10.0.0.5", ("1.1.1.1, 198.51.100.7",), "198.51.100.7"),  # the visitor wrote the first
        ("10.0.0.5", ("1.1.1.1", "198.51.100.7, 10.0.0.6"), "198.51.100.7"),
        ("10.0.0.5", ("nonsense",), "10.0.0.5"),
        ("10.0.0.5", (), "10.0.0.5"),
    ],
)
def test_a_forwarded_address_is_believed_from_a_configured_proxy_only(peer, forwarded, address) -> None:
    assert client_address(request(peer, *forwarded), PROXY) == address


@pytest.mark.parametrize(
    ("peer", "forwarded", "local"),
    [
        ("127.0.0.1", (), True),
        ("::1", (), True),
        ("192.0.2.1", (), False),
        ("127.0.0.1", ("198.51.100.7",), False),  # a proxy on this machine that nobody configured
        ("192.0.2.1", ("127.0.0.1",), False),
        ("10.0.0.5", ("127.0.0.1, 198.51.100.7",), False),
    ],
)
def test_only_this_machine_is_local(peer, forwarded, local) -> None:
    assert is_local(request(peer, *forwarded), PROXY) is local


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("unknown", "unknown"),
    ],
)
def test_the_addresses_of_one_line_count_together(address: str, counted: str) -> None:
    assert household(address) == counted


async def test_too_fast_is_a_429_with_words_and_a_time(start) -> None:
    client = await start(limits_off=False, session_rate=2)
    session = (await say(client, "one"))["session"]
    await say(client, "two", session)
    async with client.post("/api/chat", json={"message": "three", "session": session}) as response:
        assert response.status == 429
        assert int(response.headers["Retry-After"]) > 0
        error = (await response.json())["error"]
    assert error["code"] == "too_fast"
    assert URGENT in error["message"]
    await say(client, "another visitor")


async def test_new_sessions_do_not_get_round_the_limit_of_an_address(start) -> None:
    client = await start(limits_off=False, address_rate=3)
    for _ in range(3):
        await say(client, "hello")
    async with client.post("/api/chat", json={"message": "hello"}) as response:
        assert response.status == 429


async def test_danger_is_answered_however_fast(start, brain: FakeBrain) -> None:
    client = await start(limits_off=False, session_rate=1)
    session = (await say(client, "one"))["session"]
    body = await say(client, "I want to die", session)
    assert body["replies"][0]["text"] == VETTED
    assert len(brain.heard) == 1


async def test_limits_off_does_not_reach_beyond_loopback(start) -> None:
    client: Client = await start(limits_off=True, address_rate=1)
    forwarded = {"X-Forwarded-For": "198.51.100.7"}
    for status in (200, 429):
        async with client.post("/api/chat", json={"message": "hi"}, headers=forwarded) as response:
            assert response.status == status
    for _ in range(5):
        await say(client, "hello")


async def test_shared_links_are_limited_by_address(start) -> None:
    client = await start(limits_off=False, address_rate=2)
    async with client.get("/help?need=sleep") as response:
        assert response.status == 404  # no plan is given to this door
    given = parts(
        FakeBrain(), plan_for=lambda needs, ages, place: {"text": "x", "buttons": [], "services": []}
    )
    client = await start(given, limits_off=False, address_rate=2)
    for status in (200, 200, 429):
        async with client.get("/help?need=sleep") as response:
            assert response.status == status
