"""Feeds on the web over real sockets: those that are well, and those that are slow, broken, endless or lead astray."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cli import main
from bot.oruk import fetch as fetching
from bot.oruk.fetch import Found, Limits, Unreadable, fetch, is_last, redirected
from bot.oruk.serve import LiveFeed, create_app
from tests.oruk.conftest import today, whole, whole_feed

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Answer], Awaitable[str]]
QUICK = Limits(seconds_a_request=0.5, seconds=5, bytes_an_answer=50_000, pages=5, records=50)


@pytest_asyncio.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start a feed that answers everything with one function; its address."""
    servers: list[TestServer] = []

    async def start(answer: Answer) -> str:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", answer)
        servers.append(TestServer(app))
        await servers[-1].start_server()
        return str(servers[-1].make_url("/feed")).rstrip("/")

    yield start
    for server in servers:
        await server.close()


def rows(*ids: Any) -> list[dict[str, Any]]:
    return [{"id": id, "name": f"Service {id}", "status": "active"} for id in ids]


def pages_of(style: str, each: list[list[dict[str, Any]]]) -> Answer:
    """A feed of some pages in the envelope of one of the versions; a service's own record has a description."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if not request.path.endswith("/services"):
            return web.json_response({**rows(request.path.rsplit("/", 1)[1])[0], "description": "nested"})
        number = int(request.query["page"])
        content = each[number - 1] if number <= len(each) else []
        if style == "3.0":
            return web.json_response({"page_number": number, "total_pages": len(each), "first_page": number == 1, "last_page": number >= len(each), "empty": not content, "contents": content})
        page: dict[str, Any] = {"totalElements": sum(map(len, each)), "totalPages": len(each), "number": number, "size": len(content), "first": number == 1, "last": number >= len(each), "content": content}
        if style == "1.0":
            page["empty"] = not content
        if style == "no last":
            page = {"content": content}
        return web.json_response(page)

    return answer


def ids(found: list[Found]) -> list[str]:
    return [one.record["id"] for one in found]


@pytest.mark.parametrize("style", ["3.0", "1.0", "outpost", "no last"])
async def test_every_page_is_read_and_every_record_whole(serve: Serve, style: str) -> None:
    base = await serve(pages_of(style, [rows("a", "b"), rows("c")]))
    found = await fetch(base, QUICK)
    assert ids(found) == ["a", "b", "c"]
    assert all(one.record["description"] == "nested" for one in found)
    assert found[2].address == f"{base}/services/c"


async def test_an_empty_feed_is_no_fault(serve: Serve) -> None:
    assert await fetch(await serve(pages_of("3.0", [])), QUICK) == []


async def test_our_own_feed_is_read_from_our_own_server(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async with TestServer(create_app(LiveFeed(whole, today))) as server:
        code = await asyncio.to_thread(main, ["oruk", "import", str(server.make_url("/")), "--to", str(tmp_path / "drafts")])
    assert code == 0
    assert len(list((tmp_path / "drafts").iterdir())) == len(whole_feed().services)


async def test_a_feed_of_1_0_becomes_drafts(serve: Serve, tmp_path: Path) -> None:
    record = json.loads(Path(__file__).with_name("v1_service.json").read_text(encoding="utf-8"))

    async def answer(request: web.Request) -> web.StreamResponse:
        page = {"totalElements": 1, "totalPages": 1, "number": 1, "size": 1, "first": True, "last": True, "content": [{"id": "1", "name": "Sleep group"}]}
        return web.json_response(page if request.path.endswith("/services") else record)

    base = await serve(answer)
    assert await asyncio.to_thread(main, ["oruk", "import", f"{base}/services", "--to", str(tmp_path / "drafts")]) == 0
    draft = (tmp_path / "drafts" / "sleep-group.yml").read_text(encoding="utf-8")
    assert 'phone: "01388 123456"' in draft
    assert f'what: "Open Referral UK feed, {base}/services/1"' in draft


async def test_a_record_without_a_page_of_its_own_is_taken_as_it_was_listed(serve: Serve) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.json_response({"contents": rows("a"), "last_page": True}) if request.path.endswith("/services") else web.Response(status=404)

    assert (await fetch(await serve(answer), QUICK))[0].record["name"] == "Service a"


async def test_an_id_never_leads_out_of_the_services(serve: Serve) -> None:
    asked = []

    async def answer(request: web.Request) -> web.StreamResponse:
        asked.append(request.raw_path)
        return web.json_response({"contents": rows("../admin", "..", "a/b", "?x", "", None, {"a": 1}, "x" * 200), "last_page": True})

    assert len(await fetch(await serve(answer), QUICK)) == 8
    assert asked == ["/feed/services?page=1&per_page=100"]


async def test_a_feed_that_does_not_know_pages_is_read_once(serve: Serve) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.json_response({"contents": rows("a")} if request.path.endswith("/services") else rows("a")[0])

    assert ids(await fetch(await serve(answer), QUICK)) == ["a"]


def answering(status: int = 200, body: bytes = b"", **headers: str) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, body=body, headers=headers)

    return answer


async def slow(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(1)
    return web.Response()


async def trickle(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(10):
        await response.write(b" ")
        await asyncio.sleep(0.1)
    return response


async def breaks_off(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b'{"contents": [{"id": "a", "na')
    assert request.transport is not None
    request.transport.close()
    return response


async def endless(request: web.Request) -> web.StreamResponse:
    if not request.path.endswith("/services"):
        return web.json_response(rows("a")[0])
    return web.json_response({"contents": rows(request.query["page"])})


async def half_broken(request: web.Request) -> web.StreamResponse:
    if request.path.endswith("/services"):
        return web.json_response({"contents": rows(*range(9)), "last_page": True})
    return web.Response(status=500) if request.path.endswith("7") else web.json_response(rows(1)[0])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (slow, "no answer within 0.5 seconds"),
        (trickle, "no answer within 0.5 seconds"),
        (breaks_off, "feed/services?page=1"),
        (endless, "more than 5 pages"),
        (half_broken, "services/7: it answers 500"),
        (answering(500), "it answers 500"),
        (answering(404), "it answers 404"),
        (answering(body=b'{"contents": ['), "not JSON, or breaks off"),
        (answering(body=b"<html>"), "not JSON"),
        (answering(body=b"[" * 40_000), "too many brackets"),
        (answering(body=b"\xff"), "not UTF-8"),
        (answering(body=b'{"contents": 5}'), "no page, no list and no service"),
        (answering(body=b'"' + b"x" * 60_000 + b'"'), "larger than"),
        (answering(body=json.dumps({"contents": rows(*range(60))}).encode()), "more than 50 services"),
        (answering(302, Location="file:///etc/passwd"), "no business"),
        (answering(302, Location="ftp://example.org/"), "no business"),
        (answering(302, Location="http://me:pw@127.0.0.1/"), "no business"),
        (answering(302, Location="http://["), "no business"),
        (answering(302), "no business"),
        (answering(302, Location="/feed/again"), "more than 3 times"),
    ],
)
async def test_a_feed_that_is_not_well_is_refused_whole(serve: Serve, answer: Answer, said: str) -> None:
    base = await serve(answer)
    with pytest.raises(Unreadable, match=r".*") as caught:
        await fetch(base, QUICK)
    assert said in str(caught.value)
    assert str(caught.value).startswith("http://127.0.0.1")


async def test_the_whole_feed_has_its_size(serve: Serve) -> None:
    with pytest.raises(Unreadable, match="the feed is larger"):
        await fetch(await serve(pages_of("3.0", [rows(*range(40))])), Limits(bytes_in_all=3_000))


async def test_the_whole_import_has_its_time(serve: Serve) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.4)
        return await endless(request)

    with pytest.raises(Unreadable, match="longer than 1 seconds"):
        await fetch(await serve(answer), Limits(seconds=1))


async def test_a_closed_port_is_told_and_nothing_is_written(tmp_path: Path, unused_tcp_port: int, capsys: pytest.CaptureFixture[str]) -> None:
    code = await asyncio.to_thread(main, ["oruk", "import", f"http://127.0.0.1:{unused_tcp_port}", "--to", str(tmp_path / "drafts")])
    assert code == 1
    assert "Nothing is written" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


async def test_a_redirect_within_the_feed_is_followed(serve: Serve) -> None:
    async def answer(request: web.Request) -> web.StreamResponse:
        if request.path.startswith("/feed"):
            raise web.HTTPMovedPermanently(f"/new{request.path_qs.removeprefix('/feed')}")
        return web.json_response({"contents": rows("a"), "last_page": True} if request.path.endswith("/services") else rows("a")[0])

    assert ids(await fetch(await serve(answer), QUICK)) == ["a"]


@pytest.mark.parametrize(
    ("before", "location", "safe"),
    [
        ("http://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "https://b.example/x", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("http://a.example/x", "http://127.0.0.1/x", False),
        ("http://a.example/x", "http://169.254.169.254/latest", False),
        ("http://a.example/x", "http://[::1]/", False),
        ("http://a.example/x", "http://localhost:8080/", False),
        ("http://127.0.0.1/x", "http://127.0.0.1/y", True),
    ],
)
def test_the_open_web_does_not_lead_into_this_network(before: str, location: str, safe: bool) -> None:
    if safe:
        assert redirected(before, location) == location
    else:
        with pytest.raises(Unreadable, match="no business"):
            redirected(before, location)


@pytest.mark.parametrize("host", ["0x7f.1", "2130706433", "localhost"])
async def test_a_name_that_stands_for_this_network_is_not_asked(serve: Serve, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    asked = []

    async def answer(request: web.Request) -> web.StreamResponse:
        asked.append(request.path)
        return web.json_response({"contents": [], "last_page": True})

    async def on_the_open_web(base: str) -> bool:
        return False

    base = (await serve(answer)).replace("127.0.0.1", host)
    monkeypatch.setattr(fetching, "_asked_inside", on_the_open_web)
    with pytest.raises(Unreadable, match=r"in this network|canonical"):
        await fetch(base, QUICK)
    assert asked == []


async def test_a_feed_of_this_network_is_read_by_its_name(serve: Serve) -> None:
    base = (await serve(pages_of("3.0", [rows("a")]))).replace("127.0.0.1", "localhost")
    assert ids(await fetch(base, QUICK)) == ["a"]


async def test_a_name_that_cannot_be_one_is_told(serve: Serve) -> None:
    with pytest.raises(Unreadable):
        await fetch(await serve(answering(302, Location=f"http://{'a' * 70}.example/")), QUICK)
    with pytest.raises(Unreadable):
        await fetch(f"http://{'a' * 70}.example", QUICK)


@pytest.mark.parametrize(
    ("content", "number", "last"),
    [
        ({"last_page": True}, 1, True), ({"last": False}, 1, False), ({"total_pages": 2}, 2, True), ({"totalPages": 2}, 1, False),
        ({}, 1, False), ([], 1, True), ({"last": "yes", "totalPages": "2"}, 2, False),
    ],
)  # fmt: skip
def test_when_a_page_is_the_last(content: Any, number: int, last: bool) -> None:
    assert is_last(content, number) is last
