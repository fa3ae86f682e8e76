"""The pages that are only read: about, privacy, accessibility, the demo of embedding, and errors."""

from __future__ import annotations

from aiohttp import web

from bot.web.chat import Refused
from bot.web.door import DOOR

READ_ONLY = ("about", "privacy", "accessibility", "demo")


async def read_only(request: web.Request) -> web.Response:
    """``GET /about`` and its like: the template has the route's name."""
    return request.app[DOOR].renderer.page(f"{request.path.strip('/')}.html", base="")


def error_page(request: web.Request, refused: Refused) -> web.Response:
    """A fault in words, with the urgent numbers and a way back to the chat."""
    door = request.app[DOOR]
    return door.renderer.page("error.html", base="", status=refused.status, message=door.chat.words_of(refused))
