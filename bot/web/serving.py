"""Listen and serve until told to stop, with limits on a connection that a request's handler never sees."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping

from aiohttp import web

logger = logging.getLogger(__name__)

# Also how long the head of a first request may take: a connection that never finishes it is closed.
# A proxy must close its own idle connections sooner (docs/deploy.md).
KEEP_ALIVE_SECONDS = 30.0
_SHUTDOWN_SECONDS = 3.0
_BACKLOG = 512


class Connection(web.RequestHandler):
    """A connection whose unreadable requests are answered without an echo of them.

    aiohttp's own answer quotes the bytes it stumbled over, its own version, and logs both.
    """

    __slots__ = ()
    refusal_headers: Mapping[str, str] = {
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Server": "signpost",
    }
    # A program's or a browser's: nobody can tell, as not even the address was read.
    refusal_text = '{"error": {"code": "bad_request", "message": "We could not read that request."}}'
    refusal_type = "application/json"

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """A plain refusal; the connection ends with it."""
        logger.info("unreadable request: %s", type(exc).__name__)
        if request.writer.output_size > 0:
            raise ConnectionError("an answer is under way already")
        response = web.Response(status=status, text=self.refusal_text, content_type=self.refusal_type, headers=self.refusal_headers)
        response.force_close()
        return response


async def serve(
    app: web.Application,
    host: str,
    port: int,
    stop: asyncio.Event,
    *,
    listening: asyncio.Event | None = None,
    connection: type[Connection] = Connection,
    keep_alive: float = KEEP_ALIVE_SECONDS,
    shutdown: float = _SHUTDOWN_SECONDS,
) -> None:
    """Serve until ``stop`` is set. ``listening`` is set as soon as connections are taken; ``connection`` answers what cannot be read.

    Raises:
        OSError: when the port cannot be had.
    """
    loop = asyncio.get_running_loop()
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=shutdown)
    await runner.setup()
    assert runner.server is not None
    manager = runner.server

    def connect() -> Connection:
        # None switches aiohttp's own access log off; it holds addresses.
        return connection(manager, loop=loop, access_log=None, keepalive_timeout=keep_alive)  # type: ignore[arg-type]

    try:
        listener = await loop.create_server(connect, host, port, backlog=_BACKLOG, reuse_address=True)
        if listening:
            listening.set()
        await stop.wait()
        listener.close()
    finally:
        await runner.cleanup()
