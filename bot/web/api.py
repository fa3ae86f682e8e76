"""``POST /api/chat``, ``GET /healthz`` and ``GET /metrics``: for programs."""

from __future__ import annotations

import hmac
from typing import Any

from aiohttp import web

from bot.web.chat import Answer, Refused
from bot.web.door import DOOR, Door
from bot.web.limits import is_local
from bot.web.reading import read_json_message


async def chat(request: web.Request) -> web.Response:
    """One message, one answer, in the shape of the HTTP contract."""
    door = request.app[DOOR]
    if door.security.is_from_elsewhere(request):
        raise Refused(403, "forbidden", "This address takes no messages from other sites.")
    posted = await read_json_message(request)
    session = door.sessions.open(posted.session)
    text = door.chat.check(posted.message)
    answer = await door.chat.answer(session, text, wait=door.limits.wait(request, session.id))
    return web.json_response(as_contract(answer) | {"session": door.sessions.token(session)})


def as_contract(answer: Answer) -> dict[str, Any]:
    """The answer without its session."""
    return {"safety": answer.safety, "understood": answer.understood, "replies": list(answer.replies)}


async def health(request: web.Request) -> web.Response:
    """200 once everything answers, 503 with the names of what does not."""
    door = request.app[DOOR]
    state = await door.health.look()
    if state.waiting_for:
        names = ", ".join(state.waiting_for)
        body: dict[str, Any] = {
            "status": "waiting",
            "waiting_for": list(state.waiting_for),
            "error": {"code": "unavailable", "message": f"Waiting for: {names}. {door.parts.urgent_line()}"},
        }
        return web.json_response(body, status=503)
    return web.json_response({"status": "ok"} | ({"warning": state.warning} if state.warning else {}))


async def metrics(request: web.Request) -> web.Response:
    """For Prometheus, on this machine or with the configured token."""
    door = request.app[DOOR]
    if not _may_read_metrics(request, door):
        raise Refused(404, "not_found", "There is no such page.")
    return web.Response(
        body=door.metrics.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
    )


def _may_read_metrics(request: web.Request, door: Door) -> bool:
    token = door.settings.metrics_token
    if token is None:
        return is_local(request, door.settings.trusted_proxies)
    given = request.headers.get("Authorization", "")
    return hmac.compare_digest(given.encode(errors="replace"), f"Bearer {token}".encode())
