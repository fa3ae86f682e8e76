"""The assistant's client against a server that behaves as Rasa does, at its worst too."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.web.brain import RasaBrain, read_answer, stronger
from bot.web.parts import BrainError
from bot.web.settings import Settings

GOOD: dict[str, Any] = {
    "safety": "none",
    "understood": {
        "needs": ["sleep"],
        "ages": [[36, 48]],
        "locality": {"name": "Crook", "in_area": True, "council": "X", "lat": 1},
    },
    "summary": "sleep",
    "replies": [{"text": "Hello", "buttons": [], "services": []}],
}
Serve = Callable[[Callable[[web.Request], Awaitable[web.StreamResponse]]], Awaitable[RasaBrain]]


@pytest_asyncio.fixture
async def serve(tmp_path: Path) -> AsyncIterator[Serve]:
    """A client whose server gives every request to one handler."""
    opened: list[Any] = []

    async def start(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> RasaBrain:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", handler)
        server = TestServer(app)
        await server.start_server()
        port = int(server.port or 0)
        brain = RasaBrain(Settings(var=tmp_path, rasa_port=port, actions_port=port, brain_timeout=0.2))
        opened.extend((server, brain))
        return brain

    yield start
    for thing in opened:
        await thing.close()


def answering(body: Any, status: int = 200) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status)

    return handler


async def test_a_message_goes_to_the_channel_and_its_answer_comes_back(serve: Serve) -> None:
    seen: list[tuple[str, Any]] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        seen.append((request.path, await request.json()))
        return web.json_response(GOOD)

    answer = await (await serve(handler)).ask("abc", "hello")
    assert seen == [("/webhooks/signpost/message", {"sender": "abc", "message": "hello"})]
    assert answer.replies[0]["text"] == "Hello"
    assert answer.understood["locality"] == {"name": "Crook", "in_area": True, "council": "X"}


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        "hello",
        GOOD | {"replies": []},
        GOOD | {"replies": None},
        GOOD | {"replies": [{"text": " ", "services": []}]},
        GOOD | {"replies": ["hello"]},
        GOOD | {"safety": "fine"},
        GOOD | {"understood": {"needs": [], "ages": [3], "locality": None}},
        GOOD | {"understood": {"needs": [], "ages": [["a", "b"]], "locality": None}},
        GOOD | {"understood": {"needs": 3, "ages": [], "locality": None}},
    ],
)
async def test_silence_and_nonsense_are_faults(serve: Serve, body: Any) -> None:
    brain = await serve(answering(body))
    with pytest.raises(BrainError):
        await brain.ask("abc", "hello")


async def test_an_error_of_the_server_is_a_fault_that_repeats_nothing(serve: Serve) -> None:
    brain = await serve(answering({"tracker": "secret words"}, status=500))
    with pytest.raises(BrainError, match=r"^status 500$"):
        await brain.ask("abc", "secret words")


async def test_words_that_are_not_json_are_a_fault(serve: Serve) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(text="{", content_type="application/json")

    brain = await serve(handler)
    with pytest.raises(BrainError):
        await brain.ask("abc", "hello")


async def test_a_server_that_hangs_is_a_fault(serve: Serve) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(5)
        return web.Response()

    brain = await serve(handler)
    with pytest.raises(BrainError):
        await brain.ask("abc", "hello")


async def test_nobody_there_is_a_fault_and_is_named(
    tmp_path: Path, unused_tcp_port_factory: Callable[[], int]
) -> None:
    brain = RasaBrain(
        Settings(var=tmp_path, rasa_port=unused_tcp_port_factory(), actions_port=unused_tcp_port_factory())
    )
    for call in (brain.ask("abc", "hello"), brain.forget("abc")):
        with pytest.raises(BrainError):
            await call
    assert await brain.waiting_for() == ["assistant", "actions"]
    await brain.close()


async def test_forgetting_names_the_conversation(serve: Serve) -> None:
    seen: list[tuple[str, str]] = []

    async def handler(request: web.Request) -> web.StreamResponse:
        seen.append((request.method, request.path))
        return web.Response(status=204)

    await (await serve(handler)).forget("abc")
    assert seen == [("DELETE", "/webhooks/signpost/conversations/abc")]


async def test_a_deletion_that_failed_is_a_fault(serve: Serve) -> None:
    brain = await serve(answering({}, status=500))
    with pytest.raises(BrainError):
        await brain.forget("abc")


async def test_health_is_asked_of_both_servers(serve: Serve) -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        return web.Response(status=200 if request.path == "/health" else 503)

    assert await (await serve(handler)).waiting_for() == ["assistant"]


def test_what_is_not_a_button_or_a_service_is_left_out() -> None:
    reply = {
        "text": "Hi",
        "buttons": [{"title": "a"}, 3, {"title": "a", "payload": "b"}],
        "services": [{"id": "x"}],
    }
    read = read_answer(GOOD | {"replies": [reply | {"intro": "more"}]}).replies[0]
    assert read == {
        "text": "Hi",
        "buttons": [{"title": "a", "payload": "b"}],
        "services": [],
        "intro": "more",
    }


def test_the_stronger_level() -> None:
    assert stronger("none", "safeguarding") == "safeguarding"
    assert stronger("crisis", "safeguarding") == "crisis"
