"""What several tests of the front door need."""

from __future__ import annotations

import re
from typing import Any

from aiohttp.test_utils import TestClient

Client = TestClient[Any, Any]


def here(client: Client) -> dict[str, str]:
    """The header by which a browser says that a page of this site posts."""
    return {"Origin": f"http://{client.host}:{client.port}"}


def hidden(html: str, name: str) -> str:
    """The value of the page's hidden field."""
    found = re.search(rf'<input type="hidden" name="{name}" value="([^"]*)"', html)
    assert found, f"no field {name}"
    return found[1]


async def say(client: Client, message: str, session: str | None = None) -> dict[str, Any]:
    """Post to the API and expect an answer."""
    body = {"message": message} | ({"session": session} if session else {})
    async with client.post("/api/chat", json=body) as response:
        assert response.status == 200, await response.text()
        answer: dict[str, Any] = await response.json()
        return answer
