"""The channel that the front door speaks to: one message in, replies and what stands out.

It listens on loopback only. A message is always a person's words: text that Rasa would read as a
command (a leading slash) is put in quotes first. Nothing a visitor typed is ever logged here.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.conversation.memory import Memory
from bot.conversation.summary import summarise

logger = logging.getLogger(__name__)
_SWEEP_EVERY_SECONDS = 300.0

OnMessage = Callable[[UserMessage], Awaitable[Any]]


class ReplyCollector(OutputChannel):
    """Keeps each reply whole, in the shape of the HTTP contract: text, buttons, services."""

    @classmethod
    def name(cls) -> str:
        return "signpost"

    def __init__(self) -> None:
        self.replies: list[dict[str, Any]] = []
        self.doubted = False  # whether the answer took an alarm for none (bot/conversation/turn.py)

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        custom = message.get("custom") or {}
        self.doubted = bool(custom.pop("doubted", False)) or self.doubted
        self.replies.append(
            {
                "text": message.get("text") or "",
                "buttons": [
                    {"title": button["title"], "payload": button["payload"]}
                    for button in message.get("buttons") or []
                ],
                "services": custom.pop("services", []),
                **custom,
            }
        )


class SignpostInput(InputChannel):
    """``POST message``, ``DELETE conversations/<sender>`` and ``GET health`` under /webhooks/signpost."""

    @classmethod
    def name(cls) -> str:
        return "signpost"

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        routes = Blueprint("signpost_channel", __name__)

        @routes.route("/message", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            body = request.json
            return response.json(
                await converse(request.app.ctx.agent, on_new_message, body["sender"], body["message"])
            )

        @routes.route("/conversations/<sender:str>", methods=["DELETE"])
        async def forget(request: Request, sender: str) -> HTTPResponse:
            _in_memory(request.app.ctx.agent).pop(sender, None)
            _store(request.app.ctx.agent).forget(sender)
            return response.empty()

        @routes.listener("after_server_start")
        async def keep_sweeping(app: Sanic, _loop: Any) -> None:
            app.add_task(_sweep_for_ever(app))

        @routes.route("/health", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            agent: Agent | None = getattr(request.app.ctx, "agent", None)
            if agent is None or not agent.is_ready():
                return response.json({"status": "loading"}, status=503)
            return response.json({"status": "ok", "model": agent.model_id})

        return routes


async def converse(agent: Agent, on_new_message: OnMessage, sender: str, text: str) -> dict[str, Any]:
    """One message through the rules and the actions: its replies, and what stands afterwards."""
    collector = ReplyCollector()
    message = UserMessage(as_words(text), collector, sender, input_channel=SignpostInput.name())
    await on_new_message(message)
    tracker = await agent.tracker_store.get_or_create_tracker(sender)
    memory = Memory.from_slots(tracker.current_slot_values())
    heard = tracker.latest_message.parse_data if tracker.latest_message else {}
    return {
        "safety": level_of(heard.get("safety") or {}, doubted=collector.doubted),
        "understood": memory.as_understood(),
        "summary": summarise(memory),
        "replies": collector.replies,
    }


def level_of(safety: Mapping[str, str], *, doubted: bool) -> str | None:
    """The level that was heard; "none" where the net doubts it and the answer took it for none; None is a fault: the front door then decides alone."""
    return "none" if doubted and "otherwise" in safety else safety.get("level")


def as_words(text: str) -> str:
    """A visitor's text as words: quoted where Rasa would take it for a command."""
    return f'"{text}"' if text.lstrip().startswith("/") else text


async def _sweep_for_ever(app: Sanic) -> None:
    """Old conversations go when nobody writes, too, and after a restart."""
    while True:
        agent: Agent | None = getattr(app.ctx, "agent", None)
        if agent is not None and agent.is_ready():
            try:
                _store(agent).sweep(time.time())
                _in_memory(agent).clear()  # what was kept while the database failed: it is there again
            except Exception as fault:  # the database is away: the next round comes
                logger.warning("old conversations were not swept: %s", type(fault).__name__)
        await asyncio.sleep(_SWEEP_EVERY_SECONDS)


def _in_memory(agent: Agent) -> dict[str, str]:
    """The conversations that Rasa's fail-safe store keeps in memory while the database fails; nothing else ends them."""
    fallback = getattr(agent.tracker_store, "_fallback_tracker_store", None)
    kept: dict[str, str] = getattr(fallback, "store", {})
    return kept


def _store(agent: Agent) -> Any:
    # The agent wraps every store in one that falls back to memory; the one that can forget is inside.
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
