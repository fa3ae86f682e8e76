"""Templates to pages. Every word is escaped; a missing value is a fault, never an empty space."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.web.assets import Assets
from bot.web.parts import Parts
from bot.web.settings import MESSAGE_CHARACTERS, Settings
from bot.web.views import urgent_view
from bot.web.words import ATTRIBUTION, STARTERS, WAITING_HEADING

FOLDER = Path(__file__).parent / "templates"


class Renderer:
    """The templates of one front door."""

    def __init__(self, settings: Settings, parts: Parts) -> None:
        self.assets = Assets()
        self._parts = parts
        self._always: dict[str, Any] = {
            "asset": self.assets.address,
            "starters": STARTERS,
            "attribution": ATTRIBUTION,
            "limit": MESSAGE_CHARACTERS,
            "exit_url": settings.exit_url,
            "transcript_hours": f"{settings.transcript_hours:g}",
            "idle_minutes": settings.session_idle // 60,
            "page_origin": settings.public_origin or "https://signpost.example",
        }

    def page(self, template: str, *, status: int = 200, **values: Any) -> web.Response:
        """One page.

        It may be packed although it holds a form token: nothing that another site sends is shown beside it.
        """
        urgent = urgent_view(self._parts.urgent_line())
        text = _templates().get_template(template).render(self._always, urgent=urgent, **values)
        response = web.Response(text=text, content_type="text/html", status=status)
        response.headers["Vary"] = "Accept-Encoding"
        response.enable_compression()
        return response


@functools.cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals["waiting_heading"] = WAITING_HEADING
    return templates
