"""The front door: the only part of Signpost that the public can reach."""

from __future__ import annotations

from aiohttp import web

from bot.web import api, pages, shared
from bot.web.door import DOOR, open_door
from bot.web.middleware import around
from bot.web.parts import Parts
from bot.web.security import EMBED
from bot.web.settings import BODY_BYTES, Settings
from bot.web.talk import Talk


def create_app(settings: Settings, parts: Parts) -> web.Application:
    """The application, with everything it needs handed in."""
    door = open_door(settings, parts)
    app = web.Application(middlewares=[around], client_max_size=BODY_BYTES)
    app[DOOR] = door
    app.on_response_prepare.append(door.security.add_headers)
    app.cleanup_ctx.append(door.forgetting.run)
    app.add_routes(
        [
            web.post("/api/chat", api.chat),
            web.get("/healthz", api.health),
            web.get("/metrics", api.metrics),
            *(web.get(f"/{name}", pages.read_only) for name in pages.READ_ONLY),
            web.get("/help", shared.show),
            web.get("/static/{name}", door.renderer.assets.serve),
            web.get("/embed.js", door.renderer.assets.loader),
            *Talk(door, "").routes(),
            *Talk(door, EMBED).routes(),
        ]
    )
    return app
