"""The read-only API of Open Referral UK, over the newest valid version of the directory."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import threading
from collections.abc import Callable
from datetime import date
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.directory.service import Directory
from bot.oruk.feed import SCHEMAS, Feed, description, feed_of, page
from bot.oruk.query import BadParameter, filters, paging
from bot.web.serving import Connection

logger = logging.getLogger(__name__)

Fields = dict[str, Any]

HEADERS = {
    # The standard wants this one on every answer, errors too.
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Server": "signpost",
}
_OPTIONS = {"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS", "Access-Control-Allow-Headers": "If-None-Match", "Access-Control-Max-Age": "86400"}
_BODY_BYTES = 1024  # nobody has anything to send
_REASONS = {404: "there is no such address", 405: "this feed can only be read: ask with GET", 413: "there is nothing to send here"}


class LiveFeed:
    """The feed of the newest directory, made again when it or the day changes."""

    def __init__(self, directory: Callable[[], Directory], today: Callable[[], date] = date.today, assurer_email: str | None = None) -> None:
        self._directory, self._today, self._email = directory, today, assurer_email
        self._lock = threading.Lock()
        self._made: tuple[Directory, date, Feed] | None = None

    def current(self) -> Feed:
        """The feed. Records that break the standard's schema are not in it; the log tells which."""
        directory, day = self._directory(), self._today()
        with self._lock:
            if self._made is None or self._made[0] is not directory or self._made[1] != day:
                feed = feed_of(directory, day, self._email)
                for problem in feed.invalid:
                    logger.warning("not published: %s", problem)
                self._made = directory, day, feed
            return self._made[2]


class OpenConnection(Connection):
    """A connection whose unreadable requests are answered with the standard's header too."""

    __slots__ = ()
    refusal_headers = HEADERS
    refusal_text, refusal_type = '{"error": {"status": 400, "message": "that request could not be read"}}', "application/json"


def create_app(live: LiveFeed, url: str | None = None) -> web.Application:
    """The application. ``url`` is where it is reached from outside, for the link to its openapi.json."""
    api = _Api(live, url)
    app = web.Application(middlewares=[_around], client_max_size=_BODY_BYTES)
    app.on_response_prepare.append(_add_headers)
    names = "services|service_at_locations|taxonomies|taxonomy_terms"
    app.add_routes(
        [
            web.get("/", api.root),
            web.get("/openapi.json", api.openapi),
            web.get(f"/{{list:{names}}}", api.rows),
            web.get(f"/{{list:{names}}}/{{id}}", api.one),
        ]
    )
    return app


class _Api:
    def __init__(self, live: LiveFeed, url: str | None) -> None:
        self._live = live
        self._description = description(f"{url}/openapi.json") if url else description()

    async def root(self, request: web.Request) -> web.Response:
        return _json(request, self._description)

    async def openapi(self, request: web.Request) -> web.Response:
        return _json(request, json.loads((SCHEMAS / "openapi.json").read_text(encoding="utf-8")))

    async def rows(self, request: web.Request) -> web.Response:
        given = {name: request.query.getall(name) for name in request.query}
        number, size = paging(given)
        name = request.match_info["list"]
        wanted = filters(given, places=name == "service_at_locations")
        rows = [item.row for item in (await self._feed()).lists[name] if item.about is None or wanted(item.about, item.nested)]
        return _json(request, page(rows, number, size))

    async def one(self, request: web.Request) -> web.Response:
        id = request.match_info["id"].lower()
        for item in (await self._feed()).lists[request.match_info["list"]]:
            if item.nested["id"] == id:
                return _json(request, item.nested)
        raise web.HTTPNotFound

    async def _feed(self) -> Feed:
        # In a thread: after an edit the directory is checked and read again, and others go on being answered.
        return await asyncio.to_thread(self._live.current)


@web.middleware
async def _around(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every fault as JSON."""
    if request.method == "OPTIONS":
        return web.Response(status=204, headers=_OPTIONS)
    try:
        return await handler(request)
    except BadParameter as problem:
        return _error(400, str(problem))
    except web.HTTPException as fault:
        response = _error(fault.status, _REASONS.get(fault.status, fault.reason))
        if "Allow" in fault.headers:
            response.headers["Allow"] = fault.headers["Allow"]
        return response
    except Exception:
        logger.exception("%s %s", request.method, request.path)
        return _error(500, "something is wrong here: please try again later")


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers[name] = value


def _json(request: web.Request, content: Fields) -> web.Response:
    body = json.dumps(content, ensure_ascii=False).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=300"}
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    if tag in known or "*" in known:
        return web.Response(status=304, headers=headers)
    return web.Response(body=body, content_type="application/json", charset="utf-8", headers=headers)


def _error(status: int, message: str) -> web.Response:
    return web.json_response({"error": {"status": status, "message": message}}, status=status, headers={"Cache-Control": "no-store"})
