"""Everything that the handlers of one front door share."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from bot.web.chat import Chat
from bot.web.forgetting import Forgetting
from bot.web.health import Health
from bot.web.limits import Limits
from bot.web.metrics import Metrics
from bot.web.parts import Parts
from bot.web.render import Renderer
from bot.web.security import Security
from bot.web.sessions import Sessions, load_secret
from bot.web.settings import Settings
from bot.web.transcript import Transcripts


@dataclass(frozen=True)
class Door:
    """One a server; made once, before the first request."""

    settings: Settings
    parts: Parts
    sessions: Sessions
    limits: Limits
    metrics: Metrics
    security: Security
    chat: Chat
    health: Health
    transcripts: Transcripts
    forgetting: Forgetting
    renderer: Renderer


DOOR: web.AppKey[Door] = web.AppKey("door", Door)


def open_door(settings: Settings, parts: Parts) -> Door:
    """Put the parts together. Reads the secret, or makes it at first use."""
    sessions = Sessions(load_secret(settings), settings.session_idle)
    metrics = Metrics()
    chat = Chat(settings, parts, sessions, metrics)
    transcripts = Transcripts(settings.session_idle)
    return Door(
        settings=settings,
        parts=parts,
        sessions=sessions,
        limits=Limits(settings),
        metrics=metrics,
        security=Security(settings),
        chat=chat,
        health=Health(parts),
        transcripts=transcripts,
        forgetting=Forgetting(chat, transcripts),
        renderer=Renderer(settings, parts),
    )
