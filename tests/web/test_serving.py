"""The listening part, over plain sockets: what a handler never sees, and what no browser would send."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.web.app import create_app
from bot.web.serving import serve
from tests.web.fakes import FakeBrain, parts, settings

CLOSE = b"Host: x\r\nConnection: close\r\n"


@pytest_asyncio.fixture
async def port(tmp_path: Path) -> AsyncIterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    stop, listening = asyncio.Event(), asyncio.Event()
    app = create_app(settings(tmp_path), parts(FakeBrain()))
    serving = asyncio.create_task(
        serve(app, "127.0.0.1", number, stop, listening=listening, keep_alive=0.5, shutdown=0.1)
    )
    await listening.wait()
    yield number
    stop.set()
    await serving


async def exchange(port: int, sent: bytes) -> tuple[int, str, str]:
    """Status, head and body of the answer to these bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    answer = (await asyncio.wait_for(reader.read(), 5)).decode(errors="replace")
    writer.close()
    head, _, body = answer.partition("\r\n\r\n")
    return int(head.split(" ", 2)[1]), head, body


@pytest.mark.parametrize(
    "sent",
    [
        b"ZEBRA / HTTP/1.1\r\n" + CLOSE + b"\r\n",
        b"FOO /api/chat HTTP/1.1\r\n" + CLOSE + b"\r\n",
        b"GET /" + b"zebra" * 2_000 + b" HTTP/1.1\r\n" + CLOSE + b"\r\n",
        b"GET / HTTP/1.1\r\n" + CLOSE + b"X-A: " + b"zebra" * 2_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + CLOSE + b"".join(b"X-%d: zebra\r\n" % number for number in range(3_000)) + b"\r\n",
        b"GET / HTTP/1.1\r\n" + CLOSE + b"zebra<script>\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01zebra\r\n\r\n",
        b"POST /api/chat HTTP/1.1\r\n" + CLOSE + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /api/chat HTTP/1.1\r\n" + CLOSE + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nzebra",
        b"POST /api/chat HTTP/1.1\r\n" + CLOSE + b"Content-Length: -5\r\n\r\nzebra",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)  # fmt: skip
async def test_what_cannot_be_read_is_refused_without_an_echo(port: int, sent: bytes) -> None:
    status, head, body = await exchange(port, sent)
    assert status == 400
    assert json.loads(body) == {"error": {"code": "bad_request", "message": "We could not read that request."}}
    assert "Content-Type: application/json" in head
    assert "default-src 'none'" in head
    assert "aiohttp" not in head


async def test_a_head_that_never_ends_is_closed(port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
    assert await asyncio.wait_for(reader.read(), 3) == b""
    writer.close()


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"HEAD / HTTP/1.1", 200), (b"GET / HTTP/1.0", 200), (b"GET http://evil.example/ HTTP/1.1", 200),
        (b"TRACE / HTTP/1.1", 405), (b"OPTIONS / HTTP/1.1", 405), (b"PUT / HTTP/1.1", 405), (b"DELETE /list HTTP/1.1", 405),
        (b"CONNECT evil.example:80 HTTP/1.1", 404), (b"OPTIONS * HTTP/1.1", 404), (b"GET /%00 HTTP/1.1", 404),
        (b"GET /static/%00 HTTP/1.1", 404), (b"GET //evil.example/%2e%2e HTTP/1.1", 404),
        (b"GET /static/../../etc/passwd HTTP/1.1", 404), (b"GET /static/..%2f..%2fsecret HTTP/1.1", 404),
        (b"GET /%zz%f0 HTTP/1.1", 404), (b"GET /help?place=%00%ff HTTP/1.1", 404), (b"GET /exit HTTP/1.1", 405),
        (b"GET /forget HTTP/1.1", 405), (b"GET /api/chat HTTP/1.1", 405),
    ],
)  # fmt: skip
async def test_methods_and_addresses(port: int, line: bytes, status: int) -> None:
    got, head, body = await exchange(port, line + b"\r\n" + CLOSE + b"\r\n")
    assert got == status
    assert "Content-Security-Policy" in head
    assert "Location" not in head
    assert "evil.example" not in body
    if line.startswith(b"HEAD"):
        assert body == ""


async def test_a_host_that_somebody_made_up_is_shown_nowhere(port: int) -> None:
    for path in (b"/", b"/demo", b"/embed", b"/nothing"):
        _, head, body = await exchange(
            port, b"GET " + path + b' HTTP/1.1\r\nHost: evil.example"><script>\r\nConnection: close\r\n\r\n'
        )
        assert "evil.example" not in head + body


async def test_odd_cookies_start_afresh(port: int) -> None:
    cookie = b'Cookie: signpost="\\000evil"; a=b; =; signpost=x\xff\r\n'
    status, head, _ = await exchange(port, b"GET / HTTP/1.1\r\n" + CLOSE + cookie + b"\r\n")
    assert status == 200
    assert "Set-Cookie: signpost=" in head
