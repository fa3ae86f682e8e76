"""A front door on a free port for each test that asks for one."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import create_app
from bot.web.parts import Parts
from tests.web.fakes import FakeBrain, parts, settings

Start = Callable[..., Awaitable[TestClient[Any, Any]]]


@pytest.fixture
def brain() -> FakeBrain:
    return FakeBrain()


@pytest_asyncio.fixture
async def start(brain: FakeBrain, tmp_path: Path) -> AsyncIterator[Start]:
    """Start a front door; keyword arguments change its settings, ``given`` its parts."""
    clients: list[TestClient[Any, Any]] = []

    async def starter(given: Parts | None = None, **changes: Any) -> TestClient[Any, Any]:
        app = create_app(settings(tmp_path, **changes), given or parts(brain))
        server = TestServer(app)
        await server.start_server(access_log=None)  # as bot.web's own start does
        client = TestClient(server)
        clients.append(client)
        return client

    yield starter
    for client in clients:
        await client.close()


@pytest_asyncio.fixture
async def door(start: Start) -> TestClient[Any, Any]:
    return await start()
