"""The whole assistant in this process: the front door's own path, the trained model, the rules, the real actions.

Rasa calls an action server through an object with ``request``; this one hands the call to the SDK's executor,
so that no server runs and nothing is left out but HTTP.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import structlog
from rasa.core.agent import Agent
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.rasa.channel import converse
from bot.web.brain import read_answer
from bot.web.chat import Chat
from bot.web.metrics import Metrics
from bot.web.parts import BrainAnswer
from bot.web.real import real_parts
from bot.web.sessions import Sessions
from bot.web.settings import Settings


class InProcessActions(EndpointConfig):
    """Stands where the address of the action server would."""

    def __init__(self) -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *_: Any, **call: Any) -> Any:
        """Run the action as the action server would, through JSON as on the wire."""
        try:
            answer = await self._executor.run(json.loads(json.dumps(call["json"])))
        except ActionExecutionRejection as rejected:
            raise ClientResponseError(400, str(rejected), "") from rejected
        return json.loads(json.dumps(answer))


class InProcessBrain:
    """The assistant behind the front door, without HTTP (see :class:`bot.web.parts.Brain`)."""

    def __init__(self, model: Path) -> None:
        structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
        self._agent = Agent.load(str(model), action_endpoint=InProcessActions())

    async def ask(self, sender: str, text: str) -> BrainAnswer:
        body = await converse(self._agent, self._agent.handle_message, sender, text)
        return read_answer(json.loads(json.dumps(body)))

    async def forget(self, sender: str) -> None:
        await self._agent.tracker_store.delete(sender)

    async def waiting_for(self) -> list[str]:
        return []


def open_chat(model: Path) -> tuple[Chat, Sessions]:
    """The front door's chat with everything real behind it, and what opens sessions."""
    settings = Settings(limits_off=True)
    sessions = Sessions("a secret for tests", settings.session_idle)
    return Chat(settings, real_parts(InProcessBrain(model)), sessions, Metrics()), sessions
